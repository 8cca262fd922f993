// Package extractors lists every extractor of the program. A new one is a folder beside
// the others and a line in All; docs/extractors.md shows how to write it.
package extractors

import (
	"augury/extractors/entity"
	"augury/extractors/forecast"
	"augury/extractors/percent"
	"augury/internal/gazetteer"
	"augury/internal/likelihood"
	"augury/pipeline"
)

// All lists the extractors as they are without options; the pipeline puts them in the
// order of their needs.
var All = []*pipeline.Extractor{
	entity.Extractor,
	percent.Extractor,
	forecast.Extractor,
}

// Options are what a user may set about the extractors.
type Options struct {
	Lexicon   *likelihood.Lexicon // of certainty words; nil for the built-in one
	Gazetteer *gazetteer.Own      // names that beat what is recognised; nil for none
}

// With lists the extractors with options: All where none is set.
func With(o Options) []*pipeline.Extractor {
	if o == (Options{}) {
		return All
	}
	entities := entity.New(entity.Options{Gazetteer: o.Gazetteer})
	return []*pipeline.Extractor{
		entities,
		percent.Extractor,
		forecast.New(forecast.Options{Entity: entities, Lexicon: o.Lexicon}),
	}
}
