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

// timeOf picks the expression of time that says when the claim is to be.
func (s *sentence) timeOf(c clause) (timeWords, bool) {
	var leading, inside, subject, label *timeWords
	times := s.expressions()
	for i := range times {
		t := &times[i]
		switch {
		case s.isPast(*t) || s.compares(*t):
		case t.Label:
			if t.first >= c.start && t.last <= c.end && label == nil {
				label = t
			}
		case t.last <= c.start:
			if s.leadsIn(*t, c) {
				leading = t
			}
		case t.first >= c.last && t.first < c.end:
			if inside == nil || s.isBaseline(*inside, *t) {
				inside = t
			}
		case t.first >= c.start && t.first < c.first:
			if subject == nil {
				subject = t
			}
		}
	}
	for _, t := range []*timeWords{leading, inside, subject, label} {
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
// "higher than in 2020".
func (s *sentence) compares(t timeWords) bool {
	const reach = 3
	for i := t.first - 1; i >= t.first-reach; i-- {
		if s.is(i, "than", "since", "compared", "that", "those") {
			return true
		}
		if s.is(i, ",") {
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

// leadsIn reports whether an expression before the clause belongs to it: it stands at the
// head of the sentence or behind the word that the clause hangs on, not in the clause of
// who says it.
func (s *sentence) leadsIn(t timeWords, c clause) bool {
	for i := t.last; i < c.start; i++ {
		w := s.at(i)
		if w.isStop() {
			return false
		}
		if w.isFinite() && s.isReport(i) {
			return t.first <= 1 && (t.Class != when.Dated || s.is(t.first, "by", "after", "through", "until"))
		}
		if w.isFinite() && t.first > 1 && s.finiteIn(0, t.first) {
			return false
		}
	}
	return true
}
