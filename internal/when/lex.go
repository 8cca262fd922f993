package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	letters kind = iota
	digits
	mark
)

// atom is a run of letters, a run of digits, or one other character that is no space.
// They are smaller than tokens: "mid-2025" and "2014/15" are three each.
type atom struct {
	start, end int
	kind       kind
	word       string // in lower case
	capital    bool
	spaced     bool // whether white space stands before it
}

func lex(text string) []atom {
	var atoms []atom
	spaced := false
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(c) {
			spaced = true
			i += size
			continue
		}
		end := i + size
		k := kindOf(c)
		for k != mark && end < len(text) {
			next, size := utf8.DecodeRuneInString(text[end:])
			if kindOf(next) != k {
				break
			}
			end += size
		}
		atoms = append(atoms, atom{i, end, k, strings.ToLower(text[i:end]), unicode.IsUpper(c), spaced})
		spaced = false
		i = end
	}
	return atoms
}

func kindOf(c rune) kind {
	switch {
	case unicode.IsLetter(c):
		return letters
	case '0' <= c && c <= '9':
		return digits
	}
	return mark
}

// word gives the atom at i in lower case, "" outside the text.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.atoms) {
		return ""
	}
	return r.atoms[i].word
}

// tight reports whether the atom at i follows the one before without white space.
func (r *reader) tight(i int) bool {
	return i > 0 && i < len(r.atoms) && !r.atoms[i].spaced
}

func (r *reader) capital(i int) bool {
	return i >= 0 && i < len(r.atoms) && r.atoms[i].capital
}

func (r *reader) is(i int, k kind) bool {
	return i >= 0 && i < len(r.atoms) && r.atoms[i].kind == k
}
