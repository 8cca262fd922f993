package percent

// nounPhrase reads the noun phrase that starts at node i, with the phrases that the given
// prepositions tie to it and a participle behind it ("goods imported from abroad"). Words
// of time end it.
func (s *sentence) nounPhrase(i int, links map[string]bool) phrase {
	end := s.coreEnd(i)
	if end == i {
		return phrase{}
	}
	for end < len(s.nodes) {
		if s.startsTime(end) {
			break
		}
		next := end
		switch {
		case links[s.word(end)]:
			next = s.coreEnd(end + 1)
		case links != nil && (s.tag(end) == "VBN" && s.tag(end+1) != "TO" || s.tag(end) == "VBG" && s.word(end-1) == "those"):
			next = end + 1
			for isAdverb(s.tag(next)) || s.word(next) == "at" && s.tag(next+1) == "JJS" {
				next++
			}
			next = max(next, s.coreEnd(next))
			if s.tag(next) == "IN" || s.tag(next) == "TO" {
				next = s.coreEnd(next + 1)
			}
		case s.word(end) == "who" && s.word(end-1) == "those" && isVerb(s.tag(end+1)):
			next = max(end+2, s.coreEnd(end+2)) // "those who voted"
		case s.word(end) == "and" || s.word(end) == "or":
			next = s.coreEnd(end + 1)
			if next > end+1 && isFinite(s.tag(s.nounPhrase(end+1, links).last)) {
				next = end // another clause starts behind the "and"
			}
		}
		if next <= end+1 && s.tag(end) != "VBN" && s.tag(end) != "VBG" {
			break
		}
		if next == end {
			break
		}
		end = next
	}
	return phrase{i, end}
}

// coreEnd returns where the noun phrase that starts at node i ends, without anything
// behind its noun; i where there is none.
func (s *sentence) coreEnd(i int) int {
	noun := i
	for at := i; at < len(s.nodes) && s.figureAt(at) == nil; at++ {
		if p, ok := s.timeFrom(at); ok && at > i && p.first == at {
			break
		}
		switch tag := s.tag(at); {
		case noun > i && answerVerbs[s.word(at)] && s.figureAt(i-2) != nil:
			return noun // "40 percent of voters support"
		case isNoun(tag), tag == "PRP" && noun == i, tag == "CD", tag == "$":
			noun = at + 1
		case tag == "DT" || tag == "WP$":
			// "Those", "these" and "all" may stand alone; "the" behind a noun starts another.
			if at > i && noun > i {
				return noun
			}
			if word := s.word(at); word == "those" || word == "these" || word == "all" || word == "this" || word == "that" {
				noun = at + 1
			}
		case tag == "PRP$", tag == "PDT", isAdjective(tag), tag == "VBG", tag == "VBN", isAdverb(tag):
			if noun > i && tag != "JJ" && !s.nounFollows(at) {
				return noun
			}
			if isAdjective(tag) && noun == i {
				continue
			}
		case tag == "POS", tag == "&", s.word(at) == "’s":
		case tag == "CC" && noun == i:
		default:
			return noun
		}
	}
	return noun
}

// nounFollows reports whether a noun stands directly behind node i.
func (s *sentence) nounFollows(i int) bool { return isNoun(s.tag(i + 1)) }
