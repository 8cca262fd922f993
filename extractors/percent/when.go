package percent

import (
	"strings"

	"augury/corpus"
)

// findTimes lists the expressions of time of a sentence, with their prepositions.
func (s *sentence) findTimes() []phrase {
	var times []phrase
	for i := range s.nodes {
		if n := len(times); n > 0 && i < times[n-1].last || !s.isTimeHead(i) {
			continue
		}
		p := s.timeAround(i)
		if n := len(times); n > 0 {
			p.first = max(p.first, times[n-1].last)
		}
		if !p.empty() && s.saysWhen(p) {
			times = append(times, p)
		}
	}
	return times
}

// isTimeHead reports whether node i is a word around which an expression of time grows.
func (s *sentence) isTimeHead(i int) bool {
	if s.figureAt(i) != nil {
		return false
	}
	word := s.word(i)
	switch {
	case timeAdverbs[word]:
		// What is "currently projected" need not hold now.
		return s.tag(i+1) != "VBN" && s.tag(i+1) != "VBG" && s.tag(i+1) != "POS"
	case isCalendarYear(word):
		// "(Smith 2014)" and "Smith (2014)" cite a work.
		return s.word(i+1) != ")" || s.tag(i-1) == "IN"
	case word == "then":
		return timePrepositions[s.word(i-1)]
	case word == "time":
		return s.word(i-1) == "that" || s.word(i-1) == "this"
	case isCalendarName(word):
		return strings.HasPrefix(s.tag(i), "NNP") || strings.Contains(word, "-")
	case word == "may" && s.tag(i) == "NNP":
		return true
	}
	return spells[word] && (isNoun(s.tag(i)) || strings.Contains(word, "-") && !isNoun(s.tag(i+1))) && !s.isSpeed(i)
}

// isSpeed reports whether the spell at node i is what a rate is counted by: "2 percent a
// year", "per month".
func (s *sentence) isSpeed(i int) bool {
	if orientations[s.word(i+1)] {
		return false
	}
	switch s.word(i - 1) {
	case "per", "every":
		return true
	case "a", "each", "/":
		return s.figureAt(i-2) != nil || s.word(i-2) == "point" || s.word(i-2) == "points"
	}
	return false
}

// isCalendarName reports whether a word names a month or a day of the week, or a part of
// a month: "May", "mid-May".
func isCalendarName(word string) bool {
	if part, month, ok := strings.Cut(word, "-"); ok && (part == "mid" || part == "late" || part == "early") {
		word = month
	}
	return calendarNames[word]
}

// isCalendarYear reports whether a word names a year, years or a decade: "2022",
// "2021–24", "1990s", "mid-2023", "FY2024".
func isCalendarYear(word string) bool {
	for _, prefix := range []string{"mid-", "late-", "early-", "end-", "fy", "pre-", "post-", "mid", "'", "’"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok {
			word = rest
			break
		}
	}
	if len(word) < len("90s") || word[0] < '0' || '9' < word[0] {
		return false
	}
	decade, isDecade := strings.CutSuffix(word, "s")
	if isDecade {
		return len(decade) == 2 && decade[1] == '0' || isYear(decade)
	}
	if at := strings.IndexAny(word, "-–/"); at == 4 {
		word = word[:4]
	}
	return isYear(word)
}

// timeAround reads the expression of time around its head at node i.
func (s *sentence) timeAround(i int) phrase {
	p := phrase{s.timeStart(i), i + 1}
	for {
		last := s.timeMore(p.last)
		if last == p.last {
			break
		}
		p.last = last
	}
	if timePrepositions[s.word(p.first-1)] || s.tag(p.first-1) == "IN" && s.word(p.first-1) == "of" && s.word(p.first-2) == "as" {
		p.first--
	}
	if s.word(p.first) == "of" {
		p.first--
	}
	if word := s.word(p.first - 1); (word == "starting" || word == "beginning") && timePrepositions[s.word(p.first)] {
		p.first-- // "starting in 2023"
	}
	if word := s.word(p.first - 1); word == "later" || word == "late" || word == "early" || word == "earlier" {
		p.first--
	}
	return p
}

