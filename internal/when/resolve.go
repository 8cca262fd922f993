package when

import "time"

// Day is a day of the calendar, or a month or a year where Day, or Month and Day, are 0.
// The zero Day is no day.
type Day struct {
	Year, Month, Day int
}

// Interval is a stretch of days. Both ends are known to the day and both are included; one
// that is the zero Day is open.
type Interval struct {
	Start, End Day
}

// Resolve gives the days that an expression of time stands for, read with the date of the
// document as its reference. The reference may be known to the month or the year alone, or
// not at all; what needs more than is known of it stays open. These conventions hold:
//
//   - "by", "until", "before" and "within" reach from the reference to the end named, "by
//     2030" to 31 December 2030; "after" begins the day after, "from 2030" on the first day;
//   - "early", "mid" and "late" are the first, middle and last third: of a year four months,
//     of a month ten days, of a decade about three years; "the end of" is the last third,
//     after "by" its very end; "mid-century" is its fiftieth year;
//   - a month, quarter, half, season or weekday without a year is the first that is not
//     over by the reference;
//   - "next year" is the year of the calendar, "the next year", "the coming year" and "the
//     next two years" are counted from the reference, its day included; "a few" and
//     "several" are three, and a plural without a number is six days, weeks or months, five
//     years or three decades;
//   - "in two years" reaches from the reference to that day, for a claim may come true
//     before it;
//   - seasons are those of meteorologists in the northern hemisphere: winter 2030 is
//     December 2030 to February 2031;
//   - a fiscal year is that of the United States' government (31 U.S.C. 1102): 1 October to
//     30 September, named by the year that it ends in; of "2026/27" both years count whole,
//     as other countries' years begin on other days;
//   - what has no length of its own ("medium term", "the forecast period") stays open, and
//     so does what reaches beyond the year 9999, the last that ISO 8601 has four digits for.
func Resolve(words string, reference Day) Interval {
	r := resolver{reader: reader{text: words, atoms: lex(words)}, ref: periodOf(reference), precise: reference}
	p, ok := r.read()
	if !ok {
		return Interval{}
	}
	return p.interval()
}

// maxYear is the last year that a horizon may reach into.
const maxYear = 9999

// period is a half-open stretch of days at midnight UTC; a zero time is an open end.
type period struct {
	from, to time.Time
}

func day(year, month, d int) time.Time {
	return time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
}

// years is the period of whole years from first to last, both included.
func years(first, last int) period { return period{day(first, 1, 1), day(last+1, 1, 1)} }

// monthsOf is the period of n months that begins with a month.
func monthsOf(year, month, n int) period {
	return period{day(year, month, 1), day(year, month+n, 1)}
}

// periodOf is all that a day may be: itself, or its month or year.
func periodOf(d Day) period {
	switch {
	case d.Year == 0:
		return period{}
	case d.Month == 0:
		return years(d.Year, d.Year)
	case d.Day == 0:
		return monthsOf(d.Year, d.Month, 1)
	}
	return period{day(d.Year, d.Month, d.Day), day(d.Year, d.Month, d.Day+1)}
}

func (p period) open() bool { return p.from.IsZero() && p.to.IsZero() }

// interval is the period with its last day included. One that ends before it begins, as
// "by 2020" in a brief of 2024 would, has no start.
func (p period) interval() Interval {
	if p.from.Year() > maxYear || p.to.Year() > maxYear {
		return Interval{}
	}
	if !p.from.IsZero() && !p.to.IsZero() && !p.from.Before(p.to) {
		p.from = time.Time{}
	}
	var i Interval
	if !p.from.IsZero() {
		i.Start = dayOf(p.from)
	}
	if !p.to.IsZero() {
		i.End = dayOf(p.to.AddDate(0, 0, -1))
	}
	return i
}

func dayOf(t time.Time) Day { return Day{t.Year(), int(t.Month()), t.Day()} }

