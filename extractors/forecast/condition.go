package forecast

import "augury/corpus"

// condition gives the words of the condition that a claim stands under: before the
// clause, inside it or behind it.
func (s *sentence) condition(c clause, others []int, deliberate bool) corpus.Span {
	// Behind the clause.
	i := c.end
	for s.is(i, ",", "(") || s.is(i, "again") {
		i++
	}
	if end := s.conditionAt(i, deliberate); end > i {
		if end := s.predicate(i, end, others, false); end > i {
			return s.span(i, end)
		}
	}
	// Inside it.
	for i := c.start; i < c.end; i++ {
		if end := s.conditionAt(i, false); end > i {
			return s.span(i, s.conditionEnd(end, c.end))
		}
	}
	// Before it, in the same sentence: the condition of the first of two claims is that of
	// the second too.
	for i := 0; i < c.start; i++ {
		if i > 0 && !s.is(i-1, ",", "that", ";", "(") && s.at(i-1).tag != "CC" && s.at(i-1).tag != "``" && !s.at(i-1).set.has(classConnect) && !s.isReport(i-1) {
			continue
		}
		end := s.conditionAt(i, true)
		if end <= i || s.stopBetween(end, c.start) {
			continue
		}
		return s.span(i, s.leadingEnd(i, end, c, others))
	}
	return corpus.Span{}
}

func (s *sentence) stopBetween(first, last int) bool {
	for i := first; i < last; i++ {
		if s.at(i).isStop() {
			return true
		}
	}
	return false
}

// conditionEnd gives the word behind the condition whose first words end at from: it goes
// up to the next comma or bracket.
func (s *sentence) conditionEnd(from, limit int) int {
	for i := from; i < limit; i++ {
		if s.is(i, ",", ")") || s.at(i).isDash() {
			return i
		}
	}
	return limit
}

// leadingEnd gives the word behind a condition that starts at i, before the first claim
// of the sentence: a clause goes up to the last comma before the claim, a noun phrase to
// the first.
func (s *sentence) leadingEnd(i, from int, c clause, others []int) int {
	limit := c.start
	for _, start := range others {
		if start >= from && start < limit {
			limit = start
		}
	}
	verb := from
	for verb < limit && !s.at(verb).isFinite() {
		verb++
	}
	if verb == limit {
		return s.conditionEnd(from, limit)
	}
	end := limit
	for k := limit - 1; k > verb; k-- {
		if s.is(k, ",") {
			end = k
			if s.timeAt(k+1) <= k+1 {
				break
			}
		}
	}
	for end > i+1 && (s.at(end-1).tag == "," || s.at(end-1).tag == "``" || s.is(end-1, "then") || s.at(end-1).set.has(classConnect)) {
		end--
	}
	return end
}

// conditionAt gives the word behind the first words of a condition that starts at word i,
// i itself where none does. deliberate is true of plans, for which occasions count too.
func (s *sentence) conditionAt(i int, deliberate bool) int {
	switch s.at(i).lower {
	case "if":
		if s.is(i-1, "as") || s.is(i+2, ",", ".") || s.is(i+1, "not", "any", "anything") {
			return i
		}
		return i + 1
	case "even":
		if s.is(i+1, "if") {
			return i + 2
		}
		if s.is(i+1, "under") && i == 0 {
			return i + 2
		}
	case "unless", "absent", "barring":
		return i + 1
	case "provided", "providing", "supposing":
		if s.is(i+1, "that") {
			return i + 2
		}
	case "assuming":
		return i + 1
	case "without":
		if t := s.at(i + 1).tag; t != "VBG" && t != "." && t != "," && !s.is(i+1, "a", "having") {
			return i + 1
		}
	case "until", "once":
		if s.timeAt(i) > i {
			return i
		}
		if s.clauseFollows(i + 1) {
			return i + 1
		}
	case "as", "so":
		if s.is(i+1, "long") && s.is(i+2, "as") {
			return i + 3
		}
	case "to":
		if s.is(i+1, "the") && s.is(i+2, "extent") {
			return i + 3
		}
	case "in":
		switch {
		case s.is(i+1, "the") && s.is(i+2, "absence", "event") && s.is(i+3, "of", "that"):
			return i + 4
		case s.is(i+1, "such", "that", "these", "this") && s.is(i+2, "case", "cases", "scenario", "circumstances", "event"):
			if i == 0 || s.is(i-1, ";", ",", "``") {
				return i + 3
			}
		case s.is(i+1, "scenarios", "cases") && s.is(i+2, "where"):
			return i + 3
		case (s.is(i+1, "a", "the") || s.is(i+2, "more")) && (s.is(i+3, "scenario") || s.is(i+4, "scenario")) && s.is(i-1, "", ",", "``"):
			return i + 3
		}
	case "when", "where", "whenever", "wherever":
		if deliberate && s.clauseFollows(i+1) {
			return i + 1
		}
	}
	return i
}

// clauseFollows reports whether a clause in the present follows at word i: a finite verb
// before the next mark.
func (s *sentence) clauseFollows(i int) bool {
	for ; i < len(s.words); i++ {
		w := s.at(i)
		if w.isFinite() {
			return w.tag != "VBD"
		}
		if w.isStop() || w.lower == "," {
			return false
		}
	}
	return false
}
