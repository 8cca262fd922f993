package forecast

import "strings"

// commaBefore says where to go on to the left of the comma at j: the index of a word
// from which the subject goes on, or -1 where it starts behind the comma.
func (s *sentence) commaBefore(j, verb int, empty, list bool) int {
	if empty {
		// The comma closes an insertion: "Oil prices, which fell last year, were".
		for i := j - 1; i >= 0 && !s.at(i).isStop(); i-- {
			if s.is(i, ",") && !s.at(i+1).isFinite() && s.at(i+1).tag != "CC" {
				return i
			}
		}
		return -1
	}
	first := s.segmentStart(j)
	head := s.at(first)
	switch {
	case head.set.has(classRel) && s.is(first-1, ","):
		return first - 1
	case s.at(j+1).tag == "CC":
		return j // part of a list: the "and" was judged already
	case s.adverbial(first), s.finiteIn(first, j):
		return -1
	case list, s.listBehind(j, verb) && j-first <= 6:
		return j
	}
	return -1
}

// segmentStart gives the first word of the stretch between marks that ends at j.
func (s *sentence) segmentStart(j int) int {
	i := j
	for i > 0 && !s.is(i-1, ",") && !s.at(i-1).isStop() && s.at(i-1).tag != "``" && !s.at(i-1).isDash() && (s.at(i-1).lower != "that" || s.at(i-1).tag != "IN") {
		i--
	}
	return i
}

// adverbial reports whether the stretch that starts at i is an adverbial, not a noun
// phrase.
func (s *sentence) adverbial(i int) bool {
	w := s.at(i)
	switch {
	case w.tag == "IN", w.tag == "TO", w.tag == "VBG", w.tag == "VBN", w.tag == "WRB", w.isAdverb(), w.tag == "UH":
		return true
	case w.set.has(classConnect), w.set.has(classIf), w.set.has(classSub):
		return true
	case w.lower == "absent", w.lower == "barring", w.lower == "given":
		return true
	case w.lower == "last", w.lower == "this", w.lower == "next", w.lower == "today":
		return s.timeAt(i) > i
	}
	return false
}

// listBehind reports whether an "and" or "or" stands between the comma at j and the verb
// with a noun before it: "A, B and C were".
func (s *sentence) listBehind(j, verb int) bool {
	for i := j + 2; i < verb; i++ {
		if s.at(i).tag == "CC" && s.at(i-1).isNoun() {
			return true
		}
	}
	return false
}

// finite reports whether the word at i is a finite verb. A past tense before a noun and
// behind no subject is a participle: "and elevated costs".
func (s *sentence) finite(i int) bool {
	w := s.at(i)
	if w.tag == "VBD" && !w.set.has(classBe) && !w.set.has(classHave) && !s.at(i-1).isNoun() && !s.at(i-1).isAdverb() && !s.is(i-1, ")") {
		next := s.at(i + 1).tag
		return !strings.HasPrefix(next, "NN") && next != "JJ"
	}
	return w.isFinite()
}

// finiteIn reports whether there is a finite verb in [first, last) that is not part of a
// relative clause.
func (s *sentence) finiteIn(first, last int) bool {
	relative := false
	for i := first; i < last; i++ {
		w := s.at(i)
		if w.set.has(classRel) && w.tag != "DT" && w.tag != "IN" {
			relative = true
		}
		if s.finite(i) && !relative {
			return true
		}
	}
	return false
}

// clauseBefore reports whether the "and" at j joins clauses, not nouns: whether there is
// a finite verb before it in the same clause.
func (s *sentence) clauseBefore(j int) bool {
	for i := j - 1; i >= 0; i-- {
		w := s.at(i)
		switch {
		case w.isStop(), w.tag == "WRB", w.lower == "but":
			return false
		case w.lower == "that" && w.tag != "DT" && !s.finiteAfter(i, j):
			return false
		case w.lower == "," && i < j-1 && s.adverbial(s.segmentStart(i)):
			return false // "as costs rose, both wages and prices were"
		case s.finite(i):
			rel := s.relativeBefore(i)
			if rel < 0 {
				return !s.isReport(i) || i+1 != j
			}
			i = rel
		}
	}
	return false
}

