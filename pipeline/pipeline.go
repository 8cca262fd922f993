package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
	"augury/internal/postag"
	"augury/internal/segment"
	"augury/internal/span"
)

// Pipeline carries what all briefs share: the tagger and the extractors in their order.
// It is safe for use by several goroutines at once.
type Pipeline struct {
	tagger     *postag.Tagger
	extractors []*Extractor
	extract    []func(*corpus.Document) []corpus.Finding // of each extractor
}

// New loads the tagger and puts the extractors in order. It returns an error where the
// list is not valid: a name twice, a need that is missing or goes in a circle.
func New(extractors []*Extractor) (*Pipeline, error) {
	ordered, err := order(extractors)
	if err != nil {
		return nil, err
	}
	tagger, err := postag.Load()
	if err != nil {
		return nil, fmt.Errorf("load the tagger: %w", err)
	}
	p := &Pipeline{tagger: tagger, extractors: ordered}
	for _, e := range ordered {
		extract := e.Extract
		if e.Load != nil {
			if extract, err = e.Load(); err != nil {
				return nil, fmt.Errorf("extractor %s: %w", e.Name, err)
			}
		}
		p.extract = append(p.extract, extract)
	}
	return p, nil
}

// Extractors lists the extractors in the order in which they run.
func (p *Pipeline) Extractors() []*Extractor { return slices.Clone(p.extractors) }

// segmentVersion is the version of segmentation and tagging. It changes whenever the same
// text may give other sentences, tokens or tags, for all findings rest on them.
const segmentVersion = "1"

// Versions gives the version of each extractor by its name, and of what is before them
// under "segment".
func (p *Pipeline) Versions() map[string]string {
	versions := map[string]string{"segment": segmentVersion}
	for _, e := range p.extractors {
		versions[e.Name] = e.Version
	}
	return versions
}

// Analyse takes a document that a reader has made through the stages: it fills
// Sentences, Tokens, Findings and Extractors and leaves the rest as it is. What was there of these
// before is replaced. The error names the extractor at fault.
func (p *Pipeline) Analyse(doc *corpus.Document) error {
	p.segment(doc)
	doc.Findings, doc.Extractors = nil, p.Versions()
	for i, extractor := range p.extractors {
		found, err := run(extractor, p.extract[i], doc)
		if err != nil {
			return fmt.Errorf("extractor %s: %w", extractor.Name, err)
		}
		doc.Findings = append(doc.Findings, found...)
		slices.SortStableFunc(doc.Findings, compareFindings)
	}
	return nil
}

// segment cuts each block into sentences and tokens and tags them.
func (p *Pipeline) segment(doc *corpus.Document) {
	doc.Sentences, doc.Tokens = nil, nil
	var texts []string
	for i, block := range doc.Blocks {
		for _, s := range segment.Sentences(doc.Words(block.Span)) {
			sentence := corpus.Sentence{
				Span: s.Shift(block.Start), Block: i,
				Section: doc.SectionAt(block.Start), First: len(doc.Tokens),
			}
			texts = texts[:0]
			for _, t := range segment.Tokens(doc.Words(sentence.Span)) {
				token := corpus.Token{Span: t.Shift(sentence.Start)}
				doc.Tokens = append(doc.Tokens, token)
				texts = append(texts, doc.Words(token.Span))
			}
			sentence.Last = len(doc.Tokens)
			for j, tag := range p.tagger.Tag(texts) {
				doc.Tokens[sentence.First+j].Tag = tag
			}
			doc.Sentences = append(doc.Sentences, sentence)
		}
	}
}

// run runs one extractor, stamps and checks what it found, and turns a panic into an
// error, so that one brief cannot end the run of others.
func run(e *Extractor, extract func(*corpus.Document) []corpus.Finding, doc *corpus.Document) (found []corpus.Finding, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			found, err = nil, fmt.Errorf("panic: %v", cause)
		}
	}()
	found = extract(doc)
	for i := range found {
		found[i].Extractor, found[i].Version = e.Name, e.Version
		if err := check(doc, found[i]); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// check reports what is wrong with a finding's kind or spans, if anything.
func check(doc *corpus.Document, f corpus.Finding) error {
	if f.Value == nil {
		return fmt.Errorf("finding at byte %d has no value", f.Span.Start)
	}
	if f.Kind != f.Value.Kind() {
		return fmt.Errorf("finding at byte %d is of kind %q with a value of kind %q", f.Span.Start, f.Kind, f.Value.Kind())
	}
	if f.Rule == "" {
		return fmt.Errorf("finding at byte %d names no rule", f.Span.Start)
	}
	if f.Span.Empty() {
		return fmt.Errorf("finding at byte %d is empty", f.Span.Start)
	}
	for _, s := range append(f.Value.Spans(), f.Span) {
		if s == (corpus.Span{}) {
			continue
		}
		if err := CheckSpan(doc.Text, s); err != nil {
			return err
		}
	}
	if claim, ok := f.Value.(corpus.Claim); ok && !f.Span.Contains(claim.Cue) {
		return fmt.Errorf("the cue at bytes [%d,%d) lies outside its clause [%d,%d)",
			claim.Cue.Start, claim.Cue.End, f.Span.Start, f.Span.End)
	}
	return nil
}

// CheckSpan reports what is wrong with a span of text, if anything: it must lie within
// the text, be neither empty nor reversed, begin and end between characters, and have no
// white space at its ends.
func CheckSpan(text string, s corpus.Span) error {
	if s.Start < 0 || s.End > len(text) || s.Empty() {
		return fmt.Errorf("span [%d,%d) does not lie within the %d bytes of the text", s.Start, s.End, len(text))
	}
	if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		return fmt.Errorf("span [%d,%d) cuts a character in two", s.Start, s.End)
	}
	first, _ := utf8.DecodeRuneInString(text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:s.End])
	if unicode.IsSpace(first) || unicode.IsSpace(last) {
		return fmt.Errorf("span [%d,%d) %q has white space at its ends", s.Start, s.End, s.In(text))
	}
	return nil
}

// compareFindings orders findings by span, the longer first, then by kind and rule.
func compareFindings(a, b corpus.Finding) int {
	return cmp.Or(span.Compare(a.Span, b.Span), cmp.Compare(a.Kind, b.Kind), compareCues(a, b), cmp.Compare(a.Rule, b.Rule))
}

// compareCues orders two claims on one clause by their cues.
func compareCues(a, b corpus.Finding) int {
	first, ok := a.Value.(corpus.Claim)
	if !ok {
		return 0
	}
	second, ok := b.Value.(corpus.Claim)
	if !ok {
		return 0
	}
	return span.Compare(first.Cue, second.Cue)
}
