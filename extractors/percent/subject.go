package percent

import (
	"slices"
	"strings"

	"augury/corpus"
)

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
)

// governorOf finds what a figure hangs on.
func (s *sentence) governorOf(f *figure, previous *figure) governor {
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
	g.kind = s.kindOfGovernor(f, g, previous)
	return g
}

// kindOfGovernor says how a figure hangs on the word at g.at.
func (s *sentence) kindOfGovernor(f *figure, g governor, previous *figure) governorKind {
	word, tag := s.word(g.at), s.tag(g.at)
	compared := (word == "with" || word == "to") && s.word(g.at-1) == "compared"
	switch {
	case g.at < 0:
		return ungoverned
	case word == "up" || word == "down":
		return upOrDown
	case word == "(" && !s.isSubject(f) || word == "[":
		return inBrackets
	case s.isSubject(f) && (isVerb(tag) || word == "and" || word == "or" || word == "but" || !s.nodes[g.at].isWordy()):
		return ungoverned
	case previous != nil && (compared || word == "," || slices.Contains(comparing, word) || g.jump && (word == "below" || word == "above")):
		return asPrevious
	case f.joined && !s.isVerbAt(g.at):
		return asPrevious
	case slices.Contains(governingPrepositions, word):
		return byPreposition
	case s.isVerbAt(g.at) || changeWords[word] != "":
		return byVerb
	case isNoun(tag) && (f.isLevel || s.holdsAdverb(g.at+1, f.edge)):
		return behindNoun
	case s.verbBefore(f):
		return byVerb
	}
	return ungoverned
}

// comparing are words before a figure of the same thing as the figure before it.
var comparing = words(`and or but than versus instead then plus`)

// governingPrepositions tie a figure to a verb.
var governingPrepositions = words(`by to from at in on into with between toward towards for`)

// isSubject reports whether a figure is the subject of a verb that stands behind it: "40
// percent of exports are".
func (s *sentence) isSubject(f *figure) bool {
	if s.word(f.of.first-1) == "of" && f.of.first > f.at {
		return isFinite(s.tag(f.of.last))
	}
	return isFinite(s.tag(f.at + 1))
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
	case s.word(i) == "per" && isNoun(s.tag(i+1)), s.word(i) == "a" && slices.Contains(spells, s.word(i+1)):
		i += 2
	case s.word(i) == ")" && s.word(f.edge-1) == "(" && isAdjective(s.tag(f.edge-2)):
		i++ // "a small (3 percent) increase"
	}
	for slices.Contains(paceAdverbs, s.word(i)) {
		i++
	}
	if s.word(i) == "," || isVerb(s.tag(i)) && s.tag(i) != "VBN" || s.isComparative(i) {
		return phrase{}
	}
	if _, ok := s.timeFrom(i); ok || s.tag(i) == "DT" || s.tag(i) == "CC" || s.tag(i) == "PRP" || isAdverb(s.tag(i)) {
		return phrase{}
	}
	end := s.coreEnd(i)
	if end == i || !isNoun(s.tag(end-1)) {
		return phrase{}
	}
	return phrase{i, end}
}

// paceAdverbs say by what time a change is measured.
var paceAdverbs = words(`year-to-date year-on-year year-over-year quarter-on-quarter quarter-over-quarter
	month-on-month month-over-month yoy y/y q/q m/m annualised annualized`)

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
		if !isNoun(tag) && !isAdjective(tag) && !(tag == "VBG" && !isVerb(s.tag(i-2))) && tag != "POS" && tag != "CD" {
			break
		}
		i--
	}
	if i == last {
		return phrase{}
	}
	return phrase{i, last}
}

// isMeasure reports whether a noun phrase names no more than a way of measuring: "an
// average", "an annual rate", but not "the unemployment rate".
func (s *sentence) isMeasure(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if isNoun(s.tag(i)) && !slices.Contains(measureWords, s.word(i)) {
			return false
		}
	}
	return slices.Contains(measureWords, s.word(p.last-1))
}

