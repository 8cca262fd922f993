package percent

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
	"augury/internal/numeral"
)

// amount is a number of a sentence, or a range of numbers, with the unit that it has or
// shares. Offsets are bytes of the sentence.
type amount struct {
	corpus.Span
	low, high float64
	unit      corpus.Unit // "" of a number that has none
	rule      string

	number numeral.Number
	listed bool // whether a list goes on behind it
}

// The rules that find amounts.
const (
	ruleFigure      = "figure"       // 60%
	ruleWords       = "words"        // sixty percent
	rulePartOfUnit  = "part_of_unit" // a quarter of a percentage point
	ruleOneUnit     = "one_unit"     // a percentage point
	ruleScanned     = "scanned"      // 2V* percent, which was 2¼ on the page
	ruleRange       = "range"        // 3 to 5 percent
	ruleListItem    = "list_item"    // the 10 of "10 and 12 percent"
	ruleBeforeAfter = "before_after" // the 3 of "rose from 3 to 5 percent"
	ruleElidedUnit  = "elided_unit"  // the 1 of "rose 2 percent but fell by 1"
)

// amounts reads the percentages of a sentence: first each number with the unit behind it,
// then, from the right to the left, the ranges and lists whose last number has the unit.
func amounts(text string) []amount {
	all := numbersWithUnits(text)
	for i := len(all) - 1; i > 0; i-- {
		last := &all[i]
		if last.unit == "" {
			continue
		}
		first := &all[i-1]
		switch link(text, first, last) {
		case inRange:
			first.low = lowest(first, last)
			first.End, first.high, first.unit, first.rule = last.End, last.high, last.unit, ruleRange
			first.listed = last.listed
			*last = amount{} // it is part of the first now
		case inList:
			first.listed = true
			if first.unit == "" {
				first.unit, first.rule = last.unit, ruleListItem
			}
		case beforeAfter:
			if first.unit == "" {
				first.unit, first.rule = last.unit, ruleBeforeAfter
			}
		}
	}
	elideUnits(text, all)
	return slices.DeleteFunc(all, func(a amount) bool { return a.unit == "" })
}

// numbersWithUnits lists the numbers of text, each with the unit that stands behind it.
func numbersWithUnits(text string) []amount {
	numbers := numeral.Find(text)
	var all []amount
	at := 0 // where no number or unit has been read yet
	for i, n := range numbers {
		if n.Start < at {
			continue // it belongs to the one before: the 1 of "half of 1 percent"
		}
		a := amount{Span: n.Span, low: n.Value, high: n.Value, number: n}
		var next numeral.Number
		if i+1 < len(numbers) {
			next = numbers[i+1]
		}
		readUnit(text, &a, next)
		if a.unit != "" {
			at = a.End
		}
		all = append(all, a)
	}
	return withOneUnits(text, all)
}

// readUnit reads the unit of a number, be it directly behind it, behind a fraction that a
// scanner garbled, or behind "of a" or "of 1". Next is the number that follows.
func readUnit(text string, a *amount, next numeral.Number) {
	n := a.number
	if unit, end, ok := unitAt(text, skipUnitGap(text, n.End)); ok && n.Value < mostOfUnit {
		a.unit, a.End, a.rule = unit, end, ruleFigure
		if n.InWords {
			a.rule = ruleWords
		}
		if strings.HasPrefix(text[n.End:], "% ") && end > n.End+len("% ") {
			a.rule = ruleScanned
		}
		return
	}
	if worth, end, ok := garbled(text, n); ok {
		if unit, end, ok := unitAt(text, skipUnitGap(text, end)); ok {
			a.low, a.high, a.unit, a.End, a.rule = worth, worth, unit, end, ruleScanned
		}
		return
	}
	if n.Value <= 0 || n.Value >= 1 {
		return
	}
	for _, of := range []string{"of a", "a", "of one", "of 1"} {
		end, ok := phraseAt(text, n.End, of)
		if !ok {
			continue
		}
		if unit, end, ok := unitAt(text, skipUnitGap(text, end)); ok {
			a.unit, a.End, a.rule = unit, end, rulePartOfUnit
			return
		}
	}
	if next.Value == 1 && strings.TrimSpace(text[n.End:next.Start]) == "of" {
		if unit, end, ok := unitAt(text, skipUnitGap(text, next.End)); ok {
			a.unit, a.End, a.rule = unit, end, rulePartOfUnit
		}
	}
}

