// Package weights reads the trained models that prose v2 ships, and holds them in a flat
// table that is quick to fill and to look up.
//
// prose exports its models as encoding/gob streams. To decode one with encoding/gob takes
// many times as long as reading it once from front to back, and every run of the program
// pays for it, so the few forms that occur in the models are read here by hand.
package weights

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"

	"github.com/jdkato/prose/v2"
)

var errFormat = errors.New("not the gob stream that was expected")

// Reader reads one gob stream that holds a single map or slice. After the first error
// every method returns zero values and Err says what went wrong.
type Reader struct {
	name string
	data []byte
	err  error
}

// Open returns a Reader at the first element of one of prose's models, for example
// "AveragedPerceptron/weights.gob", and the number of its elements.
func Open(name string) (*Reader, int, error) {
	data, err := prose.Asset("model/" + name)
	if err != nil {
		return nil, 0, fmt.Errorf("open model %s: %w", name, err)
	}
	r := &Reader{name: name, data: data}
	// A stream is a row of messages, each with its length before it. Those with a negative
	// type describe types; the first other one is the value (encoding/gob, "Encoding Details").
	for r.err == nil {
		length := r.Uint()
		if length > uint64(len(r.data)) {
			r.fail()
			break
		}
		message := Reader{data: r.data[:length]}
		if message.Int() >= 0 {
			*r = Reader{name: name, data: message.data, err: message.err}
			r.Uint() // the nought before a value that is no struct
			break
		}
		r.data = r.data[length:]
	}
	n := r.Len()
	return r, n, r.Err()
}

// Err returns the first error, wrapped with the model's name.
func (r *Reader) Err() error {
	if r.err == nil {
		return nil
	}
	return fmt.Errorf("read model %s: %w", r.name, r.err)
}

func (r *Reader) fail() {
	r.err = errFormat
	r.data = nil
}

// Uint reads an unsigned number: one byte up to 127, else the negated count of the
// big-endian bytes that follow.
func (r *Reader) Uint() uint64 {
	if len(r.data) == 0 {
		r.fail()
		return 0
	}
	first := r.data[0]
	if first <= 0x7f {
		r.data = r.data[1:]
		return uint64(first)
	}
	n := -int(int8(first))
	if n > 8 || len(r.data) <= n {
		r.fail()
		return 0
	}
	var bytes [8]byte
	copy(bytes[8-n:], r.data[1:1+n])
	r.data = r.data[1+n:]
	return binary.BigEndian.Uint64(bytes[:])
}

// Int reads a signed number, whose lowest bit holds the sign.
func (r *Reader) Int() int64 {
	u := r.Uint()
	if u&1 != 0 {
		return ^int64(u >> 1)
	}
	return int64(u >> 1)
}

// Float reads a number that is written with its bytes in reverse.
func (r *Reader) Float() float64 {
	return math.Float64frombits(bits.ReverseBytes64(r.Uint()))
}

// Len reads the number of elements of a map or slice.
func (r *Reader) Len() int {
	n := r.Uint()
	if n > uint64(len(r.data)) { // an element takes a byte at least
		r.fail()
		return 0
	}
	return int(n)
}

// Bytes reads a string as a view of the stream.
func (r *Reader) Bytes() []byte {
	n := r.Len()
	read := r.data[:n]
	r.data = r.data[n:]
	return read
}

// Strings reads all of a model that is a list of strings.
func Strings(name string) ([]string, error) {
	r, n, err := Open(name)
	if err != nil {
		return nil, err
	}
	list := make([]string, n)
	for i := range list {
		list[i] = string(r.Bytes())
	}
	return list, r.Err()
}
