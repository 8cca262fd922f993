package forecast

import (
	"strings"

	"augury/corpus"
	"augury/internal/when"
)

// kind gives the type of the claim that a clause makes.
func (s *sentence) kind(c clause, certainty corpus.Certainty) corpus.ClaimType {
	if c.rule.name == "be_due" {
		if _, ok := s.timeOf(c); !ok {
			return corpus.Plan
		}
	}
	if c.rule.kind != corpus.Prediction {
		return c.rule.kind
	}
	if certainty == corpus.Possible {
		return corpus.Risk
	}
	switch c.rule.name {
	case "modal_will", "modal_would", "modal_shall", "going_to":
	default:
		return corpus.Prediction
	}
	if certainty != corpus.Unhedged {
		return corpus.Prediction
	}
	switch {
	case s.isScheduled(c):
		return corpus.Scheduled
	case s.isDeliberate(c):
		return corpus.Plan
	}
	return corpus.Prediction
}

// isScheduled reports whether the clause tells of a public event at a stated time.
func (s *sentence) isScheduled(c clause) bool {
	i, be := s.verb(c)
	v := s.at(i)
	if be && s.is(i, "held", "hosted") {
		return true
	}
	event := v.set.has(classEvent) && (be || v.tag == "VB") || v.lower == "take" && s.is(i+1, "place", "effect") || s.is(i, "enter") && s.is(i+1, "into")
	if !event {
		return false
	}
	t, ok := s.timeOf(c)
	return ok && (t.Class == when.Dated || t.Class == when.Short)
}

// isDeliberate reports whether an actor says or lets say what it means to do.
func (s *sentence) isDeliberate(c clause) bool {
	i, be := s.verb(c)
	v := s.at(i)
	first, last := s.subjectWords(c)
	if first < last && s.at(first).tag == "VBG" {
		return false // "defeating them will take time"
	}
	self := s.is(first, "we", "our", "i")
	actor := self || s.is(first, "he", "she", "they", "it") && c.holder.direct && c.holder.verb >= 0 && s.at(c.holder.verb).set.has(classCommit) ||
		s.is(first, "he", "she") || s.actor(first, last)
	if c.rule.name == "modal_would" && !self && (c.holder.verb < 0 || !s.at(c.holder.verb).set.has(classCommit)) {
		actor = false // the effect of a policy, not someone's plan
	}
	if actor && s.is(i, "have", "need") && s.is(i+1, "to") {
		i += 2 // "we will have to review"
		v = s.at(i)
	}
	switch {
	case be && v.lower != "be":
		return v.set.has(classPurpose) || actor && !v.set.has(classUndergone)
	case !actor:
		return false
	case v.lower == "be":
		return self && !s.at(i+1).set.has(classUndergone) || s.is(i+1, "ready", "prepared", "active", "engaged")
	case v.lower == "remain":
		return self || s.is(i+1, "ready", "committed", "engaged", "prepared", "active", "actively", "open", "closed", "vigilant")
	case v.lower == "have":
		return self && !s.is(i+1, "to")
	case v.set.has(classChange):
		return self || s.startsNoun(i+1) || s.at(i+1).tag == "CC" || s.is(i+1, "to", "by") || s.at(i+1).tag == "VBG"
	}
	return !v.set.has(classHappen)
}

// subjectWords gives the words of the clause's subject, that of the clause before where it
// has none of its own ("and will pursue").
func (s *sentence) subjectWords(c clause) (first, last int) {
	if c.start < c.first {
		return c.start, c.first
	}
	if s.at(c.start-1).tag != "CC" {
		return c.start, c.start
	}
	for k := c.start - 2; k >= 0; k-- {
		if s.at(k).isFinite() && s.relativeBefore(k) < 0 {
			return s.subject(k), k
		}
	}
	return c.start, c.start
}

// actor reports whether the head of the subject in [first, last) is someone who can mean
// to act: a name, or a common noun for an actor.
func (s *sentence) actor(first, last int) bool {
	for i := first; i < last; i++ {
		switch w := s.at(i); {
		case w.tag == "IN", w.tag == ",", w.tag == "WDT", w.tag == "WP", w.tag == "VBN", w.tag == "(":
			last = i
		}
	}
	for last > first && s.at(last-1).isAdverb() {
		last--
	}
	if last <= first {
		return false
	}
	w := s.at(last - 1)
	switch s.label(last - 1) {
	case corpus.Person, corpus.Org, corpus.GPE, corpus.NORP:
		return true
	case corpus.Initiative, corpus.Event, corpus.Loc:
		return false
	}
	return strings.HasPrefix(w.tag, "NNP") || w.set.has(classActor)
}
