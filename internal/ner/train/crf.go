package main

import (
	"math"
	"math/rand/v2"

	"augury/internal/ner"
)

const states = ner.States

// sequence is a chain as training sees it.
type sequence struct {
	features [][]int32 // for each piece the rows of the weights
	allowed  []uint32  // for each piece the set of states that the annotation leaves open
	weight   float32   // how much it counts
}

// follows[to] and before[from] list the states that may stand in a row.
var follows, leads = neighbours()

func neighbours() (follows, leads [states][]int) {
	for from := range states {
		for to := range states {
			if ner.MayFollow(ner.State(from), ner.State(to)) {
				follows[to] = append(follows[to], from)
				leads[from] = append(leads[from], to)
			}
		}
	}
	return follows, leads
}

// crf is a conditional random field in training. Each weight has a rate of its own, which
// falls with the sum of its squared gradients (AdaGrad; Duchi, Hazan, Singer 2011).
type crf struct {
	weights, squares []float32 // states for each feature
	transitions      [states][states]float64
	transSquares     [states][states]float64

	// Room for one sequence.
	scores  [][states]float64
	forward [][states]float64
	node    [2][][states]float64
	odds    [states][states]float64
}

func newCRF(features int) *crf {
	return &crf{weights: make([]float32, features*states), squares: make([]float32, features*states)}
}

// options are what training can be tuned by.
type options struct {
	passes int
	rate   float64
	drop   float64 // share of the features left out at random (Hinton et al. 2012)
	decay  float64 // what a weight's own size takes from it with each step
	seed   uint64
}

// train passes the sequences several times, each time in another order. The weights are
// the mean of what they were after each pass of the second half: what the order of the
// last few sequences did to them goes under in it.
func (c *crf) train(data []sequence, o options) {
	random := rand.New(rand.NewPCG(o.seed, 1))
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	sum := make([]float32, len(c.weights))
	var transitions [states][states]float64
	summed := 0
	for pass := range o.passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for n, i := range order {
			if n%64 == 0 {
				c.refresh()
			}
			c.step(&data[i], o.rate, o, random)
		}
		if pass < o.passes/2 {
			continue
		}
		summed++
		for i, w := range c.weights {
			sum[i] += w
		}
		for from := range states {
			for to := range states {
				transitions[from][to] += c.transitions[from][to]
			}
		}
	}
	for i, w := range sum {
		c.weights[i] = w / float32(summed)
	}
	for from := range states {
		for to := range states {
			c.transitions[from][to] = transitions[from][to] / float64(summed)
		}
	}
	c.refresh()
}

func (c *crf) refresh() {
	for from := range states {
		for to := range states {
			c.odds[from][to] = math.Exp(c.transitions[from][to])
		}
	}
}

func grow(s [][states]float64, n int) [][states]float64 {
	if cap(s) < n {
		return make([][states]float64, n, 2*n)
	}
	return s[:n]
}

