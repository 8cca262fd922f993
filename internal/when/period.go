package when

import (
	"strconv"
	"time"
)

// share is a part of a period: its n-th of so many.
type share struct {
	n, of int
	end   bool // whether it is named as an end: "the end of"
}

// shares are the words that name a part of a period.
var shares = map[string]share{
	"early": {n: 0, of: 3}, "beginning": {n: 0, of: 3}, "start": {n: 0, of: 3}, "opening": {n: 0, of: 3},
	"mid": {n: 1, of: 3}, "middle": {n: 1, of: 3},
	"late": {n: 2, of: 3}, "end": {n: 2, of: 3, end: true}, "close": {n: 2, of: 3, end: true},
}

// point reads a period at atom i, with the words that name a part of it, and gives the
// atom behind it.
func (r *resolver) point(i int) (point, int, bool) {
	if part, next, ok := r.share(i); ok {
		whole, end, ok := r.point(next)
		if !ok {
			// "the second half" alone is of the year under way.
			if part.of != 2 || r.precise.Month == 0 || r.word(next-1) == "of" {
				return point{}, 0, false
			}
			half := monthsOf(r.precise.Year, 1+6*part.n, 6)
			if !half.to.After(r.ref.from) {
				half = monthsOf(r.precise.Year+1, 1+6*part.n, 6)
			}
			return point{period: half, dateless: true}, next, true
		}
		whole.period = whole.part(part)
		whole.end = part.end
		return whole, end, true
	}
	p, next, ok := r.core(i)
	return p, next, ok
}

// share reads words that name a part of the period behind them: "late", "the end of the",
// "the first half of", "mid-".
func (r *resolver) share(i int) (share, int, bool) {
	if r.word(i) == "the" {
		i++
	}
	if n, ok := halves[r.word(i)]; ok && r.word(i+1) == "half" {
		return share{n: n, of: 2}, r.of(i + 2), true
	}
	part, ok := shares[r.word(i)]
	if !ok || r.word(i) == "beginning" && r.word(i+1) != "of" || r.word(i) == "start" && r.word(i+1) != "of" {
		return share{}, 0, false
	}
	return part, r.of(i + 1), true
}

var halves = map[string]int{"first": 0, "1st": 0, "opening": 0, "second": 1, "2nd": 1, "latter": 1, "last": 1}

// of skips what may stand between a part and its whole: "of the", "in", "-".
func (r *resolver) of(i int) int {
	switch r.word(i) {
	case "of", "in", "-", "‑", "–":
		i++
	}
	return i
}

// part is the n-th of equal parts: of whole years in months, of a month in days.
func (p period) part(s share) period {
	if p.from.IsZero() || p.to.IsZero() {
		return p
	}
	at := func(n int) time.Time {
		switch months := monthsBetween(p.from, p.to); {
		case n == s.of:
			return p.to
		case months >= 36:
			return p.from.AddDate(months/12*n/s.of, 0, 0)
		case months > 1 && months*n%s.of == 0:
			return p.from.AddDate(0, months*n/s.of, 0)
		case months == 1 && s.of == 3:
			return p.from.AddDate(0, 0, 10*n)
		}
		return p.from.AddDate(0, 0, int(p.to.Sub(p.from).Hours())/24*n/s.of)
	}
	if s.of == 3 && s.n == 1 && p.to.Year()-p.from.Year() == 100 {
		middle := p.from.Year() - p.from.Year()%100 + 50
		return years(middle, middle) // "mid-century" is 2050
	}
	return period{at(s.n), at(s.n + 1)}
}

func monthsBetween(from, to time.Time) int {
	return 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month())
}

// core reads a period without the words that name a part of it.
func (r *resolver) core(i int) (point, int, bool) {
	if r.word(i) == "the" {
		if p, next, ok := r.rolling(i+1, true); ok {
			return p, next, true
		}
		i++
	}
	for _, read := range []func(int) (point, int, bool){
		r.numbered, r.date, r.quarterOf, r.fiscal, r.calendarYears, r.seasonOf, r.weekdayAhead, r.thisOrNext, r.centuries,
	} {
		if p, next, ok := read(i); ok {
			return p, next, true
		}
	}
	if p, next, ok := r.rolling(i, false); ok {
		return p, next, true
	}
	return point{}, 0, false
}

