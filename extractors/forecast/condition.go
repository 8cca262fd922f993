package forecast

import (
	"slices"

	"augury/corpus"
)

// condition gives the words of the condition that a claim stands under: behind the
// clause, inside it or before it. starts are the words at which the claims of the sentence
// start. deliberate is true of a plan, whose occasion ("when our interests are at stake")
// is a condition.
func (s *sentence) condition(c clause, starts []int, deliberate bool) corpus.Span {
	behind := c.end
	for s.is(behind, ",", "(", "again") || s.at(behind).isAdverb() && !s.is(behind+1, "long") || s.at(behind).isDash() {
		behind++
	}
	if from, _ := s.conditionAt(behind, deliberate); from > behind {
		return s.span(behind, s.trailingEnd(from, starts))
	}
	for i := c.start; i < c.end; i++ {
		if s.is(i, "under") && s.is(i+1, "current", "existing", "present") && s.leads(i) {
			return s.span(i, i+3)
		}
		if end := s.scenarioAt(i); end > i && i > c.last {
			return s.span(i, end)
		}
		if from, _ := s.conditionAt(i, false); from > i && !s.is(i, "without") {
			return s.span(i, s.commaFrom(from, c.end))
		}
	}
	// Before it: the condition of the first of two claims is that of the second too.
	for i := 0; i < c.start; i++ {
		from, isClause := s.conditionAt(i, true)
		if from <= i || !s.leads(i) || s.cutOff(from, c) {
			continue
		}
		limit := c.start
		for _, start := range starts {
			if start >= from && start < limit {
				limit = start
			}
		}
		if !isClause {
			return s.span(i, s.commaFrom(from, limit))
		}
		if end := s.lastComma(from, limit); end < limit {
			return s.span(i, end)
		}
	}
	return corpus.Span{}
}

// scenarioAt gives the word behind "in a worse scenario" at word i, i itself where there is
// no such thing.
func (s *sentence) scenarioAt(i int) int {
	const reach = 5 // words up to the noun
	if !s.is(i, "in", "under") || !s.is(i+1, "a", "an", "this", "that") || s.is(i-1, "than") {
		return i
	}
	for k := i + 2; k < i+reach; k++ {
		if s.is(k, "scenario") {
			return k + 1
		}
	}
	return i
}

// leads reports whether what starts at word i can lead a clause in.
func (s *sentence) leads(i int) bool {
	before := s.at(i - 1)
	switch {
	case i == 0, before.tag == "CC", before.tag == "``", before.set.has(classConnect), before.isDash():
		return true
	}
	return s.is(i-1, ",", ";", ":", "(", "that", "if") || s.isReport(i-1) && !s.is(i, "when", "where")
}

// cutOff reports whether a semicolon parts the words from word from on from the clause,
// and nothing holds the two together.
func (s *sentence) cutOff(from int, c clause) bool {
	for i := from; i < c.start; i++ {
		if s.at(i).isStop() && (c.holder.verb < 0 || c.holder.verb > from) {
			return true
		}
	}
	return false
}

// commaFrom gives the first comma, dash or bracket at word from or behind it, limit where
// there is none before.
func (s *sentence) commaFrom(from, limit int) int {
	for i := from; i < limit; i++ {
		if s.is(i, ",", ")") || s.at(i).isDash() {
			return i
		}
	}
	return limit
}

// lastComma gives the last comma before word limit that ends a clause which began before
// word from: behind it stand connecting words and times only.
func (s *sentence) lastComma(from, limit int) int {
	verb := from
	for verb < limit && !s.at(verb).isFinite() {
		verb++
	}
	end := limit
	for i := limit - 1; i > verb; i-- {
		if !s.is(i, ",") {
			continue
		}
		end = i
		if s.timeAt(i+1) <= i+1 {
			break
		}
	}
	for end > from && (s.at(end-1).tag == "," || s.at(end-1).tag == "``" || s.at(end-1).set.has(classConnect)) {
		end--
	}
	return end
}

// trailingEnd gives the word behind a condition that stands at the end of a sentence, its
// first words ending before word from.
func (s *sentence) trailingEnd(from int, starts []int) int {
	i := from
	for i < len(s.words) {
		w := s.at(i)
		switch {
		case w.isStop(), w.tag == ")", w.isDash(), slices.Contains(starts, i), w.tag == "''" && s.openingQuote(i) < from:
			return s.trimEnd(from, i)
		case w.lower == "," && s.at(i+1).isFinite():
			return s.trimEnd(from, i) // the condition stands inside another clause
		case w.lower == "," && (s.attributes(i+1) || s.at(i+1).tag == "CC" && s.joinsClause(i+1) || s.at(i+1).tag == "''" || s.at(i+1).tag == "VBG"):
			return s.trimEnd(from, i)
		case w.tag == "CC" && s.at(i+1).tag == "MD":
			return i
		}
		i++
	}
	return s.trimEnd(from, i)
}

