package percent

import (
	"slices"
	"strings"
)

// isVerbAt reports whether node i is a verb, and not a participle that stands before a
// noun as an adjective does. Some verbs of share the tagger takes for nouns.
func (s *sentence) isVerbAt(i int) bool {
	switch word, next := s.word(i), s.word(i+1); {
	case (word == "accounts" || word == "account") && next == "for", (word == "amounts" || word == "amount") && (next == "to" || isAdverb(s.tag(i+1))):
		return true
	case s.tag(i) == "NNS" && isNoun(s.tag(i-1)) && s.startsFigure(i+1):
		return true // "the fund owns 3 percent", where the tagger sees two nouns
	case s.tag(i) == "NNS" && isNoun(s.tag(i-1)) && (changeWords[word] != "" || misreadVerbs[word]):
		return levelPrepositions[next] || s.figureAt(i+1) != nil
	case s.tag(i) == "VBN" || s.tag(i) == "VBG":
		before := s.tag(i - 1)
		adjectival := before == "DT" || before == "PRP$" || isAdjective(before) || before == "POS"
		return !adjectival || !isNoun(s.tag(i+1))
	}
	return isVerb(s.tag(i))
}

// startsFigure reports whether the first figure of the sentence starts at node i, with
// its bounding words.
func (s *sentence) startsFigure(i int) bool {
	return slices.ContainsFunc(s.figures, func(f *figure) bool { return f.edge == i && f.previous == nil })
}

// object reads what the verb at node i changes, before the preposition of a figure at
// node end: "reduce prices by 3 percent".
func (s *sentence) object(i, end int) phrase {
	if intransitives[s.word(i)] || havingVerbs[s.word(i)] {
		return phrase{}
	}
	for i++; isAdverb(s.tag(i)) || s.tag(i) == "RP"; i++ {
	}
	if s.startsTime(i) {
		return phrase{}
	}
	p := s.nounPhrase(i, baseLinks)
	if p.empty() || partWords[s.word(s.coreEnd(i)-1)] {
		return phrase{}
	}
	core := s.coreEnd(i)
	head := s.word(core - 1)
	if spells[head] || turningPoints[head] && s.word(core) != "of" {
		return phrase{}
	}
	p.last = min(p.last, end)
	return s.measured(p)
}

// subjectOfVerb reads the subject of the verb at node i.
func (s *sentence) subjectOfVerb(f *figure, i int) phrase {
	group := i
	for group > 0 && s.inVerbGroup(group-1) {
		group--
	}
	for group < i && isAdverb(s.tag(group)) && !isVerb(s.tag(group+1)) {
		group++
	}
	before := s.word(group - 1)
	if verbJoints[before] || before == "," && (s.tag(group) == "VBG" || s.tag(group) == "TO") || s.tag(group) == "TO" && s.inTime(group-1) {
		if equatingVerbs[s.word(group)] {
			return phrase{s.nounPhraseStart(group - 1), group - 1}
		}
		// "GDP slowed, growing 3 percent": the subject is that of the verb before.
		for j := group - 2; j >= 0; j-- {
			if isFinite(s.tag(j)) || s.tag(j) == "VB" {
				return s.subjectOfVerb(f, j)
			}
		}
	}
	end := group
	if s.tag(group) == "VBG" && (isNoun(s.tag(group-1)) || s.tag(group-1) == "CD") {
		// "with inflation averaging 3 percent": the noun just before.
		return phrase{s.skipDescription(s.nounBefore(group).first), group}
	}
	for s.tag(end-1) == "VBN" {
		end-- // "spending projected to rise"
	}
	if s.word(end-1) == "which" || s.word(end-1) == "that" || s.word(end-1) == "who" {
		end--
		if s.word(end-1) == "," || s.word(end-1) == "(" || s.word(end-1) == "—" {
			end--
		}
	} else if mark := s.word(end - 1); mark == "," || mark == "—" || mark == "--" || mark == ")" {
		end = s.aside(end)
		if verbJoints[s.word(end-1)] {
			for j := end - 2; j >= 0; j-- {
				if isFinite(s.tag(j)) {
					return s.subjectOfVerb(f, j) // "grew and, in May, reached"
				}
			}
		}
	}
	p := s.measured(phrase{s.nounPhraseStart(end), end})
	if f.previous != nil && !f.previous.of.empty() && f.previous.of.first <= p.first+1 && p.last <= f.previous.of.last {
		return f.previous.subject // "3 percent of GDP, which is …"
	}
	return p
}

