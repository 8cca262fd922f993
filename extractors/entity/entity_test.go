package entity_test

import (
	"io"
	"strings"
	"testing"

	"augury/corpus"
	"augury/extractors/entity"
	"augury/pipeline"
)

// analyse reads a text and runs the extractor over it.
func analyse(t testing.TB, text string) *corpus.Document {
	t.Helper()
	p, err := pipeline.New([]*pipeline.Extractor{entity.Extractor})
	if err != nil {
		t.Fatal(err)
	}
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
	doc, err := corpus.Read(corpus.Source{Name: "brief.txt", Open: open}, corpus.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Analyse(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}
