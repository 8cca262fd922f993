package percent

// governor is the word that a figure hangs on, and how.
type governor struct {
	kind governorKind
	at   int    // the node of the governing word
	noun phrase // of byNoun and behindOf: the noun phrase that is measured
	jump bool   // whether a measure was passed over: "by an average of 3 percent"
}

type governorKind int

const (
	ungoverned    governorKind = iota // 40 percent survived
	byVerb                            // rose 3 percent; reached 3 percent
	byPreposition                     // rose by, to, from, at 3 percent
	behindOf                          // an increase of 3 percent; a rate of 3 percent
	byNoun                            // a 3 percent increase; the 3 percent target
	asPrevious                        // … and 3 percent; compared with 3 percent
	inBrackets                        // exports (3 percent)
	upOrDown                          // up 3 percent
	behindNoun                        // inflation above 3 percent
	gapped                            // exports rose 2 percent and imports 3 percent
)

// governorOf finds what a figure hangs on.
func (s *sentence) governorOf(f *figure) governor {
	edge, jump := f.edge, s.holdsRate(f.edge, f.at)
	if noun := s.headBehind(f); !noun.empty() {
		if !s.isMeasure(noun) || s.word(noun.last) == "of" {
			return governor{kind: byNoun, at: f.edge - 1, noun: noun}
		}
		jump = true // "at a 3 percent annual rate" is "at an annual rate of 3 percent"
	}
	edge = s.skipDescription(edge)
	for {
		end := edge
		if s.word(end-1) == "of" {
			end--
		} else if !f.isLevel {
			break
		}
		if end < edge && s.word(end-1) == ")" {
			end = s.aside(end) // "the premium (10-year over 90-day) of 3 percent"
		}
		if end < edge && s.inTime(end-1) {
			for end > 0 && s.inTime(end-1) {
				end-- // "the pace since 1990 of 3 percent"
			}
		}
		noun := s.nounBefore(end)
		if noun.empty() || end == edge && !s.isMeasure(noun) {
			break
		}
		if !s.isMeasure(noun) {
			return governor{kind: behindOf, at: end, noun: noun, jump: jump}
		}
		edge, jump = s.skipArticles(noun.first), true
		if _, start, ok := s.boundBefore(edge); ok {
			edge = s.skipArticles(start)
		}
		edge = s.skipDescription(edge)
	}
	g := governor{at: edge - 1, jump: jump}
	for isAdverb(s.tag(g.at)) && s.word(g.at) != "up" && s.word(g.at) != "down" {
		g.at--
	}
	g.kind = s.kindOfGovernor(f, g)
	return g
}

// kindOfGovernor says how a figure hangs on the word at g.at.
func (s *sentence) kindOfGovernor(f *figure, g governor) governorKind {
	word, tag := s.word(g.at), s.tag(g.at)
	compared := (word == "with" || word == "to") && s.word(g.at-1) == "compared"
	switch {
	case g.at < 0, word == "including" && f.previous == nil:
		return ungoverned
	case (word == "up" || word == "down") && !takingUp[s.word(g.at-1)]:
		return upOrDown
	case word == "(" && !s.isSubject(f) || word == "[":
		return inBrackets
	case s.isSubject(f) && !f.of.empty() && f.of.first > f.at && !governingPrepositions[word]:
		return ungoverned
	case s.isSubject(f) && (isVerb(tag) || word == "and" || word == "or" || clauseOpeners[word] || !s.nodes[g.at].isWordy()):
		return ungoverned
	case f.previous != nil && (compared || word == "," || comparing[word] || g.jump && (word == "below" || word == "above")):
		return asPrevious
	case f.joined && !s.isVerbAt(g.at):
		return asPrevious
	case governingPrepositions[word]:
		return byPreposition
	case f.previous != nil && reportingVerbs[word] && f.previous.unit == f.unit && g.at > f.previous.at:
		f.again = true
		return asPrevious
	case s.isVerbAt(g.at):
		return byVerb
	case isNoun(tag) && s.isGapped(f, g.at):
		return gapped
	case isNoun(tag) && (f.isLevel || f.between || nearWords[s.word(f.edge)] || s.isComparative(f.at+1) || s.holdsAdverb(g.at+1, f.edge) || givingVerbs[s.word(s.skipDescription(s.nounBefore(g.at+1).first)-1)]):
		return behindNoun
	case changeWords[word] != "":
		return byVerb
	case s.verbBefore(f):
		return byVerb
	}
	return ungoverned
}

// isGapped reports whether the noun at node i is the subject of a figure whose verb is that
// of the figure before: "exports rose 2 percent and imports 3 percent".
func (s *sentence) isGapped(f *figure, i int) bool {
	if f.previous == nil || f.previous.unit != f.unit || i+1 != f.edge {
		return false
	}
	before := s.skipDescription(s.nounStart(i+1)) - 1
	return before > f.previous.at && (s.tag(before) == "CC" || s.word(before) == "," || s.word(before) == ";")
}

