package forecast

import (
	"augury/corpus"
	"augury/internal/when"
)

// horizon gives the class of time that a claim speaks of and the words that it was read
// from: the clause's own, else those that lead it in, else the heading above it.
func (s *sentence) horizon(c clause) (corpus.Horizon, corpus.Span) {
	if t, ok := s.timeOf(c); ok {
		return corpus.Horizon(t.Class), s.span(t.first, t.last)
	}
	section := s.doc.Sentences[s.index].Section
	if section < 0 || section >= len(s.doc.Sections) {
		return corpus.HorizonNone, corpus.Span{}
	}
	byRole := map[corpus.Role]corpus.Horizon{
		corpus.RoleForecastShort:  corpus.Short,
		corpus.RoleForecastMedium: corpus.Medium,
		corpus.RoleForecastLong:   corpus.Long,
	}
	head := s.doc.Sections[section]
	if class, ok := byRole[head.Role]; ok && !head.Heading.Empty() {
		return class, head.Heading
	}
	return corpus.HorizonNone, corpus.Span{}
}

// timeOf picks the expression of time that says when the claim is to be: the one that
// leads the clause in, else one of the predicate, else one of the subject, else one that
// leads in a clause before it ("By 2030 costs will double and revenue will fall").
func (s *sentence) timeOf(c clause) (timeWords, bool) {
	var leading, inside, subject, shared, label *timeWords
	times := s.expressions()
	for i := range times {
		t := &times[i]
		switch {
		case s.isPast(*t):
		case t.Label:
			if t.first >= c.start && t.last <= c.first && c.rule.ofNoun() {
				label = t
			}
		case t.last <= c.start && s.tellsWhen(*t, c):
			leading = t
		case t.last <= c.start:
			switch own, joint := s.leadsIn(*t, c); {
			case own:
				leading = t
			case joint:
				shared = t
			}
		case s.compares(*t), s.inRelative(*t, c), s.isMeasure(*t, c):
		case t.last > c.last && t.first >= c.first && t.first < c.end:
			if inside == nil || s.isBaseline(*inside, *t) {
				inside = t
			}
		case t.first >= c.start && t.first < c.first:
			if subject == nil {
				subject = t
			}
		}
	}
	for _, t := range []*timeWords{leading, inside, subject, shared, label} {
		if t != nil {
			return *t, true
		}
	}
	return timeWords{}, false
}

// isPast reports whether the expression names a year before the document's own.
func (s *sentence) isPast(t timeWords) bool {
	return t.Year > 0 && s.doc.Published.Year > 0 && t.Year < s.doc.Published.Year
}

// compares reports whether the expression only says what the claim is compared with:
// "higher than in 2020", "as it is today".
func (s *sentence) compares(t timeWords) bool {
	i := t.first - 1
	return s.is(i, "than", "since", "those") || s.is(i, "that") && s.is(t.first, "in") || s.at(i).set.has(classBe) && s.is(i-2, "as", "than")
}

// isMeasure reports whether the expression only names what the claim measures against, or
// the past of its subject: "more slowly than it had in 2023", "to its 2019 level", "the low
// readings this year were expected to".
func (s *sentence) isMeasure(t timeWords, c clause) bool {
	if t.last <= c.first {
		return t.last > t.first && s.is(t.last-1, "year") && (s.is(t.last-2, "this") && !s.is(t.first, "over", "during", "through")) && t.last == c.first
	}
	if s.is(t.last, "level", "levels", "trough", "peak", "pace", "average") && (t.last == t.first+1 || s.at(t.last-2).tag == "PRP$" || s.at(t.last-2).tag == "DT") {
		return true
	}
	for i := t.first - 1; i > c.last; i-- {
		if s.is(i, "than") {
			return s.finiteIn(i, t.first)
		}
		if s.is(i, ",") {
			return false
		}
	}
	return false
}

// tellsWhen reports whether the clause says what happens at a time that stands right
// before it: "in 2031, when the bridge will open", "by 2040, at which point".
func (s *sentence) tellsWhen(t timeWords, c clause) bool {
	hinge := false
	for i := t.last; i <= c.start; i++ {
		switch {
		case s.is(i, "when", "which"):
			hinge = true
		case i < c.start && !s.is(i, ",", "at", "by", "point", "time", "date"):
			return false
		}
	}
	return hinge
}

// inRelative reports whether the expression stands in a relative clause of the subject or
// the predicate.
func (s *sentence) inRelative(t timeWords, c clause) bool {
	from := c.last
	if t.first < c.first {
		from = c.start
	}
	for i := t.first - 1; i > from; i-- {
		w := s.at(i)
		if w.lower == "which" || w.lower == "who" || w.lower == "that" && w.tag == "WDT" {
			return true
		}
		if w.lower == "," {
			return false
		}
	}
	return false
}

// isBaseline reports whether an expression says where a change starts from, and a later
// one where it ends: "from 30 in 2020 to 40 in 2030".
func (s *sentence) isBaseline(first, second timeWords) bool {
	to := false
	for i := first.last; i < second.first; i++ {
		to = to || s.is(i, "to")
	}
	if !to {
		return false
	}
	for i := first.first; i >= 0 && i > first.first-10; i-- {
		if s.is(i, "from") {
			return true
		}
	}
	return false
}

// leadsIn reports whether an expression before the clause leads it in, or a clause before
// it that makes a claim too.
func (s *sentence) leadsIn(t timeWords, c clause) (own, joint bool) {
	from := s.segmentStart(t.first)
	if s.is(from, "as", "once") && t.first > from+2 && s.is(t.last, ",") && !s.finiteIn(t.last, c.start) {
		return false, true // "as trade grows over the next decade, prices will fall"
	}
	if s.finiteIn(from, t.first) && !s.is(t.first-1, "that") {
		return false, false
	}
	verb := -1 // the first finite verb behind the expression
	for i := t.last; i < c.start; i++ {
		w := s.at(i)
		switch {
		case w.isStop():
			return false, false
		case w.lower == "that" && verb < 0 && i > t.last:
			return false, false // "on Monday the bank said in a note that"
		case w.isFinite() && verb < 0:
			verb = i
		}
	}
	head := s.leads(t.first) || s.at(t.first-1).set.has(classConnect)
	switch {
	case verb < 0 && s.is(t.last, "that"), verb < 0 && c.holder.verb == t.first-1 && c.holder.direct && t.Class == when.Dated && s.is(t.first, "in", "on"):
		return false, false
	case verb < 0 && c.holder.verb >= t.last:
		return false, false
	case verb < 0:
		return head, false
	case verb == c.holder.verb || s.isReport(verb) && c.holder.verb >= 0:
		return head && (t.Class != when.Dated || s.is(t.first, "by", "after", "through", "until")), false
	}
	return false, head && t.first < 6 && s.forecasts(verb)
}

// forecasts reports whether the finite verb at i makes a claim: a modal, or "is expected".
func (s *sentence) forecasts(i int) bool {
	if s.at(i).tag == "MD" {
		return true
	}
	for i++; s.at(i).isAdverb(); i++ {
	}
	return s.at(i).set.has(classExpected)
}
