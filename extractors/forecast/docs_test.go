package forecast

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"augury/corpus"
)

// example is a block of docs/claims.md.
type example struct {
	line   int
	text   string
	claims [][][2]string // for each claim its fields, the first being "claim" with the clause
}

// readExamples reads the blocks of a page that are fenced as examples.
func readExamples(t *testing.T, page string) []example {
	t.Helper()
	var examples []example
	var current *example
	for i, line := range strings.Split(page, "\n") {
		name, value, _ := strings.Cut(line, " ")
		field := [2]string{name, strings.TrimSpace(value)}
		switch {
		case line == "```example":
			current = &example{line: i + 1}
		case current == nil:
		case line == "```":
			examples = append(examples, *current)
			current = nil
		case current.text == "":
			current.text = line
		case line == "no claim":
		case name == "claim":
			current.claims = append(current.claims, [][2]string{field})
		case len(current.claims) == 0:
			t.Fatalf("line %d: %q stands before the first claim", i+1, line)
		default:
			last := &current.claims[len(current.claims)-1]
			*last = append(*last, field)
		}
	}
	return examples
}

// TestClaimsPage runs the examples of docs/claims.md.
func TestClaimsPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "claims.md"))
	if err != nil {
		t.Fatal(err)
	}
	examples := readExamples(t, strings.ReplaceAll(string(page), "\r\n", "\n"))
	if len(examples) < 20 {
		t.Fatalf("%d examples", len(examples))
	}
	analyse := analyser(t)
	for _, e := range examples {
		doc := dated(analyse, "Those present took note of the report.", e.text)
		found := claimsOf(doc)
		if len(found) != len(e.claims) {
			t.Errorf("line %d: %q: %d claims, want %d", e.line, e.text, len(found), len(e.claims))
			continue
		}
		for i, want := range e.claims {
			got := map[string]string{"claim": doc.Words(found[i].Span)}
			for _, f := range found[i].Value.(corpus.Claim).Fields(doc.Text) {
				got[f.Name] = "-"
				if f.Value != nil {
					got[f.Name] = fmt.Sprint(f.Value)
				}
			}
			for _, field := range want {
				if got[field[0]] != field[1] {
					t.Errorf("line %d: %q: %s is %q, want %q", e.line, e.text, field[0], got[field[0]], field[1])
				}
			}
		}
	}
}
