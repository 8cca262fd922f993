package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"augury/corpus"
	"augury/internal/span"
)

// anyText is text with what offsets stumble over: characters of one to four bytes, quotes,
// line ends, combining marks.
var anyText = rapid.StringOfN(rapid.OneOf(
	rapid.RuneFrom([]rune("ab may will 5%.\n\r\t\"'“”’–é🌍👩‍🌾е́שלום中文,;=")), rapid.Rune(),
), 1, 60, -1)

// anyDocument draws a document with findings of every kind at any place.
func anyDocument(t *rapid.T, key string) *corpus.Document {
	paragraphs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
		// Repeats give equal sentences and quotes.
		return rapid.OneOf(anyText, rapid.Just("Rates may rise. Rates may rise.")).Draw(t, "paragraph")
	}), 1, 4).Draw(t, "paragraphs")
	d := newBrief(key, paragraphs...)
	d.Hash = key // may repeat a text, as another document
	d.Title = anyText.Draw(t, "title")
	for range rapid.IntRange(0, 12).Draw(t, "findings") {
		sentence := d.Sentences[rapid.IntRange(0, len(d.Sentences)-1).Draw(t, "sentence")]
		within := func(outer corpus.Span, name string) corpus.Span {
			var bounds []int // of characters
			for i := range d.Words(outer) {
				bounds = append(bounds, outer.Start+i)
			}
			bounds = append(bounds, outer.End)
			first := rapid.IntRange(0, len(bounds)-2).Draw(t, name+" start")
			last := rapid.IntRange(first+1, len(bounds)-1).Draw(t, name+" end")
			return corpus.Span{Start: bounds[first], End: bounds[last]}
		}
		maybe := func(name string) corpus.Span {
			if rapid.Bool().Draw(t, "no "+name) {
				return corpus.Span{}
			}
			return within(corpus.Span{End: len(d.Text)}, name)
		}
		if sentence.Empty() {
			continue
		}
		f := corpus.Finding{Span: within(sentence.Span, "finding"), Rule: "r", Extractor: "e", Version: "1"}
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			f.Value = corpus.Entity{
				Label: rapid.SampledFrom(corpus.Labels).Draw(t, "label"), Canonical: anyText.Draw(t, "canonical"),
				Country: rapid.SampledFrom([]string{"", "KZ"}).Draw(t, "country"),
			}
		case 1:
			f.Value = corpus.Percentage{
				Low: rapid.Float64Range(-1e6, 1e6).Draw(t, "low"), High: rapid.Float64Range(-1e6, 1e6).Draw(t, "high"),
				Unit: corpus.Percent, Bound: corpus.About, Change: corpus.Down,
				Of: maybe("of"), Subject: maybe("subject"), Time: maybe("time"),
			}
		case 2:
			f.Value = corpus.Claim{
				Cue: within(f.Span, "cue"), Type: corpus.Risk, Certainty: corpus.Possible, CertaintyText: maybe("certainty"),
				Negated: rapid.Bool().Draw(t, "negated"), Horizon: corpus.Long, HorizonText: maybe("horizon"),
				Condition: maybe("condition"), Source: maybe("source"), Restates: maybe("restates"),
				Direction: rapid.SampledFrom(corpus.Directions).Draw(t, "direction"),
				Scorable:  rapid.Bool().Draw(t, "scorable"), Unscorable: corpus.NoHorizon,
				HorizonStart: rapid.SampledFrom([]corpus.Date{{}, {Year: 2031, Month: 2, Day: 3}}).Draw(t, "start"),
				HorizonEnd:   rapid.SampledFrom([]corpus.Date{{}, {Year: 2040, Month: 12, Day: 31}}).Draw(t, "end"),
				Probability: rapid.SampledFrom([]corpus.Probability{
					{}, {Stated: true}, {Stated: true, Low: 12.5, High: 100},
				}).Draw(t, "probability"),
			}
		}
		f.Score = rapid.Float64Range(0, 1).Draw(t, "score")
		f.Kind = f.Value.Kind()
		d.Findings = append(d.Findings, f)
	}
	return d
}