// resolver reads periods off the atoms of an expression.
type resolver struct {
	reader
	ref     period
	precise Day // the reference as it was given
	year    int // that a later part of the expression names, for those before it; 0 for none
}

// point is a period with what leads it in.
type point struct {
	period
	lead     string // the last preposition before it
	end      bool   // whether it is the end of something
	dateless bool   // whether it names a part of a year, but no year
}

// read takes the points of the expression together.
func (r *resolver) read() (period, bool) {
	points := r.points()
	if len(points) == 0 {
		return period{}, false
	}
	// "from May to October 2030": the year holds for both.
	if last := points[len(points)-1]; len(points) > 1 && points[0].dateless && !last.dateless && !last.from.IsZero() {
		r.year = last.from.Year()
		points = r.points()
		if points[0].from.After(points[len(points)-1].from) {
			r.year-- // "from November to February 2030"
			points[0] = r.points()[0]
		}
	}
	first, last := points[0], points[len(points)-1]
	var p period
	switch {
	case len(points) == 1:
		p = r.led(first)
	case first.lead == "by" || first.lead == "until":
		p = r.led(point{period: last.period, lead: first.lead, end: last.end})
	case !first.from.IsZero() && !last.to.IsZero() && !last.from.Before(first.from) && !last.to.After(first.to):
		p = last.period // "at the end of the month on April 29"
	default:
		if first.lead == "later" {
			first.period = r.led(first)
		}
		p = period{first.from, last.to}
	}
	if r.goesOn() {
		p.to = time.Time{}
	}
	return p, !p.open()
}

// goesOn reports whether the expression ends in words that leave its end open.
func (r *resolver) goesOn() bool {
	switch r.word(len(r.atoms) - 1) {
	case "beyond", "thereafter", "onward", "onwards", "after", "greater":
		return true
	case "later":
		return r.word(len(r.atoms)-2) == "or"
	}
	return false
}

// points lists the points of the expression in order.
func (r *resolver) points() []point {
	var found []point
	lead := ""
	for i := 0; i < len(r.atoms); {
		if p, next, ok := r.point(i); ok {
			p.lead = lead
			found = append(found, p)
			lead, i = "", next
			continue
		}
		switch w := r.word(i); {
		case w == "no" && r.word(i+1) == "later" && r.word(i+2) == "than":
			lead = "by"
			i += 2
		case w == "later" && r.word(i+1) == "than":
			lead = "after"
			i++
		case w == "next" && len(found) > 0 && r.isPlainNext(i) && r.precise.Year > 0:
			found = append(found, point{period: years(r.precise.Year+1, r.precise.Year+1)})
		case w == "later" || w == "rest" || w == "remainder" || w == "balance":
			lead = "later"
		case (lead == "later" || lead == "from") && (w == "in" || w == "on" || w == "of"):
		case leads[w] != "":
			lead = leads[w]
		}
		i++
	}
	return found
}

// leads gives what a preposition does to the period behind it.
var leads = map[string]string{
	"by": "by", "until": "until", "till": "until", "through": "until", "to": "until", "within": "within",
	"before": "before", "after": "after", "beyond": "after", "following": "after",
	"from": "from", "since": "from", "starting": "from", "beginning": "from",
	"in": "in", "at": "in", "on": "in", "during": "in", "over": "in", "for": "in", "throughout": "in",
	"around": "in", "toward": "in", "towards": "in", "between": "in",
}

// led is a point's period as the word before it has it.
func (r *resolver) led(p point) period {
	switch p.lead {
	case "by", "until", "within":
		return period{r.ref.from, p.to}
	case "before":
		if p.end {
			return period{r.ref.from, p.to}
		}
		return period{r.ref.from, p.from}
	case "after":
		return period{from: p.to}
	case "from":
		return period{from: p.from}
	case "later":
		if r.ref.from.After(p.from) && r.ref.from.Before(p.to) {
			return period{r.ref.from, p.to}
		}
	}
	return p.period
}
