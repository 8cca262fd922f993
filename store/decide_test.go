package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"augury/corpus"
)

// fundBriefs are briefs that call one fund by three names, and two persons by one.
func fundBriefs() []*corpus.Document {
	return []*corpus.Document{
		mentionBrief("first.txt",
			named(corpus.Org, "International Monetary Fund").inClaim(), read("Fund", corpus.Org, "International Monetary Fund"),
			named(corpus.Person, "Mary Smith"), read("Smith", corpus.Person, "Mary Smith")),
		mentionBrief("second.txt", named(corpus.Org, "IMF"), named(corpus.Org, "IMF").inClaim(), named(corpus.Person, "Smith")),
		mentionBrief("third.txt", read("the Fund", corpus.Org, "Fund"), read("Smith", corpus.Person, "Mary Smith"), state("Chad", "TD")),
	}
}

func fundStore(t testing.TB) *Store {
	t.Helper()
	s := openTest(t)
	for _, d := range fundBriefs() {
		mustSave(t, s, d)
	}
	return s
}

// decided fails the test where a decision failed.
func decided[T any](t testing.TB) func(T, error) T {
	return func(made T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
}

// holdings lists entities with their wordings and sums.
func holdings(t testing.TB, s *Store) []string {
	t.Helper()
	return entityRows(t, s, Filter{}, "id", "canonical", "names", "mentions", "claims")
}

var fundHoldings = []string{
	"1|International Monetary Fund|Fund; International Monetary Fund|2|1",
	"2|Mary Smith|Mary Smith; Smith|3|0",
	"3|IMF|IMF|2|1",
	"4|Smith|Smith|1|0",
	"5|Fund|the Fund|1|0",
	"6|Chad|Chad|1|0",
}

func TestMerge(t *testing.T) {
	s := fundStore(t)
	ctx := context.Background()
	if diff := cmp.Diff(fundHoldings, holdings(t, s)); diff != "" {
		t.Fatalf("at first (-want +got):\n%s", diff)
	}
	made := decided[[]Decision](t)(s.MergeEntities(ctx, "ana", "International Monetary Fund", "imf", "5"))
	want := []string{
		"1|International Monetary Fund|Fund; IMF; International Monetary Fund; the Fund|5|2",
		"2|Mary Smith|Mary Smith; Smith|3|0", "4|Smith|Smith|1|0", "6|Chad|Chad|1|0",
	}
	if diff := cmp.Diff(want, holdings(t, s)); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	wantDecision := Decision{
		ID: 1, At: "2024-05-27T09:30:00Z", Reviewer: "ana", Action: Merge, Entity: 1, Other: 3,
		Before: []EntityState{{ID: 1, Name: "International Monetary Fund", Label: corpus.Org, Mentions: 2}, {ID: 3, Name: "IMF", Label: corpus.Org, Mentions: 2}},
		After:  []EntityState{{ID: 1, Name: "International Monetary Fund", Label: corpus.Org, Mentions: 4}, {ID: 3, Name: "IMF", Label: corpus.Org}},
	}
	if len(made) != 2 {
		t.Fatalf("%d decisions", len(made))
	}
	if diff := cmp.Diff(wantDecision, made[0]); diff != "" {
		t.Errorf("decision (-want +got):\n%s", diff)
	}
	// Every name leads to all of it: what each of them was called, and what briefs to come
	// call it.
	for _, name := range []string{"IMF", "Fund", "the fund", "International Monetary Fund"} {
		if got := entityRows(t, s, Filter{Entity: name}, "id", "mentions"); !cmp.Equal(got, []string{"1|5"}) {
			t.Errorf("%q finds %v", name, got)
		}
	}
	mustSave(t, s, mentionBrief("fourth.txt", named(corpus.Org, "IMF")))
	mustSave(t, s, mentionBrief("second.txt", named(corpus.Org, "IMF"))) // a new version
	if got := entityRows(t, s, Filter{Entity: "IMF"}, "id", "mentions", "documents"); !cmp.Equal(got, []string{"1|5|4"}) {
		t.Errorf("later %v", got)
	}
}

func TestSplit(t *testing.T) {
	s := fundStore(t)
	ctx := context.Background()
	// In the third brief Smith is another one, but not the one of the second.
	made := decided[Decision](t)(s.SplitEntity(ctx, "ana", "Mary Smith", SplitOff{By: ByMention, Words: "smith", Document: 3, As: "John Smith"}))
	if made.Other != 7 || made.Words != "smith" || made.Document != 3 {
		t.Errorf("decision %+v", made)
	}
	want := slices.Clone(fundHoldings)
	want[1] = "2|Mary Smith|Mary Smith; Smith|2|0"
	want = append(want, "7|John Smith|Smith|1|0")
	if diff := cmp.Diff(want, holdings(t, s)); diff != "" {
		t.Errorf("split (-want +got):\n%s", diff)
	}
	// Without a name of its own it is the one that is known as it reads.
	decided[Decision](t)(s.SplitEntity(ctx, "ana", "Mary Smith", SplitOff{By: ByMention, Words: "SMITH"}))
	want[1], want[3] = "2|Mary Smith|Mary Smith|1|0", "4|Smith|Smith|2|0"
	if diff := cmp.Diff(want, holdings(t, s)); diff != "" {
		t.Errorf("split again (-want +got):\n%s", diff)
	}
	// A split takes out what a merge put in, by the name that briefs have for it.
	decided[[]Decision](t)(s.MergeEntities(ctx, "ana", "1", "3", "5"))
	decided[Decision](t)(s.SplitEntity(ctx, "ana", "1", SplitOff{By: ByName, Words: "imf"}))
	if got := entityRows(t, s, Filter{Label: corpus.Org}, "id", "canonical", "mentions"); !cmp.Equal(got, []string{"1|International Monetary Fund|3", "3|IMF|2"}) {
		t.Errorf("organisations are %v", got)
	}
}

func TestRenameAndAliases(t *testing.T) {
	s := fundStore(t)
	ctx := context.Background()
	decided[Decision](t)(s.RenameEntity(ctx, "ana", "Chad", "  Republic of  Chad (test) "))
	decided[Decision](t)(s.AddAlias(ctx, "ana", "6", "Tschad"))
	decided[Decision](t)(s.AddAlias(ctx, "ana", "6", "Čad"))
	decided[Decision](t)(s.RemoveAlias(ctx, "ana", "6", "tschad"))
	made := decided[Decision](t)(s.RemoveAlias(ctx, "ana", "Mary Smith", "Smith"))
	if diff := cmp.Diff([]EntityState{{ID: 2, Name: "Mary Smith", Label: corpus.Person, Mentions: 3, Removed: []string{"Smith"}}}, made.After); diff != "" {
		t.Errorf("after (-want +got):\n%s", diff)
	}
	got := entityRows(t, s, Filter{Country: "TD"}, "id", "canonical", "names", "mentions")
	if !cmp.Equal(got, []string{"6|Republic of Chad (test)|Chad; Čad|1"}) {
		t.Errorf("Chad is %v", got)
	}
	for name, want := range map[string][]string{
		"republic of chad (TEST)": {"6"}, "Chad": {"6"}, "cad": {"6"}, "Tschad": nil, "Republic of Chad": {"6"},
		"Smith": {"4"}, "mary smith": {"2"},
	} {
		if got := entityRows(t, s, Filter{Entity: name}, "id"); !cmp.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", name, got, want)
		}
	}
	if got := entityRows(t, s, Filter{Entity: "mary smith"}, "names", "mentions"); !cmp.Equal(got, []string{"Mary Smith|3"}) {
		t.Errorf("names are %v", got)
	}
	// An alias of what is merged leads to where it is merged.
	decided[[]Decision](t)(s.MergeEntities(ctx, "ana", "IMF", "čad"))
	if got := entityRows(t, s, Filter{Entity: "CAD"}, "id", "about_country"); !cmp.Equal(got, []string{"3|TD"}) {
		t.Errorf("after a merge %v", got)
	}
}

