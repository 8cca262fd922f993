package forecast

import "strings"

// Nouns of expecting, "outlook", "forecast", "risk", make a claim only by what is said of
// them: that the outlook improved, that the risks are tilted to the downside.

// nounVerb gives the first word of the verb that a noun cue is the subject or the object
// of; ok is false where there is none.
func (s *sentence) nounVerb(c cue) (verb int, ok bool) {
	if c.first > 0 && strings.HasPrefix(s.at(c.last-1).tag, "NNP") {
		return 0, false // part of a title or a name: "World Economic Outlook"
	}
	if next := s.at(c.last).tag; (next == "NN" || next == "NNS") && c.rule.name != "projected_noun" {
		return 0, false // part of another noun: "the forecast period"
	}
	if s.isCapital(c.first) && c.first > 0 && s.isCapital(c.first-1) && s.at(c.first-1).tag != "DT" {
		return 0, false // part of a heading: "Staff Economic Outlook"
	}
	if verb, ok := s.verbBefore(c.first); ok && (s.is(verb-1, "there") || s.is(verb, "pose", "poses", "posed")) {
		return verb, true
	}
	if _, verb := s.underForecast(c); verb > 0 {
		return verb, true
	}
	if verb, ok := s.verbBehind(c.last); ok {
		return verb, true
	}
	return s.verbBefore(c.first)
}

// underForecast reads a forecast that leads in what it says: "in the staff forecast, growth
// was higher", "under these projections, debt doubles". It gives the preposition and the
// first finite verb behind the comma; both are 0 where there is no such thing.
func (s *sentence) underForecast(c cue) (lead, verb int) {
	if c.rule.name != "forecast_noun" {
		return 0, 0
	}
	const before, behind = 8, 14 // words of the phrase on either side of its noun
	lead = c.first - 1
	for lead > c.first-before && !s.is(lead, "in", "under") {
		lead--
	}
	if !s.is(lead, "in", "under") || lead > 0 && !s.leads(lead) && lead > 4 || s.finiteIn(lead, c.first) {
		return 0, 0
	}
	comma := c.last
	for comma < c.last+behind && !s.is(comma, ",") && !s.at(comma).isStop() && comma < len(s.words) {
		comma++
	}
	if !s.is(comma, ",") || s.finiteIn(c.last, comma) || s.at(comma+1).set.has(classRel) {
		return 0, 0
	}
	for i := comma; i < len(s.words) && !s.at(i).isStop(); i++ {
		if s.at(i).isFinite() {
			return lead, i
		}
	}
	return 0, 0
}

// nounClaims reports whether what is said of a noun cue makes a claim of it.
func (s *sentence) nounClaims(c clause) bool {
	if lead, verb := s.underForecast(c.cue); verb > 0 {
		return c.start == lead && s.at(verb).tag != "MD" && !s.is(verb+1, "that") && !s.isReport(verb) && !s.expectsAt(verb)
	}
	if c.verbFirst < c.first {
		return s.takes(c.cue, c.verbFirst)
	}
	return s.turns(c.cue, c.verbFirst)
}

// verbBehind gives the finite verb whose subject the noun phrase around word i is: only
// what can be part of the phrase stands between.
func (s *sentence) verbBehind(i int) (verb int, ok bool) {
	for ; i < len(s.words); i++ {
		w := s.at(i)
		switch {
		case w.lower == ",":
			// An insertion: "the staff, however, had".
			closing := i + 1
			relative := s.at(closing).set.has(classRel)
			for closing < len(s.words) && !s.is(closing, ",") && (relative || !s.at(closing).isFinite()) && !s.at(closing).isStop() {
				closing++
			}
			if !s.is(closing, ",") || closing-i > 12 {
				return 0, false
			}
			i = closing
		case w.isFinite(), w.tag == "VBN" && w.set.has(classBalance) && !s.hasAuxiliary(i) && !s.followsAs(i):
			return i, true
		case w.tag == "VB" && w.set.has(classForetell) && s.at(i-1).isNoun():
			return i, true // taken for an infinitive: "forecasts for exports imply"
		case w.isStop(), w.tag == "TO" && s.at(i+1).tag == "VB", w.set.has(classRel), w.tag == "''", w.isDash(), w.tag == "VBG" && !s.at(i+1).isNoun():
			return 0, false
		}
	}
	return 0, false
}

// followsAs reports whether "as" stands before the word at i: "saw the risks as roughly
// balanced".
func (s *sentence) followsAs(i int) bool {
	for i--; s.at(i).isAdverb(); i-- {
	}
	return s.is(i, "as")
}

