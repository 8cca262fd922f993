package entity

import (
	"fmt"
	"math"
	"sort"

	"augury/corpus"
	"augury/internal/gazetteer"
	"augury/internal/ner"
)

// ruleModel names what the trained recogniser found and the rules did not find so.
const ruleModel = "model"

// The recogniser's answers count before the rules' from sureScore on, and in the gaps that
// the rules leave from fairScore on. Among other orders and scores, from .5 to .98, these
// did best over the bundled briefs, briefs that neither had seen and two public
// development sets together.
const (
	sureScore = 0.95
	fairScore = 0.7
)

// load readies the extractor with its trained recogniser.
func load() (func(*corpus.Document) []corpus.Finding, error) {
	model, err := ner.Load(gazetteer.Known)
	if err != nil {
		return nil, fmt.Errorf("load the recogniser of names: %w", err)
	}
	return func(doc *corpus.Document) []corpus.Finding { return extract(doc, model) }, nil
}

// modelMentions gives what the recogniser finds, sure or not, in order and without overlap.
func modelMentions(doc *corpus.Document, model *ner.Model) []mention {
	sentences := make([]ner.Sentence, len(doc.Sentences))
	for i, s := range doc.Sentences {
		tokens := make([]ner.Token, 0, s.Last-s.First)
		for _, t := range doc.SentenceTokens(s) {
			tokens = append(tokens, ner.Token{Span: t.Span, Tag: t.Tag})
		}
		sentences[i] = ner.Sentence{Tokens: tokens, Heading: doc.Blocks[s.Block].Kind == corpus.Heading}
	}
	var mentions []mention
	for _, found := range model.Mentions(doc.Text, sentences) {
		m := mention{
			Span: found.Span, label: corpus.Label(found.Label.String()),
			rule: ruleModel, weight: likely, score: math.Round(found.Score*1e4) / 1e4,
		}
		if entry := known.Lookup(doc.Words(m.Span)); entry != nil && entry.Label == string(m.label) {
			m.entry, m.country = entry, entry.Country
		}
		mentions = append(mentions, m)
	}
	return mentions
}

// combine puts what the recogniser found together with what the rules did, each filling
// the gaps of what comes before it: answers that the recogniser is sure of, names that the
// rules have a reason for, answers that it holds likely, and the rules' guesses by capitals
// alone. A mention that both have alike keeps the rule's name, which says more.
func combine(t *text, rules, model []mention) []mention {
	var sure, fair, founded, guessed []mention
	for _, m := range model {
		// Rules are in order and do not overlap: only the first that ends behind m's start
		// can be on m.
		i := sort.Search(len(rules), func(i int) bool { return rules[i].End > m.Start })
		seen := i < len(rules) && rules[i].Overlaps(m.Span)
		if !seen && isCommon(t, m) {
			continue // "the Committee and the Department"
		}
		if seen && rules[i].Span == m.Span && rules[i].label == m.label {
			score := m.score
			m = rules[i]
			m.score = score
		}
		switch {
		case m.score >= sureScore:
			sure = append(sure, m)
		case m.score >= fairScore:
			fair = append(fair, m)
		}
	}
	for _, r := range rules {
		if r.weight > guess {
			founded = append(founded, r)
		} else {
			guessed = append(guessed, r)
		}
	}
	return merge(merge(merge(sure, founded), fair), guessed)
}

// isCommon reports whether a mention is of several words, all of everyday English.
func isCommon(t *text, m mention) bool {
	name := m.In(t.doc.Text)
	words := gazetteer.Split(name)
	for _, w := range words {
		if !known.IsCommon(w.In(name)) {
			return false
		}
	}
	return len(words) > 1
}
