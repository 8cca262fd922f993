package when

import "strconv"

// relative reads a stretch of time seen from the day of writing: "next year", "the next
// few years", "within two weeks", "the years ahead", "five years from now".
func (r *reader) relative(i int) (part, bool) {
	if p, ok := r.forecastPeriod(i); ok {
		return p, true
	}
	j := i
	turned, past, this := false, false, false
	for ahead[r.word(j)] || behind[r.word(j)] || r.word(j) == "financial" || r.word(j) == "fiscal" || r.word(j) == "calendar" {
		turned = turned || ahead[r.word(j)]
		past = past || behind[r.word(j)]
		this = this || r.word(j) == "this" || r.word(j) == "current"
		j++
	}
	count, n := r.count(j)
	j += n
	if ahead[r.word(j)] {
		turned = true
		j++
	}
	if r.word(j) == "financial" || r.word(j) == "fiscal" || r.word(j) == "calendar" {
		j++
	}
	u, ok := units[r.word(j)]
	if !ok {
		return part{}, false
	}
	p := part{end: j + 1, class: class(u, count), past: past}
	if past {
		return p, true
	}
	if this && (r.word(j) == "meeting" || r.word(j) == "session") {
		return part{}, false // the one that is reported, not one to come
	}
	if p.class == Medium && this && count == 0 {
		p.class = Short
	}
	if end, ok := r.follows(p.end, u); ok {
		p.end = end
		return p, true
	}
	if r.word(p.end) == "ago" || r.word(p.end) == "earlier" {
		p.end++
		p.past = true
		return p, true
	}
	return p, turned || r.introduced(i, u, count)
}

// follows reads the words behind a unit that turn it to what comes, and reports whether
// there are any: "ahead", "to come", "from now", "later", "hence", "' time".
func (r *reader) follows(i int, u unit) (end int, ok bool) {
	if w := r.word(i); (w == "'" || w == "’") && u.plural {
		i++
	}
	switch r.word(i) {
	case "ahead", "hence", "later", "time":
		return i + 1, true
	case "to":
		return i + 2, r.word(i+1) == "come"
	case "from":
		return i + 2, r.word(i+1) == "now"
	}
	return i, false
}

// introduced reports whether the words before a stretch of time make it one that is to
// come: "within a week", "in two years", "over five years", "the rest of the year".
func (r *reader) introduced(i int, u unit, count int) bool {
	before := r.word(i - 1)
	if count > 0 {
		return before == "within" || before == "in" || before == "for" || before == "anywhere" || before == "over" && u.days >= yearLength || before == `"`
	}
	if before != "the" || u.plural {
		return false
	}
	before = r.word(i - 2)
	if before == "of" {
		before = r.word(i - 3)
	}
	switch u.days {
	case yearLength:
		return wholeYear[before]
	case monthLength, weekLength:
		return wholeYear[before] && before != "for" && before != "over"
	}
	return false
}

// count reads a quantity and the number of atoms that it takes: "few", "couple of", "two
// to three", "10-". The quantity is 0 where there is none.
func (r *reader) count(i int) (quantity, n int) {
	if r.word(i) == "a" && manyWords[r.word(i+1)] > 0 {
		i, n = i+1, 1
	}
	if many := manyWords[r.word(i)]; many > 0 {
		if r.word(i+1) == "of" {
			n++
		}
		return many, n + 1
	}
	quantity = r.number(i)
	if quantity == 0 {
		return 0, 0
	}
	n = 1
	for {
		switch r.word(i + n) {
		case "-", "‑", "–", "to", "or", "and":
			if more := r.number(i + n + 1); more > 0 {
				quantity = more
				n += 2
				continue
			}
			if r.tight(i+n) && r.tight(i+n+1) {
				n++
			}
		}
		return quantity, n
	}
}

func (r *reader) number(i int) int {
	if n := numbers[r.word(i)]; n > 0 {
		return n
	}
	// Nobody plans for longer than this many of any unit, and a figure above is a year or
	// a count of something else.
	const most = 500
	n, err := strconv.Atoi(r.word(i))
	if err != nil || n > most || r.isFigure(i) {
		return 0
	}
	return n
}

// class gives the class of a number of units to come; 0 is a number that is not stated.
func class(u unit, count int) Class {
	switch {
	case count == 0 && u.plural && u.days == yearLength:
		return Medium
	case count == 0:
		count = 1
	}
	switch days := count * u.days; {
	case days <= yearLength+monthLength:
		return Short
	case days <= 5*yearLength:
		return Medium
	}
	return Long
}

// forecastPeriod reads "the forecast period", "the 10-year projection period", "this same
// period".
func (r *reader) forecastPeriod(i int) (part, bool) {
	years, n := r.count(i)
	j := i + n
	if years > 0 && (r.word(j) == "year" || r.word(j) == "years") {
		j++
	} else {
		j, years = i, 0
	}
	if r.word(j) == "this" && r.word(j+1) == "same" && r.word(j+2) == "period" {
		return part{end: j + 3, class: Medium}, true
	}
	if r.word(j) == "this" && r.word(j+1) == "period" && (r.word(j-1) == "over" || r.word(j-1) == "during") {
		return part{end: j + 2, class: Medium}, true
	}
	if years > 0 && forecastPeriods[r.word(j)] {
		return part{end: j + 1, class: class(units["year"], years)}, true
	}
	if !forecasting[r.word(j)] || !forecastPeriods[r.word(j+1)] {
		return part{}, false
	}
	p := part{end: j + 2, class: Medium}
	if years > 0 {
		p.class = class(units["year"], years)
	}
	return p, true
}

// term reads "the near term", "the long run", "medium-term".
func (r *reader) term(i int) (part, bool) {
	c, ok := terms[r.word(i)]
	if !ok {
		return part{}, false
	}
	j := i + 1
	for r.word(j) == "to" || terms[r.word(j)] != "" || r.is(j, mark) && r.tight(j) && r.tight(j+1) {
		j++
	}
	if w := r.word(j); w != "term" && w != "run" {
		return part{}, false
	}
	label := r.is(j+1, letters) && !r.byPreposition(i) && !afterMonth[r.word(j+1)]
	return part{end: j + 1, class: c, label: label}, true
}

// byPreposition reports whether "the" and a preposition stand before atom i, and no noun
// follows that the words at i would only describe.
func (r *reader) byPreposition(i int) bool {
	return r.word(i-1) == "the" && (r.word(i-2) == "in" || r.word(i-2) == "over") && !r.tight(i+1)
}

// singleWord reads "today", "imminent", and "that time" or "that year" after "by" or "at".
func (r *reader) singleWord(i int) (part, bool) {
	if c, ok := singleWords[r.word(i)]; ok {
		return part{end: i + 1, class: c}, true
	}
	if r.word(i) == "that" && (r.word(i+1) == "time" || r.word(i+1) == "year") && (r.word(i-1) == "by" || r.word(i-1) == "at") {
		return dated(i+2, 0), true
	}
	return part{}, false
}
