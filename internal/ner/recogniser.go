package ner

import (
	"math"

	"augury/internal/span"
)

// recogniser is one document on its way from features to names.
type recogniser struct {
	model *Model
	doc   *Document
	// emissions[k] is the weight of each state for the kth piece of all chains.
	emissions [][States]int32
	states    []State // of the best path, then as the rules leave it
	back      [][States]State
	features  []uint32
}

func newRecogniser(m *Model, doc *Document) *recogniser {
	n := 0
	for _, c := range doc.chains {
		n += c.last - c.first
	}
	return &recogniser{
		model: m, doc: doc, emissions: make([][States]int32, n), states: make([]State, n),
		back: make([][States]State, n), features: make([]uint32, 0, 160),
	}
}

// run finds the best path through each chain on its own, then lets the rules mend it.
func (r *recogniser) run() {
	k := 0
	for _, c := range r.doc.chains {
		from := k
		for i := c.first; i < c.last; i++ {
			r.features = r.doc.features(r.features[:0], c.sentence, i)
			r.model.weights.sum(&r.emissions[k], r.features)
			if name := r.doc.sentences[c.sentence][i].names[0]; name != 0 {
				if s, known := r.model.sure[name]; known {
					r.emissions[k][s] += r.model.sureWeight
				}
			}
			k++
		}
		r.decode(from, k)
	}
	r.agree()
}

const never = math.MinInt32 / 4

// decode finds the best path through the pieces from to to of a chain (Viterbi 1967).
func (r *recogniser) decode(from, to int) {
	var score, next [States]int32
	for s := range score {
		score[s] = never
	}
	score[Outside] = 0
	for k := from; k < to; k++ {
		emission := &r.emissions[k]
		for s := range State(States) {
			best, origin := int32(never), Outside
			for _, f := range follows[s] {
				if v := score[f] + r.model.transitions[f][s]; v > best {
					best, origin = v, f
				}
			}
			next[s] = best + emission[s]
			r.back[k][s] = origin
		}
		score = next
	}
	// The chain ends as if outside: no name is open behind it.
	best := Outside
	for s := range State(States) {
		if !s.opens() && score[s]+r.model.transitions[s][Outside] > score[best]+r.model.transitions[best][Outside] {
			best = s
		}
	}
	for k := to - 1; k >= from; k-- {
		r.states[k] = best
		best = r.back[k][best]
	}
}

// mentions reads the names off the best path.
func (r *recogniser) mentions() []Mention {
	var found []Mention
	k := 0
	for _, c := range r.doc.chains {
		pieces := r.doc.sentences[c.sentence]
		from := k
		var posterior []float64
		start := 0
		for i := c.first; i < c.last; i++ {
			s := r.states[k]
			k++
			if s == Outside {
				continue
			}
			if s.part() == Begin || s.part() == Unit {
				start = i
			}
			if s.opens() {
				continue
			}
			if posterior == nil {
				posterior = r.posterior(from, from+c.last-c.first)
			}
			score := 1.0
			for j := start; j <= i; j++ {
				score = min(score, posterior[j-c.first])
			}
			found = append(found, Mention{
				Span:  span.Span{Start: pieces[start].Start, End: pieces[i].End},
				Label: s.label(), Score: score,
			})
		}
	}
	return found
}

// posterior gives for each piece of a chain the probability of the state that it was given
// (the forward-backward algorithm, Rabiner 1989).
func (r *recogniser) posterior(from, to int) []float64 {
	n := to - from
	scale := r.model.scale
	forward := make([][States]float64, n)
	emission := make([][States]float64, n)
	for k := range n {
		e := &r.emissions[from+k]
		top := e[0]
		for _, v := range e {
			top = max(top, v)
		}
		for s, v := range e {
			emission[k][s] = math.Exp(float64(v-top) * scale)
		}
	}
	m := &r.model.odds
	for k := range n {
		sum := 0.0
		for s := range State(States) {
			v := 0.0
			if k == 0 {
				if MayFollow(Outside, s) {
					v = m[Outside][s]
				}
			} else {
				for _, f := range follows[s] {
					v += forward[k-1][f] * m[f][s]
				}
			}
			forward[k][s] = v * emission[k][s]
			sum += forward[k][s]
		}
		for s := range forward[k] {
			forward[k][s] /= sum
		}
	}
	var behind [States]float64
	for s := range State(States) {
		if !s.opens() {
			behind[s] = m[s][Outside]
		}
	}
	result := make([]float64, n)
	for k := n - 1; k >= 0; k-- {
		sum := 0.0
		for s := range behind {
			sum += forward[k][s] * behind[s]
		}
		chosen := r.states[from+k]
		result[k] = forward[k][chosen] * behind[chosen] / sum
		var next [States]float64
		norm := 0.0
		for s := range State(States) {
			v := emission[k][s] * behind[s]
			for _, f := range follows[s] {
				next[f] += m[f][s] * v
			}
			norm += v
		}
		for s := range next {
			next[s] /= norm
		}
		behind = next
	}
	return result
}