func TestUndo(t *testing.T) {
	s := fundStore(t)
	ctx := context.Background()
	decided[[]Decision](t)(s.MergeEntities(ctx, "ana", "IMF", "Fund", "1"))
	decided[Decision](t)(s.RenameEntity(ctx, "ana", "IMF", "The Fund"))
	for i, action := range []Action{Rename, Merge, Merge} {
		made := decided[Decision](t)(s.UndoDecision(ctx, "ben"))
		if made.Action != Undo || made.Undoes != int64(3-i) || made.Reviewer != "ben" {
			t.Errorf("undo of %s is %+v", action, made)
		}
	}
	if diff := cmp.Diff(fundHoldings, holdings(t, s)); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
	if _, err := s.UndoDecision(ctx, "ben"); err == nil || !strings.Contains(err.Error(), "no decision to undo") {
		t.Errorf("error is %v", err)
	}
	log := decided[[]Decision](t)(s.EntityDecisions(ctx))
	var actions []string
	for _, d := range log {
		actions = append(actions, fmt.Sprintf("%d %s %d %v", d.ID, d.Action, d.Undoes, d.Undone))
	}
	want := []string{"1 merge 0 true", "2 merge 0 true", "3 rename 0 true", "4 undo 3 false", "5 undo 2 false", "6 undo 1 false"}
	if diff := cmp.Diff(want, actions); diff != "" {
		t.Errorf("log (-want +got):\n%s", diff)
	}
	for _, query := range []string{`UPDATE entity_decisions SET reviewer = 'eve'`, `DELETE FROM entity_decisions`} {
		if _, err := s.write.Exec(query); err == nil {
			t.Errorf("%s is possible", query)
		}
	}
}

