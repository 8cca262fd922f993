package forecast

import (
	"strings"

	"augury/corpus"
)

// holder is the verb or noun of saying or holding that a clause hangs on.
type holder struct {
	verb   int  // its word, -1 where there is none
	direct bool // whether the clause follows it at once, not after another clause
}

// holds finds what the clause that starts at word start hangs on.
func (s *sentence) holds(start int) holder {
	none := holder{verb: -1}
	direct, stopped := true, false
	for i := start - 1; i >= 0; i-- {
		w := s.at(i)
		switch {
		case w.isStop() && !s.is(i, ":"):
			// What was held before a semicolon may be held behind it: a list of forecasts.
			if w.lower != ";" || stopped {
				return none
			}
			direct, stopped = false, true
		case w.tag == "''":
			open := s.openingQuote(i)
			if open < 0 {
				return none
			}
			i = open
		case w.set.has(classContrast) && i < start-1:
			return none
		case s.isReport(i):
			if s.isHolder(i, start) && (!stopped || w.set.has(classSure)) && (s.linked(i, start) || !s.isSubordinate(i)) {
				return holder{i, direct}
			}
		case direct && w.set.has(classAttitude) && s.linked(i, start):
			return holder{i, direct}
		}
		if w.isFinite() && !(w.set.has(classBe) && s.linked(i, start)) {
			direct = false
		}
	}
	return none
}

// isSubordinate reports whether the verb at i stands in a subordinate clause of its own,
// which holds nothing behind it: "as the board believes that".
func (s *sentence) isSubordinate(i int) bool {
	start := s.subject(i)
	for k := start - 1; k >= 0 && k >= start-4; k-- {
		w := s.at(k)
		if w.set.has(classIf) || w.set.has(classSub) && w.lower != "that" {
			return true
		}
		if w.isFinite() || w.tag == "CC" {
			return false
		}
	}
	return false
}

// isHolder reports whether the verb of saying or holding at i takes clauses, among them
// the one at start: "projected revenues" and "is expected to" take none.
func (s *sentence) isHolder(i, start int) bool {
	linked := s.linked(i, start)
	switch s.at(i).tag {
	case "VBN":
		before := i - 1
		for s.at(before).isAdverb() {
			before--
		}
		if s.at(before).set.has(classHave) {
			return !s.is(i+1, "to")
		}
		return linked && s.at(before).set.has(classBe)
	case "VBD", "VBZ", "VBP":
		if s.is(i, "told") && s.is(i-1, "all") {
			return false
		}
		if s.at(i).tag == "VBD" && s.followsBe(i) {
			return linked // a participle in truth: "was forecast"
		}
		return linked || s.takesClause(i)
	case "VBG":
		return linked || s.is(i+1, "that") || s.is(i-1, ",") && s.finiteIn(0, i)
	case "VB":
		return linked || s.is(i+1, "that") || s.is(i-2, "continued", "continue", "continues")
	}
	return true
}

// followsBe reports whether a form of "be" stands before the word at i.
func (s *sentence) followsBe(i int) bool {
	for i--; s.at(i).isAdverb(); i-- {
	}
	return s.at(i).set.has(classBe)
}

// takesClause reports whether a clause follows the verb at i: "that", or a noun phrase
// with a finite verb of its own.
func (s *sentence) takesClause(i int) bool {
	const reach = 8 // words between a verb and "that": "said in a speech on Monday that"
	for k := i + 1; k < len(s.words); k++ {
		w := s.at(k)
		switch {
		case w.lower == "that" && w.tag != "DT" && k <= i+reach, w.isFinite():
			return true
		case w.lower == "," && k > i+1 || w.isStop(), w.tag == "TO" && s.at(k+1).tag == "VB":
			return false
		}
	}
	return false
}

// linked reports whether only "that" and marks stand between word i and start, so that
// the clause hangs on the noun or adjective at i.
func (s *sentence) linked(i, start int) bool {
	if s.is(i+1, "that") && s.at(i).set.has(classBelief) && i+2 < start && !s.finiteIn(i+2, start) {
		return true // "their view that, with lower rates, prices will rise"
	}
	joined := false // a comma joins nothing by itself: "all told, growth will slow"
	for k := i + 1; k < start; k++ {
		if s.is(k, "that", "how", "where", ":") || s.at(k).tag == "``" {
			joined = true
		}
		if s.is(k, ",") && joined {
			continue
		}
		if !s.is(k, "that", "how", "where", ":") && s.at(k).tag != "``" && s.timeAt(k) == k && !s.at(k).isAdverb() {
			return false
		}
	}
	return true
}

// holderSubject gives who the word at i, a verb or an attitude, is said of.
func (s *sentence) holderSubject(i int) (corpus.Span, bool) {
	if !s.names(i) {
		return corpus.Span{}, false
	}
	if s.isReport(i) {
		return s.subjectOf(i)
	}
	if s.at(i).isNoun() && s.at(i).set.has(classBelief) {
		switch before := s.at(i - 1); {
		case before.tag == "POS":
			return s.holderSpan(s.nounPhrase(0, i-1), i-1)
		case before.tag == "PRP$" && !s.is(i-1, "its", "our", "my"):
			return s.mainSubject(i)
		case s.at(i).set.has(classHeldNoun):
			if verb := s.finiteBefore(i); verb >= 0 && s.at(verb).set.has(classSeeing) {
				return s.subjectOf(verb) // "members saw this as consistent with the view that"
			}
		}
		if verb, ok := s.verbBefore(i); ok && s.isReport(verb) && s.names(verb) {
			return s.subjectOf(verb)
		}
	}
	// "The lawyer is confident that".
	k := i - 1
	for s.at(k).isAdverb() {
		k--
	}
	if !s.at(i).set.has(classLikely) && s.at(k).set.has(classBe) {
		return s.subjectOf(k)
	}
	return corpus.Span{}, false
}

