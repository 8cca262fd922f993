package corpus

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// dayLayouts, monthLayouts are the forms of a date of publication, after clean has taken
// away weekday, commas and endings ("27th").
var (
	dayLayouts = []string{
		"2 January 2006", "January 2 2006", "2 Jan 2006", "Jan 2 2006", "2006 January 2", "2006 Jan 2", "2-Jan-2006",
		"2006-01-02", "2006-1-2", "2006/01/02", "2006/1/2", "2006.01.02", "20060102",
	}
	monthLayouts = []string{"January 2006", "Jan 2006", "2006 January", "2006-01", "01/2006"}
)

var (
	dateLabel   = regexp.MustCompile(`^(?i:(?:first |last |originally )?(?:published|posted|updated|revised|modified|released|issued|dated?|publication date|release date)(?: on| in)?\b:?|on|in)\s+`)
	dateWeekday = regexp.MustCompile(`^(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+`)
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
	return Date{}, false
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
