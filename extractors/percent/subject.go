package percent

import (
	"slices"
	"strings"

	"augury/corpus"
)

// readSubject reads whose percentage a figure is.
func (s *sentence) readSubject(f *figure) {
	f.subject = s.subjectOf(f)
	f.subject = s.trim(f.subject)
	f.value.Subject = s.span(f.subject)
	missing := f.subject.empty() && (f.governor.kind == byVerb && !reportingVerbs[s.word(f.governor.at)] || f.governor.kind == byPreposition)
	if f.previous != nil && (s.isForecast(f.subject) || s.isPlainMeasure(f.subject)) {
		f.again = true
	}
	if missing || f.again || s.isForecast(f.subject) && s.inWith(f) || s.isPronoun(f.subject) || s.isOwnMeasure(f) {
		f.subject, f.value.Subject = s.antecedent(f)
	}
}

// antecedent is what a pronoun in the place of a subject points at: the subject of the
// figure before, else of the nearest verb before, else that of the sentence before.
func (s *sentence) antecedent(f *figure) (phrase, corpus.Span) {
	if f.previous != nil {
		return f.previous.subject, f.previous.value.Subject
	}
	for i := f.edge - 1; i >= 0; i-- {
		if !isFinite(s.tag(i)) {
			continue
		}
		p := s.trim(s.subjectOfVerb(f, i))
		if !p.empty() && p != f.subject && !s.isPronoun(p) && s.tag(p.first) != "PRP" {
			return p, s.span(p)
		}
	}
	if !s.before.Empty() {
		return phrase{}, s.before
	}
	return f.subject, s.span(f.subject)
}

// isBare reports whether a noun phrase names a way of measuring, a forecast or growth, and
// not what is measured or grows: "the long-term growth rate", "the earlier forecast".
func (s *sentence) isBare(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if word := s.word(i); isNoun(s.tag(i)) && !measureWords[word] && !forecastWords[word] && growthWords[word] == "" {
			return false
		}
	}
	return !p.empty()
}

// isPlainMeasure reports whether a phrase is a measure of nothing named: "the pace", "a
// central tendency", but not "the rate" or "this share", which point by themselves.
func (s *sentence) isPlainMeasure(p phrase) bool {
	if p.empty() {
		return false
	}
	return s.isMeasure(p) && plainMeasures[s.word(p.last-1)]
}

// isForecast reports whether a phrase names a forecast without saying of what.
func (s *sentence) isForecast(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if word := s.word(i); isNoun(s.tag(i)) && !forecastWords[word] || s.tag(i) == "IN" {
			return false
		}
	}
	return !p.empty() && isNoun(s.tag(p.last-1))
}

// isOwnMeasure reports whether a figure is a measure of what the sentence speaks of: "above
// its average of 3 percent", "its 3 percent annual rate of decline".
func (s *sentence) isOwnMeasure(f *figure) bool {
	start := f.edge
	if noun := f.governor.noun; f.governor.kind == byNoun {
		if !rateWords[s.word(noun.last-1)] && changeWords[s.word(noun.last-1)] == "" {
			return false
		}
	} else if s.word(f.edge-1) == "of" {
		noun := s.nounBefore(f.edge - 1)
		if !s.isBare(noun) {
			return false
		}
		start = s.skipDescription(noun.first)
		if comparing := s.word(start - 1); comparing == "than" || comparing == "above" || comparing == "below" || comparing == "with" && s.word(start-2) == "compared" {
			return true // "slower than the average growth rate of 3 percent"
		}
	} else {
		return false
	}
	start = s.skipDescription(start)
	return s.word(start) == "its" || s.word(start) == "their"
}

func (s *sentence) subjectOf(f *figure) phrase {
	g := f.governor
	if p := s.subjectBehind(f); !p.empty() && g.kind != byNoun {
		return p
	}
	if comparatives[s.word(f.at+1)] != "" && isNoun(s.tag(f.at+2)) {
		return s.nounPhrase(f.at+2, baseLinks) // "50 percent more people"
	}
	switch g.kind {
	case asPrevious:
		if f.previous != nil {
			return f.previous.subject
		}
	case byNoun:
		return s.subjectOfNoun(f)
	case behindOf:
		return s.subjectBehindOf(f)
	case inBrackets:
		return s.subjectInBrackets(f)
	case behindNoun, gapped:
		return phrase{s.skipDescription(s.nounBefore(g.at + 1).first), g.at + 1}
	case ungoverned:
		if p := s.subjectBesides(f); !p.empty() {
			return p
		}
		return s.subjectOfSubject(f)
	}
	if s.word(g.at) == "or" {
		if p := s.subjectBesides(f); !p.empty() {
			return p
		}
	}
	return s.subjectOfClause(f)
}

