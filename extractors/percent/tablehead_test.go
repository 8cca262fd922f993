package percent

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// TestReadTables takes tables from Markdown and HTML through the readers: empty cells, heads
// that span columns, heads in two rows, and one table right behind another.
func TestReadTables(t *testing.T) {
	const lead = "The desk keeps a table of what it expects for the region in the years to come."
	for _, example := range []struct {
		name, text string
		want       []string // figure; subject; time; change
	}{
		{"corner.md", lead + `

|  | 2031 | 2032 |
| --- | --- | --- |
| Inflation | 4% | 3.5% |
| Export growth | | -1% |
`, []string{"4%; Inflation; 2031; none", "3.5%; Inflation; 2032; none", "-1%; Export growth; 2032; down"}},
		{"two.md", lead + `

| Place | 2031 |
| --- | --- |
| Kenya | 7% |

| Country | Unemployment |
| --- | --- |
| Peru | 5.5 percent |
`, []string{"7%; Kenya; 2031; none", "5.5 percent; Peru; ; none"}},
		{"span.html", `<html><body><article><p>` + lead + `</p><table>
			<thead><tr><th></th><th colspan="2">Growth</th><th>Share</th></tr>
			<tr><th>Country</th><th>2031</th><th>2032</th><th>2031</th></tr></thead>
			<tbody><tr><th>Kenya</th><td>4%</td><td></td><td>11%</td></tr><tr><td>Peru</td><td></td><td>2%</td><td>9%</td></tr></tbody>
			</table><p>` + lead + `</p></article></body></html>`,
			[]string{"4%; Kenya; 2031; up", "11%; Kenya; 2031; none", "2%; Peru; 2032; up", "9%; Peru; 2031; none"}},
	} {
		doc, err := corpus.Read(corpus.Source{Name: example.name, Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(example.text)), nil
		}}, corpus.DefaultLimits)
		if err != nil {
			t.Fatalf("%s: %v", example.name, err)
		}
		if err := analyser(t).Analyse(doc); err != nil {
			t.Fatalf("%s: %v", example.name, err)
		}
		if diff := cmp.Diff(example.want, inShort(doc)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", example.name, doc.Text, diff)
		}
	}
}
