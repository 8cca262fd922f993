package forecast

import "augury/corpus"

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
