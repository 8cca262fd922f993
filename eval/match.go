package eval

import (
	"cmp"
	"math"
	"slices"

	"augury/corpus"
)

// pair says that the found finding of one index is the gold finding of the other.
type pair struct{ gold, found int }

// candidate is a pair that could be, with how well it fits: by rank, then by fit, both
// the higher the better.
type candidate struct {
	pair
	rank int
	fit  float64
}

// assign matches gold and found one to one: of all candidates the best fitting is taken
// first, then the best of those whose two findings are still free, and so on. Candidates
// that fit alike are taken in the order of the gold, then of the found. The pairs come in
// the order of the gold.
func assign(candidates []candidate) []pair {
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.fit, a.fit),
			cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	takenGold, takenFound := map[int]bool{}, map[int]bool{}
	var pairs []pair
	for _, c := range candidates {
		if takenGold[c.gold] || takenFound[c.found] {
			continue
		}
		takenGold[c.gold], takenFound[c.found] = true, true
		pairs = append(pairs, c.pair)
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.gold, b.gold) })
	return pairs
}

// match lists every candidate among two lists of findings, as fits judges each pair, and
// assigns them. fits returns a rank of 0 for a pair that cannot be.
func match[T any](gold, found []T, fits func(gold, found T) (rank int, fit float64)) []pair {
	var candidates []candidate
	for i := range gold {
		for j := range found {
			if rank, fit := fits(gold[i], found[j]); rank > 0 {
				candidates = append(candidates, candidate{pair{i, j}, rank, fit})
			}
		}
	}
	return assign(candidates)
}

// when is the judgement of a rule without ranks: a pair fits, so well, or it does not.
func when(fits bool, fit float64) (int, float64) {
	if fits {
		return 1, fit
	}
	return 0, 0
}

// sameEntity wants the very span and label: a name cut short or long is wrong.
func sameEntity(gold, found corpus.RecordEntity) (int, float64) {
	return when(gold.Span == found.Span && gold.Label == found.Label, 1)
}

// sameEntitySpan tells how many names were found whatever they were taken for.
func sameEntitySpan(gold, found corpus.RecordEntity) (int, float64) {
	return when(gold.Span == found.Span, 1)
}

// touchingEntity tells how many were found and labelled, however they were cut.
func touchingEntity(gold, found corpus.RecordEntity) (int, float64) {
	return when(gold.Overlaps(found.Span) && gold.Label == found.Label, gold.IoU(found.Span))
}

// samePercentage asks for spans that overlap and the same figure and unit. The tolerance
// is for the arithmetic of decimals only ("2.4" against 24 tenths).
func samePercentage(gold, found corpus.RecordPercentage) (int, float64) {
	const tolerance = 1e-9
	same := gold.Unit == found.Unit &&
		math.Abs(gold.Low-found.Low) < tolerance && math.Abs(gold.High-found.High) < tolerance
	return when(same && gold.Overlaps(found.Span), gold.IoU(found.Span))
}

// samePercentageSpan wants the very span too: bounding words outside, the unit inside.
func samePercentageSpan(gold, found corpus.RecordPercentage) (int, float64) {
	rank, fit := samePercentage(gold, found)
	return when(rank > 0 && gold.Span == found.Span, fit)
}

// touchingPercentage tells how many were found whatever was read off them.
func touchingPercentage(gold, found corpus.RecordPercentage) (int, float64) {
	return when(gold.Overlaps(found.Span), gold.IoU(found.Span))
}

// sameClaim takes claims whose cues overlap, else claims whose clauses share half of what
// either covers (intersection over union of 0.5 or more).
func sameClaim(gold, found corpus.RecordClaim) (int, float64) {
	const enough = 0.5
	clauses := gold.IoU(found.Span)
	// A pair with overlapping cues goes before any pair without, so that in a sentence with
	// several claims none takes another's gold by its long clause.
	if cues := gold.Cue.IoU(found.Cue.Span); cues > 0 {
		return 2, cues + clauses
	}
	return when(clauses >= enough, clauses)
}

// sameClause wants the very clause. The cue must overlap as well: two claims may share
// a clause, but not a cue.
func sameClause(gold, found corpus.RecordClaim) (int, float64) {
	return when(gold.Span == found.Span && gold.Cue.Overlaps(found.Cue.Span), gold.Cue.IoU(found.Cue.Span))
}

// sameCue wants the very cue, however the clause was cut.
func sameCue(gold, found corpus.RecordClaim) (int, float64) {
	return when(gold.Cue.Span == found.Cue.Span, gold.IoU(found.Span))
}
