package numeral

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// read is what the tests compare: the words of a number and what it is worth.
type read struct {
	Words string
	Value float64
}

var examples = []struct {
	text string
	want []read
}{
	// Figures.
	{"rose by 12 points", []read{{"12", 12}}},
	{"0.25 and .75", []read{{"0.25", 0.25}, {".75", 0.75}}},
	{"1,250 ships, 1,250.5 tonnes", []read{{"1,250", 1250}, {"1,250.5", 1250.5}}},
	{"1,234,567 people", []read{{"1,234,567", 1234567}}},
	{"0,25 und 88,3", []read{{"0,25", 0.25}, {"88,3", 88.3}}},
	{"0,125 of it", []read{{"0,125", 0.125}}},
	{"1.250,5 tonnes", []read{{"1.250,5", 1250.5}}},
	{"12\u00a0500 men", []read{{"12\u00a0500", 12500}}},
	{"items 1,2,3", []read{{"1", 1}, {"2", 2}, {"3", 3}}},
	{"10, 12 and 15", []read{{"10", 10}, {"12", 12}, {"15", 15}}},
	{"It cost 5. Then 6.", []read{{"5", 5}, {"6", 6}}},
	{"2.5 million barrels", []read{{"2.5 million", 2.5e6}}},
	{"25bp, 5pct", []read{{"25", 25}, {"5", 5}}},

	// Fractions.
	{"½, 3½ and 4 ¼", []read{{"½", 0.5}, {"3½", 3.5}, {"4 ¼", 4.25}}},
	{"2-1/4 to 2 3/4", []read{{"2-1/4", 2.25}, {"2 3/4", 2.75}}},
	{"1/2 point", []read{{"1/2", 0.5}}},
	{"grew 53⁄4 in all, 21/2 here", []read{{"53⁄4", 5.75}, {"21/2", 2.5}}},
	{"3⁄4 point", []read{{"3⁄4", 0.75}}},

	// Signs.
	{"−0.3, -2 and +4", []read{{"−0.3", -0.3}, {"-2", -2}, {"+4", 4}}},
	{"minus five, negative 2.5", []read{{"minus five", -5}, {"negative 2.5", -2.5}}},
	{"3-5 and 3–5 and 3 -5", []read{{"3", 3}, {"5", 5}, {"3", 3}, {"5", 5}, {"3", 3}, {"5", 5}}},
	{"3% -5%", []read{{"3", 3}, {"5", 5}}},
	{"COVID-19", []read{{"19", 19}}},

	// Words.
	{"Sixty-five of us", []read{{"Sixty-five", 65}}},
	{"twenty five", []read{{"twenty five", 25}}},
	{"one hundred and twenty", []read{{"one hundred and twenty", 120}}},
	{"two hundred thousand", []read{{"two hundred thousand", 200000}}},
	{"one hundred and twenty thousand", []read{{"one hundred and twenty thousand", 120000}}},
	{"a hundred or a thousand", []read{{"a hundred", 100}, {"a thousand", 1000}}},
	{"between one hundred and two hundred", []read{{"one hundred", 100}, {"two hundred", 200}}},
	{"between three and five", []read{{"three", 3}, {"five", 5}}},
	{"fifteen hundred", []read{{"fifteen hundred", 1500}}},
	{"two and a half", []read{{"two and a half", 2.5}}},
	{"two-and-a-half", []read{{"two-and-a-half", 2.5}}},
	{"three and three-quarters", []read{{"three and three-quarters", 3.75}}},
	{"2 and a half", []read{{"2 and a half", 2.5}}},
	{"a quarter of it", []read{{"a quarter", 0.25}}},
	{"one-half, three quarters, four-tenths", []read{{"one-half", 0.5}, {"three quarters", 0.75}, {"four-tenths", 0.4}}},
	{"half a point, half-point", []read{{"half", 0.5}, {"half", 0.5}}},
	{"zero point five", []read{{"zero point five", 0.5}}},
	{"zero-point-two-five", []read{{"zero-point-two-five", 0.25}}},
	{"point five", []read{{"point five", 0.5}}},
	{"one- to four-tenths", []read{{"one", 1}, {"four-tenths", 0.4}}},

	// Nothing is a number here.
	{"", nil},
	{"G20, Q4, PM2.5 and the 4th", nil},
	{"twenty-third", []read{{"twenty", 20}}},
	{"in the third quarter and the second half", nil},
	{"often stone weighs a ton", nil},
	{"at this point", nil},
	{"an anthem, a thirdhand car", nil},
	{"1.2.3", []read{{"1.2", 1.2}}},
}

