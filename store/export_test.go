package store

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// readFolder gives the files of a folder by name.
func readFolder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(text)
	}
	return files
}

// records reads a CSV file as maps from column to cell.
func records(t *testing.T, text string) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, line := range lines[1:] {
		record := map[string]string{}
		for i, name := range lines[0] {
			record[name] = line[i]
		}
		all = append(all, record)
	}
	return all
}

func TestExport(t *testing.T) {
	s := threeBriefs(t)
	dir := filepath.Join(t.TempDir(), "out", "csv")
	options := ExportOptions{Filter: Filter{Yardstick: icd203}}
	if err := s.Export(context.Background(), dir, options); err != nil {
		t.Fatal(err)
	}
	files := readFolder(t, dir)
	want := []string{"csv-metadata.json"}
	for _, table := range Tables {
		want = append(want, table.Name+".csv", table.Name+".csv-metadata.json")
		var header []string
		for _, c := range table.Columns {
			header = append(header, c.Name)
		}
		text := files[table.Name+".csv"]
		if line, _, _ := strings.Cut(text, "\r\n"); line != strings.Join(header, ",") {
			t.Errorf("%s: header is %s", table.Name, line)
		}
		if got, want := len(records(t, text)), len(allRows(t, s, table, Filter{})); got != want {
			t.Errorf("%s: %d records, want %d", table.Name, got, want)
		}
	}
	slices.Sort(want)
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	claim := records(t, files["claims.csv"])[0]
	if claim["likelihood_low"] != "55" || claim["yardstick"] != "icd203" || claim["negated"] != "false" {
		t.Errorf("the first claim is %v", claim)
	}

	// Again into the same folder: the same files.
	if err := s.Export(context.Background(), dir, options); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, readFolder(t, dir)); diff != "" {
		t.Errorf("a second export differs:\n%s", diff)
	}
}

// TestExportQuotes reads the files as another program would and holds every quote against
// the bytes of the text.
func TestExportQuotes(t *testing.T) {
	s := openTest(t)
	d := newBrief("odd.txt", "=SUM(1) \U0001F30D “grün”,\nsaid: \"-5%\" may fall; -5% may rise.")
	addMention(d, "=SUM(1)", 0, corpus.Entity{Label: corpus.Org, Canonical: "=SUM(1)"})
	addPercentage(d, "-5%", corpus.Percentage{Low: -5, High: -5, Unit: corpus.Percent})
	addClaim(d, "“grün”,\nsaid: \"-5%\" may fall", "may", corpus.Claim{Type: corpus.Risk})
	mustSave(t, s, d)
	for _, raw := range []bool{false, true} {
		dir := t.TempDir()
		if err := s.Export(context.Background(), dir, ExportOptions{Raw: raw}); err != nil {
			t.Fatal(err)
		}
		files := readFolder(t, dir)
		for _, name := range []string{"mentions.csv", "percentages.csv", "claims.csv"} {
			for _, record := range records(t, files[name]) {
				start, startErr := strconv.Atoi(record["start"])
				end, endErr := strconv.Atoi(record["end"])
				if startErr != nil || endErr != nil {
					t.Fatal(startErr, endErr)
				}
				want := d.Text[start:end]
				if !raw {
					want = guard(want)
				}
				if record["quote"] != want {
					t.Errorf("%s, raw %v: quote %q, want %q", name, raw, record["quote"], want)
				}
			}
		}
		if low := records(t, files["percentages.csv"])[0]["low"]; low != "-5" {
			t.Errorf("raw %v: a number became %q", raw, low)
		}
	}
}

