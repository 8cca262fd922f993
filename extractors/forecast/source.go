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

var (
	classForecasts = words.class("FORECASTS")
	classLikely    = words.class("LIKELY")
	classMeaning   = words.class("MEANING")
)

// classAttitude are nouns and adjectives that take a clause: "fears that", "confident that".
var classAttitude = words.class("BELIEF", "LIKELY", "FEARING", "ATTITUDE")

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
		return linked || s.takesClause(i)
	case "VBG":
		return linked || s.is(i+1, "that") || s.is(i-1, ",") && s.finiteIn(0, i)
	case "VB":
		return linked || s.is(i+1, "that") || s.is(i-2, "continued", "continue", "continues")
	}
	return true
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

// source gives the words for who holds the claim, where that is not the author.
func (s *sentence) source(c clause) corpus.Span {
	if span, ok := s.ownSource(c); ok {
		return span
	}
	held, ok := corpus.Span{}, false
	if c.holder.verb >= 0 && c.holder.verb < c.start {
		held, ok = s.holderSubject(c.holder.verb)
	}
	if s.quotedAt(c.first) {
		if ok {
			return held
		}
		return s.speaker(c.first)
	}
	if first, last := s.accordingTo(); first < last {
		return s.span(first, last)
	}
	if ok {
		return held
	}
	if span, ok := s.viewOf(c); ok {
		return span
	}
	if span := s.attribution(c.end); !span.Empty() {
		return span
	}
	return s.statement()
}

// ownSource gives the subject or owner of the expectation where that is in the clause
// itself: "analysts expect", "their forecasts were".
func (s *sentence) ownSource(c clause) (corpus.Span, bool) {
	switch c.rule.name {
	case "expectation_verb":
		span, ok := s.subjectOf(c.first)
		if ok && c.holder.verb >= 0 && s.isPronoun(span) {
			return corpus.Span{}, false
		}
		return span, ok
	case "outlook_noun", "forecast_noun", "risk_noun", "prospect_noun", "optimism_noun":
		if c.verbFirst < c.first && s.names(c.verbFirst) && !s.at(c.verbFirst).set.has(classBe) && !s.is(c.verbFirst, "pose", "poses", "posed", "point", "points", "pointed", "face", "faces", "faced") {
			if span, ok := s.subjectOf(c.verbFirst); ok {
				return span, true
			}
		}
		return s.owner(c)
	}
	return corpus.Span{}, false
}

func (s *sentence) isPronoun(span corpus.Span) bool {
	switch s.doc.Words(span) {
	case "he", "she", "they", "it", "He", "She", "They", "It":
		return true
	}
	return false
}

// owner gives whose forecast the noun of a cue is: "the staff's", "their", or a body
// named right before it.
func (s *sentence) owner(c clause) (corpus.Span, bool) {
	for i := c.first - 1; i >= c.start; i-- {
		w := s.at(i)
		switch {
		case w.tag == "POS" && i > c.start:
			return s.span(s.nounPhrase(c.start, i), i), true
		case w.tag == "PRP$" && !s.is(i, "its", "our", "my"):
			return s.span(i, i+1), true
		case w.set.has(classActor) || w.tag == "NNP" && i == c.first-1 && len(w.lower) > 1:
			return s.span(s.nounPhrase(c.start, i), i+1), true
		case w.tag == "IN" || w.isFinite():
			return corpus.Span{}, false
		}
	}
	return corpus.Span{}, false
}

// nounPhrase gives the first word of the noun phrase that ends with word last, not before
// word first.
func (s *sentence) nounPhrase(first, last int) int {
	for last > first {
		w := s.at(last - 1)
		if !w.isNoun() && w.tag != "DT" && w.tag != "JJ" && w.tag != "POS" && w.tag != "PRP$" {
			break
		}
		last--
	}
	return last
}

// names reports whether the verb at i names a holder by its subject: "the IMF says" does,
// "this means" does not.
func (s *sentence) names(i int) bool { return !s.at(i).set.has(classMeaning) }

