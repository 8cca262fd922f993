package store

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// ids gives the ids of all findings by their keys.
func ids(t *testing.T, s *Store) map[string]int64 {
	t.Helper()
	all := map[string]int64{}
	for _, table := range []*Table{Claims, Mentions, Percentages} {
		for _, row := range allRows(t, s, table, Filter{AllVersions: true}) {
			all[cell(t, table, row, "key").(string)] = cell(t, table, row, "id").(int64)
		}
	}
	return all
}

func TestReextract(t *testing.T) {
	s := openTest(t)
	ctx := context.Background()
	mustSave(t, s, newBrief("first.txt", "Nothing is found here."))
	id := mustSave(t, s, gridBrief()).Document
	before := ids(t, s)

	d, err := s.Document(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	d.Extractors["forecast"] = "2"
	for i := range d.Findings {
		f := &d.Findings[i]
		if f.Extractor != "forecast" {
			continue
		}
		f.Version = "2"
		if c := f.Value.(corpus.Claim); c.Type == corpus.Risk {
			c.Horizon, c.HorizonText = corpus.Short, placeOf(d, "stay", 0)
			f.Value = c
		}
	}
	// The acronym is lost, a nationality found.
	d.Findings = slices.DeleteFunc(d.Findings, func(f corpus.Finding) bool { return d.Words(f.Span) == "GGP" })
	addMention(d, "The bank", 0, kazakhs)

	changes, err := s.Reextract(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	want := Changes{Document: id, Added: 1, Changed: 1, Removed: 1, Kept: 6}
	if changes != want {
		t.Errorf("changes are %+v, want %+v", changes, want)
	}
	after := ids(t, s)
	lost := 0
	for key, id := range before {
		now, there := after[key]
		if !there {
			lost++
		} else if now != id {
			t.Errorf("finding %s had id %d and has %d", key, id, now)
		}
	}
	if lost != 1 || len(after) != len(before) {
		t.Errorf("%d of %d keys lost, %d there", lost, len(before), len(after))
	}
	// What is the same but for the version keeps the version that found it first.
	versions := map[any]any{}
	for _, row := range allRows(t, s, Claims, Filter{}) {
		versions[cell(t, Claims, row, "type")] = cell(t, Claims, row, "extractor_version")
	}
	if diff := cmp.Diff(map[any]any{"prediction": "1", "risk": "2"}, versions); diff != "" {
		t.Errorf("versions of the claims:\n%s", diff)
	}
	checkIndex(t, s)

	// The same again changes nothing at all.
	dumped := dump(t, s)
	changes, err = s.Reextract(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Changes{Document: id, Kept: 8}); changes != want {
		t.Errorf("the second time changes are %+v, want %+v", changes, want)
	}
	if diff := cmp.Diff(dumped, dump(t, s)); diff != "" {
		t.Errorf("the second time changed the database:\n%s", diff)
	}
}

// checkIndex compares the index of sentences with the table.
func checkIndex(t *testing.T, s *Store) {
	t.Helper()
	if _, err := s.write.Exec(`INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)`); err != nil {
		t.Errorf("index of sentences: %v", err)
	}
}

// TestReextractSentences has a newer segmenter cut one sentence in two.
func TestReextractSentences(t *testing.T) {
	s := openTest(t)
	ctx := context.Background()
	id := mustSave(t, s, gridBrief()).Document
	d, err := s.Document(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	comma := placeOf(d, "cheap, ", 0)
	i := d.SentenceAt(comma.Start)
	rest := d.Sentences[i]
	rest.Start = comma.End
	d.Sentences[i].End = comma.End - 1
	d.Sentences = slices.Insert(d.Sentences, i+1, rest)

	changes, err := s.Reextract(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	// The two findings of the sentence have new keys.
	if want := (Changes{Document: id, Added: 2, Removed: 2, Kept: 6}); changes != want {
		t.Errorf("changes are %+v, want %+v", changes, want)
	}
	checkIndex(t, s)
	loaded, err := s.Document(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, loaded); diff != "" {
		t.Errorf("stored is not what was extracted (-want +got):\n%s", diff)
	}
	if got := len(allRows(t, s, Claims, Filter{Text: "loans Kazakhstan"})); got != 0 {
		t.Errorf("%d claims found by words of two sentences", got)
	}
}

func TestStale(t *testing.T) {
	s := openTest(t)
	ctx := context.Background()
	old, empty := gridBrief(), newBrief("empty.txt", "Nothing here.")
	current := newBrief("current.txt", "Nothing there.")
	current.Extractors = map[string]string{"entity": "1", "forecast": "2", "percent": "1"}
	for _, d := range []*corpus.Document{old, empty, current} {
		mustSave(t, s, d)
	}
	for _, c := range []struct {
		name     string
		versions map[string]string
		want     []int64
	}{
		{"one newer", map[string]string{"entity": "1", "forecast": "2", "percent": "1"}, []int64{1, 2}},
		{"one more", map[string]string{"entity": "1", "forecast": "2", "percent": "1", "topic": "1"}, []int64{1, 2, 3}},
		{"one fewer", map[string]string{"entity": "1", "forecast": "1"}, []int64{1, 2, 3}},
		{"the old ones", old.Extractors, []int64{3}},
	} {
		got, err := s.Stale(ctx, c.versions)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
	// A brief without findings counts as done once it has been through.
	empty.Extractors = current.Extractors
	if _, err := s.Reextract(ctx, empty); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Stale(ctx, current.Extractors); err != nil || !slices.Equal(got, []int64{1}) {
		t.Errorf("afterwards stale are %v, %v", got, err)
	}
}

func TestReextractRefuses(t *testing.T) {
	s := openTest(t)
	ctx := context.Background()
	d := newBrief("a.txt", "One text.")
	if _, err := s.Reextract(ctx, d); !errors.Is(err, ErrNotFound) {
		t.Errorf("a document that is not there: error is %v", err)
	}
	mustSave(t, s, d)
	mustSave(t, s, newBrief("a.txt", "Another text."))
	if _, err := s.Reextract(ctx, d); !errors.Is(err, ErrMoved) {
		t.Errorf("a document with a newer version: error is %v", err)
	}
}

// TestReviewLasts accepts a finding, then edits the brief around it and extracts again.
func TestReviewLasts(t *testing.T) {
	s := openTest(t)
	ctx := context.Background()
	d := gridBrief()
	id := mustSave(t, s, d).Document
	accepted := allRows(t, s, Claims, Filter{Type: corpus.Prediction})[0]
	_, err := s.write.Exec(`INSERT INTO reviews (document_id, finding_key, status) VALUES (?, ?, 'accepted')`,
		id, cell(t, Claims, accepted, "key"))
	if err != nil {
		t.Fatal(err)
	}
	edited := newBrief("grid.txt", "# Forecast", "New words came first.",
		"If loans stay cheap, Kazakhstan will likely build two lines by 2030.")
	addClaim(edited, "Kazakhstan will likely build two lines by 2030", "will likely", corpus.Claim{Type: corpus.Prediction})
	if got := mustSave(t, s, edited); got.Outcome != corpus.Changed || got.Version != 2 {
		t.Fatalf("saved as %+v", got)
	}
	for round := range 2 {
		rows := allRows(t, s, Claims, Filter{Status: StatusAccepted})
		if len(rows) != 1 || cell(t, Claims, rows[0], "version") != int64(2) {
			t.Errorf("round %d: accepted claims are %v", round, rows)
		}
		edited.Findings[0].Rule = "newer"
		if _, err := s.Reextract(ctx, edited); err != nil {
			t.Fatal(err)
		}
	}
}