// isSubject reports whether a figure is the subject of a verb that stands behind it: "40
// percent of exports are".
func (s *sentence) isSubject(f *figure) bool {
	i := f.at + 1
	if s.word(f.of.first-1) == "of" && f.of.first > f.at {
		i = f.of.last
	}
	if next := s.word(i + 1); s.word(i) == "of" && (next == "which" || next == "whom") {
		i += 2
	}
	for isAdverb(s.tag(i)) {
		i++
	}
	return isFinite(s.tag(i)) || answerVerbs[s.word(i)] && s.word(i-1) != "of"
}

// holdsAdverb reports whether an adverb stands between node i and node end.
func (s *sentence) holdsAdverb(i, end int) bool {
	for ; i < end; i++ {
		if isAdverb(s.tag(i)) {
			return true
		}
	}
	return false
}

// skipDescription passes over an article to the left of node i with the adjectives and
// adverbs behind it: "a fairly steady 3 percent".
func (s *sentence) skipDescription(i int) int {
	for at := i - 1; at >= 0 && at > i-5; at-- {
		switch tag := s.tag(at); {
		case tag == "DT" || tag == "PRP$":
			return at
		case s.word(at) == "up" || s.word(at) == "down":
			return i
		case !isAdjective(tag) && !isAdverb(tag) && tag != "VBN" && tag != "VBG" && tag != "POS" && s.figureAt(at) == nil && tag != "CD":
			return i
		}
	}
	return i
}

// holdsRate reports whether the words from node i to node end speak of a rate: "at an
// average 3 percent".
func (s *sentence) holdsRate(i, end int) bool {
	for ; i < end; i++ {
		if word := s.word(i); word == "average" || word == "annual" || word == "annualized" {
			return true
		}
	}
	return false
}

// headBehind reads the noun phrase that a figure modifies: "increase" in "a 3 percent
// increase", "annual rate" in "at a 3 percent annual rate".
func (s *sentence) headBehind(f *figure) phrase {
	i := f.at + 1
	if end, ok := s.skipBoundBehind(i); ok {
		i = end
	}
	switch {
	case s.word(i) == "per" && isNoun(s.tag(i+1)), s.word(i) == "a" && spells[s.word(i+1)]:
		i += 2
	case s.word(i) == ")" && s.word(f.edge-1) == "(" && !isNoun(s.tag(f.edge-2)) && !isVerb(s.tag(i+1)):
		i++ // "a small (3 percent) increase", "a small (3 percent) and short increase"
		if s.tag(i) == "CC" {
			i++
		}
	}
	for paceAdverbs[s.word(i)] {
		i++
	}
	if s.word(i) == "," || isVerb(s.tag(i)) && s.tag(i) != "VBN" || s.isComparative(i) {
		return phrase{}
	}
	if answerVerbs[s.word(i)] && s.tag(f.edge) != "DT" && s.word(f.edge) != "the" {
		return phrase{} // "that 60 percent approve"
	}
	if s.startsTime(i) || s.tag(i) == "DT" || s.tag(i) == "CC" || s.tag(i) == "PRP" || isAdverb(s.tag(i)) {
		return phrase{}
	}
	end := s.coreEnd(i)
	if end == i || !isNoun(s.tag(end-1)) {
		return phrase{}
	}
	return phrase{i, end}
}

// isComparative reports whether node i compares: "3 percent higher", "less", "smaller".
func (s *sentence) isComparative(i int) bool {
	_, ok := comparatives[s.word(i)]
	return ok || s.tag(i) == "JJR" || s.tag(i) == "RBR"
}

// nounBefore reads the noun phrase that ends before node i, without its article.
func (s *sentence) nounBefore(i int) phrase {
	last := i
	for i > 0 && s.figureAt(i-1) == nil {
		tag := s.tag(i - 1)
		if !isNoun(tag) && !isAdjective(tag) && !(tag == "VBG" && !isVerb(s.tag(i-2))) && tag != "POS" && tag != "CD" || s.reports(i-1, last) {
			break
		}
		i--
	}
	if i == last {
		return phrase{}
	}
	return phrase{i, last}
}

// nounStart returns where the noun phrase that ends before node i starts, without its
// article; i where there is none.
func (s *sentence) nounStart(i int) int {
	if p := s.nounBefore(i); !p.empty() {
		return p.first
	}
	return i
}

// isMeasure reports whether a noun phrase names no more than a way of measuring: "an
// average", "an annual rate", but not "the unemployment rate".
func (s *sentence) isMeasure(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if isNoun(s.tag(i)) && !measureWords[s.word(i)] {
			return false
		}
	}
	return measureWords[s.word(p.last-1)]
}