// holderSubject gives who the word at i, a verb or an attitude, is said of.
func (s *sentence) holderSubject(i int) (corpus.Span, bool) {
	if !s.names(i) {
		return corpus.Span{}, false
	}
	if s.isReport(i) {
		return s.subjectOf(i)
	}
	if s.at(i).isNoun() && s.at(i).set.has(classBelief) {
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

// accordingTo gives the words behind "according to", none where it does not occur.
func (s *sentence) accordingTo() (first, last int) {
	for i := range s.words {
		if !s.is(i, "according") || !s.is(i+1, "to") {
			continue
		}
		first = i + 2
		last = first
		for last < len(s.words) && !s.is(last, ",", ".", ";", ")", ":") && !s.at(last).isFinite() && s.at(last).tag != "''" {
			last++
			if s.at(last-1).isNoun() && s.startsClause(last) {
				break
			}
		}
		return first, last
	}
	return 0, 0
}

// viewOf reads who is named at the head of the clause: "in the view of many members,",
// "in the forecast prepared by the staff,".
func (s *sentence) viewOf(c clause) (corpus.Span, bool) {
	const lead = 6 // words before "in": connecting ones, or a heading run into the sentence
	first := 0
	for first < lead && !s.is(first, "in") {
		first++
	}
	first++
	comma := first
	for comma < c.start && !s.is(comma, ",") {
		comma++
	}
	if first > lead || comma >= c.start {
		return corpus.Span{}, false
	}
	for i := first; i < comma; i++ {
		switch {
		case s.is(i, "view", "opinion", "judgment", "judgement", "eyes") && s.is(i+1, "of"):
			return s.span(i+2, comma), true
		case s.is(i, "view", "opinion", "judgment", "judgement") && s.at(i-1).tag == "POS":
			return s.span(first, i-1), true
		case s.at(i).set.has(classForecasts):
			for k := i; k < comma; k++ {
				if s.is(k, "by") {
					return s.span(k+1, s.phraseEnd(k+1, comma)), true
				}
			}
			return s.span(first, comma), true
		}
	}
	return corpus.Span{}, false
}

// phraseEnd gives the word behind the noun phrase that starts at word i, not behind limit.
func (s *sentence) phraseEnd(i, limit int) int {
	for i < limit && (s.at(i).isNoun() || s.at(i).tag == "DT" || s.at(i).tag == "JJ" || s.at(i).tag == "POS" || s.at(i).tag == "PRP$") {
		i++
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
	if s.at(i-1).tag == "," && s.at(i-2).isNoun() {
		return s.holderSpan(s.nounPhrase(0, i-1), i-1) // "the board, expecting a fall, has"
	}
	return corpus.Span{}, false
}

// holderSpan gives the span of who holds a claim, unless that is the author, a dummy or a
// pronoun for what was said before. An apposition is left out, unless it is the name.
func (s *sentence) holderSpan(start, end int) (corpus.Span, bool) {
	for end > start && (s.at(end-1).isAdverb() || s.is(end-1, ",") || s.at(end-1).tag == "''") {
		end--
	}
	start, end = s.nameIn(start, end)
	if end <= start {
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

// attribution gives the speaker who is named behind word end of the sentence: ", said the
// minister", ", he said".
func (s *sentence) attribution(end int) corpus.Span {
	for i := end; i < len(s.words); i++ {
		if (s.is(i, ",") || s.at(i).tag == "''") && s.attributes(i+1) && s.endsWith(i+1) {
			return s.speakerAt(i + 1)
		}
	}
	return corpus.Span{}
}

// endsWith reports whether the words from i on hold one finite verb at most.
func (s *sentence) endsWith(i int) bool {
	verbs := 0
	for ; i < len(s.words); i++ {
		if s.at(i).isFinite() {
			verbs++
		}
	}
	return verbs <= 1
}

// speakerAt reads "said the minister" or "the minister said" at word i.
func (s *sentence) speakerAt(i int) corpus.Span {
	verb := i
	for verb < len(s.words) && !(s.isReport(verb) && s.at(verb).isFinite()) {
		verb++
	}
	if verb > i {
		span, _ := s.holderSpan(i, verb)
		return span
	}
	last := verb + 1
	for last < len(s.words) && !s.is(last, ",", ".", ";", ":", "(", "in", "on", "at", "after", "as", "to", "from", "during") &&
		!s.at(last).isFinite() && s.at(last).tag != "''" && s.at(last).tag != "``" && s.at(last).tag != "VBG" && s.timeAt(last) == last {
		last++
	}
	span, _ := s.holderSpan(verb+1, last)
	return span
}

// speaker gives who is quoted at word i: named in the sentence, else in one beside it.
func (s *sentence) speaker(i int) corpus.Span {
	if span := s.quoter(i); !span.Empty() {
		return span
	}
	block := s.doc.Sentences[s.index].Block
	for _, step := range []int{-1, 1, -2, 2, -3, 3} {
		k := s.index + step
		if k < 0 || k >= len(s.doc.Sentences) || s.doc.Sentences[k].Block != block {
			continue
		}
		if span := look(s.doc, k, nil).quoter(-1); !span.Empty() {
			return span
		}
	}
	return s.statement()
}

// quoter gives who is named in the sentence as saying what stands in quotation marks,
// those around word i if i is not -1.
func (s *sentence) quoter(i int) corpus.Span {
	for k := max(i, 0); k < len(s.words); k++ {
		if s.at(k).tag == "''" || s.is(k, ",") && s.at(k+1).tag != "''" && s.quotedBefore(k) {
			if s.attributes(k + 1) {
				return s.speakerAt(k + 1)
			}
			if s.is(k+1, ",") && s.attributes(k+2) {
				return s.speakerAt(k + 2)
			}
		}
	}
	limit := len(s.words)
	if i >= 0 {
		limit = i
	}
	for k := limit - 1; k > 0; k-- {
		if s.at(k).tag != "``" {
			continue
		}
		for v := k - 1; v >= 0; v-- {
			if s.isReport(v) && s.names(v) && s.at(v).tag != "VBN" {
				span, _ := s.subjectOf(v)
				return span
			}
			if s.at(v).tag == "''" {
				break
			}
		}
	}
	return corpus.Span{}
}

// quotedBefore reports whether a quotation ends right before word k.
func (s *sentence) quotedBefore(k int) bool { return s.at(k-1).tag == "''" }

// statement gives the speaker of a statement that is printed without quotation marks: the
// block before those that make it up ends in "said:".
func (s *sentence) statement() corpus.Span {
	const reach = 12 // blocks of a statement
	block := s.doc.Sentences[s.index].Block
	for i := s.index - 1; i >= 0 && s.doc.Sentences[i].Block >= block-reach; i-- {
		sentence := s.doc.Sentences[i]
		if s.doc.Blocks[sentence.Block].Kind == corpus.Heading {
			return corpus.Span{}
		}
		if sentence.Block == block || s.doc.Text[sentence.End-1] != ':' {
			continue
		}
		before := look(s.doc, i, nil)
		for k := len(before.words) - 1; k >= 0 && k > len(before.words)-5; k-- {
			if before.isReport(k) && before.at(k).isFinite() {
				span, _ := before.subjectOf(k)
				return span
			}
		}
		return corpus.Span{}
	}
	return corpus.Span{}
}
