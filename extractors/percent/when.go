package percent

import (
	"slices"
	"strings"

	"augury/corpus"
)

// The words that expressions of time are made of.
var (
	// timeAdverbs are expressions of time by themselves.
	timeAdverbs = words(`now today currently thereafter yesterday tomorrow tonight nowadays presently`)

	// calendarNames are months and days of the week, also as they are shortened.
	calendarNames = words(`january february march april june july august september october november december
		jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
		monday tuesday wednesday thursday friday saturday sunday`)

	// spells are the nouns that expressions of time end in.
	spells = words(`year years quarter quarters month months decade decades century centuries week weeks day days
		half period periods interval horizon term run time future years' season winter summer spring autumn era
		weekend mid-decade mid-year midyear mid-century year-end short-run long-run`)

	// spellModifiers are the nouns that may stand before a spell.
	spellModifiers = words(`fiscal calendar base budget forecast projection election reporting survey review
		reference sample medium long short near financial business tax plan planning`)

	// spellEdges are the nouns that "of" joins to a spell.
	spellEdges = words(`end start beginning half quarter quarters rest remainder course part middle months years
		year month weeks days most much all close turn balance bulk decades time`)

	// timePrepositions open an expression of time. Those in silentPrepositions are left out
	// of it: "2022" is when, "by 2030" too.
	timePrepositions   = words(`in by over during since through throughout until till at for from between before after within around on towards toward across`)
	silentPrepositions = words(`in during for on`)

	// orientations set an expression of time against another: "a year earlier".
	orientations = words(`ago earlier later before previously hence onward onwards forward`)
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
	case slices.Contains(timeAdverbs, word):
		// What is "currently projected" need not hold now.
		return s.tag(i+1) != "VBN" && s.tag(i+1) != "VBG" && s.tag(i+1) != "POS"
	case isCalendarYear(word):
		// "(Smith 2014)" and "Smith (2014)" cite a work.
		return s.word(i+1) != ")" || s.tag(i-1) == "IN"
	case word == "then":
		return slices.Contains(timePrepositions, s.word(i-1))
	case word == "time":
		return s.word(i-1) == "that" || s.word(i-1) == "this"
	case slices.Contains(calendarNames, word):
		return s.tag(i) == "NNP" || s.tag(i) == "NNPS"
	case word == "may" && s.tag(i) == "NNP":
		return true
	}
	return slices.Contains(spells, word) && (isNoun(s.tag(i)) || strings.Contains(word, "-") && !isNoun(s.tag(i+1))) && !s.isSpeed(i)
}

