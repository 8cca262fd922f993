package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
)

// Reason says why two entities are likely to be one.
type Reason string

// The reasons for suggestions, the surest first.
const (
	SameCountry  Reason = "country"   // one is named as the other, a country, is
	SameLetters  Reason = "letters"   // the names differ in case, punctuation and accents alone
	SameAcronym  Reason = "acronym"   // they share an acronym, or one is the other's initials
	SharedName   Reason = "name"      // briefs or persons call the one as the other is called
	Surname      Reason = "surname"   // a person's last name, in a brief that has the full one
	Contained    Reason = "contained" // one name stands within the other
	Spelling     Reason = "spelling"  // long names that differ in one letter
	AnotherLabel Reason = "label"     // the same name with another label
)

// reasons lists every reason, the surest first.
var reasons = []Reason{SameCountry, SameLetters, SameAcronym, SharedName, Surname, Contained, Spelling, AnotherLabel}

// minSpelling is the number of letters from which names that differ in one are likely to
// be misspellings: of shorter names too many are names of their own (Iran, Iraq).
const minSpelling = 8

// Suggestion is a merge that a person may want to make.
type Suggestion struct {
	Keep   Suggested `json:"keep"`
	Join   Suggested `json:"join"` // what would be merged into Keep
	Reason Reason    `json:"reason"`
	Words  string    `json:"words"` // the name or acronym that the reason rests on
}

// Suggested is an entity in a suggestion.
type Suggested struct {
	ID       int64        `json:"id"`
	Name     string       `json:"name"`
	Label    corpus.Label `json:"label"`
	Mentions int64        `json:"mentions"` // in the current versions
}

// SuggestMerges lists pairs of entities that are likely to be one, each with the surest
// reason for it: the surest first, of equals those with the most mentions. Entities that a
// person has split from each other are left out.
func (s *Store) SuggestMerges(ctx context.Context) ([]Suggestion, error) {
	tx, err := s.read.BeginTx(ctx, nil) // one moment for all queries
	if err != nil {
		return nil, fmt.Errorf("suggest merges: %w", explain(err))
	}
	defer func() { _ = tx.Rollback() }()
	known, err := loadKnown(ctx, tx)
	if err != nil {
		return nil, fmt.Errorf("suggest merges: %w", explain(err))
	}
	decisions, err := loadLedger(ctx, tx)
	if err != nil {
		return nil, fmt.Errorf("suggest merges: %w", explain(err))
	}
	found := suggester{pairs: map[[2]int64]Suggestion{}, apart: map[[2]int64]bool{}}
	for _, e := range decisions {
		if e.action == Split {
			found.apart[pairOf(e.entity, e.other)] = true
		}
	}
	found.all(known)
	return found.sorted(), nil
}

// knownEntity is an entity as suggestions look at it.
type knownEntity struct {
	Suggested
	country  string
	about    []string       // codes of the countries that it is or points at
	called   []string       // all names that a country has, folded
	names    []string       // wordings and aliases
	acronyms []string       // those of them that are acronyms
	words    []string       // of the folded name
	letters  string         // of the folded name
	versions map[int64]bool // of a person, the versions of briefs that mention them
}

