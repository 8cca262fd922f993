package forecast

import "augury/corpus"

// holder is the verb or noun of saying or holding that a clause hangs on.
type holder struct {
	verb   int  // its word, -1 where there is none
	direct bool // whether the clause follows it at once, not after another clause
}

var classLikely = words.class("LIKELY")

// holds finds what the clause that starts at word start hangs on.
func (s *sentence) holds(start int) holder {
	direct := true
	for i := start - 1; i >= 0; i-- {
		w := s.at(i)
		switch {
		case w.isStop() && !s.is(i, ":"), w.tag == "''":
			return holder{-1, false}
		case s.isReport(i), w.set.has(classBelief.with(classLikely)) && direct && s.linked(i, start), w.set.has(classFearing) && direct && s.linked(i, start):
			return holder{i, direct}
		case s.is(i, "confident", "aware", "satisfied", "certain") && direct:
			return holder{i, direct}
		case w.isFinite():
			direct = false
		}
	}
	return holder{-1, false}
}

// linked reports whether only "that" and marks stand between word i and start, so that
// the clause hangs on the noun or adjective at i.
func (s *sentence) linked(i, start int) bool {
	for k := i + 1; k < start; k++ {
		if !s.is(k, "that", ",", "``") && s.at(k).tag != "``" && s.timeAt(k) == k && !s.at(k).isAdverb() {
			return false
		}
	}
	return true
}

// source gives the words for who holds the claim, where that is not the author.
func (s *sentence) source(c clause) corpus.Span {
	if first, last := s.accordingTo(); first < last && !s.crosses(first, c) {
		return s.span(first, last)
	}
	if c.rule.name == "expectation_verb" {
		if span, ok := s.subjectOf(c.first); ok {
			return span
		}
	}
	if c.holder.verb >= 0 && s.names(c.holder.verb) {
		if span, ok := s.subjectOf(c.holder.verb); ok {
			return span
		}
	}
	if s.quotedAt(c.first) {
		return s.speaker(c.first)
	}
	return s.attribution(c.end)
}

func (s *sentence) crosses(first int, c clause) bool { return c.start <= first && first < c.last }

// names reports whether the verb at i names a holder by its subject: "the IMF says" does,
// "this means" does not.
func (s *sentence) names(i int) bool {
	switch s.at(i).lower {
	case "means", "mean", "meant", "meaning", "implies", "imply", "implied", "guarantees", "guarantee", "guaranteed", "shows", "show", "showed",
		"ensures", "ensure", "ensured", "reveals", "reveal", "revealed", "continue", "continued", "continues":
		return false
	}
	return s.isReport(i)
}

// accordingTo gives the words behind "according to", none where it does not occur.
func (s *sentence) accordingTo() (first, last int) {
	for i := range s.words {
		if s.is(i, "according") && s.is(i+1, "to") {
			first = i + 2
			for last = first; last < len(s.words) && !s.is(last, ",", ".", ";", ")") && !s.at(last).isFinite() && s.at(last).tag != "''" && !s.startsClause(last+1); {
				last++
			}
			return first, last
		}
	}
	return 0, 0
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
	if s.at(i).tag == "VBG" && s.is(i-1, ",", "and") || s.at(i-1).tag == "CC" || s.is(i-1, ",") {
		// "He spoke of risks, adding that": the subject is that of the verb before.
		for k := i - 1; k >= 0; k-- {
			if s.at(k).isFinite() && s.at(k).tag != "MD" && s.relativeBefore(k) < 0 {
				return s.subjectOf(k)
			}
		}
		return corpus.Span{}, false
	}
	start := s.subject(i)
	return s.holderSpan(start, i)
}

// holderSpan gives the span of who holds a claim, unless that is the author, a dummy or a
// pronoun for what was said before.
func (s *sentence) holderSpan(start, end int) (corpus.Span, bool) {
	for end > start && (s.at(end-1).isAdverb() || s.is(end-1, ",", ")")) {
		if s.is(end-1, ")") {
			break
		}
		end--
	}
	if end <= start {
		return corpus.Span{}, false
	}
	if end-start == 1 {
		switch s.at(start).lower {
		case "it", "this", "that", "which", "these", "who", "there":
			return corpus.Span{}, false
		case "i", "we":
			if !s.quotedAt(start) {
				return corpus.Span{}, false
			}
		}
	}
	return s.span(start, end), true
}

// attribution gives the speaker who is named behind a quotation or a clause that ends at
// word end: ", said the minister", ", he said".
func (s *sentence) attribution(end int) corpus.Span {
	i := end
	for i < len(s.words) && (s.is(i, ",") || s.at(i).tag == "''" || s.is(i, ".")) {
		i++
	}
	if i == end || i >= len(s.words) || !s.attributes(i) {
		return corpus.Span{}
	}
	return s.speakerAt(i)
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
	for last < len(s.words) && !s.is(last, ",", ".", ";", ":", "(") && !s.at(last).isFinite() && s.at(last).tag != "''" && s.at(last).tag != "``" && (s.at(last).tag != "IN" || s.is(last, "of")) && s.at(last).tag != "VBG" {
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
	for _, step := range []int{-1, 1, -2, 2, -3} {
		k := s.index + step
		if k < 0 || k >= len(s.doc.Sentences) || s.doc.Sentences[k].Block != block {
			continue
		}
		if span := look(s.doc, k, nil).quoter(-1); !span.Empty() {
			return span
		}
	}
	return corpus.Span{}
}

// quoter gives who is named in the sentence as saying what stands in quotation marks,
// those around word i if i is not -1.
func (s *sentence) quoter(i int) corpus.Span {
	for k := max(i, 0); k < len(s.words); k++ {
		if s.at(k).tag == "''" && s.attributes(k+1) {
			return s.speakerAt(k + 1)
		}
		if s.is(k, ",") && s.at(k+1).tag == "''" && s.attributes(k+2) {
			return s.speakerAt(k + 2)
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
		for v := k - 1; v >= 0 && v > k-5; v-- {
			if s.isReport(v) && s.names(v) {
				span, _ := s.subjectOf(v)
				return span
			}
		}
	}
	return corpus.Span{}
}
