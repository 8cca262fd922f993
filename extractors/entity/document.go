package entity

import (
	"slices"
	"strings"

	"augury/corpus"
	"augury/internal/gazetteer"
	"augury/internal/span"
)

// phrases are names to look for in a document, by their first words.
type phrases map[string][]phrase

// phrase is a name to look for, and the mention that it is wherever it stands.
type phrase struct {
	name    string
	mention mention
}

func (p phrases) add(name string, m mention) {
	words := gazetteer.Split(name)
	if len(words) == 0 {
		return
	}
	first := gazetteer.Fold(words[0].In(name))
	p[first] = append(p[first], phrase{name, m})
}

// at gives the mentions of phrases that the words start with, as words of their own.
func (p phrases) at(text string, words []word) []mention {
	var found []mention
	for _, f := range p[words[0].form] {
		s := corpus.Span{Start: words[0].Start, End: words[0].Start + len(f.name)}
		if s.End > len(text) || s.In(text) != f.name {
			continue
		}
		for _, w := range words {
			if w.End >= s.End {
				if w.End == s.End {
					f.mention.Span = s
					found = append(found, f.mention)
				}
				break
			}
		}
	}
	return found
}

// merge puts further mentions among those that are there, but for the ones that overlap
// with a mention before or beside them. Both lists and the result are in order.
func merge(mentions, more []mention) []mention {
	slices.SortStableFunc(more, func(a, b mention) int { return span.Compare(a.Span, b.Span) })
	merged := make([]mention, 0, len(mentions)+len(more))
	end := 0 // of the last mention that is in merged
	for _, m := range more {
		for len(mentions) > 0 && mentions[0].Start < m.End {
			merged, mentions = append(merged, mentions[0]), mentions[1:]
			end = merged[len(merged)-1].End
		}
		if m.Start >= end {
			merged = append(merged, m)
			end = m.End
		}
	}
	return append(merged, mentions...)
}

// repeat is the second pass over a document: what it has made clear in one place labels
// the same words in others. A person's surname, once the full name is there, is that
// person; a form that is guessed in several ways gets the label that speaks for it most.
func repeat(t *text, mentions []mention) []mention {
	mentions = dropVehicles(t, mentions)
	mentions = coordinate(t, mentions)
	labels := parts(t, mentions)
	vote(t, mentions, labels)
	mentions = addRepeats(t, mentions, labels)
	return slices.DeleteFunc(mentions, func(m mention) bool { return m.weight == hunch })
}

// dropVehicles takes out the names of ships, wherever they stand: those that the document
// has behind "USS" and the like.
func dropVehicles(t *text, mentions []mention) []mention {
	ships := map[string]bool{}
	for i := range t.sentences {
		words := t.sentences[i].words
		for j := 1; j < len(words); j++ {
			if known.Is(words[j-1].form, gazetteer.Vehicle) && words[j].named() {
				ships[words[j].form] = true
			}
		}
	}
	if len(ships) == 0 {
		return mentions
	}
	return slices.DeleteFunc(mentions, func(m mention) bool { return m.weight <= guess && ships[m.In(t.doc.Text)] })
}

// coordinate gives a mention that is but guessed the label of the one that it is listed
// with: "Sucre, Oruro and Tarabuco".
func coordinate(t *text, mentions []mention) []mention {
	take := func(m, from *mention, between string) {
		if m.weight > guess || from.weight <= guess || m.rule == "acronym" {
			return
		}
		between = strings.TrimSpace(between)
		listed := between == "and" || between == "or" || between == ", and"
		switch {
		case from.label == corpus.GPE && (listed || between == ",") && !strings.Contains(m.In(t.doc.Text), " "):
		case from.label == corpus.Person && listed:
		default:
			return
		}
		m.label, m.rule, m.weight = from.label, "listed_with", likely
	}
	for i := 1; i < len(mentions); i++ {
		take(&mentions[i], &mentions[i-1], t.doc.Text[mentions[i-1].End:mentions[i].Start])
	}
	for i := len(mentions) - 2; i >= 0; i-- {
		take(&mentions[i], &mentions[i+1], t.doc.Text[mentions[i].End:mentions[i+1].Start])
	}
	return mentions
}

