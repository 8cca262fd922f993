package percent

import (
	"augury/corpus"
)

// readBase reads what a figure is a percentage of: "of GDP" behind it, what a share named
// before it is of, or "of" and "among" at the start of the clause.
func (s *sentence) readBase(f *figure) {
	f.of = s.baseBehind(f)
	if f.of.empty() {
		f.of = s.wholeBefore(f)
	}
	if f.of.empty() {
		f.of = s.leadingBase(f)
	}
	if f.of.empty() && f.previous != nil && !f.previous.of.empty() && f.previous.unit == f.unit && s.sameScale(f) {
		f.of = f.previous.of
	}
}

// baseBehind reads "of GDP" directly behind a figure, or behind the last of a list.
func (s *sentence) baseBehind(f *figure) phrase {
	i := s.skipList(f.at + 1)
	if end, ok := s.skipBoundBehind(i); ok {
		i = end
	}
	if s.word(i+1) == "than" && comparatives[s.word(i)] != "" && !s.inTime(i+2) && f.unit == corpus.Percent {
		// "3 percent higher than the average", but not "than the Bank had expected".
		if p := s.nounPhrase(i+2, wholeLinks); !isFinite(s.tag(p.last)) {
			return p
		}
	}
	if word := s.word(i); word == "from" || word == "below" || word == "above" {
		if p := s.levelBehind(i + 1); !p.empty() {
			return p
		}
	}
	if s.word(i) == "on" && s.isTax(f) {
		return s.nounPhrase(i+1, wholeLinks)
	}
	if s.word(i) != "of" {
		return s.wholeOfPart(i)
	}
	if next := s.word(i + 1); (next == "which" || next == "whom") && s.word(f.edge-1) == "," {
		return s.trim(phrase{s.nounPhraseStart(f.edge - 1), f.edge - 1}) // "the firms, 40 percent of which"
	}
	return s.nounPhrase(i+1, wholeLinks)
}

// wholeOfPart reads the whole of a part that a figure modifies, which starts at node i:
// "a 40 percent share of the market".
func (s *sentence) wholeOfPart(i int) phrase {
	end := s.coreEnd(i)
	if end == i || !isNoun(s.tag(i)) && !isAdjective(s.tag(i)) || !partWords[s.word(end-1)] || s.word(end) != "of" && s.word(end) != "in" || s.startsTime(end) {
		return phrase{}
	}
	return s.nounPhrase(end+1, wholeLinks)
}

// levelBehind reads an earlier level that starts at node i, without a figure: "3 percent
// below its peak in 2007".
func (s *sentence) levelBehind(i int) phrase {
	if s.tag(i) != "PRP$" {
		return phrase{}
	}
	for end := i + 1; end < len(s.nodes) && end < i+8 && s.figureAt(end) == nil; end++ {
		if !turningPoints[s.word(end)] {
			continue
		}
		if s.word(end+1) == "of" || isNoun(s.tag(end+1)) {
			return phrase{}
		}
		end++
		for s.startsTime(end) {
			t, _ := s.timeFrom(end)
			end = t.last
		}
		return phrase{i, end}
	}
	return phrase{}
}

// skipList passes over the other figures of a list at node i.
func (s *sentence) skipList(i int) int {
	for s.startsList(i) {
		i++
		if s.figureAt(i) != nil {
			i++
		}
	}
	return i
}

// startsList reports whether node i joins two figures.
func (s *sentence) startsList(i int) bool {
	switch s.word(i) {
	case "and", "or", "to", ",", "-", "–":
	default:
		return false
	}
	next := s.figureAt(i + 1)
	return next != nil && (next.joined || s.word(i) == "to") || s.word(i) == "," && s.startsList(i+1)
}

func (s *sentence) skipBoundBehind(i int) (int, bool) {
	for _, list := range boundsBehind {
		for _, words := range list.phrases {
			if end, ok := s.startsWith(i, words); ok {
				return end, true
			}
		}
	}
	return i, false
}

// wholeBefore reads the whole of the share that a figure gives the size of: "the share of
// exports in GDP rose to 5 percent".
func (s *sentence) wholeBefore(f *figure) phrase {
	for i := f.edge - 1; i >= 0; i-- {
		if s.word(i) == ";" || s.figureAt(i) != nil {
			break
		}
		if !s.startsTime(i+1) && s.word(i) == "of" && partWords[s.word(i-1)] {
			return s.nounPhrase(i+1, nil)
		}
	}
	return phrase{}
}

// leadingBase reads "Of the firms asked, 40 percent …" and "among women, 40 percent …".
func (s *sentence) leadingBase(f *figure) phrase {
	comma := f.edge - 1
	if s.word(comma) == "only" || s.word(comma) == "just" {
		comma--
	}
	if mark := s.word(comma); mark != "," && mark != "—" && mark != "--" {
		return phrase{}
	}
	for i := comma - 1; i >= 0; i-- {
		// A verb ends the clause, but in "of the firms asked" it is a participle.
		if isFinite(s.tag(i)) && i < comma-1 || s.figureAt(i) != nil {
			break
		}
		starts := i == 0 || !s.nodes[i-1].isWordy() || s.word(i-1) == "and" || s.word(i-1) == "that"
		if (s.word(i) == "of" || s.word(i) == "among") && starts {
			return s.nounPhrase(i+1, wholeLinks)
		}
	}
	return phrase{}
}

// shareBase gives a share without a base that of the figure before, where it is another
// value of the same: "40 percent of voters agree, compared with 30 percent last year".
func (s *sentence) shareBase(f *figure) {
	p := f.previous
	if p == nil || !f.of.empty() || p.of.empty() || p.unit != f.unit || f.value.Change != corpus.NoChange || p.value.Change != corpus.NoChange {
		return
	}
	same := f.governor.kind == asPrevious || f.value.Subject == p.value.Subject && !f.value.Subject.Empty()
	if word := s.word(f.edge - 1); word == "from" && f.value.Subject == p.value.Subject {
		same = true // "40 percent of voters agree, up from 30 percent"
	}
	if same || s.isSubject(f) {
		f.of = p.of
	}
}

// isTax reports whether a figure is the rate of a tax: "a tax of 3 percent on wages".
func (s *sentence) isTax(f *figure) bool {
	for i := f.edge - 1; i > f.edge-6; i-- {
		if taxWords[s.word(i)] {
			return true
		}
	}
	return false
}

// sameScale reports whether two figures measure one thing, so that what the first is a
// percentage of the second is too: "from 3 percent of GDP to 5 percent".
func (s *sentence) sameScale(f *figure) bool {
	switch s.word(f.edge - 1) {
	case "to", "from", "and", "or":
	default:
		return false
	}
	if s.isSubject(f) && f.previous.of.last <= f.previous.at {
		return true // "Among women, 3 percent agreed and 5 percent did not"
	}
	for i := f.previous.at + 1; i < f.edge-1; i++ {
		if isVerb(s.tag(i)) && !f.previous.of.holds(i) || s.word(i) == ";" {
			return false
		}
	}
	return true
}