// subjectOfNoun reads the subject from the noun phrase that a figure modifies.
func (s *sentence) subjectOfNoun(f *figure) phrase {
	noun := f.governor.noun
	head := s.word(noun.last - 1)
	switch {
	case rateWords[head] && (s.growthIn(noun) != corpus.NoChange || s.isMeasure(noun)):
		if p := s.ratedBehind(noun); !p.empty() {
			return p
		}
	case changeWords[head] != "" || head == "change":
		if p := s.changedBehind(noun.last); !p.empty() {
			return p
		}
		if p := s.changedBy(noun); !p.empty() {
			return p
		}
		if word := s.word(f.edge - 1); word == "this" || word == "that" {
			return phrase{} // "this 3 percent rise" points at another sentence
		}
		if f.previous != nil {
			return f.previous.subject
		}
	case !partWords[head]:
		if p := s.nearAim(f); aims[head] && !p.empty() {
			return p
		}
		return noun // "the 2 percent target"
	}
	return s.subjectOfClause(f)
}

// nearAim reads what is near an aim: "inflation near our 2 percent target".
func (s *sentence) nearAim(f *figure) phrase {
	at := f.edge - 1
	for isAdjective(s.tag(at)) || isNoun(s.tag(at)) || s.tag(at) == "PRP$" || s.tag(at) == "DT" || s.tag(at) == "POS" {
		at--
	}
	if s.word(at) != "near" && s.word(at) != "around" && s.word(at) != "at" {
		return phrase{}
	}
	return s.nounBefore(at)
}

// ratedBehind reads what a rate is of: "a 4 percent rate of decline in prices", "a 2
// percent growth rate for exports", "a 2 percent rate of productivity growth".
func (s *sentence) ratedBehind(rate phrase) phrase {
	i := rate.last
	if word := s.word(i); word != "of" && word != "for" && word != "in" || s.startsTime(i) {
		return phrase{}
	}
	if changeWords[s.word(i+1)] != "" {
		return s.changedBehind(i + 2)
	}
	if s.word(i) == "in" && s.growthIn(rate) == corpus.NoChange {
		return phrase{}
	}
	return s.nounPhrase(i+1, baseLinks)
}

// changedBehind reads what changes behind a word of change that ends before node i: "rise
// in wages".
func (s *sentence) changedBehind(i int) phrase {
	switch s.word(i) {
	case "in", "of", "for", "to":
		if !s.startsTime(i) {
			return s.nounPhrase(i+1, baseLinks)
		}
	}
	return phrase{}
}

// changedBy reads what changes from the words before the word of change itself: "wage
// growth", where the growth is part of what is measured, but the "tax" of "tax increase".
func (s *sentence) changedBy(noun phrase) phrase {
	head := s.word(noun.last - 1)
	body := phrase{noun.first, noun.last - 1}
	if !s.holdsNoun(body) {
		return phrase{}
	}
	if growthWords[head] != "" {
		return noun
	}
	return body
}

// holdsNoun reports whether a phrase has a noun.
func (s *sentence) holdsNoun(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if isNoun(s.tag(i)) {
			return true
		}
	}
	return false
}

// subjectBehindOf reads the subject from the noun before "of": "an unemployment rate of 5
// percent", "an increase in prices of 5 percent", "tax increases of 5 percent".
func (s *sentence) subjectBehindOf(f *figure) phrase {
	noun := f.governor.noun
	if changeWords[s.word(noun.last-1)] != "" {
		return s.subjectOfChange(f)
	}
	if start, ok := s.changeBefore(noun.first); ok {
		return phrase{start, f.governor.at}
	}
	article := noun.first
	for s.tag(article-1) == "DT" || s.tag(article-1) == "PRP$" {
		article--
	}
	if havingVerbs[s.word(article-1)] {
		return s.subjectOfVerb(f, article-1)
	}
	if word := s.word(article); word == "a" || word == "an" {
		return noun
	}
	return phrase{article, noun.last}
}

// subjectOfChange reads what changes in "tax increases of 3 percent", "a fall of 3 percent
// in output", and "…, an increase of 3 percent".
func (s *sentence) subjectOfChange(f *figure) phrase {
	noun := f.governor.noun
	if p := s.changedBy(noun); !p.empty() {
		return p
	}
	if s.word(f.at+1) == "in" && !s.startsTime(f.at+1) {
		return s.nounPhrase(f.at+2, baseLinks)
	}
	before := s.skipDescription(noun.first) - 1
	switch {
	case havingVerbs[s.word(before)]:
		return s.subjectOfVerb(f, before)
	case f.previous != nil && !isVerb(s.tag(before)):
		return f.previous.subject
	case isVerb(s.tag(before)), s.word(before) == "for":
		return phrase{} // "the Bank projects a decline of 3 percent"
	}
	return s.subjectOfClause(f)
}

