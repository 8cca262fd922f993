package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
	"augury/internal/gazetteer"
)

// definition is an acronym that the document explains.
type definition struct {
	short string
	long  corpus.Span // of the name that it is short for; empty where that is a common noun
	label corpus.Label
}

// defineAcronyms reads what the document says of its acronyms, in both orders, "Belt and
// Road Initiative (BRI)" and "BRI (Belt and Road Initiative)": both become mentions with
// one label, wherever the acronym stands. One that is short for a common noun, "gross
// domestic product (GDP)", is no mention anywhere.
func defineAcronyms(t *text, mentions []mention) ([]mention, []definition) {
	var definitions []definition
	defined := map[string]bool{}
	add := func(d definition) {
		if !defined[d.short] {
			defined[d.short] = true
			definitions = append(definitions, d)
		}
	}
	byEnd := make(map[int]mention, len(mentions))
	for _, m := range mentions {
		byEnd[m.End] = m
	}
	for i := range t.sentences {
		p := &parser{text: t, sentence: &t.sentences[i], words: t.sentences[i].words}
		for j := 1; j+2 < len(p.words); j++ {
			if p.words[j].form != "(" {
				continue
			}
			if d, ok := p.define(j, byEnd); ok {
				add(d)
			}
		}
	}
	for _, m := range mentions {
		if d, ok := implied(t, m); ok {
			add(d)
		}
	}
	return apply(t, mentions, definitions), definitions
}

// implied gives the acronym of three letters or more that the document uses for a name
// without saying so: the initials of the name, which it has in full.
func implied(t *text, m mention) (definition, bool) {
	if m.weight < certain || m.label != corpus.Org && m.label != corpus.Initiative {
		return definition{}, false
	}
	short := initialsOf(m.In(t.doc.Text))
	if len(short) < 3 || t.inside[short] == 0 {
		return definition{}, false
	}
	return definition{short: short, long: m.Span, label: m.label}, true
}

// initialsOf gives the capitals that the words of a name start with.
func initialsOf(name string) string {
	var letters []rune
	for _, word := range strings.Fields(name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			letters = append(letters, first)
		}
	}
	return string(letters)
}

// define reads the definition around the opening bracket at word open, if there is one.
func (p *parser) define(open int, byEnd map[int]mention) (definition, bool) {
	end := open + 1
	for end < min(open+20, len(p.words)) && p.words[end].form != ")" && p.words[end].form != ";" && p.words[end].form != "," {
		end++
	}
	if end == min(open+20, len(p.words)) || end == open+1 {
		return definition{}, false
	}
	inside := p.phrase(open+1, end)
	if isAcronym(inside) {
		return p.defineBefore(open, inside, byEnd)
	}
	short := p.words[open-1].In(p.text.doc.Text)
	if !isAcronym(short) || !abbreviates(short, inside) {
		return definition{}, false
	}
	return p.named(short, open+1, end, byEnd), true
}

// defineBefore looks for what short stands for in the words before its bracket.
func (p *parser) defineBefore(open int, short string, byEnd map[int]mention) (definition, bool) {
	last := open
	switch p.words[last-1].form {
	case "'s", "'", "\"", "”":
		last--
	}
	first := last
	for first > 0 && p.words[first-1].shape != mark && last-first < 2*len(short) {
		first--
	}
	if first == last {
		return definition{}, false
	}
	from := first + start(p.text.doc.Text, p.words[first:last], short)
	// A name that ends just before the bracket counts as a whole ("U.S. Naval Forces
	// Central Command (NAVCENT)"), and an organisation's whatever its initials are: the
	// acronym may be of its name in another language.
	m, ok := byEnd[p.words[last-1].End]
	if ok && m.weight == certain && (from < last || m.label == corpus.Org || m.label == corpus.Initiative) {
		for from == last || p.words[from].Start > m.Start {
			from--
		}
	}
	if from == last {
		return definition{}, false
	}
	return p.named(short, from, last, byEnd), true
}