// yearBehind reads a year after "of", "in", "," or nothing, also "of next year". The year
// is 0 where there is none.
func (r *resolver) yearBehind(i int) (year, next int) {
	j := i
	switch r.word(j) {
	case "of", "in", ",", "-", "/", "’", "'":
		j++
	}
	if year := r.yearAt(j); year > 0 {
		return year, j + 1
	}
	if r.word(j) == "the" && r.word(j+1) == "year" {
		return r.precise.Year, j + 2
	}
	if r.word(j+1) == "year" && r.precise.Year > 0 {
		switch r.word(j) {
		case "this", "current":
			return r.precise.Year, j + 2
		case "next", "following", "coming":
			return r.precise.Year + 1, j + 2
		}
	}
	return 0, i
}

// ofUnknownYear completes a period that is made for a year by the year that the expression
// has elsewhere, else by the first that is not over by the reference.
func (r *resolver) ofUnknownYear(make func(year int) period) (point, bool) {
	switch {
	case r.year > 0:
		return point{period: make(r.year)}, true
	case r.precise.Year == 0:
		return point{dateless: true}, true
	case r.precise.Month == 0:
		return point{period: make(r.precise.Year), dateless: true}, true
	}
	p := make(r.precise.Year)
	if !p.to.After(r.ref.from) {
		p = make(r.precise.Year + 1)
	}
	return point{period: p, dateless: true}, true
}

// numbered reads dates in figures from the year on: "2030-06-15", "2030-06".
func (r *resolver) numbered(i int) (point, int, bool) {
	year := r.yearAt(i)
	if year == 0 || r.word(i+1) != "-" || !r.tight(i+1) || !r.tight(i+2) || len(r.word(i+2)) != 2 {
		return point{}, 0, false
	}
	month, err := strconv.Atoi(r.word(i + 2))
	if err != nil || month < 1 || month > 12 {
		return point{}, 0, false
	}
	if r.word(i+3) == "-" && r.tight(i+4) && isDay(r.word(i+4)) {
		if p, ok := dayIn(year, month, r.word(i+4)); ok {
			return point{period: p}, i + 5, true
		}
		return point{}, 0, false
	}
	return point{period: monthsOf(year, month, 1)}, i + 3, true
}

// dayIn is a day of a month; ok is false where the month is too short for it.
func dayIn(year, month int, word string) (period, bool) {
	d, err := strconv.Atoi(word)
	if err != nil || d < 1 || day(year, month, d).Month() != time.Month(month) {
		return period{}, false
	}
	return period{day(year, month, d), day(year, month, d+1)}, true
}

// date reads a month with or without a day: "3 May 2030", "June 5", "March of 2031".
func (r *resolver) date(i int) (point, int, bool) {
	next := false
	if r.word(i) == "next" || r.word(i) == "this" {
		next = r.word(i) == "next"
		i++
	}
	first, d := "", ""
	if joiners[r.word(i+1)] && isDay(r.word(i)) && isDay(r.word(i+2)) {
		first = r.word(i) // "3 to 5 May"
		i += 2
	}
	if isDay(r.word(i)) {
		j := i + 1 + r.suffix(i+1)
		if r.word(j) == "of" || r.word(j) == "-" {
			j++
		}
		if months[r.word(j)] == 0 {
			return point{}, 0, false
		}
		d, i = r.word(i), j
	}
	month := months[r.word(i)]
	if month == 0 || r.word(i) == "may" && !r.isMonth(i) && d == "" {
		return point{}, 0, false
	}
	i++
	if r.word(i) == "." {
		i++
	}
	if q := r.word(i); q == "quarter" {
		// The quarter that ends with the month, as statistics of Australia and New Zealand name it.
		year, behind := r.yearBehind(i + 1)
		p, ok := r.inYear(year, func(y int) period { return monthsOf(y, month-2, 3) })
		return p, behind, ok
	}
	if j := i; d == "" {
		if r.word(j) == "the" {
			j++
		}
		if isDay(r.word(j)) && !r.isFigure(j) {
			d, i = r.word(j), j+1+r.suffix(j+1)
		}
	}
	year, behind := r.yearBehind(i)
	if d == "" {
		p, ok := r.inYear(year, func(y int) period { return monthsOf(y, month, 1) })
		if next && r.precise.Month == month && year == 0 && ok {
			p.period = monthsOf(r.precise.Year+1, month, 1)
		}
		return p, behind, ok
	}
	valid := true
	p, ok := r.inYear(year, func(y int) period {
		last, ok := dayIn(y, month, d)
		from := last
		if first != "" {
			var fits bool
			from, fits = dayIn(y, month, first)
			ok = ok && fits
		}
		valid = valid && ok
		return period{from.from, last.to}
	})
	if !valid {
		return point{}, behind, true // "30 February" is no day, and no other one
	}
	return p, behind, ok
}