// changeBefore reports whether the noun phrase before node i hangs on a word of change,
// "expansion of the payroll taxes" or "growth rate of output", and returns where what
// changes starts.
func (s *sentence) changeBefore(i int) (start int, ok bool) {
	for i--; i > 0; i-- {
		word, tag := s.word(i), s.tag(i)
		if isFinite(tag) || s.figureAt(i) != nil || word == "," || tag == "IN" && !baseLinks[word] {
			return 0, false
		}
		if word != "in" && word != "of" || s.inTime(i) {
			continue
		}
		named := s.word(i - 1)
		changes := isNoun(s.tag(i-1)) && changeWords[named] != ""
		if changes || movementNouns[named] || rateWords[named] && growthWords[s.word(i-2)] != "" {
			return i + 1, true
		}
	}
	return 0, false
}

// subjectInBrackets reads the subject of "exports (3 percent)".
func (s *sentence) subjectInBrackets(f *figure) phrase {
	end := f.governor.at
	if !isNoun(s.tag(end - 1)) {
		for i := end - 1; i > 0 && (isVerb(s.tag(i)) || isAdverb(s.tag(i)) || s.tag(i) == "RP"); i-- {
			if s.isVerbAt(i) {
				return s.subjectOfVerb(f, i) // "will edge down slightly (3 percent)"
			}
		}
	}
	start := s.nounPhraseStart(end)
	if at, ok := s.changeBefore(end); ok && at > start {
		start = at
	}
	return phrase{start, end}
}

// subjectBesides reads the subject of a share that stands beside it: "the minority, 14
// percent of the people, rules"; "found 3 million jobs, or 14 percent of those lost".
func (s *sentence) subjectBesides(f *figure) phrase {
	if f.of.first <= f.at || f.previous != nil {
		return phrase{}
	}
	comma := f.edge - 1
	if s.word(comma) == "or" {
		comma--
	} else if s.word(f.of.last) != "," {
		return phrase{}
	}
	if s.word(comma) != "," {
		return phrase{}
	}
	start := s.nounPhraseStart(comma)
	if intransitives[s.word(start-1)] {
		return phrase{} // "the cost was 3 million, or 14 percent of the budget"
	}
	return phrase{start, comma}
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
	if p := s.nounPhrase(i+1, baseLinks); s.measured(p) != p {
		return s.measured(p) // "3 percent is an estimate of core inflation"
	}
	return s.nounPhrase(i+1, nil)
}

// subjectOfClause reads the subject from the verb that governs a figure: what it changes,
// where it has an object, else the subject of the verb.
func (s *sentence) subjectOfClause(f *figure) phrase {
	g := f.governor
	if word := s.word(g.at); word == "at" || word == "in" || word == "to" {
		if p := s.withNoun(g.at); !p.empty() {
			return p
		}
	}
	from := -1
	if f.previous != nil {
		from = f.previous.at
	}
	verb := g.at
	for verb > from && (!s.isVerbAt(verb) || s.inTime(verb)) {
		verb--
	}
	if verb <= from {
		return s.subjectWithoutVerb(f)
	}
	if p := s.addedTo(f, verb); !p.empty() {
		return p
	}
	if g.kind == byVerb && verb == g.at && reportingVerbs[s.word(verb)] {
		return phrase{} // "the Bank projects 3 percent", of what it is not said
	}
	word := s.word(g.at)
	if word == "at" && reportingVerbs[s.word(verb)] {
		if p := s.nounPhrase(verb+1, baseLinks); !p.empty() && p.last <= g.at {
			return p // "the data show inflation at 3 percent"
		}
	}
	if word == "by" || word == "to" || word == "from" || word == "at" {
		if start, ok := s.changeBefore(g.at); ok && start > verb {
			return phrase{start, g.at}
		}
		if p := s.object(verb, g.at); !p.empty() {
			return p
		}
	}
	if g.kind == byVerb && verb == s.changingVerb(g.at) {
		return s.object(verb, g.at+1)
	}
	if p := s.subjectOfVerb(f, verb); !s.trim(p).empty() {
		return p
	}
	return s.subjectAhead(f, verb)
}

