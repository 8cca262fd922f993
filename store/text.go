package store

import (
	"fmt"
	"strings"
	"unicode"
)

// parseText turns what a person searches for into a query of FTS5: words, "phrases" and
// beginnings*, all of which must occur. Every term is quoted, so that nothing in it can be
// an operator of FTS5; a hyphen makes a phrase of its parts. "" gives "".
func parseText(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	fault := func(format string, args ...any) (string, error) {
		return "", &FilterError{"text", fmt.Sprintf(format, args...)}
	}
	// SQLite ends a query at a NUL.
	rest := strings.NewReplacer("“", `"`, "”", `"`, "\x00", " ").Replace(text)
	var terms []string
	for {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			break
		}
		var words string
		if phrase, quoted := strings.CutPrefix(rest, `"`); quoted {
			var closed bool
			if words, rest, closed = strings.Cut(phrase, `"`); !closed {
				return fault(`the quotation mark before "%s" has no partner`, words)
			}
		} else {
			words, rest = cutWord(rest)
		}
		beginning := strings.HasPrefix(rest, "*")
		if beginning {
			rest = rest[1:]
		}
		if strings.IndexFunc(words, isWordRune) < 0 {
			return fault("there is no letter or digit in %q", words)
		}
		if strings.HasPrefix(rest, "*") || beginning && rest != "" && !endsWord(rune(rest[0])) {
			return fault(`"*" can only stand at the end of a word`)
		}
		term := `"` + words + `"`
		if beginning {
			term += "*"
		}
		terms = append(terms, term)
	}
	if len(terms) == 0 {
		return fault("there is no word to search for")
	}
	return strings.Join(terms, " AND "), nil
}

// cutWord cuts text before the first white space, quotation mark or star.
func cutWord(text string) (word, rest string) {
	for i, r := range text {
		if r == '*' || endsWord(r) {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

func endsWord(r rune) bool { return r == '"' || unicode.IsSpace(r) }

// isWordRune reports whether FTS5's tokenizer takes the character into words.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
