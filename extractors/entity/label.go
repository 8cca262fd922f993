package entity

import (
	"strings"

	"augury/corpus"
	"augury/internal/gazetteer"
)

// weight says how well a label is founded.
type weight int

// The weights.
const (
	hunch   weight = 1 // no more than a capital: dropped where nothing in the document bears it out
	guess   weight = 2 // by its capitals alone
	likely  weight = 3 // by the words beside it
	certain weight = 6 // by what it is or is made of
)

// keep labels the name [a,b) and keeps it where it has a label.
func (p *parser) keep(a, b int) {
	if from := p.behindCommon(a, b); from > a {
		p.cut(from, b)
		return
	}
	if label, rule := p.head(a, b); label != "" {
		p.keepAs(p.withYear(a, label), b, label, rule, certain)
		return
	}
	first, last := p.words[a], p.words[b-1]
	if labels := known.Heads(first.form, gazetteer.End); b-a == 1 && len(labels) > 0 && a > 0 && isOrdinal(p.words[a-1]) && !first.initial {
		label, rule := headLabel(labels) // "3rd Battalion", "116th Congress"
		p.keepAs(a-1, b, label, rule, certain)
		return
	}
	switch {
	case known.Is(last.form, gazetteer.Publication|gazetteer.Unnamed), known.Is(first.form, gazetteer.Reference|gazetteer.Unnamed):
		return
	case b-a == 1 && (first.shape == initial || known.IsCommon(first.form)):
		return
	case last.shape == number, strings.ContainsAny(first.form, "0123456789$"):
		return
	}
	if p.isPerson(a, b) {
		p.keepAs(a, b, corpus.Person, "given_name", certain)
		return
	}
	if label, rule, w := p.byContext(a, b); label != "" {
		p.keepAs(a, b, label, rule, w)
	}
}

// keepKnown keeps the words [a,b) as the known name that they are.
func (p *parser) keepKnown(a, b int, entry *gazetteer.Entry) {
	p.keepAs(p.withYear(a, corpus.Label(entry.Label)), b, corpus.Label(entry.Label), ruleOf(entry), certain)
	m := &p.mentions[len(p.mentions)-1]
	m.entry, m.country = entry, entry.Country
}

// keepAs keeps the words [a,b) as a mention, without those that the mention before has.
func (p *parser) keepAs(a, b int, label corpus.Label, rule string, w weight) {
	if n := len(p.mentions); n > 0 {
		for a < b-1 && p.words[a].Start < p.mentions[n-1].End {
			a++
		}
	}
	p.mentions = append(p.mentions, mention{
		Span: corpus.Span{Start: p.words[a].Start, End: p.words[b-1].End}, label: label, rule: rule, weight: w,
	})
}

// ruleOf names the table that a known name is from.
func ruleOf(entry *gazetteer.Entry) string {
	switch {
	case entry.Country != "":
		return "country"
	case entry.Label == "NORP":
		return "people"
	case entry.Kind != "":
		return "place"
	}
	return "known_name"
}

// behindCommon returns where a name starts for certain behind everyday words of [a,b): a
// known name that ends the run ("Former Indian National Congress"), or a person's
// ("Political Affairs Carlos Ortega"); a where there is none.
func (p *parser) behindCommon(a, b int) int {
	if entry, _ := p.match(a, b); entry != nil {
		return a
	}
	for i := a + 1; i < b; i++ {
		before := p.words[i-1]
		if before.shape == lower || !known.IsCommon(before.form) && !known.Is(before.form, gazetteer.Portfolio) {
			break
		}
		if entry, n := p.match(i, b); entry != nil && n >= 2 && i+n == b {
			return i
		}
		if i+1 < b && !p.endsName(b-1) && (p.isGivenName(i, b) && !known.IsCommon(p.words[i].form) || p.words[i].shape == initial) {
			return i
		}
	}
	return a
}

// head labels a name of several words by its head word: the one before "of", "for" or
// "on", else the last one, else the first.
func (p *parser) head(a, b int) (corpus.Label, string) {
	for i := a + 1; i < b-1; i++ {
		switch p.words[i].form {
		case "of", "for", "on":
			labels := known.Heads(p.words[i-1].form, gazetteer.Start)
			if len(labels) == 0 && i-1 > a {
				labels = known.Heads(p.words[i-1].form, gazetteer.End)
			}
			if len(labels) > 0 {
				return headLabel(labels)
			}
		}
	}
	last := b - 1
	for last > a && p.words[last].shape == number {
		last--
	}
	if last > a && !generics[p.phrase(a, b)] {
		if labels := known.Heads(p.words[last].form, gazetteer.End); len(labels) > 0 {
			return headLabel(labels)
		}
	}
	if b-a < 2 {
		return "", ""
	}
	if labels := known.Heads(p.words[a].form, gazetteer.First); len(labels) > 0 {
		return headLabel(labels)
	}
	if labels := known.Heads(p.words[a].form, gazetteer.Start); p.words[b-1].shape == number {
		return headLabel(labels) // "Resolution 1325"
	}
	return "", ""
}

