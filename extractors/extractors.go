// Package extractors lists every extractor of the program. A new one is a folder beside
// the others and a line in All; docs/extractors.md shows how to write it.
package extractors

import (
	"augury/extractors/entity"
	"augury/extractors/forecast"
	"augury/extractors/percent"
	"augury/pipeline"
)

// All lists the extractors; the pipeline puts them in the order of their needs.
var All = []*pipeline.Extractor{
	entity.Extractor,
	percent.Extractor,
	forecast.Extractor,
}
