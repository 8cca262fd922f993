package forecast

import "strings"

// word is a token as the rules look at it.
type word struct {
	lower string
	tag   string // Penn; quotation marks are told apart by what stands beside them
	set   wordSet
}

// isNoun reports whether a word can be the head of a subject.
func (w word) isNoun() bool {
	return strings.HasPrefix(w.tag, "NN") || w.tag == "PRP" || w.tag == "CD" || w.tag == "EX"
}

// isFinite reports whether a word is a verb that makes a clause of its own.
func (w word) isFinite() bool {
	switch w.tag {
	case "VBZ", "VBP", "VBD", "MD":
		return true
	}
	return false
}

func (w word) isAdverb() bool { return strings.HasPrefix(w.tag, "RB") }

// isStop reports whether a word is a mark of punctuation that ends a clause.
func (w word) isStop() bool {
	return w.lower == ";" || w.lower == ":" || w.lower == "." || w.lower == "?" || w.lower == "!"
}

func (w word) isDash() bool {
	return w.lower == "—" || w.lower == "–" || w.lower == "--" || w.lower == "-"
}

func (w word) isSeeming() bool { return w.set.has(classSeem) }

// isReport reports whether the word at i is a verb of saying or holding.
func (s *sentence) isReport(i int) bool {
	w := s.at(i)
	return w.set.has(classReport) && strings.HasPrefix(w.tag, "VB")
}
