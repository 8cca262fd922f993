// Package segment cuts a block of English text into sentences and tokens.
//
// Both are spans of the text that was given: nothing is rewritten, joined or dropped, so
// that an offset always leads back to the very bytes. A block is a paragraph, a heading or
// a list item; single line breaks inside it are white space.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/span"
)

// Sentences cuts a block into sentences, in order. They start and end with something other
// than white space, do not overlap, and leave nothing but white space between them. A
// blank line ends a sentence, a single line break does not. Quotation marks, brackets,
// citations ("[12]") and the numbers of footnotes that stand behind the final mark belong
// to the sentence.
func Sentences(text string) []span.Span {
	var sentences []span.Span
	start := skipBlank(text, 0)
	for at := start; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == '\n' && blankLine(text, at) {
			sentences = append(sentences, span.Span{Start: start, End: trimBlank(text, start, at)})
			start = skipBlank(text, at)
			at = start
			continue
		}
		if !isFinal(r) {
			at += size
			continue
		}
		marks := finalMarks(text, at)
		end := trailing(text, at, marks)
		if ends(text, start, at, marks, end) {
			sentences = append(sentences, span.Span{Start: start, End: end})
			start = skipBlank(text, end)
			end = start
		}
		at = end
	}
	if start < len(text) {
		sentences = append(sentences, span.Span{Start: start, End: trimBlank(text, start, len(text))})
	}
	return sentences
}

// ends decides whether the sentence that begins at start ends with the final marks
// text[stop:marks], behind which closing marks and citations reach to end.
func ends(text string, start, stop, marks, end int) bool {
	next := skipBlank(text, end)
	if next == len(text) {
		return true
	}
	if next == end {
		return glued(text, stop, end)
	}
	word := nextWord(text, next)
	first, _ := utf8.DecodeRuneInString(text[next:])
	if strings.ContainsRune(",;:)]}", first) || startsLower(word) {
		return false
	}
	if text[stop:marks] != "." {
		return !isEllipsis(text[stop:marks]) || endsEllipsis(text, stop, end, word)
	}
	if isMarker(text[start:stop]) {
		return false
	}
	if end > marks && text[marks] != '\'' && !strings.HasPrefix(text[marks:], "’") {
		return true // an abbreviation would hardly be closed by a bracket or a quotation mark
	}
	switch abbreviated(text, stop) {
	case title:
		return false
	case number:
		return !isNumber(word)
	case either:
		return opens(text, next, word)
	}
	return true
}

// endsEllipsis decides whether three dots end a sentence. Those that stand for left-out
// words inside a sentence are the commoner, so that it takes an opener behind them.
func endsEllipsis(text string, stop, end int, word string) bool {
	if stop > 0 && (text[stop-1] == '[' || text[stop-1] == '(') {
		return false
	}
	return openers[word] || end < len(text) && end > stop && isQuote(lastRune(text[:end]))
}

// abbreviated says what the word before the full stop at stop is short for.
func abbreviated(text string, stop int) abbreviation {
	from := stop
	dotted := false
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if r == '.' && from < stop {
			dotted = true
		} else if !unicode.IsLetter(r) {
			break
		}
		from -= size
	}
	word := text[from:stop]
	if kind, found := abbreviations[word]; found {
		return kind
	}
	if dotted && initialism(word) {
		return either
	}
	if r, size := utf8.DecodeRuneInString(word); size > 0 && size == len(word) && unicode.IsUpper(r) {
		return either // an initial
	}
	return none
}

// initialism reports whether a word with stops inside is made of parts as short as those
// of "U.S", "a.m" and "Ph.D", unlike "example.org".
func initialism(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		if n := utf8.RuneCountInString(part); n < 1 || n > 2 {
			return false
		}
	}
	return true
}

// opens reports whether the word at next starts a sentence after an abbreviation.
func opens(text string, next int, word string) bool {
	if !openers[word] {
		return false
	}
	// "J. A. Smith": the A is an initial as well.
	after := strings.Index(text[next:], word) + next + len(word)
	return len(word) > 1 || after == len(text) || text[after] != '.'
}

// glued reports whether a sentence ends although no white space follows: "in 2008.The" is
// left alone, but "crisis.But" are two sentences whose space was lost. The word before
// must be in lower case and stand free, unlike a part of an address.
func glued(text string, stop, end int) bool {
	from := stop
	for from > 0 && 'a' <= text[from-1] && text[from-1] <= 'z' {
		from--
	}
	if stop-from < 3 || from > 0 && !strings.ContainsRune(" \n\t-(\"'", rune(text[from-1])) {
		return false
	}
	first, size := utf8.DecodeRuneInString(text[end:])
	if !unicode.IsUpper(first) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(text[end+size:])
	return unicode.IsLower(second) || end+size == len(text) || isBlank(second)
}

