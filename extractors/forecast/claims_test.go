package forecast

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// read is a claim as the tests write it. Fields that are empty are not stated.
type read struct {
	Clause, Cue    string
	Type           corpus.ClaimType
	Certainty      corpus.Certainty
	Negated        bool
	Horizon        corpus.Horizon
	When, If, Says string
}

func readOf(doc *corpus.Document, f corpus.Finding) read {
	c := f.Value.(corpus.Claim)
	words := func(s corpus.Span) string {
		if s.Empty() {
			return ""
		}
		return doc.Words(s)
	}
	r := read{
		Clause: words(f.Span), Cue: words(c.Cue), Type: c.Type, Certainty: c.Certainty, Negated: c.Negated,
		Horizon: c.Horizon, When: words(c.HorizonText), If: words(c.Condition), Says: words(c.Source),
	}
	if r.Horizon == corpus.HorizonNone {
		r.Horizon = ""
	}
	return r
}

// TestClaims reads whole claims off sentences: every field, and the bounds of the clause.
func TestClaims(t *testing.T) {
	analyse := analyser(t)
	for _, c := range []struct {
		name, sentence string
		want           []read
	}{
		// Certainty and who holds the claim.
		{"plain future", "Harvests will shrink.", []read{
			{Clause: "Harvests will shrink", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},
		{"held by an expecting verb", "The central bank expects that growth will slow next year.", []read{
			{Clause: "growth will slow next year", Cue: "will", Type: "prediction", Certainty: "likely", Horizon: "short", When: "next year", Says: "The central bank"},
		}},
		{"the verb itself", "Forecasters expect exports to recover by 2031.", []read{
			{Clause: "Forecasters expect exports to recover by 2031", Cue: "expect", Type: "prediction", Certainty: "likely", Horizon: "dated", When: "by 2031", Says: "Forecasters"},
		}},
		{"unlikely that", "It is highly unlikely that the two sides will agree.", []read{
			{Clause: "the two sides will agree", Cue: "will", Type: "prediction", Certainty: "very_unlikely"},
		}},
		{"fear", "Traders fear that the strike will spread.", []read{
			{Clause: "the strike will spread", Cue: "will", Type: "risk", Certainty: "possible", Says: "Traders"},
		}},
		{"said afterwards", "Demand will recover, the minister said.", []read{
			{Clause: "Demand will recover", Cue: "will", Type: "prediction", Certainty: "unhedged", Says: "the minister"},
		}},
		{"quoted", `"Prices could double," said Ada Lund.`, []read{
			{Clause: "Prices could double", Cue: "could", Type: "risk", Certainty: "possible", Says: "Ada Lund"},
		}},
		{"according to", "According to the institute, reserves may run out.", []read{
			{Clause: "reserves may run out", Cue: "may", Type: "risk", Certainty: "possible", Says: "the institute"},
		}},
		{"past tense of minutes", "Members noted that wages were expected to rise over the forecast period.", []read{
			{Clause: "wages were expected to rise over the forecast period", Cue: "were expected to", Type: "prediction", Certainty: "likely", Horizon: "medium", When: "over the forecast period", Says: "Members"},
		}},
		{"their forecast", "The staff's outlook for exports had improved.", []read{
			{Clause: "The staff's outlook for exports had improved", Cue: "outlook", Type: "prediction", Certainty: "likely", Says: "The staff"},
		}},
		{"the reader is no one", "This means that rents will rise.", []read{
			{Clause: "rents will rise", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},

		// Type.
		{"first person", "We will work with our allies.", []read{
			{Clause: "We will work with our allies", Cue: "will", Type: "plan", Certainty: "stated"},
		}},
		{"what happens to an actor", "The government will face higher costs.", []read{
			{Clause: "The government will face higher costs", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},
		{"announced", "The ministry announced that it would review the contract.", []read{
			{Clause: "it would review the contract", Cue: "would", Type: "plan", Certainty: "stated", Says: "The ministry"},
		}},
		{"done on purpose", "The bridge will be closed.", []read{
			{Clause: "The bridge will be closed", Cue: "will", Type: "plan", Certainty: "stated"},
		}},
		{"an event with its day", "The summit will be held on 3 May.", []read{
			{Clause: "The summit will be held on 3 May", Cue: "will", Type: "scheduled", Certainty: "stated", Horizon: "dated", When: "on 3 May"},
		}},
		{"effect of a policy", "The levy would cut emissions.", []read{
			{Clause: "The levy would cut emissions", Cue: "would", Type: "prediction", Certainty: "unhedged"},
		}},

		// Negation.
		{"no", "No ship will dock.", []read{
			{Clause: "No ship will dock", Cue: "will", Type: "prediction", Certainty: "unhedged", Negated: true},
		}},
		{"no longer", "The port will no longer pay.", []read{
			{Clause: "The port will no longer pay", Cue: "will", Type: "prediction", Certainty: "unhedged", Negated: true},
		}},
		{"not only", "The canal will not only speed trade.", []read{
			{Clause: "The canal will not only speed trade", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},
		{"unlikely is no negation", "Rates are unlikely to fall.", []read{
			{Clause: "Rates are unlikely to fall", Cue: "are unlikely to", Type: "prediction", Certainty: "unlikely"},
		}},

		// Conditions, and clauses without them.
		{"if before", "If rains fail, yields will drop.", []read{
			{Clause: "yields will drop", Cue: "will", Type: "prediction", Certainty: "unhedged", If: "If rains fail"},
		}},
		{"if behind", "Yields could drop if rains fail.", []read{
			{Clause: "Yields could drop", Cue: "could", Type: "risk", Certainty: "possible", If: "if rains fail"},
		}},
		{"if inside", "The plan, if approved, would double output.", []read{
			{Clause: "The plan, if approved, would double output", Cue: "would", Type: "prediction", Certainty: "unhedged", If: "if approved"},
		}},
		{"absent", "Absent reforms, debt will grow and growth will slow.", []read{
			{Clause: "debt will grow", Cue: "will", Type: "prediction", Certainty: "unhedged", If: "Absent reforms"},
			{Clause: "growth will slow", Cue: "will", Type: "prediction", Certainty: "unhedged", If: "Absent reforms"},
		}},
		{"occasion of a plan", "We will act when our ships are attacked.", []read{
			{Clause: "We will act", Cue: "will", Type: "plan", Certainty: "stated", If: "when our ships are attacked"},
		}},

		// Horizon.
		{"led in", "By 2040 the population will halve.", []read{
			{Clause: "the population will halve", Cue: "will", Type: "prediction", Certainty: "unhedged", Horizon: "dated", When: "By 2040"},
		}},
		{"from and to", "The share will rise from 4 percent today to 9 percent by 2040.", []read{
			{Clause: "The share will rise from 4 percent today to 9 percent by 2040", Cue: "will", Type: "prediction", Certainty: "unhedged", Horizon: "dated", When: "by 2040"},
		}},
		{"the day it was said", "The mayor said on Monday that trams would return within two years.", []read{
			{Clause: "trams would return within two years", Cue: "would", Type: "prediction", Certainty: "unhedged", Horizon: "medium", When: "within two years", Says: "The mayor"},
		}},
		{"compared with", "Exports will be higher than in 2020.", []read{
			{Clause: "Exports will be higher than in 2020", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},

		// Clauses: one for each finite verb with a cue.
		{"two cues", "This would undermine the treaty and may weaken the alliance.", []read{
			{Clause: "This would undermine the treaty", Cue: "would", Type: "prediction", Certainty: "unhedged"},
			{Clause: "may weaken the alliance", Cue: "may", Type: "risk", Certainty: "possible"},
		}},
		{"two verbs under one cue", "Tariffs may weaken trade and isolate the port.", []read{
			{Clause: "Tariffs may weaken trade and isolate the port", Cue: "may", Type: "risk", Certainty: "possible"},
		}},
		{"a list", "Rice, wheat and maize will become dearer.", []read{
			{Clause: "Rice, wheat and maize will become dearer", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},
		{"an insertion", "Oil prices, which fell last year, are likely to recover.", []read{
			{Clause: "Oil prices, which fell last year, are likely to recover", Cue: "are likely to", Type: "prediction", Certainty: "likely"},
		}},
		{"a relative clause", "The mine feeds a smelter, which will close.", []read{
			{Clause: "which will close", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},
		{"with", "Sales held up, with orders expected to fall.", []read{
			{Clause: "orders expected to fall", Cue: "expected to", Type: "prediction", Certainty: "likely"},
		}},
		{"although", "Although rents will rise, wages lag.", []read{
			{Clause: "rents will rise", Cue: "will", Type: "prediction", Certainty: "unhedged"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := analyse(paragraph(c.sentence))
			var got []read
			for _, f := range claimsOf(doc) {
				got = append(got, readOf(doc, f))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.sentence, diff)
			}
		})
	}
}

// TestHeadings checks that a heading gives its horizon to the claims under it, and makes
// no claim itself.
func TestHeadings(t *testing.T) {
	doc := analyser(t)("The Port of Norland\n\nShips come and go. The quay is long.\n\nForecast\n\nShort-term\n\n" +
		"The port will likely expand.\n\nLong-term\n\nTrade may move elsewhere by 2060. Debt will grow.\n\nWill the port survive?\n\nNobody knows.\n")
	var got []string
	for _, f := range claimsOf(doc) {
		r := readOf(doc, f)
		got = append(got, strings.Join([]string{r.Cue, string(r.Horizon), r.When}, "|"))
	}
	want := []string{"will likely|short|Short-term", "may|dated|by 2060", "will|long|Long-term"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("claims under headings (-want +got):\n%s", diff)
	}
}

// TestNoClaims lists sentences that look to the future, or seem to, and claim nothing.
func TestNoClaims(t *testing.T) {
	analyse := analyser(t)
	for _, sentence := range []string{
		"The council must repair the road.",
		"It is vital that ships keep to the channel.",
		"The crew may have missed the signal.",
		"He would later become mayor.",
		"Pumps can move water uphill.",
		"Will Turner met May Lee in the harbour.",
		"They asked whether the road would open.",
		"She wondered how the road would be paid for.",
		"The report warned of expected declines.",
		"Inflation expectations are low.",
		"The staff's forecast was little changed.",
		"I would like to thank the harbour master.",
		"If prices will fall, nobody said so.",
		"Everyone hopes that the rain will stop.",
		"The law aims to improve safety at sea.",
		"Our resolve is unshaken.",
		"Output fell more than the bank had forecast.",
	} {
		doc := analyse(paragraph(sentence))
		if found := claimsOf(doc); len(found) > 0 {
			t.Errorf("%q must hold no claim, but does: %s", sentence, show(doc, found))
		}
	}
}

// TestLongSentence checks that a text without an end of sentence costs no more than it
// should: it is a table, and is passed over.
func TestLongSentence(t *testing.T) {
	doc := analyser(t)(strings.Repeat("prices will rise and ", longest) + "\n")
	if found := claimsOf(doc); len(found) > 0 {
		t.Errorf("a sentence of %d words holds %d claims; want none", len(doc.Tokens), len(found))
	}
}

// BenchmarkExtract measures the stage alone; the words per second are the metric to keep
// an eye on.
func BenchmarkExtract(b *testing.B) {
	analyse := analyser(b)
	doc := analyse(strings.Repeat(paragraph("The bank said that growth will likely slow in 2031, while inflation could rise if oil prices, "+
		"which fell last year, recover. ")+"Ships came and went. The quay, built of stone, is two miles long and has stood since 1902.\n\n", 200))
	entities := doc.Findings[:0:0]
	for _, f := range doc.Findings {
		if f.Kind == corpus.KindEntity {
			entities = append(entities, f)
		}
	}
	doc.Findings = entities
	b.ResetTimer()
	for b.Loop() {
		Extractor.Extract(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
