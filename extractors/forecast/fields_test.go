package forecast

import (
	"testing"

	"augury/corpus"
)

// TestFields reads single fields off claims where they are hard to read: who made a
// forecast that is a noun, conditions inside a verb, times that are no horizon.
func TestFields(t *testing.T) {
	analyse := analyser(t)
	when := func(r read) string { return r.When }
	condition := func(r read) string { return r.If }
	source := func(r read) string { return r.Says }
	clause := func(r read) string { return r.Clause }
	certainty := func(r read) string { return string(r.Certainty) }
	for _, c := range []struct {
		sentence string
		field    func(read) string
		want     string // of the first claim
	}{
		// Who holds the claim.
		{"The projection for exports prepared by the harbour board was revised down.", source, "the harbour board"},
		{"The board viewed the risks to its outlook as roughly balanced.", source, "The board"},
		{"It reflected the staff's assessment that trade would slow.", source, "the staff"},
		{"Recent data suggested that trade would slow.", source, ""},
		{"All told, trade was expected to slow.", source, ""},
		{"A mild winter was forecast, and sales were expected to fall.", source, ""},

		{"As the mayor said on Monday, trams will return.", source, "the mayor"},
		{"Members saw this as consistent with the view that rents would fall.", source, "Members"},
		{"Sellers met a weak demand, which they expected to continue.", source, "they"},
		{"The council kept its fees unchanged while signalling that rents could rise.", source, "The council"},
		{"Members noted that the plan was built on the assumption that rents would fall.", source, "Members"},

		// Certainty, of the noun or the adjective that holds the claim.
		{"The plan was built on the assumption that rents would fall.", certainty, "likely"},
		{"We are optimistic that rents will fall.", certainty, "likely"},

		// Conditions.
		{"The board projects that under current law debt will double.", condition, "under current law"},
		{"Without new ships the report projects a loss of trade.", condition, "Without new ships"},
		{"The levy would, if approved, double revenue.", condition, "if approved"},
		{"The levy would, if approved, double revenue.", clause, "The levy would, if approved, double revenue"},
		{"Prices will rise so long as wages do.", condition, "so long as wages do"},
		{"Under current law, debt will double.", condition, "Under current law"},

		{"Trade could shrink by half in a worse scenario.", condition, "in a worse scenario"},
		{"Members thought that rates would stay low until trade recovered.", condition, "until trade recovered"},
		{"We will help them in assuming their duties.", condition, ""},

		// Times.
		{"Trade will shrink more slowly than it did in 2019.", when, ""},
		{"Trade will return to its 2019 level.", when, ""},
		{"The low readings this year were expected to be transitory.", when, ""},
		{"As rents rise over the next decade, towns will shrink.", when, "over the next decade"},
		{"Rates rise in 2031, when the bank will raise them.", when, "in 2031"},
		{"Trade will be stable for several quarters.", when, "for several quarters"},
		{"Trade will grow over the five-year period.", when, "over the five-year period"},
		{"Trade will be weak in the new year.", when, "in the new year"},
	} {
		doc := analyse(paragraph(c.sentence))
		found := claimsOf(doc)
		if len(found) == 0 {
			t.Errorf("%q holds no claim", c.sentence)
			continue
		}
		if got := c.field(readOf(doc, found[0])); got != c.want {
			t.Errorf("%q: got %q; want %q", c.sentence, got, c.want)
		}
	}
}

// TestHeadingRunIn checks that a heading which lost its line end is no part of a claim.
func TestHeadingRunIn(t *testing.T) {
	doc := analyser(t)(paragraph("Board Economic Outlook The projection for exports was revised down."))
	found := claimsOf(doc)
	if len(found) != 1 {
		t.Fatalf("found %d claims; want 1", len(found))
	}
	if got, want := doc.Words(found[0].Span), "The projection for exports was revised down"; got != want {
		t.Errorf("clause is %q; want %q", got, want)
	}
	if cue := found[0].Value.(corpus.Claim).Cue; doc.Words(cue) != "projection" {
		t.Errorf("cue is %q", doc.Words(cue))
	}
}
