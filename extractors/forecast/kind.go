package forecast

import (
	"strings"

	"augury/corpus"
	"augury/internal/when"
)

var (
	classActor   = words.class("ACTOR")
	classEvent   = words.class("EVENT")
	classHappen  = words.class("HAPPEN")
	classPurpose = words.class("PURPOSE")
)

// kind gives the type of the claim that a clause makes.
func (s *sentence) kind(c clause, certainty corpus.Certainty) corpus.ClaimType {
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
	for _, t := range s.expressions() {
		if t.first >= c.start-4 && t.last <= c.end && (t.Class == when.Dated && t.Year == 0 || t.Class == when.Short || t.Class == when.Dated) {
			return true
		}
	}
	return false
}

// isDeliberate reports whether an actor says or lets say what it means to do.
func (s *sentence) isDeliberate(c clause) bool {
	i, be := s.verb(c)
	v := s.at(i)
	if be && v.lower != "be" {
		return v.set.has(classPurpose)
	}
	switch s.at(c.start).lower {
	case "we", "our", "i":
		return !v.set.has(classHappen) || v.lower == "be" || v.lower == "continue" || v.lower == "have" || v.lower == "make" || v.lower == "take" || v.lower == "bring"
	case "he", "she", "they":
		return !v.set.has(classHappen)
	}
	return s.actsItself(c) && (!v.set.has(classHappen) || v.lower == "continue" || v.lower == "take" || v.lower == "bring")
}

// actsItself reports whether the head of the subject is someone who can mean to act: a
// name, or a common noun for an actor.
func (s *sentence) actsItself(c clause) bool {
	head := c.first - 1
	for i := c.start; i < c.first; i++ {
		w := s.at(i)
		if w.tag == "IN" || w.tag == "," || w.tag == "WDT" || w.tag == "WP" || w.tag == "VBN" || w.tag == "(" {
			head = i - 1
			break
		}
	}
	if head < c.start {
		return false
	}
	w := s.at(head)
	return strings.HasPrefix(w.tag, "NNP") || w.set.has(classActor)
}
