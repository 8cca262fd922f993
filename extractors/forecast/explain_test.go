package forecast

import (
	"testing"

	"augury/corpus"
)

// TestRuleOf holds that every rule can be shown with all that the grammar has of it.
func TestRuleOf(t *testing.T) {
	for _, r := range grammar {
		shown, ok := RuleOf(r.name)
		if !ok || len(shown.Patterns) != len(r.patterns) || len(shown.Yes) != len(r.yes) || len(shown.No) != len(r.no) ||
			shown.Type != r.kind || shown.Certainty != r.certainty {
			t.Errorf("rule %s is shown as %+v", r.name, shown)
		}
	}
	if _, ok := RuleOf("no_such_rule"); ok {
		t.Error("a rule that is not there is shown")
	}
}

// TestFired holds that a claim's pattern can be named.
func TestFired(t *testing.T) {
	doc := analyser(t)(paragraph("The bridge is bound to close."))
	claims := claimsOf(doc)
	if len(claims) != 1 {
		t.Fatalf("%d claims", len(claims))
	}
	const want = "[ BE|SEEM <RB>* CERTAINTO to ] <VB!>"
	if got := Fired(doc, claims[0].Value.(corpus.Claim).Cue); got != want {
		t.Errorf("fired %q, want %q", got, want)
	}
	if got := Fired(doc, corpus.Span{Start: 0, End: 3}); got != "" {
		t.Errorf("%q fired where there is no cue", got)
	}
}