// step moves the weights by the gradient of one sequence's likelihood.
func (c *crf) step(q *sequence, rate float64, o options, random *rand.Rand) {
	n := len(q.features)
	c.scores = grow(c.scores, n)
	used := make([][]int32, n)
	// What is left must weigh as much as the whole will.
	gain := 1 / (1 - o.drop)
	limit := uint32(o.drop * (1 << 32))
	for k, features := range q.features {
		kept := features
		if o.drop > 0 {
			kept = make([]int32, 0, len(features))
			for _, f := range features {
				if uint32(random.Uint64()>>32) >= limit {
					kept = append(kept, f)
				}
			}
		}
		used[k] = kept
		var sum [states]float32
		for _, f := range kept {
			row := c.weights[int(f)*states : int(f)*states+states]
			for s := range sum {
				sum[s] += row[s]
			}
		}
		top := math.Inf(-1)
		for s := range sum {
			v := float64(sum[s]) * gain
			c.scores[k][s] = v
			top = max(top, v)
		}
		for s := range sum {
			c.scores[k][s] = math.Exp(c.scores[k][s] - top)
		}
	}
	var edges [2][states][states]float64
	c.node[0] = grow(c.node[0], n)
	c.node[1] = grow(c.node[1], n)
	if !c.sumProduct(n, nil, c.node[0], &edges[0]) || !c.sumProduct(n, q.allowed, c.node[1], &edges[1]) {
		return
	}
	weight := float64(q.weight)
	for k := range n {
		for s := range states {
			d := (c.node[1][k][s] - c.node[0][k][s]) * weight
			if d < 1e-3 && d > -1e-3 {
				continue
			}
			for _, f := range used[k] {
				at := int(f)*states + s
				g := float32(d) - float32(o.decay)*c.weights[at]
				c.squares[at] += g * g
				c.weights[at] += float32(rate) * g / float32(math.Sqrt(float64(c.squares[at])+1e-3))
			}
		}
	}
	for from := range states {
		for _, to := range leads[from] {
			d := (edges[1][from][to] - edges[0][from][to]) * weight
			if d == 0 {
				continue
			}
			c.transSquares[from][to] += d * d
			c.transitions[from][to] += rate * d / math.Sqrt(c.transSquares[from][to]+1e-3)
		}
	}
}

// sumProduct fills in the probability of each state of each piece, and the expected number
// of each pair of states in a row, over all paths that allowed leaves open. It reports
// false where none is.
func (c *crf) sumProduct(n int, allowed []uint32, node [][states]float64, edges *[states][states]float64) bool {
	c.forward = grow(c.forward, n)
	open := func(k, s int) bool { return allowed == nil || allowed[k]&(1<<s) != 0 }
	for k := range n {
		sum := 0.0
		for s := range states {
			c.forward[k][s] = 0
			if !open(k, s) {
				continue
			}
			v := 0.0
			if k == 0 {
				if ner.MayFollow(ner.Outside, ner.State(s)) {
					v = c.odds[0][s]
				}
			} else {
				for _, f := range follows[s] {
					v += c.forward[k-1][f] * c.odds[f][s]
				}
			}
			c.forward[k][s] = v * c.scores[k][s]
			sum += c.forward[k][s]
		}
		if !(sum > 0) {
			return false
		}
		for s := range states {
			c.forward[k][s] /= sum
		}
	}
	var behind [states]float64
	total := 0.0
	for s := range states {
		if ner.MayFollow(ner.State(s), ner.Outside) {
			behind[s] = c.odds[s][0]
			total += c.forward[n-1][s] * behind[s]
		}
	}
	if !(total > 0) {
		return false
	}
	for s := range states {
		edges[s][0] += c.forward[n-1][s] * behind[s] / total
	}
	for k := n - 1; k >= 0; k-- {
		sum := 0.0
		for s := range states {
			node[k][s] = c.forward[k][s] * behind[s]
			sum += node[k][s]
		}
		if !(sum > 0) {
			return false
		}
		for s := range states {
			node[k][s] /= sum
		}
		if k == 0 {
			for s := range states {
				if ner.MayFollow(ner.Outside, ner.State(s)) {
					edges[0][s] += node[0][s]
				}
			}
			break
		}
		var next [states]float64
		norm := 0.0
		mass := 0.0
		for s := range states {
			if !open(k, s) {
				continue
			}
			v := c.scores[k][s] * behind[s]
			if v == 0 {
				continue
			}
			for _, f := range follows[s] {
				e := c.odds[f][s] * v
				next[f] += e
				mass += c.forward[k-1][f] * e
			}
			norm += v
		}
		if !(mass > 0) || !(norm > 0) {
			return false
		}
		for s := range states {
			if !open(k, s) {
				continue
			}
			v := c.scores[k][s] * behind[s]
			if v == 0 {
				continue
			}
			for _, f := range follows[s] {
				edges[f][s] += c.forward[k-1][f] * c.odds[f][s] * v / mass
			}
		}
		for s := range states {
			next[s] /= norm
		}
		behind = next
	}
	return true
}
