package entity_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"augury/corpus"
	"augury/extractors/entity"
	"augury/pipeline"
)

// newPipeline makes a pipeline of the one extractor.
func newPipeline(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New([]*pipeline.Extractor{entity.Extractor})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// read makes a document of a text.
func read(text string) (*corpus.Document, error) {
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
	return corpus.Read(corpus.Source{Name: "brief.txt", Open: open}, corpus.DefaultLimits)
}

// analyse reads a text and runs the extractor over it.
func analyse(t testing.TB, p *pipeline.Pipeline, text string) *corpus.Document {
	t.Helper()
	doc, err := read(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Analyse(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// marked writes a document's text with its mentions in brackets, each with its label.
func marked(doc *corpus.Document) string {
	var b strings.Builder
	at := 0
	for _, f := range doc.Findings {
		fmt.Fprintf(&b, "%s[%s]%s", doc.Text[at:f.Span.Start], doc.Words(f.Span), f.Value.(corpus.Entity).Label)
		at = f.Span.End
	}
	b.WriteString(doc.Text[at:])
	return b.String()
}

// plain takes the brackets and labels out of a marked text. Brackets of the text itself
// are round.
func plain(marked string) string {
	for _, label := range corpus.Labels {
		marked = strings.ReplaceAll(marked, "]"+string(label), "")
	}
	return strings.ReplaceAll(marked, "[", "")
}

// TestExamples holds each rule to sentences of our own: every mention is marked in them,
// and what is not marked must not be found.
func TestExamples(t *testing.T) {
	p := newPipeline(t)
	for _, rule := range examples {
		t.Run(rule.name, func(t *testing.T) {
			for _, want := range rule.texts {
				if got := marked(analyse(t, p, plain(want))); got != want {
					t.Errorf("got  %s\nwant %s", got, want)
				}
			}
		})
	}
}

// TestRules says which rule a finding names.
func TestRules(t *testing.T) {
	p := newPipeline(t)
	for _, test := range []struct{ text, name, rule string }{
		{"Growth in Peru slowed.", "Peru", "country"},
		{"Growth in Arequipa slowed.", "Arequipa", "place"},
		{"Peruvian firms are hiring.", "Peruvian", "people"},
		{"Talks with NATO go on.", "NATO", "known_name"},
		{"The Harbour Safety Authority (HSA) objects.", "HSA", "acronym_definition"},
		{"The Harbour Safety Authority objects.", "Harbour Safety Authority", "head_word_org"},
		{"Ministers met President Kovalenko.", "Kovalenko", "person_title"},
		{"We asked Maria Kovalenko about it. It was Kovalenko who had signed.", "Kovalenko", "document_repeat"},
		{"The town of Zarechny is empty.", "Zarechny", "noun_of"},
	} {
		doc := analyse(t, p, test.text)
		rule := ""
		for _, f := range doc.Findings {
			if doc.Words(f.Span) == test.name {
				rule = f.Rule
			}
		}
		if rule != test.rule {
			t.Errorf("%q in %q: rule %q, want %q", test.name, test.text, rule, test.rule)
		}
	}
}

// TestResolve says which name mentions share, and which have a country's code.
func TestResolve(t *testing.T) {
	p := newPipeline(t)
	for _, test := range []struct {
		text string
		want []string // "mention > canonical", " = code" where there is one
	}{
		{
			"The Coastal Road Initiative (CRI) was delayed. The CRI costs too much.",
			[]string{"Coastal Road Initiative > Coastal Road Initiative", "CRI > Coastal Road Initiative", "CRI > Coastal Road Initiative"},
		},
		{
			"The U.S. asked for talks. The United States and the UK agreed.",
			[]string{"U.S. > United States = US", "United States > United States = US", "UK > UK = GB"},
		},
		{
			"President Maria Kovalenko spoke first. Kovalenko then left with Ivan Petrov; Petrov stayed silent.",
			[]string{"Maria Kovalenko > Maria Kovalenko", "Kovalenko > Maria Kovalenko", "Ivan Petrov > Ivan Petrov", "Petrov > Ivan Petrov"},
		},
		{
			"The Green Port Projects began in Lima. One Green Port Project has ended.",
			[]string{"Green Port Projects > Green Port Projects", "Lima > Lima", "Green Port Project > Green Port Projects"},
		},
		{
			"The Parliament of Iceland met. The Parliament has 63 seats.",
			[]string{"Parliament of Iceland > Parliament of Iceland", "Parliament > Parliament of Iceland"},
		},
		{
			"The UN met. The UN Security Council did not.",
			[]string{"UN > UN", "UN Security Council > UN Security Council"},
		},
		{
			"Shares of Orion Corp. fell. Orion Corporation had warned of it.",
			[]string{"Orion Corp. > Orion Corporation", "Orion Corporation > Orion Corporation"},
		},
		{
			"French voters and the French disagree with Paris.",
			[]string{"French > French", "French > French", "Paris > Paris"},
		},
		{
			"Russia left Georgia in 2008.",
			[]string{"Russia > Russia = RU", "Georgia > Georgia = GE"},
		},
		{
			"Florida and Georgia have their own rules.",
			[]string{"Florida > Florida", "Georgia > Georgia"},
		},
		{
			"Puerto Rico and the Soviet Union have no code here.",
			[]string{"Puerto Rico > Puerto Rico", "Soviet Union > Soviet Union"},
		},
	} {
		doc := analyse(t, p, test.text)
		var got []string
		for _, f := range doc.Findings {
			e := f.Value.(corpus.Entity)
			line := doc.Words(f.Span) + " > " + e.Canonical
			if e.Country != "" {
				line += " = " + e.Country
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// TestOrder holds that mentions come in the order of the text, do not overlap, and have a
// canonical name that the document has.
func TestOrder(t *testing.T) {
	p := newPipeline(t)
	words := rapid.SampledFrom([]string{
		"the", "The", "of", "for", "and", "on", "in", "'s", "’s", "-", "(", ")", ",", ".", "“", "”", "\n", "2021", "3rd", "al-", "de",
		"Peru", "Peruvian", "U.S.", "Ministry", "Bank", "Maria", "Kovalenko", "President", "Minister", "Secretary", "State", "Northern",
		"War", "war", "Agreement", "Operation", "Lake", "NATO", "HSA", "Harbour", "Safety", "Authority", "Élan", "said", "town", "May",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(words, 1, 60).Draw(t, "words"), " ")
		doc, err := read(text)
		if err != nil {
			t.Skip("no brief")
		}
		if err := p.Analyse(doc); err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, f := range doc.Findings {
			if f.Span.Start < end {
				t.Fatalf("%q at byte %d overlaps with the mention before it", doc.Words(f.Span), f.Span.Start)
			}
			end = f.Span.End
			e := f.Value.(corpus.Entity)
			if !strings.Contains(strings.Join(strings.Fields(doc.Text), " "), e.Canonical) {
				t.Fatalf("%q has the canonical name %q, which the text does not", doc.Words(f.Span), e.Canonical)
			}
		}
	})
}

// TestManyAcronyms holds that time grows with the text, not with its square: it would run
// for minutes.
func TestManyAcronyms(t *testing.T) {
	var b strings.Builder
	for i := range 4000 {
		x, y := 'A'+rune(i%26), 'A'+rune(i/26%26)
		fmt.Fprintf(&b, "The %cvol %crim Tavel Ministry (%c%cTM) met %conim %carel, 34.\n", x, y, x, y, x, y)
	}
	if doc := analyse(t, newPipeline(t), b.String()); len(doc.Findings) < 8000 {
		t.Errorf("%d findings, want two a line", len(doc.Findings))
	}
}

// BenchmarkExtract measures the extractor alone, on a brief of some 5,000 tokens.
func BenchmarkExtract(b *testing.B) {
	doc := analyse(b, newPipeline(b), strings.Repeat(`The Ministry of Transport of Kazakhstan said on Tuesday that the
Trans-Caspian Freight Programme (TCFP) would grow by 12 percent this year. Minister Aigerim Sadykova told Reuters that
U.S. and Chinese firms had shown interest; the World Bank and the EU may lend to the TCFP as well. Analysts in Almaty are
less sure. Sadykova expects volumes on the Caspian Sea to double by 2030, although the port of Aktau silts up and prices
are rising faster than wages.

`, 50))
	extract, err := entity.Extractor.Load()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		extract(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