// loadKnown reads the entities that current versions mention, by number.
func loadKnown(ctx context.Context, tx *sql.Tx) ([]*knownEntity, error) {
	all, err := collect(ctx, tx, `
		SELECT e.id, e.name, e.label, e.country, sum(t.mentions)
		FROM entities e JOIN entity_versions t ON t.entity_id = e.id JOIN versions v ON v.id = t.version_id AND v.current = 1
		GROUP BY e.id ORDER BY e.id`,
		nil, func(rows *sql.Rows) (*knownEntity, error) {
			e := &knownEntity{versions: map[int64]bool{}}
			err := rows.Scan(&e.ID, &e.Name, &e.Label, &e.country, &e.Mentions)
			folded := fold(e.Name)
			e.words, e.letters = nameWords(folded), letters(folded)
			return e, err
		})
	if err != nil {
		return nil, err
	}
	byID := make(map[int64]*knownEntity, len(all))
	for _, e := range all {
		byID[e.ID] = e
	}
	type pair struct {
		id   int64
		text string
	}
	each := func(query string, add func(e *knownEntity, text string)) error {
		pairs, err := collect(ctx, tx, query, nil, func(rows *sql.Rows) (p pair, err error) {
			err = rows.Scan(&p.id, &p.text)
			return p, err
		})
		for _, p := range pairs {
			if e := byID[p.id]; e != nil {
				add(e, p.text)
			}
		}
		return err
	}
	err = each(`
		SELECT m.entity_id, w.text FROM mentions m JOIN wordings w ON w.id = m.wording_id
		WHERE NOT EXISTS (SELECT 1 FROM aliases a WHERE a.entity_id = m.entity_id AND a.folded = w.folded AND a.kind = 'removed')
		UNION SELECT coalesce(e.home, e.id), a.name FROM aliases a JOIN entities e ON e.id = a.entity_id WHERE a.kind = 'added'
		ORDER BY 1, 2`,
		func(e *knownEntity, text string) {
			e.names = append(e.names, text)
			if isAcronym(text) {
				e.acronyms = append(e.acronyms, text)
			}
		})
	if err != nil {
		return nil, err
	}
	err = each(`
		SELECT e.id, n.folded FROM entities e JOIN country_names n ON n.country = e.country
		WHERE n.kind IN ('name', 'official') ORDER BY 1, 2`,
		func(e *knownEntity, text string) { e.called = append(e.called, text) })
	if err != nil {
		return nil, err
	}
	err = each(`
		SELECT coalesce(member.home, member.id), member.country FROM entities member WHERE member.country <> ''
		UNION SELECT coalesce(member.home, member.id), n.country
		FROM entities member JOIN country_names n ON n.folded = member.folded WHERE `+pointing+`
		ORDER BY 1, 2`,
		func(e *knownEntity, text string) { e.about = append(e.about, text) })
	if err != nil {
		return nil, err
	}
	type place struct{ entity, version int64 }
	places, err := collect(ctx, tx, `
		SELECT t.entity_id, t.version_id FROM entity_versions t
		JOIN versions v ON v.id = t.version_id AND v.current = 1
		JOIN entities e ON e.id = t.entity_id
		WHERE e.label = ?`, string(corpus.Person), func(rows *sql.Rows) (p place, err error) {
		err = rows.Scan(&p.entity, &p.version)
		return p, err
	})
	for _, p := range places {
		byID[p.entity].versions[p.version] = true
	}
	return all, err
}

// suggester gathers suggestions, the surest for each pair.
type suggester struct {
	pairs map[[2]int64]Suggestion
	apart map[[2]int64]bool // split from each other
}

func pairOf(a, b int64) [2]int64 { return [2]int64{min(a, b), max(a, b)} }

// all goes through the reasons from the surest down.
func (s *suggester) all(known []*knownEntity) {
	s.sameKeys(SameCountry, known, countryKeys, anyPair)
	s.sameKeys(SameLetters, known, func(e *knownEntity) []nameKey { return e.labelled(e.letters, e.Name) }, anyPair)
	s.sameKeys(SameAcronym, known, acronymKeys, func(a, b *knownEntity) bool { return len(a.acronyms)+len(b.acronyms) > 0 })
	s.sharedNames(known)
	s.surnames(known)
	s.contained(known)
	s.sameKeys(Spelling, known, spellingKeys, func(a, b *knownEntity) bool { return differInOne([]rune(a.letters), []rune(b.letters)) })
	s.sameKeys(AnotherLabel, known, func(e *knownEntity) []nameKey { return []nameKey{{"", e.letters, e.Name}} }, anyPair)
}

func anyPair(a, b *knownEntity) bool { return true }

// nameKey is what the entities of a suggestion have in common.
type nameKey struct {
	label corpus.Label
	key   string
	words string // as a person reads it
}

func (e *knownEntity) labelled(key, words string) []nameKey { return []nameKey{{e.Label, key, words}} }

// sameKeys suggests each two entities that have a key in common and fit each other.
func (s *suggester) sameKeys(
	reason Reason, known []*knownEntity, keys func(*knownEntity) []nameKey, fit func(a, b *knownEntity) bool,
) {
	type group struct {
		words   string
		members []*knownEntity
	}
	groups := map[nameKey]*group{}
	var order []*group
	for _, e := range known {
		for _, k := range keys(e) {
			if k.key == "" {
				continue
			}
			at := nameKey{label: k.label, key: k.key}
			g := groups[at]
			if g == nil {
				g = &group{words: k.words}
				groups[at] = g
				order = append(order, g)
			}
			if n := len(g.members); n == 0 || g.members[n-1] != e {
				g.members = append(g.members, e)
			}
		}
	}
	for _, g := range order {
		for i, a := range g.members {
			for _, b := range g.members[i+1:] {
				switch {
				case !fit(a, b):
				case a.goesBefore(b):
					s.add(reason, a, b, g.words)
				default:
					s.add(reason, b, a, g.words)
				}
			}
		}
	}
}

