package likelihood

import (
	"slices"
	"testing"
)

// TestFigures pins what each yardstick says of each class, as published.
func TestFigures(t *testing.T) {
	type figures struct{ low, high float64 }
	published := map[string]map[string]figures{
		ICD203: {
			"remote": {1, 5}, "very_unlikely": {5, 20}, "unlikely": {20, 45}, "even": {45, 55},
			"likely": {55, 80}, "very_likely": {80, 95}, "almost_certain": {95, 99},
		},
		PHIA: {
			"remote": {0, 5}, "very_unlikely": {10, 20}, "unlikely": {25, 35},
			"likely": {55, 75}, "very_likely": {80, 90}, "almost_certain": {95, 100},
		},
		IPCC: {
			"remote": {0, 1}, "very_unlikely": {0, 10}, "unlikely": {0, 33}, "even": {33, 66},
			"likely": {66, 100}, "very_likely": {90, 100}, "almost_certain": {99, 100},
		},
		Kent: {
			"remote": {2, 12}, "unlikely": {20, 40}, "even": {40, 60}, "likely": {63, 87}, "almost_certain": {87, 99},
		},
	}
	classes := []string{
		"remote", "very_unlikely", "unlikely", "even", "likely", "very_likely", "almost_certain",
		"possible", "unhedged", "stated", "", "no such class",
	}
	for _, yardstick := range Yardsticks {
		for _, class := range classes {
			want, wantOK := published[yardstick][class]
			low, high, ok := Range(yardstick, class)
			if ok != wantOK || low != want.low || high != want.high {
				t.Errorf("Range(%s, %s) = %g, %g, %t; want %g, %g, %t", yardstick, class, low, high, ok, want.low, want.high, wantOK)
			}
		}
	}
	if _, _, ok := Range("no such yardstick", "likely"); ok {
		t.Error("a yardstick that is not known gives a range")
	}
}

func TestRangeOf(t *testing.T) {
	for _, c := range []struct {
		yardstick, class, words string
		low, high               float64
		ok                      bool
	}{
		{IPCC, "likely", "More likely than not", 50, 100, true},
		{IPCC, "likely", "expected", 66, 100, true},
		{IPCC, "almost_certain", "extremely likely", 95, 100, true},
		{PHIA, "possible", "realistic possibility", 40, 50, true},
		{PHIA, "possible", "may", 0, 0, false},
		{ICD203, "possible", "realistic possibility", 0, 0, false},
		{ICD203, "unhedged", "will", 0, 0, false},
	} {
		low, high, ok := RangeOf(c.yardstick, c.class, c.words)
		if low != c.low || high != c.high || ok != c.ok {
			t.Errorf("RangeOf(%s, %s, %q) = %g, %g, %t; want %g, %g, %t",
				c.yardstick, c.class, c.words, low, high, ok, c.low, c.high, c.ok)
		}
	}
}

func TestClass(t *testing.T) {
	for words, want := range map[string]string{
		"likely":                  "likely",
		"Highly unlikely":         "very_unlikely",
		"very likely":             "very_likely",
		"very likely indeed":      "very_likely",
		"almost certainly":        "almost_certain",
		"almost certainly not":    "remote",
		"probably not":            "unlikely",
		"not likely":              "unlikely",
		"not very likely":         "unlikely",
		"not particularly likely": "unlikely",
		"not unlikely":            "likely",
		"even chance":             "even",
		"60% chance":              "likely",
		"60 % chance":             "likely",
		"60 percent probability":  "likely",
		"5 per cent chance":       "very_unlikely",
		"one in three chance":     "unlikely",
		"one-in-two chance":       "even",
		"98% likelihood":          "almost_certain",
		"may":                     "possible",
		// Not a wording of likelihood.
		"":                   "",
		"growth":             "",
		"not almost certain": "",
		"60 percent":         "",
		"60 % share":         "",
		"140% chance":        "",
		"three in two odds":  "",
		"likely growth":      "",
	} {
		class, ok := Class(words)
		if !ok {
			class = ""
		}
		if class != want {
			t.Errorf("Class(%q) = %q; want %q", words, class, want)
		}
	}
}

// TestTables checks that the two tables agree: what a yardstick calls by a term has the
// class that the term has, and every row says where it was published.
func TestTables(t *testing.T) {
	for _, r := range Rows() {
		if !slices.Contains(Yardsticks, r.Yardstick) {
			t.Errorf("row %q is of no known yardstick", r.Term)
		}
		if r.Source == "" {
			t.Errorf("%s %q has no source", r.Yardstick, r.Term)
		}
		if r.Low >= r.High || r.Low < 0 || r.High > 100 {
			t.Errorf("%s %q: %g to %g is no range in percent", r.Yardstick, r.Term, r.Low, r.High)
		}
		if class, ok := Class(r.Term); !ok || class != r.Class {
			t.Errorf("%s calls %q %s, terms.tsv %q", r.Yardstick, r.Term, r.Class, class)
		}
	}
}

func FuzzClass(f *testing.F) {
	for _, seed := range []string{"60% chance", "one-in-three odds", "not at all likely", "% chance", "not"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if class, ok := Class(words); ok && class == "" {
			t.Errorf("Class(%q) reports a class without a name", words)
		}
	})
}