// verbBefore gives the verb whose object the noun phrase around word i is.
func (s *sentence) verbBefore(i int) (verb int, ok bool) {
	const reach = 8 // words of a noun phrase before its head
	for k := i - 1; k >= 0 && k > i-reach; k-- {
		w := s.at(k)
		switch w.tag {
		case "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNS", "POS", "PRP$", "CD", "``":
		case "VB", "VBD", "VBZ", "VBP", "VBG":
			if w.tag == "VBG" && !s.is(k-1, ",") && !w.set.has(classHolding) {
				continue
			}
			return k, true
		case "VBN":
			if w.set.has(classHolding.with(classRevise).with(classMoved)) && !s.is(k-1, "the", "its", "a") {
				return k, true
			}
		case ",", "CC", "RB", "RBR", "RP":
		case "TO":
			if !s.is(k-1, "point", "points", "pointed", "pointing") {
				return 0, false
			}
			return k - 1, true
		default:
			if !w.set.has(classUpDown) {
				return 0, false
			}
		}
	}
	return 0, false
}

// expectsAt reports whether the verb at i says that its subject is expected to do
// something, and is a cue of its own: "was expected to".
func (s *sentence) expectsAt(i int) bool {
	for ; s.at(i).set.has(classBe) || s.at(i).set.has(classHave) || s.at(i).isAdverb(); i++ {
	}
	return s.at(i).set.has(classExpected)
}

// turns reports whether the verb that a noun cue is the subject of says which way things
// go.
func (s *sentence) turns(c cue, verb int) bool {
	const reach = 7 // words of what is said
	v := s.at(verb)
	switch c.rule.name {
	case "risk_noun":
		for i := verb; i < verb+reach+3; i++ {
			if s.at(i).set.has(classBalance) {
				return true
			}
		}
		return s.is(c.first, "downside", "upside") && v.set.has(classBe) && !s.is(verb+1, "that")
	case "prospect_noun", "optimism_noun", "chance_noun":
		return false
	}
	if v.tag == "MD" || s.expectsAt(verb) {
		return false
	}
	if v.set.has(classForetell) {
		return c.rule.name == "forecast_noun" && s.at(verb+1).lower != "that" && !s.is(verb, "assume", "assumes", "assumed") || s.is(verb, "includes", "include", "included")
	}
	if v.set.has(classTurned) && !v.set.has(classBe) {
		return true
	}
	if !v.set.has(classBe) && !v.set.has(classHave) && !v.isSeeming() {
		return false
	}
	if s.is(verb+1, "based") || s.is(c.first-2, "error", "errors", "accuracy") || s.is(c.first-3, "error", "errors", "accuracy") || s.is(c.first-4, "error", "errors", "accuracy") {
		return false // of how it was made, or how good it is
	}
	turned, revised := false, false
	for i := verb + 1; i < verb+reach && i < len(s.words); i++ {
		w := s.at(i)
		switch {
		case w.isStop(), w.lower == "," && turned:
			return turned
		case w.set.has(classNeg) && s.is(i+1, "as"):
			return true // "not as weak as"
		case !turned && (w.set.has(classUnchanged) && !s.is(i, "little") || s.is(i, "little") && s.is(i+1, "changed")), w.set.has(classNeg):
			return false
		case w.set.has(classRevise):
			revised = true
		case w.set.has(classTurned.with(classMoved)), revised && w.set.has(classUpDown):
			turned = true
		case w.lower == "for" && i == verb+1, w.lower == "range", w.lower == "tendency", w.tag == "CD" && w.lower != "one" && i <= verb+3 && c.rule.name == "forecast_noun" && v.set.has(classBe):
			turned = true
		}
	}
	return turned
}

// takes reports whether the verb that a noun cue is the object of gives it out as
// someone's own.
func (s *sentence) takes(c cue, verb int) bool {
	v := s.at(verb)
	switch c.rule.name {
	case "risk_noun":
		return v.set.has(classHolding.with(classBe)) && (s.is(c.first, "downside", "upside", "imminent") || s.is(verb, "pose", "poses", "posed", "posing") || s.is(verb-1, "there")) ||
			v.set.has(classSeeing) && s.balanced(c.last)
	case "prospect_noun":
		return v.set.has(classHolding) && !s.is(verb, "has", "have", "had") || s.is(verb-1, "there")
	case "optimism_noun":
		return v.set.has(classHolding)
	case "chance_noun":
		return v.set.has(classHolding.with(classSeeing)) || s.is(verb-1, "there")
	}
	switch {
	case v.set.has(classMoved):
		return true
	case v.set.has(classRevise):
		for i := verb; i < c.first; i++ {
			if s.at(i).set.has(classUpDown) {
				return true
			}
		}
		return false
	}
	if c.rule.name != "outlook_noun" || !v.set.has(classHolding) && !s.is(verb, "point", "points", "pointed") {
		return false
	}
	for i := verb + 1; i < c.first; i++ {
		if s.at(i).set.has(classTurned) {
			return true
		}
	}
	return false
}

// balanced reports whether the words from i on say how risks stand.
func (s *sentence) balanced(i int) bool {
	for ; i < len(s.words) && !s.at(i).isStop(); i++ {
		if s.at(i).set.has(classBalance) {
			return true
		}
	}
	return false
}
