package percent

import (
	"strings"

	"augury/corpus"
)

// readChange reads whether a figure is the size of a rise or of a fall, or a level.
func (s *sentence) readChange(f *figure) {
	f.setChange(s.changeOf(f))
	if f.value.Change != corpus.NoChange && f.of.first < f.at {
		f.of = phrase{} // the size of a change is no share
	}
}

// setChange keeps a change. Its size has no sign: growth of -2 percent is a fall of 2.
func (f *figure) setChange(change corpus.Change) {
	f.value.Change = change
	if change != corpus.NoChange && f.high <= 0 {
		f.value.Low, f.value.High, f.value.Change = -f.high, -f.low, corpus.Down
	}
}

func (s *sentence) changeOf(f *figure) corpus.Change {
	g := f.governor
	switch g.kind {
	case asPrevious:
		if f.previous.unit == f.unit {
			return f.previous.value.Change
		}
	case gapped:
		return f.previous.value.Change
	case byNoun:
		return s.changeOfNoun(g.noun)
	case inBrackets:
		if isAdverb(s.tag(g.at-1)) || isVerb(s.tag(g.at-1)) {
			if change, ok := s.changeVerbBefore(g.at); ok {
				return change // "will edge down slightly (3 percent)"
			}
		}
		if change, ok := s.changeNounBefore(g.at); ok {
			return change
		}
	case behindOf:
		head := s.word(g.noun.last - 1)
		if change, ok := changeWords[head]; ok {
			return change
		}
		if change, ok := s.changeWordBefore(g.noun.first); ok && !rateWords[head] {
			return change
		}
		return s.growthIn(g.noun)
	case behindNoun:
		if change := changeWords[s.word(g.at)]; change != "" && !f.isLevel && f.of.empty() {
			return change
		}
		if change, ok := s.comparison(f); ok {
			return change
		}
	case upOrDown:
		if s.word(g.at) == "up" {
			return corpus.Up
		}
		return corpus.Down
	case byVerb:
		if f.isLevel {
			break
		}
		if f.unit == corpus.Percent && strings.HasPrefix(s.word(g.at), "contribut") {
			break // "contributes 7 percent to output" is a share
		}
		if change, ok := changeWords[s.word(g.at)]; ok {
			return change
		}
		if change, ok := s.comparison(f); ok {
			return change
		}
		if verb := s.changingVerb(g.at); verb >= 0 {
			return changeWords[s.word(verb)]
		}
		if change, ok := s.changeVerbBefore(g.at); ok && s.word(g.at) == "or" && f.of.empty() {
			return change // "lost 40 points, or 3 percent"
		}
	case byPreposition:
		if change, ok := s.changeBehindPreposition(f); ok {
			return change
		}
		if change, ok := s.comparison(f); ok {
			return change
		}
	}
	if f.again && f.previous.unit == f.unit {
		return f.previous.value.Change
	}
	return s.changeOfSubject(f)
}

// changeOfNoun reads the change from the noun phrase that a figure modifies: "a 3 percent
// increase", "a 3 percent growth rate", "a 3 percent annual rate of decline".
func (s *sentence) changeOfNoun(noun phrase) corpus.Change {
	head := s.word(noun.last - 1)
	if change, ok := changeWords[head]; ok {
		return change
	}
	if !rateWords[head] {
		return corpus.NoChange
	}
	if s.word(noun.last) == "of" {
		if change, ok := changeWords[s.word(noun.last+1)]; ok {
			return change
		}
		if change := s.growthIn(phrase{noun.last + 1, s.coreEnd(noun.last + 1)}); change != corpus.NoChange {
			return change // "a 3 percent rate of productivity growth"
		}
	}
	return s.growthIn(noun)
}

// growthIn reads the change that growth is, where a phrase speaks of it.
func (s *sentence) growthIn(p phrase) corpus.Change {
	for i := p.first; i < p.last; i++ {
		if change, ok := growthWords[s.word(i)]; ok {
			return change
		}
		if change, ok := changeWords[s.word(i)]; ok && s.word(i-1) == "of" && rateWords[s.word(i-2)] {
			return change // "the rate of decline"
		}
	}
	return corpus.NoChange
}

// changeNounBefore reads the change from the nearest noun of rise or fall before node i.
func (s *sentence) changeNounBefore(i int) (corpus.Change, bool) {
	for i--; i >= 0 && s.word(i) != ";"; i-- {
		if change, ok := changeWords[s.word(i)]; ok && isNoun(s.tag(i)) {
			return change, true
		}
	}
	return corpus.NoChange, false
}

