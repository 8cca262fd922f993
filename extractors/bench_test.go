package extractors_test

import (
	"io/fs"
	"path"
	"testing"

	"augury/corpus"
	"augury/corpus/samples"
	"augury/extractors"
	"augury/extractors/extracttest"
	"augury/pipeline"
)

// BenchmarkAnalyse takes the bundled briefs through all stages after reading, and each
// extractor alone with what is before it, on one core. It reports tokens a second.
func BenchmarkAnalyse(b *testing.B) {
	runs := map[string][]*pipeline.Extractor{"segment": nil, "all": extractors.All}
	for _, e := range extractors.All {
		runs[e.Name] = append(e.Needs[:len(e.Needs):len(e.Needs)], e)
	}
	docs := read(b)
	for _, name := range []string{"segment", "entity", "percent", "forecast", "all"} {
		b.Run(name, func(b *testing.B) {
			p, err := pipeline.New(runs[name])
			if err != nil {
				b.Fatal(err)
			}
			tokens := 0
			for b.Loop() {
				for _, doc := range docs {
					if err := p.Analyse(doc); err != nil {
						b.Fatal(err)
					}
					tokens += len(doc.Tokens)
				}
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// read gives the bundled briefs.
func read(b *testing.B) []*corpus.Document {
	b.Helper()
	var docs []*corpus.Document
	err := fs.WalkDir(samples.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) == ".json" {
			return err
		}
		data, err := fs.ReadFile(samples.FS, name)
		if err != nil {
			return err
		}
		doc, err := corpus.Read(extracttest.Source(name, string(data)), corpus.DefaultLimits)
		docs = append(docs, doc)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return docs
}
