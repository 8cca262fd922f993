package percent

import (
	"bufio"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"augury/corpus"
	"augury/internal/span"
)

// shared is where annotated documents and public test sets lie beside a checkout.
const shared = "../../../shared"

// benchCase is a line of a public test set. Its offsets are code points.
type benchCase struct {
	ID, Text string
	Spans    []struct {
		Start, End int
		Unit       string
		Value      json.RawMessage
	}
}

// readBench reads a public test set, or skips the test where there is none.
func readBench(t *testing.T, name string) []benchCase {
	t.Helper()
	file, err := os.Open(filepath.Join(shared, "bench", "percent", name))
	if err != nil {
		t.Skipf("no public test set: %v", err)
	}
	defer file.Close()
	var cases []benchCase
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c benchCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return cases
}

// bytesOf turns a span in code points of text into one in bytes.
func bytesOf(text string, start, end int) span.Span {
	var s span.Span
	points := 0
	for i := range text {
		if points == start {
			s.Start = i
		}
		if points == end {
			s.End = i
			return s
		}
		points++
	}
	s.End = len(text)
	return s
}

// TestGrobidQuantities measures against scientific prose, by values, as the set has lists
// as one quantity that are several percentages here: a value is right where a percentage
// with that value overlaps a quantity that has it. Signs are left aside, as the set leaves
// them out; quantities without a value ("a few percent") or of another unit do not count.
func TestGrobidQuantities(t *testing.T) {
	var right, gold, found int
	for _, c := range readBench(t, "grobid_quantities_pct.jsonl") {
		doc := analyse(t, c.Text)
		for _, f := range doc.Findings {
			found += len(valuesOf(f))
		}
		for _, q := range c.Spans {
			if q.Unit != "%" {
				continue
			}
			where := bytesOf(c.Text, q.Start, q.End)
			want := readValues(t, q.Value)
			gold += len(want)
			for _, f := range doc.Findings {
				if !f.Span.Overlaps(where) {
					continue
				}
				for _, value := range valuesOf(f) {
					if i := slices.Index(want, value); i >= 0 {
						right++
						want = slices.Delete(want, i, i+1)
					}
				}
			}
		}
	}
	precision, recall := float64(right)/float64(found), float64(right)/float64(gold)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d values, %d found: precision %.3f, recall %.3f, F1 %.3f", gold, found, precision, recall, f1)
	if f1 < 0.95 {
		t.Errorf("F1 %.3f; want 0.95 or more", f1)
	}
}

// valuesOf gives the value of a percentage, or both ends of a range, without signs.
func valuesOf(f corpus.Finding) []float64 {
	p := f.Value.(corpus.Percentage)
	if p.Low == p.High {
		return []float64{math.Abs(p.Low)}
	}
	return []float64{math.Abs(p.Low), math.Abs(p.High)}
}

// readValues reads the values of a quantity: figures as they are written.
func readValues(t *testing.T, list json.RawMessage) []float64 {
	t.Helper()
	var written []string
	if err := json.Unmarshal(list, &written); err != nil {
		t.Fatal(err)
	}
	var values []float64
	for _, figure := range written {
		value, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSuffix(figure, ","), ",", "."), 64)
		if err != nil {
			t.Logf("left out %q: %v", figure, err)
			continue
		}
		values = append(values, value)
	}
	return values
}

// TestRecognizersText holds the unit cases of Microsoft's recognisers, save those that
// docs/findings.md decides otherwise: a unit without a number is nothing.
func TestRecognizersText(t *testing.T) {
	for _, c := range readBench(t, "ms_percent_model.jsonl") {
		doc := analyse(t, c.Text)
		var want []benchCase
		for _, s := range c.Spans {
			bare := strings.HasPrefix(strings.TrimSpace(c.Text[s.Start:]), "per") || string(s.Value) == "null"
			if !bare {
				want = append(want, benchCase{Text: c.Text[s.Start:s.End], ID: string(s.Value)})
			}
		}
		if len(doc.Findings) != len(want) {
			t.Errorf("%s: %q has %d percentages; want %d", c.ID, c.Text, len(doc.Findings), len(want))
			continue
		}
		for i, f := range doc.Findings {
			value := f.Value.(corpus.Percentage)
			number, err := strconv.ParseFloat(want[i].ID, 64)
			if err != nil || doc.Words(f.Span) != want[i].Text || value.Low != number {
				t.Errorf("%s: found %q, %v; want %q, %s", c.ID, doc.Words(f.Span), value.Low, want[i].Text, want[i].ID)
			}
		}
	}
}

// TestGold holds the floor on the annotated documents: overlapping spans with the same
// values and unit.
func TestGold(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared, "gold", "*.gold.json"))
	if err != nil || len(files) == 0 {
		t.Skip("no annotated documents")
	}
	var right, gold, found int
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want corpus.Record
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		text := strings.TrimSuffix(file, ".gold.json") + ".txt"
		doc, err := corpus.Read(corpus.Source{Name: text, Open: func() (io.ReadCloser, error) { return os.Open(text) }}, corpus.DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		if err := analyser(t).Analyse(doc); err != nil {
			t.Fatal(err)
		}
		gold += len(want.Percentages)
		found += len(doc.Findings)
		for _, w := range want.Percentages {
			for _, f := range doc.Findings {
				p := f.Value.(corpus.Percentage)
				if f.Span.Overlaps(w.Span) && p.Unit == w.Unit && math.Abs(p.Low-w.Low)+math.Abs(p.High-w.High) < 1e-9 {
					right++
					break
				}
			}
		}
	}
	f1 := 2 * float64(right) / float64(gold+found)
	t.Logf("%d of %d, %d found: F1 %.3f", right, gold, found, f1)
	if f1 < 0.98 {
		t.Errorf("F1 %.3f; want 0.98 or more", f1)
	}
}
