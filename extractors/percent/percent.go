// Package percent finds percentages, percentage points and basis points, in figures and
// in words, and reads what each says: of what, about whom, when, how surely, and whether
// it is a rise, a fall or a level.
//
// It goes over a sentence twice. The figures are read from its characters: numbers and
// units, and what may stand between them (amounts.go, units.go, before.go). The fields are
// read from its words and their tags, each figure standing as one word (sentence.go): the
// bounding words and what they leave (bounds.go), the word that the figure hangs on
// (governor.go), then of what it is a percentage (base.go), whose (subject.go, by way of
// the verb, clause.go, and noun phrases, phrases.go), when (when.go) and whether it is a
// change (change.go). In tables the heads of row and column say so (table.go). The word
// lists are in lexicon.go; the examples that test a file are in the test of its name.
package percent

import (
	"augury/corpus"
	"augury/pipeline"
)

// Extractor finds percentages; docs/findings.md says what is one.
var Extractor = &pipeline.Extractor{
	Name:    "percent",
	Version: "2",
	Doc:     "percentages, percentage points and basis points, with what they say of what and when",
	Extract: extract,
}

// longestSentence is the number of words and marks up to which the fields of figures are
// read. What is longer is a table or worse, without a grammar that they could be read from.
const longestSentence = 1000

// lastSubject is the subject of the figure that was read last, and where that was.
type lastSubject struct {
	corpus.Span
	sentence, block int
}

func extract(doc *corpus.Document) []corpus.Finding {
	var findings []corpus.Finding
	last := lastSubject{sentence: -1}
	for i := range doc.Sentences {
		text := doc.Words(doc.Sentences[i].Span)
		if !holdsUnit(text) {
			continue
		}
		found := amounts(text)
		if len(found) == 0 {
			continue
		}
		s := newSentence(doc, doc.Sentences[i], found)
		if last.sentence == i-1 && last.block == doc.Sentences[i].Block {
			s.before = last.Span
		}
		block := doc.Sentences[i].Block
		inRow := doc.Blocks[block].Kind == corpus.TableRow && s.readRow(block)
		if !inRow && len(s.nodes) <= longestSentence {
			s.readFields()
		}
		last = lastSubject{s.figures[len(s.figures)-1].value.Subject, i, doc.Sentences[i].Block}
		for _, f := range s.figures {
			findings = append(findings, corpus.Finding{
				Kind: corpus.KindPercentage, Span: f.Span, Rule: f.rule, Value: f.value,
			})
		}
	}
	return findings
}
