package eval

import (
	"encoding/json"

	"augury/corpus"
)

// Counts is what precision, recall and F1 are made of: the findings that are there, those
// that were found, and the pairs of both that match, one to one.
type Counts struct {
	Gold, Found, Matched int
}

// Precision is the share of what was found that is right, 0 to 1; 0 where nothing was found.
func (c Counts) Precision() float64 { return ratio(c.Matched, c.Found) }

// Recall is the share of what is there that was found, 0 to 1; 0 where nothing is there.
func (c Counts) Recall() float64 { return ratio(c.Matched, c.Gold) }

// F1 is the harmonic mean of precision and recall, 0 to 1 (van Rijsbergen 1979).
func (c Counts) F1() float64 { return ratio(2*c.Matched, c.Gold+c.Found) }

// MarshalJSON writes the counts with precision, recall and F1.
func (c Counts) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Gold      int     `json:"gold"`
		Found     int     `json:"found"`
		Matched   int     `json:"matched"`
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
	}{c.Gold, c.Found, c.Matched, c.Precision(), c.Recall(), c.F1()})
}

func (c Counts) plus(other Counts) Counts {
	return Counts{c.Gold + other.Gold, c.Found + other.Found, c.Matched + other.Matched}
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Tally is the counts of one label, or of one way to match.
type Tally struct {
	Name   string `json:"name"`
	Counts Counts `json:"counts"`
}

// Agreement is how often a field of matched findings is as the gold has it.
type Agreement struct {
	Field    string
	Compared int // pairs that the field was compared in
	Right    int // of those, the ones that state the same
	Exact    int // of those, the ones that are equal to the byte; Right for a field that is no words
}

// Accuracy is the share of the pairs compared that state the same, 0 to 1.
func (a Agreement) Accuracy() float64 { return ratio(a.Right, a.Compared) }

// ExactAccuracy is the share of the pairs compared that are equal to the byte, 0 to 1.
func (a Agreement) ExactAccuracy() float64 { return ratio(a.Exact, a.Compared) }

// MarshalJSON writes the counts with both accuracies.
func (a Agreement) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Field         string  `json:"field"`
		Compared      int     `json:"compared"`
		Right         int     `json:"right"`
		Exact         int     `json:"exact"`
		Accuracy      float64 `json:"accuracy"`
		ExactAccuracy float64 `json:"exact_accuracy"`
	}{a.Field, a.Compared, a.Right, a.Exact, a.Accuracy(), a.ExactAccuracy()})
}

// KindScore is the figures of one kind of finding.
type KindScore struct {
	Kind corpus.Kind `json:"kind"`

	// Counts is the headline, by the kind's own way to match: an entity has the very span
	// and label; a percentage a span that overlaps and the same low, high and unit; a claim
	// a cue that overlaps or, failing that, a clause with an intersection over union of 0.5.
	Counts Counts `json:"counts"`

	// Labels splits the headline by an entity's label or a claim's type. A claim that is
	// found with the wrong type is matched in the headline but in no line here.
	Labels []Tally `json:"labels"`

	// Variants are other ways to match, stricter and looser than the headline. "exact clause"
	// wants the very clause and a cue that overlaps, "exact cue" the very cue.
	Variants []Tally `json:"variants"`

	// Fields are compared over the pairs of the headline. A field that may be absent (country,
	// of, subject, time, horizon_text, condition, source) is compared where either side states it.
	Fields []Agreement `json:"fields"`

	// SpanIoU is the intersection over union of the two spans of a pair, summed over the
	// pairs of the headline; see MeanIoU.
	SpanIoU float64 `json:"span_iou_sum"`
}

// MeanIoU is the mean intersection over union of the two spans of a pair, 0 to 1: for a
// claim, how well its clause was cut.
func (k KindScore) MeanIoU() float64 {
	if k.Counts.Matched == 0 {
		return 0
	}
	return k.SpanIoU / float64(k.Counts.Matched)
}

