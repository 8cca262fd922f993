package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
	"augury/internal/gazetteer"
)

// word is a word of a sentence as names are made of them: a token, or a part of one where
// it is joined by hyphens ("Berlin-based") or slashes.
type word struct {
	corpus.Span
	form    string // the word with straight apostrophes
	tag     string // part of speech of its token
	shape   shape
	joined  bool // nothing but a hyphen, dash or slash, or nothing at all, stands before it
	initial bool // a capital here may be owed to where the word stands, not to what it is
	breaks  bool // starts a line of its own, so that no name goes on from the word before
	bracket bool // inside a literature reference in brackets
}

type shape uint8

// The shapes of words.
const (
	mark    shape = iota // no letter and no figure
	lower                // starts in lower case
	capital              // starts with a capital: "Kazakhstan", "McCain", "YouTube"
	upper                // two capitals or more and nothing in lower case: "NATO", "U.S.", "CTF50"
	initial              // one capital, with or without a full stop: "J."
	number               // starts with a figure
)

// sentence is a sentence's words.
type sentence struct {
	words []word
	forms []string // of words, to look names up by
	// plain is false where capitals tell nothing: in a heading in title case and in a
	// line in capitals.
	plain bool
	// shouted is true for a line in capitals; its forms have them as names do.
	shouted bool
}

// text is a document as the recogniser sees it.
type text struct {
	doc       *corpus.Document
	sentences []sentence
	lower     map[string]int // how often a word stands in lower case
	inside    map[string]int // how often a word has a capital that only a name asks for
}

// read cuts a document's tokens into words, and counts what the document shows of them.
func read(doc *corpus.Document) *text {
	t := &text{
		doc:       doc,
		sentences: make([]sentence, len(doc.Sentences)),
		lower:     map[string]int{},
		inside:    map[string]int{},
	}
	words := make([]word, 0, len(doc.Tokens)+len(doc.Tokens)/8)
	for i, s := range doc.Sentences {
		first := len(words)
		for _, token := range doc.SentenceTokens(s) {
			words = appendWords(words, doc.Text, token)
		}
		// A later append may move the words, so that the slice is taken with its own end.
		t.sentences[i] = newSentence(words[first:len(words):len(words)], doc.Text, doc.Blocks[s.Block].Kind)
		for _, w := range t.sentences[i].words {
			switch {
			case w.shape == lower:
				t.lower[w.form]++
			case w.shape >= capital && w.shape != number && !w.initial && t.sentences[i].plain:
				t.inside[w.form]++
			}
		}
	}
	return t
}

func appendWords(words []word, text string, token corpus.Token) []word {
	s := token.In(text)
	if !strings.ContainsAny(s, "-‐‑–—/,'’") { // most tokens are one word
		return append(words, newWord(text, token.Span, token.Tag))
	}
	for _, part := range gazetteer.Split(s) {
		words = append(words, newWord(text, part.Shift(token.Start), token.Tag))
	}
	return words
}

func newWord(text string, s corpus.Span, tag string) word {
	// A stop that the tokens took for that of an abbreviation: "the DEC."
	if n := s.Len(); n > 3 && text[s.End-1] == '.' && shapeOf(s.In(text)) == upper && strings.Count(s.In(text), ".") == 1 {
		s.End--
	}
	form := gazetteer.Fold(s.In(text))
	w := word{Span: s, form: form, tag: tag, shape: shapeOf(form)}
	if s.Start > 0 {
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		w.joined = !unicode.IsSpace(before)
	}
	return w
}

func shapeOf(form string) shape {
	first, size := utf8.DecodeRuneInString(form)
	switch {
	case strings.ContainsAny(form, "$€£¥"): // "US$"
		return mark
	case unicode.IsDigit(first):
		return number
	case unicode.IsLower(first):
		return lower
	case !unicode.IsUpper(first):
		return mark
	}
	capitals := 1
	for _, r := range form[size:] {
		if unicode.IsLower(r) {
			return capital
		}
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			capitals++
		}
	}
	if capitals == 1 {
		return initial
	}
	return upper
}

