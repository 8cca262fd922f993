package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
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
		words := t.sentences[i].words
		for j := 1; j+2 < len(words); j++ {
			if words[j].form != "(" {
				continue
			}
			if d, ok := define(t, words, j, mentions); ok && !slices.ContainsFunc(definitions, func(e definition) bool { return e.short == d.short }) {
				definitions = append(definitions, d)
			}
		}
	}
	for _, d := range definitions {
		mentions = apply(t, mentions, d)
	}
	return mentions, definitions
}

// define reads the definition around the opening bracket at word open, if there is one.
func define(t *text, words []word, open int, mentions []mention) (definition, bool) {
	end := open + 1
	for end < len(words) && words[end].form != ")" && words[end].form != ";" && words[end].form != "," {
		end++
	}
	if end == len(words) || end == open+1 {
		return definition{}, false
	}
	inside := corpus.Span{Start: words[open+1].Start, End: words[end-1].End}
	text := t.doc.Text
	if isAcronym(inside.In(text)) {
		return defineBefore(t, words[:open], inside.In(text), mentions)
	}
	short := words[open-1].In(text)
	if !isAcronym(short) || !abbreviates(short, inside.In(text)) {
		return definition{}, false
	}
	return named(text, short, inside, mentions), true
}

// defineBefore looks for what short stands for at the end of the words before its bracket.
func defineBefore(t *text, words []word, short string, mentions []mention) (definition, bool) {
	text := t.doc.Text
	last := len(words) - 1
	for last > 0 && (words[last].form == "'s" || words[last].shape == mark) {
		last--
	}
	end := words[last].End
	if i := slices.IndexFunc(mentions, func(m mention) bool { return m.End == end }); i >= 0 {
		if m := mentions[i]; m.In(text) != short && abbreviates(short, m.In(text)) {
			return named(text, short, m.Span, mentions), true
		}
	}
	// At most as many words as Schwartz and Hearst allow for an acronym of this length.
	n := utf8.RuneCountInString(short)
	for first := last; first >= max(0, last-min(n+5, 2*n)); first-- {
		long := corpus.Span{Start: words[first].Start, End: end}
		if isSmall(words[first].form) || !abbreviates(short, long.In(text)) {
			continue
		}
		if words[first].named() && !words[first].initial || words[first].named() && words[last].named() && first < last {
			return named(text, short, long, mentions), true
		}
		return definition{short: short}, true
	}
	return definition{}, false
}

// named is the definition of short as the name long, with the label that the name has, or
// else of an organisation.
func named(text, short string, long corpus.Span, mentions []mention) definition {
	d := definition{short: short, long: long, label: corpus.Org}
	for _, m := range mentions {
		if m.End == long.End && m.weight > guess {
			d.label = m.label
		}
		if m.Span == long {
			d.label = m.label
			break
		}
	}
	return d
}

// apply makes the definition hold in the whole document.
func apply(t *text, mentions []mention, d definition) []mention {
	text := t.doc.Text
	kept := mentions[:0]
	for _, m := range mentions {
		if m.In(text) == d.short && m.entry == nil || !d.long.Empty() && m.Overlaps(d.long) {
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
	for _, s := range t.find(d.short) {
		mentions = insert(mentions, mention{Span: s, label: d.label, rule: "acronym_definition", weight: certain})
	}
	return mentions
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

// abbreviates reports whether short stands for long: its letters and figures are found in
// long in their order, the first at the start of long's first word. The rule is that of
// Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
// biomedical text" (2003).
func abbreviates(short, long string) bool {
	letters := []rune(strings.ToLower(short))
	words := []rune(strings.ToLower(long))
	if last := len(letters) - 1; letters[last] == 's' && len(letters) > 2 { // "HSAs"
		letters = letters[:last]
	}
	at := len(words) - 1
	for i := len(letters) - 1; i >= 0; i-- {
		if !unicode.IsLetter(letters[i]) && !unicode.IsDigit(letters[i]) {
			continue
		}
		for at >= 0 && (words[at] != letters[i] || i == 0 && at > 0 && isLetter(words[at-1])) {
			at--
		}
		if at < 0 {
			return false
		}
		at--
	}
	// The first letter must have been found in the first word.
	return !slices.ContainsFunc(words[:at+1], isLetter)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