// plus adds the figures of two scores of one kind, line by line: all scores of a kind have
// the same lines in the same order.
func (k KindScore) plus(other KindScore) KindScore {
	sum := KindScore{Kind: k.Kind, Counts: k.Counts.plus(other.Counts), SpanIoU: k.SpanIoU + other.SpanIoU}
	for i, line := range k.Labels {
		sum.Labels = append(sum.Labels, Tally{line.Name, line.Counts.plus(other.Labels[i].Counts)})
	}
	for i, line := range k.Variants {
		sum.Variants = append(sum.Variants, Tally{line.Name, line.Counts.plus(other.Variants[i].Counts)})
	}
	for i, a := range k.Fields {
		b := other.Fields[i]
		sum.Fields = append(sum.Fields, Agreement{a.Field, a.Compared + b.Compared, a.Right + b.Right, a.Exact + b.Exact})
	}
	return sum
}

// Scores is the figures of all three kinds, of one document or of many.
type Scores struct {
	Entities    KindScore `json:"entities"`
	Percentages KindScore `json:"percentages"`
	Claims      KindScore `json:"claims"`
}

func (s Scores) plus(other Scores) Scores {
	return Scores{s.Entities.plus(other.Entities), s.Percentages.plus(other.Percentages), s.Claims.plus(other.Claims)}
}

// Kinds lists the three scores.
func (s Scores) Kinds() []KindScore { return []KindScore{s.Entities, s.Percentages, s.Claims} }

// Score compares what was found in one document with its gold.
func Score(gold, found corpus.Record) Scores {
	return Scores{
		Entities:    scoreEntities(gold.Entities, found.Entities),
		Percentages: scorePercentages(gold.Percentages, found.Percentages),
		Claims:      scoreClaims(gold.Claims, found.Claims),
	}
}

func scoreEntities(gold, found []corpus.RecordEntity) KindScore {
	pairs := match(gold, found, sameEntity)
	score := KindScore{Kind: corpus.KindEntity, Counts: Counts{len(gold), len(found), len(pairs)}}
	for _, label := range corpus.Labels {
		var c Counts
		for _, e := range gold {
			c.Gold += one(e.Label == label)
		}
		for _, e := range found {
			c.Found += one(e.Label == label)
		}
		for _, p := range pairs {
			c.Matched += one(gold[p.gold].Label == label)
		}
		score.Labels = append(score.Labels, Tally{string(label), c})
	}
	score.Variants = []Tally{
		{"exact span, any label", counts(gold, found, sameEntitySpan)},
		{"overlap, same label", counts(gold, found, touchingEntity)},
	}
	score.Fields = agreements(entityFields)
	for _, p := range pairs {
		g, f := gold[p.gold], found[p.found]
		score.SpanIoU += g.IoU(f.Span)
		compare(score.Fields, entityFields, g, f)
	}
	return score
}

func scorePercentages(gold, found []corpus.RecordPercentage) KindScore {
	pairs := match(gold, found, samePercentage)
	score := KindScore{Kind: corpus.KindPercentage, Counts: Counts{len(gold), len(found), len(pairs)}}
	score.Variants = []Tally{
		{"exact span, same value", counts(gold, found, samePercentageSpan)},
		{"overlap, any value", counts(gold, found, touchingPercentage)},
	}
	score.Fields = agreements(percentageFields)
	for _, p := range pairs {
		g, f := gold[p.gold], found[p.found]
		score.SpanIoU += g.IoU(f.Span)
		compare(score.Fields, percentageFields, g, f)
	}
	return score
}

func scoreClaims(gold, found []corpus.RecordClaim) KindScore {
	pairs := match(gold, found, sameClaim)
	score := KindScore{Kind: corpus.KindClaim, Counts: Counts{len(gold), len(found), len(pairs)}}
	for _, label := range corpus.ClaimTypes {
		var c Counts
		for _, claim := range gold {
			c.Gold += one(claim.Type == label)
		}
		for _, claim := range found {
			c.Found += one(claim.Type == label)
		}
		for _, p := range pairs {
			c.Matched += one(gold[p.gold].Type == label && found[p.found].Type == label)
		}
		score.Labels = append(score.Labels, Tally{string(label), c})
	}
	score.Variants = []Tally{
		{"exact clause", counts(gold, found, sameClause)},
		{"exact cue", counts(gold, found, sameCue)},
	}
	score.Fields = agreements(claimFields)
	for _, p := range pairs {
		g, f := gold[p.gold], found[p.found]
		score.SpanIoU += g.IoU(f.Span)
		compare(score.Fields, claimFields, g, f)
	}
	return score
}

func counts[T any](gold, found []T, fits func(gold, found T) (int, float64)) Counts {
	return Counts{len(gold), len(found), len(match(gold, found, fits))}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
