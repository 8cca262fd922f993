package eval

import (
	"slices"
	"strings"
	"unicode"
)

// leading are the articles and prepositions that annotators put before a field's words or
// leave out as it comes: "by 2030" and "2030" are one horizon.
var leading = []string{
	"a", "an", "the", "about", "after", "against", "among", "as", "at", "before", "between", "by", "during",
	"for", "from", "in", "into", "of", "on", "over", "since", "through", "throughout", "to", "towards",
	"under", "until", "with", "within",
}

// exactWords reports whether two fields are stated alike: both absent, or the same bytes.
func exactWords(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// sameWords reports whether two fields state the same: equal but for case and leading
// articles and prepositions, or sharing half of all their words (Jaccard index of the
// sets of words, 0.5 or more). A field that is stated is not the same as one that is not.
func sameWords(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := wordsOf(*a), wordsOf(*b)
	return slices.Equal(withoutLeading(x), withoutLeading(y)) || jaccard(x, y) >= 0.5
}

// wordsOf cuts a text into its runs of letters and digits, in lower case.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// withoutLeading drops leading articles and prepositions, but never the last word.
func withoutLeading(words []string) []string {
	for len(words) > 1 && slices.Contains(leading, words[0]) {
		words = words[1:]
	}
	return words
}

// jaccard is the number of different words that the lists share over the number of
// different words that either has, 0 to 1; 0 for two empty lists.
func jaccard(a, b []string) float64 {
	union, shared := map[string]bool{}, 0
	for _, word := range a {
		union[word] = true
	}
	inA := len(union)
	seen := map[string]bool{}
	for _, word := range b {
		if seen[word] {
			continue
		}
		seen[word] = true
		if union[word] {
			shared++
		}
	}
	either := inA + len(seen) - shared
	if either == 0 {
		return 0
	}
	return float64(shared) / float64(either)
}
