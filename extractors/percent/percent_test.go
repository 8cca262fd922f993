package percent

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"augury/corpus"
	"augury/pipeline"
)

// newPipeline makes the pipeline that all tests share: to unpack the tagger takes longer
// than they do.
var newPipeline = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	return pipeline.New([]*pipeline.Extractor{Extractor})
})

func analyser(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := newPipeline()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// paragraph is a document of one paragraph.
func paragraph(text string) *corpus.Document {
	whole := corpus.Span{Start: 0, End: len(text)}
	return &corpus.Document{
		Text:     text,
		Blocks:   []corpus.Block{{Span: whole, Kind: corpus.Paragraph}},
		Sections: []corpus.Section{{Span: whole, Role: corpus.RoleBody}},
	}
}

// analyse runs the pipeline over a paragraph. The pipeline checks every span.
func analyse(t testing.TB, text string) *corpus.Document {
	t.Helper()
	doc := paragraph(text)
	if err := analyser(t).Analyse(doc); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return doc
}

// fieldExample is a text with what one field says of each of its percentages.
type fieldExample struct {
	text string
	want []string
}

// checkField compares what field gives for each percentage with what examples want.
func checkField(t *testing.T, examples []fieldExample, field func(*corpus.Document, corpus.Percentage) string) {
	t.Helper()
	for _, example := range examples {
		doc := analyse(t, example.text)
		var got []string
		for _, f := range doc.Findings {
			got = append(got, field(doc, f.Value.(corpus.Percentage)))
		}
		if diff := cmp.Diff(example.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", example.text, diff)
		}
	}
}

func TestNegativeChange(t *testing.T) {
	doc := analyse(t, "Sales posted growth of -2 percent, while the balance was -3 percent of output.")
	got := []corpus.Percentage{doc.Findings[0].Value.(corpus.Percentage), doc.Findings[1].Value.(corpus.Percentage)}
	if got[0].Low != 2 || got[0].Change != corpus.Down {
		t.Errorf("growth of -2 percent: got %v, %s; want a fall of 2", got[0].Low, got[0].Change)
	}
	if got[1].Low != -3 || got[1].Change != corpus.NoChange {
		t.Errorf("a balance of -3 percent: got %v, %s; want a level of -3", got[1].Low, got[1].Change)
	}
}

// TestAnyWords puts words of all the lists in any order: nothing breaks, the pipeline
// finds no fault with any span, and the same text gives the same findings.
func TestAnyWords(t *testing.T) {
	pieces := append(strings.Fields(`3% 4.5 percent 2-3 points rose fell to from by of in the a exports GDP , ; ( ) and or which
		that is expected 2022 year per between about than higher respectively with for — growth rate "`),
		slices.Sorted(maps.Keys(boundingWords))...)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(t, "words"), " ")
		first, second := paragraph(text), paragraph(text)
		p, err := newPipeline()
		if err != nil {
			t.Fatal(err)
		}
		for _, doc := range []*corpus.Document{first, second} {
			if err := p.Analyse(doc); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
		if diff := cmp.Diff(first.Findings, second.Findings); diff != "" {
			t.Fatalf("%q: a second run differs:\n%s", text, diff)
		}
	})
}

// BenchmarkExtract runs over sentences of which one in four has a percentage.
func BenchmarkExtract(b *testing.B) {
	doc := paragraph(strings.Repeat("Exports of cars rose by about 3½ percent in 2021, to 12 percent of output. "+
		"The ministers met in the capital and agreed on little. Prices were stable for most of the year. "+
		"The port reopened after a week of storms. ", 200))
	if err := analyser(b).Analyse(doc); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		extract(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
