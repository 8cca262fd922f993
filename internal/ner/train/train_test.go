package main

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/internal/gazetteer"
	"augury/internal/ner"
	"augury/internal/span"
)

// TestTrim holds what of a public corpus's names goes outside of ours.
func TestTrim(t *testing.T) {
	names := gazetteer.New()
	for _, c := range []struct{ name, label, want string }{
		{"the Baltic Council", "ORG", "Baltic Council"},
		{"President Ana Ruiz", "PERSON", "Ana Ruiz"},
		{"Ana Ruiz", "PERSON", "Ana Ruiz"},
		{"President Ruiz Library", "ORG", "President Ruiz Library"},
		{"Kenya 's", "LOC", "Kenya"},
		{"The", "ORG", "The"},
	} {
		s := trim(names, c.name, mention{span.Span{Start: 0, End: len(c.name)}, c.label})
		if got := s.In(c.name); got != c.want {
			t.Errorf("trim(%q, %s) = %q, want %q", c.name, c.label, got, c.want)
		}
	}
}

// TestByHead holds which miscellaneous names are ours.
func TestByHead(t *testing.T) {
	names := gazetteer.New()
	for _, c := range []struct {
		name  string
		label ner.Label
		vague bool
	}{
		{"Treaty of Varna", ner.Initiative, false},
		{"Orchard Act", ner.Initiative, false},
		{"Bramble War", ner.Event, false},
		{"Seven Lamps", ner.Event, true},
	} {
		labels, vague := byHead(names, c.name)
		if labels[0] != c.label || vague != c.vague {
			t.Errorf("byHead(%q) = %v, %v", c.name, labels, vague)
		}
	}
}

// TestExamplesAreSound reads the sentences of our own: every mark must be closed and every
// label known.
func TestExamplesAreSound(t *testing.T) {
	texts, err := examples()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, x := range texts {
		for _, m := range x.mentions {
			found++
			if _, ok := ner.ParseLabel(m.label); !ok || m.In(x.words) == "" {
				t.Errorf("%s: mention %q has label %q", x.name, m.In(x.words), m.label)
			}
		}
	}
	if found < 100 {
		t.Errorf("%d mentions, want some hundreds", found)
	}
}

// TestLearns trains on two sequences that one feature each tells apart.
func TestLearns(t *testing.T) {
	unit := ner.StateOf(ner.GPE, ner.Unit)
	data := []sequence{
		{features: [][]int32{{0}, {1}}, allowed: []uint32{outside, 1 << unit}, weight: 1},
		{features: [][]int32{{1}, {0}}, allowed: []uint32{1 << unit, outside}, weight: 1},
	}
	c := newCRF(2)
	c.train(data, options{passes: 30, rate: 0.5, seed: 1})
	if c.weights[states+int(unit)] < 1 || c.weights[int(unit)] > 0 {
		t.Errorf("weights of the state: %v with its feature, %v without", c.weights[states+int(unit)], c.weights[int(unit)])
	}
	again := newCRF(2)
	again.train(data, options{passes: 30, rate: 0.5, seed: 1})
	if diff := cmp.Diff(c.weights, again.weights); diff != "" {
		t.Error(diff)
	}
}

// TestSumProduct compares the probabilities of states with those from all paths, one by one.
func TestSumProduct(t *testing.T) {
	c := newCRF(0)
	for from := range states {
		for to := range states {
			c.transitions[from][to] = math.Sin(float64(from*states + to))
		}
	}
	c.refresh()
	const n = 3
	c.scores = make([][states]float64, n)
	for k := range n {
		for s := range states {
			c.scores[k][s] = math.Exp(math.Cos(float64(k*states + s)))
		}
	}
	var want [n][states]float64
	total := 0.0
	path := [n]int{}
	var walk func(k int, weight float64)
	walk = func(k int, weight float64) {
		before := 0
		if k > 0 {
			before = path[k-1]
		}
		if k == n {
			if ner.MayFollow(ner.State(before), ner.Outside) {
				weight *= c.odds[before][0]
				total += weight
				for i, s := range path {
					want[i][s] += weight
				}
			}
			return
		}
		for s := range states {
			if ner.MayFollow(ner.State(before), ner.State(s)) {
				path[k] = s
				walk(k+1, weight*c.odds[before][s]*c.scores[k][s])
			}
		}
	}
	walk(0, 1)
	node := make([][states]float64, n)
	var edges [states][states]float64
	if !c.sumProduct(n, nil, node, &edges) {
		t.Fatal("no path")
	}
	for k := range n {
		for s := range states {
			if w := want[k][s] / total; math.Abs(node[k][s]-w) > 1e-9 {
				t.Fatalf("piece %d, state %d: %v, want %v", k, s, node[k][s], w)
			}
		}
	}
}
