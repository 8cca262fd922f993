package forecast

import (
	"strings"

	"augury/corpus"
)

var (
	classAble      = words.class("ABLE")
	classComeAbout = words.class("COMEABOUT")
	classFindOut   = words.class("FINDOUT")
	classHave      = words.class("HAVE")
	classModal     = words.class("WILL", "WOULD", "MAY", "COULD", "SHALL")
	classCan       = words.class("CAN")
	classPromise   = words.class("PROMISE")
	classTask      = words.class("TASK")
	classThing     = words.class("THING")
	classRule      = words.class("RULE")
	classState     = words.class("STATE")
	classStateAdj  = words.class("STATEADJ")
	classTell      = words.class("TELL")
	classTextPart  = words.class("TEXTPART")
	classVerdict   = words.class("VERDICT")
	classWish      = words.class("WISH")
)

// clause is a cue with the bounds of its clause, in words.
type clause struct {
	cue
	start, end int
	verbFirst  int    // the first word of the verb that the subject is the subject of
	holder     holder // who holds the claim, and how
}

// verb gives the word of the main verb behind the cue, and whether a form of "be" stands
// before it. Where there is none, the index is len(s.words).
func (s *sentence) verb(c clause) (i int, be bool) {
	for i = c.last; i < len(s.words); i++ {
		w := s.at(i)
		switch {
		case w.isAdverb(), w.lower == "to", w.tag == "``", w.lower == ",":
		case w.lower == "be":
			be = true
			next := i + 1
			for s.at(next).isAdverb() {
				next++
			}
			if t := s.at(next).tag; t != "VBN" && t != "VBG" && t != "VBD" {
				return i, true
			}
		default:
			return i, be
		}
	}
	return i, be
}

// standsForClaim reports whether the place and the mood of a cue let it make a claim: no
// heading, no question, no condition, no wish.
func (s *sentence) standsForClaim(c clause) bool {
	block := s.doc.Blocks[s.doc.Sentences[s.index].Block]
	switch {
	case block.Kind == corpus.Heading || block.Kind == corpus.Code || block.Kind == corpus.Byline:
		return false
	case s.asks(c):
		return false
	}
	governor := c.start - 1
	for governor > 0 && s.is(governor, ",", "that") {
		governor--
	}
	before := s.at(governor)
	switch {
	case s.is(governor, "whether", "why", "if", "unless", "lest", "extent"):
		return false
	case s.embeds(governor):
		return s.is(governor-1, "explaining", "see", "explained", "shows", "showing")
	case s.is(governor, "where", "when") && s.at(governor-1).set.has(classFindOut):
		return false
	case s.is(governor, "before") && c.rule.name == "modal_would", s.is(governor, "when") && (c.rule.name == "modal_could" || c.rule.name == "modal_may"):
		return false
	case before.set.has(classAsk) && before.lower != "what" && before.tag != "WDT" && !s.is(c.start, "which"):
		return false
	case before.lower == "what" && c.start != governor, s.is(c.start, "who") && (before.tag == "IN" || before.tag == "VBP" || before.tag == "VB"):
		return false
	case s.is(c.first-1, "than", "as"), s.is(governor, "or", "not") && (s.is(governor-1, "whether") || s.is(governor-2, "whether")):
		return false
	case c.holder.verb >= 0 && s.at(c.holder.verb).set.has(classWish):
		return false
	case c.holder.verb > 0 && s.at(c.holder.verb).tag == "VB" && s.is(c.holder.verb-1, "to") && s.is(c.holder.verb, "ensure", "warn", "assume", "believe"):
		return false
	}
	return true
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
	if !strings.HasPrefix(c.rule.name, "modal_") && s.underModal(c.first) {
		return false
	}
	switch name := c.rule.name; {
	case strings.HasPrefix(name, "modal_"):
		return s.modalClaims(c)
	case name == "expectation_verb":
		return s.expectationClaims(c)
	case name == "passive_expectation" || name == "participle_expectation":
		return s.passiveClaims(c)
	case strings.HasPrefix(name, "plan_"), name == "willing":
		return s.planClaims(c)
	case name == "be_set":
		return !s.is(c.first, "be", "been")
	case name == "be_likely":
		return !s.is(c.first, "be", "been") && !s.comparesGroups(c)
	case name == "be_to":
		return s.isToClaims(c)
	case name == "rule_out":
		return s.actor(c.start, c.first)
	}
	return true
}

