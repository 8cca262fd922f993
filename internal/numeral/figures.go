package numeral

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/span"
)

// vulgar holds the worth of the fractions that are one character.
var vulgar = map[rune]float64{
	'½': 1.0 / 2, '¼': 1.0 / 4, '¾': 3.0 / 4,
	'⅓': 1.0 / 3, '⅔': 2.0 / 3,
	'⅕': 1.0 / 5, '⅖': 2.0 / 5, '⅗': 3.0 / 5, '⅘': 4.0 / 5,
	'⅙': 1.0 / 6, '⅚': 5.0 / 6,
	'⅛': 1.0 / 8, '⅜': 3.0 / 8, '⅝': 5.0 / 8, '⅞': 7.0 / 8,
	'⅐': 1.0 / 7, '⅑': 1.0 / 9, '⅒': 1.0 / 10,
}

// figures reads an unsigned number in figures: "1,250.5", "0,25", ".5", "2-1/4", "3 ½",
// "¾", "2 million", "2 and a half".
func figures(text string, i int) (Number, bool) {
	if worth, end, ok := fraction(text, i); ok {
		return Number{Span: span.Span{Start: i, End: end}, Value: worth}, true
	}
	value, end, ok := decimal(text, i)
	if !ok || ordinalEnding(text, end) {
		return Number{}, false
	}
	n := Number{Span: span.Span{Start: i, End: end}, Value: value}
	if value != float64(int64(value)) || strings.ContainsAny(n.In(text), ".") {
		return scaled(text, n), true
	}
	if worth, after, ok := mixed(text, end); ok {
		n.Value += worth
		n.End = after
		return n, true
	}
	if worth, denominator, after, ok := andFraction(text, end); ok {
		n.Value += worth
		n.End, n.Denominator, n.InWords = after, denominator, true
		return n, true
	}
	return scaled(text, n), true
}

// scaled reads the scale word behind a number in figures: "2.5 million".
func scaled(text string, n Number) Number {
	start, ok := joint(text, n.End)
	if !ok {
		return n
	}
	word, end := wordAt(text, start)
	if scale, ok := scales[word]; ok && scale >= 1000 {
		n.Value *= scale
		n.End, n.InWords = end, true
	}
	return n
}

// decimal reads digits with the marks that group them and the mark of the decimals.
//
// A point is the mark of the decimals. A comma groups where exactly three digits follow it
// and at most three stand before it ("1,250"); it is the European mark of the decimals
// where another number of digits follows or a lone 0 stands before it ("88,3", "0,125").
// Points group where a comma with decimals follows them ("1.250,5").
func decimal(text string, i int) (value float64, end int, ok bool) {
	whole := digits(text, i)
	if whole == i {
		if after := i + 1; strings.HasPrefix(text[i:], ".") && digits(text, after) > after {
			return parse(text, i, digits(text, after))
		}
		return 0, i, false
	}
	leading := text[i:whole]
	if grouped, last := groups(text, whole, ','); grouped && len(leading) <= 3 && leading != "0" {
		if after := decimals(text, last, '.'); after > last {
			last = after
		}
		return parse(text, i, last)
	}
	if grouped, last := groups(text, whole, '.'); grouped && len(leading) <= 3 {
		if after := decimals(text, last, ','); after > last {
			return parseEuropean(text, i, after)
		}
	}
	for _, space := range []rune{'\u00a0', '\u202f', '\u2009'} {
		if grouped, last := groups(text, whole, space); grouped && len(leading) <= 3 {
			if after := decimals(text, last, '.'); after > last {
				last = after
			}
			return parse(text, i, last)
		}
	}
	if after := decimals(text, whole, '.'); after > whole {
		return parse(text, i, after)
	}
	if after := decimals(text, whole, ','); after > whole {
		listed := strings.HasSuffix(text[:i], ",") // the last two of "1,2,3"
		if !listed && (after-whole != len(",000") || leading == "0") {
			return parseEuropean(text, i, after)
		}
	}
	return parse(text, i, whole)
}

// groups reads groups of exactly three digits, each behind mark, from byte i on.
func groups(text string, i int, mark rune) (bool, int) {
	start := i
	for {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r != mark || digits(text, i+size) != i+size+3 {
			return i > start, i
		}
		i += size + 3
	}
}

// decimals returns where the decimals behind the mark at byte i end, or i where there are
// none, or where a list or a date goes on behind them ("1,2,3").
func decimals(text string, i int, mark byte) int {
	if i >= len(text) || text[i] != mark {
		return i
	}
	end := digits(text, i+1)
	if end == i+1 || mark == ',' && goesOn(text, end) {
		return i
	}
	return end
}

