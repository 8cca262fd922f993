package store

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"iter"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// rowsOf yields the rows, then the error where there is one.
func rowsOf(err error, rows ...Row) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

var testColumns = []Column{
	{Name: "quote", Type: Text}, {Name: "start", Type: Integer}, {Name: "low", Type: Number}, {Name: "negated", Type: Boolean},
}

func TestWriteCSV(t *testing.T) {
	for _, c := range []struct {
		name string
		row  Row
		raw  bool
		want string
	}{
		{"plain", Row{"growth", int64(3), 2.5, true}, false, "growth,3,2.5,true\r\n"},
		{"nothing known", Row{nil, nil, nil, nil}, false, ",,,\r\n"},
		{"comma and quotes", Row{`so, "they" say`, int64(0), 0.0, false}, false, `"so, ""they"" say",0,0,false` + "\r\n"},
		{"line feed stays a line feed", Row{"a\nb", int64(0), 0.0, false}, false, "\"a\nb\",0,0,false\r\n"},
		{"carriage return stays", Row{"a\r\nb", int64(0), 0.0, false}, false, "\"a\r\nb\",0,0,false\r\n"},
		{"curly quotes and emoji", Row{"“grün” 🌍", int64(0), 0.0, false}, false, "“grün” 🌍,0,0,false\r\n"},
		{"spaces at the ends", Row{" a ", int64(0), 0.0, false}, false, " a ,0,0,false\r\n"},
		{"formula", Row{`=HYPERLINK("x")`, int64(0), 0.0, false}, false, `"'=HYPERLINK(""x"")",0,0,false` + "\r\n"},
		{"plus", Row{"+1 point", int64(0), 0.0, false}, false, "'+1 point,0,0,false\r\n"},
		{"minus", Row{"-3%", int64(0), 0.0, false}, false, "'-3%,0,0,false\r\n"},
		{"at", Row{"@desk", int64(0), 0.0, false}, false, "'@desk,0,0,false\r\n"},
		{"tab", Row{"\tx", int64(0), 0.0, false}, false, "'\tx,0,0,false\r\n"},
		{"return", Row{"\rx", int64(0), 0.0, false}, false, "\"'\rx\",0,0,false\r\n"},
		{"formula, raw", Row{"=1+1", int64(0), 0.0, false}, true, "=1+1,0,0,false\r\n"},
		{"a sign inside", Row{"a=b", int64(0), 0.0, false}, false, "a=b,0,0,false\r\n"},
		{"numbers below zero", Row{"x", int64(-3), -0.5, false}, false, "x,-3,-0.5,false\r\n"},
		{"no exponent", Row{"x", int64(0), 1e21, false}, false, "x,0,1000000000000000000000,false\r\n"},
	} {
		var got bytes.Buffer
		if err := WriteCSV(&got, testColumns, rowsOf(nil, c.row), c.raw); err != nil {
			t.Fatal(err)
		}
		if want := "quote,start,low,negated\r\n" + c.want; got.String() != want {
			t.Errorf("%s: got %q, want %q", c.name, got.String(), want)
		}
	}
	var got bytes.Buffer
	if err := WriteCSV(&got, testColumns, rowsOf(nil), false); err != nil || got.String() != "quote,start,low,negated\r\n" {
		t.Errorf("without rows: %q, %v", got.String(), err)
	}
}

// brokenWriter takes no byte.
type brokenWriter struct{}

var errBroken = errors.New("broken")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWritersPassErrorsOn(t *testing.T) {
	row := Row{strings.Repeat("x", 10_000), int64(0), 0.0, false}
	bad := Row{"x", int64(0), math.NaN(), false}
	for name, write := range map[string]func(w *bytes.Buffer, rows iter.Seq2[Row, error]) error{
		"csv":   func(w *bytes.Buffer, rows iter.Seq2[Row, error]) error { return WriteCSV(w, testColumns, rows, false) },
		"json":  func(w *bytes.Buffer, rows iter.Seq2[Row, error]) error { return WriteJSON(w, testColumns, rows) },
		"jsonl": func(w *bytes.Buffer, rows iter.Seq2[Row, error]) error { return WriteJSONLines(w, testColumns, rows) },
	} {
		if err := write(new(bytes.Buffer), rowsOf(errBroken, row)); !errors.Is(err, errBroken) {
			t.Errorf("%s: error of the rows became %v", name, err)
		}
		if name != "csv" && write(new(bytes.Buffer), rowsOf(nil, bad)) == nil {
			t.Errorf("%s: no error for a number that JSON does not have", name)
		}
	}
	if err := WriteCSV(brokenWriter{}, testColumns, rowsOf(nil, row), false); !errors.Is(err, errBroken) {
		t.Errorf("csv: error of the writer became %v", err)
	}
	if err := WriteJSON(brokenWriter{}, testColumns, rowsOf(nil, row)); !errors.Is(err, errBroken) {
		t.Errorf("json: error of the writer became %v", err)
	}
	if err := WriteJSONLines(brokenWriter{}, testColumns, rowsOf(nil, row)); !errors.Is(err, errBroken) {
		t.Errorf("jsonl: error of the writer became %v", err)
	}
}

// TestCSVReadsBack writes any text and reads it with the reader of encoding/csv, which
// turns CRLF within a field into LF and nothing else.
func TestCSVReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching("[a=+@,\"\r\n\t -]{0,8}")).Draw(t, "text")
		raw := rapid.Bool().Draw(t, "raw")
		var file bytes.Buffer
		if err := WriteCSV(&file, testColumns, rowsOf(nil, Row{text, int64(1), 1.0, true}), raw); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&file).ReadAll()
		if err != nil || len(records) != 2 {
			t.Fatalf("%q: %d records, %v", text, len(records), err)
		}
		got := records[1][0]
		if !raw && text != "" && strings.Contains("=+-@\t\r", text[:1]) {
			if !strings.HasPrefix(got, "'") {
				t.Fatalf("%q is not guarded", text)
			}
			got = got[1:]
		}
		if want := strings.ReplaceAll(text, "\r\n", "\n"); got != want {
			t.Fatalf("%q came back as %q", text, got)
		}
	})
}

func TestWriteJSON(t *testing.T) {
	rows := []Row{{"“a” <b> & \"c\"\n", int64(3), 2.5, true}, {nil, int64(0), nil, false}}
	const first = `{"quote":"“a” <b> & \"c\"\n","start":3,"low":2.5,"negated":true}`
	const second = `{"quote":null,"start":0,"low":null,"negated":false}`
	var lines, array, empty bytes.Buffer
	if err := WriteJSONLines(&lines, testColumns, rowsOf(nil, rows...)); err != nil {
		t.Fatal(err)
	}
	if want := first + "\n" + second + "\n"; lines.String() != want {
		t.Errorf("lines are %s", lines.String())
	}
	if err := WriteJSON(&array, testColumns, rowsOf(nil, rows...)); err != nil {
		t.Fatal(err)
	}
	if want := "[\n" + first + ",\n" + second + "\n]\n"; array.String() != want || !json.Valid(array.Bytes()) {
		t.Errorf("array is %s", array.String())
	}
	if err := WriteJSON(&empty, testColumns, rowsOf(nil)); err != nil || empty.String() != "[]\n" {
		t.Errorf("no rows are %q, %v", empty.String(), err)
	}
}