// add notes a suggestion, unless the two have a surer one, are apart by a person's
// decision, or are of different countries. A country is kept in any case.
func (s *suggester) add(reason Reason, keep, join *knownEntity, words string) {
	pair := pairOf(keep.ID, join.ID)
	if _, there := s.pairs[pair]; there || keep == join || s.apart[pair] {
		return
	}
	if len(keep.about) > 0 && len(join.about) > 0 && !slices.Equal(keep.about, join.about) {
		return
	}
	if keep.country == "" && join.country != "" {
		keep, join = join, keep
	}
	s.pairs[pair] = Suggestion{keep.Suggested, join.Suggested, reason, words}
}

// goesBefore reports whether of two entities this is the one to keep: the one whose name is
// no acronym; the one with more mentions.
func (e *knownEntity) goesBefore(other *knownEntity) bool {
	switch {
	case isAcronym(e.Name) != isAcronym(other.Name):
		return isAcronym(other.Name)
	case e.Mentions != other.Mentions:
		return e.Mentions > other.Mentions
	}
	return e.ID < other.ID
}

// countryKeys are the names of a country, and the name of a place without a code.
func countryKeys(e *knownEntity) []nameKey {
	if e.Label != corpus.GPE {
		return nil
	}
	if e.country == "" && len(e.about) == 0 {
		return e.labelled(fold(e.Name), e.Name)
	}
	var keys []nameKey
	for _, name := range e.called {
		keys = append(keys, nameKey{e.Label, name, e.Name})
	}
	return keys
}

// acronymKeys are an entity's acronyms and, where it has none, the initials of its name.
func acronymKeys(e *knownEntity) []nameKey {
	var keys []nameKey
	for _, acronym := range e.acronyms {
		keys = append(keys, nameKey{e.Label, letters(fold(acronym)), acronym})
	}
	if len(keys) == 0 && len(e.words) > 1 && (e.Label == corpus.Org || e.Label == corpus.Initiative) {
		for _, small := range []bool{false, true} {
			if initials := initialsOf(e.words, small); utf8.RuneCountInString(initials) > 2 {
				keys = append(keys, nameKey{e.Label, initials, strings.ToUpper(initials)})
			}
		}
	}
	return keys
}

// spellingKeys are the letters of a long name, whole and with each one of them left out in
// turn: any two names that differ in one letter share one. Names with figures or a Roman
// numeral at the end have none, as that one character is what tells them apart.
func spellingKeys(e *knownEntity) []nameKey {
	runes := []rune(e.letters)
	if len(runes) < minSpelling || slices.ContainsFunc(runes, unicode.IsNumber) {
		return nil
	}
	if last := e.words[len(e.words)-1]; strings.Trim(last, "ivx") == "" {
		return nil
	}
	keys := e.labelled(e.letters, e.Name)
	for i := range runes {
		keys = append(keys, nameKey{e.Label, string(runes[:i]) + string(runes[i+1:]), e.Name})
	}
	return keys
}

// differInOne reports whether one letter put in, left out or replaced makes of one name the
// other.
func differInOne(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	same := 0
	for same < len(a) && a[same] == b[same] {
		same++
	}
	switch {
	case len(a) == len(b):
		return same < len(a) && slices.Equal(a[same+1:], b[same+1:])
	case len(a)+1 == len(b):
		return slices.Equal(a[same:], b[same+1:])
	}
	return false
}

// sharedNames suggests entities where briefs or persons call the one by the other's name.
// One name of a person is left to surnames.
func (s *suggester) sharedNames(known []*knownEntity) {
	called := map[nameKey][]*knownEntity{}
	for _, e := range known {
		key := nameKey{label: e.Label, key: fold(e.Name)}
		called[key] = append(called[key], e)
	}
	for _, e := range known {
		for _, name := range e.names {
			if e.Label == corpus.Person && len(nameWords(fold(name))) == 1 {
				continue
			}
			for _, other := range called[nameKey{label: e.Label, key: fold(name)}] {
				s.add(SharedName, e, other, name)
			}
		}
	}
}