// comparesGroups reports whether "more likely to" only says that one group does something
// more often than another: "three times more likely to".
func (s *sentence) comparesGroups(c clause) bool {
	for i := c.first - 2; i < c.last; i++ {
		if s.is(i, "times", "percent", "%") && s.is(i+1, "more", "less", "as") {
			return true
		}
	}
	return false
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

// modalClaims judges the modals: which are names, nouns, duties, permissions, abilities,
// doubts about the present, counterfactuals, or what a text says of itself.
func (s *sentence) modalClaims(c clause) bool {
	modal := c.first
	for modal < c.last-1 && !s.at(modal).set.has(classModal) && s.at(modal).tag != "MD" {
		modal++
	}
	verb, be := s.verb(c)
	v := s.at(verb)
	if before := s.at(modal - 1).tag; (before == "DT" || before == "PRP$") && (s.at(modal+1).tag == "IN" || s.at(modal+1).tag == "TO") {
		return false // "the will of the people"
	}
	if text := s.doc.Words(s.tokens[modal].Span); text[0] >= 'A' && text[0] <= 'Z' && text != strings.ToUpper(text) {
		return false // "Will" and "May" are names, or open a question
	}
	if s.at(modal).tag != "MD" || verb == len(s.words) && c.rule.name != "modal_would" {
		return false
	}
	if s.counterfactual(c) && c.rule.name != "modal_will" {
		return false
	}
	switch c.rule.name {
	case "modal_will":
		return !s.tells(c, v) && !(v.lower == "be" && s.is(verb+1, "whether"))
	case "modal_shall":
		return s.is(c.start, "we", "i")
	case "modal_would":
		if s.is(c.start, "i") || s.tells(c, v) && !s.is(c.start, "it") || s.is(verb, "like", "love", "prefer", "rather", "comment") {
			return false
		}
		if s.is(c.last, "later") {
			return false // "would later become": the future of a past
		}
		return !(v.lower == "be" && s.verdictAfter(verb))
	case "modal_may":
		return s.mayClaims(c, verb, be)
	case "modal_could":
		if s.at(c.last).set.has(classNeg) || s.is(c.start, "i", "we", "you", "one") {
			return false
		}
		return !(be && v.set.has(classAble)) && !s.is(verb, "see", "hear", "find", "say", "argue")
	case "modal_should":
		return s.shouldClaims(c, v, be)
	}
	return true
}

// counterfactual reports whether "have" and a participle follow the cue: "would have
// fallen". "would have to fall" is no such thing.
func (s *sentence) counterfactual(c clause) bool {
	i := c.last
	for s.at(i).isAdverb() {
		i++
	}
	if !s.at(i).set.has(classHave) {
		return false
	}
	i++
	for s.at(i).isAdverb() {
		i++
	}
	t := s.at(i).tag
	return t == "VBN" || t == "VBD"
}

// tells reports whether a speaker or a text announces its own words: "I will argue",
// "this section will discuss".
func (s *sentence) tells(c clause, v word) bool {
	if !v.set.has(classTell) {
		return false
	}
	if s.is(c.start, "i") {
		return true
	}
	for i := c.start; i < c.first; i++ {
		if s.at(i).set.has(classTextPart) {
			return true
		}
	}
	return s.is(c.first+1, "like")
}

// verdictAfter reports whether the words behind the "be" at i judge an act.
func (s *sentence) verdictAfter(i int) bool {
	i++
	for s.at(i).isAdverb() || s.at(i).tag == "DT" || s.at(i).tag == "``" {
		i++
	}
	return s.at(i).set.has(classVerdict)
}

func (s *sentence) mayClaims(c clause, verb int, be bool) bool {
	v := s.at(verb)
	switch {
	case s.is(c.start, "one", "you", "what"):
		return false
	case be && v.lower != "be":
		return !v.set.has(classRule) && !v.set.has(classStateAdj)
	case be:
		i := verb + 1
		for s.at(i).isAdverb() {
			i++
		}
		return !s.at(i).set.has(classStateAdj) || s.is(i, "possible")
	}
	return !v.set.has(classState)
}

// shouldClaims tells the "should" of expectation from that of duty: the subject is no one
// who could be told what to do, and the verb says what comes about.
func (s *sentence) shouldClaims(c clause, v word, be bool) bool {
	if be || !v.set.has(classComeAbout) || s.at(c.last).set.has(classNeg) {
		return false
	}
	for i := c.start; i < c.first; i++ {
		w := s.at(i)
		if w.set.has(classActor) || w.lower == "we" || w.lower == "they" || w.lower == "you" || w.lower == "he" || w.lower == "she" || w.lower == "i" {
			return false
		}
	}
	head := c.first - 1
	for head > c.start && !s.at(head).isNoun() {
		head--
	}
	return s.label(head) == "" && s.at(head).tag != "PRP"
}

// expectationClaims judges a verb of expecting without a modal: it needs a subject and
// takes a noun phrase.
func (s *sentence) expectationClaims(c clause) bool {
	before := c.first - 1
	for s.at(before).isAdverb() {
		before--
	}
	switch v := s.at(c.last - 1); v.tag {
	case "VB":
		if c.last-c.first > 1 { // "do not expect"
			return c.start < c.first
		}
		return s.is(before, "to") && s.is(before-1, "continued", "continue", "continues")
	case "VBN":
		if !s.at(before).isNoun() && !s.at(before).set.has(classHave) {
			return false
		}
	case "VBG":
		return s.at(before).isNoun() || s.is(before, ",")
	}
	if c.start == c.first && !s.is(before, "and", "but", ",") {
		return false
	}
	for i := c.start - 1; i < c.first; i++ {
		if s.is(i, "than", "as") {
			return false // "more than analysts expected"
		}
	}
	next := c.last
	for s.at(next).isAdverb() {
		next++
	}
	return (s.startsNoun(next) || s.at(next).tag == "``") && !s.at(next).isFinite()
}

// passiveClaims judges "is expected to": no comparison, nothing that was estimated of the
// past, and none of "cannot be predicted".
func (s *sentence) passiveClaims(c clause) bool {
	if s.is(c.first-1, "than", "as", "what") || s.is(c.start, "what", "than", "as") {
		return false
	}
	if s.is(c.first, "forecast") {
		if _, noun := s.verbBehind(c.last); noun {
			return false // "the staff forecast for growth was"
		}
	}
	verb, be := s.verb(c)
	if s.is(c.last-2, "estimated") && (s.is(verb, "have") || be && s.at(verb).tag == "VBG") {
		return false
	}
	return s.is(c.last-1, "to") || !s.at(c.first).set.has(classCan) && !s.is(c.first, "be", "been", "being") && !s.is(c.start, "it", "as")
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
	case "plan_noun":
		return s.is(c.first, "plan", "plans", "proposal")
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
