package forecast

import (
	"io"
	"strings"
	"testing"

	"augury/corpus"
	"augury/extractors/entity"
	"augury/internal/likelihood"
	"augury/pipeline"
)

// TestCertaintyWords reads words of likelihood and probabilities in figures.
func TestCertaintyWords(t *testing.T) {
	analyse := analyser(t)
	for _, c := range []struct {
		sentence  string
		want      corpus.Certainty
		low, high float64 // of a probability in figures
	}{
		{"The talks are not likely to succeed.", corpus.Unlikely, 0, 0},
		{"The talks are highly unlikely to succeed.", corpus.VeryUnlikely, 0, 0},
		{"It is very likely indeed that the talks will fail.", corpus.VeryLikely, 0, 0},
		{"There is a 60% chance that the talks will fail.", corpus.Likely, 60, 60},
		{"There is a 10 percent probability that the dam will burst.", corpus.VeryUnlikely, 10, 10},
		{"There is a one in three chance that the dam will burst.", corpus.Unlikely, 100.0 / 3, 100.0 / 3},
		{"There is a 60 to 70 percent chance that the talks will fail.", corpus.Likely, 60, 70},
		{"The odds are that the talks will fail.", corpus.Likely, 0, 0},
		{"Chances are the talks will fail.", corpus.Likely, 0, 0},
	} {
		claims := claimsOf(analyse(paragraph(c.sentence)))
		if len(claims) != 1 {
			t.Errorf("%q: %d claims", c.sentence, len(claims))
			continue
		}
		got := claims[0].Value.(corpus.Claim)
		if got.Certainty != c.want {
			t.Errorf("%q: %s, want %s", c.sentence, got.Certainty, c.want)
		}
		if want := (corpus.Probability{Stated: c.low > 0, Low: c.low, High: c.high}); got.Probability != want {
			t.Errorf("%q: probability %+v, want %+v", c.sentence, got.Probability, want)
		}
	}
}

// TestOwnLexicon holds that a user's words count, in that extractor alone.
func TestOwnLexicon(t *testing.T) {
	lexicon, err := likelihood.ReadLexicon("desk.tsv", strings.NewReader("remote\tin a month of Sundays\nalmost_certain\tlikely\n"))
	if err != nil {
		t.Fatal(err)
	}
	own := New(Options{Lexicon: lexicon})
	if own.Version == Extractor.Version || !strings.Contains(own.Version, lexicon.Hash()) {
		t.Errorf("version %s with a lexicon, %s without", own.Version, Extractor.Version)
	}
	p, err := pipeline.New([]*pipeline.Extractor{entity.Extractor, own})
	if err != nil {
		t.Fatal(err)
	}
	for sentence, want := range map[string][2]corpus.Certainty{
		"The two sides will not agree in a month of Sundays.": {corpus.Remote, corpus.Unhedged},
		"Prices are likely to rise.":                          {corpus.AlmostCertain, corpus.Likely},
		"Prices are very likely to rise.":                     {corpus.VeryLikely, corpus.VeryLikely},
	} {
		ownDoc, err := corpus.Read(corpus.Source{Name: "example.txt", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(paragraph(sentence))), nil
		}}, corpus.DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Analyse(ownDoc); err != nil {
			t.Fatal(err)
		}
		for i, doc := range []*corpus.Document{ownDoc, analyser(t)(paragraph(sentence))} {
			claims := claimsOf(doc)
			if len(claims) != 1 {
				t.Errorf("%q: %d claims", sentence, len(claims))
				continue
			}
			if got := claims[0].Value.(corpus.Claim).Certainty; got != want[i] {
				t.Errorf("%q, extractor %d: %s, want %s", sentence, i, got, want[i])
			}
		}
	}
}
