package when

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// iso writes a day, ".." for an open end.
func (d Day) iso() string {
	if d == (Day{}) {
		return ".."
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func TestResolve(t *testing.T) {
	may := Day{2024, 5, 27} // a Monday
	for _, c := range []struct {
		words string
		ref   Day
		want  string
	}{
		// Years.
		{"by 2030", may, "2024-05-27 2030-12-31"},
		{"by 2030", Day{}, ".. 2030-12-31"},
		{"by 2030", Day{Year: 2024}, "2024-01-01 2030-12-31"},
		{"by 2020", may, ".. 2020-12-31"},
		{"in 2025", may, "2025-01-01 2025-12-31"},
		{"2018 and 2019", may, "2018-01-01 2019-12-31"},
		{"between 2025 and 2030", may, "2025-01-01 2030-12-31"},
		{"from 2025 to 2030", may, "2025-01-01 2030-12-31"},
		{"2026/27", may, "2026-01-01 2027-12-31"},
		{"over 2026–2030", may, "2026-01-01 2030-12-31"},
		{"the 2030s", may, "2030-01-01 2039-12-31"},
		{"in the early 2030s", may, "2030-01-01 2032-12-31"},
		{"by the mid-2030s", may, "2024-05-27 2035-12-31"},
		{"after 2030", may, "2031-01-01 .."},
		{"before 2030", may, "2024-05-27 2029-12-31"},
		{"from 2027", may, "2027-01-01 .."},
		{"starting in 2027", may, "2027-01-01 .."},
		{"in 2030 and beyond", may, "2030-01-01 .."},
		{"this year", may, "2024-01-01 2024-12-31"},
		{"later this year", may, "2024-05-27 2024-12-31"},
		{"later this year and next", may, "2024-05-27 2025-12-31"},
		{"next year", may, "2025-01-01 2025-12-31"},
		{"next year", Day{Year: 2024}, "2025-01-01 2025-12-31"},
		{"next year", Day{}, ".. .."},
		{"by the end of the year", may, "2024-05-27 2024-12-31"},
		{"at the end of 2026", may, "2026-09-01 2026-12-31"},
		{"by year-end", may, "2024-05-27 2024-12-31"},
		{"the rest of the year", may, "2024-05-27 2024-12-31"},
		{"in mid-2026", may, "2026-05-01 2026-08-31"},
		{"in early 2027", may, "2027-01-01 2027-04-30"},
		{"fiscal year 2027", may, "2026-10-01 2027-09-30"},
		{"in FY27", may, "2026-10-01 2027-09-30"},
		{"next fiscal year", may, "2024-10-01 2025-09-30"},
		{"next fiscal year", Day{2024, 11, 1}, "2025-10-01 2026-09-30"},
		// Parts of years.
		{"Q3 2025", may, "2025-07-01 2025-09-30"},
		{"in the third quarter", may, "2024-07-01 2024-09-30"},
		{"in the first quarter", may, "2025-01-01 2025-03-31"},
		{"the fourth quarter of 2030", may, "2030-10-01 2030-12-31"},
		{"the first half of 2026", may, "2026-01-01 2026-06-30"},
		{"the second half of next year", may, "2025-07-01 2025-12-31"},
		{"in the second half", may, "2024-07-01 2024-12-31"},
		{"in the second half of the forecast period", may, ".. .."},
		{"in H1 2026", may, "2026-01-01 2026-06-30"},
		{"the June quarter of 2025", may, "2025-04-01 2025-06-30"},
		{"next quarter", may, "2024-07-01 2024-09-30"},
		{"in winter 2030", may, "2030-12-01 2031-02-28"},
		{"this winter", Day{2024, 1, 9}, "2023-12-01 2024-02-29"},
		{"next summer", Day{2024, 9, 9}, "2025-06-01 2025-08-31"},
		{"late June", may, "2024-06-21 2024-06-30"},
		{"in late June", Day{}, ".. .."},
		{"in March", may, "2025-03-01 2025-03-31"},
		{"in May", may, "2024-05-01 2024-05-31"},
		{"from May to October 2030", may, "2030-05-01 2030-10-31"},
		{"from November to February 2030", may, "2029-11-01 2030-02-28"},
		{"next month", may, "2024-06-01 2024-06-30"},
		{"next month", Day{Year: 2024}, ".. .."},
		{"at the end of the month", may, "2024-05-21 2024-05-31"},
		// Days.
		{"on 3 May 2031", may, "2031-05-03 2031-05-03"},
		{"on June 5", may, "2024-06-05 2024-06-05"},
		{"on 3 to 5 June", may, "2024-06-03 2024-06-05"},
		{"on the 3rd of April", may, "2025-04-03 2025-04-03"},
		{"30 February 2031", may, ".. .."}, // no such day
		{"by 2031-06-15", may, "2024-05-27 2031-06-15"},
		{"on Friday", may, "2024-05-31 2024-05-31"},
		{"next Tuesday", may, "2024-06-04 2024-06-04"},
		{"today", may, "2024-05-27 2024-05-27"},
		{"tomorrow", may, "2024-05-28 2024-05-28"},
		{"next week", may, "2024-06-03 2024-06-09"},
		// Counted from the reference.
		{"over the next 12 months", may, "2024-05-27 2025-05-26"},
		{"over the next year", may, "2024-05-27 2025-05-26"},
		{"over the year ahead", may, "2024-05-27 2025-05-26"},
		{"in the months ahead", may, "2024-05-27 2024-11-26"},
		{"over the next couple of years", may, "2024-05-27 2026-05-26"},
		{"over the balance of the year", may, "2024-05-27 2024-12-31"},
		{"in the quarter", may, "2024-04-01 2024-06-30"},
		{"early next year", may, "2025-01-01 2025-04-30"},
		{"in the coming months", may, "2024-05-27 2024-11-26"},
		{"over the next few years", may, "2024-05-27 2027-05-26"},
		{"in coming years", may, "2024-05-27 2029-05-26"},
		{"over the next decade", may, "2024-05-27 2034-05-26"},
		{"in two years", may, "2024-05-27 2026-05-27"},
		{"two to three years from now", may, "2024-05-27 2027-05-27"},
		{"within two weeks", may, "2024-05-27 2024-06-10"},
		{"within a month", Day{2024, 1, 31}, "2024-01-31 2024-02-29"},
		{"over the next two years", Day{}, ".. .."},
		{"over the ten-year forecast period", may, "2024-05-27 2034-05-26"},
		// Decades and centuries.
		{"by the end of the decade", may, "2024-05-27 2029-12-31"},
		{"next decade", may, "2030-01-01 2039-12-31"},
		{"by mid-century", may, "2024-05-27 2050-12-31"},
		{"by mid-century", Day{}, ".. 2050-12-31"},
		{"by the end of the century", may, "2024-05-27 2099-12-31"},
		{"in the 21st century", may, "2000-01-01 2099-12-31"},
		// No length of their own.
		{"over the forecast period", may, ".. .."},
		{"in the medium term", may, ".. .."},
		{"shortly", may, ".. .."},
		{"eventually", may, ".. .."},
		{"the following year", may, ".. .."},
		{"", may, ".. .."},
	} {
		got := Resolve(c.words, c.ref)
		if text := got.Start.iso() + " " + got.End.iso(); text != c.want {
			t.Errorf("%q on %v: %s, want %s", c.words, c.ref, text, c.want)
		}
	}
}

// exists reports whether a day is in the calendar.
func (d Day) exists() bool {
	return dayOf(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)) == d
}

// checkInterval holds that ends are days of the calendar and in order.
func checkInterval(t interface{ Fatalf(string, ...any) }, words string, ref Day) {
	got := Resolve(words, ref)
	for _, d := range []Day{got.Start, got.End} {
		if d != (Day{}) && !d.exists() {
			t.Fatalf("%q on %v: %v is no day", words, ref, d)
		}
	}
	if got.Start != (Day{}) && got.End != (Day{}) && got.Start.iso() > got.End.iso() {
		t.Fatalf("%q on %v: %v is reversed", words, ref, got)
	}
}

var anyReference = rapid.Custom(func(t *rapid.T) Day {
	d := dayOf(time.Date(rapid.IntRange(1950, 2090).Draw(t, "year"), 1, rapid.IntRange(1, 366).Draw(t, "day"), 0, 0, 0, 0, time.UTC))
	switch rapid.IntRange(0, 3).Draw(t, "precision") {
	case 0:
		return Day{}
	case 1:
		return Day{Year: d.Year}
	case 2:
		return Day{Year: d.Year, Month: d.Month}
	}
	return d
})

func TestResolveProperties(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{
		"by", "in", "from", "to", "and", "the", "of", "end", "early", "mid", "-", "late", "first", "second", "half", "next",
		"this", "coming", "two", "few", "year", "years", "months", "month", "quarter", "Q3", "decade", "century", "2030", "2026",
		"May", "June", "winter", "3", "31", "30", "February", "Friday", "fiscal", "after", "before", "within", "2030s", "beyond",
	}), 1, 8)
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range words.Draw(t, "words") {
			text += w + " "
		}
		checkInterval(t, text, anyReference.Draw(t, "reference"))
	})
}

