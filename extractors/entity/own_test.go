package entity_test

import (
	"io"
	"strings"
	"testing"

	"augury/corpus"
	"augury/extractors/entity"
	"augury/internal/gazetteer"
	"augury/pipeline"
)

// TestOwnGazetteer holds that a user's names beat what is recognised, but do not cut a
// longer name in two.
func TestOwnGazetteer(t *testing.T) {
	own, err := gazetteer.ReadOwn("desk.csv", strings.NewReader(`name,label,canonical,code
the Cabal,ORG,,
Jordan,PERSON,Jordan Pell,
Kenya,GPE,Republic of Kenya,KE
`))
	if err != nil {
		t.Fatal(err)
	}
	e := entity.New(entity.Options{Gazetteer: own})
	if e.Version == entity.Extractor.Version || !strings.HasSuffix(e.Version, own.Hash()) {
		t.Errorf("version %s", e.Version)
	}
	p, err := pipeline.New([]*pipeline.Extractor{e})
	if err != nil {
		t.Fatal(err)
	}
	const text = "Officials in Kenya met Jordan in the spring. Aides said the Cabal was absent. The Central Bank of Kenya lent the money.\n"
	doc, err := corpus.Read(corpus.Source{Name: "example.txt", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}, corpus.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Analyse(doc); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range doc.Findings {
		v := f.Value.(corpus.Entity)
		got = append(got, doc.Words(f.Span)+"|"+string(v.Label)+"|"+v.Canonical)
	}
	want := []string{
		"Kenya|GPE|Republic of Kenya", "Jordan|PERSON|Jordan Pell", "the Cabal|ORG|the Cabal",
		"Central Bank of Kenya|ORG|Central Bank of Kenya",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