// mostOfUnit is more than any percentage: "150 million bp" are base pairs of a genome.
const mostOfUnit = 1e6

// unitAdjectives may stand between a number and its unit.
var unitAdjectives = []string{"full", "whole", "entire"}

// skipUnitGap passes over what may stand between a number and its unit.
func skipUnitGap(text string, i int) int {
	for _, adjective := range unitAdjectives {
		if end, ok := phraseAt(text, i, adjective); ok {
			i = end
			break
		}
	}
	return skipJoint(text, i)
}

// phraseAt reads white space or hyphens and then words, and returns where they end.
func phraseAt(text string, i int, words string) (end int, ok bool) {
	start := skipJoint(text, i)
	if start == i {
		return i, false
	}
	end, ok = spelled(text, start, words, false)
	if !ok {
		return i, false
	}
	next, size := utf8.DecodeRuneInString(text[end:])
	return end, size > 0 && !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// garbledFractions lists what scanners make of a small fraction behind a whole number.
var garbledFractions = []struct {
	scanned string
	worth   float64
}{
	{"V*", 0.25}, {"V4", 0.25}, {"VA", 0.25}, {"lA", 0.25}, {"'A", 0.25}, {"¼", 0.25},
	{"V2", 0.5}, {"Vz", 0.5}, {"Vi", 0.5}, {"'/2", 0.5}, {"l/2", 0.5}, {"'/z", 0.5},
	{"%A", 0.75},
}

// garbled reads a number in figures whose fraction a scanner garbled: "2V*" for 2¼, "21A"
// for 2¼, "3A" for ¾.
func garbled(text string, n numeral.Number) (worth float64, end int, ok bool) {
	rest := text[n.End:]
	for _, fraction := range garbledFractions {
		if strings.HasPrefix(rest, fraction.scanned) {
			return n.Value + fraction.worth, n.End + len(fraction.scanned), true
		}
	}
	digits := n.In(text)
	if !strings.HasPrefix(rest, "A") || strings.Trim(digits, "0123456789") != "" {
		return 0, 0, false
	}
	whole, quarters := float64(int(n.Value)/10), float64(int(n.Value)%10)
	if quarters != 1 && quarters != 3 {
		return 0, 0, false
	}
	return whole + quarters/4, n.End + 1, true
}

// withOneUnits adds each "a percentage point" and "a basis point" that stands alone.
func withOneUnits(text string, all []amount) []amount {
	var ones []amount
	for i := range len(text) {
		if text[i]|0x20 != 'a' || i > 0 && (isASCIILetter(text[i-1]) || isHyphen(rune(text[i-1]))) {
			continue
		}
		unit, end, ok := unitAt(text, skipUnitGap(text, i+1))
		span := corpus.Span{Start: i, End: end}
		if !ok || unit == corpus.Percent || skipJoint(text, i+1) == i+1 {
			continue
		}
		at, _ := slices.BinarySearchFunc(all, span, func(a amount, s corpus.Span) int { return a.Start - s.Start })
		if at > 0 && all[at-1].Overlaps(span) || at < len(all) && all[at].Overlaps(span) {
			continue
		}
		ones = append(ones, amount{Span: span, low: 1, high: 1, unit: unit, rule: ruleOneUnit})
	}
	if ones == nil {
		return all
	}
	all = append(all, ones...)
	slices.SortFunc(all, func(a, b amount) int { return a.Start - b.Start })
	return all
}

// How two amounts hang together.
type linkKind int

const (
	apart linkKind = iota
	inRange
	inList
	beforeAfter
)

// What may stand between two numbers that belong together, in lower case and without the
// white space around it. In between the first number may have its own unit.
var (
	rangeWords = []string{"-", "–", "—", "−", "‑", "to", "- to", "-to-", "- to -", "to-", "through", "bis", "à"}
	listWords  = []string{"and", "or", "and/or", "&", "versus", "vs", "vs.", "±", "+/-", ", and", ", or", "- and", "- or"}
	moreWords  = []string{",", ";"} // inside a list that ends with one of listWords
)

// link says how an amount and the one behind it, which has a unit, hang together.
func link(text string, first, last *amount) linkKind {
	between := strings.ToLower(strings.TrimSpace(text[first.End:last.Start]))
	bare := first.unit == ""
	if !bare && first.unit != last.unit || bare && !mayShareUnit(text, *first) {
		return apart
	}
	before := wordsBefore(text, first.Start)
	switch {
	case slices.Contains(rangeWords, between):
		if before.has("from") && before.changes() {
			return beforeAfter
		}
		if lowest(first, last) < last.low && !last.isRange() {
			return inRange
		}
		if before.has("from") {
			return beforeAfter
		}
	case between == "and" && before.has("between") && first.low < last.low:
		return inRange
	case slices.Contains(listWords, between):
		return inList
	case last.listed && slices.Contains(moreWords, between):
		return inList
	}
	return apart
}

// lowest is the low end of a range. In "one- to four-tenths" the one is a tenth too.
func lowest(first, last *amount) float64 {
	if d := last.number.Denominator; d > 0 && last.low < 1 && first.low >= 1 && first.number.InWords {
		return first.low / float64(d)
	}
	return first.low
}

func (a amount) isRange() bool { return a.rule == ruleRange }

// numberedThings are followed by a number that counts nothing: "Figure 3 and 5 percent".
var numberedThings = []string{
	"article", "articles", "box", "chapter", "chart", "column", "columns", "figure", "figures", "footnote",
	"line", "lines", "no", "note", "ph", "page", "pages", "panel", "paragraph", "part", "resolution", "section",
	"sections", "step", "table", "tables", "title", "age", "aged", "ages", "january", "february", "march",
	"april", "may", "june", "july", "august", "september", "october", "november", "december",
}

// mayShareUnit reports whether a number without a unit may have that of the number behind
// it: not a year, not money, not the number of a chapter or a day of a month.
func mayShareUnit(text string, a amount) bool {
	words := a.number.In(text)
	if isYear(words) || strings.HasSuffix(words, "illion") || a.number.Empty() {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:a.Start])
	if unicode.Is(unicode.Sc, before) || before == '/' || before == '#' {
		return false
	}
	return !slices.Contains(numberedThings, wordsBefore(text, a.Start).nth(0))
}

