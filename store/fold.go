package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldVersion must change whenever fold gives another result for any name: stored names
// are then folded anew.
const foldVersion = 1

// fold writes a name as names are compared: without regard to case, accents, the shape of
// apostrophes and dashes, and the length of white space. "" is no name.
func fold(name string) string {
	var folded strings.Builder
	folded.Grow(len(name))
	space := false
	// In compatibility forms full-width letters and ligatures are plain, and accents are
	// marks of their own.
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case r >= utf8.RuneSelf && unicode.In(r, unicode.Mn, unicode.Cf):
			continue
		}
		if space && folded.Len() > 0 {
			folded.WriteByte(' ')
		}
		space = false
		switch r = foldCase(r); {
		case r == 'ß':
			folded.WriteString("ss")
		case strings.ContainsRune("’‘ʼ′`", r):
			folded.WriteByte('\'')
		case unicode.Is(unicode.Pd, r):
			folded.WriteByte('-')
		default:
			folded.WriteRune(r)
		}
	}
	return folded.String()
}

// foldCase gives one and the same letter for all that differ in case alone.
func foldCase(r rune) rune {
	first := r
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		first = min(first, other)
	}
	return unicode.ToLower(unicode.ToUpper(first)) // the first may be a mark, of a Greek iota
}

// letters is a folded name without anything but its letters and digits.
func letters(folded string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, folded)
}
