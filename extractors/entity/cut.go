package entity

import (
	"strings"

	"augury/corpus"
	"augury/internal/gazetteer"
)

// cut splits the run [a,b) into names and keeps those that have a label.
func (p *parser) cut(a, b int) {
	if from := p.behindPortfolio(a, b); from > a {
		a = p.cutTitle(from, b)
	}
	for a < b {
		a, b = p.strip(a, b)
		if a >= b || known.Is(p.words[a].form, gazetteer.Vehicle) {
			return
		}
		entry, n := p.match(a, b)
		if entry != nil && (p.isChance(a, n, entry) || n == 1 && p.isTitle(a)) {
			entry = nil
		}
		switch {
		case p.keepEvent(a, b) || p.keepDirection(a, b):
			return
		case entry != nil && n == 1 && p.isGivenName(a, b):
			end := p.personEnd(a, b)
			p.keepAs(a, end, corpus.Person, "given_name", certain)
			a = end
		case entry != nil && !p.longer(a, a+n, b, entry):
			p.keepKnown(a, a+n, entry)
			a += n
		case p.isTitle(a) && !p.isNamedAfter(a, b):
			a = p.cutTitle(a, b)
		default:
			end := p.pieceEnd(a, b)
			p.keep(a, end)
			a = end
		}
	}
}

// behindPortfolio returns where a person's name starts behind what an office is for, where
// the office stands before the run: "Secretary of | State Maria Lind", "Chancellor of the |
// Exchequer Ann Reed"; a where it does not.
func (p *parser) behindPortfolio(a, b int) int {
	i := a - 1
	if p.beside(i) == "the" {
		i--
	}
	if of := p.beside(i); of != "of" && of != "for" || i < 1 || !p.isTitle(i-1) {
		return a
	}
	from := a
	for from < b && known.Is(p.words[from].form, gazetteer.Portfolio) {
		from++
	}
	if from == b || from == a || !p.words[from].named() {
		return a
	}
	return from
}

// cutKnown keeps the known names of a run whose capitals tell nothing, and no other.
func (p *parser) cutKnown(a, b int) {
	for a < b {
		entry, n := p.match(a, b)
		if entry == nil || n == 1 && (p.words[a].shape != upper || p.sentence.shouted) && known.IsCommon(p.words[a].form) {
			a++
			continue
		}
		p.keepKnown(a, a+n, entry)
		a += n
	}
}

// strip drops what is no part of a name from both ends of a run: articles and other small
// words, months and days, marks, an everyday word that begins the sentence.
func (p *parser) strip(a, b int) (int, int) {
	for a < b && p.isOutside(a, b) {
		a++
	}
	for a < b {
		w := p.words[b-1]
		if w.shape == lower || w.shape == number { // runs end so only inside a known name
			break
		}
		if w.shape != mark && !isSmall(w.form) && !known.Is(w.form, gazetteer.Month|gazetteer.Weekday) {
			break
		}
		if b-a == 2 && w.shape != mark && p.isSurname(a, b) {
			break
		}
		if entry, n := p.match(max(a, b-2), b); entry != nil && n == min(2, b-a) {
			break
		}
		b--
	}
	return a, b
}

// isSurname reports whether the word behind a given name or a title at word a is a surname
// though it looks like a small word or a month: "Maria Last", "Theresa May".
func (p *parser) isSurname(a, b int) bool {
	if !known.Is(p.words[a].form, gazetteer.GivenName) && !p.isTitle(a) || p.words[a].initial && known.IsCommon(p.words[a].form) {
		return false
	}
	return b >= len(p.words) || p.words[b].shape != number
}

// isOutside reports whether the name that the run [a,b) holds starts behind word a.
func (p *parser) isOutside(a, b int) bool {
	w := p.words[a]
	if w.shape == mark || w.shape == number {
		return true
	}
	if entry, n := p.match(a, b); entry != nil && (n > 1 || !p.isChance(a, n, entry)) {
		return false
	}
	if isSmall(w.form) || w.tag == "CD" && w.shape == capital || known.Is(w.form, gazetteer.Month|gazetteer.Weekday|gazetteer.Calendar) {
		return true
	}
	if w.shape == lower {
		return !((particles[w.form] || articles[w.form]) && a+1 < b)
	}
	return w.initial && p.isOpener(a, b)
}

// isOpener reports whether word a, which has a capital as the first word of its sentence,
// is an everyday word before the name ("Analysts Jim Smith") rather than part of it
// ("Supreme Court").
func (p *parser) isOpener(a, b int) bool {
	w := p.words[a]
	if !known.IsCommon(w.form) || p.isTitle(a) {
		return false
	}
	if b-a == 1 {
		return p.text.lower[strings.ToLower(w.form)] > 0 || p.text.inside[w.form] == 0
	}
	if len(known.Heads(w.form, gazetteer.Start)) > 0 || len(known.Heads(w.form, gazetteer.First)) > 0 || known.Is(w.form, gazetteer.GivenName) {
		return false
	}
	switch w.tag {
	case "JJ", "NN", "NNP", "NNPS", "VBN":
	default:
		return true
	}
	if b-a == 2 && !known.IsCommon(p.words[a+1].form) && !p.endsName(a+1) {
		return true // "Survivor Lindqvist"
	}
	entry, _ := p.match(a+1, b)
	return entry != nil && entry.Label != "ORG" || known.Is(p.words[a+1].form, gazetteer.GivenName)
}