// inVerbGroup reports whether node i goes on to the left with a verb: "is expected to".
func (s *sentence) inVerbGroup(i int) bool {
	tag := s.tag(i)
	if tag == "VBG" || tag == "VBN" {
		// "Goods imported rose": a participle behind a noun is no part of the verb.
		return isVerb(s.tag(i-1)) || isAdverb(s.tag(i-1)) || s.word(i-1) == "to"
	}
	if isVerb(tag) && tag != "MD" && !auxiliaries[s.word(i)] {
		// "Continues to fall", "kept falling", but not "what banks give | rose".
		next := s.tag(i + 1)
		return next == "TO" || next == "VBG" || isAdverb(next)
	}
	adjective := verbAdjectives[s.word(i)] || isAdjective(tag) && s.word(i+1) == "to" && isVerb(s.tag(i-1))
	return isVerb(tag) || isAdverb(tag) || tag == "TO" || adjective || s.word(i) == "since" && isVerb(s.tag(i-1))
}

// measured takes from "the median of projections for growth" the growth.
func (s *sentence) measured(p phrase) phrase {
	for i := p.last - 1; i > p.first; i-- {
		if word := s.word(i); (word == "of" || word == "for") && estimateWords[s.word(i-1)] && !(s.inTime(i+1) && s.inTime(p.last-1)) {
			return phrase{i + 1, p.last}
		}
	}
	return p
}

// aside passes over what stands between two commas, dashes or brackets before node end,
// and returns where it starts.
func (s *sentence) aside(end int) int {
	mark := s.word(end - 1)
	if mark == ")" {
		mark = "("
	}
	for i := end - 2; i > 0; i-- {
		if s.word(i) == mark {
			return i
		}
	}
	return end - 1
}

// nounPhraseStart returns where the noun phrase that ends before node end starts, with
// all that prepositions and participles tie to it; end where there is none.
func (s *sentence) nounPhraseStart(end int) int {
	if s.tag(end-1) == "PRP" {
		return end - 1
	}
	i := end
	for i > 0 && s.continuesNoun(i-1, end) {
		i--
		if s.tag(i) == "WP$" {
			break
		}
		if s.word(i) == ")" {
			open := s.aside(i + 1)
			if open == 0 || !s.continuesNoun(open-1, end) {
				return i + 1
			}
			i = open
		}
	}
	return i
}

// continuesNoun reports whether node i may belong to a noun phrase that goes on behind it
// and ends before node end.
func (s *sentence) continuesNoun(i, end int) bool {
	n := s.nodes[i]
	if n.figure != nil || clauseOpeners[n.word] || s.reports(i, end) {
		return false
	}
	if !n.isWordy() && n.tag != "POS" && !strings.Contains(",)&$%/-", n.word) {
		return false
	}
	switch n.tag {
	case "DT", "CD", "PRP$", "WP$", "POS", "PRP":
		return true
	case "VBN", "VBD":
		if s.inRelative(i) {
			return true
		}
		// "Taxes paid to the state", but not "were paid".
		participle := !pastForms[n.word]
		return participle && i+1 < end && (s.tag(i+1) == "IN" || s.tag(i+1) == "TO") && isNoun(s.tag(i-1)) || (n.tag == "VBN" || s.tag(i-1) == "DT") && isNoun(s.tag(i+1)) && !isVerb(s.tag(i-1))
	case "VBG":
		return i+1 < end || i == 0
	case "TO":
		return isNoun(s.tag(i+1)) || s.tag(i+1) == "DT" || s.tag(i+1) == "VBG"
	case "IN":
		if s.opensRelative(i, end) {
			return true
		}
		return n.word != "that" && n.word != "as" && (n.word != "than" || s.tag(i+1) == "CD")
	case "VBZ", "VBP", "MD":
		// Before a finite verb there is no other: "costs would" has a noun.
		return s.inRelative(i) || i+1 == end && isFinite(s.tag(end))
	case "WDT":
		return s.opensRelative(i, end)
	case "RB":
		return isAdjective(s.tag(i+1)) || s.tag(i+1) == "VBN" || i+1 == end && (n.word == "together" || n.word == "overall")
	case "CC":
		return n.word != "but" && !s.joinsClauses(i, end)
	}
	switch {
	case n.word == "," && i+1 < end:
		return s.listComma(i, end)
	case n.word == ")" && i+1 < end:
		open := s.aside(i + 1)
		for j := open; j < i; j++ {
			if s.figureAt(j) != nil {
				return false
			}
		}
		return open < i
	}
	return isNoun(n.tag) || isAdjective(n.tag) || n.word == "&" || n.word == "-" && i+1 < end
}

