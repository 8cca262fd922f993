package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLookup(t *testing.T) {
	for _, test := range []struct{ name, label, main, country string }{
		{"Kyrgyzstan", "GPE", "Kyrgyzstan", "KG"},
		{"U.S.", "GPE", "United States", "US"},
		{"United States of America", "GPE", "United States", "US"},
		{"UK", "GPE", "United Kingdom", "GB"},
		{"Burma", "GPE", "Myanmar", "MM"},
		{"Myanmar", "GPE", "Myanmar", "MM"},
		{"Ivory Coast", "GPE", "Côte d’Ivoire", "CI"},
		{"Cote d'Ivoire", "GPE", "Côte d’Ivoire", "CI"},
		{"Bosnia and Herzegovina", "GPE", "Bosnia and Herzegovina", "BA"},
		{"Saint Lucia", "GPE", "St. Lucia", "LC"},
		{"Kosovo", "GPE", "Kosovo", "XK"},
		{"Taiwan", "GPE", "Taiwan", "TW"},
		{"Hong Kong", "GPE", "Hong Kong", ""},
		{"Puerto Rico", "GPE", "Puerto Rico", ""},
		{"Soviet Union", "GPE", "Soviet Union", ""},
		{"Astana", "GPE", "Astana", ""},
		{"Texas", "GPE", "Texas", ""},
		{"Klaipėda", "GPE", "Klaipeda", ""},
		{"Central Asia", "LOC", "Central Asia", ""},
		{"Emirati", "NORP", "Emirati", ""},
		{"Kazakhstani", "NORP", "Kazakhstani", ""},
		{"Swiss", "NORP", "Swiss", ""},
		{"Islamist", "NORP", "Islamist", ""},
		{"NATO", "ORG", "North Atlantic Treaty Organization", ""},
		{"BRI", "INITIATIVE", "Belt and Road Initiative", ""},
		{"World War II", "EVENT", "World War II", ""},
		{"Kyoto protocol", "INITIATIVE", "Kyoto Protocol", ""},
	} {
		entry := Known.Lookup(test.name)
		if entry == nil {
			t.Errorf("%q is not known", test.name)
			continue
		}
		if entry.Label != test.label || entry.Name != test.main || entry.Country != test.country {
			t.Errorf("%q is %+v, want %s %q %q", test.name, *entry, test.label, test.main, test.country)
		}
	}
	for _, name := range []string{"", "the", "Monday", "Xyzzy", "kazakhstan", "Kazakhstan Kazakhstan", "world bank"} {
		if entry := Known.Lookup(name); entry != nil {
			t.Errorf("%q is %+v, want it unknown", name, *entry)
		}
	}
}

func TestMatchTakesTheLongest(t *testing.T) {
	words := []string{"South", "Africa", "and", "Sudan"}
	if entry, n := Known.Match(words); entry == nil || entry.Country != "ZA" || n != 2 {
		t.Errorf("Match(%q) is %v, %d", words, entry, n)
	}
	if entry, n := Known.Match(words[2:]); entry != nil || n != 0 {
		t.Errorf("Match(%q) is %v, %d, want none", words[2:], entry, n)
	}
}