// relativeBefore gives the relative pronoun whose clause the verb at i belongs to, -1 if
// there is none.
func (s *sentence) relativeBefore(i int) int {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		w := s.at(k)
		if w.set.has(classRel) && (w.lower != "that" || s.at(k-1).isNoun()) {
			return k
		}
		if w.lower == "," || w.isStop() || w.isFinite() {
			return -1
		}
	}
	return -1
}

// finiteAfter reports whether a finite verb follows the pronoun at j directly, adverbs
// aside, and before the verb that the subject is sought for.
func (s *sentence) finiteAfter(j, verb int) bool {
	i := j + 1
	for i < verb && (s.at(i).isAdverb() || s.is(i, ",")) {
		i++
	}
	return i < verb && s.at(i).isFinite()
}

// objectRelative reports whether the "that" at j starts a relative clause in which it is
// the object: "the costs that the tax would bring".
func (s *sentence) objectRelative(j int) bool {
	before := s.at(j - 1)
	if !before.isNoun() || before.set.has(classBelief) || before.set.has(classReport) {
		return false
	}
	for i := j - 1; i >= 0 && i > j-12; i-- {
		if s.isReport(i) && i > j-8 || s.at(i).set.has(classBelief) && i > j-8 || s.is(i, "so", "such") {
			return false
		}
	}
	return true
}

// subordinates reports whether the word at j, which can start a clause, does so here.
func (s *sentence) subordinates(j int) bool {
	switch w := s.at(j); w.lower {
	case "as":
		if s.is(j+1, "well", "of", "part", "a", "an") || s.is(j-1, "such", "well", "far") || s.is(j+2, "as") {
			return false
		}
	case "than":
		return false
	case "since", "before", "after", "until", "till", "once", "so":
	default:
		return true
	}
	return j == 0 || s.is(j-1, ",") || s.finiteIn(0, j)
}

// breaks reports whether the finite verb at j belongs to a clause before the subject of
// verb, so that the subject starts behind it.
func (s *sentence) breaks(j, verb int) bool {
	w := s.at(j)
	if rel := s.relativeBefore(j); rel >= 0 && !s.isReport(j) {
		return false
	}
	if w.tag == "VBD" && !s.isReport(j) && !w.set.has(classBe.with(classSeeing)) && s.at(j-1).isNoun() && !s.startsClause(j+1) {
		return false // more likely a participle: "people freed last week will"
	}
	return true
}

// startsClause reports whether the word at i can only start a noun phrase of its own, so
// that after a noun it starts a clause.
func (s *sentence) startsClause(i int) bool {
	switch s.at(i).lower {
	case "the", "a", "an", "every", "each", "no", "these", "those", "he", "she", "we", "they", "i":
		return true
	case "it":
		return s.at(i+1).tag == "MD" || s.at(i+1).isFinite()
	}
	return false
}

// onlyAdverbs reports whether there is nothing but adverbs in [first, last).
func (s *sentence) onlyAdverbs(first, last int) bool {
	for i := first; i < last; i++ {
		if !s.at(i).isAdverb() {
			return false
		}
	}
	return true
}

// openingQuote gives the quotation mark that the closing one at j belongs to, -1 if none.
func (s *sentence) openingQuote(j int) int {
	for i := j - 1; i >= 0; i-- {
		if s.at(i).tag == "``" {
			return i
		}
	}
	return -1
}

// opening gives the bracket that the closing one at j belongs to, -1 if none.
func (s *sentence) opening(j int) int {
	depth := 0
	for i := j; i >= 0; i-- {
		switch s.at(i).tag {
		case ")":
			depth++
		case "(":
			depth--
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}

// dashBefore gives the dash that opens the insertion which the one at j closes, -1 if
// there is none in the clause.
func (s *sentence) dashBefore(j int) int {
	for i := j - 1; i >= 0 && !s.at(i).isStop(); i-- {
		if s.at(i).isDash() && i > 0 {
			return i
		}
	}
	return -1
}

// participle reports whether the verb at i is a participle without an auxiliary, as after
// "with": "with sales expected to fall".
func (s *sentence) participle(i int) bool {
	if t := s.at(i).tag; t != "VBG" && t != "VBN" {
		return false
	}
	return !s.hasAuxiliary(i)
}