// changeVerbBefore reads the change from the nearest verb of rise or fall before node i,
// or from a noun of it other than growth: a growth rate may itself rise or fall.
func (s *sentence) changeVerbBefore(i int) (corpus.Change, bool) {
	var growth corpus.Change
	for i--; i >= 0; i-- {
		word := s.word(i)
		if word == ";" {
			break
		}
		if word == "up" && s.word(i+1) != "to" {
			return corpus.Up, true
		}
		if word == "down" {
			return corpus.Down, true
		}
		change, ok := changeWords[word]
		if !ok || s.tag(i) == "JJR" || s.tag(i) == "RBR" {
			continue
		}
		if growthWords[word] == "" {
			return change, true
		}
		growth = change
	}
	return growth, growth != ""
}

// changeBehindPreposition reads the change of "rose by 3 percent" and "grew at 3 percent";
// behind "to", "from" and the like stands a level.
func (s *sentence) changeBehindPreposition(f *figure) (corpus.Change, bool) {
	g := f.governor
	switch s.word(g.at) {
	case "by":
		return s.changeVerbBefore(g.at)
	case "at":
		if g.jump {
			return s.changeVerbBefore(g.at)
		}
	case "in":
		if g.jump && (isVerb(s.tag(g.at-1)) || isAdverb(s.tag(g.at-1))) {
			return s.changeVerbBefore(g.at) // "grow in the 3 to 4 percent range"
		}
	case "to":
		if s.slowsTo(f, g.at) {
			return corpus.Up, true
		}
	case "from", "with":
		if f.previous == nil || f.previous.unit != f.unit {
			break
		}
		before := s.word(g.at - 1)
		if before == "up" || before == "down" || before == "compared" || s.word(f.previous.edge-1) == "to" {
			return f.previous.value.Change, true
		}
	}
	return corpus.NoChange, false
}

// changeWordBefore reads the change from "expansion of the payroll taxes" before node i.
func (s *sentence) changeWordBefore(i int) (corpus.Change, bool) {
	start, ok := s.changeBefore(i)
	if !ok {
		return corpus.NoChange, false
	}
	if change, ok := changeWords[s.word(start-2)]; ok {
		return change, true
	}
	if change, ok := growthWords[s.word(start-3)]; ok {
		return change, true
	}
	return corpus.Up, true // "a change of 3 percent"
}

// comparison reads a change from "3 percent higher": over time it is one, against another
// thing, "higher than abroad", it is not.
func (s *sentence) comparison(f *figure) (corpus.Change, bool) {
	i := f.at + 1
	if f.unit != corpus.Percent {
		return corpus.NoChange, false
	}
	change, ok := comparatives[s.word(i)]
	if ok && s.word(i+1) == "than" {
		for _, t := range s.times {
			if t.first > i {
				return change, true
			}
		}
		return corpus.NoChange, true
	}
	return change, ok
}

// changeNamed reads the change from a phrase that names one, "increases in rents", unless
// what changes is a level itself.
func (s *sentence) changeNamed(p phrase) corpus.Change {
	named := corpus.NoChange
	for i := p.first; i < p.last; i++ {
		if levelWords[s.word(i)] {
			return corpus.NoChange
		}
		if next := s.word(i + 1); next != "in" && next != "of" {
			continue
		}
		if change, ok := changeWords[s.word(i)]; ok && isNoun(s.tag(i)) && !lossWords[s.word(i)] && named == corpus.NoChange {
			named = change
		}
	}
	return named
}

// slowsTo reports whether the "to" at node i is behind a verb that takes a rate of growth,
// "sales slowed to 3 percent", unless what slows is a level itself.
func (s *sentence) slowsTo(f *figure, i int) bool {
	for i > 0 && !isVerb(s.tag(i)) && s.figureAt(i) == nil {
		i--
	}
	if !paceVerbs[s.word(i)] {
		return false
	}
	for j := f.subject.first; j < f.subject.last; j++ {
		if levelWords[s.word(j)] {
			return false
		}
	}
	return true
}

// changeOfSubject reads the change of a level: that of growth is one by itself, but a
// share of something is none.
func (s *sentence) changeOfSubject(f *figure) corpus.Change {
	if !f.of.empty() || f.unit != corpus.Percent {
		return corpus.NoChange
	}
	if change := s.growthIn(f.subject); change != corpus.NoChange {
		return change
	}
	if change := s.changeNamed(f.subject); change != corpus.NoChange {
		return change
	}
	// "With growth down to 2 percent", "posted growth, at 2 percent".
	for i := f.edge - 2; i > f.edge-5; i-- {
		if change, ok := growthWords[s.word(i)]; ok {
			return change
		}
		if word := s.word(i); word != "up" && word != "down" && word != "," {
			break
		}
	}
	return corpus.NoChange
}
