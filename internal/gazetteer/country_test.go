package gazetteer

import (
	"regexp"
	"slices"
	"testing"
)

func TestCountries(t *testing.T) {
	all := map[string]Country{}
	for _, c := range Countries() {
		all[c.Code] = c
	}
	for _, test := range []struct{ code, field, want string }{
		{"MM", "name", "Myanmar"},
		{"MM", "names", "Burma"},
		{"US", "name", "United States"},
		{"US", "names", "America"},
		{"US", "names", "U.S."},
		{"US", "capitals", "Washington, D.C."},
		{"CI", "names", "Ivory Coast"},
		{"BA", "name", "Bosnia and Herzegovina"},
		{"CD", "name", "Democratic Republic of the Congo"},
		{"CD", "names", "Zaire"},
		{"BG", "official", "Republic of Bulgaria"},
		{"KZ", "demonyms", "Kazakh"},
		{"KZ", "capitals", "Nur-Sultan"},
		{"UA", "capitals", "Kiev"},
		{"NL", "capitals", "The Hague"},
		{"CD", "demonyms", "Congolese"}, // of both
		{"CG", "demonyms", "Congolese"},
		{"HK", "name", "Hong Kong"},
	} {
		c := all[test.code]
		values := map[string][]string{
			"name": {c.Name}, "names": c.Names, "official": c.Official, "demonyms": c.Demonyms, "capitals": c.Capitals,
		}[test.field]
		if !slices.Contains(values, test.want) {
			t.Errorf("%s of %s are %q, want %q among them", test.field, test.code, values, test.want)
		}
	}
	if !all["HK"].Territory || all["XK"].Territory {
		t.Error("Hong Kong is no territory, or Kosovo is one")
	}
	if capitals := all["BE"].Capitals; capitals != nil {
		t.Errorf("Belgium has the capitals %q, want none", capitals)
	}
	for _, c := range all {
		if slices.Contains(c.Names, c.Name) {
			t.Errorf("%s: the name %q stands among the other names", c.Code, c.Name)
		}
	}
}

// TestStates holds states.tsv to the other tables: it adds to them and repeats nothing.
func TestStates(t *testing.T) {
	codes := regexp.MustCompile(`^[A-Z]{2}$`)
	seats := map[string]string{}
	for _, c := range Countries() {
		if !codes.MatchString(c.Code) {
			t.Errorf("code %q", c.Code)
		}
		for _, name := range c.Official {
			if entry := Known.Lookup(name); entry != nil {
				t.Errorf("%s: the official name %q is in another table", c.Code, name)
			}
		}
		for _, name := range c.Capitals {
			if other, there := seats[name]; there {
				t.Errorf("%q is a capital of %s and of %s", name, other, c.Code)
			}
			seats[name] = c.Code
			if entry := Known.Lookup(name); entry == nil || entry.Label != "GPE" || entry.Country != "" {
				t.Errorf("%s: the gazetteer has the capital %q as %+v", c.Code, name, entry)
			}
		}
	}
}
