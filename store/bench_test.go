package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"augury/corpus"
)

// typicalBrief has 100 findings in some 60 sentences and 8 KiB: 70 mentions, 10
// percentages and 20 claims. Of its mentions half are of countries, which every brief
// mentions some of, a quarter of agencies that many do, a quarter of its own.
func typicalBrief(i int) *corpus.Document {
	var paragraphs []string
	for p := range 10 {
		if p%5 == 0 {
			paragraphs = append(paragraphs, "# Forecast")
		}
		var text strings.Builder
		for n := range 6 {
			fmt.Fprintf(&text, "In section %d of brief %d the ministry of Country%d notes that, of all lines built, %d%% will likely close by %d as Agency%d expects. ",
				p, i, (i+n)%len(benchCodes), 10+n, 2025+n, benchAgency(i, p))
		}
		paragraphs = append(paragraphs, strings.TrimSpace(text.String()))
	}
	d := newBrief(fmt.Sprintf("brief-%d.txt", i), paragraphs...)
	mentions, percentages, claims := 0, 0, 0
	n := -1
	for _, sentence := range d.Sentences {
		within := func(words string) corpus.Span {
			start := sentence.Start + strings.Index(d.Words(sentence.Span), words)
			return corpus.Span{Start: start, End: start + len(words)}
		}
		add := func(s corpus.Span, v corpus.Value) {
			d.Findings = append(d.Findings, corpus.Finding{Kind: v.Kind(), Span: s, Rule: "rule", Extractor: "bench", Version: "1", Value: v})
		}
		if !strings.Contains(d.Words(sentence.Span), "ministry") {
			continue
		}
		n = (n + 1) % 6
		country := within(strings.Fields(d.Words(sentence.Span)[strings.Index(d.Words(sentence.Span), "Country"):])[0])
		if mentions < 70 {
			add(country, corpus.Entity{Label: corpus.GPE, Canonical: d.Words(country), Country: benchCodes[(i+n)%len(benchCodes)]})
			agency := strings.Fields(d.Words(sentence.Span)[strings.Index(d.Words(sentence.Span), "Agency"):])[0]
			add(within(agency), corpus.Entity{Label: corpus.Org, Canonical: agency})
			mentions += 2
		}
		if percentages < 10 {
			s := within("% will")
			add(corpus.Span{Start: s.Start - 2, End: s.Start + 1}, corpus.Percentage{Low: 10, High: 10, Unit: corpus.Percent, Of: within("lines")})
			percentages++
		}
		if claims < 20 {
			clause := corpus.Span{Start: country.Start, End: within(" as Agency").Start}
			add(clause, corpus.Claim{Cue: within("will likely"), Type: corpus.Prediction, Certainty: corpus.Likely,
				Horizon: corpus.Dated, HorizonText: within("by 20"), Source: within("Agency")})
			claims++
		}
	}
	return d
}

// benchCodes are the countries of typical briefs: Country0 is the first.
var benchCodes = strings.Fields(`AR AM AU AT AZ BD BY BE BR BG CA CL CN CO HR CU CY CZ DK EG
	EE ET FI FR GE DE GH GR HU IN ID IR IQ IE IL IT JP JO KZ KE KW KG LV LT MX MA NL NG NO PK`)

// benchAgency is the number of the agency in a paragraph of a typical brief.
func benchAgency(brief, paragraph int) int {
	if paragraph%2 == 0 {
		return (brief + paragraph) % 200
	}
	return 200 + brief*5 + paragraph/2
}

func BenchmarkSave(b *testing.B) {
	s := openTest(b)
	d := typicalBrief(1)
	if len(d.Findings) != 100 {
		b.Fatalf("%d findings", len(d.Findings))
	}
	b.SetBytes(int64(len(d.Text)))
	i := 0
	for b.Loop() {
		i++
		d.Key, d.Hash = fmt.Sprint("key ", i), fmt.Sprint("hash ", i)
		mustSave(b, s, d)
	}
}

func BenchmarkKnown(b *testing.B) {
	s := openTest(b)
	d := typicalBrief(1)
	mustSave(b, s, d)
	for b.Loop() {
		if _, known, err := s.Known(context.Background(), d); err != nil || !known {
			b.Fatal(known, err)
		}
	}
}

func BenchmarkReextractUnchanged(b *testing.B) {
	s := openTest(b)
	d := typicalBrief(1)
	mustSave(b, s, d)
	for b.Loop() {
		if _, err := s.Reextract(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkQuery runs queries over 2,000 briefs with 200,000 findings.
func BenchmarkQuery(b *testing.B) {
	s := openTest(b)
	for i := range 2000 {
		mustSave(b, s, typicalBrief(i))
	}
	for _, c := range []struct {
		name  string
		table *Table
		f     Filter
	}{
		{"documents", Documents, Filter{}},
		{"documents-text", Documents, Filter{Text: `"ministry of Country7"`}},
		{"documents-country", Documents, Filter{Country: "KZ", Limit: 50}},
		{"claims-first-50", Claims, Filter{Limit: 50, Yardstick: icd203}},
		{"claims-by-date", Claims, Filter{Sort: "-published", Limit: 50}},
		{"claims-entity", Claims, Filter{Entity: "Country7", Limit: 50}},
		{"claims-entity-all", Claims, Filter{Entity: "Country7"}},
		{"claims-agency", Claims, Filter{Entity: "agency1000"}},
		{"claims-country", Claims, Filter{Country: "KZ", Limit: 50}},
		{"claims-text", Claims, Filter{Text: "agency7 expects", Limit: 50}},
		{"claims-of-one", Claims, Filter{Document: 1000}},
		{"entities", Entities, Filter{Sort: "-mentions", Limit: 50}},
		{"entities-by-claims", Entities, Filter{Sort: "-claims", Limit: 50}},
		{"entities-by-date", Entities, Filter{Sort: "-last_published", Limit: 50, Label: corpus.Org}},
		{"entities-in-forecasts", Entities, Filter{Role: corpus.RoleForecast, Sort: "-mentions", Limit: 50}},
		{"entities-of-country", Entities, Filter{Country: "KZ"}},
		{"all-entities", Entities, Filter{}},
		{"mentions-of-one-entity", Mentions, Filter{Entity: "Country7", Limit: 50}},
		{"all-claims", Claims, Filter{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			rows := 0
			for b.Loop() {
				rows = len(allRows(b, s, c.table, c.f))
			}
			b.ReportMetric(float64(rows), "rows")
		})
	}
}
