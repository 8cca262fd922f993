package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"augury/corpus"
)

// Fault says what is wrong with a finding.
type Fault string

// The faults that a finding may have.
const (
	Missed Fault = "missed" // in the gold, matched by nothing
	False  Fault = "false"  // found, matched by nothing in the gold
	Wrong  Fault = "wrong"  // matched, with another value in a field
)

// Error is one difference between the gold and what was found.
type Error struct {
	Document string      `json:"document"`
	Line     int         `json:"line"`   // of the finding's start, from 1
	Column   int         `json:"column"` // bytes from the start of the line, from 1
	Start    int         `json:"start"`  // bytes of the document's text
	Kind     corpus.Kind `json:"kind"`
	Fault    Fault       `json:"fault"`
	Quote    string      `json:"quote"`
	Detail   string      `json:"detail"`          // label, value or cue, so that the finding can be told
	Field    string      `json:"field,omitempty"` // of a wrong one
	Gold     string      `json:"gold,omitempty"`  // the field in the gold, "-" where not stated
	Found    string      `json:"found,omitempty"` // the field as found, "-" where not stated
	Rule     string      `json:"rule,omitempty"`  // what fired, of false and wrong ones
	Sentence string      `json:"sentence"`
}

// Errors lists the differences between a document's gold and what was found in it, in
// order of the text. The document must hold its sentences, as the pipeline leaves them;
// without them the line stands in.
func Errors(c Case, found corpus.Record) []Error {
	l := lister{name: c.Name, document: c.Document}
	list(&l, corpus.KindEntity, c.Gold.Entities, found.Entities, sameEntity, entityFields,
		func(e corpus.RecordEntity) (corpus.Quoted, string, string) { return e.Quoted, string(e.Label), e.Rule })
	list(&l, corpus.KindPercentage, c.Gold.Percentages, found.Percentages, samePercentage, percentageFields,
		func(p corpus.RecordPercentage) (corpus.Quoted, string, string) {
			return p.Quoted, fmt.Sprintf("%v-%v %s", p.Low, p.High, p.Unit), p.Rule
		})
	list(&l, corpus.KindClaim, c.Gold.Claims, found.Claims, sameClaim, claimFields,
		func(c corpus.RecordClaim) (corpus.Quoted, string, string) {
			return c.Quoted, fmt.Sprintf("%s, cue %q", c.Type, c.Cue.Text), c.Rule
		})
	slices.SortStableFunc(l.errors, func(a, b Error) int { return a.Start - b.Start })
	return l.errors
}

type lister struct {
	name     string
	document *corpus.Document
	errors   []Error
}

// list adds the errors of one kind; describe gives a finding's quote, its detail and rule.
func list[T any](l *lister, kind corpus.Kind, gold, found []T, fits func(gold, found T) (int, float64),
	fields []field[T], describe func(T) (corpus.Quoted, string, string)) {
	pairs := match(gold, found, fits)
	matchedGold, matchedFound := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		matchedGold[p.gold], matchedFound[p.found] = true, true
		for _, f := range fields {
			g, w := gold[p.gold], found[p.found]
			if f.same(g, w) {
				continue
			}
			quote, detail, _ := describe(g)
			_, _, rule := describe(w)
			e := l.at(kind, Wrong, quote, detail, rule)
			e.Field, e.Gold, e.Found = f.name, stated(f.get(g)), stated(f.get(w))
			l.errors = append(l.errors, e)
		}
	}
	for i, g := range gold {
		if !matchedGold[i] {
			quote, detail, _ := describe(g)
			l.errors = append(l.errors, l.at(kind, Missed, quote, detail, ""))
		}
	}
	for i, f := range found {
		if !matchedFound[i] {
			quote, detail, rule := describe(f)
			l.errors = append(l.errors, l.at(kind, False, quote, detail, rule))
		}
	}
}

func (l *lister) at(kind corpus.Kind, fault Fault, quote corpus.Quoted, detail, rule string) Error {
	before := l.document.Text[:quote.Start]
	lineStart := strings.LastIndexByte(before, '\n') + 1
	sentence, _, _ := strings.Cut(l.document.Text[lineStart:], "\n")
	if i := l.document.SentenceAt(quote.Start); i >= 0 {
		sentence = l.document.Words(l.document.Sentences[i].Span)
	}
	return Error{
		Document: l.name, Line: strings.Count(before, "\n") + 1, Column: quote.Start - lineStart + 1, Start: quote.Start,
		Kind: kind, Fault: fault, Quote: quote.Text, Detail: detail, Rule: rule,
		Sentence: strings.Join(strings.Fields(sentence), " "),
	}
}

func stated(words *string) string {
	if words == nil {
		return "-"
	}
	return *words
}

// WriteErrors prints each error as two lines: where and what, then its sentence indented.
func WriteErrors(w io.Writer, errors []Error) error {
	for _, e := range errors {
		detail := e.Detail
		if e.Fault == Wrong {
			detail = fmt.Sprintf("%s: gold %q, found %q; %s", e.Field, e.Gold, e.Found, e.Detail)
		}
		if e.Rule != "" {
			detail += ", rule " + e.Rule
		}
		_, err := fmt.Fprintf(w, "%s:%d:%d: %s %s %q (%s)\n\t%s\n",
			e.Document, e.Line, e.Column, e.Fault, e.Kind, e.Quote, detail, e.Sentence)
		if err != nil {
			return fmt.Errorf("write errors: %w", err)
		}
	}
	return nil
}
