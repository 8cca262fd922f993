package forecast

import "augury/corpus"

// planClaims judges verbs and nouns of planning: an actor's own aim is a plan, the
// standing purpose of a programme or a law is not, and neither is what was once meant.
func (s *sentence) planClaims(c clause) bool {
	first := s.at(c.first)
	last := s.at(c.last - 1)
	if s.is(c.last-1, "to") {
		last = s.at(c.last - 2)
	}
	lasting := last.set.has(classPromise) || s.is(c.last-2, "vowed", "committed", "proposed")
	switch c.rule.name {
	case "plans_to":
		return true
	case "plan_promise":
		return c.first != c.last-1 || last.tag == "VBD" || last.tag == "VBZ" || last.tag == "VBP"
	case "willing":
		if s.is(c.first, "was", "were", "had") && !lasting || s.is(c.first, "be", "been", "being") {
			return false
		}
	case "plan_verb":
		switch {
		case last.tag == "VB", last.tag == "VBG" && c.last-c.first == 2, last.tag == "VBN" && c.last-c.first == 2 && last.lower != "planned":
			return false
		case last.tag == "VBN" && s.at(c.first).set.has(classBe) && !lasting:
			return false // "is intended to": a purpose
		case s.is(c.start, "which", "that") && !s.actorBefore(c.start):
			return false
		case first.set.has(classHave) && !lasting, s.is(c.first, "hoped", "sought", "aimed") && !s.is(c.first-1, "that"):
			return false
		}
	}
	for i := c.start; i < c.first; i++ {
		if s.at(i).tag == "MD" {
			return false // one of a list of verbs under a modal: "we will help, seek to win"
		}
		if s.at(i).set.has(classThing) || s.label(i) == corpus.Initiative {
			return false
		}
	}
	return true
}

// actorBefore reports whether the pronoun at i stands for an actor: "the party, which
// plans to".
func (s *sentence) actorBefore(i int) bool {
	i--
	if s.is(i, ",") {
		i--
	}
	return s.actor(i, i+1)
}

// isToClaims judges "is to": of an actor or a thing it is a plan, of a task it only says
// what the task is.
func (s *sentence) isToClaims(c clause) bool {
	for i := c.start; i < c.first; i++ {
		if s.at(i).set.has(classTask) || s.at(i).lower == "," || s.at(i).tag == "VB" || s.at(i).tag == "VBG" {
			return false
		}
	}
	return c.start < c.first && s.at(c.first-1).isNoun()
}