// TestResolveMovesOn holds that a later reference never gives an earlier horizon.
func TestResolveMovesOn(t *testing.T) {
	relative := rapid.SampledFrom([]string{
		"next year", "over the next decade", "in the coming months", "within two weeks", "in late June", "in the third quarter",
		"next month", "by the end of the year", "on Friday", "in two years", "next winter",
	})
	rapid.Check(t, func(t *rapid.T) {
		words := relative.Draw(t, "words")
		n := rapid.IntRange(0, 20000).Draw(t, "day")
		first := time.Date(2000, 1, 1+n, 0, 0, 0, 0, time.UTC)
		second := first.AddDate(0, 0, rapid.IntRange(1, 400).Draw(t, "later"))
		a, b := Resolve(words, dayOf(first)), Resolve(words, dayOf(second))
		if a.End.iso() > b.End.iso() {
			t.Fatalf("%q: %v on %v, %v on %v", words, a, first, b, second)
		}
	})
}

func FuzzResolve(f *testing.F) {
	for _, words := range []string{"by 2030", "Q3 2025", "the second half of next year", "31 February", "mid-century", "0000-00-00"} {
		f.Add(words, 2024, 5, 27)
	}
	f.Fuzz(func(t *testing.T, words string, year, month, d int) {
		ref := dayOf(time.Date(1900+abs(year)%200, time.Month(1+abs(month)%12), 1+abs(d)%28, 0, 0, 0, 0, time.UTC))
		checkInterval(t, words, ref)
		Find(words)
	})
}

func abs(n int) int { return max(n, -(n + 1)) }
