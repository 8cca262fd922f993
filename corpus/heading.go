package corpus

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// looksLikeHeading reports whether words, of one line or two, may be a heading by their
// look: short, without the mark that ends a sentence, beginning as a name does.
func looksLikeHeading(words string) bool {
	if bare, colon := strings.CutSuffix(words, ":"); colon {
		return isKnownHeading(bare)
	}
	return looksLikeTitle(words) && len(strings.Fields(words)) <= 16 && utf8.RuneCountInString(words) <= 120
}

// isKnownHeading reports whether words have the look of a heading and say what stands under it.
func isKnownHeading(words string) bool {
	words = strings.TrimSuffix(words, ":")
	if len(words) > 120 || !looksLikeTitle(words) {
		return false
	}
	_, known := headingRole(words)
	return known
}

// looksLikeTitle is looksLikeHeading for a title, which may be longer.
func looksLikeTitle(words string) bool {
	if len(words) > 800 || utf8.RuneCountInString(words) > 250 || len(strings.Fields(words)) > 32 {
		return false
	}
	if strings.ContainsAny(words, "=_@|\t") || strings.Contains(words, "://") || strings.Count(words, "\n") > 2 {
		return false
	}
	if isCaption.MatchString(words) || strings.IndexFunc(words, unicode.IsLetter) < 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, `"'“‘([¿¡`))
	if !unicode.IsUpper(first) && !unicode.IsTitle(first) && !unicode.IsDigit(first) && !isUncased(first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, `"'”’)]`))
	return !strings.ContainsRune(".;:,…。", last) || abbreviationEnd.MatchString(words)
}

// isCaption matches lines that are short like headings but say something of a picture, a
// table or the brief itself.
var isCaption = regexp.MustCompile(`^(?i:(?:figure|fig\.|table|chart|exhibit|map|photo|image|graph)s?\s*(?:\d|:)|(?:sources?|notes?|photo|image|credit|caption|tags?|keywords?|jel codes?|tel|phone|e-?mail|contact|doi|issn|isbn|cite as|suggested citation|citation|page)(?::|\s+\d))`)

// abbreviationEnd matches a heading that ends with an abbreviation: "The view from the U.S."
var abbreviationEnd = regexp.MustCompile(`\b\p{Lu}\.\p{Lu}\.$`)

// isUncased reports whether r is a letter of a script without capitals.
func isUncased(r rune) bool {
	return unicode.IsLetter(r) && unicode.ToUpper(r) == r && unicode.ToLower(r) == r
}

// isCapitals reports whether s has letters, and they are capitals.
func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// markHeadings makes headings of those paragraphs from index first on that look like it:
// alone on their lines, followed by text, and neither items of a list without marks nor
// entries of a list of references. Then it gives headings their levels.
func markHeadings(text string, blocks []Block, first int) {
	looks := make([]bool, len(blocks))
	for i := first; i+1 < len(blocks); i++ {
		looks[i] = blocks[i].Kind == Paragraph && looksLikeHeading(blocks[i].In(text))
	}
	unlist(text, blocks[first:])
	references := false
	for i := first; i < len(blocks); {
		end := i + 1 // of a run of lines that look like headings, without a blank line
		for looks[i] && end < len(blocks) && looks[end] && !gapBetween(text, blocks[end-1], blocks[end]) {
			end++
		}
		list := isList(text, blocks, i, end)
		for ; i < end; i++ {
			b := &blocks[i]
			if !looks[i] && b.Kind != Heading {
				continue
			}
			role, known := headingRole(b.In(text))
			if known || !references && !list {
				b.Kind = Heading
			}
			if b.Kind == Heading && known {
				references = role == RoleReferences
			}
		}
	}
	setLevels(text, blocks[first:])
}

// chapter matches the number of a chapter before its heading, as of an item in a list.
var chapter = regexp.MustCompile(`^(\d{1,2})\.[\s\x{A0}]+$`)

// unlist makes headings of those list items that are headings with a number: "1.
// Introduction", with text that is no item below it, and numbered in order.
func unlist(text string, blocks []Block) {
	next := 1
	for i := 0; i+1 < len(blocks); i++ {
		b := &blocks[i]
		if b.Kind != ListItem {
			continue
		}
		start := strings.LastIndexAny(text[:b.Start], "\r\n\f\v") + 1
		m := chapter.FindStringSubmatch(text[start:b.Start])
		if m == nil || m[1] != strconv.Itoa(next) || !looksLikeHeading(b.In(text)) {
			continue
		}
		below := blocks[i+1]
		if below.Kind == ListItem && chapter.MatchString(text[strings.LastIndexAny(text[:below.Start], "\r\n\f\v")+1:below.Start]) {
			continue
		}
		b.Start, b.Kind = start, Heading
		next++
	}
}

// isList reports whether the blocks from index start to end, which look like headings, are
// items of a list that has no marks: after a colon, or three or more in a row with no known
// heading among them.
func isList(text string, blocks []Block, start, end int) bool {
	if start > 0 && strings.HasSuffix(blocks[start-1].In(text), ":") {
		return true
	}
	if end-start < 3 {
		return false
	}
	for _, b := range blocks[start:end] {
		if isKnownHeading(b.In(text)) {
			return false
		}
	}
	return true
}

// gapBetween reports whether a blank line stands between two blocks.
func gapBetween(text string, a, b Block) bool {
	ends := 0
	for at := a.End; at < b.Start; {
		end, next := lineEnd(text, at)
		if end >= b.Start {
			break
		}
		ends++
		at = next
	}
	return ends > 1
}

// setLevels gives headings their levels: 1 is the title's, 2 that of the parts of a brief.
// A number of two parts, small letters where other headings are in capitals, and a place
// right under another heading each mean a part of a part, until the next heading that is
// known to begin a part.
func setLevels(text string, blocks []Block) {
	capitals := false
	for _, b := range blocks {
		capitals = capitals || b.Kind == Heading && isCapitals(b.In(text))
	}
	under := 0      // the level of the headings that stand directly under another, 0 where none does
	parted := false // the part is one that horizons divide
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Heading {
			continue
		}
		words := b.In(text)
		role, known := headingRole(words)
		horizon := isHorizon(role)
		number := numbered.FindStringSubmatch(words)
		switch {
		case number != nil:
			b.Level = min(6, 2+strings.Count(number[1], "."))
			under = 0
		case known && !horizon && len(headingWords(words)) <= 3:
			b.Level, under = 2, 0
		case capitals:
			b.Level = 3
			if isCapitals(words) {
				b.Level = 2
			}
		case horizon && parted:
			b.Level = 3
		case known:
			b.Level, under = 2, 0
		case i > 0 && blocks[i-1].Kind == Heading:
			b.Level = min(6, blocks[i-1].Level+1)
			under = b.Level
		case under > 0:
			b.Level = under
		default:
			b.Level = 2
		}
		if known && !horizon || !known && b.Level == 2 {
			parted = role == RoleForecast || role == RoleRecommendations
		}
	}
}
