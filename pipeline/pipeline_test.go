package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"augury/corpus"
	"augury/pipeline"
)

// finds gives an extractor that finds each span as an entity.
func finds(name string, needs []*pipeline.Extractor, spans ...corpus.Span) *pipeline.Extractor {
	return &pipeline.Extractor{
		Name: name, Version: "1", Doc: "finds " + name, Needs: needs,
		Extract: func(*corpus.Document) []corpus.Finding {
			var found []corpus.Finding
			for _, s := range spans {
				found = append(found, corpus.Finding{
					Kind: corpus.KindEntity, Span: s, Rule: name,
					Value: corpus.Entity{Label: corpus.Org, Canonical: name},
				})
			}
			return found
		},
	}
}

func read(t *testing.T, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.Read(source("brief.txt", text), corpus.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func source(name, text string) corpus.Source {
	return corpus.Source{Name: name, Key: name, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
}

func TestNewRefuses(t *testing.T) {
	a := finds("a", nil)
	circle := finds("circle", nil)
	circle.Needs = []*pipeline.Extractor{circle}
	noVersion := finds("b", nil)
	noVersion.Version = ""
	for _, c := range []struct {
		what string
		list []*pipeline.Extractor
		want string
	}{
		{"nil", []*pipeline.Extractor{nil}, "nil"},
		{"a name twice", []*pipeline.Extractor{a, finds("a", nil)}, "listed twice"},
		{"a bad name", []*pipeline.Extractor{finds("Bad Name", nil)}, "want lower-case"},
		{"no version", []*pipeline.Extractor{noVersion}, "lacks a Version"},
		{"a need that is not listed", []*pipeline.Extractor{finds("b", []*pipeline.Extractor{a})}, "not in the list"},
		{"a circle", []*pipeline.Extractor{circle}, "needs itself"},
	} {
		_, err := pipeline.New(c.list)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.what, err, c.want)
		}
	}
}

func TestNeedsRunFirst(t *testing.T) {
	base := finds("base", nil, corpus.Span{Start: 0, End: 5})
	var seen int
	late := &pipeline.Extractor{
		Name: "late", Version: "1", Doc: "counts", Needs: []*pipeline.Extractor{base},
		Extract: func(d *corpus.Document) []corpus.Finding {
			seen = len(d.Findings)
			return nil
		},
	}
	p, err := pipeline.New([]*pipeline.Extractor{late, base})
	if err != nil {
		t.Fatal(err)
	}
	doc := read(t, "China will grow.")
	if err := p.Analyse(doc); err != nil {
		t.Fatal(err)
	}
	if seen != 1 {
		t.Errorf("late saw %d findings, want the one of base", seen)
	}
	if f := doc.Findings[0]; f.Extractor != "base" || f.Version != "1" {
		t.Errorf("stamped %q %q, want base 1", f.Extractor, f.Version)
	}
}

// TestAnalyseRefusesBadSpans holds that no finding passes whose span does not quote.
func TestAnalyseRefusesBadSpans(t *testing.T) {
	const text = "Élan will grow."
	for _, c := range []struct {
		what string
		span corpus.Span
	}{
		{"beyond the text", corpus.Span{Start: 3, End: 99}},
		{"before the text", corpus.Span{Start: -1, End: 3}},
		{"reversed", corpus.Span{Start: 5, End: 3}},
		{"empty", corpus.Span{Start: 4, End: 4}},
		{"half a character", corpus.Span{Start: 1, End: 5}},
		{"a space at the end", corpus.Span{Start: 0, End: 6}},
		{"a space at the start", corpus.Span{Start: 5, End: 10}},
	} {
		p, err := pipeline.New([]*pipeline.Extractor{finds("x", nil, c.span)})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Analyse(read(t, text)); err == nil {
			t.Errorf("%s: span %v passed", c.what, c.span)
		}
	}
}

func TestPanicIsAnErrorOfOneBrief(t *testing.T) {
	p, err := pipeline.New([]*pipeline.Extractor{{
		Name: "shaky", Version: "1", Doc: "panics",
		Extract: func(d *corpus.Document) []corpus.Finding {
			if strings.Contains(d.Text, "boom") {
				panic("boom")
			}
			return nil
		},
	}})
	if err != nil {
		t.Fatal(err)
	}
	runner := pipeline.Runner{Pipeline: p, Limits: corpus.DefaultLimits, Workers: 2}
	var errs []error
	for result := range runner.Run(t.Context(), list(source("a.txt", "All is well."), source("b.txt", "It goes boom."), source("c.txt", "Well again."))) {
		errs = append(errs, result.Err)
	}
	if len(errs) != 3 || errs[0] != nil || errs[1] == nil || errs[2] != nil {
		t.Fatalf("errors %v, want the second alone to fail", errs)
	}
	for _, part := range []string{"b.txt", "shaky", "boom"} {
		if !strings.Contains(errs[1].Error(), part) {
			t.Errorf("error %q does not name %q", errs[1], part)
		}
	}
}

// list gives sources as an iterator.
func list(sources ...corpus.Source) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		for _, s := range sources {
			if !yield(s, nil) {
				return
			}
		}
	}
}

