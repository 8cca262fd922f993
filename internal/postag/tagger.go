// Package postag gives words their parts of speech, as the Penn Treebank names them.
//
// It runs the averaged perceptron of prose v2 with prose's own trained weights, over our
// own tokens (https://github.com/jdkato/prose). prose ported it from Matthew Honnibal's
// tagger: "A Good Part-of-Speech Tagger in about 200 Lines of Python", 2013.
package postag

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
)

// Tagger holds a trained model. It is safe for use by several goroutines at once.
type Tagger struct {
	classes []string         // tags by number, in the model's order
	hashes  []uint64         // of the tags
	known   map[string]uint8 // words that nearly always have one tag, and their classes
	learnt  []uint8          // the classes that the perceptron chooses from
	noun    uint8            // the class NN
	weights *table           // packed weights by feature
}

// template is a kind of feature: what of a word's surroundings is looked at.
type template uint64

const (
	bias template = iota
	suffix
	firstByte
	word
	tag1
	tag2
	tags12
	tag1Word
	word1
	suffix1
	word2
	nextWord1
	nextSuffix1
	nextWord2
)

// templates are the kinds of features by the names that the model has for them. There "i"
// is the word that is to be tagged, "i-1" the one before it, and so on.
var templates = []struct {
	name     string
	template template
}{
	{"bias", bias},
	{"i suffix ", suffix},
	{"i pref1 ", firstByte},
	{"i word ", word},
	{"i-1 tag ", tag1},
	{"i-2 tag ", tag2},
	{"i tag+i-2 tag ", tags12}, // the model's name; it means the tags of i-1 and i-2
	{"i-1 tag+i word ", tag1Word},
	{"i-1 word ", word1},
	{"i-1 suffix ", suffix1},
	{"i-2 word ", word2},
	{"i+1 word ", nextWord1},
	{"i+1 suffix ", nextSuffix1},
	{"i+2 word ", nextWord2},
}

// Load reads prose's model. That takes some 50 ms, most of it to unpack the weights, so
// that one Tagger should serve the whole run. An error means that the prose module is not
// the one that this package was written for.
func Load() (*Tagger, error) {
	t := &Tagger{}
	if err := t.loadClasses(); err != nil {
		return nil, err
	}
	numbers := make(map[string]uint8, len(t.classes))
	for i, class := range t.classes {
		numbers[class] = uint8(i)
		t.hashes = append(t.hashes, hash(class))
	}
	t.noun = numbers["NN"]
	if err := t.loadKnown(numbers); err != nil {
		return nil, err
	}
	if err := t.loadWeights(numbers); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *Tagger) loadClasses() error {
	r, n, err := openModel("classes.gob")
	if err != nil {
		return err
	}
	for range n {
		t.classes = append(t.classes, string(r.bytes()))
	}
	if r.err == nil && n > 1<<classBits {
		return fmt.Errorf("load classes: %d of them, want at most %d", n, 1<<classBits)
	}
	return broken("classes", r.err)
}

func (t *Tagger) loadKnown(numbers map[string]uint8) error {
	r, n, err := openModel("tags.gob")
	if err != nil {
		return err
	}
	t.known = make(map[string]uint8, n)
	for range n {
		word := string(r.bytes())
		class, found := numbers[string(r.bytes())]
		if !found {
			return fmt.Errorf("load words: the tag of %q is no class", word)
		}
		t.known[word] = class
	}
	return broken("words", r.err)
}

func (t *Tagger) loadWeights(numbers map[string]uint8) error {
	r, n, err := openModel("weights.gob")
	if err != nil {
		return err
	}
	const weightsPerFeature = 4 // 3.6 in the model
	t.weights = newTable(n, weightsPerFeature*n)
	var row []int32
	for range n {
		feature := r.bytes()
		key, found := featureKey(feature)
		if !found {
			return fmt.Errorf("load weights: feature %q is of no known kind", feature)
		}
		row = row[:0]
		for range r.length() {
			class, found := numbers[string(r.bytes())]
			if !found {
				return fmt.Errorf("load weights: feature %q votes for what is no class", feature)
			}
			row = append(row, pack(r.float(), class))
		}
		t.weights.add(key, row)
	}
	// The bias has a weight for every class that training had to choose from. Where two
	// classes score the same, the one that comes first here wins.
	for _, packed := range t.weights.row(biasKey) {
		class, _ := unpack(packed)
		t.learnt = append(t.learnt, class)
	}
	if r.err == nil && len(t.learnt) == 0 {
		return errors.New("load weights: no class to choose from")
	}
	return broken("weights", r.err)
}

