// Package likelihood reads words of estimative probability: the class that a wording
// belongs to ("highly unlikely": very_unlikely), and the range in percent that a
// published yardstick gives to the class. Both are tables that an analyst can read,
// terms.tsv and yardsticks.tsv.
//
// Words that promise nothing about how likely something is, "may", "could", a plain
// "will", a plan, have no range on any yardstick, and none is made up for them.
package likelihood

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The yardsticks.
const (
	ICD203 = "icd203" // Intelligence Community Directive 203 (2015)
	PHIA   = "phia"   // PHIA Probability Yardstick (2025)
	IPCC   = "ipcc"   // calibrated language of the IPCC's Fifth Assessment Report (2010)
	Kent   = "kent"   // Sherman Kent, Words of Estimative Probability (1964)
)

// Yardsticks lists every yardstick, the default first.
var Yardsticks = []string{ICD203, PHIA, IPCC, Kent}

// Row is what a yardstick says of one term.
type Row struct {
	Yardstick string
	Term      string
	Class     string
	Low, High float64 // percent
	ForClass  bool    // whether it stands for every other wording of its class
	Source    string  // where it was published
}

var (
	//go:embed yardsticks.tsv
	yardstickFile string
	//go:embed terms.tsv
	termFile string

	rows = mustParseRows(yardstickFile)

	// Builtin holds the terms of terms.tsv.
	Builtin = mustParseTerms(termFile)
)

// Rows lists what all yardsticks say, in the order of Yardsticks, the least likely first.
func Rows() []Row { return slices.Clone(rows) }

// Range gives the range in percent that a yardstick gives to a class of wording. ok is
// false for a yardstick that is not known and for a class that it gives no number to.
func Range(yardstick, class string) (low, high float64, ok bool) {
	for _, r := range rows {
		if r.Yardstick == yardstick && r.Class == class && r.ForClass {
			return r.Low, r.High, true
		}
	}
	return 0, 0, false
}

// RangeOf is Range for known words: where the yardstick has a row for just these words,
// say "more likely than not" of the IPCC, that row counts, else the one for the class.
func RangeOf(yardstick, class, words string) (low, high float64, ok bool) {
	for _, r := range rows {
		if r.Yardstick == yardstick && r.Class == class && strings.EqualFold(r.Term, words) {
			return r.Low, r.High, true
		}
	}
	return Range(yardstick, class)
}

// Class gives the class of a wording by the terms of terms.tsv and reports whether there is
// one; see Lexicon.Class.
func Class(words string) (class string, ok bool) { return Builtin.Class(words) }

// Figure gives the probability that words state in figures, in percent: "a 60 percent
// chance", "60 to 70% probability", "one in three". Low and high are equal unless it is a
// range; ok is false where there is none.
func Figure(words string) (low, high float64, ok bool) {
	fields := strings.Fields(strings.ToLower(words))
	for i := range fields {
		if low, high, n := figures(fields[i:]); n > 0 {
			return low, high, true
		}
	}
	return 0, 0, false
}

// figures reads a probability in figures that the words begin with, and how many words it
// takes without the noun behind it: 0 where there is none.
func figures(words []string) (low, high float64, n int) {
	if figure, n := percentage(words); n > 0 {
		return figure, figure, n
	}
	if figure, n := oneIn(words); n > 0 {
		return figure, figure, n
	}
	if len(words) == 0 {
		return 0, 0, 0
	}
	// "60 to 70 percent", "60-70%", "60% to 70%".
	first, rest, joined := strings.Cut(strings.ReplaceAll(words[0], "–", "-"), "-")
	behind := words[1:]
	used := 1
	switch {
	case joined:
		behind, used = append([]string{rest}, behind...), 0
	case len(behind) > 1 && (behind[0] == "to" || behind[0] == "-" || behind[0] == "–"):
		behind, used = behind[1:], 2
	default:
		return 0, 0, 0
	}
	low, err := strconv.ParseFloat(strings.TrimSuffix(first, "%"), 64)
	high, m := percentage(behind)
	if err != nil || m == 0 || low < 0 || low > high {
		return 0, 0, 0
	}
	return low, high, used + m
}

func percentage(words []string) (figure float64, n int) {
	if len(words) == 0 {
		return 0, 0
	}
	number, sign := strings.CutSuffix(words[0], "%")
	figure, err := strconv.ParseFloat(number, 64)
	if err != nil || figure < 0 || figure > 100 {
		return 0, 0
	}
	switch {
	case sign:
		return figure, 1
	case len(words) > 1 && (words[1] == "%" || words[1] == "percent"):
		return figure, 2
	case len(words) > 2 && words[1] == "per" && words[2] == "cent":
		return figure, 3
	}
	return 0, 0
}

// smallNumbers are the numbers that people say odds in.
var smallNumbers = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

func oneIn(words []string) (figure float64, n int) {
	n = 3
	if len(words) == 0 {
		return 0, 0
	}
	if parts := strings.Split(words[0], "-"); len(parts) == 3 {
		words, n = parts, 1
	}
	if len(words) < 3 || words[1] != "in" {
		return 0, 0
	}
	part, whole := slices.Index(smallNumbers, words[0]), slices.Index(smallNumbers, words[2])
	if part <= 0 || whole < part {
		return 0, 0
	}
	return 100 * float64(part) / float64(whole), n
}

// ClassOf gives the class of a probability in percent, by the bands of ICD 203, which
// are the only ones that leave no gap. A figure on a bound belongs to the band above.
func ClassOf(percent float64) string {
	for _, band := range []struct {
		below float64
		class string
	}{{5, "remote"}, {20, "very_unlikely"}, {45, "unlikely"}, {55, "even"}, {80, "likely"}, {95, "very_likely"}} {
		if percent < band.below {
			return band.class
		}
	}
	return "almost_certain"
}

// mustParseRows reads yardsticks.tsv. It panics on a line that is no row: the file is
// part of the program.
func mustParseRows(file string) []Row {
	var parsed []Row
	sources := map[string]string{}
	for _, fields := range lines(file) {
		if fields[0] == "source" && len(fields) == 3 {
			sources[fields[1]] = fields[2]
			continue
		}
		if len(fields) != 5 && (len(fields) != 6 || fields[5] != "class") {
			panic(fmt.Sprintf("yardsticks.tsv: %q: want yardstick, term, class, low, high and perhaps class", fields))
		}
		low, lowErr := strconv.ParseFloat(fields[3], 64)
		high, highErr := strconv.ParseFloat(fields[4], 64)
		if lowErr != nil || highErr != nil {
			panic(fmt.Sprintf("yardsticks.tsv: %q: want two figures", fields))
		}
		parsed = append(parsed, Row{
			Yardstick: fields[0], Term: fields[1], Class: fields[2], Low: low, High: high,
			ForClass: len(fields) == 6, Source: sources[fields[0]],
		})
	}
	return parsed
}

// lines cuts a table into its lines and these at tabs, without comments and empty lines.
func lines(file string) [][]string {
	var table [][]string
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			table = append(table, strings.Split(line, "\t"))
		}
	}
	return table
}
