package main

import (
	"encoding/gob"
	"os"

	"augury/internal/ner"
)

// trainModel trains on some of the gold and on the public corpora, and packs the result.
func trainModel(m *material, c config, gold []*sample) []byte {
	parts := &ner.Parts{Clusters: m.clusters, Lists: m.lists}
	first := m.firstLayer(c, gold)
	parts.First, parts.Transitions = weightsOf(first, m.keys), first.transitions
	if !c.noSecond {
		parts.Second = m.secondLayer(c, gold, parts)
	}
	return parts.Pack(c.largest)
}

// jackknives is the number of parts that the gold is cut into, so that the second layer
// learns from answers of a first layer for texts that it has not seen.
const jackknives = 6

// secondLayer learns what the document's answers for the same words are worth.
func (m *material) secondLayer(c config, gold []*sample, full *ner.Parts) map[uint32]*[states]float64 {
	var data []sequence
	var hashes [][][]uint32
	for part := range jackknives {
		var in, out []*sample
		for i, s := range gold {
			if i%jackknives == part {
				out = append(out, s)
			} else {
				in = append(in, s)
			}
		}
		layer := m.firstLayer(c, in)
		parts := &ner.Parts{Clusters: m.clusters, Lists: m.lists, First: weightsOf(layer, m.keys), Transitions: layer.transitions}
		model, err := ner.Unpack(parts.Pack(c.largest), m.names)
		if err != nil {
			panic(err)
		}
		for _, s := range out {
			emissions, path := model.FirstLayer(s.doc)
			features := s.doc.SecondFeatures(path)
			k := 0
			for _, q := range s.chains {
				n := len(q.features)
				data = append(data, sequence{base: emissions[k : k+n], allowed: q.allowed, weight: q.weight})
				hashes = append(hashes, features[k:k+n])
				k += n
			}
		}
	}
	ids := map[uint32]int32{}
	var keys []uint32
	for i := range data {
		for _, piece := range hashes[i] {
			row := make([]int32, 0, len(piece))
			for _, h := range piece {
				id, ok := ids[h]
				if !ok {
					id = int32(len(keys))
					ids[h] = id
					keys = append(keys, h)
				}
				row = append(row, id)
			}
			data[i].features = append(data[i].features, row)
		}
	}
	second := newCRF(len(keys))
	second.transitions, second.frozen = full.Transitions, true
	second.train(data, c.second)
	return weightsOf(second, keys)
}

// firstLayer goes on from the weights that the public corpora taught, with the gold and a
// part of the public texts.
func (m *material) firstLayer(c config, gold []*sample) *crf {
	var data []sequence
	for range c.repeat {
		for _, s := range gold {
			data = append(data, s.chains...)
		}
	}
	layer := newCRF(len(m.keys))
	if m.base != nil {
		copy(layer.weights, m.base.weights)
		layer.transitions = m.base.transitions
	}
	if c.keep > 0 {
		for i, s := range m.public {
			if i%c.keep != 0 {
				continue
			}
			for _, q := range s.chains {
				q.weight *= float32(c.public)
				data = append(data, q)
			}
		}
	}
	layer.train(data, c.options)
	return layer
}

// pretrain learns from the public corpora alone.
func (m *material) pretrain(c config) {
	if len(m.public) == 0 {
		return
	}
	m.base = newCRF(len(m.keys))
	if c.cache != "" {
		if file, err := os.Open(c.cache + ".base"); err == nil {
			defer file.Close()
			d := gob.NewDecoder(file)
			if d.Decode(&m.base.weights) == nil && len(m.base.weights) == len(m.keys)*states && d.Decode(&m.base.transitions) == nil {
				return
			}
			m.base = newCRF(len(m.keys))
		}
	}
	var data []sequence
	for _, s := range m.public {
		data = append(data, s.chains...)
	}
	o := c.options
	o.epochs = c.preEpochs
	o.drop = 0.3
	o.rate = 0.1
	m.base.train(data, o)
	if c.cache != "" {
		file, err := os.Create(c.cache + ".base")
		if err != nil {
			panic(err)
		}
		defer file.Close()
		e := gob.NewEncoder(file)
		if e.Encode(m.base.weights) != nil || e.Encode(m.base.transitions) != nil {
			panic("cache")
		}
	}
}

func weightsOf(layer *crf, keys []uint32) map[uint32]*[states]float64 {
	weights := map[uint32]*[states]float64{}
	for i, key := range keys {
		var row [states]float64
		any := false
		for s := range row {
			row[s] = float64(layer.weights[i*states+s])
			any = any || row[s] != 0
		}
		if any {
			weights[key] = &row
		}
	}
	return weights
}
