package forecast

import (
	"io"
	"strings"
	"testing"

	"augury/corpus"
	"augury/extractors/entity"
	"augury/pipeline"
)

// analyser takes texts through the pipeline, up to the claims.
func analyser(t testing.TB) func(text string) *corpus.Document {
	t.Helper()
	p, err := pipeline.New([]*pipeline.Extractor{entity.Extractor, Extractor})
	if err != nil {
		t.Fatal(err)
	}
	return func(text string) *corpus.Document {
		source := corpus.Source{Name: "example.txt", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(text)), nil
		}}
		doc, err := corpus.Read(source, corpus.DefaultLimits)
		if err != nil {
			t.Fatalf("read %q: %v", text, err)
		}
		if err := p.Analyse(doc); err != nil {
			t.Fatalf("analyse %q: %v", text, err)
		}
		return doc
	}
}

// paragraph puts a sentence between others, so that the reader takes it for prose.
func paragraph(sentence string) string {
	return "The meeting took place in the old town hall. " + sentence + " Those present took note of the report.\n"
}

// claimsOf gives the claims of a document.
func claimsOf(doc *corpus.Document) []corpus.Finding {
	var claims []corpus.Finding
	for _, f := range doc.Findings {
		if f.Kind == corpus.KindClaim {
			claims = append(claims, f)
		}
	}
	return claims
}

// TestGrammar runs the sentences of grammar.txt: those that show a rule and those in which
// it must find nothing.
func TestGrammar(t *testing.T) {
	analyse := analyser(t)
	for _, r := range grammar {
		if len(r.yes) == 0 {
			t.Errorf("rule %s has no example", r.name)
		}
		for _, example := range r.yes {
			before, rest, _ := strings.Cut(example, "[")
			cue, after, ok := strings.Cut(rest, "]")
			if !ok {
				t.Errorf("rule %s: example %q marks no cue", r.name, example)
				continue
			}
			doc := analyse(paragraph(before + cue + after))
			found := claimsOf(doc)
			if len(found) != 1 {
				t.Errorf("rule %s: %q holds %d claims: %s", r.name, example, len(found), show(doc, found))
				continue
			}
			if got := doc.Words(found[0].Value.(corpus.Claim).Cue); found[0].Rule != r.name || got != cue {
				t.Errorf("rule %s: %q gives the cue %q by %s", r.name, example, got, found[0].Rule)
			}
		}
		for _, example := range r.no {
			doc := analyse(paragraph(example))
			for _, f := range claimsOf(doc) {
				if f.Rule == r.name {
					t.Errorf("rule %s: %q must hold no claim, but does: %s", r.name, example, show(doc, []corpus.Finding{f}))
				}
			}
		}
	}
}

// show lists claims by rule, cue and clause.
func show(doc *corpus.Document, claims []corpus.Finding) string {
	var lines []string
	for _, f := range claims {
		lines = append(lines, f.Rule+" {"+doc.Words(f.Value.(corpus.Claim).Cue)+"} "+doc.Words(f.Span))
	}
	return strings.Join(lines, "; ")
}

func TestForms(t *testing.T) {
	for entry, want := range map[string]string{
		"likely":                    "likely",
		"+expect":                   "expect expects expected expecting",
		"+announce":                 "announce announces announced announcing",
		"+imply":                    "imply implies implied implying",
		"+say:said":                 "say said says saying",
		"+plan:planned:planning":    "plan planned planning plans",
		"+foresee:foresaw:foreseen": "foresee foresaw foreseen foresees foreseeing",
	} {
		if got := strings.Join(forms(entry), " "); got != want {
			t.Errorf("forms(%s) = %s; want %s", entry, got, want)
		}
	}
}