// memory is a Sink that remembers hashes in the order of saving.
type memory struct {
	lock  sync.Mutex
	saved []string
	fail  string // the source whose saving fails
}

func (m *memory) Known(_ context.Context, d *corpus.Document) (corpus.Saved, bool, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if slices.Contains(m.saved, d.Hash) {
		return corpus.Saved{Outcome: corpus.Unchanged, Document: 1}, true, nil
	}
	return corpus.Saved{}, false, nil
}

func (m *memory) Save(_ context.Context, d *corpus.Document) (corpus.Saved, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if d.Source == m.fail {
		return corpus.Saved{}, errors.New("disk full")
	}
	if slices.Contains(m.saved, d.Hash) {
		return corpus.Saved{Outcome: corpus.Unchanged, Document: 1}, nil
	}
	m.saved = append(m.saved, d.Hash)
	return corpus.Saved{Outcome: corpus.New, Document: int64(len(m.saved))}, nil
}

// TestRunKeepsOrder holds that results and savings come in the order of the sources,
// whatever the number of workers.
func TestRunKeepsOrder(t *testing.T) {
	p, err := pipeline.New([]*pipeline.Extractor{finds("x", nil, corpus.Span{Start: 0, End: 5})})
	if err != nil {
		t.Fatal(err)
	}
	var sources []corpus.Source
	for i := range 40 {
		sources = append(sources, source(fmt.Sprintf("%02d.txt", i), fmt.Sprintf("Brief number %d. %s", i, strings.Repeat("It goes on. ", (40-i)*20))))
	}
	for _, workers := range []int{0, 1, 3, 16} {
		sink := &memory{}
		var names []string
		runner := pipeline.Runner{Pipeline: p, Limits: corpus.DefaultLimits, Workers: workers, Sink: sink}
		for result := range runner.Run(t.Context(), list(sources...)) {
			if result.Err != nil {
				t.Fatal(result.Err)
			}
			if want := int64(len(names) + 1); result.Saved.Document != want {
				t.Errorf("%d workers: %s was saved as %d, want %d", workers, result.Name, result.Saved.Document, want)
			}
			names = append(names, result.Name)
		}
		for i, name := range names {
			if name != sources[i].Name {
				t.Fatalf("%d workers: result %d is of %s, want %s", workers, i, name, sources[i].Name)
			}
		}
		if len(names) != len(sources) {
			t.Errorf("%d workers: %d results, want %d", workers, len(names), len(sources))
		}
	}
}

func TestRunGoesOnAfterFailures(t *testing.T) {
	p, err := pipeline.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	sink := &memory{fail: "b.txt"}
	runner := pipeline.Runner{Pipeline: p, Limits: corpus.DefaultLimits, Workers: 2, Sink: sink}
	sources := func(yield func(corpus.Source, error) bool) {
		_ = yield(source("a.txt", "One brief."), nil) &&
			yield(source("b.txt", "Two briefs."), nil) &&
			yield(source("empty.txt", ""), nil) &&
			yield(corpus.Source{Name: "gone.txt"}, errors.New("gone.txt: no such file")) &&
			yield(source("again.txt", "One brief."), nil)
	}
	var got []string
	for result := range runner.Run(t.Context(), sources) {
		if result.Err != nil {
			got = append(got, result.Name+" failed")
			continue
		}
		got = append(got, result.Name+" "+string(result.Saved.Outcome))
	}
	want := "a.txt new|b.txt failed|empty.txt failed|gone.txt failed|again.txt unchanged"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

// TestRunStops holds that a run ends early without waiting for sources that are left,
// both where its reader stops and where the context ends.
func TestRunStops(t *testing.T) {
	p, err := pipeline.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	endless := func(yield func(corpus.Source, error) bool) {
		for yield(source("a.txt", "On and on."), nil) {
		}
	}
	runner := pipeline.Runner{Pipeline: p, Limits: corpus.DefaultLimits, Workers: 4}
	for range runner.Run(t.Context(), endless) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	count := 0
	for range runner.Run(ctx, endless) {
		if count++; count == 3 {
			cancel()
		}
	}
	if count != 3 {
		t.Errorf("%d results after the context ended at 3", count)
	}
}
