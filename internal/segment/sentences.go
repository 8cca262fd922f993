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
// blank line ends a sentence, a single line break does not. Quotation marks and brackets
// that close behind the final mark belong to the sentence, and so do citations ("[12]")
// and the numbers of footnotes.
func Sentences(text string) []span.Span {
	var sentences []span.Span
	start := skipBlank(text, 0)
	at := start
	for at < len(text) {
		stop := nextStop(text, at)
		if stop == len(text) {
			break
		}
		if text[stop] == '\n' {
			at = stop + 1
			if isBlankLine(text[at:]) {
				sentences = append(sentences, trimmed(text, start, stop))
				start = skipBlank(text, at)
				at = start
			}
			continue
		}
		marks := marksEnd(text, stop)
		at = closed(text, stop, marks)
		if ends(text, start, stop, marks, at) {
			sentences = append(sentences, span.Span{Start: start, End: at})
			start = skipBlank(text, at)
			at = start
		}
	}
	if start < len(text) {
		sentences = append(sentences, trimmed(text, start, len(text)))
	}
	return sentences
}

const ellipsis = "…"

// nextStop returns where the next final mark or line break is, from at on, or the end of
// the text.
func nextStop(text string, at int) int {
	for ; at < len(text); at++ {
		switch text[at] {
		case '.', '!', '?', '\n':
			return at
		case ellipsis[0]:
			if strings.HasPrefix(text[at:], ellipsis) {
				return at
			}
		}
	}
	return at
}

// marksEnd returns where the run of final marks that starts at stop ends. "?!", "..." and
// the spaced ". . ." are runs.
func marksEnd(text string, stop int) int {
	at := stop
	for at < len(text) {
		switch {
		case text[at] == '.' || text[at] == '!' || text[at] == '?':
			at++
		case strings.HasPrefix(text[at:], ellipsis):
			at += len(ellipsis)
		case strings.HasPrefix(text[at:], " .") && text[at-1] == '.':
			at += 2
		default:
			return at
		}
	}
	return at
}

// closed returns where a sentence ends whose final marks are text[stop:at]: behind closing
// quotation marks and brackets, citations, and a footnote's number.
func closed(text string, stop, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isCloser(r) || isSuperscript(r) {
			at += size
			continue
		}
		end := citationEnd(text, at)
		if end == at {
			return footnoteEnd(text, stop, at)
		}
		at = end
	}
	return at
}

// citationEnd returns the end of a citation by number at at, "[12]" or " [3, 4]", or at
// where there is none.
func citationEnd(text string, at int) int {
	inside := at
	if text[inside] == ' ' {
		inside++
	}
	if !strings.HasPrefix(text[inside:], "[") {
		return at
	}
	inside++
	end := inside
	for end < len(text) && (isDigit(text[end]) || text[end] == ',' || text[end] == '-' || text[end] == ' ') {
		end++
	}
	if end == inside || end == len(text) || text[end] != ']' {
		return at
	}
	return end + 1
}

// footnoteEnd returns the end of a footnote's number at at, or at where there is none. It
// stands right behind the final mark, "per cent.12 For", or, where a page was copied as
// text, after a space and before a sentence opener: "per cent. 12 In".
func footnoteEnd(text string, stop, at int) int {
	spaced := text[at] == ' '
	end := at
	if spaced {
		end++
	}
	first := end
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	if end == first || end-first > 3 {
		return at
	}
	next := skipBlank(text, end)
	if next == end && end < len(text) {
		return at
	}
	word := nextWord(text, next).In(text)
	if spaced {
		if openers[word] {
			return end
		}
		return at
	}
	before := lastRune(text[:stop])
	if !unicode.IsLower(before) && !isCloser(before) && before != '%' || kindOf(text, stop) != notShort || startsLower(word) {
		return at // "3.12", "No.5", "v.2 of"
	}
	return end
}

// ends decides whether the sentence that begins at start ends with the final marks
// text[stop:marks] and what closes behind them, up to end.
func ends(text string, start, stop, marks, end int) bool {
	next := skipBlank(text, end)
	if next == len(text) {
		return true
	}
	if next == end {
		return isGlued(text, stop, end)
	}
	if strings.IndexByte(",;:)]}", text[next]) >= 0 {
		return false
	}
	word := nextWord(text, next)
	if startsLower(word.In(text)) {
		return false
	}
	run := text[stop:marks]
	if isEllipsis(run) {
		return endsOmission(text, stop, run, word.In(text))
	}
	if run != "." {
		return true
	}
	if isMarker(text[start:stop]) {
		return false
	}
	switch kindOf(text, stop) {
	case title:
		return false
	case number:
		return !isNumber(word.In(text))
	case either, initial:
		return isOpener(text, word)
	}
	return true
}

