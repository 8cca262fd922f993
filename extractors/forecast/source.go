package forecast

import (
	"augury/corpus"
)

// source gives the words for who holds the claim, where that is not the author.
func (s *sentence) source(c clause) corpus.Span {
	if span, ok := s.ownSource(c); ok {
		return span
	}
	held, ok := corpus.Span{}, false
	if c.holder.verb >= 0 && c.holder.verb < c.start {
		held, ok = s.holderSubject(c.holder.verb)
		if !ok {
			held, ok = s.outerHolder(c.holder.verb)
		}
	}
	if s.quotedAt(c.first) {
		if ok {
			return held
		}
		return s.speaker(c.first)
	}
	if first, last := s.accordingTo(); first < last {
		return s.span(first, last)
	}
	if span, known := s.asSaid(c); known && !ok {
		return span
	}
	if ok {
		return held
	}
	if span, ok := s.viewOf(c); ok {
		return span
	}
	if span := s.attribution(c.end); !span.Empty() {
		return span
	}
	return s.statement()
}

// outerHolder gives who holds the clause that the word at i stands in, a noun of holding or
// a verb that only gives a reason: "members noted that the forecast rested on the
// assumption that", "the bank expects a fall, which implies that".
func (s *sentence) outerHolder(i int) (corpus.Span, bool) {
	verb := i
	switch {
	case !s.isReport(i):
		verb = s.finiteBefore(i)
	case s.names(i):
		return corpus.Span{}, false
	}
	if verb < 0 {
		return corpus.Span{}, false
	}
	outer := s.holds(s.subject(verb))
	if outer.verb < 0 || outer.verb >= verb || !outer.direct {
		return corpus.Span{}, false
	}
	return s.holderSubject(outer.verb)
}

// ownSource gives the subject or owner of the expectation where that is in the clause
// itself: "analysts expect", "their forecasts were".
func (s *sentence) ownSource(c clause) (corpus.Span, bool) {
	switch c.rule.name {
	case "expectation_verb":
		span, ok := s.subjectOf(c.first)
		if ok && c.holder.verb >= 0 && s.isPronoun(span) {
			return corpus.Span{}, false
		}
		return span, ok
	case "participle_expectation":
		if s.at(c.first-1).tag == "PRP" {
			return s.span(c.first-1, c.first), true // "a fall which they expected to"
		}
	case "outlook_noun", "forecast_noun", "risk_noun", "prospect_noun", "optimism_noun":
		if c.verbFirst < c.first && s.names(c.verbFirst) && !s.at(c.verbFirst).set.has(classBe) && !s.is(c.verbFirst, "pose", "poses", "posed", "point", "points", "pointed", "face", "faces", "faced") {
			if span, ok := s.subjectOf(c.verbFirst); ok {
				return span, true
			}
		}
		return s.owner(c)
	}
	return corpus.Span{}, false
}

func (s *sentence) isPronoun(span corpus.Span) bool {
	switch s.doc.Words(span) {
	case "he", "she", "they", "it", "He", "She", "They", "It":
		return true
	}
	return false
}

// owner gives whose forecast the noun of a cue is: "the staff's", "their", or a body
// named right before it.
func (s *sentence) owner(c clause) (corpus.Span, bool) {
	const reach = 7 // words of a noun phrase before its noun
	from := max(0, min(c.start, c.first-reach))
	for i := c.first - 1; i >= from; i-- {
		w := s.at(i)
		switch {
		case w.tag == "POS" && i > from:
			return s.span(s.nounPhrase(from, i), i), true
		case w.tag == "PRP$" && !s.is(i, "its", "our", "my"):
			return s.span(i, i+1), true
		case w.set.has(classActor) || w.tag == "NNP" && i == c.first-1 && len(w.lower) > 1 && !s.is(i, "cpi", "gdp", "pce"):
			return s.span(s.nounPhrase(from, i), i+1), true
		case w.tag == "IN" || w.isFinite() || w.isStop() || w.lower == ",":
			return s.maker(c)
		}
	}
	return s.maker(c)
}

