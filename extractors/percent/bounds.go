package percent

import (
	"slices"
	"strings"

	"augury/corpus"
)

// readBound reads the bounding words around a figure, and where they start.
func (s *sentence) readBound(f *figure) {
	f.edge = s.skipArticles(f.at)
	if s.word(f.edge-1) == "between" {
		f.between = true
		f.edge = s.skipArticles(f.edge - 1)
	}
	if bound, start, ok := s.boundBefore(f.edge); ok {
		f.isLevel = levelBounds[s.word(start)] || s.word(start) == "under" && isNoun(s.tag(start-1))
		f.value.Bound = bound
		if !isVerb(s.tag(start)) { // else it governs the figure too
			f.edge = s.skipArticles(start)
		}
	}
	if bound, ok := s.boundBehind(f.at + 1); ok {
		f.value.Bound = bound
	}
	if f.value.Bound == corpus.Exact && f.previous != nil && s.sharesBound(f) {
		f.value.Bound = f.previous.value.Bound
	}
}

// skipArticles passes over articles and adjectives to the left of node i and returns the
// first of them.
func (s *sentence) skipArticles(i int) int {
	for fillers[s.word(i-1)] || s.word(i-1) == "the" && slices.Contains([]string{"roughly", "approximately", "nearly", "almost"}, s.word(i)) {
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
	if movingUp[s.word(i-1)] {
		return true
	}
	if noun := s.nounBefore(i); !noun.empty() {
		i = s.skipDescription(noun.first) // "bring the rate up to 5 percent"
	}
	return movingUp[s.word(i-1)]
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
func (s *sentence) sharesBound(f *figure) bool {
	between := s.doc.Text[f.previous.End:f.Start]
	switch strings.TrimSpace(between) {
	case "and", "or", "to", ",", ", and", ", or", "-", "–":
		return true
	}
	if f.previous.value.Bound != corpus.About || s.word(f.edge-1) != "and" {
		return false
	}
	for i := f.previous.at + 1; i < f.edge-1; i++ {
		if isVerb(s.tag(i)) || s.word(i) == "," {
			return false
		}
	}
	return true
}
