package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"augury/corpus"
)

// moment is what the clock of tests shows.
var moment = time.Date(2024, 5, 27, 9, 30, 0, 0, time.UTC)

// openTest opens a new database on disk with a clock that stands still.
func openTest(t testing.TB) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "briefs.db"), Options{Now: func() time.Time { return moment }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// newBrief makes a document of paragraphs. One that begins with "# " is a heading and
// opens a section with the role that it names.
func newBrief(key string, paragraphs ...string) *corpus.Document {
	d := &corpus.Document{
		Source: key, Key: "/briefs/" + key, Format: "text", Title: "On " + key, Language: "en",
		Authors: []string{"Ada Marsh", "Ben Ode"}, Outlet: "Desk Notes",
		Published:  corpus.Date{Year: 2024, Month: 5, Day: 27},
		Extractors: map[string]string{"entity": "1", "forecast": "1", "percent": "1"},
	}
	var text strings.Builder
	for i, p := range paragraphs {
		if i > 0 {
			text.WriteString("\n\n")
		}
		block := corpus.Block{Kind: corpus.Paragraph}
		heading, isHeading := strings.CutPrefix(p, "# ")
		if isHeading {
			p, block.Kind, block.Level = heading, corpus.Heading, 1
		}
		block.Span = corpus.Span{Start: text.Len(), End: text.Len() + len(p)}
		text.WriteString(p)
		d.Blocks = append(d.Blocks, block)
		switch {
		case isHeading:
			role := corpus.Role(strings.ToLower(p))
			d.Sections = append(d.Sections, corpus.Section{Span: block.Span, Heading: block.Span, Level: 1, Role: role})
		case len(d.Sections) == 0:
			d.Sections = append(d.Sections, corpus.Section{Span: block.Span, Role: corpus.RoleBody})
		}
		d.Sections[len(d.Sections)-1].End = block.End
	}
	d.Text = text.String()
	hash := sha256.Sum256([]byte(d.Text))
	d.Hash = hex.EncodeToString(hash[:])
	segment(d)
	return d
}

// segment cuts blocks into sentences after each full stop that a space follows.
func segment(d *corpus.Document) {
	d.Sentences = nil
	for i, b := range d.Blocks {
		for start := b.Start; start < b.End; {
			end := b.End
			if stop := strings.Index(d.Text[start:b.End], ". "); stop >= 0 {
				end = start + stop + 1
			}
			d.Sentences = append(d.Sentences, corpus.Sentence{
				Span: corpus.Span{Start: start, End: end}, Block: i, Section: d.SectionAt(start),
			})
			start = end + 1
		}
	}
}

// place is the span of the n-th place, from 0, of words in the text.
func placeOf(d *corpus.Document, words string, n int) corpus.Span {
	at := 0
	for ; ; n-- {
		next := strings.Index(d.Text[at:], words)
		if next < 0 {
			panic("no " + words)
		}
		at += next
		if n == 0 {
			return corpus.Span{Start: at, End: at + len(words)}
		}
		at++
	}
}

func addMention(d *corpus.Document, words string, n int, e corpus.Entity) {
	d.Findings = append(d.Findings, corpus.Finding{
		Kind: corpus.KindEntity, Span: placeOf(d, words, n), Rule: "list", Extractor: "entity", Version: "1", Value: e,
	})
}

func addPercentage(d *corpus.Document, words string, p corpus.Percentage) {
	d.Findings = append(d.Findings, corpus.Finding{
		Kind: corpus.KindPercentage, Span: placeOf(d, words, 0), Rule: "figure", Extractor: "percent", Version: "1", Value: p,
	})
}

func addClaim(d *corpus.Document, clause, cue string, c corpus.Claim) {
	span := placeOf(d, clause, 0)
	c.Cue = corpus.Span{Start: strings.Index(clause, cue)}.Shift(span.Start)
	c.Cue.End = c.Cue.Start + len(cue)
	d.Findings = append(d.Findings, corpus.Finding{
		Kind: corpus.KindClaim, Span: span, Rule: "modal", Extractor: "forecast", Version: "1", Value: c,
	})
}

var (
	kazakhstan = corpus.Entity{Label: corpus.GPE, Canonical: "Kazakhstan", Country: "KZ"}
	kazakhs    = corpus.Entity{Label: corpus.NORP, Canonical: "Kazakh"}
	grid       = corpus.Entity{Label: corpus.Initiative, Canonical: "Green Grid Plan"}
)

// gridBrief is a brief with findings of every kind.
func gridBrief() *corpus.Document {
	d := newBrief("grid.txt",
		"# Summary",
		"Kazakhstan imports about 12% of its power in winter. The Green Grid Plan (GGP) is new.",
		"# Forecast",
		"If loans stay cheap, Kazakhstan will likely build two lines by 2030. The bank says rates may rise 3 points.")
	addMention(d, "Kazakhstan", 0, kazakhstan)
	addPercentage(d, "12%", corpus.Percentage{
		Low: 12, High: 12, Unit: corpus.Percent, Bound: corpus.About, Change: corpus.NoChange,
		Of: placeOf(d, "its power", 0), Subject: placeOf(d, "Kazakhstan", 0), Time: placeOf(d, "winter", 0),
	})
	addMention(d, "Green Grid Plan", 0, grid)
	addMention(d, "GGP", 0, grid)
	addClaim(d, "Kazakhstan will likely build two lines by 2030", "will likely", corpus.Claim{
		Type: corpus.Prediction, Certainty: corpus.Likely, CertaintyText: placeOf(d, "likely", 0),
		Horizon: corpus.Dated, HorizonText: placeOf(d, "by 2030", 0), Condition: placeOf(d, "If loans stay cheap", 0),
		HorizonStart: corpus.Date{Year: 2024, Month: 5, Day: 27}, HorizonEnd: corpus.Date{Year: 2030, Month: 12, Day: 31},
		Direction: corpus.Begin, Scorable: true, Probability: corpus.Probability{Stated: true, Low: 60, High: 70},
	})
	d.Findings[len(d.Findings)-1].Score = 0.75
	addMention(d, "Kazakhstan", 1, kazakhstan)
	addClaim(d, "rates may rise 3 points", "may", corpus.Claim{
		Type: corpus.Risk, Certainty: corpus.Possible, CertaintyText: placeOf(d, "may", 0),
		Horizon: corpus.HorizonNone, Source: placeOf(d, "The bank", 0),
	})
	addPercentage(d, "3 points", corpus.Percentage{
		Low: 3, High: 3, Unit: corpus.PercentagePoint, Bound: corpus.Exact, Change: corpus.Up, Subject: placeOf(d, "rates", 0),
	})
	return d
}

// mustSave saves a document and gives its number.
func mustSave(t testing.TB, s *Store, d *corpus.Document) corpus.Saved {
	t.Helper()
	saved, err := s.Save(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// allRows gathers the rows of a query.
func allRows(t testing.TB, s *Store, table *Table, f Filter) []Row {
	t.Helper()
	var all []Row
	for row, err := range s.Rows(context.Background(), table, f) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
	return all
}

// cell is the cell of a row by the name of its column.
func cell(t testing.TB, table *Table, row Row, name string) any {
	t.Helper()
	for i, c := range table.Columns {
		if c.Name == name {
			return row[i]
		}
	}
	t.Fatalf("%s has no column %s", table.Name, name)
	return nil
}