// finiteBefore gives the last finite verb before word i, -1 where there is none.
func (s *sentence) finiteBefore(i int) int {
	for i--; i >= 0 && !s.at(i).isFinite(); i-- {
	}
	return i
}

// subjectOf gives the subject of the verb of holding at i.
func (s *sentence) subjectOf(i int) (corpus.Span, bool) {
	for i > 0 {
		w := s.at(i - 1)
		if w.isAdverb() || w.set.has(classHave) || w.tag == "MD" || w.lower == "to" || s.is(i-1, "continued", "continue", "continues", "do", "does", "did") {
			i--
			continue
		}
		break
	}
	if s.at(i-1).set.has(classBe) && s.at(i).tag == "VBN" {
		return corpus.Span{}, false
	}
	switch s.at(i).tag {
	case "VBG":
		if s.at(i - 1).set.has(classBe) {
			return s.subjectOf(i - 1)
		}
		if start := s.subject(i); start < i && s.is(start-1, "with") {
			return s.holderSpan(start, i)
		}
		return s.mainSubject(i)
	case "TO":
		// "This led the staff to expect": the noun before is the subject.
		if !s.at(i - 1).isNoun() {
			return s.mainSubject(i)
		}
		return s.holderSpan(s.nounPhrase(0, i), i)
	}
	start := s.subject(i)
	if start == i {
		return s.mainSubject(i)
	}
	return s.holderSpan(start, i)
}

// mainSubject gives the subject of the first verb of the sentence, which the verb at i
// shares: "the ministers met and said that".
func (s *sentence) mainSubject(i int) (corpus.Span, bool) {
	for k := 0; k < i; k++ {
		if s.at(k).isStop() {
			continue
		}
		if s.at(k).isFinite() && s.relativeBefore(k) < 0 && s.breaks(k, i) {
			if start := s.subject(k); start < k && s.timeAt(start) < k {
				return s.holderSpan(start, k)
			}
		}
	}
	if main := s.mainVerb(i); main > 0 {
		return s.holderSpan(s.subject(main), main)
	}
	if s.at(i-1).tag == "," && s.at(i-2).isNoun() {
		return s.holderSpan(s.nounPhrase(0, i-1), i-1) // "the board, expecting a fall, has"
	}
	return corpus.Span{}, false
}

// mainVerb gives the only verb in the past tense before word i, -1 where there are several
// or none.
func (s *sentence) mainVerb(i int) int {
	main := -1
	for k := range i {
		if !s.at(k).isFinite() {
			continue
		}
		if main >= 0 || s.at(k).tag != "VBD" {
			return -1
		}
		main = k
	}
	if main < 0 || s.subject(main) == main || s.at(main-1).tag == "," {
		return -1
	}
	return main
}

// holderSpan gives the span of who holds a claim, unless that is the author, a dummy or a
// pronoun for what was said before. An apposition is left out, unless it is the name.
func (s *sentence) holderSpan(start, end int) (corpus.Span, bool) {
	for end > start && (s.at(end-1).isAdverb() || s.is(end-1, ",") || s.at(end-1).tag == "''") {
		end--
	}
	start, end = s.nameIn(start, end)
	if end <= start || s.isData(start, end) {
		return corpus.Span{}, false
	}
	if end-start == 1 {
		switch s.at(start).lower {
		case "it", "this", "that", "which", "these", "who", "there", "what":
			return corpus.Span{}, false
		case "i", "we":
			return corpus.Span{}, false
		}
	}
	return s.span(start, end), true
}

// isData reports whether the words [start, end) stand for figures, which show something
// and hold no view: "recent data".
func (s *sentence) isData(start, end int) bool {
	return s.is(start, "recent", "incoming", "available", "latest", "these", "the") && s.is(end-1, "data", "developments", "indicators", "figures", "readings")
}

// nameIn narrows a noun phrase with an apposition to the name: "the mayor, Ann Smith" and
// "Ann Smith, the mayor" to "Ann Smith".
func (s *sentence) nameIn(start, end int) (int, int) {
	first := start
	for i := start; i <= end; i++ {
		if i < end && (!s.is(i, ",") || s.listBehind(i, end)) {
			continue
		}
		if i < end && first == start || i == end && first > start {
			if s.isName(first, i) {
				return first, i
			}
		}
		first = i + 1
	}
	for i := start + 1; i < end; i++ {
		if s.is(i, ",") && !s.listBehind(i, end) {
			return start, i
		}
	}
	return start, end
}

// isName reports whether the words [first, last) are a name of someone and nothing else.
func (s *sentence) isName(first, last int) bool {
	for i := first; i < last; i++ {
		if !strings.HasPrefix(s.at(i).tag, "NNP") && s.at(i).tag != "``" && s.at(i).tag != "''" {
			return false
		}
	}
	return last-first > 1
}

// names reports whether the verb at i names a holder by its subject: "the IMF says" does,
// "this means" does not.
func (s *sentence) names(i int) bool { return !s.at(i).set.has(classMeaning) }