// timeStart returns the first modifier of the time noun at node i: "the first half of next
// year" starts at its "the".
func (s *sentence) timeStart(i int) int {
	head := i
	free := s.word(i) == "period" || s.word(i) == "interval" || s.word(i) == "horizon"
	if timeAdverbs[s.word(i)] {
		return i
	}
	for i > 0 && s.figureAt(i-1) == nil {
		word, tag := s.word(i-1), s.tag(i-1)
		switch {
		case word == "of" && spellEdges[s.word(i-2)]:
			i -= 2
		case (word == "mid" || word == "late") && s.word(i-2) == "to" && s.word(i-3) == "early":
			i -= 3 // "the early to mid 1990s"
		case determiners[s.word(i)]:
			return i
		case determiners[word], tag == "PRP$" && !isCalendarYear(s.word(head)), isAdjective(tag), tag == "CD", tag == "POS", word == "past",
			tag == "VBG" && (word == "coming" || word == "preceding" || word == "following" || word == "intervening"),
			spellModifiers[word] && isNoun(s.tag(i)), calendarNames[word], free && isNoun(tag),
			isAdverb(tag) && word == "late":
			i--
		default:
			return i
		}
	}
	return i
}

// timeMore reads what may go on behind an expression of time at node i: "of 2013", "to
// March", ", 2011", "ended in September", "ago". It returns where that ends, or i.
func (s *sentence) timeMore(i int) int {
	word := s.word(i)
	switch {
	case word == "before":
		if spells[s.word(i-1)] && s.tag(i+1) != "VBG" {
			return i + 1
		}
		return i
	case word == "and" && s.word(i+1) == "next" && (s.word(i-2) == "this" || s.word(i-2) == "last"):
		return i + 2 // "this year and next"
	case word == "and" && (s.word(i+1) == "beyond" || s.word(i+1) == "thereafter"):
		return i + 2 // "in 2025 and beyond"
	case word == "since" && spells[s.word(i-1)]:
		return max(i, s.nounPhrase(i+1, baseLinks).last) // "the years since the war"
	case s.tag(i) == "POS" && (s.word(i+1) == "end" || s.word(i+1) == "start"):
		return i + 2 // "at the year's end"
	case orientations[word], s.tag(i) == "CD" && s.figureAt(i) == nil && calendarNames[s.word(i-1)]:
		return i + 1
	case word == "," && isCalendarYear(s.word(i+1)) && s.tag(i-1) == "CD" && calendarNames[s.word(i-2)]:
		return i + 2
	case isCalendarYear(word), spells[word] && calendarNames[s.word(i-1)]:
		return i + 1
	case word == "of", word == "to", word == "through", word == "and", word == "or", word == "-", word == "–",
		word == "ended", word == "ending", word == "beginning", word == "in":
		at := i + 1
		if word == "in" && s.word(i-1) != "ended" && s.word(i-1) != "ending" && s.word(i-1) != "beginning" {
			return i
		}
		for at < len(s.nodes) && at < i+6 && s.figureAt(at) == nil {
			tag := s.tag(at)
			if s.isTimeHead(at) {
				return at + 1
			}
			if strings.Contains(s.word(at), ".") || tag != "DT" && !isAdjective(tag) && tag != "CD" && tag != "IN" && !isNoun(tag) || word == "and" && tag == "IN" {
				return i
			}
			at++
		}
	}
	return i
}

// saysWhen reports whether an expression says when something is, not how long it takes or
// how old it is: it has a preposition, an article or a name of the calendar.
func (s *sentence) saysWhen(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		word, tag := s.word(i), s.tag(i)
		if word == "then" || isCalendarYear(word) || isCalendarName(word) || timeAdverbs[word] || orientations[word] {
			return true
		}
		if word == "horizon" && s.tag(p.first+1) == "DT" && s.word(p.first+1) != "the" || word == "periods" && i <= p.first+1 || word == "half" && (i == p.first || s.word(i-1) == "a" || timePrepositions[s.word(i-1)]) {
			return false
		}
		if tag == "DT" && word != "a" && word != "an" && word != "the" || word == "next" || word == "last" {
			return true
		}
	}
	first := s.word(p.first)
	return timePrepositions[first] && p.last-p.first > 1 || first == "as"
}

// timeFrom returns the expression of time that starts at node i.
func (s *sentence) timeFrom(i int) (phrase, bool) {
	for _, p := range s.times {
		if p.first == i {
			return p, true
		}
	}
	return phrase{}, false
}

// startsTime reports whether an expression of time starts at node i.
func (s *sentence) startsTime(i int) bool {
	_, ok := s.timeFrom(i)
	return ok
}

