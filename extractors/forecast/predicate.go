package forecast

import (
	"slices"
	"strings"
)

// predicate gives the word behind the last one of the clause that starts at word start,
// whose cue ends before word from. Clauses of other cues start at the words in others:
// the predicate stops before the next of them. deliberate is true of a plan, whose
// occasion ("when our interests are at stake") is a condition.
func (s *sentence) predicate(start, from int, others []int, deliberate bool) int {
	end := from
	pending := false // whether a subordinate clause has begun and its verb is still to come
	subordinate := s.at(start - 1).set.has(classSub)
	for i := from; i < len(s.words); {
		w := s.at(i)
		if comma := s.insertedCondition(i, from); comma > i {
			i = comma + 1
			end = i
			continue
		}
		if slices.Contains(others, i) || !(pending && w.tag == "CC") && s.stops(i, from, deliberate) {
			break
		}
		if w.lower == "," && subordinate && s.joinsClause(i) {
			break // the main clause: "although it will be smaller, it must be ready"
		}
		switch {
		case w.set.has(classSub) && (w.lower == "as" || w.lower == "because" || w.lower == "when" || w.lower == "since"):
			pending = true
		case w.isFinite(), w.lower == ",":
			pending = false
		}
		next := i + 1
		switch {
		case w.tag == "``":
			if closing := s.closingQuote(i); closing > 0 && !anyIn(others, i, closing) {
				next = closing + 1
			}
		case w.tag == "(":
			closing := s.closing(i)
			if closing < 0 || s.endsAt(closing+1) {
				return s.trimEnd(from, i)
			}
			if !anyIn(others, i, closing) {
				next = closing + 1
			}
		case w.isDash():
			closing := s.dashAfter(i)
			if closing < 0 {
				return s.trimEnd(from, i)
			}
			next = closing + 1
		}
		i = next
		end = i
	}
	return s.trimEnd(from, end)
}

// insertedCondition gives the comma that closes a condition between the cue, which ends
// before word from, and its verb: "would, if approved, double output". It is 0 where word i
// starts none.
func (s *sentence) insertedCondition(i, from int) int {
	if i != from || !s.is(i, ",") {
		return 0
	}
	if inner, _ := s.conditionAt(i+1, false); inner == i+1 {
		return 0
	}
	if comma := s.commaFrom(i+1, len(s.words)); comma < len(s.words) && s.is(comma, ",") {
		return comma
	}
	return 0
}

func anyIn(list []int, first, last int) bool {
	for _, n := range list {
		if first <= n && n < last {
			return true
		}
	}
	return false
}

// withoutTail drops what only comments on what is said of an outlook or a forecast: ",
// primarily reflecting weaker data".
func (s *sentence) withoutTail(from, end int) int {
	for i := from; i < end; i++ {
		if s.is(i, ",") && (s.at(i+1).tag == "VBG" || s.at(i+1).isAdverb() && s.at(i+2).tag == "VBG" || s.is(i+1, "with")) && !s.is(i+1, "including") {
			return i
		}
	}
	return end
}

// stops reports whether the predicate ends before word i.
func (s *sentence) stops(i, from int, deliberate bool) bool {
	w := s.at(i)
	switch {
	case w.isStop():
		return true
	case w.tag == "''":
		return true // one that was opened behind the cue was passed already
	case w.lower == ",":
		return s.commaStops(i)
	case w.tag == "CC":
		return i > from && s.joinsClause(i)
	case s.endsBeforeCondition(i, deliberate):
		return true
	case w.set.has(classContrast):
		return s.at(i+1).tag != "VBG" // "while keeping rates low" is part of it
	}
	return false
}

// endsBeforeCondition reports whether a condition starts at word i.
func (s *sentence) endsBeforeCondition(i int, deliberate bool) bool {
	from, _ := s.conditionAt(i, deliberate)
	return from > i && !s.is(i, "with", "should")
}

// commaStops reports whether the predicate ends before the comma at i.
func (s *sentence) commaStops(i int) bool {
	next := s.at(i + 1)
	switch {
	case s.is(i+1, "i", "we", "he", "she", "they", "it") && (s.at(i+2).isFinite() || s.at(i+2).isAdverb()):
		return true
	case next.set.has(classRel) && next.lower != "that", next.lower == "where", next.tag == "''":
		return true
	case next.set.has(classContrast) && s.at(i+2).tag != "VBG", next.tag == "CC" && s.joinsClause(i+1):
		return true
	case next.lower == "according", next.lower == "similar", next.lower == "somewhat", next.lower == "even", next.lower == "for":
		return true
	case next.lower == "as":
		return s.at(i + 2).isFinite()
	case next.tag == "DT" || next.tag == "PRP$":
		return !s.amountAt(i+1) && !s.listAt(i+1)
	}
	return s.attributes(i + 1)
}