func TestDecisionsRefuse(t *testing.T) {
	s := fundStore(t)
	ctx := context.Background()
	decided[[]Decision](t)(s.MergeEntities(ctx, "ana", "1", "5"))
	decided[Decision](t)(s.RenameEntity(ctx, "ana", "3", "Smith & Co"))
	before := dump(t, s)
	for _, c := range []struct {
		name, want string
		do         func() error
	}{
		{"no reviewer", "name of who decides", func() error { _, err := s.UndoDecision(ctx, " "); return err }},
		{"no such number", "not in the database", func() error { _, err := s.RenameEntity(ctx, "ana", "99", "X"); return err }},
		{"no such name", "not in the database", func() error { _, err := s.RenameEntity(ctx, "ana", "Nobody", "X"); return err }},
		{"merged already", "merged into 1", func() error { _, err := s.MergeEntities(ctx, "ana", "1", "5"); return err }},
		{"with itself", "entity 1 both", func() error { _, err := s.MergeEntities(ctx, "ana", "1", "the Fund"); return err }},
		{"second is wrong", "not in the database", func() error { _, err := s.MergeEntities(ctx, "ana", "1", "3", "99"); return err }},
		{"two of the name", "may mean 2 Mary Smith (PERSON), 4 J. Smith (PERSON)", func() error {
			decided[Decision](t)(s.RenameEntity(ctx, "ana", "4", "J. Smith"))
			_, err := s.RenameEntity(ctx, "ana", "Smith", "X")
			decided[Decision](t)(s.UndoDecision(ctx, "ana"))
			return err
		}},
		{"no name", "is no name", func() error { _, err := s.RenameEntity(ctx, "ana", " ", "X"); return err }},
		{"no new name", "is no name", func() error { _, err := s.RenameEntity(ctx, "ana", "6", " "); return err }},
		{"the same name", "is called \"Chad\" already", func() error { _, err := s.RenameEntity(ctx, "ana", "6", "Chad"); return err }},
		{"another's name", "merge them", func() error { _, err := s.RenameEntity(ctx, "ana", "4", "Mary Smith"); return err }},
		{"alias there", "leads to entity 6 already", func() error { _, err := s.AddAlias(ctx, "ana", "6", "CHAD"); return err }},
		{"alias of facts", "leads to entity 6 already", func() error { _, err := s.AddAlias(ctx, "ana", "6", "republic of chad"); return err }},
		{"alias not there", "none of the names", func() error { _, err := s.RemoveAlias(ctx, "ana", "6", "Sahel"); return err }},
		{"its name", "rename it", func() error { _, err := s.RemoveAlias(ctx, "ana", "6", "chad"); return err }},
		{"split of nothing", "no mention of entity 6", func() error {
			_, err := s.SplitEntity(ctx, "ana", "6", SplitOff{By: ByMention, Words: "Sahel"})
			return err
		}},
		{"split in another brief", "no mention of entity 6", func() error {
			_, err := s.SplitEntity(ctx, "ana", "6", SplitOff{By: ByMention, Words: "Chad", Document: 1})
			return err
		}},
		{"split into itself", "needs another name", func() error {
			_, err := s.SplitEntity(ctx, "ana", "2", SplitOff{By: ByMention, Words: "Mary Smith"})
			return err
		}},
		{"split without words", "needs the words", func() error { _, err := s.SplitEntity(ctx, "ana", "2", SplitOff{By: ByMention}); return err }},
	} {
		if err := c.do(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want one with %q", c.name, err, c.want)
		}
	}
	if _, err := s.RenameEntity(ctx, "ana", "99", "X"); !errors.Is(err, ErrNotFound) {
		t.Errorf("error is %v, want ErrNotFound", err)
	}
	// But for what two decisions left in the log, nothing has changed.
	cut := func(dump string) string { text, _, _ := strings.Cut(dump, "entity_decisions ["); return text }
	if diff := cmp.Diff(cut(before), cut(dump(t, s))); diff != "" {
		t.Errorf("a decision that failed left something behind:\n%s", diff)
	}
}

