package forecast

// The bounds of a clause are read off the tags: from the cue leftwards over its subject,
// here and in subject.go, and rightwards over its predicate, in predicate.go. Where a
// parser gives the bounds, these three files go.

// subject gives the first word of the clause whose verb starts at word verb. It is verb
// itself where the clause has no subject of its own ("and may weaken").
func (s *sentence) subject(verb int) int {
	i := verb
	for i > 0 && s.at(i-1).isAdverb() && !s.at(i-1).set.has(classConnect) {
		i--
	}
	start := s.subjectFrom(i-1, verb)
	return s.afterLead(start, verb)
}

// subjectFrom walks left from word j over the subject of the verb at word verb.
func (s *sentence) subjectFrom(j, verb int) int {
	list := false     // whether an "and" of a list of three or more was passed
	inserted := false // whether an insertion before the verb was passed: "Smith, the mayor, said"
	edge := verb      // where the subject ends: before the verb, or before the insertion
	for j >= 0 {
		w := s.at(j)
		empty := s.onlyAdverbs(j+1, edge)
		switch {
		case w.tag == "''":
			open := s.openingQuote(j)
			if open < 0 {
				return j + 1
			}
			j = open
		case w.tag == "``", w.isStop(), w.tag == "(":
			return j + 1
		case w.tag == ")":
			open := s.opening(j)
			if open < 0 {
				return j + 1
			}
			j = open
		case w.isDash():
			open := s.dashBefore(j)
			if open < 0 {
				return j + 1
			}
			j = open
		case w.lower == ",":
			next := s.commaBefore(j, verb, empty, list || inserted)
			if next < 0 {
				return j + 1
			}
			if empty && next < j {
				inserted, edge = true, next
			}
			j = next
		case w.tag == "CC":
			if empty {
				return verb
			}
			if w.lower == "but" || w.lower == "yet" || s.clauseBefore(j) {
				return j + 1
			}
			list = list || s.is(j-1, ",")
		case w.lower == "that":
			if empty {
				return j
			}
			switch {
			case s.finiteAfter(j, verb):
				// A relative clause within the subject.
			case w.tag == "DT" && !s.isReport(j-1):
			case s.objectRelative(j):
				return j
			default:
				return j + 1
			}
		case w.set.has(classRel) && w.lower != "that":
			switch {
			case empty || w.lower == "which":
				if empty || !s.finiteAfter(j, verb) {
					return j
				}
			case !s.finiteAfter(j, verb):
				return j + 1
			}
			if s.is(j-1, ",") {
				j--
			}
		case w.lower == "with" && s.participle(verb):
			return j + 1
		case w.set.has(classSub) && s.subordinates(j):
			if w.lower == "where" && (s.is(j-1, ",") || s.at(j-1).isNoun()) {
				return j
			}
			return j + 1
		case w.isFinite():
			if s.breaks(j, verb) {
				return j + 1
			}
		case w.tag == "VBG" && s.isReport(j) && (s.is(j-1, ",") || j == 0):
			return j + 1
		case (w.isNoun() || w.tag == "JJ" && !s.is(j, "such", "many", "half") || w.tag == "VBN" && s.isReport(j)) && s.startsClause(j+1):
			return j + 1
		}
		j--
	}
	return 0
}

// afterLead drops what stands before the subject proper: connecting words, marks, and a
// time without a comma behind it ("By 2030 output will").
func (s *sentence) afterLead(start, verb int) int {
	for start < verb {
		w := s.at(start)
		switch {
		case w.set.has(classConnect) && !(w.tag == "JJ" && s.at(start+1).isNoun()):
			start++
		case w.lower == "without":
			phrase := start + 1
			for phrase < verb && !s.startsClause(phrase) {
				phrase++
			}
			if phrase == verb || phrase == start+1 {
				return start
			}
			start = phrase
		case s.headsOff(start, verb) > start:
			start = s.headsOff(start, verb)
		case w.tag == "," || w.tag == ":" || w.tag == "``" || w.tag == "''" || w.lower == "*" || w.lower == "•" || w.lower == "–":
			start++
		case w.tag == "IN" || w.tag == "TO" || w.tag == "RB" || w.tag == "DT" || w.tag == "JJ":
			end := s.timeAt(start)
			if end <= start || end >= verb || s.at(end).tag == "POS" || w.tag == "DT" || !s.startsNoun(end) {
				return start
			}
			start = end
		default:
			return start
		}
	}
	return start
}

// headsOff gives the first word behind a heading that was run into the sentence which
// word i begins: "Staff Economic Outlook The forecast was". It is i where there is none.
func (s *sentence) headsOff(i, verb int) int {
	for k := i; k+1 < verb; k++ {
		if !s.isCapital(k) && !s.is(k, "on", "of", "and", "the", "'s", "'", "’", "’s") {
			return i
		}
		if s.is(k, "outlook", "conditions", "developments", "situation") && s.isCapital(k) && s.isCapital(k+1) && s.is(k+1, "the", "participants", "members", "in", "a", "most") {
			return k + 1
		}
	}
	return i
}

// isCapital reports whether the word at i is written with a capital.
func (s *sentence) isCapital(i int) bool {
	first := s.doc.Text[s.tokens[i].Start]
	return first >= 'A' && first <= 'Z'
}

// startsNoun reports whether a noun phrase can start at word i.
func (s *sentence) startsNoun(i int) bool {
	w := s.at(i)
	switch w.tag {
	case "DT", "PRP", "PRP$", "JJ", "JJR", "JJS", "CD", "EX", "PDT", "VBG", "$":
		return true
	}
	return w.isNoun() || w.lower == ","
}
