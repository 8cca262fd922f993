package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of text that is not blank.
type line struct {
	Span           // without the white space around it
	runes     int  // its length in characters
	indent    int  // the white space before it, in bytes
	gap       bool // a blank line, a rule or the start of the text stands before it
	underline rune // '=' or '-' where the line under it is a row of these, else 0
	bullet    bool // the mark of a list item stands alone on the line before it
}

// readText finds the blocks of plain text by the look of its lines.
func readText(text string) page {
	return page{text: text, blocks: textBlocks(text, splitLines(text))}
}

// splitLines finds the lines of text that have words. A line ends at a line feed, carriage
// return, form feed or one of Unicode's separators; rows of dashes and the like are taken
// for blank lines.
func splitLines(text string) []line {
	var lines []line
	gap, marked := true, false
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		words := strings.TrimSpace(text[start:end])
		switch {
		case words == "":
			gap = true
		case !hasWords(words):
			if last := len(lines) - 1; last >= 0 && !gap && isUnderline(words) {
				lines[last].underline = rune(words[0])
			}
			gap, marked = true, bullet.MatchString(words) && utf8.RuneCountInString(words) == 1
		default:
			indent := strings.Index(text[start:end], words)
			span := Span{Start: start + indent, End: start + indent + len(words)}
			lines = append(lines, line{
				Span: span, runes: utf8.RuneCountInString(words), indent: indent, gap: gap, bullet: marked,
			})
			gap, marked = false, false
		}
		start = next
	}
	return lines
}

// lineEnd gives the end of the line that starts at start, and the start of the next.
func lineEnd(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		switch text[i] {
		case '\n', '\f', '\v':
			return i, i + 1
		case '\r':
			if strings.HasPrefix(text[i:], "\r\n") {
				return i, i + 2
			}
			return i, i + 1
		case 0xC2: // U+0085, next line
			if strings.HasPrefix(text[i:], "\u0085") {
				return i, i + 2
			}
		case 0xE2: // U+2028 and U+2029, line and paragraph separator
			if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(text), len(text)
}

// hasWords reports whether s has a letter or a digit.
func hasWords(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) >= 0
}

// isUnderline reports whether s is a row of three or more = or -.
func isUnderline(s string) bool {
	return len(s) >= 3 && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}

// textBlocks joins lines to paragraphs and list items.
func textBlocks(text string, lines []line) []Block {
	width := wrapWidth(text, lines)
	var blocks []Block
	var indents []int // of the list items that the current one stands under
	for i := 0; i < len(lines); {
		j := i + 1
		mark := listMark(lines[i].In(text))
		for j < len(lines) && !lines[j].gap && continues(text, lines[j-1], lines[j], width, mark > 0 || lines[i].bullet) {
			j++
		}
		b := Block{Span: Span{Start: lines[i].Start, End: lines[j-1].End}, Kind: Paragraph}
		switch {
		case lines[i].underline != 0 || j == i+1 && isNumberedHeading(lines[i].In(text)):
			b.Kind, b.Level = Heading, 2
		case mark > 0 || lines[i].bullet:
			for len(indents) > 0 && indents[len(indents)-1] >= lines[i].indent {
				indents = indents[:len(indents)-1]
			}
			indents = append(indents, lines[i].indent)
			b.Kind, b.Level = ListItem, len(indents)
			b.Start += mark
		case strings.Count(lines[i].In(text), "\t") > 1:
			b.Kind = TableRow
		default:
			indents = indents[:0]
		}
		blocks = append(blocks, b)
		i = j
	}
	return blocks
}

