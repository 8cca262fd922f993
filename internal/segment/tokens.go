package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/span"
)

// Tokens cuts a sentence into words, numbers and marks, in order. No token holds white
// space, no two overlap, and together they hold everything else.
//
// They are cut as in the Penn Treebank, on which the weights of internal/postag were
// trained: "do|n't", "China|'s", "can|not", "3.5|%", "$|1,200", "U.S.", "10-year". Words
// with hyphens are kept whole, also "2.4-per-cent" and "U.S.-led", because the weights know
// them so; a range with a hyphen, "3-5", is one number, one with a dash, "3–5", is three
// tokens. The addresses of pages and mailboxes are one token.
func Tokens(text string) []span.Span {
	tokens := make([]span.Span, 0, len(text)/5+1)
	at := skipBlank(text, 0)
	for at < len(text) {
		chunk := chunkEnd(text, at)
		for at < chunk {
			end := tokenEnd(text, at, chunk)
			if cut := contraction(text[at:end]); cut > 0 {
				tokens = append(tokens, span.Span{Start: at, End: at + cut})
				at += cut
			}
			tokens = append(tokens, span.Span{Start: at, End: end})
			at = end
		}
		at = skipBlank(text, at)
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

// tokenEnd returns the end of the token that starts at at, in a chunk that ends at chunk.
func tokenEnd(text string, at, chunk int) int {
	r, size := utf8.DecodeRuneInString(text[at:chunk])
	switch {
	case isAddress(text[at:chunk]):
		return addressEnd(text, at, chunk)
	case isSuperscript(r): // the number of a footnote; a power, "km²", is behind its word
		rest := text[at:chunk]
		return chunk - len(strings.TrimLeftFunc(rest, isSuperscript))
	case isWord(r), leads(text, at, chunk):
		return wordEnd(text, at+size, chunk)
	}
	end := at + size
	if strings.ContainsRune(".-—*_=…", r) { // "...", "--" and drawn lines are one mark
		for strings.HasPrefix(text[end:chunk], text[at:at+size]) {
			end += size
		}
	}
	return end
}

// leads reports whether the mark at at belongs to the word behind it: the sign or the
// point of a number, the apostrophe of "'90s" or "'re", the @ of a handle.
func leads(text string, at, chunk int) bool {
	r, size := utf8.DecodeRuneInString(text[at:chunk])
	rest := text[at+size : chunk]
	next := firstRune(rest)
	switch r {
	case '+', '-', '−', '.':
		before := lastRune(text[:at])
		return unicode.IsDigit(next) && (at == 0 || isBlank(before) || strings.ContainsRune("([$£€", before))
	case '@':
		return unicode.IsLetter(next)
	case '\'', '’':
		word := rest[:len(rest)-len(strings.TrimLeftFunc(rest, isWord))]
		return unicode.IsDigit(next) || clitics[strings.ToLower(word)]
	}
	return false
}

// clitics are words that begin with an apostrophe, without it.
var clitics = set("s", "m", "d", "re", "ve", "ll", "em", "til", "tis", "twas")

// wordEnd returns the end of a word that text[:at] ends with the first character of.
func wordEnd(text string, at, chunk int) int {
	for at < chunk {
		r, size := utf8.DecodeRuneInString(text[at:chunk])
		if isWord(r) {
			at += size
			continue
		}
		before, after := lastRune(text[:at]), firstRune(text[at+size:chunk])
		switch {
		case r == '.' && isPointInside(text, at, before, after):
		case r == '.' && keepsStop(text, at):
			// Behind the stop of an abbreviation a word goes on in "U.S.-led" and "U.S.'s".
			rest := text[at+size : chunk]
			if after != '-' && !strings.HasPrefix(rest, "'s") && !strings.HasPrefix(rest, "’s") {
				return at + size
			}
		case joins(r, before, after) && !isPair(before, text[at:chunk]):
		case strings.ContainsRune("$£€¥", r) && unicode.IsUpper(before) && unicode.IsDigit(after):
			return at + size // "US$5" is two tokens
		default:
			return at
		}
		at += size
	}
	return at
}

// joins reports whether the mark r binds the characters before and after it into a word.
func joins(r, before, after rune) bool {
	switch r {
	case ',', ':':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '-', '‐', '‑', '/', '&', '_', '@':
		return isWord(after)
	case '\'', '’':
		return unicode.IsLetter(after)
	}
	return false
}

// isPointInside reports whether a full stop is inside a number, an initialism or an
// address, not behind a word.
func isPointInside(text string, stop int, before, after rune) bool {
	if unicode.IsDigit(after) {
		return unicode.IsDigit(before)
	}
	return unicode.IsLetter(after) && !isGlued(text, stop, stop+1)
}

// isPair reports whether rest starts with a stroke between two names, "Chad/Niger", not
// with one in a word: "and/or", "km/h", "N/A".
func isPair(before rune, rest string) bool {
	name, found := strings.CutPrefix(rest, "/")
	first, size := utf8.DecodeRuneInString(name)
	return found && unicode.IsLetter(before) && unicode.IsUpper(first) && unicode.IsLetter(firstRune(name[size:]))
}

// keepsStop reports whether the full stop at stop is part of the word before it.
func keepsStop(text string, stop int) bool {
	if strings.HasPrefix(text[stop+1:], ".") {
		return false
	}
	next := skipBlank(text, stop+1)
	word := nextWord(text, next)
	switch kindOf(text, stop) {
	case notShort:
		return false
	case number:
		return isNumber(word.In(text))
	case initial:
		return next < len(text) && !isOpener(text, word)
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
func isAddress(chunk string) bool {
	for _, scheme := range []string{"http://", "https://", "ftp://", "mailto:", "www."} {
		if len(chunk) > len(scheme) && strings.EqualFold(chunk[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// addressEnd returns the end of the address at at: the chunk without the marks that close
// the sentence or the bracket around it.
func addressEnd(text string, at, chunk int) int {
	end := chunk
	unopened := strings.Count(text[at:end], ")") - strings.Count(text[at:end], "(")
	for {
		r, size := utf8.DecodeLastRuneInString(text[at:end])
		if !isCloser(r) && !strings.ContainsRune(".,;:!?…>", r) {
			return end
		}
		if r == ')' {
			if unopened <= 0 {
				return end
			}
			unopened--
		}
		end -= size
	}
}

// isWord reports whether r is part of a word: a letter, a figure, an accent set as a
// character of its own, or a character without width such as the soft hyphen.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r) && !isBlank(r)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