// changingVerb returns the verb of change that has the noun at node i for its object, as in
// "cut flights 3 percent", or -1.
func (s *sentence) changingVerb(i int) int {
	if !isNoun(s.tag(i)) {
		return -1
	}
	verb := s.skipDescription(s.nounStart(i+1)) - 1
	if verb < 0 || !isVerb(s.tag(verb)) || changeWords[s.word(verb)] == "" || intransitives[s.word(verb)] {
		return -1
	}
	return verb
}

// subjectAhead reads the subject of "After falling 3 percent, exports rose".
func (s *sentence) subjectAhead(f *figure, verb int) phrase {
	if s.tag(verb) != "VBG" && verb > 0 || verb > 2 {
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
	for s.tag(end-1) == "VBG" {
		end-- // "with core inflation running at 3 percent"
	}
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
	if s.word(i) == "(" {
		i = s.closing(i) + 1
	}
	if s.startsTime(i) || s.word(i) != "for" && s.word(i) != "among" {
		return phrase{}
	}
	p := s.nounPhrase(i+1, baseLinks)
	if p.empty() || spells[s.word(p.last-1)] {
		return phrase{}
	}
	return s.measured(p)
}

// subjectWithoutVerb reads the subject of a figure that has no verb between it and the
// figure before, or none before it: "cut prices by 2 percent and wages by 3", "from 3
// percent to 5", "With 3 percent of exports, Spain …", "At 3 percent, inflation …".
func (s *sentence) subjectWithoutVerb(f *figure) phrase {
	at := f.governor.at
	if at == 0 && (s.word(at) == "with" || s.word(at) == "at") {
		return s.subjectAhead(f, at)
	}
	verb := at
	for verb >= 0 && !isVerb(s.tag(verb)) {
		verb--
	}
	if p := s.addedTo(f, verb); !p.empty() {
		return p // "add 1 percent to prices and 2 percent to wages"
	}
	if f.previous == nil {
		if s.word(at-1) == "," {
			at--
		}
		return phrase{s.nounPhraseStart(at), at}
	}
	for i := f.previous.at + 1; i < at; i++ {
		if word := s.word(i); word != "and" && word != "," && word != "while" && word != "but" {
			continue
		}
		for isAdverb(s.tag(i + 1)) {
			i++
		}
		if p := s.nounPhrase(i+1, baseLinks); p.last == at && !p.empty() {
			return p
		}
	}
	return f.previous.subject
}

// addedTo reads what a figure is added to or subtracted from by the verb at node i.
func (s *sentence) addedTo(f *figure, i int) phrase {
	if word := s.word(i); f.unit == corpus.Percent && strings.HasPrefix(word, "contribut") || !strings.HasPrefix(word, "add") && !strings.HasPrefix(word, "subtract") && !strings.HasPrefix(word, "contribut") {
		return phrase{}
	}
	for i := f.at + 1; i < len(s.nodes) && s.figureAt(i) == nil && s.word(i) != ","; i++ {
		if s.startsTime(i) || s.word(i) != "to" && s.word(i) != "from" {
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

// trim takes from a subject what does not belong to it: expressions of time, prepositions
// and conjunctions at its ends, marks.
func (s *sentence) trim(p phrase) phrase {
	for !p.empty() {
		cut := s.trimOnce(p)
		if cut == p {
			break
		}
		p = cut
	}
	if p.empty() || p.last-p.first == 1 && (s.word(p.first) == "the" || s.tag(p.first) == "PRP$") {
		return phrase{}
	}
	return p
}

// trimOnce takes one thing off a phrase, or nothing.
func (s *sentence) trimOnce(p phrase) phrase {
	for _, t := range s.times {
		if t.first <= p.first && p.first < t.last && t.last <= p.last {
			return phrase{t.last, p.last}
		}
	}
	first, last := s.nodes[p.first], s.nodes[p.last-1]
	switch {
	case first.tag == "IN", first.tag == "CC", first.tag == "TO", !first.isWordy(),
		first.word == "either", first.word == "both", first.word == "following" && first.tag == "VBG", first.tag == "VBG" && s.tag(p.first+1) == "DT":
		return phrase{p.first + 1, p.last}
	case last.tag == "IN", last.tag == "CC", !last.isWordy():
		return phrase{p.first, p.last - 1}
	}
	for _, t := range s.times {
		// What stands behind an expression of time goes with it.
		if p.first < t.first && (t.last == p.last || t.last < p.last && timePrepositions[s.word(t.first)]) {
			return phrase{p.first, t.first}
		}
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
			first.value.Time, second.value.Time = s.timeSpan(a), s.timeSpan(b)
		}
		if a, b, ok := s.halves(first.subject); ok && first.subject == second.subject {
			first.value.Subject, second.value.Subject = s.span(s.trim(a)), s.span(s.trim(b))
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
