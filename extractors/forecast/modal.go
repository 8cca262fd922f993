package forecast

import "strings"

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
		if s.is(c.start, "we", "one", "you") && (v.set.has(classForeseen) || v.lower == "welcome") || be && s.is(verb, "needed", "required") {
			return false
		}
		return !(v.lower == "be" && s.verdictAfter(verb))
	case "modal_may":
		return s.mayClaims(c, verb, be)
	case "modal_could":
		if s.at(c.last).set.has(classNeg) || s.is(c.start, "i", "we", "you", "one") {
			return false
		}
		return !(be && v.set.has(classAble)) && !(be && s.is(verb+1, "the") && s.is(verb+2, "case")) && !s.is(verb, "see", "hear", "find", "say", "argue", "reflect", "indicate")
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
	case be && v.lower == "be" && s.is(verb+1, "that"):
		return false // "it may be that"
	case be && v.tag == "VBG":
		return false // of what is under way: "may be taking longer"
	case s.is(c.last, "sometimes", "often", "usually"), s.is(c.last-1, "sometimes", "often", "usually"):
		return false // of what is the habit
	case be && v.lower != "be":
		if _, timed := s.timeOf(c); timed && v.set.has(classRule) {
			return true // "may be suspended in June"
		}
		return !v.set.has(classRule) && !v.set.has(classStateAdj)
	case be:
		i := verb + 1
		for s.at(i).isAdverb() || s.at(i).tag == "DT" {
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
