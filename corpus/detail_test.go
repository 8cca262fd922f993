package corpus

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRecordDetail holds what a record says of a claim beyond the fields of gold files, and
// that a claim without any of it says so.
func TestRecordDetail(t *testing.T) {
	const text = "Exports of Chad may fall 5% by 2033. They may."
	d := &Document{Text: text, Findings: []Finding{
		{Kind: KindClaim, Span: Span{Start: 0, End: 35}, Rule: "r", Value: Claim{
			Cue: Span{Start: 16, End: 19}, HorizonStart: Date{2031, 5, 12}, HorizonEnd: Date{2033, 12, 31}, Direction: Decrease,
			Probability: Probability{Stated: true, Low: 20, High: 30}, Scorable: true,
		}},
		{Kind: KindEntity, Span: Span{Start: 11, End: 15}, Rule: "r", Value: Entity{Label: GPE, Canonical: "Chad"}},
		{Kind: KindPercentage, Span: Span{Start: 25, End: 27}, Rule: "r", Value: Percentage{}},
		{Kind: KindClaim, Span: Span{Start: 37, End: 45}, Rule: "r", Score: 0.5, Value: Claim{
			Cue: Span{Start: 42, End: 45}, Unscorable: NoHorizon, Restates: Span{Start: 16, End: 19},
		}},
	}}
	var got []map[string]any
	for _, c := range NewRecord(d).Claims {
		written, err := json.Marshal(struct {
			Detail
			Score float64 `json:"score"`
		}{c.Detail, c.Score})
		if err != nil {
			t.Fatal(err)
		}
		var one map[string]any
		if err := json.Unmarshal(written, &one); err != nil {
			t.Fatal(err)
		}
		got = append(got, one)
	}
	quote := func(start, end float64, words string) map[string]any {
		return map[string]any{"start": start, "end": end, "text": words}
	}
	want := []map[string]any{
		{
			"probability_low": 20.0, "probability_high": 30.0, "horizon_start": "2031-05-12", "horizon_end": "2033-12-31",
			"direction": "decrease", "scorable": true, "score": 0.0,
			"entities": []any{quote(11, 15, "Chad")}, "percentages": []any{quote(25, 27, "5%")},
		},
		{"scorable": false, "unscorable": "no_horizon", "restates": quote(16, 19, "may"), "score": 0.5},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
