package ner

import "augury/internal/span"

// Chain is a stretch of pieces that training learns from, with their features.
type Chain struct {
	Sentence int
	Pieces   []span.Span
	Features [][]uint32
}

// Chains gives the stretches of a document that may hold names, in order, as the model
// sees them.
func (d *Document) Chains() []Chain {
	chains := make([]Chain, len(d.chains))
	for n, c := range d.chains {
		chains[n].Sentence = c.sentence
		for i := c.first; i < c.last; i++ {
			chains[n].Pieces = append(chains[n].Pieces, d.sentences[c.sentence][i].Span)
			chains[n].Features = append(chains[n].Features, d.features(nil, c.sentence, i))
		}
	}
	return chains
}

// MentionsIn is Mentions for a document that was read with the model's lexicon.
func (m *Model) MentionsIn(d *Document) []Mention {
	r := newRecogniser(m, d)
	r.run()
	return r.mentions()
}
