package forecast

import (
	"augury/corpus"
	"augury/internal/likelihood"
)

// certainty gives the class of the claim's wording and the words that it was read from:
// those of the cue, else those that the clause is subordinate to, else the rule's own.
func (s *sentence) certainty(c clause) (corpus.Certainty, corpus.Span) {
	own := s.span(c.first, c.last)
	if c.rule.certainty == corpus.Stated {
		return corpus.Stated, own
	}
	if class, text, ok := s.addedIn(c.start, c.end); ok {
		return class, text
	}
	if class, text, ok := s.likelihoodIn(c.first, c.last); ok {
		if class == corpus.Likely && s.hasNegation(c) {
			return corpus.Unlikely, own // "not considered likely"
		}
		return class, text
	}
	if c.rule.certainty != corpus.Unhedged {
		return c.rule.certainty, own
	}
	if h := c.holder; h.verb >= 0 {
		// "It is unlikely that", "there is little chance that".
		if class, text, ok := s.likelihoodIn(max(0, h.verb-5), c.start); ok && h.direct {
			return class, text
		}
		switch w := s.at(h.verb); {
		case w.set.has(classFearing) && h.direct:
			return corpus.Possible, s.span(h.verb, h.verb+1)
		case w.lower == "confident" && h.direct:
			return corpus.VeryLikely, s.span(h.verb, h.verb+1)
		case s.is(h.verb, "guarantees", "guarantee") && h.direct:
			return corpus.AlmostCertain, s.span(h.verb, h.verb+1)
		case w.set.has(classSure), h.direct && w.set.has(classHeldNoun), s.isReport(h.verb) && s.saidByForecast(h.verb):
			return corpus.Likely, s.span(h.verb, h.verb+1)
		}
	}
	if class, text, ok := s.likelihoodBefore(c.start); ok {
		return class, text
	}
	return c.rule.certainty, own
}

// likelihoodBefore reads a wording that leads right up to the clause: "odds are that",
// "chances are".
func (s *sentence) likelihoodBefore(start int) (corpus.Certainty, corpus.Span, bool) {
	end := start
	if s.is(end-1, "that") {
		end--
	}
	const most = 5 // words of a wording
	var lowers []string
	for i := max(0, end-most); i < end; i++ {
		lowers = append(lowers, s.at(i).lower)
	}
	for i := range lowers {
		class, n := s.lexicon.Match(lowers[i:])
		// One word is left to the rules: "probably," may speak of the clause before.
		if n > 1 && i+n == len(lowers) && class != string(corpus.Possible) {
			return corpus.Certainty(class), s.span(end-n, end), true
		}
	}
	return "", corpus.Span{}, false
}

// hasNegation reports whether the cue holds a negation of its own.
func (s *sentence) hasNegation(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if s.at(i).set.has(classNeg) {
			return true
		}
	}
	return false
}

// saidByForecast reports whether the verb at i has a forecast as its subject: "the staff
// projections indicated that".
func (s *sentence) saidByForecast(i int) bool {
	for k := s.subject(i); k < i; k++ {
		if s.at(k).set.has(classForecasts) {
			return true
		}
	}
	return false
}

// likelihoodIn finds the strongest wording of likelihood in [first, last): the longest,
// the first of those.
func (s *sentence) likelihoodIn(first, last int) (corpus.Certainty, corpus.Span, bool) {
	const most = 8 // words of a wording
	var class string
	from, length := 0, 0
	lowers := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		lowers = append(lowers, s.at(i).lower)
	}
	for i := range lowers {
		found, n := s.lexicon.Match(lowers[i:min(i+most, len(lowers))])
		if n > length && found != string(corpus.Possible) {
			class, from, length = found, first+i, n
		}
	}
	if length == 0 {
		return "", corpus.Span{}, false
	}
	return corpus.Certainty(class), s.span(from, from+length), true
}

// addedIn finds the first wording in [first, last) that a lexicon of the user's gave. What
// an analyst has added counts wherever it stands in the clause.
func (s *sentence) addedIn(first, last int) (corpus.Certainty, corpus.Span, bool) {
	if s.lexicon == likelihood.Builtin {
		return "", corpus.Span{}, false
	}
	lowers := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		lowers = append(lowers, s.at(i).lower)
	}
	for i := range lowers {
		if class, n := s.lexicon.MatchAdded(lowers[i:]); n > 0 {
			return corpus.Certainty(class), s.span(first+i, first+i+n), true
		}
	}
	return "", corpus.Span{}, false
}

// negated reports whether the claim says that it will not be. "Unlikely", and "not
// likely" for it, is a certainty and no negation.
func (s *sentence) negated(c clause, certainty corpus.Certainty) bool {
	if certainty == corpus.Unlikely || certainty == corpus.VeryUnlikely || certainty == corpus.Remote {
		return false
	}
	for i := c.first; i < c.last; i++ {
		if s.at(i).set.has(classNeg) && !s.is(i+1, "only") {
			return true
		}
	}
	if s.at(c.start).set.has(classNo) {
		return true
	}
	for i := c.last; i < c.last+3 && i < c.end; i++ {
		if s.at(i).set.has(classNeg) && !s.is(i+1, "only") || s.is(i, "fail") && s.is(i+1, "to") || s.is(i, "no") && s.is(i+1, "longer") {
			return true
		}
	}
	return false
}
