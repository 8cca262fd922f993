package corpus

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-dateparser/date"
)

// dayLayouts, monthLayouts are the forms of a date of publication, after clean has taken
// away weekday, commas and endings ("27th").
var (
	dayLayouts = []string{
		"2 January 2006", "January 2 2006", "2 Jan 2006", "Jan 2 2006", "2006 January 2", "2006 Jan 2", "2-Jan-2006",
		"2006-01-02", "2006-1-2", "2006/01/02", "2006/1/2", "2006.01.02", "20060102",
	}
	monthLayouts = []string{"January 2006", "Jan 2006", "2006 January", "2006-01", "2006/01", "01/2006"}
)

var (
	dateLabel   = regexp.MustCompile(`^(?i:(?:first |last |originally )?(?:published|posted|updated|revised|modified|released|issued|dated?|publication date|release date)(?: on| in)?\b ?:?|on|in)\s+`)
	dateWeekday = regexp.MustCompile(`^(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+`)
	dateTime    = regexp.MustCompile(`^\d{1,2}[:.]\d{2}(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4})?,?\s+`)
	dateClock   = regexp.MustCompile(`(?i)(?:,|\bat|T|\s)\s*\d{1,2}[:.]\d{2}.*$`)
	dateOrdinal = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`)
	dateFigures = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$`)
	dateSeason  = regexp.MustCompile(`^(?i:(?:early |mid-|late )?(?:spring|summer|autumn|fall|winter)|q[1-4]|(?:first|second|third|fourth) quarter(?: of)?),?\s+((?:19|20)\d\d)$`)
	dateRange   = regexp.MustCompile(`^\d{1,2}(?:\s*[-–]\s*|\s+(?:and|to|&)\s+)(\d{1,2}\s+\pL+\.?,?\s+\d{4})$`)
	dateYear    = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// statedDate reads s, the whole of it, as a date of publication, to the precision that it
// has: "27 May 2024", "Published on Monday, May 27th, 2024", "May 2024", "Spring 2024".
// Of "03/04/2024", which is a day in March or in April, only the year is known.
func statedDate(s string) (Date, bool) {
	if len(s) > 80 || !strings.ContainsAny(s, "0123456789") {
		return Date{}, false
	}
	s = strings.TrimSpace(s)
	s = dateLabel.ReplaceAllString(s, "")
	s = dateWeekday.ReplaceAllString(s, "")
	if cut := dateTime.ReplaceAllString(s, ""); cut != s {
		s = dateWeekday.ReplaceAllString(cut, "") // "10:15 am EST, Friday, May 3, 2024"
	}
	if m := dateFigures.FindStringSubmatch(s); m != nil {
		return dateOfFigures(m[1], m[2], m[3])
	}
	if cut := dateClock.ReplaceAllString(s, ""); cut != "" {
		s = cut
	}
	s = dateOrdinal.ReplaceAllString(s, "$1")
	if m := dateRange.FindStringSubmatch(s); m != nil {
		s = m[1] // the last day of a meeting
	}
	s = strings.NewReplacer(",", " ", "Sept ", "Sep ", "Sept. ", "Sep ", " of ", " ").Replace(s)
	s = strings.Join(strings.Fields(s), " ")
	if dateYear.MatchString(s) {
		year, _ := strconv.Atoi(s)
		return Date{Year: year}, true
	}
	if m := dateSeason.FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(m[1])
		return Date{Year: year}, true
	}
	abbreviated := strings.ReplaceAll(s, ". ", " ") // "Jan. 5 2024"
	for _, layout := range dayLayouts {
		for _, form := range []string{s, abbreviated} {
			if t, err := time.Parse(layout, form); err == nil && t.Year() >= 1500 {
				return Date{t.Year(), int(t.Month()), t.Day()}, true
			}
		}
	}
	for _, layout := range monthLayouts {
		if t, err := time.Parse(layout, abbreviated); err == nil && t.Year() >= 1500 {
			return Date{Year: t.Year(), Month: int(t.Month())}, true
		}
	}
	return foreignDate(s)
}

// monthElsewhere matches a day or month with its name in a language other than English:
// "3. Mai 2024", "27 de mayo de 2024", "März 2023".
var monthElsewhere = regexp.MustCompile(`^(?:\d{1,2}\.?(?:er)?\s+)?(?:de\s+)?\pL{3,12}\.?\s+(?:de\s+)?(?:19|20)\d\d$`)

// foreignDate reads a date in another language.
func foreignDate(s string) (Date, bool) {
	if !monthElsewhere.MatchString(s) {
		return Date{}, false
	}
	// The parser fills in what a date leaves out from the current time; a fixed one keeps
	// the result the same on all days.
	found, err := dateparser.Parse(&dateparser.Configuration{CurrentTime: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)}, s)
	if err != nil {
		return Date{}, false
	}
	d := Date{Year: found.Time.Year(), Month: int(found.Time.Month())}
	switch found.Period {
	case date.Day:
		d.Day = found.Time.Day()
	case date.Month:
	default:
		return Date{}, false
	}
	return d, true
}

// dateline matches the start of a report with place and date: "London, 3 May 2024 - ".
var dateline = regexp.MustCompile(`^[\p{Lu}][\p{L} .,'’-]{1,40}?[,(]\s*((?:\d{1,2}\s+\pL{3,9}|\pL{3,9}\.?\s+\d{1,2},?)\s+\d{4})\)?\s*(?:[-–—:]|\()`)

// datelineDate reads the date off the start of a paragraph, where it has a dateline.
func datelineDate(paragraph string) Date {
	m := dateline.FindStringSubmatch(paragraph[:min(len(paragraph), 100)])
	if m == nil {
		return Date{}
	}
	d, _ := statedDate(m[1])
	return d
}

// dateOfFigures reads two numbers and a year, whose order is day first or month first.
func dateOfFigures(first, second, year string) (Date, bool) {
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(second)
	y, _ := strconv.Atoi(year)
	d := Date{Year: y}
	switch {
	case a > 12 || a == b:
		d.Month, d.Day = b, a
	case b > 12:
		d.Month, d.Day = a, b
	}
	if d.Day > 0 {
		// The calendar says whether there is such a day.
		t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
		if int(t.Month()) != d.Month || t.Day() != d.Day {
			return Date{}, false
		}
	}
	return d, y >= 1500
}
