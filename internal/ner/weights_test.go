package ner

import (
	"testing"

	"augury/internal/gazetteer"
)

// small is a model of two features, one cluster and one list.
func small() *Parts {
	var first, second [States]float64
	first[Outside], first[States-1] = 1.5, -3
	second[3] = 0.5
	return &Parts{
		Clusters: map[uint32]uint16{7: 1}, Lists: map[uint32]uint16{9: 2},
		Weights: map[uint32]*[States]float64{1: &first, 0xfffffffe: &second},
	}
}

// TestSums holds the rows of weights to be summed state by state, with signs, also for
// more features than fit into a lane.
func TestSums(t *testing.T) {
	const largest = 127 // a unit of 1
	p := small()
	p.Weights[1][Outside] = 2
	p.Weights[0xfffffffe][3] = 5
	m, err := Unpack(p.Pack(largest), gazetteer.New())
	if err != nil {
		t.Fatal(err)
	}
	var features []uint32
	for range 600 {
		features = append(features, 1, 12345)
	}
	features = append(features, 0xfffffffe)
	var got [States]int32
	m.weights.sum(&got, features)
	want := [States]int32{Outside: 1200, 3: 5, States - 1: -1800}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// FuzzUnpack holds that a damaged file is an error, not a panic.
func FuzzUnpack(f *testing.F) {
	names := gazetteer.New()
	packed := small().Pack(4)
	if _, err := Unpack(packed, names); err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Add(packed[:len(packed)-1])
	f.Add(packed[:20])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Unpack(data, names); err == nil && m == nil {
			t.Error("neither a model nor an error")
		}
	})
}
