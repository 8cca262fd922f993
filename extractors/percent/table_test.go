package percent

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// table is a document of the rows of one table.
func table(rows ...string) *corpus.Document {
	doc := paragraph(strings.Join(rows, "\n"))
	doc.Blocks = nil
	start := 0
	for _, row := range rows {
		span := corpus.Span{Start: start, End: start + len(row)}
		doc.Blocks = append(doc.Blocks, corpus.Block{Span: span, Kind: corpus.TableRow})
		start = span.End + 1
	}
	return doc
}

func TestTable(t *testing.T) {
	for _, example := range []struct {
		rows []string
		want []string // figure; subject; time; change
	}{
		{
			[]string{"Indicator | 2024 | Q1 2025", "Wage growth | about 3% | 4%", "Inflation | 2% | 5%"},
			[]string{"3%; Wage growth; 2024; up", "4%; Wage growth; Q1 2025; up", "2%; Inflation; 2024; none", "5%; Inflation; Q1 2025; none"},
		},
		{
			[]string{"Year | Unemployment | Exports", "2023 | 7% | 1,200"},
			[]string{"7%; Unemployment; 2023; none"},
		},
		{
			[]string{"Prices | up 3%"}, // no head of a column
			[]string{"3%; Prices; ; none"},
		},
		{
			[]string{"Note | In May exports of cars rose by 3 percent to 5 million"}, // a cell of prose
			[]string{"3 percent; exports of cars; May; up"},
		},
	} {
		doc := table(example.rows...)
		if err := analyser(t).Analyse(doc); err != nil {
			t.Fatalf("%q: %v", example.rows, err)
		}
		if diff := cmp.Diff(example.want, inShort(doc)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", example.rows, diff)
		}
	}
}

// inShort gives each percentage of a document with its subject, time and change.
func inShort(doc *corpus.Document) []string {
	var lines []string
	for _, f := range doc.Findings {
		p := f.Value.(corpus.Percentage)
		lines = append(lines, strings.Join([]string{
			doc.Words(f.Span), doc.Words(p.Subject), doc.Words(p.Time), string(p.Change),
		}, "; "))
	}
	return lines
}
