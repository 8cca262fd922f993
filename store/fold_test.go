package store

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"", ""},
		{" \t\n", ""},
		{"KAZAKHSTAN", "kazakhstan"},
		{"Türkiye", "turkiye"},
		{"TÜRKİYE", "turkiye"},
		{"Côte d’Ivoire", "cote d'ivoire"},
		{"Казахстан", "казахстан"},
		{"ΑΘΉΝΑΣ", "αθηνασ"},
		{"αθήνας", "αθηνασ"}, // the final form of the letter too
		{"Straße", "strasse"},
		{"ＮＡＴＯ", "nato"},
		{"Guinea–Bissau", "guinea-bissau"},
		{" New \n York ", "new york"},
		{"Al\u00adBab", "albab"}, // a soft hyphen
		{"U.S.", "u.s."},
		{"中国", "中国"},
	} {
		if got := fold(c.name); got != c.want {
			t.Errorf("fold(%q) = %q, want %q", c.name, got, c.want)
		}
	}
	if got := letters(fold("Al-Qa’ida (AQ) 2")); got != "alqaidaaq2" {
		t.Errorf("letters are %q", got)
	}
}

func TestFoldTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := fold(rapid.String().Draw(t, "name"))
		if twice := fold(once); twice != once {
			t.Errorf("%q folds to %q", once, twice)
		}
	})
}