// readSubject reads whose percentage a figure is.
func (s *sentence) readSubject(f, previous *figure) {
	f.subject = s.subjectOf(f, previous)
	f.subject = s.trim(f.subject)
	f.words[1] = s.span(f.subject)
	if s.isPronoun(f.subject) {
		f.subject, f.words[1] = phrase{}, s.before
		if previous != nil {
			f.subject, f.words[1] = previous.subject, previous.words[1]
		}
	}
}

func (s *sentence) subjectOf(f, previous *figure) phrase {
	g := s.governorOf(f, previous)
	if p := s.subjectBehind(f); !p.empty() && g.kind != byNoun {
		return p
	}
	switch g.kind {
	case asPrevious:
		if previous != nil {
			return previous.subject
		}
	case byNoun:
		return s.subjectOfNoun(f, g, previous)
	case behindOf:
		return s.subjectBehindOf(f, g, previous)
	case inBrackets:
		return s.subjectInBrackets(g)
	case behindNoun:
		return phrase{s.nounBefore(g.at + 1).first, g.at + 1}
	case ungoverned:
		return s.subjectOfSubject(f)
	}
	return s.subjectOfClause(f, g, previous)
}

// subjectOfNoun reads the subject from the noun phrase that a figure modifies.
func (s *sentence) subjectOfNoun(f *figure, g governor, previous *figure) phrase {
	noun := g.noun
	head := s.word(noun.last - 1)
	growth := s.growthIn(noun) != corpus.NoChange
	if slices.Contains(rateWords, head) && (growth || s.isMeasure(noun)) {
		// "A 4 percent annual rate of decline in prices", "growth rate for exports".
		if end := noun.last; s.word(end) == "of" || s.word(end) == "for" || s.word(end) == "in" {
			if _, ok := changeWords[s.word(end+1)]; ok && (s.word(end+2) == "in" || s.word(end+2) == "of") {
				return s.nounPhrase(end+3, baseLinks)
			}
			_, bare := changeWords[s.word(end+1)]
			if _, ok := s.timeFrom(end); !ok && !bare && (growth || s.word(end) != "in") {
				return s.nounPhrase(end+1, baseLinks)
			}
		}
		return s.subjectOfClause(f, g, previous)
	}
	if _, ok := changeWords[head]; ok || head == "change" {
		if word := s.word(noun.last); word == "in" || word == "of" || word == "for" || word == "to" {
			if _, ok := s.timeFrom(noun.last); !ok {
				return s.nounPhrase(noun.last+1, baseLinks)
			}
		}
		if growthWords[head] == "" {
			noun.last--
		}
		if noun.last-noun.first > 0 && isNoun(s.tag(noun.last-1)) && noun.last-noun.first > 1-len(growthWords[head]) && s.contentful(noun, head) {
			return noun
		}
		if word := s.word(f.edge - 1); word == "this" || word == "that" {
			return phrase{}
		}
		if previous != nil {
			return previous.subject
		}
		return s.subjectOfClause(f, g, previous)
	}
	if slices.Contains(partWords, head) || head == "stake" || head == "majority" {
		return s.subjectOfClause(f, g, previous)
	}
	return noun
}

// contentful reports whether a phrase names something beside the change itself.
func (s *sentence) contentful(p phrase, head string) bool {
	for i := p.first; i < p.last; i++ {
		if isNoun(s.tag(i)) && s.word(i) != head {
			return true
		}
	}
	return false
}

// subjectBehindOf reads the subject from the noun before "of": "an unemployment rate of 5
// percent", "an increase in prices of 5 percent", "tax increases of 5 percent".
func (s *sentence) subjectBehindOf(f *figure, g governor, previous *figure) phrase {
	noun := g.noun
	head := s.word(noun.last - 1)
	if _, ok := changeWords[head]; !ok || growthWords[head] != "" && s.contentful(noun, head) {
		if start, ok := s.changeBefore(noun.first); ok {
			return phrase{start, g.at}
		}
		verb := noun.first - 1
		for s.tag(verb) == "DT" {
			verb--
		}
		if slices.Contains(havingVerbs, s.word(verb)) {
			return s.subjectOfVerb(verb, previous)
		}
		if s.tag(noun.first-1) == "PRP$" || s.word(noun.first-1) == "the" {
			noun.first--
		}
		return noun
	}
	if body := (phrase{noun.first, noun.last - 1}); s.contentful(body, head) {
		return body
	}
	if _, ok := s.timeFrom(f.at + 1); !ok && s.word(f.at+1) == "in" {
		return s.nounPhrase(f.at+2, baseLinks)
	}
	if previous != nil {
		return previous.subject
	}
	if slices.Contains(reportingVerbs, s.word(s.skipDescription(noun.first)-1)) {
		return phrase{} // "the Bank projects a decline of 3 percent"
	}
	return s.subjectOfClause(f, g, previous)
}

