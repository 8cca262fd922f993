// Package pipeline holds the stages that a brief passes, their order, and the contract
// that every extractor keeps. It knows neither the store nor any one extractor: it is
// given a list and a Sink.
package pipeline

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"augury/corpus"
)

// Extractor finds one kind of thing in a document.
type Extractor struct {
	Name    string       // lower case, kept with each finding
	Version string       // changes whenever the same text may give other findings
	Doc     string       // one line for `augury version` and the docs
	Needs   []*Extractor // whose findings it reads, in Document.Findings

	// Extract is a pure function of the document, its sentences, tokens and the findings
	// of Needs: no I/O, no clock, no state shared between calls. It changes nothing in the
	// document. It may be called from several goroutines at once.
	Extract func(*corpus.Document) []corpus.Finding

	// Load readies an Extract that rests on something large, such as a trained model. It
	// is called once for each pipeline, and stands in the place of Extract.
	Load func() (func(*corpus.Document) []corpus.Finding, error)
}

var extractorName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// order checks a list of extractors and sorts it so that each comes after those that it
// needs, otherwise in the order given.
func order(extractors []*Extractor) ([]*Extractor, error) {
	names := map[string]bool{}
	for _, e := range extractors {
		if e == nil {
			return nil, errors.New("order extractors: one is nil")
		}
		switch {
		case !extractorName.MatchString(e.Name):
			return nil, fmt.Errorf("order extractors: name %q: want lower-case letters, digits and _", e.Name)
		case names[e.Name]:
			return nil, fmt.Errorf("order extractors: %s is listed twice", e.Name)
		case e.Version == "" || e.Doc == "" || (e.Extract == nil) == (e.Load == nil):
			return nil, fmt.Errorf("order extractors: %s lacks a Version, a Doc, or one of Extract and Load", e.Name)
		}
		names[e.Name] = true
	}
	var ordered, path []*Extractor
	var visit func(e *Extractor) error
	visit = func(e *Extractor) error {
		if slices.Contains(ordered, e) {
			return nil
		}
		if slices.Contains(path, e) {
			return fmt.Errorf("order extractors: %s needs itself, by way of %s", e.Name, chain(path))
		}
		path = append(path, e)
		for _, need := range e.Needs {
			if !slices.Contains(extractors, need) {
				return fmt.Errorf("order extractors: %s needs one that is not in the list", e.Name)
			}
			if err := visit(need); err != nil {
				return err
			}
		}
		path = path[:len(path)-1]
		ordered = append(ordered, e)
		return nil
	}
	for _, e := range extractors {
		if err := visit(e); err != nil {
			return nil, err
		}
	}
	return ordered, nil
}

func chain(path []*Extractor) string {
	names := make([]string, len(path))
	for i, e := range path {
		names[i] = e.Name
	}
	return strings.Join(names, ", ")
}