// wrapWidth gives the width in characters to which the lines of a text were broken by a
// typist or a program, or 0 where each line is a paragraph. In broken text most of the
// long lines that another line follows stop in the middle of a sentence.
func wrapWidth(text string, lines []line) int {
	var followed []line
	for i := 1; i < len(lines); i++ {
		if !lines[i].gap {
			followed = append(followed, lines[i-1])
		}
	}
	if len(followed) < 2 {
		return 0
	}
	lengths := make([]int, len(followed))
	for i, l := range followed {
		lengths[i] = l.runes
	}
	slices.Sort(lengths)
	width := lengths[(len(lengths)-1)*95/100] // a long address in a line does not count
	if width < 40 || width > 140 {
		return 0
	}
	long, open := 0, 0
	for _, l := range followed {
		if l.runes*10 < width*7 || l.runes > width {
			continue
		}
		long++
		if !endsSentence(l.In(text)) {
			open++
		}
	}
	if long*2 < len(followed) || open*2 < long {
		return 0
	}
	return width
}

// continues reports whether line b goes on with the block that line a is in.
func continues(text string, a, b line, width int, inItem bool) bool {
	before, after := a.In(text), b.In(text)
	if a.underline != 0 || b.underline != 0 || strings.Count(before, "\t") > 1 || strings.Count(after, "\t") > 1 {
		return false
	}
	ended := endsSentence(before)
	first, _, _ := strings.Cut(after, " ")
	fits := a.runes+1+utf8.RuneCountInString(first) <= width
	full := width > 0 && (a.runes+1+utf8.RuneCountInString(first))*5 > width*4
	if mark := listMark(after); mark > 0 {
		// A wrapped line may begin with a dash or a number by chance.
		return full && !ended && !inItem && !strings.HasSuffix(before, ":") && !bullet.MatchString(after)
	}
	if width > 0 && !inItem && b.indent >= a.indent+2 {
		return false // a paragraph that begins indented
	}
	if full && !(fits && ended) {
		return true
	}
	return !ended && !strings.HasSuffix(before, ":") && startsLower(after) && isWord(first) &&
		(inItem || !isKnownHeading(before))
}

// isWord reports whether s is of letters, but for marks at its end and within it.
func isWord(s string) bool {
	s = strings.TrimRight(s, ".,;:!?)”’\"'")
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’", r) }) < 0
}

// sentenceEnd matches the end of a sentence with what may follow it: quotes, brackets, the
// number of a footnote.
var sentenceEnd = regexp.MustCompile(`[.!?…]["'”’»)\]]*(?:\[\d+\]|\d{1,3})*["'”’»)]*$`)

// endsSentence reports whether s ends where a sentence may end.
func endsSentence(s string) bool { return sentenceEnd.MatchString(s[max(0, len(s)-40):]) }

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// mark matches the sign or number of a list item with the space after it.
var mark = regexp.MustCompile(`^(?:[•‣◦▪▫●○■□▸►➢➤∙·✓✔*][\s\x{A0}]*|[-–—.o][\s\x{A0}]+|\d{1,2}[.)][\s\x{A0}]+|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)[\s\x{A0}]+|[a-z][.)][\s\x{A0}]+|[ivx]{2,5}[.)][\s\x{A0}]+)`)

// bullet matches a sign that begins a list item and nothing else.
var bullet = regexp.MustCompile(`^[•‣◦▪▫●○■□▸►➢➤∙·✓✔*]`)

// listMark gives the length of the list mark that s begins with, 0 where there is none.
func listMark(s string) int {
	end := len(mark.FindString(s))
	if end == 0 || end == len(s) || strings.HasPrefix(s, "**") {
		return 0
	}
	return end
}

// numbered matches the number of a heading: "1. ", "2.1 ", "IV. ".
var numbered = regexp.MustCompile(`^(?:(\d{1,2}(?:\.\d{1,2})+)\.?|(\d{1,2})\.|[IVX]{1,5}\.)[\s\x{A0}]+\p{Lu}`)

// isNumberedHeading reports whether s is a heading with a number of two parts ("2.1
// Outlook"); one with a single number may be an item of a list.
func isNumberedHeading(s string) bool {
	m := numbered.FindStringSubmatch(s)
	return m != nil && m[1] != "" && looksLikeHeading(s)
}