// readTime reads when a figure holds: from behind it in its clause, else from before it,
// else as the figure before, where one clause holds both. Aims hold at any time.
func (s *sentence) readTime(f *figure) {
	if s.isAim(f) {
		if t, ok := s.timeFrom(f.at + 1); ok && s.word(t.first) == "by" {
			f.time = t // "a target of 3 percent by 2030"
		}
		return
	}
	f.time = s.timeClause(f)
	if f.time.empty() {
		f.time = s.timeBehind(f, false)
	}
	if f.time.empty() {
		f.time = s.timeBefore(f)
	}
	if f.time.empty() {
		f.time = s.timeBehind(f, true)
	}
	if f.time.empty() && f.previous != nil && (f.again || f.governor.kind == gapped || s.inWith(f) || s.word(f.governor.at) == "or") {
		f.time = f.previous.time
	}
}

// timeClause reads a clause behind a figure that says when: "was 3 percent when the report
// was written", "at the time it was", "since the war began".
func (s *sentence) timeClause(f *figure) phrase {
	start := max(f.at+1, f.of.last)
	if s.word(start) == "on" && s.word(start+3) == "basis" {
		start += 4 // "on a yearly basis"
	}
	_, atTheTime := s.startsWith(start, "at the time")
	if s.tag(start+1) == "PRP" {
		return phrase{} // "when it runs high" is a condition
	}
	if word := s.word(start); word != "when" && !atTheTime && (word != "since" || s.startsTime(start)) {
		return phrase{}
	}
	verb := false
	end := start + 1
	for end < len(s.nodes) && (s.nodes[end].isWordy() || s.tag(end) == "POS") && s.figureAt(end) == nil {
		verb = verb || isFinite(s.tag(end))
		end++
	}
	if !verb {
		return phrase{}
	}
	return phrase{start, end}
}

// inWith reports whether a figure is in words that "with" ties to the clause of the figure
// before: "inflation was 2 percent in May, with food prices at 3 percent".
func (s *sentence) inWith(f *figure) bool {
	return s.word(f.subject.first-1) == "with" && (f.previous == nil || f.subject.first > f.previous.at)
}

// isAim reports whether a figure is the level of an aim: "the 2 percent target".
func (s *sentence) isAim(f *figure) bool {
	noun := f.governor.noun
	return !noun.empty() && aims[s.word(noun.last-1)]
}

// timeBehind reads the first expression of time behind a figure, in its clause; beyond a
// comma only where acrossCommas is true.
func (s *sentence) timeBehind(f *figure, acrossCommas bool) phrase {
	verbs := 0
	if !s.verbBefore(f) {
		verbs = 1 // the figure is the subject: its verb is still to come
	}
	for i := f.at + 1; i < len(s.nodes); i++ {
		if p, ok := s.timeFrom(i); ok && !f.of.holds(i) && !sayingVerbs[s.word(i-1)] {
			return p
		}
		word := s.word(i)
		switch next := s.figureAt(i); {
		case next != nil && !next.joined && !(s.word(i-1) == "to" && i == f.at+2 && s.word(f.edge-1) != "from"):
			return phrase{}
		case next != nil:
			continue
		case isFinite(s.tag(i)):
			if verbs--; verbs < 0 {
				return phrase{}
			}
		case word == "(":
			i = s.closing(i)
		case word == "," && s.word(i+1) == "on" && s.word(i+2) == "average":
			i += 2
			if s.word(i+1) == "," {
				i++
			}
		case comparisons[word] && i > f.at+1 && s.tag(i) == "IN":
			return phrase{} // "above its pace in May": the month is that of the pace
		case word == ")" && i == f.at+1 && s.word(f.edge-1) == "(":
		case (word == "," || word == "—" || word == "--") && !s.startsList(i):
			if !s.startsTime(i+1) && !acrossCommas || s.tag(i+1) == "CC" {
				return phrase{}
			}
		case word == "than":
			if s.startsTime(i + 1) {
				return phrase{}
			}
		case word == ";", word == ":", word == ")", clauseOpeners[word]:
			return phrase{}
		}
	}
	return phrase{}
}

// closing returns the node of the bracket that closes the one at node i.
func (s *sentence) closing(i int) int {
	for j := i + 1; j < len(s.nodes); j++ {
		if s.word(j) == ")" {
			return j
		}
	}
	return i
}