// isChance reports whether a known name of one word is more likely the everyday word that
// it looks like: at the start of a sentence, where the document never writes it with a
// capital elsewhere.
func (p *parser) isChance(a, n int, entry *gazetteer.Entry) bool {
	w := p.words[a]
	if n > 1 || !w.initial || entry.Kind == "nation" || entry.Kind == "region" || !known.IsCommon(w.form) {
		return false
	}
	return p.text.inside[w.form] == 0
}

// longer reports whether the known name [a,rest) only begins a longer one that ends by b:
// "Vienna" in "Vienna International Airport".
func (p *parser) longer(a, rest, b int, entry *gazetteer.Entry) bool {
	end := p.pieceEnd(a, b)
	if end <= rest || p.isTitle(rest) || p.words[rest].form == "'s" {
		return false
	}
	label, _ := p.head(a, end)
	if label == "" || label == corpus.GPE && entry.Label == "NORP" {
		return false
	}
	// "Chilean Supreme Court" is one name, "French Bureau of Labor Statistics" two; so are
	// "NATO" and "European Union" side by side.
	if next, n := p.match(rest, end); next != nil && rest+n == end {
		return n < 3 && next.Label != "GPE" && (entry.Label == "NORP" || entry.Label == "GPE")
	}
	return true
}

// pieceEnd returns the end of the first name of the run [a,b): before a title, and before
// a known name that a hyphen joins to it.
func (p *parser) pieceEnd(a, b int) int {
	for i := a + 1; i < b; i++ {
		if p.isTitle(i) && p.words[i-1].form != "of" && p.words[i-1].form != "for" {
			return i
		}
		if p.words[i].joined && i > a+1 && p.endsName(i-1) {
			if entry, _ := p.match(i, b); entry != nil {
				return i
			}
		}
	}
	return b
}

// isNamedAfter reports whether the title at a belongs to the name of a place or a body that
// is called after somebody: "King Talal Dam", "Prince Sultan University".
func (p *parser) isNamedAfter(a, b int) bool {
	if !known.Is(p.words[a].form, gazetteer.Honorific) || !p.endsName(b-1) {
		return false
	}
	return b-a > 2 && p.pieceEnd(a+1, b) == b && !strings.HasSuffix(p.words[a].form, ".")
}

// cutTitle passes the titles at a, keeps the name behind them as a person's if it is one,
// and returns where to go on.
func (p *parser) cutTitle(a, b int) int {
	for a < b && p.isTitle(a) {
		a++
	}
	if a >= b {
		return a
	}
	if entry, n := p.match(a, b); entry != nil && entry.Label != "PERSON" && !p.isGivenName(a, b) &&
		(n > 1 || entry.Label != "GPE" && entry.Label != "LOC" || a+n < b) {
		return a
	}
	w := p.words[a]
	if known.Is(w.form, gazetteer.Portfolio|gazetteer.Month) || isSmall(w.form) && !known.Is(w.form, gazetteer.GivenName) {
		return a + 1
	}
	if label, _ := p.head(a, b); label != "" {
		return a
	}
	end := p.personEnd(a, b)
	if end == a {
		return a + 1
	}
	p.keepAs(a, end, corpus.Person, "person_title", certain)
	return end
}

// personEnd returns the end of the person's name that starts at a.
func (p *parser) personEnd(a, b int) int {
	end := a
	for end < b && end-a < 5 && !p.isTitle(end) {
		w := p.words[end]
		if !w.named() && !particles[w.form] && !articles[w.form] && !(w.shape == lower && w.joined) {
			break
		}
		if end > a && (p.isBody(end) || known.Is(w.form, gazetteer.Month|gazetteer.Weekday)) {
			break
		}
		end++
	}
	for end > a && p.words[end-1].shape == lower && !p.words[end-1].joined {
		end--
	}
	return end
}

// isGivenName reports whether word a is a given name with the rest of a name behind it,
// whatever else it may be ("Karen Lund", "Jordan Price").
func (p *parser) isGivenName(a, b int) bool {
	if a+1 >= b || !known.Is(p.words[a].form, gazetteer.GivenName) {
		return false
	}
	next := p.words[a+1]
	if next.shape != capital && next.shape != initial || p.isTitle(a+1) || p.endsName(a+1) {
		return false
	}
	if label, _ := p.head(a, p.pieceEnd(a, b)); label != "" {
		return false
	}
	entry, _ := p.match(a+1, b)
	return entry == nil || entry.Label == "PERSON"
}

// keepEvent keeps the run [a,b) with the noun in lower case behind it where the two name
// an event, "Iraq war", "2010 Utah Senate election", and reports whether they do.
func (p *parser) keepEvent(a, b int) bool {
	if b >= len(p.words) || p.words[b].shape != lower || p.words[b].joined {
		return false
	}
	dated := a > 0 && isYear(p.words[a-1].form)
	noun := len(known.Heads(p.words[b].form, gazetteer.After)) > 0 && known.Heads(p.words[b].form, gazetteer.After)[0] == "EVENT"
	switch {
	case dated && p.words[b].form == "election":
		a--
	case !noun || p.pieceEnd(a, b) != b:
		return false
	default:
		if entry, n := p.match(a, b); entry != nil && (a+n != b || entry.Label != "GPE" && entry.Label != "NORP" && entry.Label != "LOC") {
			return false
		}
	}
	p.keepAs(a, b+1, corpus.Event, "event_noun", certain)
	return true
}
