package forecast

import (
	"strings"

	"augury/corpus"
)

// clause is a cue with the bounds of its clause, in words.
type clause struct {
	cue
	start, end int
	verbFirst  int    // the first word of the verb that the subject is the subject of
	holder     holder // who holds the claim, and how
}

// standsForClaim reports whether the place and the mood of a cue let it make a claim: no
// heading, no question, no condition, no comparison, no wish.
func (s *sentence) standsForClaim(c clause) bool {
	switch s.doc.Blocks[s.doc.Sentences[s.index].Block].Kind {
	case corpus.Heading, corpus.Code, corpus.Byline:
		return false
	}
	if s.asks(c) || s.isCompared(c) || s.isWished(c.holder) || s.isTheory(c) {
		return false
	}
	governor := c.start - 1
	for governor > 0 && s.is(governor, ",", "that") {
		governor--
	}
	return !s.isConditional(c, governor) && !s.isEmbedded(c, governor)
}

// isCompared reports whether the clause only says what something is compared with: "more
// than it would", "higher than they otherwise would be".
func (s *sentence) isCompared(c clause) bool {
	if s.is(c.first-1, "as") {
		return true
	}
	const reach = 4 // words of a short subject with its adverbs
	for i := c.first - 1; i >= c.first-reach; i-- {
		w := s.at(i)
		switch {
		case w.lower == "than":
			return true
		case !w.isAdverb() && w.lower != "otherwise" && w.tag != "PRP" && w.tag != "DT" && w.tag != "EX":
			return false
		}
	}
	return false
}

// isTheory reports whether the clause speaks of a model or a principle, not of the world
// to come, or only describes something by what it is for: "the price at which it would
// sell".
func (s *sentence) isTheory(c clause) bool {
	if s.at(c.start).set.has(classRel) && s.is(c.start-1, "to", "at", "for") {
		return true
	}
	if !c.rule.isModal() || s.is(c.first, "will", "'ll", "’ll") {
		return false
	}
	for i := 0; i < c.first; i++ {
		if s.is(i, "model", "models", "theory", "principle", "omniscient", "hypothetical", "idealized") && s.is(i-1, "in", "the", "this", "a", "an", "these", "theoretical", "simple", "standard", "macro", "such") {
			return true
		}
	}
	return false
}

// isConditional reports whether the word at governor makes the clause a condition, or an
// occasion of the past: "if prices will", "before the fighters would", "when a crisis could".
func (s *sentence) isConditional(c clause, governor int) bool {
	switch s.at(governor).lower {
	case "if", "unless", "lest", "extent":
		return true
	case "before":
		return c.rule.name == "modal_would"
	case "when":
		switch c.rule.name {
		case "modal_could", "modal_may", "expectation_verb", "willing":
			return true // whenever that is: "when savers expect prices to rise"
		}
	}
	return false
}

// isEmbedded reports whether the clause is an indirect question: "whether it will", "how
// well it would", "who will succeed him". What explains how a thing could come about
// claims that it could.
func (s *sentence) isEmbedded(c clause, governor int) bool {
	before := s.at(governor)
	switch {
	case s.is(governor, "whether", "why"), s.is(governor, "or", "not") && (s.is(governor-1, "whether") || s.is(governor-2, "whether")):
		return true
	case s.embeds(governor):
		return !s.is(governor-1, "explaining", "see", "explained", "shows", "showing")
	case s.is(governor, "where", "when"):
		return s.at(governor - 1).set.has(classFindOut)
	case before.lower == "what":
		return c.start != governor
	case before.set.has(classAsk) && before.tag != "WDT":
		return !s.is(c.start, "which")
	case s.is(c.start, "who"):
		return before.tag == "IN" || before.tag == "VBP" || before.tag == "VB"
	}
	return false
}

// isWished reports whether the clause hangs on a verb of wishing, or on one of making
// sure or believing that is itself not said to happen: "to ensure that".
func (s *sentence) isWished(h holder) bool {
	if h.verb < 0 {
		return false
	}
	return s.at(h.verb).set.has(classWish) ||
		s.at(h.verb).tag == "VB" && s.is(h.verb-1, "to") && !s.is(h.verb-2, "continue", "continues", "continued") && s.is(h.verb, "ensure", "warn", "assume", "believe")
}

// embeds reports whether the word at i is "how" or "why", or an adverb behind it: "how
// well".
func (s *sentence) embeds(i int) bool {
	for s.at(i).isAdverb() || s.at(i).tag == "JJ" {
		i--
	}
	return s.is(i, "how", "why")
}

// asks reports whether the clause is a question.
func (s *sentence) asks(c clause) bool {
	for i := c.end; i < len(s.words); i++ {
		if s.is(i, "?") {
			return true
		}
		if s.is(i, ".", ";", ":") || s.at(i).tag == "''" {
			return false
		}
	}
	return false
}

// claims reports whether the cue of a clause makes a forecast claim of it.
func (s *sentence) claims(c clause) bool {
	if !s.standsForClaim(c) {
		return false
	}
	if !c.rule.isModal() && s.underModal(c.first) {
		return false
	}
	switch name := c.rule.name; {
	case c.rule.isModal():
		return s.modalClaims(c)
	case c.rule.ofNoun():
		return s.nounClaims(c)
	case name == "expectation_verb":
		return s.expectationClaims(c)
	case name == "passive_expectation" || name == "participle_expectation":
		return s.passiveClaims(c)
	case strings.HasPrefix(name, "plan"), name == "willing":
		return s.planClaims(c)
	case name == "judged_likely":
		return s.at(c.last).tag != "VBG" || s.comesAbout(c.last)
	case name == "be_set":
		return !s.is(c.first, "be", "been")
	case name == "be_likely":
		return !s.is(c.first, "be", "been") && !s.comparesGroups(c) && !s.counterfactual(c)
	case name == "goal":
		return !s.is(c.first-2, "with") || s.at(c.start-1).tag != "MD"
	case name == "be_to":
		return s.isToClaims(c)
	case name == "rule_out":
		return s.actor(c.start, c.first)
	}
	return true
}

// comesAbout reports whether the participle at i is of a verb of what comes about by
// itself: "seen as remaining stable", not "seen as having won".
func (s *sentence) comesAbout(i int) bool {
	stem := strings.TrimSuffix(s.at(i).lower, "ing")
	return vocabulary.words[stem].has(classComeAbout) || vocabulary.words[stem+"e"].has(classComeAbout)
}

// underModal reports whether the words from first on are part of a verb that a modal
// starts, so that the modal is the cue.
func (s *sentence) underModal(first int) bool {
	for i := first - 1; i >= 0; i-- {
		w := s.at(i)
		switch {
		case w.tag == "MD":
			return true
		case w.isAdverb(), w.set.has(classBe), w.set.has(classHave):
		default:
			return false
		}
	}
	return false
}