// joinsClauses reports whether the conjunction at node i joins two clauses, where a finite
// verb stands behind node end: one stands before it too, in "output took a hit and prices |
// fell".
func (s *sentence) joinsClauses(i, end int) bool {
	if !isFinite(s.tag(end)) {
		return false
	}
	for i--; i >= 0; i-- {
		if word := s.word(i); !s.nodes[i].isWordy() || clauseOpeners[word] || word == "that" || reportingVerbs[word] {
			return false
		}
		if s.figureAt(i) != nil || isFinite(s.tag(i)) && !s.inRelative(i) {
			return true
		}
	}
	return false
}

// inRelative reports whether node i is the verb of a clause tied to a noun: "jobs that
// require a degree", "the discount that banks give".
func (s *sentence) inRelative(i int) bool {
	verb := i
	for isVerb(s.tag(i)) || isAdverb(s.tag(i)) {
		i--
	}
	return s.opensRelative(s.skipDescription(s.nounStart(i+1))-1, verb+1) || s.opensRelative(i, verb+1)
}

// opensRelative reports whether node i is the word that ties a clause to the noun before
// it, with its verb before node end.
func (s *sentence) opensRelative(i, end int) bool {
	switch s.word(i) {
	case "that", "which", "who":
	default:
		return false
	}
	verb := i + 1
	for verb < end && !isFinite(s.tag(verb)) {
		if !isNoun(s.tag(verb)) && !isAdjective(s.tag(verb)) && s.tag(verb) != "DT" && s.tag(verb) != "PRP" {
			return false
		}
		verb++
	}
	return verb < end && isNoun(s.tag(i-1))
}

// reports reports whether node i is a verb of reporting, be it tagged as a noun, and not
// the noun: "the Bank projects exports", but "the forecast of exports".
func (s *sentence) reports(i, end int) bool {
	before, next := s.tag(i-1), s.tag(i+1)
	if isNoun(s.tag(i)) && (before == "DT" || before == "PRP$" || before == "IN" || isAdjective(before)) {
		return false // "the forecast period"
	}
	return reportingVerbs[s.word(i)] && i+1 < end && next != "IN" && next != "CC" && (isNoun(next) || isAdjective(next) || next == "DT" || next == "PRP$")
}

// listComma reports whether the comma at node i is one of a list that goes on to "and"
// before node end: "oil, gas and coal". Where a verb stands before it, it ends a clause.
func (s *sentence) listComma(i, end int) bool {
	listed := false
	for j := i + 1; j < end && j < i+6; j++ {
		if s.word(j) == "and" || s.word(j) == "or" {
			listed = true
		}
	}
	for j := i - 1; j >= 0 && s.word(j) != "," && s.word(j) != "that"; j-- {
		if isFinite(s.tag(j)) {
			return false
		}
	}
	return listed && (isNoun(s.tag(i-1)) || s.tag(i-1) == "CD" || s.tag(i-1) == "POS")
}

// inTime reports whether node i belongs to an expression of time.
func (s *sentence) inTime(i int) bool {
	return slices.ContainsFunc(s.times, func(t phrase) bool { return t.holds(i) })
}