// broken wraps what stopped the reading of a part of the model, if anything did.
func broken(part string, err error) error {
	if err != nil {
		return fmt.Errorf("load %s: %w", part, err)
	}
	return nil
}

// A packed weight has the class in its lowest bits and the weight above, in thousandths, to
// which prose's training rounds them. Sums of whole numbers are the same in any order.
const classBits = 6

func pack(weight float64, class uint8) int32 {
	return int32(math.Round(weight*1000))<<classBits | int32(class)
}

func unpack(packed int32) (class uint8, weight int32) {
	return uint8(packed & (1<<classBits - 1)), packed >> classBits
}

var biasKey = mix(uint64(bias), 0)

// featureKey hashes a feature, as the model writes it, to the key that classify looks for.
func featureKey(feature []byte) (key uint64, found bool) {
	for _, t := range templates {
		value, found := bytes.CutPrefix(feature, []byte(t.name))
		if !found {
			continue
		}
		switch t.template {
		case bias:
			return biasKey, true
		case tags12, tag1Word:
			first, second, _ := bytes.Cut(value, []byte(" "))
			return mix(mix(uint64(t.template), hash(first)), hash(second)), true
		}
		return mix(uint64(t.template), hash(value)), true
	}
	return 0, false
}

// neighbour is what the features look at of a word in the context, as hashes.
type neighbour struct {
	word   uint64 // normalised
	suffix uint64 // its last three bytes
}

func newNeighbour(normal string) neighbour {
	return neighbour{hash(normal), hash(tail(normal))}
}

func tail(s string) string { return s[max(0, len(s)-3):] }

// The words that the model saw before and after every sentence.
var (
	before1, before2 = newNeighbour("-START-"), newNeighbour("-START2-")
	after1, after2   = newNeighbour("-END-"), newNeighbour("-END2-")
)

// Tag gives the words of one sentence their tags, one for each. The words are cut as
// internal/segment does it; an empty word has an empty tag.
func (t *Tagger) Tag(words []string) []string {
	penn := asPenn(words)
	context := make([]neighbour, 0, len(words)+4)
	// As the model has it: -START2- is the one beside the first word.
	context = append(context, before1, before2)
	for _, word := range penn {
		context = append(context, newNeighbour(normalise(word)))
	}
	context = append(context, after1, after2)

	tags := make([]string, len(words))
	previous, beforeThat := before1.word, before2.word
	for i, word := range penn {
		if word == "" {
			continue
		}
		class := t.classify(word, context[i:i+5], previous, beforeThat)
		tags[i] = t.classes[class]
		beforeThat, previous = previous, t.hashes[class]
	}
	return tags
}

// classify chooses the class of a word. The context has the word in its middle; previous
// and beforeThat are the hashes of the two tags before.
func (t *Tagger) classify(w string, context []neighbour, previous, beforeThat uint64) uint8 {
	if class, found := t.known[w]; found {
		return class
	}
	if isAddress(w) {
		return t.noun
	}
	scores := [1 << classBits]int32{}
	for _, key := range [...]uint64{
		biasKey,
		mix(uint64(suffix), hash(tail(w))),
		mix(uint64(firstByte), hash(string(rune(w[0])))), // as prose has it: a byte, not a character
		mix(uint64(word), context[2].word),
		mix(uint64(tag1), previous),
		mix(uint64(tag2), beforeThat),
		mix(mix(uint64(tags12), previous), beforeThat),
		mix(mix(uint64(tag1Word), previous), context[2].word),
		mix(uint64(word1), context[1].word),
		mix(uint64(suffix1), context[1].suffix),
		mix(uint64(word2), context[0].word),
		mix(uint64(nextWord1), context[3].word),
		mix(uint64(nextSuffix1), context[3].suffix),
		mix(uint64(nextWord2), context[4].word),
	} {
		for _, packed := range t.weights.row(key) {
			class, weight := unpack(packed)
			scores[class] += weight
		}
	}
	best := t.learnt[0]
	for _, class := range t.learnt[1:] {
		if scores[class] > scores[best] {
			best = class
		}
	}
	return best
}

// normalise is how the model knows a word among its neighbours.
func normalise(word string) string {
	switch {
	case word == "":
		return ""
	case word[0] != '-' && strings.Contains(word, "-"):
		return "!HYPHEN"
	case len(word) == 4 && strings.Trim(word, "0123456789") == "":
		return "!YEAR"
	case '0' <= word[0] && word[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(word)
}