func TestHeads(t *testing.T) {
	for _, test := range []struct {
		word   string
		place  Place
		labels []string
	}{
		{"Ministry", End, []string{"ORG"}},
		{"Ministry", Start, []string{"ORG"}},
		{"Treaty", End, []string{"INITIATIVE"}},
		{"Strait", End, []string{"LOC"}},
		{"Summit", End, []string{"EVENT"}},
		{"Operation", First, []string{"EVENT"}},
		{"province", After, []string{"GPE"}},
		{"newspaper", Before, []string{"ORG"}},
		{"town", Of, []string{"GPE"}},
		{"Table", End, nil},
	} {
		if diff := cmp.Diff(test.labels, Known.Heads(test.word, test.place)); diff != "" {
			t.Errorf("Heads(%q, %s) (-want +got):\n%s", test.word, test.place, diff)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, test := range []struct {
		word string
		kind Kind
	}{
		{"March", Month}, {"Tuesday", Weekday}, {"Dr.", Honorific}, {"Gen.", Rank}, {"President", Office}, {"Deputy", Modifier},
		{"Finance", Portfolio}, {"economist", Role}, {"GDP", Unnamed}, {"Figure", Reference}, {"Index", Publication}, {"HMS", Vehicle},
		{"Aigul", 0}, {"Maria", GivenName}, {"Jose", GivenName},
	} {
		if test.kind != 0 && !Known.Is(test.word, test.kind) {
			t.Errorf("%q is not of kind %b", test.word, test.kind)
		}
		if test.kind == 0 && Known.Is(test.word, ^Kind(0)) {
			t.Errorf("%q is of some kind, want none", test.word)
		}
	}
}

func TestIsCommon(t *testing.T) {
	for word, want := range map[string]bool{"growth": true, "Growth": true, "a": false, "about": true, "youth": true, "Kazakhstan": false, "": false, "#": false} {
		if got := Known.IsCommon(word); got != want {
			t.Errorf("IsCommon(%q) is %v", word, got)
		}
	}
}

// TestCommonWordsAreSorted holds what the bisection needs.
func TestCommonWordsAreSorted(t *testing.T) {
	words := slices.Collect(lines(commonWordsFile))
	if !slices.IsSorted(words) {
		t.Error("common_words.txt is not in the order of bytes")
	}
	for _, word := range words {
		if !Known.IsCommon(word) {
			t.Errorf("%q is not found", word)
		}
	}
}

// TestTables looks every name of the tables up, and finds it under some label: its own,
// unless a table before has the name as well.
func TestTables(t *testing.T) {
	labels := map[string]bool{"PERSON": true, "ORG": true, "GPE": true, "LOC": true, "NORP": true, "INITIATIVE": true, "EVENT": true}
	for _, table := range []struct {
		file         string
		fields       int
		names, label int // columns; no label: -1
	}{
		{countriesFile, 4, 2, -1}, {countriesFile, 4, 3, -1}, {placesFile, 4, 2, 0}, {placesFile, 4, 3, 0},
		{peoplesFile, 2, 1, -1}, {namesFile, 3, 1, 0}, {namesFile, 3, 2, 0}, {headsFile, 3, 2, 0},
	} {
		for row := range rows(table.file, table.fields) {
			if table.label >= 0 && !labels[row[table.label]] {
				t.Errorf("row %q has the label %q", row, row[table.label])
			}
			if table.file == headsFile || row[table.names] == "" {
				continue
			}
			for name := range strings.SplitSeq(row[table.names], ";") {
				if strings.TrimSpace(name) != name || name == "" {
					t.Errorf("row %q has the name %q", row, name)
				}
				if Known.Lookup(name) == nil {
					t.Errorf("%q of row %q is not found", name, row)
				}
			}
		}
	}
}

func TestSplit(t *testing.T) {
	for text, want := range map[string][]string{
		"":                           nil,
		"Belt and Road Initiative":   {"Belt", "and", "Road", "Initiative"},
		"China-Pakistan":             {"China", "Pakistan"},
		"U.S.-led":                   {"U.S.", "led"},
		"9/11":                       {"9/11"},
		"Haiti/Cuba":                 {"Haiti", "Cuba"},
		"People's Party":             {"People", "'s", "Party"},
		"People’s":                   {"People", "’s"},
		"O'Neill":                    {"O'Neill"},
		"Moody's":                    {"Moody", "'s"},
		"Washington, D.C.":           {"Washington", ",", "D.C."},
		"Côte d’Ivoire":              {"Côte", "d’Ivoire"},
		"–":                          nil,
		"African Export–Import Bank": {"African", "Export", "Import", "Bank"},
	} {
		var got []string
		for _, s := range Split(text) {
			got = append(got, s.In(text))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Split(%q) (-want +got):\n%s", text, diff)
		}
	}
}

// TestSplitCovers holds that words lie in the text in order, without overlap or space.
func TestSplitCovers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		end := 0
		for _, s := range Split(text) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) || strings.ContainsAny(s.In(text), " \n\t") {
				t.Fatalf("word [%d,%d) of %q", s.Start, s.End, text)
			}
			end = s.End
		}
	})
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{"Klaipėda": "Klaipeda", "d’Ivoire": "d'Ivoire", "Kenya": "Kenya", "Élysée": "Elysee", "": ""} {
		if got := Fold(word); got != want {
			t.Errorf("Fold(%q) is %q, want %q", word, got, want)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		New()
	}
}

func BenchmarkMatch(b *testing.B) {
	words := []string{"Organization", "for", "Security", "and", "Co", "operation", "in", "Europe", "met", "on", "Monday"}
	for b.Loop() {
		Known.Match(words)
	}
}
