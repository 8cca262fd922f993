package percent

import (
	"strings"
	"unicode"

	"augury/corpus"
)

// sentence is a sentence with figures, as the fields are read from it.
type sentence struct {
	doc     *corpus.Document
	nodes   []node
	figures []*figure
	times   []phrase // when things are said to be, in order

	// before is the subject of the last figure of the sentence before, to which an "it" may
	// point; the zero Span where there is none in the block.
	before corpus.Span
}

// node is a word or mark of a sentence, or a figure as a whole.
type node struct {
	corpus.Span
	word   string // in lower case; of a figure ""
	tag    string // part of speech, Penn Treebank; of a figure "CD"
	figure *figure
}

// figure is a percentage with its place among the nodes and its fields.
type figure struct {
	amount // its span is one of the document
	at     int
	edge   int // the first node of its bounding words and articles

	// joined is true of a figure that a list joins to the one before: "2 and 3 percent".
	joined bool

	// between is true of a range behind "between", which is passed over.
	between bool

	// isLevel is true where the bounding words are those of a level: "fell below 3 percent".
	isLevel bool

	// again is true of a figure that gives another value of what the one before gives:
	// "the Bank projects growth of 2 percent, the Fund projects 3 percent".
	again bool

	previous *figure // the one before in the sentence, or nil
	governor governor

	of, subject, time phrase
	value             corpus.Percentage
}

// phrase is a run of nodes, [first, last); the zero phrase is none.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.last <= p.first }

func (p phrase) holds(i int) bool { return p.first <= i && i < p.last }

// newSentence cuts a sentence into nodes. A token that overlaps a figure is part of it:
// "4-percent" is one figure and "50%-owned" is too.
func newSentence(doc *corpus.Document, in corpus.Sentence, found []amount) *sentence {
	s := &sentence{doc: doc}
	next := 0
	for _, token := range doc.SentenceTokens(in) {
		for next < len(found) && found[next].End+in.Start <= token.Start {
			next++
		}
		if next == len(found) || !found[next].Shift(in.Start).Overlaps(token.Span) {
			s.addWord(node{Span: token.Span, word: strings.ToLower(doc.Words(token.Span)), tag: token.Tag})
			continue
		}
		// A token may hold several figures: "3%/5%".
		for ; next < len(found) && found[next].Shift(in.Start).Overlaps(token.Span); next++ {
			if n := len(s.figures); n == 0 || s.figures[n-1].Start != found[next].Start+in.Start {
				s.addFigure(found[next], in.Start)
			}
		}
		next--
	}
	return s
}

// addWord adds a word or mark as the next node. Years that a dash joins are one node:
// "2000–07".
func (s *sentence) addWord(n node) {
	last := len(s.nodes) - 1
	joins := last > 0 && n.tag == "CD" && (s.word(last) == "–" || s.word(last) == "-") &&
		s.nodes[last].Start == s.nodes[last-1].End && s.nodes[last].End == n.Start
	if joins && isYear(s.word(last-1)) {
		first := &s.nodes[last-1]
		first.End = n.End
		first.word += s.word(last) + n.word
		s.nodes = s.nodes[:last]
		return
	}
	s.nodes = append(s.nodes, n)
}

// addFigure adds an amount, whose offsets are those of a sentence that starts at byte
// start, as the next node.
func (s *sentence) addFigure(a amount, start int) {
	f := &figure{amount: a, at: len(s.nodes), value: corpus.Percentage{
		Low: a.low, High: a.high, Unit: a.unit, Bound: corpus.Exact, Change: corpus.NoChange,
	}}
	f.Span = a.Shift(start)
	if n := len(s.figures); n > 0 {
		f.previous = s.figures[n-1]
		f.joined = f.previous.listed
	}
	s.figures = append(s.figures, f)
	s.nodes = append(s.nodes, node{Span: f.Span, tag: "CD", figure: f})
}

// readFields reads the fields of all figures, from left to right: a figure may take what
// holds of the one before it.
func (s *sentence) readFields() {
	s.times = s.findTimes()
	for _, f := range s.figures {
		s.readBound(f)
		s.readBase(f)
	}
	for _, f := range s.figures {
		f.governor = s.governorOf(f)
		s.readSubject(f)
		s.readTime(f)
		s.readChange(f)
		s.shareBase(f)
	}
	s.shareTimes()
	s.pairRespectively()
	for _, f := range s.figures {
		f.value.Of = s.span(f.of)
	}
}

// word is the word of node i, "" of a figure and outside the sentence.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.nodes) {
		return ""
	}
	return s.nodes[i].word
}

// tag is the tag of node i, "" outside the sentence.
func (s *sentence) tag(i int) string {
	if i < 0 || i >= len(s.nodes) {
		return ""
	}
	return s.nodes[i].tag
}

// figureAt is the figure at node i, nil of a word.
func (s *sentence) figureAt(i int) *figure {
	if i < 0 || i >= len(s.nodes) {
		return nil
	}
	return s.nodes[i].figure
}

// span is where a phrase stands in the document; the zero Span of none.
func (s *sentence) span(p phrase) corpus.Span {
	if p.empty() {
		return corpus.Span{}
	}
	return corpus.Span{Start: s.nodes[p.first].Start, End: s.nodes[p.last-1].End}
}

// endsWith reports whether the words of phrase stand directly before node i, and returns
// where they start.
func (s *sentence) endsWith(i int, phrase string) (start int, ok bool) {
	for phrase != "" {
		cut := strings.LastIndexByte(phrase, ' ') + 1
		if i--; s.word(i) != phrase[cut:] {
			return 0, false
		}
		phrase = strings.TrimRight(phrase[:cut], " ")
	}
	return i, true
}

// startsWith reports whether the words of phrase stand at node i, and returns where they
// end.
func (s *sentence) startsWith(i int, phrase string) (end int, ok bool) {
	for phrase != "" {
		word, rest, _ := strings.Cut(phrase, " ")
		if s.word(i) != word {
			return 0, false
		}
		i, phrase = i+1, rest
	}
	return i, true
}

func isVerb(tag string) bool { return strings.HasPrefix(tag, "VB") || tag == "MD" }

// isFinite reports whether a tag is that of a verb that can carry a clause.
func isFinite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

func isNoun(tag string) bool { return strings.HasPrefix(tag, "NN") }

func isAdjective(tag string) bool { return strings.HasPrefix(tag, "JJ") }

func isAdverb(tag string) bool { return strings.HasPrefix(tag, "RB") }

// isWordy reports whether a node is made of letters or figures, not a mark.
func (n node) isWordy() bool {
	return n.figure != nil || strings.ContainsFunc(n.word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
