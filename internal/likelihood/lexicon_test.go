package likelihood

import (
	"errors"
	"strings"
	"testing"
)

func TestReadLexicon(t *testing.T) {
	const file = "# Words of our desk\nvery_likely\todds-on\nlikely\tAlmost Certain\n\nremote\tfat chance\n"
	l, err := ReadLexicon("desk.tsv", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"odds-on": "very_likely", "fat chance": "remote", // new
		"almost certain": "likely",      // overridden
		"not odds-on":    "unlikely",    // turned round like any other
		"highly likely":  "very_likely", // built in
	} {
		if got, _ := l.Class(words); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
	if got, _ := Class("odds-on"); got != "" {
		t.Errorf("the built-in lexicon has changed: odds-on is %s", got)
	}
	if _, n := l.MatchAdded([]string{"highly", "likely"}); n != 0 {
		t.Error("a built-in term counts as added")
	}
	if class, n := l.MatchAdded([]string{"not", "odds-on", "to"}); class != "unlikely" || n != 2 {
		t.Errorf("not odds-on: %s, %d words", class, n)
	}
	other, err := ReadLexicon("desk.tsv", strings.NewReader(file+"\n"))
	if err != nil || len(l.Hash()) != 8 || l.Hash() == other.Hash() {
		t.Errorf("hashes %q and %q, %v", l.Hash(), other.Hash(), err)
	}
}

func TestReadLexiconErrors(t *testing.T) {
	for file, want := range map[string]string{
		"likely odds-on\n":               "desk.tsv:1: want a class, a tab and a wording",
		"# ours\nlikely\t\n":             "desk.tsv:2: want a class",
		"\nprobable\todds-on\n":          `desk.tsv:2: "probable" is no class; want one of almost_certain`,
		"likely\tx\nunlikely\tX\n":       "desk.tsv:2: \"X\" is there already",
		"unlikely\tnot on the cards\n":   "desk.tsv:1: \"not on the cards\"",
		strings.Repeat("#", mostBytes+1): "larger than",
	} {
		_, err := ReadLexicon("desk.tsv", strings.NewReader(file))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: error %v, want one with %s", file, err, want)
		}
		var fault *LexiconError
		if errors.As(err, &fault) != strings.HasPrefix(want, "desk.tsv:") {
			t.Errorf("%.40q: error is of type %T", file, err)
		}
	}
}

func TestFigure(t *testing.T) {
	for _, c := range []struct {
		words     string
		low, high float64
		ok        bool
	}{
		{"a 60 percent chance", 60, 60, true},
		{"60% chance", 60, 60, true},
		{"60 per cent probability", 60, 60, true},
		{"a 60 to 70 percent chance", 60, 70, true},
		{"60-70% chance", 60, 70, true},
		{"60–70 percent", 60, 70, true},
		{"one in three", 100.0 / 3, 100.0 / 3, true},
		{"a one-in-five chance", 20, 20, true},
		{"no better than 2 in 3", 0, 0, false}, // a score, as likely as not
		{"160 percent", 0, 0, false},
		{"very likely", 0, 0, false},
		{"", 0, 0, false},
	} {
		low, high, ok := Figure(c.words)
		if ok != c.ok || low != c.low || high != c.high {
			t.Errorf("%q: %g to %g, %v; want %g to %g, %v", c.words, low, high, ok, c.low, c.high, c.ok)
		}
	}
}
