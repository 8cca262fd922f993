package corpus

import (
	"fmt"
	"time"
)

// Precision says how much of a date is known.
type Precision string

// The precisions of a Date.
const (
	NoDate Precision = ""
	Year   Precision = "year"
	Month  Precision = "month"
	Day    Precision = "day"
)

// Date is a day of the calendar, known to the year, the month or the day. What is not
// known is 0; the zero Date is no date.
type Date struct {
	Year, Month, Day int
}

// Precision says how much of the date is known.
func (d Date) Precision() Precision {
	switch {
	case d.Year == 0:
		return NoDate
	case d.Month == 0:
		return Year
	case d.Day == 0:
		return Month
	}
	return Day
}

// String is the date in ISO 8601 to its precision: "2024-05-27", "2024-05", "2024" or "".
func (d Date) String() string {
	switch d.Precision() {
	case Year:
		return fmt.Sprintf("%04d", d.Year)
	case Month:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case Day:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	return ""
}

// ParseDate reads what Date.String writes.
func ParseDate(s string) (Date, error) {
	for _, form := range []struct {
		layout    string
		precision Precision
	}{{"2006-01-02", Day}, {"2006-01", Month}, {"2006", Year}} {
		t, err := time.Parse(form.layout, s)
		if err != nil {
			continue
		}
		d := Date{Year: t.Year()}
		if form.precision != Year {
			d.Month = int(t.Month())
		}
		if form.precision == Day {
			d.Day = t.Day()
		}
		return d, nil
	}
	return Date{}, fmt.Errorf("parse date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
}
