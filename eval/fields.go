package eval

import (
	"strconv"

	"augury/corpus"
)

// field is a field of a finding as eval compares it. Get returns its words, nil where the
// finding does not state it.
type field[T any] struct {
	name string
	get  func(T) *string

	// wording is true of a field that holds words of the text: those may differ by an
	// article or be cut a little longer; see sameWords. The others must be equal.
	wording bool

	// always is true of a field that every finding has; the others are compared where
	// either finding states one, so that two that state none do not count as right.
	always bool
}

var entityFields = []field[corpus.RecordEntity]{
	{"canonical", func(e corpus.RecordEntity) *string { return &e.Canonical }, true, true},
	{"country", func(e corpus.RecordEntity) *string { return e.Country }, false, false},
}

var percentageFields = []field[corpus.RecordPercentage]{
	{"bound", func(p corpus.RecordPercentage) *string { return class(p.Bound) }, false, true},
	{"change", func(p corpus.RecordPercentage) *string { return class(p.Change) }, false, true},
	{"of", func(p corpus.RecordPercentage) *string { return p.Of }, true, false},
	{"subject", func(p corpus.RecordPercentage) *string { return p.Subject }, true, false},
	{"time", func(p corpus.RecordPercentage) *string { return p.Time }, true, false},
}

var claimFields = []field[corpus.RecordClaim]{
	{"type", func(c corpus.RecordClaim) *string { return class(c.Type) }, false, true},
	{"certainty", func(c corpus.RecordClaim) *string { return class(c.Certainty) }, false, true},
	{"horizon", func(c corpus.RecordClaim) *string { return class(c.Horizon) }, false, true},
	{"negated", func(c corpus.RecordClaim) *string { return class(strconv.FormatBool(c.Negated)) }, false, true},
	{"cue", func(c corpus.RecordClaim) *string { return &c.Cue.Text }, true, true},
	{"horizon_text", func(c corpus.RecordClaim) *string { return c.HorizonText }, true, false},
	{"condition", func(c corpus.RecordClaim) *string { return c.Condition }, true, false},
	{"source", func(c corpus.RecordClaim) *string { return c.Source }, true, false},
}

func class[T ~string](value T) *string {
	word := string(value)
	return &word
}

// compared reports whether the field counts in a pair of findings.
func (f field[T]) compared(gold, found T) bool {
	return f.always || f.get(gold) != nil || f.get(found) != nil
}

// same reports whether two findings state the same in the field.
func (f field[T]) same(gold, found T) bool {
	if f.wording {
		return sameWords(f.get(gold), f.get(found))
	}
	return exactWords(f.get(gold), f.get(found))
}

// agreements is a list with a line for each field, nothing compared yet.
func agreements[T any](fields []field[T]) []Agreement {
	list := make([]Agreement, len(fields))
	for i, f := range fields {
		list[i].Field = f.name
	}
	return list
}

// compare counts one pair in the line of each field.
func compare[T any](list []Agreement, fields []field[T], gold, found T) {
	for i, f := range fields {
		if !f.compared(gold, found) {
			continue
		}
		list[i].Compared++
		list[i].Right += one(f.same(gold, found))
		list[i].Exact += one(exactWords(f.get(gold), f.get(found)))
	}
}
