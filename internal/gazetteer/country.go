package gazetteer

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

//go:embed states.tsv
var statesFile string

// Country is what the tables hold of a country or a territory.
type Country struct {
	Code      string   // ISO 3166-1 alpha-2; XK for Kosovo
	Territory bool     // whether it is no state of its own, such as Hong Kong
	Name      string   // its usual name in English
	Names     []string // other names in use, former ones among them
	Official  []string // names in full that New does not know
	Demonyms  []string // adjectives and nouns for its people; another country may have the same
	Capitals  []string // the names of its seats of government, today's and of late
}

// usual holds the names of countries where the CLDR's, as golang.org/x/text has it, is out
// of date, or no name that is written in a text.
var usual = map[string]string{
	"CD": "Democratic Republic of the Congo", // "Congo - Kinshasa"
	"CG": "Republic of the Congo",            // "Congo - Brazzaville"
	"MK": "North Macedonia",                  // since 2019
	"PS": "Palestine",                        // "Palestinian Territories"
	"SZ": "Eswatini",                         // since 2018
}

// Countries lists the countries and territories by code. It reads the tables anew at each
// call. Like New it panics on a fault in them.
func Countries() []Country {
	english := display.English.Regions()
	spellings := map[string][]string{} // of capitals, by their main name
	for row := range rows(placesFile, 4) {
		if row[1] == "capital" {
			spellings[row[2]] = append([]string{row[2]}, list(row[3])...)
		}
	}
	places := map[string]int{}
	var all []Country
	for row := range rows(countriesFile, 4) {
		if row[1] == "former" {
			continue
		}
		names := variants(english.Name(language.MustParseRegion(row[0])))
		c := Country{Code: row[0], Territory: row[1] == "territory", Name: names[0], Demonyms: list(row[3])}
		if name, ok := usual[c.Code]; ok {
			c.Name = name
		}
		c.Names = append(names, list(row[2])...)
		places[c.Code] = len(all)
		all = append(all, c)
	}
	for row := range rows(statesFile, 4) {
		at, ok := places[row[0]]
		if !ok {
			panic(fmt.Sprintf("gazetteer: states.tsv: code %q", row[0]))
		}
		c := &all[at]
		c.Official = list(row[1])
		c.Demonyms = append(c.Demonyms, list(row[2])...)
		for _, capital := range list(row[3]) {
			names, ok := spellings[capital]
			if !ok {
				panic(fmt.Sprintf("gazetteer: states.tsv: capital %q", capital))
			}
			c.Capitals = append(c.Capitals, names...)
		}
	}
	for i := range all {
		c := &all[i]
		c.Names = slices.DeleteFunc(c.Names, func(name string) bool { return name == c.Name })
	}
	slices.SortFunc(all, func(a, b Country) int { return strings.Compare(a.Code, b.Code) })
	return all
}

// CountriesVersion is another string whenever Countries may give another list.
func CountriesVersion() string {
	hash := sha256.New()
	for _, file := range []string{countriesFile, placesFile, statesFile} {
		_, _ = io.WriteString(hash, file) // cannot fail
	}
	return fmt.Sprintf("CLDR %s, tables %x", display.CLDRVersion, hash.Sum(nil)[:8])
}

// list cuts a field that holds several values.
func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, ";")
}
