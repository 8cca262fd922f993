package forecast

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
	"augury/internal/likelihood"
	"augury/internal/when"
)

// longest is the number of words of the longest sentence that is read. What is longer is
// a table or a list that lost its line ends.
const longest = 500

// timeWords is an expression of time over the words [first, last).
type timeWords struct {
	when.Expression
	first, last int
}

// sentence is a sentence as the rules look at it.
type sentence struct {
	doc    *corpus.Document
	index  int // into doc.Sentences
	tokens []corpus.Token
	words  []word
	quoted bool // whether it starts inside a quotation

	lexicon *likelihood.Lexicon // of certainty words

	timed bool // whether times is filled
	times []timeWords
}

// look prepares a sentence of the document, in the memory of an earlier one.
func look(doc *corpus.Document, index int, reuse []word) *sentence {
	s := &sentence{doc: doc, index: index, tokens: doc.SentenceTokens(doc.Sentences[index]), words: reuse[:0], lexicon: likelihood.Builtin}
	for _, t := range s.tokens {
		text := doc.Words(t.Span)
		lower := strings.ToLower(text)
		w := word{lower, t.Tag, vocabulary.words[lower]}
		switch text {
		case `"`:
			w.tag = "''"
			if opensQuote(doc.Text, t.Span) {
				w.tag = "``"
			}
		case "“", "``":
			w.tag = "``"
		case "”", "''":
			w.tag = "''"
		}
		s.words = append(s.words, w)
	}
	s.retag()
	return s
}

// retag puts right what a tagger trained on news gets wrong in briefs: forecasters that
// "project" are read as holding "projects", and "most projected that" as a participle.
func (s *sentence) retag() {
	for i, w := range s.words {
		switch w.tag {
		case "NN", "NNS":
			if s.reportsAsNoun(i) {
				s.words[i].tag = "VBZ"
			}
		case "VBD", "VB", "VBP":
			if s.is(i, "forecast") && s.is(i+1, "for", "of") && s.verbFollows(i+1) {
				s.words[i].tag = "NN"
			}
		case "VBN":
			if w.isSeeming() && !s.hasAuxiliary(i) && (s.is(i+1, "to") || s.at(i-1).isNoun()) {
				s.words[i].tag = "VBD"
			}
			if w.set.has(classReport) && s.is(i+1, "that") && !s.hasAuxiliary(i) {
				s.words[i].tag = "VBD"
			}
		}
	}
}

// reportsAsNoun reports whether the word at i, tagged a noun, is a verb of forecasting or
// saying: a clause follows it.
func (s *sentence) reportsAsNoun(i int) bool {
	w, before := s.words[i], s.at(i-1)
	switch {
	case !before.isNoun() && before.tag != ")" && !before.isAdverb():
		return false
	case w.tag == "NNS" && w.set.has(classPlan) && s.is(i+1, "to") && strings.HasPrefix(before.tag, "NNP") && s.at(i+2).tag == "VB":
		return true
	case w.set.has(classForesee) && s.is(i+1, "that"), w.tag == "NNS" && w.set.has(classReport) && s.is(i+1, "that"), w.tag == "NNS" && w.set.has(classReport) && s.is(i+1, "where", "how", "when"):
		return true
	}
	if w.tag != "NNS" || !w.set.has(classForesee) {
		return false
	}
	return before.tag != "NN" && before.tag != "NNS" && s.modalFollows(i+1) ||
		(strings.HasPrefix(before.tag, "NNP") || before.tag == ")" || before.set.has(classActor) || s.is(i-1, "report")) && s.startsNoun(i+1) && !s.is(i+1, ",") && !s.verbFollows(i+1)
}

// verbFollows reports whether a finite verb stands between word i and the next mark.
func (s *sentence) verbFollows(i int) bool {
	for ; i < len(s.words) && !s.at(i).isStop() && !s.is(i, ",") && !s.at(i).isDash(); i++ {
		if s.at(i).isFinite() {
			return true
		}
	}
	return false
}

// hasAuxiliary reports whether "have" or "be" stands before the participle at i.
func (s *sentence) hasAuxiliary(i int) bool {
	for i--; s.at(i).isAdverb(); i-- {
	}
	return s.at(i).set.has(classBe) || s.at(i).set.has(classHave)
}

// modalFollows reports whether the words from i on, up to the first mark, have a modal as
// their first finite verb.
func (s *sentence) modalFollows(i int) bool {
	for ; i < len(s.words); i++ {
		w := s.words[i]
		if w.isFinite() {
			return w.tag == "MD" && s.startsNoun(i-1)
		}
		if w.lower == "," || w.isStop() {
			return false
		}
	}
	return false
}

// opensQuote reports whether a straight quotation mark opens a quotation: a word follows
// it, and none stands before.
func opensQuote(text string, mark corpus.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:mark.Start])
	after, _ := utf8.DecodeRuneInString(text[mark.End:])
	return mark.End < len(text) && !unicode.IsSpace(after) && (mark.Start == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–-:", before))
}

// quotedAfter reports whether a quotation is open behind the sentence.
func (s *sentence) quotedAfter() bool { return s.quotedAt(len(s.words)) }

// quotedAt reports whether word i stands inside a quotation.
func (s *sentence) quotedAt(i int) bool {
	open := s.quoted
	for k := range i {
		switch s.words[k].tag {
		case "``":
			open = true
		case "''":
			open = false
		}
	}
	return open
}

// span covers the words [first, last) in the text.
func (s *sentence) span(first, last int) corpus.Span {
	return corpus.Span{Start: s.tokens[first].Start, End: s.tokens[last-1].End}
}

// at gives the word at i, one without text and tag where there is none.
func (s *sentence) at(i int) word {
	if i < 0 || i >= len(s.words) {
		return word{}
	}
	return s.words[i]
}

// is reports whether the word at i is one of these.
func (s *sentence) is(i int, these ...string) bool {
	w := s.at(i).lower
	for _, t := range these {
		if w == t {
			return true
		}
	}
	return false
}

// label gives the label of the entity that word i is part of, "" where it is of none.
func (s *sentence) label(i int) corpus.Label {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	token, findings := s.tokens[i].Span, s.doc.Findings
	after := sort.Search(len(findings), func(k int) bool { return findings[k].Span.Start > token.Start })
	const overlapping = 3 // findings of other kinds that may start between
	for k := after - 1; k >= 0 && k >= after-overlapping; k-- {
		if e, ok := findings[k].Value.(corpus.Entity); ok && findings[k].Span.Contains(token) {
			return e.Label
		}
	}
	return ""
}

// expressions lists the expressions of time in the sentence.
func (s *sentence) expressions() []timeWords {
	if s.timed {
		return s.times
	}
	s.timed = true
	text := s.doc.Sentences[s.index].Span
	k := 0
	for _, e := range when.Find(s.doc.Words(text)) {
		for k < len(s.tokens) && s.tokens[k].End <= text.Start+e.Start {
			k++
		}
		last := k
		for last < len(s.tokens) && s.tokens[last].Start < text.Start+e.End {
			last++
		}
		if last > k {
			s.times = append(s.times, timeWords{e, k, last})
		}
	}
	return s.times
}

// timeAt gives the word behind the expression of time that starts at word i, i itself
// where there is none.
func (s *sentence) timeAt(i int) int {
	for _, t := range s.expressions() {
		if t.first == i {
			return t.last
		}
	}
	return i
}
