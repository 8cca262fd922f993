package when

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // class and words of each
	}{
		// Dates of the calendar.
		{"Output should double by 2030.", []string{"dated by 2030"}},
		{"The bridge opens in late June.", []string{"dated in late June"}},
		{"Growth of 2% in 2027 and 2028 is assumed.", []string{"dated in 2027 and 2028"}},
		{"The budget for 2026/27 rises.", []string{"dated for 2026/27"}},
		{"Between 2021–24 it grew.", []string{"dated Between 2021–24"}},
		{"By the 2050s few will remain.", []string{"dated By the 2050s"}},
		{"Prices peak in Q3 2025.", []string{"dated in Q3 2025"}},
		{"A rise in the first quarter of 2031 is likely.", []string{"dated in the first quarter of 2031"}},
		{"It slows over the March and June quarters.", []string{"dated over the March and June quarters"}},
		{"A vote is due on Tuesday, 3 May.", []string{"dated on Tuesday, 3 May"}},
		{"Talks resume May 3, 2031, in Geneva.", []string{"dated May 3, 2031"}},
		{"They meet in May.", []string{"dated in May"}},
		{"Harvests start over the summer.", []string{"dated over the summer"}},
		{"It matures by mid-decade.", []string{"dated by mid-decade"}},
		{"Stocks run low by the end of the decade.", []string{"dated by the end of the decade"}},
		{"The count falls from 2030 to 2040.", []string{"dated from 2030 to 2040"}},
		{"The count falls from 9 in 2030 to 4 in 2040.", []string{"dated in 2030", "dated in 2040"}},
		{"It will return next November.", []string{"dated next November"}},
		{"They leave on the 3rd of June.", []string{"dated on the 3rd of June"}},
		// Up to a year.
		{"Rain is forecast today.", []string{"short today"}},
		{"Sales may dip in the coming months.", []string{"short in the coming months"}},
		{"Sales may dip over the next 12 months or so.", []string{"short over the next 12 months or so"}},
		{"Work ends later this year and next.", []string{"short later this year and next"}},
		{"By the end of the year it is over.", []string{"short By the end of the year"}},
		{"The near-term outlook is weak.", []string{"short near-term"}},
		{"In the short run it helps.", []string{"short In the short run"}},
		{"A ruling is expected within two weeks.", []string{"short within two weeks"}},
		{"It could pass at its next meeting.", []string{"short at its next meeting"}},
		{"The months ahead will be hard.", []string{"short months ahead"}},
		// One to five years.
		{"Growth holds over the next few years.", []string{"medium over the next few years"}},
		{"Growth holds over the next two to three years.", []string{"medium over the next two to three years"}},
		{"It stays low over the forecast period.", []string{"medium over the forecast period"}},
		{"In the medium term it recovers.", []string{"medium In the medium term"}},
		{"In the years to come it recovers.", []string{"medium In the years to come"}},
		{"Over the next 18 months it recovers.", []string{"medium Over the next 18 months"}},
		// Beyond.
		{"Costs rise over the next decade.", []string{"long over the next decade"}},
		{"Costs rise over the next 75 years.", []string{"long over the next 75 years"}},
		{"In 30 years' time the fund is empty.", []string{"long In 30 years' time"}},
		{"In the longer term it pays.", []string{"long In the longer term"}},
		{"A 10-year projection period is usual.", []string{"long 10-year projection period"}},
		{"It marks the region for generations to come.", []string{"long for generations to come"}},
		{"Seas rise by the end of the century.", []string{"long by the end of the century"}},
		// Joined: a date makes the whole dated.
		{"It eases this year and into 2031.", []string{"dated this year and into 2031"}},
		{"It ends by the end of the forecast period in mid-2031.", []string{"dated by the end of the forecast period in mid-2031"}},
		// Vague, past or no time at all.
		{"It may eventually recover in the future.", nil},
		{"Over time it recovers.", nil},
		{"It recovered last year and over the past decade.", nil},
		{"Two years ago it recovered.", nil},
		{"They may march in second place.", nil},
		{"A fall in prices would help.", nil},
		{"It would cost $2000, or 2,000 each.", nil},
		{"In 2001 dollars that is little.", nil},
		{"They noted the February statement.", nil},
		{"The second and the third bidder leave.", nil},
		{"", nil},
	} {
		var got []string
		for _, e := range Find(c.text) {
			got = append(got, fmt.Sprintf("%s %s", e.Class, e.In(c.text)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Find(%q) = %q; want %q", c.text, got, c.want)
		}
	}
}

func TestExpression(t *testing.T) {
	text := "Costs rise by about 2040 in the long-term plan."
	found := Find(text)
	if len(found) != 2 {
		t.Fatalf("Find(%q) found %d; want 2", text, len(found))
	}
	if got := found[0]; got.Bare.In(text) != "about 2040" || got.Year != 2040 || got.Label {
		t.Errorf("first: bare %q, year %d, label %t; want %q, 2040, false", got.Bare.In(text), got.Year, got.Label, "about 2040")
	}
	if got := found[1]; got.Year != 0 || !got.Label {
		t.Errorf("second: year %d, label %t; want 0, true", got.Year, got.Label)
	}
}

// checkSpans says what every result of Find must hold, whatever the text.
func checkSpans(t interface{ Errorf(string, ...any) }, text string) {
	end := 0
	for _, e := range Find(text) {
		if e.Start < end || e.End > len(text) || e.Empty() || !e.Contains(e.Bare) || e.Bare.Empty() {
			t.Errorf("Find(%q): span %v, bare %v, after %d", text, e.Span, e.Bare, end)
			return
		}
		end = e.End
	}
}

func TestSpans(t *testing.T) {
	words := rapid.SampledFrom([]string{
		"by", "in", "the", "end", "of", "first", "half", "2030", "Q", "3", "May", "March", "quarter", "next", "few", "two",
		"to", "and", "years", "'", "decade", "century", "-", "term", "long", "this", "that", "time", "forecast", "period", ",", ".", "é",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, word := range rapid.SliceOfN(words, 0, 15).Draw(t, "words") {
			text += word + rapid.SampledFrom([]string{" ", ""}).Draw(t, "space")
		}
		checkSpans(t, text)
	})
}

func FuzzFind(f *testing.F) {
	f.Add("by the end of 2030 and over the next two to three years")
	f.Add("Q3 2025, 3rd of May, mid-decade, 2014/15")
	f.Fuzz(func(t *testing.T, text string) { checkSpans(t, text) })
}

func BenchmarkFind(b *testing.B) {
	text := "Growth is projected to slow in 2030 and, over the next few years, to return to its long-run pace by mid-decade."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