// changeBefore reports whether the noun phrase before node i hangs on a word of change,
// "expansion of the payroll taxes", and returns where what changes starts.
func (s *sentence) changeBefore(i int) (start int, ok bool) {
	for j := i - 1; j > 0; j-- {
		tag := s.tag(j)
		if isFinite(tag) || s.figureAt(j) != nil || s.word(j) == "," || tag == "IN" && !slices.Contains(baseLinks, s.word(j)) {
			return 0, false
		}
		if word := s.word(j); word == "in" || word == "of" {
			_, ok := changeWords[s.word(j-1)]
			if slices.Contains(rateWords, s.word(j-1)) && growthWords[s.word(j-2)] != "" {
				ok = true
			}
			if ok && isNoun(s.tag(j-1)) || s.word(j-1) == "change" {
				return j + 1, true
			}
		}
	}
	return 0, false
}

// subjectInBrackets reads the subject of "exports (3 percent)".
func (s *sentence) subjectInBrackets(g governor) phrase {
	end := g.at
	start := s.nounPhraseStart(end)
	if at, ok := s.changeBefore(end); ok && at > start {
		start = at
	}
	return phrase{start, end}
}

// subjectOfSubject reads what a share that is itself the subject is said to be: "40
// percent of exports are goods".
func (s *sentence) subjectOfSubject(f *figure) phrase {
	i := max(f.at+1, f.of.last)
	for i < len(s.nodes) && !isVerb(s.tag(i)) {
		if s.word(i) == "," || s.word(i) == ";" {
			return phrase{}
		}
		i++
	}
	switch s.word(i) {
	case "are", "is", "were", "was":
	default:
		return phrase{}
	}
	if tag := s.tag(i + 1); !isNoun(tag) && !isAdjective(tag) && tag != "DT" {
		return phrase{}
	}
	return s.nounPhrase(i+1, nil)
}

// subjectOfClause reads the subject from the verb that governs a figure: what it changes,
// where it has an object, else the subject of the verb.
func (s *sentence) subjectOfClause(f *figure, g governor, previous *figure) phrase {
	from := -1
	if previous != nil {
		from = previous.at
	}
	verb := g.at
	for verb > from && (!s.isVerbAt(verb) || s.inTime(verb)) {
		verb--
	}
	if verb <= from {
		if s.word(g.at) == "with" && g.at == 0 {
			return s.subjectAhead(f, g.at) // "With 3 percent of exports, Spain …"
		}
		for verb >= 0 && !isVerb(s.tag(verb)) {
			verb-- // "add 1 percent to prices and 2 percent to wages"
		}
		if p := s.addedTo(f, verb); !p.empty() {
			return p
		}
		return s.subjectWithoutVerb(g, previous)
	}
	if p := s.addedTo(f, verb); !p.empty() {
		return p
	}
	switch word := s.word(g.at); word {
	case "at", "in":
		if p := s.withNoun(g.at); !p.empty() {
			return p
		}
	}
	switch word := s.word(g.at); word {
	case "by", "to", "from", "at":
		if start, ok := s.changeBefore(g.at); ok && start > verb {
			return phrase{start, g.at}
		}
		if object := s.object(verb, g.at); !object.empty() && g.kind == byPreposition {
			return object
		}
	}
	if p := s.subjectOfVerb(verb, previous); !s.trim(p).empty() {
		return p
	}
	return s.subjectAhead(f, verb)
}

