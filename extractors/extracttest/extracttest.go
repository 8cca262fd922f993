// Package extracttest holds what every extractor must pass.
package extracttest

import (
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"augury/corpus"
	"augury/corpus/samples"
	"augury/pipeline"
)

// Run checks a pipeline's extractors on the bundled briefs and on made-up ones: every
// span lies in the text and quotes it, the same text gives the same findings, alone or
// beside others, and extracting changes nothing else in the document.
func Run(t *testing.T, p *pipeline.Pipeline) {
	texts := sampleTexts(t)
	t.Run("samples", func(t *testing.T) {
		for name, text := range texts {
			checkDocument(t, p, name, text)
		}
	})
	t.Run("empty", func(t *testing.T) {
		doc := &corpus.Document{}
		if err := p.Analyse(doc); err != nil || len(doc.Findings) > 0 {
			t.Errorf("empty document: %d findings, error %v; want none", len(doc.Findings), err)
		}
	})
	t.Run("made-up text", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { checkDocument(t, p, "made-up.txt", madeUp().Draw(t, "text")) })
	})
	t.Run("many at once", func(t *testing.T) {
		var wait sync.WaitGroup
		for name, text := range texts {
			for range 2 {
				wait.Go(func() { checkDocument(t, p, name, text) })
			}
		}
		wait.Wait()
	})
}

// failer is what *testing.T and *rapid.T share.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkDocument analyses a text twice and compares: Analyse itself checks the spans.
func checkDocument(t failer, p *pipeline.Pipeline, name, text string) {
	t.Helper()
	first, err := corpus.Read(Source(name, text), corpus.DefaultLimits)
	if err != nil {
		return // not a brief: the readers' tests say what must be one
	}
	second := *first
	if err := p.Analyse(first); err != nil {
		t.Errorf("analyse %s: %v", name, err)
		return
	}
	if err := p.Analyse(&second); err != nil {
		t.Errorf("analyse %s again: %v", name, err)
		return
	}
	if diff := cmp.Diff(*first, second); diff != "" {
		t.Errorf("the same text of %s gave two results (-first +second):\n%s", name, diff)
	}
	for _, f := range first.Findings {
		if s := first.SentenceAt(f.Span.Start); s < 0 || !first.Sentences[s].Contains(f.Span) {
			t.Errorf("%s: %s %q at byte %d crosses the end of its sentence", name, f.Kind, first.Words(f.Span), f.Span.Start)
		}
	}
}

// Source gives a text as a source to read.
func Source(name, text string) corpus.Source {
	return corpus.Source{Name: name, Key: name, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
}

func sampleTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(samples.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) == ".json" || path.Ext(name) == ".go" {
			return err
		}
		data, err := fs.ReadFile(samples.FS, name)
		texts[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// madeUp draws texts that look like briefs to the extractors but follow no grammar:
// names, figures, cues and odd characters in any order.
func madeUp() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"China", "the European Union (EU)", "President Xi", "’s", "‘Safe City’", "U.S.", "Kazakh", "NATO",
			"Ministry of Trade", "60%", "3 to 5 percent", "50 basis points", "sixty-five per cent", "2½ percent", "10, 12 and 15%",
			"will", "will likely", "may not", "is expected to", "risks", "would", "should", "if", "unless", "by 2030",
			"over the next decade", "rose", "grow", "the IMF said that", ",", ";", ".", "?", "(", ")", "“", "”", "—", "\n", "\n\n",
			"Forecast\n", "- ", "naïve", "🙂", "\u00a0", "\u200b", "é", "of its debt", "Operation X", "in late June",
		}),
		rapid.StringN(0, 6, -1),
	)
	return rapid.Map(rapid.SliceOfN(piece, 1, 40), func(pieces []string) string { return strings.Join(pieces, " ") })
}
