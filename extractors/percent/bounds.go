package percent

import (
	"slices"
	"strings"

	"augury/corpus"
)

// readBound reads the bounding words around a figure, and where they start.
func (s *sentence) readBound(f, previous *figure) {
	f.edge = s.skipArticles(f.at)
	if bound, start, ok := s.boundBefore(f.edge); ok {
		f.isLevel = slices.Contains(levelBounds, s.word(start))
		f.bound = bound
		if !isVerb(s.tag(start)) { // else it governs the figure too
			f.edge = s.skipArticles(start)
		}
	}
	if bound, ok := s.boundBehind(f.at + 1); ok {
		f.bound = bound
	}
	if f.bound == corpus.Exact && previous != nil && s.sharesBound(previous, f) {
		f.bound = previous.bound
	}
}

// fillers stand between bounding words and a figure, or between a figure and the word
// that governs it.
var fillers = words(`a an just only another additional further extra average annual annualized estimated
	cumulative seasonally adjusted net combined positive modest mere whopping staggering full - also even still
	now already bit little slightly well considerably substantially somewhat moderately significantly far much`)

// skipArticles passes over articles and adjectives to the left of node i and returns the
// first of them.
func (s *sentence) skipArticles(i int) int {
	for slices.Contains(fillers, s.word(i-1)) || s.word(i-1) == "the" && slices.Contains([]string{"roughly", "approximately", "nearly", "almost"}, s.word(i)) {
		i--
	}
	return i
}

// boundBefore reads the longest bounding phrase that ends before node i.
func (s *sentence) boundBefore(i int) (bound corpus.Bound, start int, ok bool) {
	start = i
	for _, list := range boundPhrases {
		for _, phrase := range list.phrases {
			first, found := s.endsWith(i, phrase)
			if !found || first >= start || phrase == "up to" && s.movesUp(first) {
				continue
			}
			bound, start, ok = list.bound, first, true
		}
	}
	return bound, start, ok
}

// movesUp reports whether the "up" at node i belongs to the verb before it.
func (s *sentence) movesUp(i int) bool {
	for isAdverb(s.tag(i-1)) || s.word(i-1) == "back" {
		i--
	}
	if slices.Contains(movingUp, s.word(i-1)) {
		return true
	}
	if noun := s.nounBefore(i); !noun.empty() {
		i = s.skipDescription(noun.first) // "bring the rate up to 5 percent"
	}
	return slices.Contains(movingUp, s.word(i-1))
}

// boundBehind reads the bounding phrase that starts at node i.
func (s *sentence) boundBehind(i int) (corpus.Bound, bool) {
	for _, list := range boundsBehind {
		for _, phrase := range list.phrases {
			if _, ok := s.startsWith(i, phrase); ok {
				return list.bound, true
			}
		}
	}
	return corpus.Exact, false
}

// sharesBound reports whether the bounding words of one figure hold of the next too:
// "about 2 and 3 percent", "around 1 percent in the quarter and 3 percent over the year".
func (s *sentence) sharesBound(previous, f *figure) bool {
	between := s.doc.Text[previous.End:f.Start]
	switch strings.TrimSpace(between) {
	case "and", "or", "to", ",", ", and", ", or", "-", "–":
		return true
	}
	if previous.bound != corpus.About || s.word(f.edge-1) != "and" {
		return false
	}
	for i := previous.at + 1; i < f.edge-1; i++ {
		if isVerb(s.tag(i)) || s.word(i) == "," {
			return false
		}
	}
	return true
}
