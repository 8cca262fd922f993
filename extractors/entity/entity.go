// Package entity finds the mentions of named things in a brief: persons, organisations,
// countries and cities, other places, nationalities, initiatives and events.
//
// Rules find runs of words that are written as names are (names.go), cut them where one
// name ends and another starts (cut.go) and label them (label.go). The trained recogniser
// of internal/ner reads the same text, and the answers of the two are put together
// (model.go). A second pass uses what the document itself says: the acronyms that it
// defines (acronym.go), and names that it has made clear elsewhere (document.go). Last,
// all mentions of a thing get one name (resolve.go). Facts about names are in
// internal/gazetteer.
package entity

import (
	"augury/corpus"
	"augury/internal/gazetteer"
	"augury/internal/ner"
	"augury/pipeline"
)

// version of the recognition. It changes whenever the same text may give other findings.
const version = "1"

// Options are what a user may set.
type Options struct {
	Gazetteer *gazetteer.Own // names that beat what is recognised; nil for none
}

// Extractor finds mentions of named things.
var Extractor = New(Options{})

// New gives an extractor of mentions. With a table of the user's its version carries the
// hash of the table, so that stored findings of another one are known to be out of date.
func New(o Options) *pipeline.Extractor {
	e := &pipeline.Extractor{
		Name:    "entity",
		Version: version,
		Doc:     "mentions of persons, organisations, places, nationalities, initiatives and events, with one canonical name for each thing",
		Load:    load,
	}
	if o.Gazetteer != nil {
		e.Version += "+gazetteer." + o.Gazetteer.Hash()
		e.Load = func() (func(*corpus.Document) []corpus.Finding, error) {
			recognised, err := load()
			if err != nil {
				return nil, err
			}
			return func(doc *corpus.Document) []corpus.Finding { return withOwn(doc, recognised(doc), o.Gazetteer) }, nil
		}
	}
	return e
}

var known = gazetteer.Known

// mention is a name in the text and what is known of it.
type mention struct {
	corpus.Span
	label   corpus.Label
	rule    string           // what found or labelled it
	weight  weight           // how well the label is founded
	entry   *gazetteer.Entry // what the gazetteer has of it; nil where it is not in there
	country string           // ISO 3166-1 alpha-2 code of a country
	score   float64          // the recogniser's, 0 to 1; 0 where a rule found it
}

// extract finds the mentions of a document by the rules and by the trained recogniser.
func extract(doc *corpus.Document, model *ner.Model) []corpus.Finding {
	t := read(doc)
	mentions, definitions := recognise(t, model)
	clearHomonyms(doc.Text, mentions)
	canonical := resolve(doc.Text, mentions, definitions)
	findings := make([]corpus.Finding, len(mentions))
	for i, m := range mentions {
		findings[i] = corpus.Finding{
			Kind: corpus.KindEntity, Span: m.Span, Rule: m.rule, Score: m.score,
			Value: corpus.Entity{Label: m.label, Canonical: canonical[i], Country: m.country},
		}
	}
	return findings
}

// recognise finds the mentions of a document, in order and without overlap, and the
// acronyms that it defines.
func recognise(t *text, model *ner.Model) ([]mention, []definition) {
	var mentions []mention
	for i := range t.sentences {
		mentions = append(mentions, names(t, &t.sentences[i])...)
	}
	mentions = combine(t, mentions, modelMentions(t.doc, model))
	mentions, definitions := defineAcronyms(t, mentions)
	return repeat(t, mentions), definitions
}