// isSpeed reports whether the spell at node i is what a rate is counted by: "2 percent a
// year", "per month".
func (s *sentence) isSpeed(i int) bool {
	if slices.Contains(orientations, s.word(i+1)) {
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
	if slices.Contains(timePrepositions, s.word(p.first-1)) || s.tag(p.first-1) == "IN" && s.word(p.first-1) == "of" && s.word(p.first-2) == "as" {
		p.first--
	}
	if s.word(p.first) == "of" {
		p.first--
	}
	if word := s.word(p.first - 1); word == "later" || word == "late" || word == "early" || word == "earlier" {
		p.first--
	}
	return p
}

// timeStart returns the first modifier of the time noun at node i: "the first half of next
// year" starts at its "the".
func (s *sentence) timeStart(i int) int {
	free := s.word(i) == "period" || s.word(i) == "interval" || s.word(i) == "horizon"
	if slices.Contains(timeAdverbs, s.word(i)) {
		return i
	}
	for i > 0 && s.figureAt(i-1) == nil {
		word, tag := s.word(i-1), s.tag(i-1)
		switch {
		case word == "of" && slices.Contains(spellEdges, s.word(i-2)):
			i -= 2
		case s.tag(i) == "DT":
			return i
		case tag == "DT" && word != "no", tag == "PRP$", isAdjective(tag), tag == "CD", tag == "POS", word == "past",
			tag == "VBG" && (word == "coming" || word == "preceding" || word == "following" || word == "intervening"),
			slices.Contains(spellModifiers, word), slices.Contains(calendarNames, word), free && isNoun(tag),
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
		if slices.Contains(spells, s.word(i-1)) && s.tag(i+1) != "VBG" {
			return i + 1
		}
		return i
	case slices.Contains(orientations, word), s.tag(i) == "CD" && s.figureAt(i) == nil && slices.Contains(calendarNames, s.word(i-1)):
		return i + 1
	case word == "," && isCalendarYear(s.word(i+1)) && s.tag(i-1) == "CD" && slices.Contains(calendarNames, s.word(i-2)):
		return i + 2
	case isCalendarYear(word), slices.Contains(spells, word) && slices.Contains(calendarNames, s.word(i-1)):
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
		if word == "then" || isCalendarYear(word) || slices.Contains(calendarNames, word) || slices.Contains(timeAdverbs, word) || slices.Contains(orientations, word) {
			return true
		}
		if word == "horizon" && s.tag(p.first+1) == "DT" && s.word(p.first+1) != "the" || word == "periods" && i <= p.first+1 || word == "half" && (i == p.first || s.word(i-1) == "a") {
			return false
		}
		if tag == "DT" && word != "a" && word != "an" && word != "the" || word == "next" || word == "last" {
			return true
		}
	}
	first := s.word(p.first)
	return slices.Contains(timePrepositions, first) && p.last-p.first > 1 || first == "as"
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

// readTime reads when a figure holds: from behind it in its clause, else from before it,
// else as the figure before, where one clause holds both. Aims hold at any time.
func (s *sentence) readTime(f, previous *figure) {
	if s.isAim(f, previous) {
		return
	}
	f.time = s.timeBehind(f, false)
	if f.time.empty() {
		f.time = s.timeBefore(f, previous)
	}
	if f.time.empty() {
		f.time = s.timeBehind(f, true)
	}
}

// aims are levels that somebody wants, whenever.
var aims = words(`target targets goal goals objective objectives threshold ceiling limit cap`)

// isAim reports whether a figure is the level of an aim: "the 2 percent target".
func (s *sentence) isAim(f, previous *figure) bool {
	g := s.governorOf(f, previous)
	return !g.noun.empty() && slices.Contains(aims, s.word(g.noun.last-1))
}

// clauseOpeners start a clause of their own, to which the time behind them belongs.
var clauseOpeners = words(`while whereas although though because but which who if unless compared versus relative`)

// timeBehind reads the first expression of time behind a figure, in its clause; beyond a
// comma only where acrossCommas is true.
func (s *sentence) timeBehind(f *figure, acrossCommas bool) phrase {
	verbs := 0
	if !s.verbBefore(f) {
		verbs = 1 // the figure is the subject: its verb is still to come
	}
	for i := f.at + 1; i < len(s.nodes); i++ {
		if p, ok := s.timeFrom(i); ok && !f.of.holds(i) {
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
		case word == "," && !s.startsList(i):
			if _, ok := s.timeFrom(i + 1); !ok && !acrossCommas || s.tag(i+1) == "CC" {
				return phrase{}
			}
		case word == "than":
			if _, ok := s.timeFrom(i + 1); ok {
				return phrase{}
			}
		case word == ";", word == ":", word == ")", slices.Contains(clauseOpeners, word):
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
func (s *sentence) timeBefore(f, previous *figure) phrase {
	from := 0
	if previous != nil {
		from = previous.at + 1
	}
	verb, broken := false, -1 // broken is the last comma or "and"
	for i := f.edge - 1; i >= from; i-- {
		verb = verb || isFinite(s.tag(i))
		if broken < 0 && (s.word(i) == "," || s.tag(i) == "CC") {
			broken = i
		}
		if s.opensClause(i, verb) {
			return phrase{}
		}
		p, ok := s.timeFrom(i)
		if !ok || p.last > f.edge || f.of.holds(i) {
			continue
		}
		if previous != nil && previous.time == p && !s.goesOn(f, previous) && (!verb || broken >= p.last) {
			return phrase{}
		}
		return p
	}
	if previous != nil && (previous.time.last <= previous.at || f.joined) {
		return previous.time
	}
	return phrase{}
}

// opensClause reports whether node i starts a clause of its own, in which the time before
// it does not hold: behind a semicolon, save where a pronoun takes up what was before;
// behind "said that"; behind ", and" where a verb follows it.
func (s *sentence) opensClause(i int, verb bool) bool {
	switch s.word(i) {
	case ";":
		return !pronoun(s.word(i + 1))
	case "that":
		return s.tag(i) == "IN" && (isVerb(s.tag(i-1)) || isNoun(s.tag(i-1)))
	case ",":
		return verb && s.tag(i+1) == "CC"
	}
	return false
}

// goesOn reports whether a figure says more of what the one before it says, in the same
// time: "rose 2 percent in May, to 5 percent", "an average increase of 1 percent".
func (s *sentence) goesOn(f, previous *figure) bool {
	before := s.word(f.edge - 1)
	return before == "to" || before == "of" && f.subject == previous.subject
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
		f.words[2] = s.timeSpan(f.time)
		if i == 0 {
			continue
		}
		previous := s.figures[i-1]
		a, b, ok := s.halves(f.time)
		word := s.word(f.time.first)
		if ok && f.time == previous.time && s.word(previous.edge-1) == "from" && s.word(f.edge-1) == "to" && (word == "between" || word == "from") {
			a.first++
			previous.words[2], f.words[2] = s.span(a), s.span(b)
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
	if p.last-p.first > 1 && slices.Contains(silentPrepositions, s.word(p.first)) {
		p.first++
	}
	return s.span(p)
}