// surnames suggests a last name with the full name that ends in it, where a brief has both,
// and the briefs that have the last name have no other such full name.
func (s *suggester) surnames(known []*knownEntity) {
	full := map[string][]*knownEntity{}
	for _, e := range known {
		if e.Label == corpus.Person && len(e.words) > 1 {
			last := e.words[len(e.words)-1]
			full[last] = append(full[last], e)
		}
	}
	for _, e := range known {
		if e.Label != corpus.Person || len(e.words) != 1 {
			continue
		}
		var beside []*knownEntity
		for _, person := range full[e.words[0]] {
			for version := range e.versions {
				if person.versions[version] {
					beside = append(beside, person)
					break
				}
			}
		}
		if len(beside) == 1 {
			s.add(Surname, beside[0], e, e.Name)
		}
	}
}

// contained suggests an entity with the only one of its label whose name says more: words
// before its own ("Iraqi Ministry of Culture"), or "of" and the like or a firm's form behind
// ("Parliament of Canada"). Other words behind name another thing ("Senate" and "Senate
// Foreign Relations Committee"), and so does a name that the own stands behind an "of" in.
func (s *suggester) contained(known []*knownEntity) {
	type part struct {
		label corpus.Label
		words string
	}
	longer := map[part][]*knownEntity{}
	for _, e := range known {
		for n := 1; n < len(e.words); n++ {
			rest := len(e.words) - n
			first, last := part{e.Label, strings.Join(e.words[:n], " ")}, part{e.Label, strings.Join(e.words[rest:], " ")}
			if extends(e.words[n:]) {
				longer[first] = append(longer[first], e)
			}
			if n > 1 && last != first && !isSmall(e.words[rest-1]) {
				longer[last] = append(longer[last], e)
			}
		}
	}
	for _, e := range known {
		if e.Label == corpus.NORP || e.country != "" || len(e.words) == 0 {
			continue
		}
		if len(e.words) == 1 && (e.Label == corpus.GPE || e.Label == corpus.Person || utf8.RuneCountInString(e.letters) < 4) {
			continue
		}
		if others := longer[part{e.Label, strings.Join(e.words, " ")}]; len(others) == 1 {
			s.add(Contained, others[0], e, e.Name)
		}
	}
}

// extends reports whether words behind a name leave it the name of the same thing.
func extends(words []string) bool {
	switch words[0] {
	case "of", "for", "in", "on":
		return true
	}
	return !slices.ContainsFunc(words, func(word string) bool { return !isFirm(word) })
}

// isFirm reports whether a word says what form a firm has.
func isFirm(word string) bool {
	switch word {
	case "ag", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc", "incorporated", "limited",
		"llc", "ltd", "plc", "sa", "technologies":
		return true
	}
	return false
}

// sorted lists the suggestions: the surest first, of equals those with the most mentions.
func (s *suggester) sorted() []Suggestion {
	all := make([]Suggestion, 0, len(s.pairs))
	for _, suggestion := range s.pairs {
		all = append(all, suggestion)
	}
	slices.SortFunc(all, func(a, b Suggestion) int {
		return cmp.Or(
			cmp.Compare(slices.Index(reasons, a.Reason), slices.Index(reasons, b.Reason)),
			-cmp.Compare(a.Keep.Mentions+a.Join.Mentions, b.Keep.Mentions+b.Join.Mentions),
			cmp.Compare(a.Keep.ID, b.Keep.ID), cmp.Compare(a.Join.ID, b.Join.ID))
	})
	return all
}

// nameWords cuts a folded name into words, without the dots and commas at their ends.
func nameWords(folded string) []string {
	var words []string
	for word := range strings.FieldsSeq(strings.ReplaceAll(folded, "-", " ")) {
		if word = strings.Trim(word, ".,;:()\"'“”"); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// isAcronym reports whether a wording is one: two to eight capitals and figures, capitals
// first, with dots or an ampersand between them at most.
func isAcronym(text string) bool {
	capitals, others := 0, 0
	for i, r := range text {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case i > 0 && unicode.IsDigit(r):
			others++
		case i > 0 && (r == '.' || r == '&'):
		default:
			return false
		}
	}
	return capitals >= 2 && capitals+others <= 8
}

// initialsOf gives the first letters of words, those of small words too where small is set.
func initialsOf(words []string, small bool) string {
	var initials strings.Builder
	for _, word := range words {
		if small || !isSmall(word) {
			first, _ := utf8.DecodeRuneInString(word)
			initials.WriteRune(first)
		}
	}
	return initials.String()
}

// isSmall reports whether acronyms mostly skip the word.
func isSmall(word string) bool {
	switch word {
	case "a", "an", "and", "at", "de", "des", "du", "for", "in", "la", "of", "on", "the", "to", "und", "with":
		return true
	}
	return false
}
