package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"augury/corpus"
	"augury/internal/likelihood"
	"augury/pipeline"
	"augury/store"
)

// shared is a folder of real briefs beside the repository; tests that use it skip where
// it is absent.
func shared(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no real briefs beside the repository: %v", err)
	}
	return path
}

// TestSeedBrief holds what must be read from the brief that the program was made for.
func TestSeedBrief(t *testing.T) {
	path := shared(t, filepath.Join("briefs", "dsr-central-asia.txt"))
	stages, err := loadPipeline()
	if err != nil {
		t.Fatal(err)
	}
	var doc *corpus.Document
	runner := pipeline.Runner{Pipeline: stages, Limits: corpus.DefaultLimits}
	for result := range runner.Run(t.Context(), corpus.Sources([]string{path}, nil)) {
		if result.Err != nil {
			t.Fatal(result.Err)
		}
		doc = result.Document
	}
	record := corpus.NewRecord(doc)
	if got := strings.Join(doc.Authors, ";") + " " + doc.Published.String(); got != "Marina Gruzer 2024-05-27" {
		t.Errorf("byline %q", got)
	}
	if !strings.HasPrefix(doc.Title, "Could China’s Digital Silk Road (DSR) Pose") {
		t.Errorf("title %q", doc.Title)
	}
	roles := map[corpus.Role]int{}
	bullets := 0
	for _, s := range doc.Sections {
		roles[s.Role]++
	}
	for _, b := range doc.Blocks {
		if s := doc.SectionAt(b.Start); s >= 0 && doc.Sections[s].Role == corpus.RoleSummary && b.Kind == corpus.ListItem {
			bullets++
		}
	}
	if bullets != 3 || roles[corpus.RoleForecastShort] != 1 || roles[corpus.RoleForecastLong] != 1 {
		t.Errorf("%d summary bullets, sections %v", bullets, roles)
	}
	if len(record.Percentages) != 1 {
		t.Fatalf("%d percentages, want 1", len(record.Percentages))
	}
	p := record.Percentages[0]
	if p.Text != "60%" || value(p.Subject) != "Tajikistan" || !strings.HasPrefix(value(p.Of), "its foreign debt") || value(p.Time) != "2022" {
		t.Errorf("percentage %q of %q, subject %q, time %q", p.Text, value(p.Of), value(p.Subject), value(p.Time))
	}
	for _, want := range []struct {
		start     string
		claimType corpus.ClaimType
		certainty corpus.Certainty
		horizon   corpus.Horizon
		condition string
	}{
		{"Central Asia will likely continue", corpus.Prediction, corpus.Likely, corpus.Short, ""},
		{"there are likely serious risks", corpus.Risk, corpus.Likely, corpus.Long,
			"If Central Asian states do not look to diversify project partners"},
	} {
		found := false
		for _, c := range record.Claims {
			if !strings.HasPrefix(c.Text, want.start) {
				continue
			}
			found = true
			if c.Type != want.claimType || c.Certainty != want.certainty || c.Horizon != want.horizon || value(c.Condition) != want.condition {
				t.Errorf("%q: %s, %s, %s, condition %q", c.Text, c.Type, c.Certainty, c.Horizon, value(c.Condition))
			}
		}
		if !found {
			t.Errorf("no claim starts with %q", want.start)
		}
	}
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// TestSharedTexts takes some hundred real texts through ingest, query and export and back:
// no error, and no finding whose quote differs from its span.
func TestSharedTexts(t *testing.T) {
	dir := shared(t, "texts")
	stages, err := loadPipeline()
	if err != nil {
		t.Fatal(err)
	}
	briefs, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = briefs.Close() }()
	texts := map[string]string{} // by document and version
	runner := pipeline.Runner{Pipeline: stages, Limits: corpus.DefaultLimits, Workers: 2, Sink: briefs}
	for result := range runner.Run(t.Context(), corpus.Sources([]string{dir}, nil)) {
		if result.Err != nil {
			t.Error(result.Err)
			continue
		}
		if result.Saved.Outcome == corpus.New {
			texts[strconv.FormatInt(result.Saved.Document, 10)] = result.Document.Text
		}
	}
	out := t.TempDir()
	yardstick := store.Yardstick{Name: likelihood.ICD203, Range: func(c string) (float64, float64, bool) {
		return likelihood.Range(likelihood.ICD203, c)
	}}
	options := store.ExportOptions{Raw: true, Filter: store.Filter{Yardstick: yardstick}}
	if err := briefs.Export(t.Context(), out, options); err != nil {
		t.Fatal(err)
	}
	for _, table := range []*store.Table{store.Claims, store.Mentions, store.Percentages} {
		checkQuotes(t, filepath.Join(out, table.Name+".csv"), texts)
	}
}

// checkQuotes reads a CSV file of findings and compares each quote and each sentence with
// its bytes of the text.
func checkQuotes(t *testing.T, path string, texts map[string]string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 2 {
		t.Errorf("%s has no rows", path)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for n, row := range rows[1:] {
		text := texts[row[column["document_id"]]]
		for _, name := range []struct{ words, start, end string }{
			{"quote", "start", "end"}, {"sentence", "sentence_start", "sentence_end"}, {"cue", "cue_start", "cue_end"},
		} {
			place, there := column[name.words]
			if !there {
				continue
			}
			start, startErr := strconv.Atoi(row[column[name.start]])
			end, endErr := strconv.Atoi(row[column[name.end]])
			if startErr != nil || endErr != nil || start < 0 || end > len(text) || start > end {
				t.Fatalf("%s, row %d: %s [%s,%s) of %d bytes", path, n+1, name.words, row[column[name.start]], row[column[name.end]], len(text))
			}
			// encoding/csv reads CRLF within a quote as LF.
			if want := strings.ReplaceAll(text[start:end], "\r\n", "\n"); row[place] != want {
				t.Errorf("%s, row %d: %s is %q, the text has %q", path, n+1, name.words, row[place], want)
			}
		}
	}
}