// subjectAhead reads the subject of "After falling 3 percent, exports rose".
func (s *sentence) subjectAhead(f *figure, verb int) phrase {
	if s.tag(verb) != "VBG" && s.word(verb) != "with" || verb > 2 {
		return phrase{}
	}
	for i := f.at + 1; i < len(s.nodes); i++ {
		if s.word(i) == "," {
			return s.nounPhrase(i+1, baseLinks)
		}
	}
	return phrase{}
}

// withNoun reads "core inflation" in ", with core inflation at 3 percent".
func (s *sentence) withNoun(end int) phrase {
	noun := s.nounBefore(end)
	if noun.empty() {
		return phrase{}
	}
	start := s.skipDescription(noun.first)
	if s.word(start-1) != "with" {
		return phrase{}
	}
	return phrase{start, end}
}

// subjectBehind reads the subject of "5 percent of GDP for education" behind the figure.
func (s *sentence) subjectBehind(f *figure) phrase {
	i := s.skipList(f.at + 1)
	if f.of.first == i+1 {
		i = f.of.last
	}
	if s.word(i) == "respectively" {
		i++
	}
	if _, ok := s.timeFrom(i); ok || s.word(i) != "for" && s.word(i) != "among" {
		return phrase{}
	}
	p := s.nounPhrase(i+1, baseLinks)
	if p.empty() || slices.Contains(spells, s.word(p.last-1)) {
		return phrase{}
	}
	return s.measured(p)
}

// subjectWithoutVerb reads the subject of a figure that has no verb between it and the
// figure before: "cut prices by 2 percent and wages by 3", "from 3 percent to 5".
func (s *sentence) subjectWithoutVerb(g governor, previous *figure) phrase {
	if previous == nil {
		end := g.at
		if s.word(end-1) == "," {
			end--
		}
		return phrase{s.nounPhraseStart(end), end}
	}
	for i := previous.at + 1; i < g.at; i++ {
		if word := s.word(i); word != "and" && word != "," && word != "while" && word != "but" {
			continue
		}
		for isAdverb(s.tag(i + 1)) {
			i++
		}
		if p := s.nounPhrase(i+1, baseLinks); p.last == g.at && !p.empty() {
			return p
		}
	}
	return previous.subject
}

// addedTo reads what a figure is added to or subtracted from by the verb at node i.
func (s *sentence) addedTo(f *figure, i int) phrase {
	if word := s.word(i); !strings.HasPrefix(word, "add") && !strings.HasPrefix(word, "subtract") {
		return phrase{}
	}
	for i := f.at + 1; i < len(s.nodes) && s.figureAt(i) == nil && s.word(i) != ","; i++ {
		if _, ok := s.timeFrom(i); ok || s.word(i) != "to" && s.word(i) != "from" {
			continue
		}
		if p := s.nounPhrase(i+1, baseLinks); !p.empty() {
			return p
		}
		// The tagger takes "headline" for a verb in "to headline inflation".
		return phrase{i + 1, s.nounPhrase(i+2, baseLinks).last}
	}
	return phrase{}
}

// isVerbAt reports whether node i is a verb, and not a participle that stands before a
// noun as an adjective does. Some verbs of share the tagger takes for nouns.
func (s *sentence) isVerbAt(i int) bool {
	switch word, next := s.word(i), s.word(i+1); {
	case (word == "accounts" || word == "account") && next == "for", (word == "amounts" || word == "amount") && (next == "to" || isAdverb(s.tag(i+1))):
		return true
	case s.tag(i) == "NNS" && isNoun(s.tag(i-1)) && (changeWords[word] != "" || slices.Contains(misreadVerbs, word)):
		return slices.Contains(words("at to from by above below"), next) || s.figureAt(i+1) != nil
	case s.tag(i) == "VBN" || s.tag(i) == "VBG":
		before := s.tag(i - 1)
		adjectival := before == "DT" || before == "PRP$" || isAdjective(before) || before == "POS"
		return !adjectival || !isNoun(s.tag(i+1))
	}
	return isVerb(s.tag(i))
}

