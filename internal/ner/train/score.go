package main

import (
	"fmt"
	"io"

	"augury/eval"
	"augury/internal/ner"
)

// labelNames are the labels in the order in which figures are printed.
var labelNames = []string{"PERSON", "ORG", "GPE", "LOC", "NORP", "INITIATIVE", "EVENT"}

// scores counts exact spans by label.
type scores map[string]eval.Counts

func (s scores) add(gold, found []mention) {
	type key struct {
		start, end int
		label      string
	}
	left := map[key]bool{}
	for _, m := range gold {
		left[key{m.Start, m.End, m.label}] = true
		c := s[m.label]
		c.Gold++
		s[m.label] = c
	}
	for _, m := range found {
		c := s[m.label]
		c.Found++
		k := key{m.Start, m.End, m.label}
		if left[k] {
			c.Matched++
			delete(left, k)
		}
		s[m.label] = c
	}
}

func (s scores) plus(other scores) {
	for l, c := range other {
		t := s[l]
		s[l] = eval.Counts{Gold: t.Gold + c.Gold, Found: t.Found + c.Found, Matched: t.Matched + c.Matched}
	}
}

func (s scores) sum(names ...string) eval.Counts {
	var t eval.Counts
	for _, l := range names {
		c := s[l]
		t = eval.Counts{Gold: t.Gold + c.Gold, Found: t.Found + c.Found, Matched: t.Matched + c.Matched}
	}
	return t
}

func (s scores) table(w io.Writer) {
	fmt.Fprintf(w, "%-22s %6s %6s %6s %9s %7s %7s\n", "", "gold", "found", "right", "precision", "recall", "F1")
	print := func(name string, c eval.Counts) {
		fmt.Fprintf(w, "%-22s %6d %6d %6d %9.3f %7.3f %7.3f\n", name, c.Gold, c.Found, c.Matched, c.Precision(), c.Recall(), c.F1())
	}
	for _, l := range labelNames {
		print(l, s[l])
	}
	print("PERSON, GPE, NORP", s.sum("PERSON", "GPE", "NORP"))
	print("ORG, LOC", s.sum("ORG", "LOC"))
	print("INITIATIVE, EVENT", s.sum("INITIATIVE", "EVENT"))
	print("all", s.sum(labelNames...))
}

// found runs a model over a text.
func found(m *ner.Model, d *ner.Document) []mention {
	var list []mention
	for _, x := range m.MentionsIn(d) {
		list = append(list, mention{x.Span, x.Label.String()})
	}
	return list
}

// threeLabels keeps persons, organisations and places, the latter under one label.
func threeLabels(list []mention) []mention {
	var kept []mention
	for _, m := range list {
		switch m.label {
		case "GPE":
			m.label = "LOC"
		case "PERSON", "ORG", "LOC":
		default:
			continue
		}
		kept = append(kept, m)
	}
	return kept
}