// maker gives who made the forecast that the noun of a cue names, where that is said behind
// it: "the projection for exports prepared by the staff".
func (s *sentence) maker(c clause) (corpus.Span, bool) {
	for i := c.last; i < len(s.words) && !s.at(i).isStop() && s.at(i).lower != "," && !s.at(i).isFinite(); i++ {
		if s.is(i, "prepared", "made", "published", "produced") && s.is(i+1, "by") {
			last := s.phraseEnd(i+2, len(s.words))
			return s.span(i+2, last), last > i+2
		}
	}
	return corpus.Span{}, false
}

// nounPhrase gives the first word of the noun phrase that ends with word last, not before
// word first.
func (s *sentence) nounPhrase(first, last int) int {
	for last > first {
		w := s.at(last - 1)
		if !w.isNoun() && w.tag != "DT" && w.tag != "JJ" && w.tag != "POS" && w.tag != "PRP$" {
			break
		}
		last--
	}
	return last
}

// accordingTo gives the words behind "according to", none where it does not occur.
func (s *sentence) accordingTo() (first, last int) {
	for i := range s.words {
		if !s.is(i, "according") || !s.is(i+1, "to") {
			continue
		}
		first = i + 2
		last = first
		for last < len(s.words) && !s.is(last, ",", ".", ";", "(", ")", ":") && !s.at(last).isFinite() && s.at(last).tag != "''" {
			last++
			if s.at(last-1).isNoun() && s.startsClause(last) {
				break
			}
		}
		return first, last
	}
	return 0, 0
}

// viewOf reads who is named at the head of the clause: "in the view of many members,",
// "in the forecast prepared by the staff,".
func (s *sentence) viewOf(c clause) (corpus.Span, bool) {
	const lead = 6 // words before "in": connecting ones, or a heading run into the sentence
	first := 0
	for first < lead && !s.is(first, "in") {
		first++
	}
	if s.is(first-1, "as") {
		return corpus.Span{}, false // "as in the last forecast"
	}
	first++
	comma := first
	for comma < c.start && !s.is(comma, ",") {
		comma++
	}
	if first > lead || comma >= c.start || s.finiteIn(first, comma) {
		return corpus.Span{}, false
	}
	for i := first; i < comma; i++ {
		switch {
		case s.is(i, "view", "opinion", "judgment", "judgement", "eyes") && s.is(i+1, "of"):
			return s.span(i+2, comma), true
		case s.is(i, "view", "opinion", "judgment", "judgement") && s.at(i-1).tag == "POS":
			return s.span(first, i-1), true
		case s.at(i).set.has(classForecasts):
			for k := i; k < comma; k++ {
				if s.is(k, "by") {
					return s.span(k+1, s.phraseEnd(k+1, comma)), true
				}
			}
			return s.span(first, comma), true
		}
	}
	return corpus.Span{}, false
}

// asSaid reads who is named in a clause with "as" that leads the claim in: "As the minister
// said, rents will rise".
func (s *sentence) asSaid(c clause) (corpus.Span, bool) {
	for i := 0; i < c.start; i++ {
		if !s.is(i, "as") || !s.leads(i) || !s.startsNoun(i+1) {
			continue
		}
		verb := i + 1
		for verb < c.start && !s.at(verb).isFinite() && !s.is(verb, ",") {
			verb++
		}
		if verb < c.start && s.at(verb).isFinite() && s.isReport(verb) && s.commaFrom(verb, c.start) < c.start {
			return s.holderSpan(i+1, verb)
		}
		return corpus.Span{}, false
	}
	return corpus.Span{}, false
}

// phraseEnd gives the word behind the noun phrase that starts at word i, not behind limit.
func (s *sentence) phraseEnd(i, limit int) int {
	for i < limit && (s.at(i).isNoun() || s.at(i).tag == "DT" || s.at(i).tag == "JJ" || s.at(i).tag == "POS" || s.at(i).tag == "PRP$") {
		i++
	}
	return i
}