// finalMarks returns where the run of final marks that starts at stop ends. "?!", "..." and
// the spaced ". . ." are runs.
func finalMarks(text string, stop int) int {
	at := stop
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isFinal(r) {
			at += size
			continue
		}
		if strings.HasPrefix(text[at:], " .") && text[at-1] == '.' && !strings.HasPrefix(text[at+2:], "0") {
			if at+2 < len(text) && isDigit(text[at+2]) {
				break // a figure without its nought: "fell. .5"
			}
			at += 2
			continue
		}
		break
	}
	return at
}

// trailing returns the end of what belongs to a sentence behind its final marks
// text[stop:at]: closing quotation marks and brackets, citations and footnote numbers.
func trailing(text string, stop, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case isCloser(r), isSuperscript(r):
			at += size
		case r == '[' || r == ' ' && strings.HasPrefix(text[at+1:], "["):
			end := citation(text, at)
			if end == at {
				return at
			}
			at = end
		case '0' <= r && r <= '9':
			return footnote(text, stop, at)
		default:
			return at
		}
	}
	return at
}

// citation returns the end of a numbered citation in square brackets at at, a space before
// it included, or at where there is none.
func citation(text string, at int) int {
	open := at + strings.IndexByte(text[at:], '[')
	end := open + 1
	for end < len(text) && (isDigit(text[end]) || strings.IndexByte(",- ", text[end]) >= 0) {
		end++
	}
	if end == open+1 || end == len(text) || text[end] != ']' {
		return at
	}
	return end + 1
}

// footnote returns the end of a footnote's number that is set right behind a final mark,
// "per cent.12 For", or at where the figures are something else.
func footnote(text string, stop, at int) int {
	if stop == 0 || abbreviated(text, stop) != none {
		return at
	}
	if before := lastRune(text[:stop]); !unicode.IsLower(before) && !isCloser(before) && before != '%' {
		return at
	}
	end := at
	for end < len(text) && (isDigit(text[end]) || text[end] == ',' && end+1 < len(text) && isDigit(text[end+1])) {
		end++
	}
	if end-at > 7 || end < len(text) && !isBlank(firstRune(text[end:])) {
		return at
	}
	if startsLower(nextWord(text, skipBlank(text, end))) {
		return at
	}
	return end
}

// isMarker reports whether what stands before a full stop numbers a list: "1", "iv", "B".
func isMarker(s string) bool {
	s = strings.Trim(s, "()[]")
	if s == "" || len(s) > 4 {
		return false
	}
	if len(s) == 1 && unicode.IsLetter(rune(s[0])) {
		return true
	}
	return len(s) <= 2 && strings.Trim(s, "0123456789") == "" || strings.Trim(s, "ivx") == ""
}

// isNumber reports whether a word starts with a figure or is a Roman numeral.
func isNumber(word string) bool {
	if word == "" {
		return false
	}
	return isDigit(word[0]) || strings.Trim(word, "IVXLC") == ""
}

// nextWord returns the letters and digits from at on, after opening marks.
func nextWord(text string, at int) string {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || isBlank(r) {
			break
		}
		at += size
	}
	end := at
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += size
	}
	return text[at:end]
}

func startsLower(word string) bool { return unicode.IsLower(firstRune(word)) }

func isEllipsis(marks string) bool {
	return strings.HasPrefix(marks, "..") || strings.HasPrefix(marks, "…") || strings.HasPrefix(marks, ". .")
}

// blankLine reports whether the line break at at is followed by a line of white space.
func blankLine(text string, at int) bool {
	for at++; at < len(text); at++ {
		switch text[at] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return false
}

func skipBlank(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isBlank(r) {
			break
		}
		at += size
	}
	return at
}

func trimBlank(text string, start, end int) int {
	for end > start {
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if !isBlank(r) {
			break
		}
		end -= size
	}
	return end
}

// isBlank reports whether r is white space: Unicode's, and the characters without width
// that only mark where a line may break or a file begins.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func isFinal(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

func isCloser(r rune) bool { return strings.ContainsRune("\"'”’)]}»*_", r) }

func isQuote(r rune) bool { return strings.ContainsRune("\"'“”‘’«»", r) }

func isSuperscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || '⁰' <= r && r <= '⁹'
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
