package numeral

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/span"
)

// The words of which English numbers are made.
var (
	units = map[string]float64{
		"zero": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
		"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
		"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	}
	tens = map[string]float64{
		"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
		"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	scales = map[string]float64{
		"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	}
	// denominators of one part, and of several where an s is added ("half" has "halves").
	denominators = map[string]int{
		"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
		"eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "sixteenth": 16, "twentieth": 20,
		"hundredth": 100, "thousandth": 1000,
	}
)

// longestWord is the length in bytes of the longest word above with its s; what is longer
// need not be looked up.
const longestWord = len("thousandths")

// words reads an unsigned number in words.
func words(text string, i int) (Number, bool) {
	n := Number{Span: span.Span{Start: i}, InWords: true}
	if worth, denominator, end, ok := wordFraction(text, i); ok {
		n.Value, n.Denominator, n.End = worth, denominator, end
		return n, true
	}
	if value, end, ok := pointDigits(text, i); ok {
		n.Value, n.End = value, end
		return n, true
	}
	value, end, ok := cardinal(text, i)
	if !ok {
		return Number{}, false
	}
	n.Value, n.End = value, end
	after, ok := joint(text, end)
	if !ok {
		return n, true
	}
	if places, last, ok := pointDigits(text, after); ok {
		n.Value += places
		n.End = last
	} else if worth, denominator, last, ok := andFraction(text, end); ok {
		n.Value += worth
		n.Denominator, n.End = denominator, last
	}
	return n, true
}

// cardinal reads a whole number: "sixty-five", "one hundred and twenty", "a thousand".
// It is added up scale by scale, so "two hundred thousand" is 200 thousands.
func cardinal(text string, i int) (value float64, end int, ok bool) {
	var total, group float64 // of the scales from a thousand up, and below a thousand
	smallest := 1e15         // of the scales so far from a thousand up: each must be smaller
	start := i
	for {
		small, after, found := belowHundred(text, i)
		if word, last := wordAt(text, i); !found && i == start && word == "a" {
			// "A hundred", "a thousand": the scale has to follow.
			next, ok := joint(text, last)
			if scaleWord, _ := wordAt(text, next); !ok || scales[scaleWord] == 0 {
				return 0, start, false
			}
			small, after, found = 1, last, true
		}
		if !found {
			break
		}
		group += small
		end = after
		if scale, last := scaleAfter(text, end); scale == 100 && small < 100 && group == small {
			group *= 100
			end = last
			if next, ok := rest(text, end, 100); ok {
				i = next
				continue
			}
		}
		scale, last := scaleAfter(text, end)
		if scale < 1000 || scale >= smallest {
			break
		}
		smallest = scale
		total += group * scale
		group = 0
		end = last
		next, ok := rest(text, end, scale)
		if !ok {
			break
		}
		i = next
	}
	return total + group, end, end > start
}

// rest returns where the rest of a number starts behind its scale word, which ends at
// byte i: behind white space, a hyphen or "and".
func rest(text string, i int, scale float64) (int, bool) {
	next, ok := joint(text, i)
	if !ok {
		return i, false
	}
	word, end := wordAt(text, next)
	if word != "and" {
		_, _, ok = belowHundred(text, next)
		return next, ok
	}
	next, ok = joint(text, end)
	if !ok {
		return i, false
	}
	// "Between one hundred and two hundred": behind "and" a second number starts where it
	// has hundreds, a scale as large or a fraction of its own.
	_, after, ok := belowHundred(text, next)
	if own, _ := scaleAfter(text, after); !ok || own == 100 || own >= 1000 && own >= scale && scale >= 1000 {
		return i, false
	}
	if _, _, _, ok := wordFraction(text, next); ok {
		return i, false
	}
	return next, true
}

// belowHundred reads "five", "fifteen", "sixty", "sixty-five", "sixty five".
func belowHundred(text string, i int) (value float64, end int, ok bool) {
	word, end := wordAt(text, i)
	if value, ok := units[word]; ok {
		return value, end, true
	}
	value, ok = tens[word]
	if !ok {
		return 0, i, false
	}
	if next, ok := joint(text, end); ok {
		word, after := wordAt(text, next)
		if unit, ok := units[word]; ok && 1 <= unit && unit <= 9 {
			return value + unit, after, true
		}
	}
	return value, end, true
}

// scaleAfter reads the scale word behind the word that ends at byte i; 0 is none.
func scaleAfter(text string, i int) (scale float64, end int) {
	next, ok := joint(text, i)
	if !ok {
		return 0, i
	}
	word, end := wordAt(text, next)
	return scales[word], end
}

// wordFraction reads a fraction in words: "a quarter", "one-half", "three quarters",
// "four-tenths", "half" where "a", "of" or a hyphen follows.
func wordFraction(text string, i int) (worth float64, denominator, end int, ok bool) {
	word, end := wordAt(text, i)
	switch word {
	case "half", "quarter":
		if bareFraction(text, end, word) {
			denominator = denominators[word]
			return 1 / float64(denominator), denominator, end, true
		}
		return 0, 0, i, false
	case "a", "an":
		next, ok := joint(text, end)
		if !ok {
			return 0, 0, i, false
		}
		word, end = wordAt(text, next)
		denominator = denominators[word]
		if denominator == 0 {
			return 0, 0, i, false
		}
		return 1 / float64(denominator), denominator, end, true
	}
	parts, ok := units[word]
	if !ok || parts == 0 {
		return 0, 0, i, false
	}
	next, ok := joint(text, end)
	if !ok {
		return 0, 0, i, false
	}
	word, end = wordAt(text, next)
	if parts == 1 {
		denominator = denominators[word]
	} else {
		denominator = denominators[singular(word)]
	}
	if denominator == 0 || int(parts) >= denominator {
		return 0, 0, i, false
	}
	return parts / float64(denominator), denominator, end, true
}

// bareFraction reports whether "half" or "quarter", which ends at byte i, is a number
// without a word before it: "half a point", "quarter-point". Otherwise it is a half of
// the year or three months of it.
func bareFraction(text string, i int, word string) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	if isHyphen(r) {
		return true
	}
	next, ok := joint(text, i)
	if !ok || word != "half" {
		return false
	}
	following, _ := wordAt(text, next)
	return following == "a" || following == "an" || following == "of"
}

// andFraction reads " and a half", "-and-a-half", " and three-quarters" behind byte i.
func andFraction(text string, i int) (worth float64, denominator, end int, ok bool) {
	next, ok := joint(text, i)
	if !ok {
		return 0, 0, i, false
	}
	word, end := wordAt(text, next)
	if word != "and" {
		return 0, 0, i, false
	}
	next, ok = joint(text, end)
	if !ok {
		return 0, 0, i, false
	}
	if word, _ := wordAt(text, next); word == "half" || word == "quarter" {
		return 0, 0, i, false // "two and half a point" is two numbers
	}
	return wordFraction(text, next)
}

// pointDigits reads decimals in words: "point five", "point-two-five".
func pointDigits(text string, i int) (value float64, end int, ok bool) {
	word, end := wordAt(text, i)
	if word != "point" {
		return 0, i, false
	}
	place := 1.0
	for {
		next, joined := joint(text, end)
		word, last := wordAt(text, next)
		digit, found := units[word]
		if !joined || !found || digit > 9 {
			break
		}
		place *= 10
		value = value*10 + digit
		end, ok = last, true
	}
	return value / place, end, ok
}

// singular turns "quarters" into "quarter", and anything else into what it is no number.
func singular(word string) string {
	if word == "halves" {
		return "half"
	}
	one, ok := strings.CutSuffix(word, "s")
	if !ok {
		return ""
	}
	return one
}

// joint returns where the next word starts behind the white space, or the hyphen with or
// without it, at byte i. It reports false where something else stands there.
func joint(text string, i int) (int, bool) {
	start, hyphens := i, 0
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isHyphen(r) {
			hyphens++
		} else if !unicode.IsSpace(r) && r != '\u00ad' {
			break
		}
		i += size
	}
	return i, i > start && hyphens <= 1
}

// wordAt returns the word at byte i in lower case and where it ends. Words too long to be
// part of a number are returned as "".
func wordAt(text string, i int) (word string, end int) {
	end = i
	for end < len(text) && end-i <= longestWord {
		c := text[end] | 0x20
		if c < 'a' || 'z' < c {
			break
		}
		end++
	}
	if end-i > longestWord || !boundaryAfter(text, end) {
		return "", end
	}
	return strings.ToLower(text[i:end]), end
}

// negativeWord reads "minus" or "negative" before a number.
func negativeWord(text string, i int) (end int, ok bool) {
	word, end := wordAt(text, i)
	if word != "minus" && word != "negative" {
		return i, false
	}
	return joint(text, end)
}
