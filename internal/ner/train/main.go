// Train learns the weights of internal/ner and writes them to model.bin.
//
//	go run ./internal/ner/train -gold ../shared/gold -ner ../shared/ner -out internal/ner/model.bin
//
// With -folds it writes nothing and prints how well such a model does on documents that it
// has not seen. The same data give the same bytes, whatever the number of cores.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"augury/eval"
	"augury/internal/gazetteer"
	"augury/internal/ner"
	"augury/internal/postag"
)

type config struct {
	gold, ner, texts, out, cache string
	folds                        int
	only                         int
	errors                       bool
	public                       float64
	repeat                       int
	cut                          int
	largest                      float64
	skipDev, verbose             bool
	sources                      string
	options
	second          options
	noSecond        bool
	keep, preEpochs int
	open            string
}

func main() {
	var c config
	flag.StringVar(&c.gold, "gold", "../shared/gold", "folder of gold files")
	flag.StringVar(&c.ner, "ner", "../shared/ner", "folder of the public corpora and raw text")
	flag.StringVar(&c.texts, "texts", "../shared/texts", "folder of raw texts of the domain")
	flag.StringVar(&c.out, "out", "", "file to write the model to")
	flag.StringVar(&c.cache, "cache", "", "file to keep the lexicon in between experiments")
	flag.IntVar(&c.folds, "folds", 0, "cross-validate in so many folds")
	flag.IntVar(&c.only, "only", 0, "only the first so many folds")
	flag.BoolVar(&c.errors, "errors", false, "print what was missed and wrongly found")
	flag.Float64Var(&c.public, "public", 0.3, "weight of the public corpora, 0 for none")
	flag.IntVar(&c.repeat, "repeat", 1, "how often the gold is seen for each time the rest is")
	flag.IntVar(&c.cut, "cut", 2, "least number of times that a feature is seen")
	flag.Float64Var(&c.largest, "largest", 4, "largest weight, in nats")
	flag.StringVar(&c.sources, "sources", "redocred,crossner,gum,grobid,wikigold,wnut17,btc,sec", "public corpora, by the start of their names")
	flag.IntVar(&c.epochs, "epochs", 10, "passes over the data")
	flag.Float64Var(&c.rate, "rate", 0.1, "rate of learning")
	flag.Float64Var(&c.drop, "drop", 0.3, "share of features left out while training")
	flag.Float64Var(&c.decay, "decay", 1e-4, "decay of weights")
	flag.Uint64Var(&c.seed, "seed", 1, "of the order and of what is left out")
	flag.BoolVar(&c.skipDev, "skipdev", false, "leave the development sets out")
	flag.BoolVar(&c.noSecond, "nosecond", false, "without the second layer")
	flag.IntVar(&c.keep, "keep", 0, "see every so manieth public text again with the gold, 0 for none")
	flag.IntVar(&c.preEpochs, "pre", 6, "passes over the public corpora")
	flag.StringVar(&c.open, "open", "INITIATIVE,EVENT,NORP", "labels that public corpora leave open")
	flag.IntVar(&c.second.epochs, "epochs2", 8, "passes of the second layer")
	flag.Float64Var(&c.second.rate, "rate2", 0.05, "rate of the second layer")
	flag.Float64Var(&c.second.drop, "drop2", 0.1, "drop of the second layer")
	flag.Parse()
	c.second.seed, c.second.decay = c.seed, 1e-3
	if err := run(c); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// material is all that training reads.
type material struct {
	names         *gazetteer.Gazetteer
	clusters      map[uint32]uint16
	lists         map[uint32]uint16
	gold, public  []*sample
	politics, web []*sample
	features      map[uint32]int32
	base          *crf
	keys          []uint32
}

// sample is a text with its features.
type sample struct {
	text
	doc    *ner.Document
	chains []sequence
	hashes [][][]uint32
	pieces int
}

func run(c config) error {
	start := time.Now()
	m, err := read(c)
	if err != nil {
		return err
	}
	pieces, total := 0, 0
	for _, s := range m.gold {
		pieces += s.pieces
	}
	for _, s := range m.public {
		total += s.pieces
	}
	fmt.Fprintf(os.Stderr, "%d gold texts, %d pieces in chains; %d public, %d; %d features; %.0f s\n",
		len(m.gold), pieces, len(m.public), total, len(m.keys), time.Since(start).Seconds())
	m.pretrain(c)
	fmt.Fprintf(os.Stderr, "pretrained after %.0f s\n", time.Since(start).Seconds())
	if c.folds > 0 {
		crossValidate(m, c)
	}
	if c.folds == 0 || !c.skipDev {
		packed := trainModel(m, c, m.gold)
		model, err := ner.Unpack(packed, m.names)
		if err != nil {
			return err
		}
		for _, set := range []struct {
			name    string
			samples []*sample
		}{{"dev-politics", m.politics}, {"dev-web", m.web}} {
			s := scores{}
			for _, x := range set.samples {
				gold, got := threeLabels(x.mentions), threeLabels(found(model, x.doc))
				s.add(gold, got)
				if c.errors {
					y := *x
					y.mentions = gold
					var b strings.Builder
					list(&b, &y, got)
					fmt.Print(b.String())
				}
			}
			fmt.Printf("%s: F1 %.4f (PERSON %.3f ORG %.3f LOC %.3f)\n", set.name, s.sum("PERSON", "ORG", "LOC").F1(), s["PERSON"].F1(), s["ORG"].F1(), s["LOC"].F1())
		}
		fmt.Printf("%d bytes\n", len(packed))
		if c.out != "" {
			if err := os.WriteFile(c.out, packed, 0o644); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%.0f s\n", time.Since(start).Seconds())
	return nil
}

func crossValidate(m *material, c config) {
	folds := c.folds
	if c.only > 0 {
		folds = c.only
	}
	results := make([]scores, folds)
	var wait sync.WaitGroup
	gate := make(chan bool, 2)
	listings := make([]strings.Builder, folds)
	for fold := range folds {
		wait.Add(1)
		go func() {
			defer wait.Done()
			gate <- true
			defer func() { <-gate }()
			var in, out []*sample
			for _, s := range m.gold {
				if eval.Fold(s.name, c.folds) == fold {
					out = append(out, s)
				} else {
					in = append(in, s)
				}
			}
			model, err := ner.Unpack(trainModel(m, c, in), m.names)
			if err != nil {
				panic(err)
			}
			results[fold] = scores{}
			for _, s := range out {
				got := found(model, s.doc)
				results[fold].add(s.mentions, got)
				if c.errors {
					list(&listings[fold], s, got)
				}
			}
		}()
	}
	wait.Wait()
	all := scores{}
	for fold, s := range results {
		fmt.Print(listings[fold].String())
		fmt.Fprintf(os.Stderr, "fold %d: %s\n", fold, s.line())
		all.plus(s)
	}
	all.table(os.Stdout)
	fmt.Println(all.line())
}

// list prints what differs.
func list(b *strings.Builder, s *sample, got []mention) {
	for _, m := range s.mentions {
		if !slices.Contains(got, m) {
			near := ""
			for _, g := range got {
				if g.Overlaps(m.Span) {
					near += fmt.Sprintf(" [%s %s]", g.label, g.In(s.words))
				}
			}
			fmt.Fprintf(b, "MISS\t%s\t%s\t%s\t%s\t%s\n", s.name, m.label, m.In(s.words), near, context(s, m))
		}
	}
	for _, m := range got {
		if slices.Contains(s.mentions, m) {
			continue
		}
		overlap := slices.ContainsFunc(s.mentions, func(g mention) bool { return g.Overlaps(m.Span) })
		if !overlap {
			fmt.Fprintf(b, "FALSE\t%s\t%s\t%s\t\t%s\n", s.name, m.label, m.In(s.words), context(s, m))
		}
	}
}

func context(s *sample, m mention) string {
	return strings.ReplaceAll(s.words[max(0, m.Start-40):min(len(s.words), m.End+30)], "\n", " ")
}

// read reads the data and computes the features.
func read(c config) (*material, error) {
	m := &material{names: gazetteer.New()}
	gold, err := readGold(c.gold)
	if err != nil {
		return nil, err
	}
	tagger, err := postag.Load()
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(c.ner, "*.conll.gz"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	var public, politics, web []text
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".conll.gz")
		texts, err := readColumns(path, tagger)
		if err != nil {
			return nil, err
		}
		switch name {
		case "dev-politics":
			politics = texts
		case "dev-web":
			web = texts
		default:
			for _, wanted := range strings.Split(c.sources, ",") {
				if wanted != "" && strings.HasPrefix(name, wanted) {
					public = append(public, texts...)
				}
			}
		}
	}
	if err := m.readLexicon(c, public, gold); err != nil {
		return nil, err
	}
	if c.public == 0 {
		public = nil
	}
	clusters, lists := ner.NewHashTable(len(m.clusters)), ner.NewHashTable(len(m.lists))
	for _, k := range slices.Sorted(maps.Keys(m.clusters)) {
		clusters.Put(k, m.clusters[k])
	}
	for _, k := range slices.Sorted(maps.Keys(m.lists)) {
		lists.Put(k, m.lists[k])
	}
	lexicon := ner.NewLexicon(m.names, clusters, lists)
	lost := 0
	m.gold = m.samples(gold, lexicon, true, &lost)
	fmt.Fprintf(os.Stderr, "%d gold mentions that no path has\n", lost)
	m.public = m.samples(public, lexicon, true, new(int))
	m.politics, m.web = m.samples(politics, lexicon, false, new(int)), m.samples(web, lexicon, false, new(int))
	m.number(c.cut)
	return m, nil
}

// number gives each feature that is seen often enough a row of weights.
func (m *material) number(cut int) {
	counts := map[uint32]int32{}
	for _, set := range [][]*sample{m.gold, m.public} {
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
		if int(n) >= cut {
			m.keys = append(m.keys, h)
		}
	}
	slices.Sort(m.keys)
	m.features = make(map[uint32]int32, len(m.keys))
	for i, h := range m.keys {
		m.features[h] = int32(i)
	}
	for _, set := range [][]*sample{m.gold, m.public} {
		for _, s := range set {
			for n, chain := range s.hashes {
				s.chains[n].features = m.rows(chain)
			}
			s.hashes = nil
		}
	}
}

func (m *material) rows(chain [][]uint32) [][]int32 {
	rows := make([][]int32, len(chain))
	for k, piece := range chain {
		for _, h := range piece {
			if id, ok := m.features[h]; ok {
				rows[k] = append(rows[k], id)
			}
		}
	}
	return rows
}

func (m *material) samples(texts []text, lexicon *ner.Lexicon, train bool, lost *int) []*sample {
	samples := make([]*sample, len(texts))
	for i, t := range texts {
		s := &sample{text: t, doc: lexicon.Read(t.words, t.sentences)}
		samples[i] = s
		if !train {
			continue
		}
		notes := annotate(m.names, t)
		for _, chain := range s.doc.Chains() {
			s.chains = append(s.chains, sequence{allowed: notes.allowed(chain.Pieces), weight: t.rules.weight})
			s.hashes = append(s.hashes, chain.Features)
			s.pieces += len(chain.Pieces)
		}
		*lost += notes.lost()
	}
	return samples
}