// conditionAt gives the word behind the first words of a condition that starts at word i,
// i itself where none does, and whether the condition is a clause, not a phrase.
// deliberate says whether occasions count.
func (s *sentence) conditionAt(i int, deliberate bool) (from int, isClause bool) {
	switch s.at(i).lower {
	case "if":
		if !s.is(i-1, "as") && !s.is(i+1, "not", "any", "anything", "necessary", "needed", "possible", "only", "ever", "so") {
			return i + 1, true
		}
	case "even":
		if s.is(i+1, "if") {
			return i + 2, true
		}
		if s.is(i+1, "under") {
			return i + 2, false
		}
	case "unless":
		return i + 1, true
	case "assuming", "absent", "barring":
		if s.at(i-1).tag != "IN" { // "the army helped them in assuming power"
			return i + 1, false
		}
	case "provided", "providing", "supposing":
		if s.is(i+1, "that") {
			return i + 2, true
		}
	case "should":
		if s.leads(i) && s.startsNoun(i+1) {
			return i + 1, true // "should prices fall"
		}
	case "without":
		if t := s.at(i + 1).tag; t != "VBG" && t != "." && t != "," && !s.is(i+1, "a", "having", "its", "their") && !s.is(i-1, "path") {
			return i + 1, false
		}
	case "until", "once":
		if s.timeAt(i) == i && (s.clauseFollows(i+1) || s.reportedBefore(i) && s.finiteIn(i+1, len(s.words)) || s.at(i+1).tag == "VBN" || s.at(i+1).tag == "VBD") {
			return i + 1, true
		}
	case "as", "so":
		if s.is(i+1, "long") && s.is(i+2, "as") {
			return i + 3, true
		}
	case "to":
		if s.is(i+1, "the") && s.is(i+2, "extent") {
			return i + 3, true
		}
	case "under":
		if s.leads(i) && s.nounWithin(i+1, 5, "scenario", "scenarios", "assumption", "assumptions") && !s.is(i+1, "a") {
			return i + 1, false
		}
		if s.leads(i) && s.is(i+1, "current", "existing", "present") && s.is(i+2, "law", "laws", "policy", "policies", "rules") {
			return i + 1, false
		}
	case "with":
		if s.leads(i) && s.is(i+1, "these", "this", "such", "a") && s.commaFrom(i, len(s.words)) < len(s.words) && !s.nounWithin(i+1, 5, "mind") {
			return i + 1, false
		}
	case "in":
		return s.inCondition(i)
	case "when", "where", "whenever", "wherever":
		if deliberate && (s.clauseFollows(i+1) || s.is(i+1, ",")) {
			return i + 1, true
		}
	}
	return i, false
}

// reportedBefore reports whether a modal in the past tense stands before word i, so that
// what is to come is told in the past tense too: "would stay low until trade recovered".
func (s *sentence) reportedBefore(i int) bool {
	for k := range i {
		if s.is(k, "would", "could", "might") {
			return true
		}
	}
	return false
}

// inCondition reads the conditions that start with "in": "in the absence of", "in such
// cases", "in areas where".
func (s *sentence) inCondition(i int) (from int, isClause bool) {
	switch {
	case s.is(i+1, "the") && s.is(i+2, "absence", "event") && s.is(i+3, "of", "that"):
		return i + 4, false
	case s.is(i+1, "such", "that", "these", "this") && s.is(i+2, "case", "cases", "scenario", "circumstances", "event") && s.is(i+3, ","):
		return i + 2, false
	case s.leads(i) && s.is(i+1, "a", "the", "this", "that") && s.nounWithin(i+1, 4, "scenario"):
		return i + 2, false
	}
	const reach = 6 // words before "where"
	for k := i + 1; k < i+reach; k++ {
		if s.is(k, "areas", "case", "cases", "circumstances", "instances", "scenario", "scenarios", "setting", "situation", "situations", "world") {
			if s.is(k+1, "where") || s.is(k+1, "in") && s.is(k+2, "which") {
				return k + 2, true
			}
		}
	}
	return i, false
}

// nounWithin reports whether one of the nouns stands among the n words from i on, before
// any mark.
func (s *sentence) nounWithin(i, n int, nouns ...string) bool {
	for k := i; k < i+n; k++ {
		if s.is(k, nouns...) {
			return true
		}
		if s.at(k).lower == "," || s.at(k).isStop() {
			return false
		}
	}
	return false
}

// clauseFollows reports whether a clause in the present follows at word i: its verb comes
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
