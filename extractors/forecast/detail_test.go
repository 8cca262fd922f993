package forecast

import (
	"strings"
	"testing"

	"augury/corpus"
)

// TestDetail reads what follows from the fields of a claim: direction, days, whether it can
// be scored and a probability in figures. The briefs are of 12 May 2031.
func TestDetail(t *testing.T) {
	analyse := analyser(t)
	for _, c := range []struct {
		sentence, start, end string
		direction            corpus.Direction
		unscorable           corpus.Unscorable
	}{
		{"Harvests will shrink by 2033.", "2031-05-12", "2033-12-31", corpus.Decrease, ""},
		{"Harvests will shrink.", "", "", corpus.Decrease, corpus.NoHorizon},
		{"Tariffs may rise next year.", "2032-01-01", "2032-12-31", corpus.Increase, corpus.NoCertainty},
		{"Water will be important next year.", "2032-01-01", "2032-12-31", corpus.OtherDirection, corpus.NoEvent},
		{"The outcome will depend on rainfall in 2032.", "2032-01-01", "2032-12-31", corpus.OtherDirection, corpus.NoEvent},
		{"The ferry is scheduled to start in June.", "2031-06-01", "2031-06-30", corpus.Begin, ""},
		{"The ceasefire will probably collapse in the third quarter.", "2031-07-01", "2031-09-30", corpus.End, ""},
		{"Demand is expected to continue to grow over the next two years.", "2031-05-12", "2033-05-11", corpus.Increase, ""},
		{"Debts will continue slowly growing in 2032.", "2032-01-01", "2032-12-31", corpus.Increase, ""},
		{"The bank's forecast is for growth to ease in 2032.", "2032-01-01", "2032-12-31", corpus.Decrease, ""},
		{"Imports will begin to fall in 2032.", "2032-01-01", "2032-12-31", corpus.Decrease, ""},
		{"The blockade will continue through 2032.", "2031-05-12", "2032-12-31", corpus.Continue, ""},
		{"Rates are likely to remain unchanged this year.", "2031-01-01", "2031-12-31", corpus.Steady, ""},
		{"Prices will be lower by mid-century.", "2031-05-12", "2050-12-31", corpus.Decrease, ""},
		{"Wages will have risen by the end of the year.", "2031-05-12", "2031-12-31", corpus.Increase, ""},
		{"Growth is expected to slow over the forecast period (2032–34).", "2032-01-01", "2034-12-31", corpus.Decrease, ""},
		{"Growth is expected to slow over the forecast period.", "", "", corpus.Decrease, corpus.NoHorizon},
		{"The dam will open after 2033.", "2034-01-01", "", corpus.Begin, corpus.NoHorizon},
	} {
		claims := claimsOf(dated(analyse, c.sentence))
		if len(claims) != 1 {
			t.Errorf("%q: %d claims", c.sentence, len(claims))
			continue
		}
		got := claims[0].Value.(corpus.Claim)
		if got.HorizonStart.String() != c.start || got.HorizonEnd.String() != c.end {
			t.Errorf("%q: from %s to %s, want %s to %s", c.sentence, got.HorizonStart, got.HorizonEnd, c.start, c.end)
		}
		if got.Direction != c.direction {
			t.Errorf("%q: direction %s, want %s", c.sentence, got.Direction, c.direction)
		}
		if got.Unscorable != c.unscorable || got.Scorable != (c.unscorable == "") {
			t.Errorf("%q: scorable %v, %q, want %q", c.sentence, got.Scorable, got.Unscorable, c.unscorable)
		}
	}
}

// dated analyses paragraphs of a brief that is of 12 May 2031.
func dated(analyse func(string) *corpus.Document, paragraphs ...string) *corpus.Document {
	return analyse("Notes on the valley\n\n12 May 2031\n\n" + strings.Join(paragraphs, "\n\n") + "\n")
}

// TestDefinedPeriod holds that a brief's own definition of its forecast period counts
// wherever the period is named.
func TestDefinedPeriod(t *testing.T) {
	doc := dated(analyser(t), "The forecast period (2032–2035) begins after the vote.", "Output is expected to fall over the forecast period.")
	claims := claimsOf(doc)
	last := claims[len(claims)-1].Value.(corpus.Claim)
	if last.HorizonStart.String() != "2032-01-01" || last.HorizonEnd.String() != "2035-12-31" {
		t.Errorf("from %s to %s", last.HorizonStart, last.HorizonEnd)
	}
}

// TestRestatements links what a brief says again, and only that.
func TestRestatements(t *testing.T) {
	analyse := analyser(t)
	const first = "Copper exports from Zambia will fall sharply next year."
	for _, c := range []struct {
		again string
		want  bool
	}{
		{"We repeat that Zambia's copper exports will fall sharply next year.", true},
		{"Exports of copper from Zambia will sharply decline in 2032.", true},
		{"Copper exports from Zambia will rise sharply next year.", false},     // the other way
		{"Copper exports from Peru will fall sharply next year.", false},       // another country
		{"Copper exports from Zambia will fall sharply in 2035.", false},       // another time
		{"Copper exports from Zambia will not fall sharply next year.", false}, // denied
		{"Copper exports from Zambia may fall sharply next year.", false},      // of another type
		{"Copper exports from Zambia will fall 12 percent next year.", true},   // the first gives no figure
		{"Maize imports into Zambia will fall sharply next year.", false},      // of something else
		{"The ministry in Zambia will publish a copper report soon.", false},   // shares words alone
	} {
		claims := claimsOf(dated(analyse, first, c.again))
		if len(claims) != 2 {
			t.Errorf("%q: %d claims", c.again, len(claims))
			continue
		}
		earlier, later := claims[0].Value.(corpus.Claim), claims[1].Value.(corpus.Claim)
		if !earlier.Restates.Empty() {
			t.Errorf("%q: the first claim restates %v", c.again, earlier.Restates)
		}
		if got := later.Restates == earlier.Cue; got != c.want {
			t.Errorf("%q: restates the first: %v, want %v", c.again, got, c.want)
		}
	}
}

// TestRestatementsOfOne holds that all later tellings point at the first.
func TestRestatementsOfOne(t *testing.T) {
	const claim = "Copper exports from Zambia will fall sharply next year."
	claims := claimsOf(dated(analyser(t), claim, claim, claim))
	if len(claims) != 3 {
		t.Fatalf("%d claims", len(claims))
	}
	first := claims[0].Value.(corpus.Claim).Cue
	for _, f := range claims[1:] {
		if got := f.Value.(corpus.Claim).Restates; got != first {
			t.Errorf("restates %v, want %v", got, first)
		}
	}
}
