package forecast

import (
	"os"
	"testing"

	"augury/eval"
	"augury/extractors/entity"
	"augury/pipeline"
)

// TestGold holds the claims to what they reach on the annotated documents that lie beside
// a checkout. The floors are a little below the figures measured, so that a change which
// costs nothing to speak of passes.
func TestGold(t *testing.T) {
	const gold = "../../../shared/gold"
	if _, err := os.Stat(gold); err != nil {
		t.Skipf("no annotated documents: %v", err)
	}
	p, err := pipeline.New([]*pipeline.Extractor{entity.Extractor, Extractor})
	if err != nil {
		t.Fatal(err)
	}
	report, err := eval.Run(gold, p.Analyse, eval.Options{})
	if err != nil {
		t.Fatal(err)
	}
	claims := report.Scores.Claims
	t.Logf("claims: precision %.3f, recall %.3f, F1 %.3f", claims.Counts.Precision(), claims.Counts.Recall(), claims.Counts.F1())
	if f1 := claims.Counts.F1(); f1 < 0.90 {
		t.Errorf("F1 of claims is %.3f; want 0.90 at least", f1)
	}
	floors := map[string]float64{
		"type": 0.94, "certainty": 0.93, "horizon": 0.94, "negated": 0.98, "condition": 0.78, "source": 0.78,
	}
	for _, a := range claims.Fields {
		t.Logf("%s: %.3f of %d", a.Field, a.Accuracy(), a.Compared)
		if floor, ok := floors[a.Field]; ok && a.Accuracy() < floor {
			t.Errorf("accuracy of %s is %.3f; want %.2f at least", a.Field, a.Accuracy(), floor)
		}
	}
}
