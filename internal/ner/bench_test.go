package ner_test

import (
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"augury/internal/gazetteer"
	"augury/internal/ner"
	"augury/internal/postag"
	"augury/internal/segment"
)

// brief is some 150 words of our own, of the kind that the program reads.
const brief = `Kazakhstan and the European Union signed an agreement on critical minerals in Astana on Tuesday, the Ministry of Foreign Affairs said. President Kassym-Jomart Tokayev called it a turning point for Central Asia.

Officials in Brussels expect that the accord will bring some 2 billion euros of investment by 2030, although several member states, among them Hungary, have voiced doubts about the pace of reform. The European Bank for Reconstruction and Development (EBRD) put growth at 4.5 percent this year and warned that a slowdown in China could weigh on exports.

Chinese firms hold a large share of the region's mines. Analysts at the Carnegie Endowment said that Beijing may answer with new loans under the Belt and Road Initiative, while Moscow, whose influence has waned since the war in Ukraine, is likely to press for a larger role of the Eurasian Economic Union in the talks.`

// sentences cuts and tags a text as the pipeline does, a block to a paragraph.
func sentences(tagger *postag.Tagger, text string) []ner.Sentence {
	var list []ner.Sentence
	at := 0
	for _, block := range strings.SplitAfter(text, "\n\n") {
		for _, s := range segment.Sentences(block) {
			tokens := segment.Tokens(s.In(block))
			var sentence ner.Sentence
			var words []string
			for _, t := range tokens {
				sentence.Tokens = append(sentence.Tokens, ner.Token{Span: t.Shift(at + s.Start)})
				words = append(words, t.In(s.In(block)))
			}
			for i, tag := range tagger.Tag(words) {
				sentence.Tokens[i].Tag = tag
			}
			list = append(list, sentence)
		}
		at += len(block)
	}
	return list
}

func load(tb testing.TB) (*ner.Model, *postag.Tagger) {
	tb.Helper()
	model, err := ner.Load(gazetteer.New())
	if err != nil {
		tb.Fatal(err)
	}
	tagger, err := postag.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return model, tagger
}

// longBrief is the brief thirty times, for an input of the length of a long report.
var longBrief = strings.Repeat(brief+"\n\n", 30)

// BenchmarkTagAndRecognise tags and recognises a text that is cut into words already.
func BenchmarkTagAndRecognise(b *testing.B) {
	model, tagger := load(b)
	cut := sentences(tagger, longBrief)
	tokens := 0
	words := make([][]string, len(cut))
	for i, s := range cut {
		tokens += len(s.Tokens)
		for _, t := range s.Tokens {
			words[i] = append(words[i], t.In(longBrief))
		}
	}
	for b.Loop() {
		for i := range cut {
			for j, tag := range tagger.Tag(words[i]) {
				cut[i].Tokens[j].Tag = tag
			}
		}
		model.Mentions(longBrief, cut)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkRecognise leaves the tagging out.
func BenchmarkRecognise(b *testing.B) {
	model, tagger := load(b)
	cut := sentences(tagger, longBrief)
	tokens := 0
	for _, s := range cut {
		tokens += len(s.Tokens)
	}
	for b.Loop() {
		model.Mentions(longBrief, cut)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkProse does the same with prose, its model loaded once.
func BenchmarkProse(b *testing.B) {
	first, err := prose.NewDocument(brief)
	if err != nil {
		b.Fatal(err)
	}
	tagger, err := postag.Load()
	if err != nil {
		b.Fatal(err)
	}
	tokens := 0
	for _, s := range sentences(tagger, longBrief) {
		tokens += len(s.Tokens)
	}
	for b.Loop() {
		if _, err := prose.NewDocument(longBrief, prose.UsingModel(first.Model)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	names := gazetteer.New()
	for b.Loop() {
		if _, err := ner.Load(names); err != nil {
			b.Fatal(err)
		}
	}
}
