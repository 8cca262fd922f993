// Package numeral reads numbers in running English text: figures ("1,250.5", "0,25",
// "3½", "2-1/4", "−0.3") and words ("sixty-five", "two and a half", "a quarter", "zero
// point five").
//
// It says what a number is worth and where it stands, not what it counts.
package numeral

import (
	"math"
	"unicode"
	"unicode/utf8"

	"augury/internal/span"
)

// Number is a number that stands in a text.
type Number struct {
	span.Span
	Value float64

	// Denominator is that of a fraction which the number consists of or ends in, where it
	// is written in words: 10 for "four-tenths", 2 for "two and a half". Else it is 0.
	// "One- to four-tenths" needs it to say what the one is worth.
	Denominator int

	// InWords reports whether any of the number is written in words.
	InWords bool
}

// Find returns the numbers of text in order, each as long as it can be, without overlap.
// Figures that are part of a name or an ordinal ("G20", "4th") are not numbers.
func Find(text string) []Number {
	var found []Number
	for i := 0; i < len(text); {
		if !mayStart(text[i]) {
			i++
			continue
		}
		if n, ok := At(text, i); ok {
			found = append(found, n)
			i = n.End
			continue
		}
		i = skip(text, i)
	}
	return found
}

// At reads the longest number that starts at byte i of text. It reports false where none
// does: also where i is in the middle of a word or of another number.
func At(text string, i int) (Number, bool) {
	if i < 0 || i >= len(text) || !boundaryBefore(text, i) {
		return Number{}, false
	}
	start := i
	factor := 1.0
	if after, minus := sign(text, i); after > i {
		i = after
		if minus {
			factor = -1
		}
	} else if after, ok := negativeWord(text, i); ok {
		i, factor = after, -1
	}
	n, ok := unsigned(text, i)
	if !ok {
		return Number{}, false
	}
	n.Start = start
	n.Value *= factor
	return n, true
}

// unsigned reads a number without a sign.
func unsigned(text string, i int) (Number, bool) {
	n, ok := figures(text, i)
	if !ok {
		n, ok = words(text, i)
	}
	// Figures of more than 308 digits are beyond what a float64 holds.
	return n, ok && !math.IsInf(n.Value, 0)
}

// mayStart reports whether a number may start with byte c; of what is beyond ASCII At
// decides.
func mayStart(c byte) bool {
	return c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' ||
		c == '.' || c == '-' || c == '+'
}

// skip returns where the next number may start after byte i, at which none does: behind
// the word or the run of figures that i is in, else behind its character.
func skip(text string, i int) int {
	start := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !isDigit(r) {
			break
		}
		i += size
	}
	if i > start {
		return i
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

// boundaryBefore reports whether a number may start at byte i: not in the middle of a
// word, of figures, or behind a decimal point.
func boundaryBefore(text string, i int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:i])
	switch {
	case size == 0:
		return true
	case before == '.':
		// "1.2.3" holds no number "3", but in "percent.5" the 5 is a number: a footnote's.
		if second, _ := utf8.DecodeLastRuneInString(text[:i-size]); !isDigit(second) {
			return true
		}
		first, _ := utf8.DecodeRuneInString(text[i:])
		return !isDigit(first)
	case before == '⁄' || before == '/':
		second, _ := utf8.DecodeLastRuneInString(text[:i-size])
		return !isDigit(second)
	}
	return !unicode.IsLetter(before) && !isDigit(before)
}

// boundaryAfter reports whether a word may end at byte i.
func boundaryAfter(text string, i int) bool {
	after, size := utf8.DecodeRuneInString(text[i:])
	return size == 0 || !unicode.IsLetter(after) && !isDigit(after)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
