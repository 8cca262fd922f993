package forecast

import (
	"slices"
	"strings"

	"augury/corpus"
)

// What a claim must share with an earlier one to restate it. The bars are high: two
// forecasts that are counted as one are worse than one that is counted twice.
const (
	leastShared      = 3   // content words
	leastSharedShare = 0.6 // of those of the shorter clause
)

// content is what a claim says, as far as it is compared with others.
type content struct {
	claim    corpus.Claim
	sentence int
	verb     string   // stem of the main verb, "" where there is none
	words    []string // stems of its content words, sorted, each once
	figures  []string // numbers in figures, sorted
	entities []string // canonical names, sorted, each once
}

// linkRestatements sets Restates of each claim that says what an earlier one has said: of
// the same type, direction and negation, about the same things by the same time. It is the
// first claim to have said it that all later ones point at.
func linkRestatements(doc *corpus.Document, found []corpus.Finding) {
	named := map[corpus.Span]string{} // canonical names by the spans of mentions
	var mentions []corpus.Span
	for _, f := range doc.Findings {
		if e, ok := f.Value.(corpus.Entity); ok {
			named[f.Span] = e.Canonical
			mentions = append(mentions, f.Span)
		}
	}
	slices.SortFunc(mentions, func(a, b corpus.Span) int { return a.Start - b.Start })
	var firsts []content
	for i, f := range found {
		claim, ok := f.Value.(corpus.Claim)
		if !ok {
			continue
		}
		c := contentOf(doc, f.Span, claim)
		at, _ := slices.BinarySearchFunc(mentions, f.Span.Start, func(s corpus.Span, start int) int { return s.Start - start })
		for ; at < len(mentions) && mentions[at].Start < f.Span.End; at++ {
			if f.Span.Contains(mentions[at]) {
				c.entities = append(c.entities, named[mentions[at]])
			}
		}
		c.entities = sortedSet(c.entities)
		earlier := slices.IndexFunc(firsts, c.restates)
		if earlier < 0 {
			firsts = append(firsts, c)
			continue
		}
		claim.Restates = firsts[earlier].claim.Cue
		found[i].Value = claim
	}
}

// contentOf reads the words and figures of a clause, without its cue and its horizon.
func contentOf(doc *corpus.Document, clause corpus.Span, claim corpus.Claim) content {
	c := content{claim: claim, sentence: doc.SentenceAt(claim.Cue.Start)}
	behind := predicate(doc, clause, claim.Cue)
	if verb := mainVerb(behind); verb >= 0 {
		c.verb = stem(behind[verb].lower)
	}
	for _, t := range tokensIn(doc, clause) {
		if claim.Cue.Overlaps(t.Span) || claim.HorizonText.Overlaps(t.Span) {
			continue
		}
		word := strings.ToLower(doc.Words(t.Span))
		switch {
		case strings.ContainsAny(word, "0123456789"):
			c.figures = append(c.figures, word)
		case len(word) < 3:
		case strings.HasPrefix(t.Tag, "NN"), strings.HasPrefix(t.Tag, "VB"), strings.HasPrefix(t.Tag, "JJ"):
			set := directionWords.words[word]
			if _, directs := directionOf(set); set.has(classLight) || directs && strings.HasPrefix(t.Tag, "VB") {
				continue // says which way, which is compared by itself
			}
			c.words = append(c.words, stem(word))
		}
	}
	c.words, c.figures = sortedSet(c.words), sortedSet(c.figures)
	return c
}

// restates reports whether c says again what an earlier claim has said.
func (c content) restates(earlier content) bool {
	a, b := c.claim, earlier.claim
	switch {
	case c.sentence == earlier.sentence:
		return false // two claims of one sentence are two
	case a.Type != b.Type, a.Direction != b.Direction, a.Negated != b.Negated:
		return false
	case a.Direction == corpus.OtherDirection && (c.verb == "" || c.verb != earlier.verb):
		return false // nothing says yet that both speak of one thing happening
	case a.HorizonEnd != (corpus.Date{}) && b.HorizonEnd != (corpus.Date{}) && a.HorizonEnd != b.HorizonEnd:
		return false
	case !within(c.figures, earlier.figures), !within(c.entities, earlier.entities):
		return false
	}
	common := shared(c.words, earlier.words)
	return common >= leastShared && float64(common) >= leastSharedShare*float64(min(len(c.words), len(earlier.words)))
}

// within reports whether one of the two sorted sets is part of the other.
func within(a, b []string) bool { return shared(a, b) == min(len(a), len(b)) }

// shared counts what two sorted sets have in common.
func shared(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

func sortedSet(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// endings are cut off words to compare them, the longest first.
var endings = []string{"ations", "ation", "ements", "ement", "ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y"}

// stem cuts the ending off a word, so that "expands" and "expanding" are alike. It is
// rough, and good enough to see that two clauses speak of the same.
func stem(word string) string {
	const least = 4 // letters that are left
	for _, ending := range endings {
		if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) >= least {
			return rest
		}
	}
	return word
}
