package postag

import (
	"bytes"
	"encoding/gob"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// readModel reads a map of maps as loadWeights does.
func readModel(r *gobReader) map[string]map[string]float64 {
	model := map[string]map[string]float64{}
	for range r.length() {
		feature := string(r.bytes())
		row := map[string]float64{}
		for range r.length() {
			class := string(r.bytes())
			row[class] = r.float()
		}
		model[feature] = row
	}
	return model
}

func TestReadsWhatGobWrites(t *testing.T) {
	rows := rapid.MapOfN(rapid.String(), rapid.Float64(), 0, 5)
	rapid.Check(t, func(t *rapid.T) {
		model := rapid.MapOfN(rapid.String(), rows, 1, 20).Draw(t, "model")
		var stream bytes.Buffer
		if err := gob.NewEncoder(&stream).Encode(model); err != nil {
			t.Fatal(err)
		}
		r := newGobReader(stream.Bytes())
		if diff := cmp.Diff(model, readModel(r)); diff != "" || r.err != nil || len(r.data) != 0 {
			t.Errorf("error %v, %d bytes left, (-want +got):\n%s", r.err, len(r.data), diff)
		}
	})
}

func TestReadsBrokenStream(t *testing.T) {
	var stream bytes.Buffer
	if err := gob.NewEncoder(&stream).Encode(map[string]map[string]float64{"word": {"NN": 1.5}}); err != nil {
		t.Fatal(err)
	}
	whole := stream.Bytes()
	for n := range whole {
		r := newGobReader(whole[:n])
		readModel(r)
		if r.err == nil {
			t.Errorf("no error with the first %d of %d bytes", n, len(whole))
		}
	}
}

func FuzzGob(f *testing.F) {
	f.Add([]byte("\x0f\xff\x87\x04\x01\x02\xff\x88\x00\x01\f\x01\xff\x86\x00\x00"))
	f.Fuzz(func(t *testing.T, stream []byte) {
		r := newGobReader(stream)
		readModel(r)
		if r.err != nil && r.data != nil {
			t.Errorf("%d bytes left after an error", len(r.data))
		}
	})
}

func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.MapOf(rapid.String(), rapid.SliceOf(rapid.Int32())).Draw(t, "rows")
		filled := newTable(len(rows), 0)
		for name, row := range rows {
			filled.add(hash(name), row)
		}
		for name, row := range rows {
			if diff := cmp.Diff(append([]int32{}, row...), append([]int32{}, filled.row(hash(name))...)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", name, diff)
			}
		}
		if name := rapid.String().Draw(t, "another"); rows[name] == nil && len(filled.row(hash(name))) > 0 {
			t.Errorf("%q has a row", name)
		}
	})
}
