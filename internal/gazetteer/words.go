package gazetteer

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"augury/internal/span"
)

// Split cuts a name, or a token of a text, into the words that names are compared by:
// at white space, at dashes and slashes between words, before a possessive "'s". A comma is
// a word of its own. "9/11" and other figures with a slash stay whole.
func Split(text string) []span.Span {
	words := make([]span.Span, 0, 4)
	start := -1 // of the word that the loop is in
	for i, r := range text {
		ends, begins := false, start < 0
		switch {
		case unicode.IsSpace(r), isDash(r), r == '/' && !figures(text, i):
			ends, begins = true, false
		case r == ',', (r == '\'' || r == '’') && possessive(text[i:]):
			ends, begins = true, true
		case start >= 0 && text[start] == ',':
			ends, begins = true, true
		}
		if ends && start >= 0 {
			words = append(words, span.Span{Start: start, End: i})
			start = -1
		}
		if begins {
			start = i
		}
	}
	if start >= 0 {
		words = append(words, span.Span{Start: start, End: len(text)})
	}
	return words
}

// Fold writes a word as names are compared: with straight apostrophes and without accents.
func Fold(word string) string {
	if isASCII(word) {
		return word
	}
	folded := make([]rune, 0, len(word))
	for _, r := range norm.NFD.String(word) {
		switch {
		case r == '’':
			folded = append(folded, '\'')
		case !unicode.Is(unicode.Mn, r):
			folded = append(folded, r)
		}
	}
	return string(folded)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isDash(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '—':
		return true
	}
	return false
}

// figures reports whether the slash at i stands between two figures.
func figures(text string, i int) bool {
	return i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// possessive reports whether text, which starts with an apostrophe, goes on with the "s"
// that ends a word.
func possessive(text string) bool {
	_, size := utf8.DecodeRuneInString(text)
	rest := text[size:]
	if rest == "" || rest[0] != 's' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	return len(rest) == 1 || !unicode.IsLetter(next)
}

// capitalised writes a word with a capital at its start.
func capitalised(word string) string {
	if word == "" || word[0] < 'a' || word[0] > 'z' {
		return word
	}
	return string(word[0]-'a'+'A') + word[1:]
}

// lines gives the lines of a table that hold data: no comments, no blank lines.
func lines(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// rows cuts a table into its rows of a number of fields, without the header. The slice is
// that of the row before. It panics where a row has another number of fields.
func rows(file string, fields int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		row := make([]string, 0, fields)
		header := true
		for line := range lines(file) {
			if header {
				header = false
				continue
			}
			row = row[:0]
			for field, rest, more := "", line, true; more; {
				field, rest, more = strings.Cut(rest, "\t")
				row = append(row, field)
			}
			if len(row) != fields {
				panic(fmt.Sprintf("gazetteer: row %q: want %d fields", line, fields))
			}
			if !yield(row) {
				return
			}
		}
	}
}

// hasLine reports whether a sorted list of words, one a line, has the word: by bisection, as
// a map of so many would have to be built whenever the program starts.
func hasLine(list, word string) bool {
	low, high := 0, len(list) // the start of a line, and the end of one
	for low < high {
		start := low + strings.LastIndexByte(list[low:low+(high-low)/2], '\n') + 1
		end := high
		if n := strings.IndexByte(list[start:high], '\n'); n >= 0 {
			end = start + n
		}
		switch c := strings.Compare(list[start:end], word); {
		case c == 0:
			return true
		case c < 0:
			low = end + 1
		default:
			high = start
		}
	}
	return false
}
