package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// dump is everything that a database holds, to see whether anything was written.
func dump(t *testing.T, s *Store) string {
	t.Helper()
	var all strings.Builder
	for _, table := range []string{
		"documents", "versions", "authors", "blocks", "sections", "sentences", "findings", "entities",
		"mentions", "percentages", "claims", "reviews", "versions_fts_data", "sentences_fts_data",
		"wordings", "clause_mentions", "entity_versions", "aliases", "entity_decisions",
	} {
		rows, err := s.read.Query(`SELECT * FROM ` + table + ` ORDER BY 1, 2`)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&all, table, columns)
		for rows.Next() {
			cells := make([]any, len(columns))
			for i := range cells {
				cells[i] = new(any)
			}
			if err := rows.Scan(cells...); err != nil {
				t.Fatal(err)
			}
			for _, c := range cells {
				fmt.Fprintf(&all, "%q ", fmt.Sprint(*c.(*any)))
			}
			fmt.Fprintln(&all)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

func TestSaveOutcomes(t *testing.T) {
	s := openTest(t)
	first, second := newBrief("a.txt", "One text."), newBrief("a.txt", "Another text.")
	copied := newBrief("copy.txt", "Another text.")
	steps := []struct {
		name string
		d    *corpus.Document
		want corpus.Saved
	}{
		{"a new source", first, corpus.Saved{Outcome: corpus.New, Document: 1, Version: 1}},
		{"the same again", first, corpus.Saved{Outcome: corpus.Unchanged, Document: 1, Version: 1}},
		{"other bytes", second, corpus.Saved{Outcome: corpus.Changed, Document: 1, Version: 2}},
		{"those again", second, corpus.Saved{Outcome: corpus.Unchanged, Document: 1, Version: 2}},
		{"the same bytes elsewhere", copied, corpus.Saved{Outcome: corpus.Unchanged, Document: 1, Version: 2}},
		{"back to the first bytes", first, corpus.Saved{Outcome: corpus.Changed, Document: 1, Version: 3}},
		{"bytes that are current no more", copied, corpus.Saved{Outcome: corpus.New, Document: 2, Version: 1}},
	}
	for _, step := range steps {
		moment := moment.Add(time.Hour) // a later clock would show in what is written
		s.now = func() time.Time { return moment }
		before := dump(t, s)
		known, isKnown, err := s.Known(context.Background(), step.d)
		if err != nil {
			t.Fatal(err)
		}
		if got := mustSave(t, s, step.d); got != step.want {
			t.Errorf("%s: saved as %+v, want %+v", step.name, got, step.want)
		}
		if isKnown != (step.want.Outcome == corpus.Unchanged) || isKnown && known != step.want {
			t.Errorf("%s: known before as %+v, %v", step.name, known, isKnown)
		}
		if changed := dump(t, s) != before; changed == isKnown {
			t.Errorf("%s: database changed: %v", step.name, changed)
		}
	}
	current := allRows(t, s, Documents, Filter{})
	if len(current) != 2 || cell(t, Documents, current[0], "version") != int64(3) {
		t.Errorf("current versions are %v", current)
	}
	if all := allRows(t, s, Documents, Filter{AllVersions: true}); len(all) != 4 {
		t.Errorf("%d versions, want 4", len(all))
	}
}

func TestSaveAndLoad(t *testing.T) {
	s := openTest(t)
	d := gridBrief()
	saved := mustSave(t, s, d)
	loaded, err := s.Document(context.Background(), saved.Document)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, loaded); diff != "" {
		t.Errorf("loaded is not what was saved (-saved +loaded):\n%s", diff)
	}
}

// TestSaveIsWhole breaks off the saving of a brief at its last claim.
func TestSaveIsWhole(t *testing.T) {
	s := openTest(t)
	mustSave(t, s, newBrief("other.txt", "Here before."))
	_, err := s.write.Exec(`CREATE TRIGGER broken BEFORE INSERT ON claims WHEN new.type = 'risk'
		BEGIN SELECT raise(ABORT, 'disk on fire'); END`)
	if err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	if _, err := s.Save(context.Background(), gridBrief()); err == nil || !strings.Contains(err.Error(), "disk on fire") {
		t.Fatalf("error is %v", err)
	}
	if after := dump(t, s); after != before {
		t.Errorf("a brief that failed left something behind:\n%s", cmp.Diff(before, after))
	}
	if _, err := s.write.Exec(`DROP TRIGGER broken`); err != nil {
		t.Fatal(err)
	}
	if got := mustSave(t, s, gridBrief()).Outcome; got != corpus.New {
		t.Errorf("outcome after the failure is %s", got)
	}
}

func TestSaveCancelled(t *testing.T) {
	s := openTest(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	before := dump(t, s)
	if _, err := s.Save(ctx, gridBrief()); err == nil {
		t.Error("no error")
	}
	if dump(t, s) != before {
		t.Error("something was written")
	}
}

func TestSaveRefuses(t *testing.T) {
	s := openTest(t)
	bad := func(change func(*corpus.Document)) *corpus.Document {
		d := gridBrief()
		change(d)
		return d
	}
	for _, c := range []struct {
		name, want string
		d          *corpus.Document
	}{
		{"no key", "no key", bad(func(d *corpus.Document) { d.Key = "" })},
		{"span past the end", "no words of the text", bad(func(d *corpus.Document) { d.Findings[0].Span.End = len(d.Text) + 1 })},
		{"empty span", "no words of the text", bad(func(d *corpus.Document) { d.Findings[0].Span = corpus.Span{} })},
		{"field past the end", "no words of the text", bad(func(d *corpus.Document) {
			d.Findings[0] = corpus.Finding{
				Kind: corpus.KindClaim, Span: d.Findings[0].Span,
				Value: corpus.Claim{Cue: corpus.Span{Start: 5, End: 1 << 20}},
			}
		})},
		{"no value", "no value", bad(func(d *corpus.Document) { d.Findings[0].Value = nil })},
		{"wrong value", "no value", bad(func(d *corpus.Document) { d.Findings[0].Kind = corpus.KindClaim })},
		{"no sentence", "no sentence", bad(func(d *corpus.Document) { d.Sentences = nil })},
		{"between sentences", "no sentence", bad(func(d *corpus.Document) { d.Findings[0].Span.Start = len("Summary\n") })},
	} {
		if _, err := s.Save(context.Background(), c.d); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v", c.name, err)
		}
	}
}

func TestDocumentNotFound(t *testing.T) {
	s := openTest(t)
	if _, err := s.Document(context.Background(), 7); err == nil || !strings.Contains(err.Error(), "document 7: not in the database") {
		t.Errorf("error is %v", err)
	}
}
