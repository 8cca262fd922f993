package extractors_test

import (
	"os"
	"path/filepath"
	"testing"

	"augury/extractors"
	"augury/extractors/extracttest"
	"augury/pipeline"
)

// TestAllIsComplete fails where a folder beside this file holds an extractor that All
// does not list.
func TestAllIsComplete(t *testing.T) {
	listed := map[string]bool{}
	for _, e := range extractors.All {
		listed[e.Name] = true
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !entry.IsDir() || entry.Name() == "extracttest" {
			continue
		}
		sources, err := filepath.Glob(filepath.Join(entry.Name(), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		if len(sources) > 0 && !listed[entry.Name()] {
			t.Errorf("extractors/%s is not in extractors.All: add %s.Extractor to it", entry.Name(), entry.Name())
		}
	}
}

// TestContract holds every extractor to what the pipeline may expect of it.
func TestContract(t *testing.T) {
	p, err := pipeline.New(extractors.All)
	if err != nil {
		t.Fatal(err)
	}
	extracttest.Run(t, p)
}