// standing is what decisions come to, told by what lasts: where each finding belongs, by
// its key, and how each entity is called and added up.
func standing(t testing.TB, s *Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, query := range []string{
		`SELECT 'mention ' || v.document_id || ' ' || f.key, m.entity_id || ' of ' || m.named_id
			FROM mentions m JOIN findings f ON f.id = m.finding_id JOIN versions v ON v.id = f.version_id AND v.current = 1`,
		`SELECT 'entity ' || id, name || ' ' || coalesce(home, '') FROM entities`,
		`SELECT 'alias ' || entity_id || folded || kind, name FROM aliases`,
		`SELECT 'sums ' || t.entity_id || ' in ' || v.document_id, t.mentions || ' ' || t.claims
			FROM entity_versions t JOIN versions v ON v.id = t.version_id AND v.current = 1`,
	} {
		rows, err := s.read.Query(query)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var key, value string
			if err := rows.Scan(&key, &value); err != nil {
				t.Fatal(err)
			}
			all[key] = value
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// forget drops all findings of a brief and finds them again, as extractors do that lose
// them and a newer version that has them back.
func forget(t testing.TB, s *Store, d *corpus.Document) {
	t.Helper()
	empty := *d
	empty.Findings = nil
	for _, again := range []*corpus.Document{&empty, d} {
		if _, err := s.Reextract(context.Background(), again); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDecisionsLast looks at what decisions come to after each thing that may happen to
// the briefs.
func TestDecisionsLast(t *testing.T) {
	s := fundStore(t)
	ctx := context.Background()
	decided[[]Decision](t)(s.MergeEntities(ctx, "ana", "1", "3", "5"))
	decided[Decision](t)(s.SplitEntity(ctx, "ana", "2", SplitOff{By: ByMention, Words: "Smith", Document: 3, As: "John Smith"}))
	decided[Decision](t)(s.SplitEntity(ctx, "ana", "1", SplitOff{By: ByName, Words: "Fund"}))
	decided[Decision](t)(s.RenameEntity(ctx, "ana", "1", "IMF (Washington)"))
	decided[Decision](t)(s.AddAlias(ctx, "ana", "1", "FMI"))
	want := standing(t, s)
	briefs := fundBriefs()
	for _, c := range []struct {
		name   string
		happen func()
	}{
		{"ingested again", func() {
			for _, d := range briefs {
				if got := mustSave(t, s, d).Outcome; got != corpus.Unchanged {
					t.Errorf("outcome is %s", got)
				}
			}
		}},
		{"extracted again", func() {
			for _, d := range briefs {
				if _, err := s.Reextract(ctx, d); err != nil {
					t.Fatal(err)
				}
			}
		}},
		{"lost and found", func() {
			for _, d := range briefs {
				forget(t, s, d)
			}
		}},
		{"a new version", func() {
			for _, d := range briefs {
				d.Hash += "x"
				if got := mustSave(t, s, d).Outcome; got != corpus.Changed {
					t.Errorf("outcome is %s", got)
				}
			}
		}},
		{"made anew", func() { rebuilt(t, s) }},
	} {
		c.happen()
		if diff := cmp.Diff(want, standing(t, s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	for range 6 {
		decided[Decision](t)(s.UndoDecision(ctx, "ana"))
	}
	if diff := cmp.Diff(fundHoldings, holdings(t, s)); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
}

// TestAnyDecisions makes decisions at random. At any time the findings may be lost and
// found and all be made anew, and nothing changes; each undo brings back what was before.
func TestAnyDecisions(t *testing.T) {
	names := []string{"Fund", "IMF", "Bank", "Smith", "fund"}
	rapid.Check(t, func(r *rapid.T) {
		s := openTest(t)
		var briefs []*corpus.Document
		for i := range 3 {
			var mentions []mentionOf
			for range rapid.IntRange(1, 5).Draw(r, "mentions") {
				m := read(rapid.SampledFrom(names).Draw(r, "words"), rapid.SampledFrom([]corpus.Label{corpus.Org, corpus.Person}).Draw(r, "label"),
					rapid.SampledFrom(names).Draw(r, "canonical"))
				m.claimed = rapid.Bool().Draw(r, "claimed")
				mentions = append(mentions, m)
			}
			d := mentionBrief(fmt.Sprintf("%d.txt", i), mentions...)
			d.Hash = d.Key // may repeat a text, as another document
			mustSave(t, s, d)
			briefs = append(briefs, d)
		}
		ctx := context.Background()
		past := []map[string]string{standing(t, s)}
		for range rapid.IntRange(1, 8).Draw(r, "decisions") {
			entity := func() string { return fmt.Sprint(rapid.IntRange(1, 12).Draw(r, "entity")) }
			words := func() string { return rapid.SampledFrom(names).Draw(r, "words") }
			var err error
			switch rapid.IntRange(0, 5).Draw(r, "action") {
			case 0:
				_, err = s.MergeEntities(ctx, "ana", entity(), entity())
			case 1:
				_, err = s.SplitEntity(ctx, "ana", entity(), SplitOff{
					By: rapid.SampledFrom([]SplitBy{ByMention, ByName}).Draw(r, "by"), Words: words(),
					Document: int64(rapid.IntRange(0, 3).Draw(r, "document")), As: rapid.SampledFrom([]string{"", "Other"}).Draw(r, "as"),
				})
			case 2:
				_, err = s.RenameEntity(ctx, "ana", entity(), words())
			case 3:
				_, err = s.AddAlias(ctx, "ana", entity(), words())
			case 4:
				_, err = s.RemoveAlias(ctx, "ana", entity(), words())
			case 5:
				_, err = s.UndoDecision(ctx, "ana")
				if err == nil {
					past = past[:len(past)-1]
					if diff := cmp.Diff(past[len(past)-1], known(t, s, past[len(past)-1])); diff != "" {
						r.Fatalf("undone (-before +after):\n%s", diff)
					}
					continue
				}
			}
			if err == nil {
				past = append(past, standing(t, s))
			}
		}
		before := standing(t, s)
		for _, d := range briefs {
			forget(t, s, d)
		}
		if diff := cmp.Diff(before, standing(t, s)); diff != "" {
			r.Fatalf("lost and found (-before +after):\n%s", diff)
		}
		whole := dump(t, s)
		rebuilt(t, s)
		if diff := cmp.Diff(whole, dump(t, s)); diff != "" {
			r.Fatalf("made anew (-before +after):\n%s", diff)
		}
		for len(past) > 1 {
			decided[Decision](t)(s.UndoDecision(ctx, "ana"))
			past = past[:len(past)-1]
		}
		if diff := cmp.Diff(past[0], known(t, s, past[0])); diff != "" {
			r.Fatalf("all undone (-before +after):\n%s", diff)
		}
	})
}

// known is what stands now, without the entities that a split has left behind, which have
// no mentions.
func known(t testing.TB, s *Store, before map[string]string) map[string]string {
	now := standing(t, s)
	for key := range now {
		if _, there := before[key]; !there && strings.HasPrefix(key, "entity ") {
			delete(now, key)
		}
	}
	return now
}