// goesOn reports whether a mark and another digit follow at byte i.
func goesOn(text string, i int) bool {
	return i+1 < len(text) && (text[i] == ',' || text[i] == '.') && isDigit(rune(text[i+1]))
}

// digits returns where the digits that start at byte i end.
func digits(text string, i int) int {
	for i < len(text) && isDigit(rune(text[i])) {
		i++
	}
	return i
}

var (
	withoutGroups    = strings.NewReplacer(",", "", "\u00a0", "", "\u202f", "", "\u2009", "")
	europeanDecimals = strings.NewReplacer(".", "", ",", ".")
)

func parse(text string, start, end int) (float64, int, bool) {
	value, err := strconv.ParseFloat(withoutGroups.Replace(text[start:end]), 64)
	return value, end, err == nil
}

func parseEuropean(text string, start, end int) (float64, int, bool) {
	value, err := strconv.ParseFloat(europeanDecimals.Replace(text[start:end]), 64)
	return value, end, err == nil
}

// mixed reads the fraction that follows a whole number in figures: "½", " ½", "-1/2",
// " 1/2", but not "1/2" itself, which would be read with the whole number's digits.
func mixed(text string, i int) (worth float64, end int, ok bool) {
	if worth, end, ok = fraction(text, i); ok {
		return worth, end, true
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsSpace(r) && !isHyphen(r) {
		return 0, i, false
	}
	worth, end, ok = fraction(text, i+size)
	return worth, end, ok && worth < 1
}

// fraction reads a fraction in figures: "½", "3/4", "3⁄4". Where the printer's small
// figures were flattened, "53⁄4" and "21/2" stand for 5¾ and 2½: so they are read where
// the denominator is 2, 4 or 8 and the last digit before the bar gives a proper fraction.
// Dates and the like ("24/7", "9/11", "2013/14") are no fractions.
func fraction(text string, i int) (worth float64, end int, ok bool) {
	r, size := utf8.DecodeRuneInString(text[i:])
	if worth, ok := vulgar[r]; ok {
		return worth, i + size, true
	}
	bar := digits(text, i)
	if bar == i || bar-i > 3 {
		return 0, i, false
	}
	r, size = utf8.DecodeRuneInString(text[bar:])
	if r != '/' && r != '⁄' {
		return 0, i, false
	}
	end = digits(text, bar+size)
	denominator := denominatorsInFigures[text[bar+size:end]]
	if denominator == 0 || strings.HasPrefix(text[end:], "/") {
		return 0, i, false
	}
	numerator, err := strconv.Atoi(text[i:bar])
	if err != nil || numerator == 0 {
		return 0, i, false
	}
	if numerator < denominator {
		return float64(numerator) / float64(denominator), end, true
	}
	whole, last := numerator/10, numerator%10
	flattened := denominator == 2 || denominator == 4 || denominator == 8
	if !flattened || whole == 0 || last == 0 || last >= denominator {
		return 0, i, false
	}
	return float64(whole) + float64(last)/float64(denominator), end, true
}

// denominatorsInFigures are those that prose uses behind a bar; others are dates, scores
// or file numbers.
var denominatorsInFigures = map[string]int{
	"2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "8": 8, "10": 10, "16": 16, "32": 32, "64": 64,
}

// ordinalEnding reports whether the figures before byte i are an ordinal: "4th".
func ordinalEnding(text string, i int) bool {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(text[i:], ending) && boundaryAfter(text, i+len(ending)) {
			return true
		}
	}
	return false
}

// sign reads a sign that stands directly before a figure. A hyphen between two figures
// joins them ("3-5", "3% -5%") and is no sign; so does a dash.
func sign(text string, i int) (end int, minus bool) {
	r, size := utf8.DecodeRuneInString(text[i:])
	if r != '-' && r != '+' && r != '−' && r != '–' && r != '‑' {
		return i, false
	}
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	if _, ok := vulgar[next]; !ok && !isDigit(next) && next != '.' {
		return i, false
	}
	before := strings.TrimRightFunc(text[:i], unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(before)
	if _, ok := vulgar[last]; ok || isDigit(last) || last == '%' {
		return i, false
	}
	// A dash or hyphen that hangs on a word is no sign: "COVID-19", "(2.4)-3".
	if len(before) == i && (unicode.IsLetter(last) || last == ')') {
		return i, false
	}
	return i + size, r != '+'
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }
