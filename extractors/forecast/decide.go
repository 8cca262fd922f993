package forecast

import (
	"strings"

	"augury/corpus"
)

var (
	classAble      = words.class("ABLE")
	classComeAbout = words.class("COMEABOUT")
	classExpected  = words.class("EXPECTED")
	classHave      = words.class("HAVE")
	classModal     = words.class("WILL") | words.class("WOULD") | words.class("MAY") | words.class("COULD") | words.class("SHALL")
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
	case s.is(governor, "whether", "why", "if", "unless", "lest"):
		return false
	case before.lower == "how", before.set.has(classAsk) && before.lower != "what" && before.tag != "WDT" && !s.is(c.start, "which"):
		return s.is(governor-1, "explaining", "see", "explained", "shows", "showing")
	case before.lower == "what" && c.start != governor:
		return false
	case s.is(c.start-1, "than", "as") && c.start == c.first:
		return false
	case c.holder.verb >= 0 && s.at(c.holder.verb).set.has(classWish):
		return false
	case c.holder.verb > 0 && s.at(c.holder.verb).tag == "VB" && s.is(c.holder.verb-1, "to") && s.is(c.holder.verb, "ensure", "warn", "assume", "believe"):
		return false
	}
	return true
}

// asks reports whether the clause is a question.
func (s *sentence) asks(c clause) bool {
	for i := c.end; i < len(s.words); i++ {
		if s.is(i, "?") {
			return true
		}
		if s.is(i, ".", ";") || s.at(i).tag == "''" {
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
	switch name := c.rule.name; {
	case strings.HasPrefix(name, "modal_"):
		return s.modalClaims(c)
	case name == "expectation_verb":
		return s.expectationClaims(c)
	case name == "passive_expectation" || name == "participle_expectation":
		return s.passiveClaims(c)
	case name == "plan_verb" || name == "willing" || name == "plan_noun":
		return s.planClaims(c)
	}
	return true
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
	if s.at(modal).tag != "MD" || verb == len(s.words) && c.rule.name != "modal_would" {
		return false
	}
	if s.counterfactual(c) && c.rule.name != "modal_will" {
		return false
	}
	switch c.rule.name {
	case "modal_will":
		return !s.tells(c, v)
	case "modal_shall":
		return s.is(c.start, "we", "i")
	case "modal_would":
		if s.tells(c, v) && !s.is(c.start, "it") || s.is(verb, "like", "love", "prefer", "rather", "comment") {
			return false
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
	case s.is(c.start, "one", "you"):
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
	return s.at(head).tag != "NNP" && s.at(head).tag != "PRP"
}

// expectationClaims judges a verb of expecting without a modal.
func (s *sentence) expectationClaims(c clause) bool {
	v := s.at(c.last - 1)
	if c.last < len(s.words) && s.at(c.last).set.has(classModal) {
		return false
	}
	switch v.tag {
	case "VBN":
		if !s.at(c.first - 1).set.has(classHave) {
			return false
		}
	case "VB":
		return s.at(c.first).set.has(words.class("NEG")) || s.is(c.first, "do", "does", "did") || s.is(c.first-1, "to") && s.is(c.first-2, "continued", "continue", "continues")
	case "VBG":
		return s.at(c.first-1).isNoun() || s.is(c.first-1, ",")
	}
	if s.is(c.start, "than", "as") || s.is(c.start-1, "than", "as") || c.start == c.first && !s.is(c.start-1, "and", "but", ",") {
		return false
	}
	return s.startsNoun(c.last) || s.at(c.last).isAdverb() || s.at(c.last).tag == "VBG" || s.at(c.last).tag == "``"
}

// passiveClaims judges "is expected to": no comparison, and none of "cannot be predicted".
func (s *sentence) passiveClaims(c clause) bool {
	if s.is(c.first-1, "than", "as", "what") || s.is(c.start, "what", "than", "as") {
		return false
	}
	return s.is(c.last-1, "to") || !s.at(c.first).set.has(words.class("CAN")) && !s.is(c.first, "be", "been", "being") && !s.is(c.start, "it", "as")
}

// planClaims judges verbs and nouns of planning: an actor's own aim is a plan, the
// standing purpose of a programme or a law is not.
func (s *sentence) planClaims(c clause) bool {
	switch v := s.at(c.first); {
	case v.tag == "VBN" && c.rule.name == "plan_verb", v.tag == "VBG" && !s.at(c.first-1).set.has(classBe):
		return false
	case c.rule.name == "plan_noun":
		return true
	}
	return true
}