// inYear is a period made for a year, or for the right one where the year is 0.
func (r *resolver) inYear(year int, make func(year int) period) (point, bool) {
	if year > 0 {
		return point{period: make(year)}, true
	}
	return r.ofUnknownYear(make)
}

var quarterWords = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

// quarterOf reads "Q3 2025", "2025 Q3", "the third quarter", "H1 2026".
func (r *resolver) quarterOf(i int) (point, int, bool) {
	if year := r.yearAt(i); year > 0 {
		j := i + 1
		if r.word(j) == "-" {
			j++
		}
		if n, length := r.label(j); n > 0 {
			return point{period: monthsOf(year, 1+(n-1)*length, length)}, j + 2, true
		}
		return point{}, 0, false
	}
	n, length := r.label(i)
	j := i + 2
	if n == 0 {
		n, length = quarterWords[r.word(i)], 3
		j = i + 1
		if n == 0 && r.is(i, digits) {
			n, j = quarterWords[r.word(i)+r.word(i+1)], i+2
		}
		if n == 0 || r.word(j) != "quarter" {
			return point{}, 0, false
		}
		j++
	}
	year, next := r.yearBehind(j)
	p, ok := r.inYear(year, func(y int) period { return monthsOf(y, 1+(n-1)*length, length) })
	return p, next, ok
}

// label reads the label of a quarter or half at atom i, "Q3" or "H1", and its months.
func (r *resolver) label(i int) (n, length int) {
	w := r.word(i)
	if w != "q" && w != "h" || !r.tight(i+1) {
		return 0, 0
	}
	n, err := strconv.Atoi(r.word(i + 1))
	switch {
	case err != nil || n < 1:
	case w == "q" && n <= 4:
		return n, 3
	case w == "h" && n <= 2:
		return n, 6
	}
	return 0, 0
}

// fiscal reads "fiscal year 2027", "FY2027", "FY 27".
func (r *resolver) fiscal(i int) (point, int, bool) {
	switch r.word(i) {
	case "fy":
		i++
	case "fiscal":
		i++
		if r.word(i) == "year" || r.word(i) == "years" {
			i++
		}
	default:
		return point{}, 0, false
	}
	year := r.yearAt(i)
	if n, err := strconv.Atoi(r.word(i)); year == 0 && err == nil && len(r.word(i)) == 2 {
		year = 2000 + n
	}
	if year == 0 {
		return point{}, 0, false
	}
	if p, next, ok := r.calendarYears(i); ok && next > i+1 {
		return p, next, true // "FY2026/27" is not of the United States
	}
	return point{period: period{day(year-1, 10, 1), day(year, 10, 1)}}, i + 1, true
}

// calendarYears reads "2030", "the year 2030", "2026/27", "2026–2030", "the 2030s".
func (r *resolver) calendarYears(i int) (point, int, bool) {
	if w := r.word(i); (w == "calendar" || w == "financial") && r.word(i+1) == "year" {
		i += 2
	} else if w == "year" || w == "cy" {
		i++
	}
	year := r.yearAt(i)
	if year == 0 {
		return point{}, 0, false
	}
	last, next := year, i+1
	switch r.word(next) {
	case "/", "-", "–", "—", "~":
		end, err := strconv.Atoi(r.word(next + 1))
		switch {
		case err != nil:
		case r.yearAt(next+1) > year:
			last, next = end, next+2
		case len(r.word(next+1)) == 2 && end > year%100 && r.tight(next+1):
			last, next = year-year%100+end, next+2
		}
	}
	if r.word(next) == "s" && year%10 == 0 {
		last, next = year+9, next+1
		if year%100 == 0 {
			last = year + 99
		}
	}
	return point{period: years(year, last)}, next, true
}

