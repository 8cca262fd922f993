package postag

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"

	"github.com/jdkato/prose/v2"
)

// prose exports its model as encoding/gob streams. Every run of the program has to read
// them, and to read the few forms that occur in them once from front to back takes 4 ms
// where encoding/gob, which builds a map of maps, takes 70.

var errFormat = errors.New("not the gob stream that was expected")

// gobReader reads one gob stream that holds a single map or slice. After the first error
// every method returns zero values.
type gobReader struct {
	data []byte
	err  error
}

// openModel returns a reader at the first element of one of the files of prose's tagger,
// and the number of its elements.
func openModel(file string) (*gobReader, int, error) {
	name := "model/AveragedPerceptron/" + file
	data, err := prose.Asset(name)
	if err != nil {
		return nil, 0, fmt.Errorf("open %s: %w", name, err)
	}
	r := newGobReader(data)
	n := r.length()
	if r.err != nil {
		return nil, 0, fmt.Errorf("read %s: %w", name, r.err)
	}
	return r, n, nil
}

// newGobReader returns a reader at the value of a stream. A stream is a row of messages,
// each with its length before it. Those that start with a negative number describe types;
// the first other one holds the value (see "Encoding Details" of encoding/gob).
func newGobReader(stream []byte) *gobReader {
	r := &gobReader{data: stream}
	for r.err == nil {
		message := gobReader{data: r.bytes()}
		if message.int() < 0 {
			continue
		}
		message.uint() // the nought that stands before a value that is no struct
		return &message
	}
	return r
}

func (r *gobReader) fail() {
	r.data, r.err = nil, errFormat
}

// uint reads an unsigned number: a byte up to 127, or else the negated count of the
// big-endian bytes that follow.
func (r *gobReader) uint() uint64 {
	if len(r.data) == 0 {
		r.fail()
		return 0
	}
	first := r.data[0]
	r.data = r.data[1:]
	if first < 0x80 {
		return uint64(first)
	}
	n := -int(int8(first))
	if n > 8 || n > len(r.data) {
		r.fail()
		return 0
	}
	var number [8]byte
	copy(number[8-n:], r.data[:n])
	r.data = r.data[n:]
	return binary.BigEndian.Uint64(number[:])
}

// int reads a signed number, whose lowest bit says that it is negated.
func (r *gobReader) int() int64 {
	u := r.uint()
	if u&1 != 0 {
		return ^int64(u >> 1)
	}
	return int64(u >> 1)
}

// float reads a number that is written with its bytes in reverse.
func (r *gobReader) float() float64 {
	return math.Float64frombits(bits.ReverseBytes64(r.uint()))
}

// length reads the number of elements of a map, a slice or a string.
func (r *gobReader) length() int {
	n := r.uint()
	if n > uint64(len(r.data)) { // an element takes a byte at least
		r.fail()
		return 0
	}
	return int(n)
}

// bytes reads a string as a view of the stream.
func (r *gobReader) bytes() []byte {
	n := r.length()
	read := r.data[:n]
	r.data = r.data[n:]
	return read
}