func TestExportFiltered(t *testing.T) {
	s := threeBriefs(t)
	dir := t.TempDir()
	// Label is no column of claims and certainty none of mentions: each table takes what
	// it has.
	err := s.Export(context.Background(), dir, ExportOptions{Filter: Filter{
		Document: 2, Label: corpus.NORP, Certainty: corpus.Possible,
	}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for name, text := range readFolder(t, dir) {
		if strings.HasSuffix(name, ".csv") {
			got[name] = len(records(t, text))
		}
	}
	want := map[string]int{"documents.csv": 1, "claims.csv": 1, "entities.csv": 1, "mentions.csv": 1, "percentages.csv": 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestExportRefuses(t *testing.T) {
	s := threeBriefs(t)
	dir := filepath.Join(t.TempDir(), "out")
	for _, f := range []Filter{{Sort: "id"}, {Limit: 3}, {Text: `"open`}, {Role: "intro"}} {
		var fault *FilterError
		if err := s.Export(context.Background(), dir, ExportOptions{Filter: f}); !errors.As(err, &fault) {
			t.Errorf("%+v: error is %v", f, err)
		}
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a refused export made the folder: %v", err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.Export(context.Background(), file, ExportOptions{}); err == nil {
		t.Error("no error for a folder that is a file")
	}
}

// TestExportIsWhole breaks off an export: the files of the last one stay as they were,
// and nothing else is left.
func TestExportIsWhole(t *testing.T) {
	s := threeBriefs(t)
	dir := t.TempDir()
	if err := s.Export(context.Background(), dir, ExportOptions{}); err != nil {
		t.Fatal(err)
	}
	before := readFolder(t, dir)
	mustSave(t, s, newBrief("more.txt", "One more."))
	if _, err := s.write.Exec(`DROP TABLE percentages`); err != nil { // the last table of an export
		t.Fatal(err)
	}
	if err := s.Export(context.Background(), dir, ExportOptions{}); err == nil {
		t.Error("no error")
	}
	if diff := cmp.Diff(before, readFolder(t, dir)); diff != "" {
		t.Errorf("the folder has changed:\n%s", diff)
	}
}

// TestMetadata checks the metadata documents against the W3C's rules as far as they can
// go wrong here, and against the files that they describe.
func TestMetadata(t *testing.T) {
	s := threeBriefs(t)
	dir := t.TempDir()
	if err := s.Export(context.Background(), dir, ExportOptions{}); err != nil {
		t.Fatal(err)
	}
	files := readFolder(t, dir)
	var group csvwGroup
	if err := json.Unmarshal([]byte(files["csv-metadata.json"]), &group); err != nil {
		t.Fatal(err)
	}
	if group.Context != "http://www.w3.org/ns/csvw" || len(group.Tables) != len(Tables) {
		t.Errorf("group of %d tables in the context %s", len(group.Tables), group.Context)
	}
	for i, table := range Tables {
		var alone csvwTable
		if err := json.Unmarshal([]byte(files[table.Name+".csv-metadata.json"]), &alone); err != nil {
			t.Fatal(err)
		}
		if alone.Context != "http://www.w3.org/ns/csvw" || alone.URL != table.Name+".csv" || len(alone.Schema.ForeignKeys) > 0 {
			t.Errorf("%s: %+v", table.Name, alone)
		}
		if len(alone.Schema.Columns) != len(table.Columns) {
			t.Errorf("%s: %d columns", table.Name, len(alone.Schema.Columns))
		}
		// Keys must be columns, primary ones must tell rows apart, foreign ones must be found.
		rows := records(t, files[table.Name+".csv"])
		seen := map[string]bool{}
		for _, row := range rows {
			key := cells(t, row, alone.Schema.PrimaryKey)
			if seen[key] {
				t.Errorf("%s: two rows have the key %s", table.Name, key)
			}
			seen[key] = true
		}
		for _, foreign := range group.Tables[i].Schema.ForeignKeys {
			theirs := map[string]bool{}
			for _, row := range records(t, files[foreign.Reference.Resource]) {
				theirs[cells(t, row, foreign.Reference.Columns)] = true
			}
			for _, row := range rows {
				if key := cells(t, row, foreign.Columns); !theirs[key] {
					t.Errorf("%s: %s of %s is not there", table.Name, key, foreign.Reference.Resource)
				}
			}
		}
	}
}

// cells joins the cells of some columns.
func cells(t *testing.T, row map[string]string, columns []string) string {
	t.Helper()
	var all []string
	for _, c := range columns {
		value, ok := row[c]
		if !ok {
			t.Fatalf("no column %s", c)
		}
		all = append(all, value)
	}
	return strings.Join(all, " ")
}
