package forecast

import (
	_ "embed"
	"fmt"
	"strings"
)

// wordSet is a set of word classes, one bit each.
type wordSet [2]uint64

const mostClasses = 128

// has reports whether the sets have a class in common.
func (s wordSet) has(other wordSet) bool { return s[0]&other[0]|s[1]&other[1] != 0 }

// with is the union of two sets.
func (s wordSet) with(other wordSet) wordSet { return wordSet{s[0] | other[0], s[1] | other[1]} }

// lexicon says what classes each word is in.
type lexicon struct {
	classes map[string]wordSet // the bit of each class, by its name
	words   map[string]wordSet
}

//go:embed lexicon.txt
var lexiconFile string

var vocabulary = mustParseLexicon(lexiconFile)

// class gives the set of the classes of these names. It panics where there is none of a
// name: the names are part of the program.
func (l *lexicon) class(names ...string) wordSet {
	var set wordSet
	for _, name := range names {
		bit, ok := l.classes[name]
		if !ok {
			panic(fmt.Sprintf("lexicon.txt has no class %s", name))
		}
		set = set.with(bit)
	}
	return set
}

// mustParseLexicon reads lexicon.txt. It panics on what is not in its form: the file is
// part of the program.
func mustParseLexicon(file string) *lexicon {
	l := &lexicon{classes: map[string]wordSet{}, words: map[string]wordSet{}}
	var class wordSet
	for line := range strings.Lines(file) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		if line[0] != ' ' {
			n := len(l.classes)
			if _, twice := l.classes[fields[0]]; twice || n == mostClasses {
				panic(fmt.Sprintf("lexicon.txt: class %s is there already, or is one too many", fields[0]))
			}
			class = wordSet{}
			class[n/64] = 1 << (n % 64)
			l.classes[fields[0]] = class
			fields = fields[1:]
		}
		for _, field := range fields {
			for _, word := range forms(field) {
				l.words[word] = l.words[word].with(class)
			}
		}
	}
	return l
}

// forms lists the words that an entry of the lexicon stands for: itself, or for "+stop"
// the forms of a verb. Irregular ones follow after colons: the past, then others.
func forms(entry string) []string {
	verb, ok := strings.CutPrefix(entry, "+")
	if !ok {
		return []string{entry}
	}
	given := strings.Split(verb, ":")
	base := given[0]
	all := append(given, third(base))
	if len(given) == 1 {
		all = append(all, past(base))
	}
	if !strings.HasSuffix(given[len(given)-1], "ing") {
		all = append(all, gerund(base))
	}
	return all
}

func third(base string) string {
	switch {
	case strings.HasSuffix(base, "y") && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeou"):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "x"):
		return base + "es"
	}
	return base + "s"
}

func past(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case strings.HasSuffix(base, "y") && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeou"):
		return base[:len(base)-1] + "ied"
	}
	return base + "ed"
}

func gerund(base string) string {
	if strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee") {
		return base[:len(base)-1] + "ing"
	}
	return base + "ing"
}