// seasonMonths gives the first month of each season.
var seasonMonths = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

// seasonOf reads "summer 2030", "winter of 2031", "next spring", "this winter".
func (r *resolver) seasonOf(i int) (point, int, bool) {
	if ahead[r.word(i)] {
		i++
	}
	month := seasonMonths[r.word(i)]
	if month == 0 {
		return point{}, 0, false
	}
	year, next := r.yearBehind(i + 1)
	p, ok := r.inYear(year, func(y int) period { return monthsOf(y, month, 3) })
	if year == 0 && month == 12 && !r.ref.from.IsZero() && r.precise.Month > 0 && r.precise.Month <= 2 {
		p.period = monthsOf(r.precise.Year-1, 12, 3) // the winter that is under way
	}
	return p, next, ok
}

var weekdayNumbers = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
}

// weekdayAhead reads "Friday", "next Tuesday", "today", "tomorrow". "Next" is the one of
// the week that follows.
func (r *resolver) weekdayAhead(i int) (point, int, bool) {
	if r.precise.Day == 0 {
		return point{}, 0, false
	}
	from := r.ref.from
	switch r.word(i) {
	case "today", "tonight":
		return point{period: r.ref}, i + 1, true
	case "tomorrow":
		return point{period: period{r.ref.to, r.ref.to.AddDate(0, 0, 1)}}, i + 1, true
	case "next":
		i++
		from = weekOf(from).to
	case "this", "coming":
		i++
	}
	number, ok := weekdayNumbers[r.word(i)]
	if !ok {
		return point{}, 0, false
	}
	for from.Weekday() != number {
		from = from.AddDate(0, 0, 1)
	}
	return point{period: period{from, from.AddDate(0, 0, 1)}}, i + 1, true
}

// weekOf is the week from Monday that a day lies in (ISO 8601).
func weekOf(t time.Time) period {
	from := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	return period{from, from.AddDate(0, 0, 7)}
}

// thisOrNext reads one unit of the calendar by its place: "this year", "next quarter",
// "next fiscal year", and "the year" for the one under way.
func (r *resolver) thisOrNext(i int) (point, int, bool) {
	w := r.word(i)
	steps := 0
	switch {
	case w == "next" || w == "coming" || w == "upcoming":
		steps = 1
		i++
	case w == "this" || w == "current":
		i++
	case w == "year" && (r.word(i+1) == "-" || r.word(i+1) == "end"):
	case r.word(i-1) == "the" || r.word(i-1) == "of" || r.word(i-1) == "-":
	default:
		return point{}, 0, false
	}
	if w == "year" && (r.word(i+1) == "-" && r.word(i+2) == "end" || r.word(i+1) == "end") {
		j := i + 2
		if r.word(i+1) == "-" {
			j++
		}
		year, next := r.yearBehind(j)
		if year == 0 {
			year = r.precise.Year
		}
		if year == 0 {
			return point{}, 0, false
		}
		return point{period: years(year, year).part(share{n: 2, of: 3}), end: true}, next, true
	}
	fiscal := false
	for r.word(i) == "calendar" || r.word(i) == "fiscal" {
		fiscal = fiscal || r.word(i) == "fiscal"
		i++
	}
	y, m := r.precise.Year, r.precise.Month
	if y == 0 {
		return point{}, 0, false
	}
	next := i + 1
	switch unit := r.word(i); {
	case unit == "year" && fiscal && m > 0:
		year := y + steps + (m+2)/12 // October and later are of the next one
		return point{period: period{day(year-1, 10, 1), day(year, 10, 1)}}, next, true
	case unit == "year" && !fiscal:
		return point{period: years(y+steps, y+steps)}, next, true
	case unit == "decade":
		first := y - y%10 + 10*steps
		return point{period: years(first, first+9)}, next, true
	case m == 0:
	case unit == "month":
		return point{period: monthsOf(y, m+steps, 1)}, next, true
	case unit == "quarter":
		return point{period: monthsOf(y, m-(m-1)%3+3*steps, 3)}, next, true
	case unit == "week" && r.precise.Day > 0:
		from := weekOf(r.ref.from).from.AddDate(0, 0, 7*steps)
		return point{period: period{from, from.AddDate(0, 0, 7)}}, next, true
	}
	return point{}, 0, false
}

