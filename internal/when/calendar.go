package when

import (
	"strconv"
	"strings"
)

// Years that are read as such: a number outside these is more likely a count.
const (
	firstYear = 1900
	lastYear  = 2100
)

func dated(end, year int) part { return part{end: end, class: Dated, year: year} }

// yearAt reads a year of four digits at atom i, 0 where there is none.
func (r *reader) yearAt(i int) int {
	if !r.is(i, digits) || len(r.atoms[i].word) != 4 {
		return 0
	}
	year, err := strconv.Atoi(r.atoms[i].word)
	if err != nil || year < firstYear || year > lastYear {
		return 0
	}
	if r.isFigure(i) {
		return 0
	}
	return year
}

// isFigure reports whether the digits at atom i are part of a longer figure or of an
// amount: "2,000", "$1999", "1.2000", "in 2001 dollars".
func (r *reader) isFigure(i int) bool {
	if before := r.word(i - 1); r.tight(i) && (before == "$" || before == "£" || before == "€" || before == "." || before == ",") {
		return true
	}
	switch after := r.word(i + 1); after {
	case ".", ",":
		return r.tight(i+1) && r.tight(i+2) && r.is(i+2, digits)
	case "%":
		return true
	case "dollars", "percent", "prices":
		return true
	}
	return false
}

// year reads "2030", "2014/15", "2021–24", "the 2050s", "FY2024".
func (r *reader) year(i int) (part, bool) {
	if w := r.word(i); w == "fy" || w == "fiscal" {
		i++
		if r.word(i) == "year" {
			i++
		}
	}
	year := r.yearAt(i)
	if year == 0 {
		return part{}, false
	}
	p := dated(i+1, year)
	if separator := r.word(i + 1); (separator == "/" || separator == "-" || separator == "–") && r.tight(i+1) && r.tight(i+2) && r.is(i+2, digits) {
		end, err := strconv.Atoi(r.word(i + 2))
		switch {
		case err != nil:
		case r.yearAt(i+2) > year:
			p = dated(i+3, end)
		case len(r.word(i+2)) == 2 && end > year%100:
			p = dated(i+3, year-year%100+end)
		}
	}
	if r.word(p.end) == "s" && r.tight(p.end) {
		p.year += 9
		p.end++
	}
	return p, true
}

// quarter reads "Q3 2025", "the fourth quarter of 2030", "the March and June quarters".
func (r *reader) quarter(i int) (part, bool) {
	if w := r.word(i); w == "q" && r.tight(i+1) && r.is(i+1, digits) && r.word(i+3) != "over" {
		return r.ofYear(dated(i+2, 0)), true
	}
	j := i
	for n := 0; ; n++ {
		width := r.ordinal(j)
		if width == 0 && !r.isMonth(j) {
			return part{}, false
		}
		j += max(1, width)
		if !joiners[r.word(j)] || n > 2 {
			break
		}
		j++
		if r.word(j) == "the" {
			j++
		}
	}
	if w := r.word(j); w != "quarter" && w != "quarters" {
		return part{}, false
	}
	return r.ofYear(dated(j+1, 0)), true
}

// ordinal gives the number of atoms of an ordinal at atom i, 0 where there is none.
func (r *reader) ordinal(i int) int {
	switch {
	case ordinals[r.word(i)]:
		return 1
	case r.is(i, digits) && r.tight(i+1) && ordinals[r.word(i)+r.word(i+1)]:
		return 2
	}
	return 0
}

// ofYear takes a year along that p ends in: "of 2030", "2030", "of next year", "of the year".
func (r *reader) ofYear(p part) part {
	i := p.end
	if r.word(i) == "of" || r.word(i) == "," {
		i++
	}
	if year := r.yearAt(i); year > 0 {
		p.end, p.year = i+1, year
		return p
	}
	if i == p.end || r.word(i-1) != "of" {
		return p
	}
	switch {
	case r.word(i) == "last" || r.word(i) == "previous":
		p.end, p.past = i+2, true
	case (r.word(i) == "the" || ahead[r.word(i)]) && r.word(i+1) == "year":
		p.end = i + 2
	}
	return p
}

// isMonth reports whether atom i is the name of a month.
func (r *reader) isMonth(i int) bool {
	w := r.word(i)
	if months[w] == 0 || !r.capital(i) || len(w) <= 4 && w != "may" && r.allCapitals(i) {
		return false
	}
	if w != "may" {
		return true
	}
	return beforeMay[r.word(i-1)] || r.is(i+1, digits) || isDay(r.word(i-1))
}

