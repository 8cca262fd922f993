package main

import (
	"html"
	"path/filepath"
	"slices"
	"strings"

	"augury/internal/gazetteer"
	"augury/internal/ner"
	"augury/internal/segment"
)

// lists are the lists of names that are taken, by their kind in gazetteer.tsv. Its lists of
// countries, demonyms, regions and universities are not: the project's own gazetteer has
// the first three, and of the last the licence is not known.
var lists = []string{
	"HUMAN", "FIRST", "CITY", "CITYBIG", "COMPANY", "ETHNIC", "GOVORG", "INTORG", "LANG",
	"LEADER", "MILORG", "PARTY", "TERROR", "RELIG",
}

// readLists reads the lists of names.
func readLists(path string) (map[uint32]uint16, error) {
	const tooLong = 12 // words; such lines are no names
	table := map[uint32]uint16{}
	err := readLines(path, func(line string) {
		kind, name, _ := strings.Cut(line, "\t")
		list := slices.Index(lists, kind)
		if list < 0 {
			return
		}
		name = html.UnescapeString(name)
		var words []string
		for _, s := range gazetteer.Split(name) {
			words = append(words, gazetteer.Fold(s.In(name)))
		}
		if len(words) > 0 && len(words) < tooLong {
			ner.AddName(table, words, list)
		}
	})
	return table, err
}

// readClusters makes classes of words from all texts, whose annotation it does not use.
func readClusters(c config, public, gold []text) (map[uint32]uint16, error) {
	var sentences [][]string
	add := func(line string) {
		for _, s := range segment.Sentences(line) {
			var words []string
			for _, t := range segment.Tokens(s.In(line)) {
				words = append(words, clusterWord(t.In(s.In(line))))
			}
			sentences = append(sentences, words)
		}
	}
	raw, err := filepath.Glob(filepath.Join(c.ner, "raw-*.txt.gz"))
	if err != nil {
		return nil, err
	}
	texts, err := filepath.Glob(filepath.Join(c.texts, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, path := range append(raw, texts...) {
		if err := readLines(path, add); err != nil {
			return nil, err
		}
	}
	for _, set := range [][]text{public, gold} {
		for _, t := range set {
			for _, s := range t.sentences {
				var words []string
				for _, token := range s.Tokens {
					words = append(words, clusterWord(token.In(t.words)))
				}
				sentences = append(sentences, words)
			}
		}
	}
	return clustersOf(sentences), nil
}

// clusterWord is how a word is counted: figures all count alike.
func clusterWord(w string) string {
	if strings.IndexFunc(w, func(r rune) bool { return '0' <= r && r <= '9' }) < 0 {
		return w
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, w)
}