// object reads what the verb at node i changes, before the preposition of a figure at
// node end: "reduce prices by 3 percent".
func (s *sentence) object(i, end int) phrase {
	if slices.Contains(intransitives, s.word(i)) || slices.Contains(havingVerbs, s.word(i)) {
		return phrase{}
	}
	for i++; isAdverb(s.tag(i)) || s.tag(i) == "RP"; i++ {
	}
	if _, ok := s.timeFrom(i); ok {
		return phrase{}
	}
	p := s.nounPhrase(i, baseLinks)
	if p.empty() || slices.Contains(partWords, s.word(s.coreEnd(i)-1)) {
		return phrase{}
	}
	core := s.coreEnd(i)
	head := s.word(core - 1)
	if slices.Contains(spells, head) || slices.Contains(turningPoints, head) && s.word(core) != "of" {
		return phrase{}
	}
	p.last = min(p.last, end)
	return p
}

// turningPoints are reached by something else: "yields reach a peak at 3 percent".
var turningPoints = words(`plateau peak trough bottom level high low range record bit`)

// misreadVerbs are verbs that the tagger takes for nouns behind a noun.
var misreadVerbs = words(`stabilizes stabilises averages peaks moves edges hovers stands runs settles returns`)

// subjectOfVerb reads the subject of the verb at node i.
func (s *sentence) subjectOfVerb(i int, previous *figure) phrase {
	group := i
	for group > 0 && s.inVerbGroup(group-1) {
		group--
	}
	for group < i && isAdverb(s.tag(group)) && !isVerb(s.tag(group+1)) {
		group++
	}
	before := s.word(group - 1)
	if slices.Contains(verbJoints, before) || before == "," && (s.tag(group) == "VBG" || s.tag(group) == "TO") {
		if slices.Contains(equatingVerbs, s.word(group)) {
			return phrase{s.nounPhraseStart(group - 1), group - 1}
		}
		// "GDP slowed, growing 3 percent": the subject is that of the verb before.
		for j := group - 2; j >= 0; j-- {
			if isFinite(s.tag(j)) || s.tag(j) == "VB" {
				return s.subjectOfVerb(j, previous)
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
	}
	p := s.measured(phrase{s.nounPhraseStart(end), end})
	if previous != nil && !previous.of.empty() && previous.of.first <= p.first+1 && p.last <= previous.of.last {
		return previous.subject // "3 percent of GDP, which is …"
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
	adjective := slices.Contains(verbAdjectives, s.word(i)) || isAdjective(tag) && s.word(i+1) == "to" && isVerb(s.tag(i-1))
	return isVerb(tag) || isAdverb(tag) || tag == "TO" || adjective || s.word(i) == "since" && isVerb(s.tag(i-1))
}

// measured takes from "the median of projections for growth" the growth.
func (s *sentence) measured(p phrase) phrase {
	for i := p.last - 1; i > p.first; i-- {
		if word := s.word(i); (word == "of" || word == "for") && slices.Contains(estimateWords, s.word(i-1)) && !(s.inTime(i+1) && s.inTime(p.last-1)) {
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
	if n.figure != nil || slices.Contains(clauseOpeners, n.word) || s.reports(i, end) {
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
		return i+1 < end && (s.tag(i+1) == "IN" || s.tag(i+1) == "TO") && isNoun(s.tag(i-1)) || n.tag == "VBN" && isNoun(s.tag(i+1)) && !isVerb(s.tag(i-1))
	case "VBG":
		return i+1 < end
	case "TO":
		return isNoun(s.tag(i+1)) || s.tag(i+1) == "DT"
	case "IN":
		return n.word != "that" && n.word != "as" && (n.word != "than" || s.tag(i+1) == "CD")
	case "VBZ", "VBP", "MD", "WDT":
		return s.inRelative(i)
	case "RB":
		return isAdjective(s.tag(i+1)) || s.tag(i+1) == "VBN" || i+1 == end && (n.word == "together" || n.word == "overall")
	case "CC":
		return n.word != "but"
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
	return isNoun(n.tag) || isAdjective(n.tag) || n.word == "&"
}

// inRelative reports whether node i is the verb or the "that" of a clause tied to a noun:
// "jobs that require a degree".
func (s *sentence) inRelative(i int) bool {
	for isVerb(s.tag(i)) || isAdverb(s.tag(i)) {
		i--
	}
	switch s.word(i) {
	case "that", "which", "who":
		return isNoun(s.tag(i-1)) && isVerb(s.tag(i+1))
	}
	return false
}

// reports reports whether node i is a verb of reporting, be it tagged as a noun, and not
// the noun: "the Bank projects exports", but "the forecast of exports".
func (s *sentence) reports(i, end int) bool {
	next := s.tag(i + 1)
	return slices.Contains(reportingVerbs, s.word(i)) && i+1 < end && next != "IN" && next != "CC" && (isNoun(next) || isAdjective(next) || next == "DT" || next == "PRP$")
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
	for j := i - 1; j >= 0 && s.word(j) != ","; j-- {
		if isFinite(s.tag(j)) {
			return false
		}
	}
	return listed && (isNoun(s.tag(i-1)) || s.tag(i-1) == "CD")
}

// inTime reports whether node i belongs to an expression of time.
func (s *sentence) inTime(i int) bool {
	return slices.ContainsFunc(s.times, func(t phrase) bool { return t.holds(i) })
}

// trim takes from a subject what does not belong to it: expressions of time at its ends,
// a preposition or conjunction at its start, marks.
func (s *sentence) trim(p phrase) phrase {
	for again := true; again && !p.empty(); {
		again = false
		for _, t := range s.times {
			if t.first >= p.first && t.last == p.last && t.first > p.first {
				p.last, again = t.first, true
			}
			if p.first < t.first && t.last <= p.last && slices.Contains(timePrepositions, s.word(t.first)) {
				p.last, again = t.first, true // with whatever is behind it
			}
			if t.first <= p.first && p.first < t.last && t.last <= p.last {
				p.first, again = t.last, true
			}
		}
		if p.empty() {
			break
		}
		switch tag := s.tag(p.first); {
		case s.word(p.first) == "either" || s.word(p.first) == "both" || tag == "IN" || tag == "CC" || tag == "TO" || tag == "VBG" && s.tag(p.first+1) == "DT" || !s.nodes[p.first].isWordy():
			p.first, again = p.first+1, true
			continue
		}
		if last := s.nodes[p.last-1]; !last.isWordy() || last.tag == "IN" || last.tag == "CC" {
			p.last, again = p.last-1, true
		}
	}
	if p.empty() || p.last-p.first == 1 && s.tag(p.first) == "DT" && s.word(p.first) == "the" {
		return phrase{}
	}
	return p
}

// isPronoun reports whether a subject only points at another.
func (s *sentence) isPronoun(p phrase) bool {
	return p.last-p.first == 1 && pronoun(s.word(p.first))
}

func pronoun(word string) bool {
	switch word {
	case "it", "they", "this", "that", "there", "which", "its", "their":
		return true
	}
	return false
}

// pairRespectively gives each of two joined figures its own of two subjects or times:
// "2 and 3 percent in 2006 and 2007, respectively".
func (s *sentence) pairRespectively() {
	if !slices.ContainsFunc(s.nodes, func(n node) bool { return n.word == "respectively" }) {
		return
	}
	for i := 1; i < len(s.figures); i++ {
		first, second := s.figures[i-1], s.figures[i]
		if !second.joined {
			continue
		}
		if a, b, ok := s.halves(first.time); ok && first.time == second.time {
			first.words[2], second.words[2] = s.timeSpan(a), s.timeSpan(b)
		}
		if a, b, ok := s.halves(first.subject); ok && first.subject == second.subject {
			first.words[1], second.words[1] = s.span(s.trim(a)), s.span(s.trim(b))
		}
	}
}

// halves cuts a phrase at its only "and".
func (s *sentence) halves(p phrase) (a, b phrase, ok bool) {
	at := -1
	for i := p.first; i < p.last; i++ {
		if s.word(i) == "and" {
			if at >= 0 {
				return a, b, false
			}
			at = i
		}
	}
	if at <= p.first {
		return a, b, false
	}
	return phrase{p.first, at}, phrase{at + 1, p.last}, true
}
