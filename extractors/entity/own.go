package entity

import (
	"slices"

	"augury/corpus"
	"augury/internal/gazetteer"
	"augury/internal/span"
)

// ruleOwn names what a user's own table of names found.
const ruleOwn = "own_gazetteer"

// withOwn puts the names of a user's table in place of the mentions that they overlap. A
// longer mention with such a name inside it stays: of "Bank of Ruritania" only a table that
// has all of it changes anything. Other mentions that the document resolves to a name of
// the table get its canonical name.
func withOwn(doc *corpus.Document, found []corpus.Finding, own *gazetteer.Own) []corpus.Finding {
	mentions := ownMentions(doc, own)
	canonical := map[string]string{} // by the words of the names
	var kept []corpus.Finding
	for _, m := range mentions {
		canonical[doc.Words(m.Span)] = m.Value.(corpus.Entity).Canonical
		within := slices.ContainsFunc(found, func(f corpus.Finding) bool {
			return f.Span.Contains(m.Span) && f.Span != m.Span
		})
		if !within {
			kept = append(kept, m)
		}
	}
	mine := len(kept)
	for _, f := range found {
		if slices.ContainsFunc(kept[:mine], func(m corpus.Finding) bool { return m.Span.Overlaps(f.Span) }) {
			continue
		}
		e := f.Value.(corpus.Entity)
		if name, ok := canonical[e.Canonical]; ok {
			e.Canonical = name
			f.Value = e
		}
		kept = append(kept, f)
	}
	slices.SortFunc(kept, func(a, b corpus.Finding) int { return span.Compare(a.Span, b.Span) })
	return kept
}

// ownMentions finds the names of the table in the text, the longest at each place.
func ownMentions(doc *corpus.Document, own *gazetteer.Own) []corpus.Finding {
	var found []corpus.Finding
	var words []string
	for _, s := range doc.Sentences {
		tokens := doc.SentenceTokens(s)
		words = words[:0]
		for _, t := range tokens {
			words = append(words, doc.Words(t.Span))
		}
		for i := 0; i < len(tokens); i++ {
			name, ok := own.Match(words[i:])
			if !ok {
				continue
			}
			last := i + len(name.Words) - 1
			found = append(found, corpus.Finding{
				Kind: corpus.KindEntity, Rule: ruleOwn, Span: corpus.Span{Start: tokens[i].Start, End: tokens[last].End},
				Value: corpus.Entity{Label: corpus.Label(name.Label), Canonical: name.Canonical, Country: name.Code},
			})
			i = last
		}
	}
	return found
}