// attributes reports whether the words at i say who said what stands before them: "he
// said", "said the minister".
func (s *sentence) attributes(i int) bool {
	const reach = 8 // words of a speaker's name and office
	for k := i; k < i+reach && k < len(s.words); k++ {
		w := s.at(k)
		if s.isReport(k) && (w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP") {
			if s.is(k+1, "that") || k > i && s.startsNoun(k+1) && !s.is(k+1, ",") && s.timeAt(k+1) == k+1 && s.takesClause(k) {
				return false
			}
			return k == i || s.at(k-1).isNoun() || s.at(k-1).isAdverb()
		}
		if w.isFinite() || k == i && w.tag == "CC" || w.lower == "," || w.isStop() || w.tag == "IN" && w.lower != "of" {
			return false
		}
	}
	return false
}

// amountAt reports whether the noun phrase at i repeats an amount: "an increase of 3%".
func (s *sentence) amountAt(i int) bool {
	for k := i; k < i+4; k++ {
		if s.at(k).set.has(classAmount) {
			return true
		}
	}
	return false
}

// listAt reports whether the noun phrase at i is one of a list: an "and" or a further
// comma with an "and" follows before the next verb.
func (s *sentence) listAt(i int) bool {
	for k := i; k < len(s.words); k++ {
		w := s.at(k)
		if w.tag == "CC" && w.lower != "but" && s.is(k-1, ",") && !s.joinsClause(k) {
			return true
		}
		if w.tag == "CC" && w.lower == "and" && !s.joinsClause(k) {
			return true
		}
		if w.isFinite() || w.isStop() {
			return false
		}
	}
	return false
}

// joinsClause reports whether a clause or a finite verb follows the "and" or "but" at i.
func (s *sentence) joinsClause(i int) bool {
	k := i + 1
	for s.at(k).isAdverb() || s.is(k, ",") {
		k++
	}
	switch first := s.at(k); {
	case first.tag == "VBD" && (strings.HasPrefix(s.at(k+1).tag, "NN") || s.at(k+1).tag == "JJ"):
		// More likely a participle: "higher prices and increased costs".
	case first.tag == "VBZ", first.tag == "VBD", first.tag == "MD":
		return true
	case s.is(k, "i", "we", "he", "she", "they", "it"), first.lower == "that" && first.tag != "DT":
		return true
	}
	led := s.adverbial(k) // "and, given this, members thought": the clause is behind a comma
	for ; k < len(s.words); k++ {
		w := s.at(k)
		switch {
		case w.lower == "," && led:
			led = false
		case w.isStop(), w.lower == ",", w.set.has(classRel), w.tag == "CC", w.tag == "TO", w.tag == "VB":
			return false
		case w.set.has(classSub) && (w.tag == "WRB" || w.lower == "so" || w.lower == "because" || w.lower == "although" || w.lower == "if"):
			return false
		case w.isFinite():
			return true
		}
	}
	return false
}

// closingQuote gives the quotation mark that closes the one at i, -1 if none does.
func (s *sentence) closingQuote(i int) int {
	for k := i + 1; k < len(s.words); k++ {
		if s.at(k).tag == "''" {
			return k
		}
	}
	return -1
}

// closing gives the bracket that closes the one at i, -1 if none does.
func (s *sentence) closing(i int) int {
	depth := 0
	for k := i; k < len(s.words); k++ {
		switch s.at(k).tag {
		case "(":
			depth++
		case ")":
			depth--
			if depth == 0 {
				return k
			}
		}
	}
	return -1
}

// dashAfter gives the dash that closes the insertion which the one at i opens, -1 where
// there is none near.
func (s *sentence) dashAfter(i int) int {
	const reach = 25 // words of an insertion
	for k := i + 1; k < len(s.words) && k < i+reach; k++ {
		if s.at(k).isDash() {
			return k
		}
	}
	return -1
}

// endsAt reports whether the sentence has no more to say at word i.
func (s *sentence) endsAt(i int) bool {
	for i < len(s.words) && (s.at(i).tag == "''" || s.at(i).tag == ")") {
		i++
	}
	return i >= len(s.words) || s.at(i).isStop() || s.is(i, ",", "(") || s.at(i).tag == "CD" && i == len(s.words)-1
}

// trimEnd moves end to the left over marks and words that lead over to another clause.
func (s *sentence) trimEnd(from, end int) int {
	for end > from {
		w := s.at(end - 1)
		switch {
		case w.tag == "," || w.tag == ":" || w.tag == "." || w.tag == "``" || w.tag == "(":
		case w.tag == "CC", w.set.has(classContrast), w.lower == "that" && w.tag == "IN", w.isDash():
		case w.lower == "as" || w.lower == "because" || w.lower == "with" || w.lower == "so" || w.lower == "since":
		case w.tag == "IN" && s.is(end-2, ","):
		case w.isAdverb() && s.is(end-2, ",") && w.lower != "respectively":
		default:
			return end
		}
		end--
	}
	return end
}