// isGlued reports whether a sentence ends although no white space follows, because it was
// lost: "crisis.But". The word before must be in lower case, or else a sentence opener must
// follow, "Syria.The", and white space must stand before it, unlike a part of an address.
func isGlued(text string, stop, end int) bool {
	from := stop
	for from > 0 && 'a' <= text[from-1] && text[from-1] <= 'z' {
		from--
	}
	if stop-from < 3 || text[from:stop] == "www" {
		return false
	}
	if from > 0 && 'A' <= text[from-1] && text[from-1] <= 'Z' && isOpener(text, nextWord(text, end)) {
		from--
	}
	if from > 0 && !isBlank(lastRune(text[:from])) {
		return false
	}
	first, size := utf8.DecodeRuneInString(text[end:])
	second, _ := utf8.DecodeRuneInString(text[end+size:])
	return unicode.IsUpper(first) && (unicode.IsLower(second) || isBlank(second) || end+size == len(text))
}

func isEllipsis(marks string) bool {
	return strings.HasPrefix(marks, "..") || strings.HasPrefix(marks, ". .") || strings.HasPrefix(marks, ellipsis)
}

// endsOmission decides whether an ellipsis ends a sentence. One that stands for words left
// out inside a sentence is the commoner, so that it takes a fourth dot or an opener.
func endsOmission(text string, stop int, run, next string) bool {
	if stop > 0 && (text[stop-1] == '[' || text[stop-1] == '(') {
		return false
	}
	return strings.Count(run, ".") > 3 || strings.ContainsAny(run, "!?") || openers[next]
}

// isMarker reports whether what stands between the start of a sentence and a full stop
// numbers a list, a heading or a picture: "1", "2.1", "iv", "B", "Figure 3".
func isMarker(s string) bool {
	if len(s) > 16 {
		return false
	}
	if word, rest, found := strings.Cut(s, " "); found && captions[word] {
		s = rest
	}
	s = strings.Trim(s, "()")
	switch {
	case len(s) < 2:
		return s != ""
	case strings.Trim(s, "0123456789") == "":
		return len(s) < 4 // else a year
	}
	return strings.Trim(s, ".0123456789") == "" || strings.Trim(s, "ivx") == "" || strings.Trim(s, "IVX") == ""
}

// isOpener reports whether a word starts a sentence after an abbreviation. A letter with a
// stop of its own does not: "J. A. Smith".
func isOpener(text string, word span.Span) bool {
	if !openers[word.In(text)] {
		return false
	}
	return word.Len() > 1 || word.End == len(text) || text[word.End] != '.'
}

// kindOf says what the word before the full stop at stop is short for, if anything.
func kindOf(text string, stop int) abbreviation {
	const longest = 24 // bytes of a word that may be short for another
	from := stop
	for from > 0 && stop-from < longest {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !unicode.IsLetter(r) && (r != '.' || from == stop) {
			break
		}
		from -= size
	}
	word := text[from:stop]
	if word == "" {
		return notShort
	}
	if kind := abbreviations[word]; kind != notShort {
		return kind
	}
	if kind := abbreviations[word[:1]+strings.ToLower(word[1:])]; kind != notShort && word == strings.ToUpper(word) && len(word) > 1 {
		return kind
	}
	if strings.Contains(word, ".") && isInitialism(word) {
		return either
	}
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) && !lettered[lastWord(text[:from])] {
		return initial
	}
	return notShort
}

// isInitialism reports whether a word with stops inside is made of parts as short as those
// of "U.S", "a.m" and "Ph.D", unlike "example.org".
func isInitialism(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		if n := utf8.RuneCountInString(part); n < 1 || n > 2 {
			return false
		}
	}
	return true
}

// isNumber reports whether a word starts with a figure or is a Roman numeral.
func isNumber(word string) bool {
	return word != "" && (isDigit(word[0]) || strings.Trim(word, "IVXLC") == "")
}

// nextWord returns the letters and figures that follow at, after a few marks and blanks;
// an empty span where there are none.
func nextWord(text string, at int) span.Span {
	const farthest = 16 // bytes, so that a text of marks alone costs no more than its length
	start := at
	for start < len(text) && start-at < farthest {
		r, size := utf8.DecodeRuneInString(text[start:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		start += size
	}
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += size
	}
	return span.Span{Start: start, End: end}
}

// lastWord returns the letters that a text ends with, white space aside.
func lastWord(text string) string {
	text = strings.TrimRightFunc(text, isBlank)
	return text[len(strings.TrimRightFunc(text, unicode.IsLetter)):]
}

func startsLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// isBlankLine reports whether a text starts with a line of white space.
func isBlankLine(text string) bool {
	for i := range len(text) {
		switch text[i] {
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

// trimmed is the span from start, where no white space is, without the white space at end.
func trimmed(text string, start, end int) span.Span {
	return span.Span{Start: start, End: start + len(strings.TrimRightFunc(text[start:end], isBlank))}
}

// isBlank reports whether r is white space: Unicode's, and the characters without width
// that mark where a line may break, which way the text runs, or where a file begins.
func isBlank(r rune) bool {
	switch {
	case r == '\u200b', r == '\u200e', r == '\u200f', r == '\ufeff':
		return true
	case '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
		return true
	}
	return unicode.IsSpace(r)
}

func isCloser(r rune) bool { return strings.ContainsRune("\"'”’)]}»*_", r) }

func isSuperscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || '⁰' <= r && r <= '⁹'
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
