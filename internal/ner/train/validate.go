package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"augury/eval"
	"augury/internal/ner"
	"augury/internal/span"
)

// crossValidate prints how well models do on the gold documents of one fold that were
// trained on all the others, summed over the folds. Documents are put into folds as
// `augury eval` does it.
func crossValidate(w io.Writer, m *material, folds, workers int, errors bool) error {
	results := make([]scores, folds)
	listings := make([]strings.Builder, folds)
	faults := make([]error, folds)
	var wait sync.WaitGroup
	gate := make(chan bool, workers)
	for fold := range folds {
		wait.Go(func() {
			gate <- true
			defer func() { <-gate }()
			var in, out []*sample
			for _, s := range m.gold {
				if eval.Fold(s.name, folds) == fold {
					out = append(out, s)
				} else {
					in = append(in, s)
				}
			}
			model, err := ner.Unpack(m.train(in), m.names)
			if err != nil {
				faults[fold] = err
				return
			}
			results[fold] = scores{}
			for _, s := range out {
				got := found(model, s.doc)
				results[fold].add(s.mentions, got)
				if errors {
					list(&listings[fold], s, s.mentions, got)
				}
			}
		})
	}
	wait.Wait()
	all := scores{}
	for fold, s := range results {
		if faults[fold] != nil {
			return faults[fold]
		}
		fmt.Fprint(w, listings[fold].String())
		all.plus(s)
	}
	all.table(w)
	return nil
}

// compare prints how well the model does on the development sets, and how well prose does.
func compare(w io.Writer, model *ner.Model, m *material, errors bool) error {
	first, err := prose.NewDocument("One.")
	if err != nil {
		return fmt.Errorf("load prose: %w", err)
	}
	for _, set := range []struct {
		name    string
		samples []*sample
	}{{"dev-politics", m.politics}, {"dev-web", m.web}} {
		ours, theirs := scores{}, scores{}
		for _, s := range set.samples {
			gold, got := threeLabels(s.mentions), threeLabels(found(model, s.doc))
			ours.add(gold, got)
			other, err := proseFound(s.words, first.Model)
			if err != nil {
				return err
			}
			theirs.add(gold, threeLabels(other))
			if errors {
				var listing strings.Builder
				list(&listing, s, gold, got)
				fmt.Fprint(w, listing.String())
			}
		}
		for _, by := range []struct {
			name string
			scores
		}{{"augury", ours}, {"prose", theirs}} {
			fmt.Fprintf(w, "%s, %s: F1 %.3f (PERSON %.3f, ORG %.3f, GPE and LOC %.3f)\n", set.name, by.name,
				by.sum("PERSON", "ORG", "LOC").F1(), by.scores["PERSON"].F1(), by.scores["ORG"].F1(), by.scores["LOC"].F1())
		}
	}
	return nil
}

// proseFound gives prose's entities. prose has no offsets; each entity is taken to be the
// next place where its words stand.
func proseFound(text string, model *prose.Model) ([]mention, error) {
	doc, err := prose.NewDocument(text, prose.UsingModel(model), prose.WithSegmentation(false))
	if err != nil {
		return nil, fmt.Errorf("run prose: %w", err)
	}
	var list []mention
	at := 0
	for _, e := range doc.Entities() {
		i := strings.Index(text[at:], e.Text)
		if i < 0 {
			continue
		}
		s := span.Span{Start: at + i, End: at + i + len(e.Text)}
		at = s.End
		label := e.Label
		if label == "ORGANIZATION" {
			label = "ORG"
		}
		list = append(list, mention{s, label})
	}
	return list, nil
}

// list prints what differs, a line each: the label, the words, what was found in their
// place, and the words around.
func list(b *strings.Builder, s *sample, gold, got []mention) {
	for _, m := range gold {
		if slices.Contains(got, m) {
			continue
		}
		instead := ""
		for _, g := range got {
			if g.Overlaps(m.Span) {
				instead += fmt.Sprintf("[%s %s]", g.label, g.In(s.words))
			}
		}
		fmt.Fprintf(b, "missed\t%s\t%s\t%s\t%s\t%s\n", s.name, m.label, m.In(s.words), instead, around(s.words, m.Span))
	}
	for _, m := range got {
		if !slices.ContainsFunc(gold, func(g mention) bool { return g.Overlaps(m.Span) }) {
			fmt.Fprintf(b, "false\t%s\t%s\t%s\t\t%s\n", s.name, m.label, m.In(s.words), around(s.words, m.Span))
		}
	}
}

// around gives the words of a span with some of what stands beside them.
func around(text string, s span.Span) string {
	const width = 40 // bytes
	words := text[max(0, s.Start-width):min(len(text), s.End+width)]
	return strings.ToValidUTF8(strings.Join(strings.Fields(words), " "), "")
}
