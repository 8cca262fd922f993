package percent

import (
	"slices"
	"strings"
	"unicode"
)

// preceding holds the words of a clause before a number, in lower case, the nearest first.
type preceding []string

// longestReach is how many words back a "from" or a "between" is looked for.
const longestReach = 12

// wordsBefore lists the words before byte i of text, back to the start of its clause.
func wordsBefore(text string, i int) preceding {
	var words preceding
	for i > 0 && len(words) < longestReach {
		trimmed := strings.TrimRightFunc(text[:i], func(r rune) bool {
			return unicode.IsSpace(r) || r == '"' || r == '“' || r == '~' || r == '(' || r == '-'
		})
		start := strings.LastIndexFunc(trimmed, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) + 1
		if start == len(trimmed) {
			break // a mark of punctuation or a figure
		}
		words = append(words, strings.ToLower(trimmed[start:]))
		i = start
	}
	return words
}

// nth is the n-th word back, from 0, or "".
func (p preceding) nth(n int) string {
	if n >= len(p) {
		return ""
	}
	return p[n]
}

// has reports whether word stands before the number with nothing but bounding words
// between: "from about 3".
func (p preceding) has(word string) bool {
	for _, w := range p {
		if w == word {
			return true
		}
		if !slices.Contains(boundingWords, w) {
			return false
		}
	}
	return false
}

// changes reports whether a word of rise, fall or revision stands before the "from".
func (p preceding) changes() bool {
	from := slices.Index(p, "from")
	for _, w := range p[from+1:] {
		if _, ok := changeWords[w]; ok {
			return true
		}
		if slices.Contains(movingWords, w) {
			return true
		}
		if slices.Contains(spanningWords, w) {
			return false
		}
	}
	return false
}
