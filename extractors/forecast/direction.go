package forecast

import (
	_ "embed"
	"slices"
	"strings"

	"augury/corpus"
)

//go:embed directions.txt
var directionsFile string

var (
	directionWords = mustParseLexicon(directionsFile)

	classLight     = directionWords.class("LIGHT")
	classVague     = directionWords.class("VAGUE")
	classVagueVerb = directionWords.class("VAGUEVERB")
	classNoChange  = directionWords.class("NOCHANGE")

	// directions gives what each class says, the first that fits.
	directions = []struct {
		class     wordSet
		direction corpus.Direction
	}{
		{directionWords.class("INCREASE"), corpus.Increase},
		{directionWords.class("DECREASE"), corpus.Decrease},
		{directionWords.class("BEGIN"), corpus.Begin},
		{directionWords.class("END"), corpus.End},
		{directionWords.class("CONTINUE"), corpus.Continue},
		{classNoChange, corpus.Steady},
	}
)

// nearby is how many words behind a verb are looked at for what says the direction.
const nearby = 8

// predicateWord is a word of a claim behind its cue.
type predicateWord struct {
	lower, tag string
	set        wordSet // of directions.txt
}

// predicate lists the words of a claim behind its cue, up to the end of its clause.
func predicate(doc *corpus.Document, clause, cue corpus.Span) []predicateWord {
	var words []predicateWord
	for _, t := range tokensIn(doc, corpus.Span{Start: cue.End, End: clause.End}) {
		lower := strings.ToLower(doc.Words(t.Span))
		words = append(words, predicateWord{lower, t.Tag, directionWords.words[lower]})
	}
	return words
}

// tokensIn gives the tokens that lie within a span: a view, not a copy.
func tokensIn(doc *corpus.Document, s corpus.Span) []corpus.Token {
	byStart := func(t corpus.Token, at int) int { return t.Start - at }
	first, _ := slices.BinarySearchFunc(doc.Tokens, s.Start, byStart)
	last, _ := slices.BinarySearchFunc(doc.Tokens, s.End, byStart)
	return doc.Tokens[first:max(first, last)]
}

// mainVerb is the index of the verb that the cue leads up to, -1 where there is none.
func mainVerb(words []predicateWord) int {
	for i, w := range words {
		switch {
		case w.lower == "," || w.lower == ";" || w.tag == "WDT" || w.tag == "WP":
			return -1
		case strings.HasPrefix(w.tag, "VB") && !(w.set.has(classLight) && followedByVerb(words, i)):
			return i
		}
	}
	return -1
}

// followedByVerb reports whether the word at i is an auxiliary: "have risen", "be cut".
func followedByVerb(words []predicateWord, i int) bool {
	switch words[i].lower {
	case "be", "been", "being", "have", "is", "are", "was", "were", "has", "had":
	default:
		return false
	}
	for i++; i < len(words) && strings.HasPrefix(words[i].tag, "RB"); i++ {
	}
	return i < len(words) && (words[i].tag == "VBN" || words[i].tag == "VBG" || words[i].tag == "VBD")
}

// direction reads the way things are to go off the predicate.
func direction(words []predicateWord) corpus.Direction {
	verb := mainVerb(words)
	if verb >= 0 && !words[verb].set.has(classLight) {
		found, ok := directionOf(words[verb].set)
		if !ok {
			return corpus.OtherDirection
		}
		if found == corpus.Continue || found == corpus.Begin {
			if inner, ok := complement(words[verb+1:]); ok {
				return inner
			}
		}
		return found
	}
	behind := words[verb+1 : min(len(words), verb+1+nearby)]
	for i, w := range behind {
		if w.lower == "to" {
			if found, ok := complement(behind[i:]); ok {
				return found // "the forecast was for growth to ease"
			}
		}
	}
	for _, w := range behind {
		if w.lower == "," || w.lower == ";" {
			break
		}
		if found, ok := directionOf(w.set); ok && w.tag != "IN" {
			return found
		}
	}
	return corpus.OtherDirection
}

// complement is the direction of a verb right behind one that says that it goes on or
// begins: "continue to rise", "start slowly falling".
func complement(words []predicateWord) (corpus.Direction, bool) {
	for _, w := range words {
		switch {
		case w.lower == "to", strings.HasPrefix(w.tag, "RB"):
		case w.tag == "VB", w.tag == "VBG":
			return directionOf(w.set)
		default:
			return "", false
		}
	}
	return "", false
}

func directionOf(set wordSet) (corpus.Direction, bool) {
	for _, d := range directions {
		if set.has(d.class) {
			return d.direction, true
		}
	}
	return "", false
}

// isVague reports whether the predicate names nothing that could be seen to happen: "will
// be important", "could pose a challenge".
func isVague(words []predicateWord) bool {
	verb := mainVerb(words)
	if verb < 0 {
		return false
	}
	set := words[verb].set
	switch {
	case set.has(classVagueVerb):
		return true
	case !set.has(classLight) && !set.has(classNoChange) && words[verb].lower != "play":
		return false
	}
	for _, w := range words[verb+1:] {
		switch {
		case w.set.has(classVague):
			return true
		case w.tag == "DT", w.tag == "PRP$", strings.HasPrefix(w.tag, "RB"), strings.HasPrefix(w.tag, "JJ"):
		default:
			return false
		}
	}
	return false
}
