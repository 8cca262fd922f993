// Package entity finds the mentions of named things in a brief: persons, organisations,
// countries and cities, other places, nationalities, initiatives and events.
//
// It goes in three steps, any of which a trained model can take over: a candidate is a
// run of words that is written as a name is (names.go), cut where one name ends and another
// starts (cut.go); a label says what kind of thing it names (label.go); and resolving gives
// one name to all mentions of a thing (resolve.go).
// Before the last a second pass uses what the document itself says: the acronyms that
// it defines (acronym.go), and names that it has made clear elsewhere (document.go).
// Facts about names are in internal/gazetteer.
package entity

import (
	"augury/corpus"
	"augury/internal/gazetteer"
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
		Extract: extract,
	}
	if o.Gazetteer != nil {
		e.Version += "+gazetteer." + o.Gazetteer.Hash()
		e.Extract = func(doc *corpus.Document) []corpus.Finding { return withOwn(doc, extract(doc), o.Gazetteer) }
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
}

func extract(doc *corpus.Document) []corpus.Finding {
	t := read(doc)
	mentions, definitions := recognise(t)
	clearHomonyms(doc.Text, mentions)
	canonical := resolve(doc.Text, mentions, definitions)
	findings := make([]corpus.Finding, len(mentions))
	for i, m := range mentions {
		findings[i] = corpus.Finding{
			Kind: corpus.KindEntity, Span: m.Span, Rule: m.rule,
			Value: corpus.Entity{Label: m.label, Canonical: canonical[i], Country: m.country},
		}
	}
	return findings
}

// recognise finds the mentions of a document, in order and without overlap, and the
// acronyms that it defines.
func recognise(t *text) ([]mention, []definition) {
	var mentions []mention
	for i := range t.sentences {
		mentions = append(mentions, names(t, &t.sentences[i])...)
	}
	mentions, definitions := defineAcronyms(t, mentions)
	return repeat(t, mentions), definitions
}