func TestFind(t *testing.T) {
	for _, example := range examples {
		var got []read
		for _, n := range Find(example.text) {
			got = append(got, read{n.In(example.text), n.Value})
		}
		if diff := cmp.Diff(example.want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", example.text, diff)
		}
	}
}

func TestDenominator(t *testing.T) {
	for text, want := range map[string]int{
		"four-tenths": 10, "two and a half": 2, "a quarter": 4, "3/4": 0, "seven": 0,
	} {
		n, ok := At(text, 0)
		if !ok || n.Denominator != want {
			t.Errorf("At(%q): denominator %d, found %v; want %d", text, n.Denominator, ok, want)
		}
	}
}

// inWords writes a whole number as English does, the inverse of what the package reads.
func inWords(n int) string {
	small := []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
		"nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
		"seventeen", "eighteen", "nineteen"}
	tens := []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	switch {
	case n < 20:
		return small[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return tens[n/10] + "-" + small[n%10]
	case n < 1000:
		if n%100 == 0 {
			return small[n/100] + " hundred"
		}
		return small[n/100] + " hundred and " + inWords(n%100)
	}
	for _, scale := range []struct {
		size int
		name string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}} {
		if n < scale.size {
			continue
		}
		text := inWords(n/scale.size) + " " + scale.name
		switch rest := n % scale.size; {
		case rest == 0:
			return text
		case rest < 100:
			return text + " and " + inWords(rest)
		default:
			return text + " " + inWords(rest)
		}
	}
	panic("unreachable: every number from 1,000 up has a scale")
}

func TestWordsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.IntRange(0, 999_999_999_999).Draw(t, "n")
		// Most numbers drawn have all their digits; short ones matter as much.
		want /= int(math.Pow10(rapid.IntRange(0, 11).Draw(t, "digits cut off")))
		text := inWords(want)
		n, ok := At(text, 0)
		if !ok || n.Value != float64(want) || n.End != len(text) {
			t.Fatalf("At(%q) = %v, %v over %d bytes; want %d over %d", text, n.Value, ok, n.Len(), want, len(text))
		}
	})
}

func TestFiguresRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(0, 999_999_999).Draw(t, "whole")
		decimals := rapid.IntRange(0, 99).Draw(t, "decimals")
		digits := fmt.Sprint(whole)
		var grouped strings.Builder
		for i, digit := range digits {
			if i > 0 && (len(digits)-i)%3 == 0 {
				grouped.WriteByte(',')
			}
			grouped.WriteRune(digit)
		}
		text := fmt.Sprintf("%s.%02d", &grouped, decimals)
		want := float64(whole) + float64(decimals)/100
		n, ok := At(text, 0)
		if !ok || n.End != len(text) || math.Abs(n.Value-want) > 1e-6 {
			t.Fatalf("At(%q) = %v, %v over %d bytes; want %v", text, n.Value, ok, n.Len(), want)
		}
	})
}

// FuzzFind checks what holds of any text: numbers are inside it, in order, apart, finite,
// cut between characters, and what At reads at their start.
func FuzzFind(f *testing.F) {
	for _, example := range examples {
		f.Add(example.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, n := range Find(text) {
			if n.Start < end || n.Empty() || n.End > len(text) {
				t.Fatalf("Find(%q): %+v after byte %d", text, n, end)
			}
			end = n.End
			if math.IsNaN(n.Value) || math.IsInf(n.Value, 0) {
				t.Fatalf("Find(%q): %+v is not finite", text, n)
			}
			again, ok := At(text, n.Start)
			if !ok || again != n {
				t.Fatalf("Find(%q) has %+v, At(%d) has %+v, %v", text, n, n.Start, again, ok)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Output rose by 3½ percent, or two and a half points, to 1,250.5 in the third quarter of 2021. ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
