package forecast

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
		return s.is(before, "to") && (s.is(before-1, "continued", "continue", "continues") || s.at(before-1).isSeeming())
	case "VBN":
		if !s.at(before).isNoun() && !s.at(before).set.has(classHave) {
			return false
		}
	case "VBG":
		if s.at(c.first).set.has(classBe) {
			return c.start < c.first && !s.is(c.first, "be", "been")
		}
		return s.at(before).isNoun() || s.is(before, ",")
	}
	if c.start == c.first && !s.is(before, "and", "but", ",") {
		return false
	}
	for i := c.start - 1; i < c.first; i++ {
		if s.is(i, "than") {
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

// comparesGroups reports whether "more likely to" only says that one group does something
// more often than another: "three times more likely to".
func (s *sentence) comparesGroups(c clause) bool {
	for i := c.first - 2; i < c.last; i++ {
		if s.is(i, "times", "percent", "%") && s.is(i+1, "more", "less", "as") {
			return true
		}
	}
	if !s.is(c.last-3, "more", "less") {
		return false
	}
	for i := c.last; i < len(s.words); i++ {
		if s.is(i, "than") && s.is(i+1, "in", "those", "when", "was", "were", "are", "other", "others") {
			return true
		}
	}
	return false
}