// named reports whether the word is written as names are.
func (w word) named() bool { return w.shape == capital || w.shape == upper || w.shape == initial }

func newSentence(words []word, text string, kind corpus.BlockKind) sentence {
	s := sentence{words: words, forms: make([]string, len(words))}
	s.shouted = inCapitals(words)
	for i, w := range words {
		s.forms[i] = w.form
		if s.shouted && w.shape == upper && len(w.form) > 3 && !strings.Contains(w.form, ".") {
			_, size := utf8.DecodeRuneInString(w.form)
			s.forms[i] = w.form[:size] + strings.ToLower(w.form[size:])
		}
	}
	markInitials(words)
	markReferences(words)
	if kind == corpus.Byline || kind == corpus.Heading {
		markBreaks(words, text)
	}
	s.plain = !s.shouted && !(kind == corpus.Heading && inTitleCase(words))
	return s
}

// markInitials marks the words that stand where any word has a capital: at the start of
// the sentence, after the mark of a bullet, after an opening quotation mark or bracket,
// after a colon.
func markInitials(words []word) {
	start := true
	for i := range words {
		if words[i].shape != mark {
			words[i].initial = start
			start = false
			continue
		}
		switch words[i].form {
		case "\"", "“", "‘", "'", "``", ":", "*", "•", "...", "…", "?", "!", ".":
			start = true
		}
	}
}

// markBreaks marks the first words of lines.
func markBreaks(words []word, text string) {
	for i := 1; i < len(words); i++ {
		words[i].breaks = strings.Contains(text[words[i-1].End:words[i].Start], "\n")
	}
}

// markReferences marks what stands in brackets with "et al." or a year as scholars refer
// to each other, "(Smith and Jones 2009)", "(Smith 2009; Brown 2010)", "[Smith, 2009]".
func markReferences(words []word) {
	for i := 0; i < len(words); i++ {
		if words[i].form != "(" && words[i].form != "[" {
			continue
		}
		end := i + 1
		for end < len(words) && words[end].form != ")" && words[end].form != "]" {
			end++
		}
		if isReference(words[i+1 : end]) {
			for j := i + 1; j < end; j++ {
				words[j].bracket = true
			}
		}
		i = end
	}
}

func isReference(words []word) bool {
	for i, w := range words {
		if w.form == "al" || w.form == "al." {
			if i > 0 && words[i-1].form == "et" {
				return true
			}
		}
	}
	// A reference ends in a year behind a name, and holds nothing else.
	if len(words) < 2 || !isYear(words[len(words)-1].form) {
		return false
	}
	for _, w := range words[:len(words)-1] {
		switch {
		case w.named():
			if known.Is(w.form, gazetteer.Month|gazetteer.Reference) {
				return false
			}
		case w.form == "and", w.form == "&", w.form == ",", w.form == ";", w.form == "see", isYear(w.form):
		default:
			return false
		}
	}
	return words[0].named() || words[0].form == "see"
}

func isYear(form string) bool {
	if len(form) == 5 && form[4] >= 'a' && form[4] <= 'e' {
		form = form[:4]
	}
	if len(form) != 4 || form[0] != '1' && form[0] != '2' {
		return false
	}
	for _, r := range form {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// inCapitals reports whether a line is written in capitals: two words of four letters or
// more, and hardly any in lower case.
func inCapitals(words []word) bool {
	long, small := 0, 0
	for _, w := range words {
		switch {
		case w.shape == upper && len(w.form) > 3:
			long++
		case w.shape == lower || w.shape == capital:
			small++
		}
	}
	return long >= 2 && small*4 < long
}

// inTitleCase reports whether everyday words of a heading have capitals: half of those of
// four letters or more behind the first.
func inTitleCase(words []word) bool {
	capitals, all := 0, 0
	for i, w := range words {
		if i == 0 || len(w.form) < 4 || w.shape != lower && w.shape != capital {
			continue
		}
		if w.shape == lower {
			all++
		} else if known.IsCommon(w.form) {
			all++
			capitals++
		}
	}
	return capitals > 0 && capitals*2 >= all
}
