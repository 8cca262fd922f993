package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// looksLikeHeading reports whether the line s may be a heading by its look: short, without
// the mark that ends a sentence (but a headline may ask), beginning as a name does.
func looksLikeHeading(s string) bool {
	if len(s) > 400 || utf8.RuneCountInString(s) > 120 || len(strings.Fields(s)) > 16 {
		return false
	}
	if strings.ContainsAny(s, "=_@|\n\t") || strings.Contains(s, "://") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘([`))
	if !unicode.IsUpper(first) && !unicode.IsTitle(first) && !unicode.IsDigit(first) {
		return false
	}
	if _, known := headingRole(s); known {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’)]`))
	return !strings.ContainsRune(".;:,!…", last)
}

// isCapitals reports whether s has letters, and they are capitals.
func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// markHeadings makes headings of the paragraphs from index first on that look like it, and
// gives headings their levels: 1 is the title's, 2 that of the parts of a brief.
func markHeadings(text string, blocks []Block, first int) {
	capitals := false
	for i := first; i < len(blocks); i++ {
		b := &blocks[i]
		if b.Kind == Paragraph && i+1 < len(blocks) && looksLikeHeading(b.In(text)) {
			b.Kind = Heading
		}
		if b.Kind == Heading && isCapitals(b.In(text)) {
			capitals = true
		}
	}
	level, sub := 2, false
	_ = sub
	for i := first; i < len(blocks); i++ {
		b := &blocks[i]
		if b.Kind != Heading {
			continue
		}
		b.Level = level
		if capitals && !isCapitals(b.In(text)) {
			b.Level = 3
		}
	}
}