// allCapitals reports whether the word at i is written in capitals only, as acronyms are.
func (r *reader) allCapitals(i int) bool {
	a := r.atoms[i]
	return r.text[a.start:a.end] == strings.ToUpper(a.word)
}

func isDay(word string) bool {
	day, err := strconv.Atoi(word)
	return err == nil && 1 <= day && day <= 31 && len(word) <= 2
}

// monthAndDay reads "May 2025", "3 May", "May 3, 2025", "March or April of 2005".
func (r *reader) monthAndDay(i int) (part, bool) {
	j := i
	past := behind[r.word(j)]
	if past || ahead[r.word(j)] {
		j++
	}
	if isDay(r.word(j)) {
		j += 1 + r.suffix(j+1)
		if r.word(j) == "of" {
			j++
		}
	}
	if !r.isMonth(j) || r.isTitle(i, j) {
		return part{}, false
	}
	j++
	if r.word(j) == "." && months[r.word(j-1)] > 0 && len(r.word(j-1)) <= 4 && r.is(j+1, digits) {
		j++
	}
	if isDay(r.word(j)) && !r.isFigure(j) {
		j += 1 + r.suffix(j+1)
	}
	p := r.ofYear(dated(j, 0))
	p.past = p.past || past
	return p, true
}

// suffix gives 1 where atom i is the ending of an ordinal in figures: "3rd".
func (r *reader) suffix(i int) int {
	switch r.word(i) {
	case "st", "nd", "rd", "th":
		if r.tight(i) {
			return 1
		}
	}
	return 0
}

// isTitle reports whether the month at atom j, with i its first atom, only names a thing:
// "the February statement", "at our June meeting".
func (r *reader) isTitle(i, j int) bool {
	switch r.word(i - 1) {
	case "its", "our", "s", "the", "their":
		return i == j && r.is(j+1, letters) && !afterMonth[r.word(j+1)]
	}
	return false
}

// afterMonth are words that may follow a month that stands for itself.
var afterMonth = set("and", "as", "at", "by", "for", "if", "in", "of", "on", "or", "through", "to", "until", "when", "with")

// weekday reads "Monday", "Wednesday night", "next Tuesday".
func (r *reader) weekday(i int) (part, bool) {
	past := behind[r.word(i)]
	if past || ahead[r.word(i)] {
		i++
	}
	if !weekdays[r.word(i)] || !r.capital(i) {
		return part{}, false
	}
	p := dated(i+1, 0)
	if dayParts[r.word(p.end)] {
		p.end++
	}
	p.past = past
	return p, true
}

// season reads "summer" after a word that makes it a time, and "the Easter holidays".
func (r *reader) season(i int) (part, bool) {
	w := r.word(i)
	if holidays[w] && r.capital(i) {
		if next := r.word(i + 1); next == "holiday" || next == "holidays" {
			return dated(i+2, 0), true
		}
		return dated(i+1, 0), true
	}
	if !seasons[w] || !beforeSeason[r.word(i-1)] {
		return part{}, false
	}
	if w == "fall" && (r.word(i+1) == "in" || r.word(i+1) == "of" || r.word(i+1) == "from" || r.word(i+1) == "to") {
		return part{}, false
	}
	p := r.ofYear(dated(i+1, 0))
	p.past = p.past || behind[r.word(i-1)]
	return p, true
}

// era reads decades and centuries of the calendar: "mid-decade", "the end of the decade",
// "the 21st century"; and of the year under way "in the quarter", "the second half".
func (r *reader) era(i int) (part, bool) {
	switch w := r.word(i); {
	case w == "decade" && (r.word(i-1) == "the" && r.word(i-2) == "of" || r.word(i-1) == "-" || r.word(i-1) == "this"):
		return dated(i+1, 0), true
	case w == "century" && r.word(i-1) == "-":
		return dated(i+1, 0), true
	case r.is(i, digits) && r.suffix(i+1) == 1 && r.word(i+2) == "century":
		return dated(i+3, 0), true
	case w == "century" && r.word(i-1) == "the":
		return part{end: i + 1, class: Long}, true
	case w == "quarter" && r.word(i-1) == "the" && r.word(i-2) == "in":
		return dated(i+1, 0), true
	case w == "half" && (r.word(i-1) == "second" || r.word(i-1) == "first") && r.word(i-2) == "the" && r.word(i+1) != "of":
		return part{end: i + 1, class: Short}, true
	}
	return part{}, false
}