// parts gives the labels of words that stand for a longer name of the document: surnames
// and given names of persons, the first word of an organisation's name where it is no
// everyday word, the name of a storm.
func parts(t *text, mentions []mention) map[string]corpus.Label {
	labels := map[string]corpus.Label{}
	put := func(form string, label corpus.Label) {
		if _, ok := labels[form]; !ok && len(form) > 1 {
			labels[form] = label
		}
	}
	for _, m := range mentions {
		words := strings.Fields(gazetteer.Fold(m.In(t.doc.Text)))
		if len(words) == 1 && m.label == corpus.Person && m.weight == certain && m.entry == nil {
			put(words[0], corpus.Person)
		}
		if m.weight <= hunch || len(words) < 2 {
			continue
		}
		first, last := words[0], words[len(words)-1]
		switch m.label {
		case corpus.Person:
			if entry := known.Lookup(last); entry == nil || entry.Label == "PERSON" || m.weight == certain {
				put(last, corpus.Person)
			}
			if article, rest, ok := strings.Cut(last, "-"); ok && articles[strings.ToLower(article)] {
				put(rest, corpus.Person)
			}
			for i := 1; i < len(words)-1; i++ {
				put(strings.Join(words[i:], " "), corpus.Person)
			}
			if !known.IsCommon(first) && known.Lookup(first) == nil {
				put(first, corpus.Person)
			}
		case corpus.Org:
			if !known.IsCommon(first) && known.Lookup(first) == nil && !known.Is(first, gazetteer.GivenName) && m.rule == "head_word_org" {
				put(first, corpus.Org)
			}
		case corpus.Event:
			if storms[first] {
				put(last, corpus.Event)
			}
		}
	}
	return labels
}

var storms = set("Hurricane", "Cyclone", "Typhoon", "Storm")

// vote gives each form that is not certain one label in the whole document: that of the
// words that it is a part of, else the label that its best founded mentions have.
func vote(t *text, mentions []mention, labels map[string]corpus.Label) {
	votes := map[string]map[corpus.Label]weight{}
	for _, m := range mentions {
		if m.weight <= guess {
			continue
		}
		form := m.In(t.doc.Text)
		if votes[form] == nil {
			votes[form] = map[corpus.Label]weight{}
		}
		votes[form][m.label] += m.weight
	}
	for i := range mentions {
		m := &mentions[i]
		if m.weight == certain {
			continue
		}
		form := m.In(t.doc.Text)
		if label, ok := labels[form]; ok {
			m.label, m.rule, m.weight = label, "document_repeat", likely
			continue
		}
		for _, label := range corpus.Labels { // in a fixed order, so that a tie falls the same way
			if votes[form][label] > votes[form][m.label] {
				m.label, m.rule, m.weight = label, "document_vote", likely
			}
		}
	}
}

// addRepeats finds further mentions of the names that the document has made clear, where
// they have capitals and stand in no other mention: whole names, say in a heading, and the
// words in labels.
func addRepeats(t *text, mentions []mention, labels map[string]corpus.Label) []mention {
	names := wholeNames(t, mentions)
	var found []mention
	for i := range t.sentences {
		words := t.sentences[i].words
		for j, w := range words {
			if !w.named() || w.bracket {
				continue
			}
			found = append(found, names.at(t.doc.Text, words[j:])...)
			label, ok := labels[w.form]
			if ok && !t.isEveryday(words, j) {
				found = append(found, mention{Span: w.Span, label: label, rule: "document_repeat", weight: likely})
			}
		}
	}
	return merge(mentions, found)
}

// wholeNames gives the document's certain names of several words that no table has.
func wholeNames(t *text, mentions []mention) phrases {
	names := phrases{}
	seen := map[string]bool{}
	for _, m := range mentions {
		name := m.In(t.doc.Text)
		if m.weight < certain || m.entry != nil || seen[name] || !strings.Contains(name, " ") {
			continue
		}
		seen[name] = true
		m.rule = "document_repeat"
		names.add(name, m)
	}
	return names
}

// isEveryday reports whether word j, which elsewhere is a name, is more likely an everyday
// word here: the first word of its sentence, or a month.
func (t *text) isEveryday(words []word, j int) bool {
	w := words[j]
	if w.initial && known.IsCommon(w.form) && t.inside[w.form] == 0 {
		return true
	}
	return known.Is(w.form, gazetteer.Month) &&
		(j > 0 && datePrepositions[words[j-1].form] || j+1 < len(words) && words[j+1].shape == number)
}

// datePrepositions are words before which "May" is a month.
var datePrepositions = set("in", "of", "since", "by", "until", "last", "next", "early", "late", "this", "from", "through", "for")
