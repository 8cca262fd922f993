package weights

// Table maps hashed features to rows of numbers. It is written once, when a model is
// loaded, and may then be read by many goroutines at once.
type Table struct {
	slots []slot // open addressing; a power of two, at most three quarters full
	rows  []int32
}

type slot struct {
	key   uint64 // 0 where the slot is free
	start uint32
	count uint32
}

// NewTable makes room for the given number of features and of numbers in all their rows.
func NewTable(features, numbers int) *Table {
	size := 16
	for size*3 < features*4 {
		size *= 2
	}
	return &Table{slots: make([]slot, size), rows: make([]int32, 0, numbers)}
}

// Add puts a row under a key. Two features that share all 64 bits of their hash would
// share the later one's row; prose's models have no such pair.
func (t *Table) Add(key uint64, row ...int32) {
	i := t.find(key)
	t.slots[i] = slot{key: key | 1, start: uint32(len(t.rows)), count: uint32(len(row))}
	t.rows = append(t.rows, row...)
}

// Row returns the row of a key, empty where there is none.
func (t *Table) Row(key uint64) []int32 {
	s := t.slots[t.find(key)]
	return t.rows[s.start : s.start+s.count]
}

// find returns the slot that holds key, or the free one where it belongs.
func (t *Table) find(key uint64) int {
	mask := uint64(len(t.slots) - 1)
	i := (key >> 32) & mask
	for t.slots[i].key != 0 && t.slots[i].key != key|1 {
		i = (i + 1) & mask
	}
	return int(i)
}

// Hash is the hash of a string: FNV-1a, 64 bits.
func Hash[T string | []byte](s T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Mix folds b into a, so that a feature of several parts is hashed from the hashes of its
// parts. The order counts. The finishing steps are those of MurmurHash3.
func Mix(a, b uint64) uint64 {
	h := a*0x9e3779b97f4a7c15 ^ b
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