// checkStored holds what is stored against the document: everything loaded is what was
// saved, and each stored quote and sentence is the bytes of the text at its offsets.
func checkStored(t *rapid.T, s *Store, id int64, d *corpus.Document) {
	loaded, err := s.Document(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	// Twins, alike in span, kind and cue, come back in no certain order.
	if diff := cmp.Diff(counted(d.Findings), counted(loaded.Findings)); diff != "" {
		t.Fatalf("findings (-saved +loaded):\n%s", diff)
	}
	for i := 1; i < len(loaded.Findings); i++ {
		if span.Compare(loaded.Findings[i-1].Span, loaded.Findings[i].Span) > 0 {
			t.Fatalf("finding %d is out of order", i)
		}
	}
	whole, structure := *d, *loaded
	whole.Findings, structure.Findings = nil, nil
	if diff := cmp.Diff(whole, structure); diff != "" {
		t.Fatalf("document (-saved +loaded):\n%s", diff)
	}
	rows := 0
	for _, table := range []*Table{Claims, Mentions, Percentages} {
		for row, err := range s.Rows(context.Background(), table, Filter{Document: id}) {
			if err != nil {
				t.Fatal(err)
			}
			rows++
			at := map[string]any{}
			for i, c := range table.Columns {
				at[c.Name] = row[i]
			}
			for quote, offsets := range map[string]string{"quote": "", "sentence": "sentence_", "cue": "cue_"} {
				if at[quote] == nil {
					continue // mentions have no cue
				}
				start, end := at[offsets+"start"].(int64), at[offsets+"end"].(int64)
				if d.Text[start:end] != at[quote] {
					t.Fatalf("%s %q is not %q at [%d,%d)", quote, at[quote], d.Text[start:end], start, end)
				}
			}
		}
	}
	if rows != len(d.Findings) {
		t.Fatalf("%d rows for %d findings", rows, len(d.Findings))
	}
}

// counted gives each finding with how often it is there.
func counted(findings []corpus.Finding) map[corpus.Finding]int {
	counts := map[corpus.Finding]int{}
	for _, f := range findings {
		counts[f]++
	}
	return counts
}

func TestAnyDocument(t *testing.T) {
	s := openTest(t)
	count := 0
	rapid.Check(t, func(t *rapid.T) {
		count++
		key := fmt.Sprintf("any-%d.txt", count)
		d := anyDocument(t, key)
		saved, err := s.Save(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		checkStored(t, s, saved.Document, d)

		// Other findings over the same text, as a newer extractor would make them.
		again := *d
		again.Findings = nil
		for _, f := range d.Findings {
			switch rapid.IntRange(0, 2).Draw(t, "fate") {
			case 0: // gone
			case 1:
				again.Findings = append(again.Findings, f)
			case 2:
				f.Rule = "newer"
				again.Findings = append(again.Findings, f)
			}
		}
		changes, err := s.Reextract(context.Background(), &again)
		if err != nil {
			t.Fatal(err)
		}
		if changes.Kept+changes.Changed+changes.Added != len(again.Findings) ||
			changes.Kept+changes.Changed+changes.Removed != len(d.Findings) {
			t.Fatalf("%+v from %d findings to %d", changes, len(d.Findings), len(again.Findings))
		}
		checkStored(t, s, saved.Document, &again)
	})
}

// FuzzSqueeze holds what keys rely on: squeezed text has no white space but single spaces,
// and the start of a text squeezes to the start of what the text does.
func FuzzSqueeze(f *testing.F) {
	f.Add("a  b\n\tc", uint8(3))
	f.Add(" \u00a0é🌍 ", uint8(1))
	f.Fuzz(func(t *testing.T, text string, n uint8) {
		got := squeeze(text)
		if strings.Contains(got, "  ") || strings.ContainsAny(got, "\n\t\r") {
			t.Errorf("squeeze(%q) = %q", text, got)
		}
		cut := min(int(n), len(text))
		for cut > 0 && cut < len(text) && text[cut]&0xC0 == 0x80 {
			cut--
		}
		if start := squeeze(text[:cut]); !strings.HasPrefix(got, start) {
			t.Errorf("squeeze(%q) = %q does not begin with %q", text, got, start)
		}
	})
}