// isYear reports whether figures are written as a year is.
func isYear(figures string) bool {
	if len(figures) != 4 || figures < "1500" || "2199" < figures {
		return false
	}
	return strings.Trim(figures, "0123456789") == ""
}

// elideUnits gives a number the unit of an amount before it in the sentence, where it is
// the size of a second change: "rose 2 percent but fell by 1 in May".
func elideUnits(text string, all []amount) {
	var unit corpus.Unit
	for i := range all {
		a := &all[i]
		if a.unit != "" {
			unit = a.unit
			continue
		}
		before := wordsBefore(text, a.Start)
		_, change := changeWords[before.nth(1)]
		if unit == "" || before.nth(0) != "by" || !change || !mayShareUnit(text, *a) || !endsPhrase(text[a.End:]) {
			continue
		}
		a.unit, a.rule = unit, ruleElidedUnit
	}
}

// endsPhrase reports whether what follows a number shows that no noun belongs to it.
func endsPhrase(rest string) bool {
	rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
	if rest == "" || strings.ContainsAny(rest[:1], ".,;:)") && (len(rest) == 1 || rest[1] == ' ' || rest[1] == '\n') {
		return true
	}
	word, _, _ := strings.Cut(rest, " ")
	return slices.Contains([]string{"in", "over", "during", "by", "from", "since", "and", "or", "but", "while", "a", "last", "this"}, word)
}
