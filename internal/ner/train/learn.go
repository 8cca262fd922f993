package main

import "augury/internal/ner"

// What training was tuned to, by cross-validation on the gold.
const (
	prePasses, preRate = 6, 0.1   // over the public corpora
	passes, rate       = 12, 0.05 // over the gold, from there on
	drop               = 0.3      // share of features left out at random
	decay              = 1e-4     // of weights, with each step
	goldTimes          = 2        // how often a pass has the gold and our own examples
	publicEvery        = 8        // a pass has each so manieth public text once more, so that it is not forgotten
	publicWeight       = 0.3      // what that counts against the gold
	largestWeight      = 4        // in nats; those beyond are cut off when a model is packed
	seed               = 1
)

// train trains on some of the gold, going on from the public corpora, and packs the result.
func (m *material) train(gold []*sample) []byte {
	var data []sequence
	for range goldTimes {
		for _, set := range [][]*sample{gold, m.own} {
			for _, s := range set {
				data = append(data, s.chains...)
			}
		}
	}
	for i, s := range m.public {
		if i%publicEvery != 0 {
			continue
		}
		for _, q := range s.chains {
			q.weight = publicWeight
			data = append(data, q)
		}
	}
	learner := newCRF(len(m.keys))
	copy(learner.weights, m.base.weights)
	learner.transitions = m.base.transitions
	learner.train(data, options{passes: passes, rate: rate, drop: drop, decay: decay, seed: seed})
	parts := &ner.Parts{
		Clusters: m.clusters, Lists: m.lists,
		Transitions: learner.transitions, Weights: m.weightsOf(learner),
	}
	return parts.Pack(largestWeight)
}

// pretrain learns from the public corpora alone.
func (m *material) pretrain() *crf {
	var data []sequence
	for _, s := range m.public {
		data = append(data, s.chains...)
	}
	learner := newCRF(len(m.keys))
	learner.train(data, options{passes: prePasses, rate: preRate, drop: drop, decay: decay, seed: seed})
	return learner
}

// weightsOf gives the rows of weights by the hash of their feature.
func (m *material) weightsOf(learner *crf) map[uint32]*[states]float64 {
	weights := make(map[uint32]*[states]float64, len(m.keys))
	for i, key := range m.keys {
		var row [states]float64
		for s := range row {
			row[s] = float64(learner.weights[i*states+s])
		}
		weights[key] = &row
	}
	return weights
}
