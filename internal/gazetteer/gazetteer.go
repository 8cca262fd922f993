// Package gazetteer holds general facts about names: countries and what their people are
// called, places, well-known organisations, the head words that say what a longer name
// names ("Ministry", "Treaty"), titles, given names, and everyday words. The facts are
// tables beside this file that an analyst can read; names of countries and their codes
// come from the Unicode CLDR, in golang.org/x/text.
package gazetteer

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Entry is a known name.
type Entry struct {
	Label   string // PERSON, ORG, GPE, LOC, NORP, INITIATIVE or EVENT
	Kind    string // for a GPE, a LOC or a NORP the kind of its table, "country", "city", "ethnic"; else ""
	Name    string // the main name, which other names of the same thing share
	Country string // of a country its ISO 3166-1 alpha-2 code, else ""
}

// Place says where in a name a head word stands.
type Place string

// The places of head words.
const (
	End    Place = "end"    // "Defence Ministry"
	Start  Place = "start"  // "Ministry of Defence"
	First  Place = "first"  // "Operation Dawn"
	Before Place = "before" // in lower case before the name: "the newspaper Pravda"
	After  Place = "after"  // in lower case behind the name: "Helmand province"
	Of     Place = "of"     // in lower case before "of" and the name: "the town of Gori"
)

// Kind is a set of what a word is known to be.
type Kind uint16

// The kinds of words; what each holds is in words.tsv.
const (
	Month Kind = 1 << iota
	Weekday
	Calendar
	Honorific
	Rank
	Office
	Modifier
	Portfolio
	Role
	Unnamed
	Reference
	Publication
	Vehicle
	GivenName // in given_names.txt
)

var kindNames = map[string]Kind{
	"month": Month, "weekday": Weekday, "calendar": Calendar,
	"honorific": Honorific, "rank": Rank, "office": Office,
	"modifier": Modifier, "portfolio": Portfolio, "role": Role, "unnamed": Unnamed,
	"reference": Reference, "publication": Publication, "vehicle": Vehicle,
}

var (
	//go:embed countries.tsv
	countriesFile string
	//go:embed places.tsv
	placesFile string
	//go:embed peoples.tsv
	peoplesFile string
	//go:embed names.tsv
	namesFile string
	//go:embed heads.tsv
	headsFile string
	//go:embed words.tsv
	wordsFile string
	//go:embed given_names.txt
	givenNamesFile string
	//go:embed common_words.txt
	commonWordsFile string
)

// Gazetteer answers what is known of a name or a word. It is safe for use by several
// goroutines at once.
type Gazetteer struct {
	entries []Entry
	// A trie over the words of names: edges leads from a node by a word to the next node,
	// the root being 0; ends holds for each node the entry of the name that ends there,
	// -1 where none does.
	edges map[edge]int32
	ends  []int32
	heads map[headKey][]string
	kinds map[string]Kind
}

// Known is the gazetteer, read once, when the program starts.
var Known = New()

type edge struct {
	node int32
	word string
}

type headKey struct {
	word  string
	place Place
}

// New reads the tables. They are part of the program, and a test reads them as well: a
// fault in one is a bug, so that New panics.
func New() *Gazetteer {
	g := &Gazetteer{
		entries: make([]Entry, 0, 6144),
		edges:   make(map[edge]int32, 10240),
		ends:    append(make([]int32, 0, 10240), -1),
		heads:   make(map[headKey][]string, 1024),
		kinds:   make(map[string]Kind, 4096),
	}
	g.addCountries()
	for row := range rows(placesFile, 4) {
		g.add(Entry{Label: row[0], Kind: row[1], Name: row[2]}, row[3])
	}
	for row := range rows(peoplesFile, 2) {
		g.add(Entry{Label: "NORP", Kind: row[0], Name: row[1]}, "")
	}
	for row := range rows(namesFile, 3) {
		g.add(Entry{Label: row[0], Name: row[1]}, row[2])
	}
	for row := range rows(headsFile, 3) {
		key := headKey{Fold(row[2]), Place(row[1])}
		g.heads[key] = append(g.heads[key], row[0])
	}
	for row := range rows(wordsFile, 2) {
		kind, ok := kindNames[row[0]]
		if !ok {
			panic(fmt.Sprintf("gazetteer: words.tsv: kind %q", row[0]))
		}
		g.kinds[Fold(row[1])] |= kind
	}
	for line := range lines(givenNamesFile) {
		g.kinds[Fold(line)] |= GivenName
	}
	return g
}

