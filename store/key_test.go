package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// keysOf gives the keys of all findings in their order.
func keysOf(t *testing.T, d *corpus.Document) []string {
	t.Helper()
	found, err := keys(d)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]string, len(found))
	for i, f := range found {
		all[i] = f.key
	}
	return all
}

// TestKeysLast changes a brief around a mention and asks whether its key lasts.
func TestKeysLast(t *testing.T) {
	const sentence = "In Astana, Kazakhstan signed; Kazakhstan paid."
	plain := newBrief("a.txt", sentence)
	addMention(plain, "Kazakhstan", 1, kazakhstan)
	want := keysOf(t, plain)[0]

	for _, c := range []struct {
		name  string
		d     *corpus.Document
		add   func(*corpus.Document)
		lasts bool
	}{
		{"words before", newBrief("a.txt", "News. "+sentence), nil, true},
		{"a paragraph before", newBrief("a.txt", "# Summary", "News came.", sentence), nil, true},
		{"words after", newBrief("a.txt", sentence+" More came."), nil, true},
		{"lines wrapped anew", newBrief("a.txt", "In Astana,\nKazakhstan\n  signed; Kazakhstan paid."), nil, true},
		{"another source", newBrief("b.txt", sentence), nil, true},
		{"a newer rule and version", newBrief("a.txt", sentence), func(d *corpus.Document) {
			d.Findings[0].Rule, d.Findings[0].Version = "model", "2"
		}, true},
		{"another label", newBrief("a.txt", sentence), func(d *corpus.Document) {
			d.Findings[0].Value = corpus.Entity{Label: corpus.Org, Canonical: "Kazakhstan"}
		}, true},
		{"the sentence changed", newBrief("a.txt", "In Astana, Kazakhstan signed; Kazakhstan paid in full."), nil, false},
		{"another of the same words", newBrief("a.txt", sentence), func(d *corpus.Document) {
			d.Findings[0].Span = placeOf(d, "Kazakhstan", 0)
		}, false},
		{"a longer span", newBrief("a.txt", sentence), func(d *corpus.Document) { d.Findings[0].Span.End += len(" paid") }, false},
		{"the same sentence again", newBrief("a.txt", sentence, sentence), func(d *corpus.Document) {
			d.Findings[0].Span = placeOf(d, "Kazakhstan", 3)
		}, false},
	} {
		addMention(c.d, "Kazakhstan", 1, kazakhstan)
		if c.add != nil {
			c.add(c.d)
		}
		if got := keysOf(t, c.d)[0]; (got == want) != c.lasts {
			t.Errorf("%s: key lasts %v, want %v", c.name, got == want, c.lasts)
		}
	}

	// A finding that a newer extractor adds before the others takes no key from them.
	more := newBrief("a.txt", sentence)
	addMention(more, "Kazakhstan", 0, kazakhstan)
	addMention(more, "Kazakhstan", 1, kazakhstan)
	if got := keysOf(t, more)[1]; got != want {
		t.Error("a finding before this one changed its key")
	}
}

// TestKeysDiffer has all that could make two findings look alike.
func TestKeysDiffer(t *testing.T) {
	const sentence = "Rates may rise or may fall; rates may rise."
	d := newBrief("a.txt", sentence, sentence, "aa aaa.", sentence)
	for n := range 9 {
		addMention(d, "may", n, corpus.Entity{Label: corpus.Event, Canonical: "May"})
	}
	for n := range 3 {
		addMention(d, "aa", n, corpus.Entity{Label: corpus.Org, Canonical: "AA"})
	}
	// Three claims on one clause, and a mention with the very same words.
	addClaim(d, sentence, "may rise", corpus.Claim{})
	addClaim(d, sentence, "or may", corpus.Claim{})
	addClaim(d, sentence, "fall", corpus.Claim{})
	addMention(d, sentence, 0, corpus.Entity{Label: corpus.Event, Canonical: "May"})
	seen := map[string]int{}
	for i, key := range keysOf(t, d) {
		if len(key) != 32 || strings.Trim(key, "0123456789abcdef") != "" {
			t.Errorf("key %q is not 16 bytes in hex", key)
		}
		if before, there := seen[key]; there {
			t.Errorf("findings %d and %d have one key", before, i)
		}
		seen[key] = i
	}
	s := openTest(t)
	mustSave(t, s, d)
	if got := len(allRows(t, s, Mentions, Filter{})); got != 13 {
		t.Errorf("%d mentions stored, want 13", got)
	}
}

func TestCountBefore(t *testing.T) {
	for _, c := range []struct {
		text, words        string
		limit, before, all int
	}{
		{"may or may", "may", 7, 1, 2},
		{"may or may", "may", 0, 0, 2},
		{"aaaa", "aa", 2, 2, 3},
		{"no such", "may", 3, 0, 0},
		{"", "may", 0, 0, 0},
	} {
		before, all := countBefore(c.text, c.words, c.limit)
		if before != c.before || all != c.all {
			t.Errorf("countBefore(%q, %q, %d) = %d, %d, want %d, %d", c.text, c.words, c.limit, before, all, c.before, c.all)
		}
	}
}

// TestKeysArePinned holds the keys of one brief to what they were when the first database
// was made: reviews hang on them.
func TestKeysArePinned(t *testing.T) {
	got := keysOf(t, gridBrief())
	want := []string{
		"63b629949c8a7f476696699fe3e1097d", "d7b5510a982fdc8c44506f44ed727bd7", "5219b1c0ad908947c37ed54159f5847b",
		"c2ded9c215f92f4d5ecef6619219dc07", "9124013baa2407973b08c1c7ed37712e", "89c39949f1fcf2b3492cceb582eaee19",
		"42a7c2198e2048413aa38c9e576a083e", "f6d0cd5a9cfe022d3f619725eae1a036",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}
