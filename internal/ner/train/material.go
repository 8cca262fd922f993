package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"augury/internal/gazetteer"
	"augury/internal/ner"
	"augury/internal/postag"
)

// material is all that training reads, with the features of each text.
type material struct {
	names             *gazetteer.Gazetteer
	clusters, lists   map[uint32]uint16
	gold, own, public []*sample
	politics, web     []*sample // the development sets
	keys              []uint32  // the features that have weights, ascending
	base              *crf      // what the public corpora taught
}

// sample is a text with its features.
type sample struct {
	text
	doc    *ner.Document
	chains []sequence
	hashes [][][]uint32 // the features of each piece of each chain, until they are numbered
}

// read reads the data and computes the features.
func read(c config) (*material, error) {
	m := &material{names: gazetteer.New()}
	gold, err := readGold(c.gold)
	if err != nil {
		return nil, err
	}
	own, err := examples()
	if err != nil {
		return nil, err
	}
	public, politics, web, err := readCorpora(c.ner)
	if err != nil {
		return nil, err
	}
	if m.lists, err = readLists(filepath.Join(c.ner, "gazetteer.tsv.gz")); err != nil {
		return nil, err
	}
	if m.clusters, err = readClusters(c, public, gold); err != nil {
		return nil, err
	}
	lexicon := ner.NewLexicon(m.names, hashTable(m.clusters), hashTable(m.lists))
	m.gold, m.own, m.public = m.samples(gold, lexicon), m.samples(own, lexicon), m.samples(public, lexicon)
	m.number()
	m.politics, m.web = m.samples(politics, lexicon), m.samples(web, lexicon)
	return m, nil
}

// readCorpora reads the public corpora, those that train and those that are kept apart.
func readCorpora(dir string) (public, politics, web []text, err error) {
	tagger, err := postag.Load()
	if err != nil {
		return nil, nil, nil, err
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.conll.gz"))
	if err != nil {
		return nil, nil, nil, err
	}
	for _, path := range paths { // in the order of their names
		texts, err := readColumns(path, tagger)
		if err != nil {
			return nil, nil, nil, err
		}
		switch strings.TrimSuffix(filepath.Base(path), ".conll.gz") {
		case "dev-politics":
			politics = texts
		case "dev-web":
			web = texts
		default:
			public = append(public, texts...)
		}
	}
	return public, politics, web, nil
}

func hashTable(values map[uint32]uint16) *ner.HashTable {
	table := ner.NewHashTable(len(values))
	for _, key := range slices.Sorted(maps.Keys(values)) {
		table.Put(key, values[key])
	}
	return table
}

// samples computes the features of texts and the paths that their annotation leaves open.
func (m *material) samples(texts []text, lexicon *ner.Lexicon) []*sample {
	samples := make([]*sample, len(texts))
	for i, t := range texts {
		s := &sample{text: t, doc: lexicon.Read(t.words, t.sentences)}
		notes := annotate(m.names, t)
		for _, chain := range s.doc.Chains() {
			s.chains = append(s.chains, sequence{allowed: notes.allowed(chain.Pieces), weight: 1})
			s.hashes = append(s.hashes, chain.Features)
		}
		samples[i] = s
	}
	return samples
}

// seenAtLeast is how often a feature must be seen to have weights.
const seenAtLeast = 2

// number gives each feature that is seen often enough a row of weights.
func (m *material) number() {
	sets := [][]*sample{m.gold, m.own, m.public}
	counts := map[uint32]int32{}
	for _, set := range sets {
		for _, s := range set {
			for _, chain := range s.hashes {
				for _, piece := range chain {
					for _, h := range piece {
						counts[h]++
					}
				}
			}
		}
	}
	for h, n := range counts {
		if n >= seenAtLeast {
			m.keys = append(m.keys, h)
		}
	}
	slices.Sort(m.keys)
	numbers := make(map[uint32]int32, len(m.keys))
	for i, h := range m.keys {
		numbers[h] = int32(i)
	}
	for _, set := range sets {
		for _, s := range set {
			for i, chain := range s.hashes {
				s.chains[i].features = rows(chain, numbers)
			}
			s.hashes = nil
		}
	}
}

// rows gives for each piece of a chain the numbers of its features.
func rows(chain [][]uint32, numbers map[uint32]int32) [][]int32 {
	all := make([][]int32, len(chain))
	for k, piece := range chain {
		for _, h := range piece {
			if number, known := numbers[h]; known {
				all[k] = append(all[k], number)
			}
		}
	}
	return all
}
