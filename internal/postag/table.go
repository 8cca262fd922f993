package postag

// table maps hashed features to rows of weights. It is filled once, when the model is
// loaded, and may then be read by many goroutines at once.
type table struct {
	slots []slot // open addressing; a power of two of slots, at most three quarters taken
	rows  []int32
}

type slot struct {
	key   uint64 // 0 where the slot is free
	start uint32
	count uint32
}

// newTable makes room for the given number of features, and of weights in all their rows.
func newTable(features, weights int) *table {
	size := 16
	for size*3 < features*4 {
		size *= 2
	}
	return &table{slots: make([]slot, size), rows: make([]int32, 0, weights)}
}

// add puts a row under a key. Two features that share 63 bits of their hash would share
// the later one's row; the model has no such pair.
func (t *table) add(key uint64, row []int32) {
	t.slots[t.find(key)] = slot{key: key | 1, start: uint32(len(t.rows)), count: uint32(len(row))}
	t.rows = append(t.rows, row...)
}

// row returns the row of a key, empty where there is none.
func (t *table) row(key uint64) []int32 {
	s := t.slots[t.find(key)]
	return t.rows[s.start : s.start+s.count]
}

// find returns the slot that holds key, or the free one where it belongs.
func (t *table) find(key uint64) int {
	mask := uint64(len(t.slots) - 1)
	i := (key >> 32) & mask
	for t.slots[i].key != 0 && t.slots[i].key != key|1 {
		i = (i + 1) & mask
	}
	return int(i)
}

// hash is FNV-1a of 64 bits.
func hash[T string | []byte](s T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix folds the hash of one more part of a feature into that of the parts before it, by
// the finishing steps of MurmurHash3. The order of the parts counts.
func mix(before, part uint64) uint64 {
	h := before*0x9e3779b97f4a7c15 ^ part
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
