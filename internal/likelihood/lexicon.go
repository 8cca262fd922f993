package likelihood

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Lexicon is a table of wordings and their classes. It is never changed once it is made.
type Lexicon struct {
	terms map[string][]term // by first word
	added map[string]bool   // the wordings that are not of terms.tsv, or that override it
	hash  string
}

// term is a wording and its class.
type term struct {
	words []string
	class string
}

// Classes lists the classes that a wording may have, the surest first.
var Classes = []string{"almost_certain", "very_likely", "likely", "even", "unlikely", "very_unlikely", "remote", "possible"}

// LexiconError says what is wrong with a line of a lexicon file.
type LexiconError struct {
	File   string
	Line   int // from 1
	Reason string
}

// Error names the file, the line and the reason.
func (e *LexiconError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

// mostBytes is the size of the largest lexicon that is read.
const mostBytes = 1 << 20

// ReadLexicon reads a table in the form of terms.tsv, a class, a tab and a wording a line,
// and gives the built-in terms with those of the table: new ones, and other classes for old
// ones. File is its name in errors, which are LexiconErrors where a line is at fault.
func ReadLexicon(file string, r io.Reader) (*Lexicon, error) {
	text, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read lexicon %s: %w", file, err)
	}
	if len(text) > mostBytes {
		return nil, fmt.Errorf("read lexicon %s: it is larger than %d bytes", file, mostBytes)
	}
	own, err := parseTerms(file, strings.TrimPrefix(string(text), "\ufeff"))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	l := &Lexicon{terms: map[string][]term{}, added: map[string]bool{}, hash: hex.EncodeToString(sum[:4])}
	for _, t := range own {
		l.terms[t.words[0]] = append(l.terms[t.words[0]], t)
		l.added[strings.Join(t.words, " ")] = true
	}
	for first, builtin := range Builtin.terms {
		for _, t := range builtin {
			if !l.added[strings.Join(t.words, " ")] {
				l.terms[first] = append(l.terms[first], t)
			}
		}
	}
	return l, nil
}

// Hash is the beginning of the SHA-256 of the file that the lexicon was read from, in hex;
// "" for the built-in one.
func (l *Lexicon) Hash() string { return l.hash }

// parseTerms reads the lines of a table of terms.
func parseTerms(file, text string) ([]term, error) {
	var terms []term
	seen := map[string]bool{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fault := func(format string, args ...any) error {
			return &LexiconError{file, number, fmt.Sprintf(format, args...)}
		}
		class, wording, ok := strings.Cut(line, "\t")
		words := strings.Fields(strings.ToLower(wording))
		switch {
		case !ok || len(words) == 0:
			return nil, fault("want a class, a tab and a wording")
		case !slices.Contains(Classes, class):
			return nil, fault("%q is no class; want one of %s", class, strings.Join(Classes, ", "))
		case words[0] == "not":
			return nil, fault("%q: \"not\" before a wording turns its class round by itself", wording)
		case seen[strings.Join(words, " ")]:
			return nil, fault("%q is there already", wording)
		}
		seen[strings.Join(words, " ")] = true
		terms = append(terms, term{words, class})
	}
	return terms, nil
}

// mustParseTerms reads terms.tsv. It panics on a line that is no row: the file is part of
// the program.
func mustParseTerms(file string) *Lexicon {
	terms, err := parseTerms("terms.tsv", file)
	if err != nil {
		panic(err)
	}
	l := &Lexicon{terms: map[string][]term{}}
	for _, t := range terms {
		l.terms[t.words[0]] = append(l.terms[t.words[0]], t)
	}
	return l
}

// Class gives the class of a wording and reports whether there is one. The wording is a
// term, one with "not" before it, or a probability in figures ("60 percent chance").
func (l *Lexicon) Class(words string) (class string, ok bool) {
	fields := strings.Fields(strings.ToLower(words))
	class, n := l.Match(fields)
	return class, n > 0 && n == len(fields)
}

// Match gives the class of the longest wording that the words begin with, and how many
// of them it takes: 0 where they begin with none. Words are in lower case, a percent sign
// either a word of its own or the end of a figure's.
func (l *Lexicon) Match(words []string) (class string, n int) {
	if len(words) == 0 {
		return "", 0
	}
	if class, n := l.matchNegated(words); n > 0 {
		return class, n
	}
	if class, n := matchFigure(words); n > 0 {
		return class, n
	}
	return l.matchTerm(words)
}

// MatchAdded is Match for the wordings that the lexicon's file gave alone.
func (l *Lexicon) MatchAdded(words []string) (class string, n int) {
	class, n = l.Match(words)
	if n == 0 {
		return "", 0
	}
	for first := range n {
		if l.added[strings.Join(words[first:n], " ")] {
			return class, n
		}
	}
	return "", 0
}

func (l *Lexicon) matchTerm(words []string) (class string, n int) {
	for _, t := range l.terms[words[0]] {
		if len(t.words) > n && len(t.words) <= len(words) && slices.Equal(t.words, words[:len(t.words)]) {
			class, n = t.class, len(t.words)
		}
	}
	return class, n
}

// negations says what class "not" makes of a class. One that is not listed has no
// opposite: "not almost certain" says nothing.
var negations = map[string]string{
	"likely":        "unlikely",
	"very_likely":   "unlikely",
	"unlikely":      "likely",
	"very_unlikely": "likely",
}

// intensifiers may stand between "not" and a term without being a part of it.
var intensifiers = []string{"at", "all", "especially", "particularly", "so", "that", "too"}

func (l *Lexicon) matchNegated(words []string) (class string, n int) {
	if words[0] != "not" {
		return "", 0
	}
	i := 1
	for i < len(words) && slices.Contains(intensifiers, words[i]) {
		i++
	}
	if i == len(words) {
		return "", 0
	}
	class, n = l.matchTerm(words[i:])
	if n == 0 || negations[class] == "" {
		return "", 0
	}
	return negations[class], i + n
}

// chances are the nouns that make a figure a probability.
var chances = []string{"chance", "chances", "likelihood", "odds", "probability"}

// matchFigure reads "60 % chance", "60 to 70 percent probability", "one in three chance".
// Of a range its middle counts.
func matchFigure(words []string) (class string, n int) {
	low, high, n := figures(words)
	if n == 0 || n == len(words) || !slices.Contains(chances, words[n]) {
		return "", 0
	}
	return ClassOf((low + high) / 2), n + 1
}
