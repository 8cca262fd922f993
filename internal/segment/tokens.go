package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/span"
)

// Tokens cuts a block, or a sentence of one, into words, numbers and marks, in order. No
// token holds white space, no two overlap, and together they hold everything else.
func Tokens(text string) []span.Span {
	tokens := make([]span.Span, 0, len(text)/5+1)
	for at := skipBlank(text, 0); at < len(text); at = skipBlank(text, at) {
		end := chunkEnd(text, at)
		for at < end {
			next := tokenEnd(text, at, end)
			if cut := contraction(text[at:next]); cut > 0 {
				tokens = append(tokens, span.Span{Start: at, End: at + cut})
				at += cut
			}
			tokens = append(tokens, span.Span{Start: at, End: next})
			at = next
		}
	}
	return tokens
}

// chunkEnd returns the end of the run without white space that starts at at.
func chunkEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isBlank(r) {
			break
		}
		at += size
	}
	return at
}

// tokenEnd returns the end of the token that starts at at, in a chunk that ends at end.
func tokenEnd(text string, at, end int) int {
	if isAddress(text[at:end]) {
		return addressEnd(text, at, end)
	}
	r, size := utf8.DecodeRuneInString(text[at:end])
	if isWord(r) || leads(text, at, end) {
		return wordEnd(text, at+size, end)
	}
	next := at + size
	if strings.ContainsRune(".-*_=…—", r) { // "...", "--" and rules are one mark
		for next < end && strings.HasPrefix(text[next:end], text[at:at+size]) {
			next += size
		}
	}
	return next
}

// leads reports whether the mark at at belongs to the word behind it: the sign of a
// number, the apostrophe of "'90s" or "'re", the @ of a handle.
func leads(text string, at, end int) bool {
	r, size := utf8.DecodeRuneInString(text[at:end])
	if at+size == end {
		return false
	}
	next := firstRune(text[at+size : end])
	chunkStart := at == 0 || !isWord(lastRune(text[:at])) && !strings.ContainsRune("%°", lastRune(text[:at]))
	switch r {
	case '+', '-', '−', '.':
		return unicode.IsDigit(next) && chunkStart
	case '@':
		return unicode.IsLetter(next)
	case '\'', '’':
		return unicode.IsDigit(next) || clitics[strings.ToLower(letters(text[at+size:end]))]
	}
	return false
}

// clitics are words that begin with an apostrophe, without it.
var clitics = set("s", "m", "d", "re", "ve", "ll", "em", "til", "tis", "twas")

func letters(s string) string {
	for i, r := range s {
		if !isWord(r) {
			return s[:i]
		}
	}
	return s
}

// wordEnd returns the end of a word of which text[:at] is already taken.
func wordEnd(text string, at, end int) int {
	for at < end {
		r, size := utf8.DecodeRuneInString(text[at:end])
		if isWord(r) {
			at += size
			continue
		}
		before := lastRune(text[:at])
		var after rune
		if at+size < end {
			after = firstRune(text[at+size : end])
		}
		switch r {
		case '.':
			if unicode.IsLetter(after) && !glued(text, at, at+1) || unicode.IsDigit(after) && unicode.IsDigit(before) {
				at += size
				continue
			}
			if !keepsStop(text, at) {
				return at
			}
			at += size
			// What follows the stop of an abbreviation: "U.S.-led", "U.S.'s", never "No.5".
			if !unicode.IsLetter(after) && !strings.ContainsRune("-'’", after) {
				return at
			}
		case ',', ':':
			if !unicode.IsDigit(before) || !unicode.IsDigit(after) {
				return at
			}
			at += size
		case '-', '‐', '‑', '/', '&', '_', '@':
			if !isWord(after) {
				return at
			}
			at += size
		case '\'', '’':
			if !unicode.IsLetter(after) {
				return at
			}
			at += size
		case '$', '£', '€', '¥':
			// "US$5" is two tokens, "US$" and "5".
			if unicode.IsUpper(before) && unicode.IsDigit(after) {
				return at + size
			}
			return at
		default:
			return at
		}
	}
	return at
}

// keepsStop reports whether the full stop at stop is part of the word before it.
func keepsStop(text string, stop int) bool {
	if strings.HasPrefix(text[stop+1:], ".") {
		return false
	}
	kind := abbreviated(text, stop)
	next := skipBlank(text, stop+1)
	word := nextWord(text, next)
	switch {
	case kind == none:
		return false
	case kind == number:
		return isNumber(word)
	case kind == either && (stop == 1 || !unicode.IsLetter(lastRune(text[:stop-1])) && text[stop-2] != '.'):
		// A single letter: an initial where a name follows, else the end of a sentence.
		return next < len(text) && !opens(text, next, word)
	}
	return true
}

// contraction returns the length of the first part of a word that is made of two, as the
// Penn Treebank cuts them: "do|n't", "we|'ll", "China|'s", "can|not"; else 0.
func contraction(word string) int {
	if len(word) == len("cannot") && strings.EqualFold(word, "cannot") {
		return len("can")
	}
	at := strings.LastIndexAny(word, "'’")
	if at < 1 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(word[at:])
	switch strings.ToLower(word[at+size:]) {
	case "s", "m", "d", "re", "ve", "ll":
		return at
	case "t":
		if at > 1 && (word[at-1] == 'n' || word[at-1] == 'N') {
			return at - 1
		}
	}
	return 0
}

// isAddress reports whether a chunk starts with the address of a page.
func isAddress(s string) bool {
	if len(s) < 5 {
		return false
	}
	for _, scheme := range []string{"http://", "https://", "ftp://", "mailto:", "www."} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// addressEnd returns the end of the address at at: the chunk without the marks that close
// the sentence or the bracket around it.
func addressEnd(text string, at, end int) int {
	for end > at {
		r, size := utf8.DecodeLastRuneInString(text[at:end])
		if !strings.ContainsRune(".,;:!?…\"'”’)]}>»*_", r) {
			break
		}
		if r == ')' && strings.Contains(text[at:end], "(") {
			break
		}
		end -= size
	}
	return end
}

// isWord reports whether r is part of a word: a letter, a figure, an accent set as a
// character of its own, or a character without width such as the soft hyphen.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r) && !isBlank(r)
}