// verbBefore reports whether a verb stands before a figure in its clause.
func (s *sentence) verbBefore(f *figure) bool {
	for i := f.edge - 1; i >= 0; i-- {
		if isVerb(s.tag(i)) {
			return true
		}
		if s.word(i) == ";" || s.word(i) == "that" || s.figureAt(i) != nil && !f.joined {
			return false
		}
	}
	return false
}

// timeBefore reads the nearest expression of time before a figure, in its clause. What
// lies before the previous figure holds of both where it was read for that one.
func (s *sentence) timeBefore(f *figure) phrase {
	from := 0
	if f.previous != nil {
		from = f.previous.at + 1
	}
	own := s.isOwnMeasure(f)           // what is before "above its average of 3 percent" is not its time
	verb, broken := s.isSubject(f), -1 // broken is the last comma or "and"
	for i := f.edge - 1; i >= from; i-- {
		verb = verb || isFinite(s.tag(i)) || s.tag(i) == "VB"
		if broken < 0 && (s.word(i) == "," || s.tag(i) == "CC") {
			broken = i
		}
		if s.opensClause(i, verb) || own && (comparisons[s.word(i)] || s.word(i) == "than") || s.word(i) == "short" && s.word(i+1) == "of" {
			return phrase{}
		}
		p, ok := s.timeFrom(i)
		if !ok || p.last > f.edge || f.of.holds(i) || sayingVerbs[s.word(i-1)] {
			continue
		}
		if f.previous != nil && f.previous.time == p && (!s.goesOn(f) && !verb || s.word(f.edge-1) == "to" && s.word(p.first) == "over" || verb && broken >= p.last) {
			return phrase{} // it is of the figure before only
		}
		return p
	}
	if f.previous != nil && (f.previous.time.last <= f.previous.at || f.joined) {
		return f.previous.time
	}
	return phrase{}
}

// opensClause reports whether node i starts a clause of its own, in which the time before
// it does not hold: behind a semicolon, save where a pronoun takes up what was before;
// behind "said that"; behind ", and" or ", because" where a verb follows it.
func (s *sentence) opensClause(i int, verb bool) bool {
	switch s.word(i) {
	case ";":
		return !pronoun(s.word(i + 1))
	case "that":
		return s.tag(i) == "IN" && (isVerb(s.tag(i-1)) && s.tag(i-1) != "VBG" || isNoun(s.tag(i-1)))
	case ",":
		return verb && (s.tag(i+1) == "CC" || s.word(i+1) == "because")
	}
	return false
}

// goesOn reports whether a figure says more of what the one before it says, in the same
// time: "rose 2 percent in May, to 5 percent", "an average increase of 1 percent".
func (s *sentence) goesOn(f *figure) bool {
	before := s.word(f.edge - 1)
	return before == "to" || before == "of" && f.subject == f.previous.subject
}

// shareTimes gives a figure without a time that of the next, where no verb or comma
// stands between them: "a 3 percent rise in exports and a 2 percent rise in imports in
// May". It also gives each of two figures its own end of "between 2011 and 2014".
func (s *sentence) shareTimes() {
	for i := len(s.figures) - 2; i >= 0; i-- {
		f, next := s.figures[i], s.figures[i+1]
		if f.time.empty() && next.time.first > next.at && s.coordinated(f, next) {
			f.time = next.time
		}
	}
	for i, f := range s.figures {
		f.value.Time = s.timeSpan(f.time)
		if i == 0 {
			continue
		}
		a, b, ok := s.halves(f.time)
		word := s.word(f.time.first)
		if ok && f.time == f.previous.time && s.word(f.previous.edge-1) == "from" && s.word(f.edge-1) == "to" && (word == "between" || word == "from") {
			a.first++
			f.previous.value.Time, f.value.Time = s.span(a), s.span(b)
		}
	}
}

// coordinated reports whether nothing but words without a verb, and an "and", stand
// between two figures.
func (s *sentence) coordinated(f, next *figure) bool {
	and := false
	for i := f.at + 1; i < next.at; i++ {
		if isVerb(s.tag(i)) || s.word(i) == "," || s.word(i) == ";" {
			return false
		}
		and = and || s.word(i) == "and" || s.word(i) == "or"
	}
	return and
}

// timeSpan is the span of an expression of time without a preposition that says nothing.
func (s *sentence) timeSpan(p phrase) corpus.Span {
	if p.last-p.first > 1 && silentPrepositions[s.word(p.first)] {
		p.first++
	}
	return s.span(p)
}