// start returns at which of the words the name that short stands for starts, if it ends
// with the last of them; len(words) where it is none. Words whose initials spell the
// acronym come before words that hold its letters somewhere.
func start(text string, words []word, short string) int {
	for i := len(words) - 1; i >= 0; i-- {
		if initials(words[i:], short) {
			return i
		}
	}
	for i := len(words) - 1; i >= 0; i-- {
		long := corpus.Span{Start: words[i].Start, End: words[len(words)-1].End}
		if !isSmall(words[i].form) && abbreviates(short, long.In(text)) {
			return i
		}
	}
	return len(words)
}

// initials reports whether the initials of the words, small words left out, spell short.
func initials(words []word, short string) bool {
	letters := []rune(strings.ToLower(strings.TrimSuffix(short, "s")))
	for _, w := range words {
		if isSmall(w.form) || w.joined && w.shape == lower { // "Post-conflict Recovery Agency"
			continue
		}
		first, _ := utf8.DecodeRuneInString(strings.ToLower(w.form))
		if len(letters) == 0 || letters[0] != first {
			return false
		}
		letters = letters[1:]
	}
	return len(letters) == 0
}

// named is the definition of short as the words [a,b), with the label that they have as a
// name, or else of an organisation. Where they are a common noun, an index or a report the
// acronym names nothing.
func (p *parser) named(short string, a, b int, byEnd map[int]mention) definition {
	if !p.words[a].named() || p.words[a].initial && !p.words[b-1].named() {
		return definition{short: short}
	}
	for _, w := range p.words[a:b] {
		if known.Is(w.form, gazetteer.Publication) {
			return definition{short: short}
		}
		if w.form == "of" || w.form == "for" {
			break
		}
	}
	long := corpus.Span{Start: p.words[a].Start, End: p.words[b-1].End}
	d := definition{short: short, long: long, label: corpus.Org}
	if label, _ := p.head(a, b); label != "" {
		d.label = label
	}
	if m, ok := byEnd[long.End]; ok && m.Span == long {
		d.label = m.label
	}
	return d
}

// apply makes the definitions hold in the whole document.
func apply(t *text, mentions []mention, definitions []definition) []mention {
	shorts := map[string]*gazetteer.Entry{} // what the gazetteer has of the long form
	names := phrases{}
	var longs []mention
	for _, d := range definitions {
		m := mention{Span: d.long, label: d.label, rule: "acronym_definition", weight: certain}
		if !d.long.Empty() {
			longs = append(longs, m)
		}
		for _, short := range d.forms() {
			shorts[short] = known.Lookup(d.long.In(t.doc.Text))
			if !d.long.Empty() {
				names.add(short, m)
			}
		}
	}
	// Where the gazetteer knows the acronym as something else, the document is right.
	mentions = slices.DeleteFunc(mentions, func(m mention) bool {
		entry, ok := shorts[m.In(t.doc.Text)]
		return ok && (m.entry == nil || m.entry != entry)
	})
	// A long form stands for what was found inside it, so that it goes in first.
	mentions = merge(merge(nil, longs), mentions)
	var found []mention
	for i := range t.sentences {
		words := t.sentences[i].words
		for j := range words {
			found = append(found, names.at(t.doc.Text, words[j:])...)
		}
	}
	return merge(mentions, found)
}

// forms gives the acronym in the singular and the plural.
func (d definition) forms() []string {
	singular := strings.TrimSuffix(d.short, "s")
	return []string{singular, singular + "s"}
}

// isAcronym reports whether a word is written as acronyms are: without a space, with two
// capitals or more that make up half of it.
func isAcronym(s string) bool {
	capitals, all := 0, 0
	for _, r := range s {
		if unicode.IsSpace(r) {
			return false
		}
		all++
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals >= 2 && capitals*2 >= all && all <= 10
}

// abbreviates reports whether short may stand for long: its letters and figures are found
// in long in their order, the first at its start. The rule is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
// biomedical text" (2003).
func abbreviates(short, long string) bool {
	letters := []rune(strings.ToLower(strings.TrimSuffix(short, "s"))) // "HSAs"
	runes := []rune(strings.ToLower(long))
	if len(runes) == 0 || letters[0] != runes[0] {
		return false
	}
	at := len(runes) - 1
	for i := len(letters) - 1; i > 0; i-- {
		if !isLetter(letters[i]) {
			continue
		}
		for at > 0 && runes[at] != letters[i] {
			at--
		}
		if at == 0 {
			return false
		}
		at--
	}
	return true
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
