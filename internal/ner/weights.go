package ner

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"

	"augury/internal/gazetteer"
)

// weightTable holds the rows of weights of hashed features: a byte for each state. Rows
// are summed eight states at a time, in lanes of 16 bits, with the weights shifted to be
// positive: 255 rows fit before a lane runs over.
type weightTable struct {
	slots []weightSlot
	rows  []weightRow
	mask  uint32
	shift int // the highest bits of a key say where it belongs, so that a sorted file fills a table from front to back
}

type weightSlot struct {
	key uint32
	row uint32 // the row's index plus 1; 0 where the slot is free
}

// weightRow holds the weights of the states, state 0 in the lowest byte of the first word.
type weightRow [4]uint64

const (
	shift   = 128 // what is added to a weight to make it positive
	maxRows = 255
	lanes   = 0x00ff00ff00ff00ff
)

func newWeightTable(n int) weightTable {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return weightTable{slots: make([]weightSlot, size), rows: make([]weightRow, 0, n), mask: uint32(size - 1), shift: 33 - bits.Len(uint(size))}
}

// put enters the row of a key that is not there yet.
func (t *weightTable) put(key uint32, row weightRow) {
	i := key >> t.shift
	for t.slots[i].row != 0 {
		i = (i + 1) & t.mask
	}
	t.rows = append(t.rows, row)
	t.slots[i] = weightSlot{key: key, row: uint32(len(t.rows))}
}

// sum sets the emissions to the sum of the features' rows.
func (t *weightTable) sum(emissions *[States]int32, features []uint32) {
	*emissions = [States]int32{}
	t.add(emissions, features)
}

// add adds the features' rows to the emissions.
func (t *weightTable) add(emissions *[States]int32, features []uint32) {
	for len(features) > maxRows {
		t.add(emissions, features[:maxRows])
		features = features[maxRows:]
	}
	var even, odd weightRow
	found := int32(0)
	for _, key := range features {
		i := key >> t.shift
		for t.slots[i].row != 0 && t.slots[i].key != key {
			i = (i + 1) & t.mask
		}
		if t.slots[i].row == 0 {
			continue
		}
		row := &t.rows[t.slots[i].row-1]
		found++
		even[0] += row[0] & lanes
		odd[0] += row[0] >> 8 & lanes
		even[1] += row[1] & lanes
		odd[1] += row[1] >> 8 & lanes
		even[2] += row[2] & lanes
		odd[2] += row[2] >> 8 & lanes
		even[3] += row[3] & lanes
		odd[3] += row[3] >> 8 & lanes
	}
	for s := range emissions {
		word := even[s/8]
		if s%2 == 1 {
			word = odd[s/8]
		}
		emissions[s] += int32(word>>(s%8/2*16)&0xffff) - shift*found
	}
}

// The file of a model: a line that names the format; the scale of the weights; the
// transitions; then, each with the number of its entries before it, the clusters, the
// lists, and the weights. Keys ascend and are written as the difference to
// the one before. A row is a mask of the states that have a weight, and their weights.
const magic = "augury names 2\n"

var errModel = errors.New("not a model of names, or one of another version")

// Parts is a model as training makes it, before it is packed.
type Parts struct {
	Clusters, Lists map[uint32]uint16
	Transitions     [States][States]float64
	Weights         map[uint32]*[States]float64 // by feature, in nats
}

// Pack writes a model. Weights are rounded to a 127th of the largest that the scale
// leaves room for; rows that round to nothing are left out.
func (p *Parts) Pack(largest float64) []byte {
	unit := largest / 127
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(unit))
	for _, row := range p.Transitions {
		for _, w := range row {
			b = binary.LittleEndian.AppendUint32(b, uint32(int32(math.Round(w/unit))))
		}
	}
	for _, table := range []map[uint32]uint16{p.Clusters, p.Lists} {
		b = binary.AppendUvarint(b, uint64(len(table)))
		last := uint32(0)
		for _, key := range sortedKeys(table) {
			b = binary.AppendUvarint(b, uint64(key-last))
			b = binary.LittleEndian.AppendUint16(b, table[key])
			last = key
		}
	}
	var rows []byte
	n, last := 0, uint32(0)
	for _, key := range sortedKeys(p.Weights) {
		mask, values := quantise(p.Weights[key], unit)
		if mask == 0 {
			continue
		}
		rows = binary.AppendUvarint(rows, uint64(key-last))
		rows = binary.AppendUvarint(rows, uint64(mask))
		rows = append(rows, values...)
		last = key
		n++
	}
	b = binary.AppendUvarint(b, uint64(n))
	return append(b, rows...)
}

// quantise gives a row's mask of states and their weights, each a byte.
func quantise(row *[States]float64, unit float64) (mask uint32, values []byte) {
	for s, w := range row {
		q := min(max(math.Round(w/unit), -127), 127)
		if q != 0 {
			mask |= 1 << s
			values = append(values, byte(int8(q)))
		}
	}
	return mask, values
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	return slices.Sorted(maps.Keys(m))
}

// Unpack reads a model that Pack wrote.
func Unpack(data []byte, names *gazetteer.Gazetteer) (*Model, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, errModel
	}
	r := &reader{data: data[len(magic):]}
	m := &Model{scale: math.Float64frombits(binary.LittleEndian.Uint64(r.next(8)))}
	for from := range m.transitions {
		for to := range m.transitions[from] {
			w := int32(binary.LittleEndian.Uint32(r.next(4)))
			m.transitions[from][to] = w
			m.odds[from][to] = math.Exp(float64(w) * m.scale)
		}
	}
	m.sure = sureStates()
	m.sureWeight = int32(math.Round(sureNats / m.scale))
	clusters, lists := r.table(), r.table()
	m.lexicon = NewLexicon(names, clusters, lists)
	m.weights = r.weights()
	if r.failed || len(r.data) > 0 {
		return nil, fmt.Errorf("unpack: %w", errModel)
	}
	return m, nil
}

// reader reads the parts of a model's file. After the first fault it gives zeros.
type reader struct {
	data   []byte
	failed bool
}

var zeros [8]byte

func (r *reader) next(n int) []byte {
	if len(r.data) < n {
		r.failed, r.data = true, nil
		return zeros[:n]
	}
	head := r.data[:n]
	r.data = r.data[n:]
	return head
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.failed, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

// count reads a number of entries, each of which takes two bytes at least.
func (r *reader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.data))/2 {
		r.failed, r.data = true, nil
		return 0
	}
	return int(n)
}

func (r *reader) table() *HashTable {
	n := r.count()
	t := NewHashTable(n)
	key := uint32(0)
	for range n {
		key += uint32(r.uvarint())
		value := binary.LittleEndian.Uint16(r.next(2))
		if r.failed {
			break
		}
		t.Put(key, value)
	}
	return t
}

func (r *reader) weights() weightTable {
	n := r.count()
	t := newWeightTable(n)
	key := uint32(0)
	for range n {
		key += uint32(r.uvarint())
		mask := uint32(r.uvarint())
		row := weightRow{shift * 0x0101010101010101, shift * 0x0101010101010101, shift * 0x0101010101010101, shift * 0x0101010101010101}
		for mask &= 1<<States - 1; mask != 0; mask &= mask - 1 {
			s := bits.TrailingZeros32(mask)
			value := r.next(1)[0] + shift
			row[s/8] = row[s/8]&^(0xff<<(s%8*8)) | uint64(value)<<(s%8*8)
		}
		if r.failed {
			break
		}
		t.put(key, row)
	}
	return t
}
