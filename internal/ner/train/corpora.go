package main

import (
	"bufio"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"augury/corpus"
	"augury/eval"
	"augury/internal/ner"
	"augury/internal/postag"
	"augury/internal/span"
	"augury/pipeline"
)

// text is an annotated document.
type text struct {
	name, source string
	words        string
	sentences    []ner.Sentence
	mentions     []mention
	gold         bool // annotated to our own definition: every label as it is
}

type mention struct {
	span.Span
	label string
}

// readGold reads the gold files of a directory.
func readGold(dir string) ([]text, error) {
	cases, err := eval.Load(dir)
	if err != nil {
		return nil, err
	}
	stages, err := pipeline.New(nil)
	if err != nil {
		return nil, err
	}
	var texts []text
	for _, c := range cases {
		if err := stages.Analyse(c.Document); err != nil {
			return nil, err
		}
		t := text{name: c.Name, source: "gold", words: c.Document.Text, sentences: sentencesOf(c.Document), gold: true}
		for _, e := range c.Gold.Entities {
			t.mentions = append(t.mentions, mention{e.Span, string(e.Label)})
		}
		texts = append(texts, t)
	}
	return texts, nil
}

//go:embed examples.txt
var examplesFile string

// examples are the texts of examples.txt.
func examples() ([]text, error) {
	stages, err := pipeline.New(nil)
	if err != nil {
		return nil, err
	}
	var texts []text
	_, all, _ := strings.Cut(examplesFile, "documents.\n")
	for i, part := range strings.Split(all, "\n\n") {
		t := text{name: fmt.Sprintf("example-%d", i), source: "examples", gold: true}
		var b strings.Builder
		for rest := strings.ReplaceAll(part, "\n", "\n\n"); ; {
			before, marked, found := strings.Cut(rest, "[")
			b.WriteString(before)
			if !found {
				break
			}
			name, after, _ := strings.Cut(marked, "]")
			words, label, _ := strings.Cut(name, "|")
			t.mentions = append(t.mentions, mention{span.Span{Start: b.Len(), End: b.Len() + len(words)}, label})
			b.WriteString(words)
			rest = after
		}
		content := b.String()
		d, err := corpus.Read(corpus.Source{Name: "example.txt", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(content)), nil
		}}, corpus.DefaultLimits)
		if err != nil {
			return nil, err
		}
		if d.Text != content {
			return nil, fmt.Errorf("example %d was changed in reading", i)
		}
		if err := stages.Analyse(d); err != nil {
			return nil, err
		}
		t.words, t.sentences = d.Text, sentencesOf(d)
		texts = append(texts, t)
	}
	return texts, nil
}

func sentencesOf(d *corpus.Document) []ner.Sentence {
	sentences := make([]ner.Sentence, len(d.Sentences))
	for i, s := range d.Sentences {
		sentences[i].Heading = d.Blocks[s.Block].Kind == corpus.Heading
		for _, t := range d.SentenceTokens(s) {
			sentences[i].Tokens = append(sentences[i].Tokens, ner.Token{Span: t.Span, Tag: t.Tag})
		}
	}
	return sentences
}

// readColumns reads a file of tokens and BIO labels, compressed with gzip.
func readColumns(path string, tagger *postag.Tagger) ([]text, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	name := strings.TrimSuffix(filepath.Base(path), ".conll.gz")
	var texts []text
	var t *text
	var words []string
	var labels []string
	var all strings.Builder
	endSentence := func() {
		if len(words) == 0 {
			return
		}
		var s ner.Sentence
		open := -1
		for i, tag := range tagger.Tag(words) {
			at := span.Span{Start: all.Len(), End: all.Len() + len(words[i])}
			all.WriteString(words[i])
			all.WriteByte(' ')
			s.Tokens = append(s.Tokens, ner.Token{Span: at, Tag: tag})
			kind, label, _ := strings.Cut(labels[i], "-")
			if kind == "I" && open >= 0 {
				t.mentions[open].End = at.End
				continue
			}
			open = -1
			if kind == "B" || kind == "I" {
				open = len(t.mentions)
				t.mentions = append(t.mentions, mention{at, label})
			}
		}
		t.sentences = append(t.sentences, s)
		words, labels = words[:0], labels[:0]
	}
	endText := func() {
		endSentence()
		if t != nil && len(t.sentences) > 0 {
			t.words = all.String()
			texts = append(texts, *t)
		}
		all.Reset()
		t = &text{name: fmt.Sprintf("%s-%d", name, len(texts)), source: name}
	}
	endText()
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		word, label, found := strings.Cut(lines.Text(), "\t")
		switch {
		case word == "-DOCSTART-":
			endText()
		case !found || word == "":
			endSentence()
		default:
			words, labels = append(words, word), append(labels, label)
		}
	}
	endText()
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return texts, nil
}

// readLines gives the lines of a file compressed with gzip, or plain.
func readLines(path string, line func(string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		line(lines.Text())
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}