func (g *Gazetteer) addCountries() {
	english := display.English.Regions()
	for row := range rows(countriesFile, 4) {
		entry := Entry{Label: "GPE", Kind: row[1]}
		switch entry.Kind {
		case "country", "territory":
			if entry.Kind == "country" {
				entry.Country = row[0]
			}
			names := variants(english.Name(language.MustParseRegion(row[0])))
			entry.Name = names[0]
			at := g.add(entry, row[2])
			for _, name := range names[1:] {
				g.put(name, at)
			}
		case "former":
			name, also, _ := strings.Cut(row[2], ";")
			entry.Name = name
			g.add(entry, also)
		default:
			panic(fmt.Sprintf("gazetteer: countries.tsv: status %q", entry.Kind))
		}
		for demonym, rest := "", row[3]; rest != ""; {
			demonym, rest, _ = strings.Cut(rest, ";")
			g.add(Entry{Label: "NORP", Kind: "nation", Name: demonym}, "")
		}
	}
}

// variants gives the ways in which texts write a country's name, from the one of CLDR:
// "Bosnia & Herzegovina" with "and", "St. Lucia" with "Saint" and without the stop,
// "Myanmar (Burma)" and "Hong Kong SAR China" without what is added.
func variants(name string) []string {
	name, _, _ = strings.Cut(name, " (")
	name, _, _ = strings.Cut(name, " SAR China")
	names := []string{name}
	if strings.Contains(name, "&") {
		names = append([]string{strings.ReplaceAll(name, "&", "and")}, names...)
	}
	for _, n := range names {
		if rest, ok := strings.CutPrefix(n, "St. "); ok {
			names = append(names, "Saint "+rest, "St "+rest)
		}
	}
	return names
}

// add puts an entry into the trie under its name and the other names that a field lists,
// and gives its index. The first entry of a name stays: countries come before cities,
// cities before firms.
func (g *Gazetteer) add(entry Entry, also string) int32 {
	at := int32(len(g.entries))
	g.entries = append(g.entries, entry)
	g.put(entry.Name, at)
	for name, rest := "", also; rest != ""; {
		name, rest, _ = strings.Cut(rest, ";")
		g.put(name, at)
	}
	return at
}

func (g *Gazetteer) put(name string, entry int32) {
	node := int32(0)
	for _, s := range Split(name) {
		key := edge{node, Fold(s.In(name))}
		next, ok := g.edges[key]
		if !ok {
			next = int32(len(g.ends))
			g.edges[key] = next
			g.ends = append(g.ends, -1)
		}
		node = next
	}
	if g.ends[node] < 0 {
		g.ends[node] = entry
	}
}

// Match finds the longest known name that the words start with: its entry and how many
// words it has, nil and 0 where there is none. The words are cut as Split cuts them and
// folded by Fold. Behind its first word the name of an event, an initiative or a place may
// lack capitals ("Kyoto protocol", "Persian gulf"); of other names that makes another
// thing ("U.S. government").
func (g *Gazetteer) Match(words []string) (*Entry, int) {
	var found *Entry
	length, node, lowered := 0, int32(0), false
	for i, word := range words {
		next, ok := g.edges[edge{node, word}]
		if !ok && i > 0 {
			next, ok = g.edges[edge{node, capitalised(word)}]
			lowered = true
		}
		if !ok {
			break
		}
		node = next
		end := g.ends[node]
		if end < 0 || lowered && !mayLackCapitals(g.entries[end].Label) {
			continue
		}
		found, length = &g.entries[end], i+1
	}
	return found, length
}

func mayLackCapitals(label string) bool {
	return label == "EVENT" || label == "INITIATIVE" || label == "LOC"
}

// Lookup gives the entry of a whole name, nil where it is not known.
func (g *Gazetteer) Lookup(name string) *Entry {
	spans := Split(name)
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = Fold(s.In(name))
	}
	entry, n := g.Match(words)
	if n != len(words) {
		return nil
	}
	return entry
}

// Heads lists the labels of the names that have the word, folded by Fold, as their head at
// a place, the likeliest first.
func (g *Gazetteer) Heads(word string, place Place) []string { return g.heads[headKey{word, place}] }

// Is reports whether a word, folded by Fold, is of one of the kinds.
func (g *Gazetteer) Is(word string, kinds Kind) bool { return g.kinds[word]&kinds != 0 }

// IsCommon reports whether a word, in whatever case, is one of everyday English.
func (g *Gazetteer) IsCommon(word string) bool {
	return hasLine(commonWordsFile, strings.ToLower(word))
}