func headLabel(labels []string) (corpus.Label, string) {
	if len(labels) == 0 {
		return "", ""
	}
	return corpus.Label(labels[0]), "head_word_" + strings.ToLower(labels[0])
}

// phrase gives the words [a,b) as they stand.
func (p *parser) phrase(a, b int) string {
	return p.text.doc.Text[p.words[a].Start:p.words[b-1].End]
}

// generics are common nouns that are written with capitals, and have the head of a name.
var generics = set("Armed Forces", "Central Bank", "Task Force", "Security Forces", "Private Sector", "Prime Minister's Office",
	"Executive Branch", "Executive Board", "Governing Council", "Labor Force", "Law Enforcement", "Monetary Policy",
	"Fiscal Policy", "Economic Policy", "Foreign Policy", "Public Policy", "Trade Policy", "Human Resources", "Special Forces",
	"Ground Forces", "Air Forces", "Naval Forces", "Nuclear Forces", "Coalition Forces", "General Election",
	"Presidential Election", "State Government", "Local Government", "Policy Committee", "Reserve Banks", "Member State")

// withYear moves the start of a name before the year or the ordinal that belongs to it:
// "1998 World Fair Conference", "Second Nordic Summit", "7th Infantry Division".
func (p *parser) withYear(a int, label corpus.Label) int {
	if a == 0 || p.words[a].joined || label != corpus.Event && label != corpus.Org {
		return a
	}
	before := p.words[a-1]
	if label == corpus.Event && (isYear(before.form) || ordinals[before.form]) || isOrdinal(before) {
		return a - 1
	}
	return a
}