// centuries reads "century" alone, that of the reference or else the twenty-first, and
// "21st century". A century is its hundred years with the same two digits: 2000 to 2099.
func (r *resolver) centuries(i int) (point, int, bool) {
	if r.is(i, digits) && r.suffix(i+1) == 1 && r.word(i+2) == "century" {
		n, err := strconv.Atoi(r.word(i))
		if err != nil || n < 1 || n > lastYear/100+1 {
			return point{}, 0, false
		}
		return point{period: years(100*(n-1), 100*n-1)}, i + 3, true
	}
	if r.word(i) == "this" || r.word(i) == "current" {
		i++
	}
	if r.word(i) != "century" {
		return point{}, 0, false
	}
	first := 2000
	if r.precise.Year > 0 {
		first = r.precise.Year - r.precise.Year%100
	}
	return point{period: years(first, first+99)}, i + 1, true
}

// vague gives what a plural without a number counts as, by its unit.
var vague = map[string]int{"days": 6, "weeks": 6, "months": 6, "quarters": 3, "years": 5, "decades": 3}

// rolling reads a stretch that is counted from the reference: "the next two years", "the
// coming months", "six months", "a decade". Definite is whether "the" stands before it.
func (r *resolver) rolling(i int, definite bool) (point, int, bool) {
	if w := r.word(i); w == "following" || w == "subsequent" || w == "ensuing" {
		return point{}, 0, false // counted from a time that the text names elsewhere
	}
	turned := false
	for ahead[r.word(i)] && r.word(i) != "this" && r.word(i) != "current" {
		turned = true
		i++
	}
	count, n := r.count(i)
	i += n
	for ahead[r.word(i)] || r.word(i) == "more" {
		turned = true
		i++
	}
	unit := r.word(i)
	u, known := units[unit]
	if _, ok := step(unit); !ok || !known {
		return point{}, 0, false
	}
	i++
	if j, ok := r.forecastBehind(i); ok {
		i, turned = j, true // "the ten-year forecast period"
	}
	end, follows := r.follows(i, u)
	if follows {
		i = end
		turned = turned || r.word(i-1) == "ahead" || r.word(i-1) == "come"
	}
	switch {
	case count == 0 && u.plural && (turned || follows):
		count = vague[unit]
	case count == 0 && turned && definite:
		count = 1
	case count == 0, !turned && !follows && definite:
		return point{}, 0, false
	}
	if r.ref.from.IsZero() {
		return point{}, 0, false
	}
	add, _ := step(unit)
	last := add(r.ref.to.AddDate(0, 0, -1), count)
	if !turned {
		last = last.AddDate(0, 0, 1) // "in two years": that very day
	}
	return point{period: period{r.ref.from, last}}, i, true
}

// forecastBehind reads "forecast period" after a number of years.
func (r *resolver) forecastBehind(i int) (int, bool) {
	if r.word(i) == "-" || r.word(i) == "‑" {
		i++
	}
	return i + 2, forecasting[r.word(i)] && forecastPeriods[r.word(i+1)]
}

// step gives how to go forward by a number of units; ok is false for a unit that is no
// measure, such as a meeting or a generation.
func step(unit string) (add func(time.Time, int) time.Time, ok bool) {
	months, days := 0, 0
	switch unit {
	case "day", "days":
		days = 1
	case "week", "weeks":
		days = 7
	case "fortnight":
		days = 14
	case "month", "months":
		months = 1
	case "quarter", "quarters":
		months = 3
	case "year", "years":
		months = 12
	case "decade", "decades":
		months = 120
	case "century", "centuries":
		months = 1200
	default:
		return nil, false
	}
	return func(t time.Time, n int) time.Time {
		if days > 0 {
			return t.AddDate(0, 0, days*n)
		}
		// The last day of a shorter month stands for the days that it lacks.
		moved := day(t.Year(), int(t.Month())+months*n, 1)
		length := moved.AddDate(0, 1, -1).Day()
		return moved.AddDate(0, 0, min(t.Day(), length)-1)
	}, true
}
