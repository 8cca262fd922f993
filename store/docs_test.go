package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestColumnsPage holds docs/columns.md to what the program does: each table of the page
// must be there as the program has it.
func TestColumnsPage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "docs", "columns.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := strings.ReplaceAll(string(text), "\r\n", "\n")
	for _, table := range Tables {
		var want strings.Builder
		fmt.Fprintf(&want, "## %s\n\n%s\n\n| column | type | what it holds |\n| --- | --- | --- |\n", table.Name, table.Doc)
		for _, c := range table.Columns {
			fmt.Fprintf(&want, "| `%s` | %s | %s |\n", c.Name, c.Type, c.Doc)
		}
		if !strings.Contains(page, want.String()+"\n") {
			t.Errorf("docs/columns.md does not have this section:\n\n%s", want.String())
		}
	}
}

// TestSchemaPage holds the page's list of the database's own tables to the schema.
func TestSchemaPage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "docs", "columns.md"))
	if err != nil {
		t.Fatal(err)
	}
	s := openTest(t)
	rows, err := s.read.Query(`
		SELECT t.name, group_concat('` + "`' || c.name || '`" + `', ', ' ORDER BY c.cid)
		FROM pragma_table_list t JOIN pragma_table_info(t.name) c
		WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')
			AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'goose%'
		GROUP BY t.name ORDER BY t.name`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	tables := 0
	for rows.Next() {
		var name, columns string
		if err := rows.Scan(&name, &columns); err != nil {
			t.Fatal(err)
		}
		tables++
		if !strings.Contains(string(text), "| `"+name+"` | "+columns+" |") {
			t.Errorf("docs/columns.md does not have this line:\n| `%s` | %s | … |", name, columns)
		}
	}
	if err := rows.Err(); err != nil || tables < 10 {
		t.Errorf("%d tables, %v", tables, err)
	}
}
