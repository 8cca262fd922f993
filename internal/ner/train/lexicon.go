package main

import (
	"encoding/gob"
	"html"
	"os"
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

// readLexicon makes the clusters and the lists.
func (m *material) readLexicon(c config, public, gold []text) error {
	m.lists = map[uint32]uint16{}
	err := readLines(filepath.Join(c.ner, "gazetteer.tsv.gz"), func(line string) {
		kind, name, _ := strings.Cut(line, "\t")
		list := slices.Index(lists, kind)
		if list < 0 {
			return
		}
		var words []string
		for _, s := range gazetteer.Split(html.UnescapeString(name)) {
			words = append(words, gazetteer.Fold(s.In(html.UnescapeString(name))))
		}
		if len(words) > 0 && len(words) < 12 {
			ner.AddName(m.lists, words, list)
		}
	})
	if err != nil {
		return err
	}
	if c.cache != "" {
		if file, err := os.Open(c.cache); err == nil {
			defer file.Close()
			return gob.NewDecoder(file).Decode(&m.clusters)
		}
	}
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
		return err
	}
	texts, err := filepath.Glob(filepath.Join(c.texts, "*.txt"))
	if err != nil {
		return err
	}
	for _, path := range append(raw, texts...) {
		if err := readLines(path, add); err != nil {
			return err
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
	m.clusters = clustersOf(sentences)
	if c.cache != "" {
		file, err := os.Create(c.cache)
		if err != nil {
			return err
		}
		defer file.Close()
		return gob.NewEncoder(file).Encode(m.clusters)
	}
	return nil
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
