package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
	"augury/internal/gazetteer"
	"augury/internal/span"
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
	for i := range t.sentences {
		p := &parser{text: t, sentence: &t.sentences[i], words: t.sentences[i].words}
		for j := 1; j+2 < len(p.words); j++ {
			if p.words[j].form != "(" {
				continue
			}
			if d, ok := p.define(j, mentions); ok && !slices.ContainsFunc(definitions, func(e definition) bool { return e.short == d.short }) {
				definitions = append(definitions, d)
			}
		}
	}
	definitions = append(definitions, implied(t, mentions, definitions)...)
	for _, d := range definitions {
		mentions = apply(t, mentions, d)
	}
	return mentions, definitions
}

// implied finds the acronyms of three letters or more that the document uses for a name
// without saying so: the initials of a name that it has in full.
func implied(t *text, mentions []mention, defined []definition) []definition {
	var found []definition
	for _, m := range mentions {
		if m.weight < certain || m.label != corpus.Org && m.label != corpus.Initiative {
			continue
		}
		short := initialsOf(m.In(t.doc.Text))
		isDefined := func(d definition) bool { return d.short == short }
		if len(short) < 3 || t.inside[short] == 0 || slices.ContainsFunc(defined, isDefined) || slices.ContainsFunc(found, isDefined) {
			continue
		}
		found = append(found, definition{short: short, long: m.Span, label: m.label})
	}
	return found
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
func (p *parser) define(open int, mentions []mention) (definition, bool) {
	end := open + 1
	for end < len(p.words) && p.words[end].form != ")" && p.words[end].form != ";" && p.words[end].form != "," {
		end++
	}
	if end == len(p.words) || end == open+1 {
		return definition{}, false
	}
	inside := p.phrase(open+1, end)
	if isAcronym(inside) {
		return p.defineBefore(open, inside, mentions)
	}
	short := p.words[open-1].In(p.text.doc.Text)
	if !isAcronym(short) || !abbreviates(short, inside) {
		return definition{}, false
	}
	return p.named(short, open+1, end, mentions), true
}

// defineBefore looks for what short stands for in the words before its bracket.
func (p *parser) defineBefore(open int, short string, mentions []mention) (definition, bool) {
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
	for _, m := range mentions {
		if m.End != p.words[last-1].End || m.weight < certain {
			continue
		}
		if from == last && m.label != corpus.Org && m.label != corpus.Initiative {
			break
		}
		for from == last || p.words[from].Start > m.Start {
			from--
		}
	}
	if from == last {
		return definition{}, false
	}
	return p.named(short, from, last, mentions), true
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
		if isSmall(w.form) || w.joined && w.shape == lower { // "Neo-natal"
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
func (p *parser) named(short string, a, b int, mentions []mention) definition {
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
	for _, m := range mentions {
		if m.Span == long {
			d.label = m.label
		}
	}
	return d
}

// apply makes the definition hold in the whole document.
func apply(t *text, mentions []mention, d definition) []mention {
	text := t.doc.Text
	kept := mentions[:0]
	for _, m := range mentions {
		if m.entry == nil && d.isShort(m.In(text)) || !d.long.Empty() && m.Overlaps(d.long) {
			continue
		}
		kept = append(kept, m)
	}
	mentions = kept
	if d.long.Empty() {
		return mentions
	}
	mentions = append(mentions, mention{Span: d.long, label: d.label, rule: "acronym_definition", weight: certain})
	slices.SortStableFunc(mentions, func(a, b mention) int { return span.Compare(a.Span, b.Span) })
	for _, short := range d.forms() {
		for _, s := range t.find(short) {
			mentions = insert(mentions, mention{Span: s, label: d.label, rule: "acronym_definition", weight: certain})
		}
	}
	return mentions
}

// forms gives the acronym in the singular and the plural.
func (d definition) forms() []string {
	singular := strings.TrimSuffix(d.short, "s")
	return []string{singular, singular + "s"}
}

func (d definition) isShort(name string) bool { return slices.Contains(d.forms(), name) }

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
