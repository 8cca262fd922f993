package percent

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// preceding holds the words of a sentence before a number, in lower case, the nearest
// first. A figure is "0", a mark of punctuation "".
type preceding []string

// longestReach is how many words back a change is looked for that a "from" belongs to.
const longestReach = 20

// wordsBefore lists the words before byte i of text, as far back as matters.
func wordsBefore(text string, i int) preceding {
	var words preceding
	for i > 0 && len(words) < longestReach {
		trimmed := strings.TrimRightFunc(text[:i], func(r rune) bool {
			return unicode.IsSpace(r) || r == '"' || r == '“' || r == '~' || r == '(' || r == '-'
		})
		start := strings.LastIndexFunc(trimmed, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) + 1
		word := strings.ToLower(trimmed[start:])
		if word == "" {
			last, size := utf8.DecodeLastRuneInString(trimmed)
			if size == 0 || last == ';' {
				break
			}
			start = len(trimmed) - size
			if unicode.IsDigit(last) {
				start = len(strings.TrimRightFunc(trimmed, unicode.IsDigit))
				word = "0"
			}
		}
		words = append(words, word)
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
		if !boundingWords[w] {
			return false
		}
	}
	return false
}

// changes reports whether the nearest word that tells is one of rise, fall or revision,
// not of a span: "rose in the last 30 years from 3 to 5 percent", "ranged from 3 to 5".
func (p preceding) changes() bool {
	from := slices.Index(p, "from")
	for _, w := range p[from+1:] {
		if changeWords[w] != "" && growthWords[w] == "" {
			return true
		}
		if movingWords[w] {
			return true
		}
		if spanningWords[w] {
			return false
		}
	}
	return false
}
