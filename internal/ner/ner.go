// Package ner recognises the names in a text: persons, organisations, countries and towns,
// other places, peoples, initiatives and events, as docs/findings.md defines them.
//
// The recogniser is a linear-chain conditional random field (Lafferty, McCallum, Pereira
// 2001) over hashed features of words, with the labels in the BILOU scheme (Ratinov and
// Roth 2009). A few rules then make the answers for one document agree: an acronym is of
// the label of what it stands for, a surname of that of the full name. The weights were
// trained by internal/ner/train; MODEL.md says on what, and how well they do.
package ner

import (
	_ "embed"
	"fmt"

	"augury/internal/gazetteer"
	"augury/internal/span"
)

// Label is the kind of a name.
type Label uint8

// The labels, in the order in which the model has them.
const (
	Person Label = iota
	Org
	GPE
	Loc
	NORP
	Initiative
	Event
	labels = 7
)

var labelNames = [labels]string{"PERSON", "ORG", "GPE", "LOC", "NORP", "INITIATIVE", "EVENT"}

// String returns the label's name as gold files write it.
func (l Label) String() string { return labelNames[l] }

// ParseLabel returns the label of a name as gold files write it.
func ParseLabel(name string) (Label, bool) {
	for i, n := range labelNames {
		if n == name {
			return Label(i), true
		}
	}
	return 0, false
}

// Token is a token of the text with its part of speech, in the Penn Treebank's tags.
type Token struct {
	span.Span
	Tag string
}

// Sentence is a sentence of the text, or a heading.
type Sentence struct {
	Tokens  []Token
	Heading bool
}

// Mention is a name found. Its span starts and ends with a token, or at a hyphen or slash
// inside one: "U.S." in "U.S.-led".
type Mention struct {
	span.Span // bytes of the text
	Label     Label
	Score     float64 // how sure the model is of span and label together, 0 to 1
}

//go:embed model.bin
var modelFile []byte

// Model holds the trained weights. It is safe for use by several goroutines at once.
type Model struct {
	lexicon *Lexicon
	weights weightTable
	// transitions[from][to] is the weight of one state after another, in the unit of the
	// emissions; states that may not follow each other are left out of the search.
	transitions [States][States]int32
	odds        [States][States]float64 // the same as factors, not in logarithms
	// sure holds for the names of countries and their peoples the state of each of their
	// words; it weighs sureWeight on top of what was learnt.
	sure       map[uint32]State
	sureWeight int32
	scale      float64 // what one unit of the weights is worth, in nats
}

// Load unpacks the embedded weights. names are the gazetteer that the features look
// names up in.
func Load(names *gazetteer.Gazetteer) (*Model, error) {
	m, err := Unpack(modelFile, names)
	if err != nil {
		return nil, fmt.Errorf("load the recogniser: %w", err)
	}
	return m, nil
}

// Mentions finds the names in a document, given its text and its sentences in order. They
// come in the order of the text, do not overlap, and each lies inside one sentence.
func (m *Model) Mentions(text string, sentences []Sentence) []Mention {
	return m.MentionsIn(m.lexicon.Read(text, sentences))
}
