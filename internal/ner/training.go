package ner

import "augury/internal/span"

// Chain is a stretch of pieces that training learns from, with their features.
type Chain struct {
	Sentence int
	Pieces   []span.Span
	Features [][]uint32
}

// Chains gives the stretches of a document that may hold names, in order, as the first
// layer sees them.
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

// SecondFeatures gives the features of the second layer for each piece of all chains, in
// order, given the first layer's answers for them.
func (d *Document) SecondFeatures(states []State) [][]uint32 {
	votes := CountVotes(d, states)
	var all [][]uint32
	for _, c := range d.chains {
		for i := c.first; i < c.last; i++ {
			all = append(all, votes.features(nil, c, i, len(all)))
		}
	}
	return all
}

// FirstLayer runs the first layer alone. It gives the weight of each state for each piece
// of all chains, in nats, and the best path.
func (m *Model) FirstLayer(d *Document) ([][States]float64, []State) {
	r := newRecogniser(m, d)
	r.first()
	emissions := make([][States]float64, len(r.emissions))
	for k := range emissions {
		for s, w := range r.emissions[k] {
			emissions[k][s] = float64(w) * m.scale
		}
	}
	return emissions, r.states
}

// MentionsIn is Mentions for a document that was read with the model's lexicon.
func (m *Model) MentionsIn(d *Document) []Mention {
	r := newRecogniser(m, d)
	r.first()
	r.again()
	return r.mentions()
}