// isOrdinal reports whether a word is an ordinal in figures, "7th".
func isOrdinal(w word) bool {
	if w.shape != number || len(w.form) < 3 {
		return false
	}
	switch w.form[len(w.form)-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// ordinals are the ordinals in words that stand before events.
var ordinals = set("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")

// keepDirection keeps a part of a known place or people, "Northern Peru", "Southern
// Sudanese", and reports whether [a,b) is one.
func (p *parser) keepDirection(a, b int) bool {
	if b-a < 2 || !directions[p.words[a].form] {
		return false
	}
	if _, n := p.match(a, b); n > 1 { // "Northern Ireland"
		return false
	}
	entry, n := p.match(a+1, b)
	if entry == nil || a+1+n != b {
		return false
	}
	switch entry.Label {
	case "GPE", "LOC":
		p.keepAs(a, b, corpus.Loc, "direction", certain)
	case "NORP":
		p.keepAs(a, b, corpus.NORP, "direction", certain)
	default:
		return false
	}
	return true
}

// directions are words that make a place's name that of a part of it.
var directions = set("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Northeast",
	"Northwest", "Southeast", "Southwest", "Northeastern", "Northwestern", "Southeastern", "Southwestern", "Upper", "Lower", "Greater")

// isPerson reports whether the words [a,b) start with a given name or an initial and go on
// as persons' names do.
func (p *parser) isPerson(a, b int) bool {
	if b-a < 2 || b-a > 5 || p.words[b-1].shape != capital && !p.words[b-1].joined {
		return false
	}
	return known.Is(p.words[a].form, gazetteer.GivenName) || p.words[a].shape == initial
}

// byContext labels a name that nothing is known of by the words beside it.
func (p *parser) byContext(a, b int) (corpus.Label, string, weight) {
	w := p.words[a]
	single := p.isSingle(a, b)
	common := p.countCommon(a, b)
	before, after := p.beside(a-1), p.beside(b)
	if common == b-a {
		return "", "", 0
	}
	if labels := known.Heads(after, gazetteer.After); len(labels) > 0 && !p.words[b].joined && !(single && w.initial && p.text.inside[w.form] == 0) {
		return corpus.Label(labels[0]), "noun_behind", likely
	}
	if before == "of" {
		if labels := known.Heads(p.beside(a-2), gazetteer.Of); len(labels) > 0 {
			return corpus.Label(labels[0]), "noun_of", likely
		}
	}
	if labels := known.Heads(before, gazetteer.Before); len(labels) > 0 {
		return corpus.Label(labels[0]), "noun_before", likely
	}
	if label := p.byClass(a); label != "" {
		return label, "noun_such_as", likely
	}
	if label, rule := p.byApposition(b); label != "" {
		return label, rule, likely
	}
	switch {
	case known.Is(before, gazetteer.Role):
		return corpus.Person, "person_role", likely
	case speaks[after], speaks[before] && (common == 0 || !single):
		return corpus.Person, "person_speaks", likely
	case single && w.shape == upper:
		if len(w.form) < 3 || strings.Contains(w.form, ".") || p.isType(a, b) {
			return "", "", 0
		}
		return corpus.Org, "acronym", guess
	case single && w.initial && p.text.inside[w.form] == 0:
		return "", "", 0 // no more than the first word of a sentence
	case placePrepositions[before] && common == 0:
		return corpus.GPE, "place_preposition", likely
	case single && (before == "the" || before == "The"):
		return "", "", 0 // "the Troika", "the Omicron variant": no person, and no telling what
	case single && isCamel(w.form):
		return corpus.Org, "capital_inside", guess
	case single && known.Is(w.form, gazetteer.GivenName) && b-a == 1:
		return corpus.Person, "given_name", guess
	case single:
		return corpus.Person, "capital", hunch
	case known.Lookup(p.words[b-1].form) != nil && known.Lookup(p.words[b-1].form).Label == "GPE":
		return corpus.Org, "capitals", guess // "Greenpeace Japan"
	case common == 0 && b-a <= 4:
		return corpus.Person, "capitals", guess
	}
	return "", "", 0
}

// isType reports whether the capitals [a,b) are part of the name of a type or a standard:
// "747 SP", "MIL 101".
func (p *parser) isType(a, b int) bool {
	return a > 0 && (p.words[a-1].shape == number || p.words[a-1].form == "_" || p.words[a-1].form == "__") ||
		b < len(p.words) && p.words[b].shape == number
}

// byApposition labels a name by what stands behind it: "Li, 34," is a person, and so is
// who is "the country's foreign minister"; "a subsidiary of" something is an organisation;
// "Li (2012)" has written something.
func (p *parser) byApposition(b int) (corpus.Label, string) {
	if p.beside(b) == "(" && isYear(p.beside(b+1)) && p.beside(b+2) == ")" {
		return corpus.Person, "person_cited"
	}
	if p.beside(b) != "," {
		return "", ""
	}
	if next := p.beside(b + 1); len(next) == 2 && shapeOf(next) == number && (p.beside(b+2) == "," || p.beside(b+2) == ".") {
		return corpus.Person, "person_age"
	}
	if b+1 < len(p.words) && p.words[b+1].named() && !p.isTitle(b+1) {
		return "", ""
	}
	for i := b + 1; i < min(b+6, len(p.words)); i++ {
		form := p.words[i].form
		switch {
		case form == ",", form == "of", form == "who", form == "which":
			return "", ""
		case p.beside(i+1) == "'s": // "the firm's director"
		case known.Is(form, gazetteer.Role), p.isTitle(i):
			return corpus.Person, "person_apposition"
		case len(known.Heads(form, gazetteer.Before)) > 0:
			return corpus.Label(known.Heads(form, gazetteer.Before)[0]), "noun_apposition"
		}
	}
	return "", ""
}

// byClass labels the name at word a by the noun that it is an example of: "firms such as
// Novatrek", "towns in the north, including Penza".
func (p *parser) byClass(a int) corpus.Label {
	i := a - 1
	switch before := p.beside(i); {
	case before == "as" && p.beside(i-1) == "such":
		i--
	case before == "including", before == "like":
	default:
		return ""
	}
	for j := i - 1; j >= 0 && j > i-7; j-- {
		form := strings.ToLower(p.words[j].form)
		for _, place := range []gazetteer.Place{gazetteer.Before, gazetteer.Of} {
			if labels := known.Heads(form, place); len(labels) > 0 {
				return corpus.Label(labels[0])
			}
		}
	}
	return ""
}

// isCamel reports whether a word has a capital inside that no surname has there:
// "AgriLink", not "McCain", "DeLay" or "O'Brien".
func isCamel(form string) bool {
	for i := 4; i < len(form); i++ {
		if 'A' <= form[i] && form[i] <= 'Z' && 'a' <= form[i-1] && form[i-1] <= 'z' {
			return true
		}
	}
	return false
}

// isSingle reports whether [a,b) is one word, or one with hyphens.
func (p *parser) isSingle(a, b int) bool {
	for _, w := range p.words[a+1 : b] {
		if !w.joined {
			return false
		}
	}
	return true
}

// countCommon counts the words of [a,b) that are everyday words.
func (p *parser) countCommon(a, b int) int {
	n := 0
	for _, w := range p.words[a:b] {
		if known.IsCommon(w.form) {
			n++
		}
	}
	return n
}

// beside gives the form of word i, "" beyond the sentence.
func (p *parser) beside(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].form
}

// speaks are verbs whose subject, where it is a bare name, is nearly always a person.
var speaks = set("said", "says", "told", "added", "adds", "wrote", "writes", "argues", "argued", "explained", "explains",
	"commented", "remarked", "recalled", "testified", "joked", "admitted", "insisted", "who", "resigned", "died")

// placePrepositions are words before which a bare name is nearly always a place.
var placePrepositions = set("in", "near", "at", "from", "outside", "around", "toward", "towards", "throughout", "into")
