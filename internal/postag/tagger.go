// Package postag gives words their parts of speech, as the Penn Treebank names them.
//
// It runs the averaged perceptron of prose v2 with prose's own trained weights, over our
// own tokens: https://github.com/jdkato/prose, a port of Matthew Honnibal's tagger
// (https://explosion.ai/blog/part-of-speech-pos-tagger-in-python).
package postag

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"augury/internal/weights"
)

// Tagger holds a trained model. It is safe for use by many goroutines at once.
type Tagger struct {
	classes  []string         // tag by number, in the model's order
	hashes   []uint64         // of classes
	known    map[string]uint8 // words that nearly always have one tag
	learnt   []uint8          // the classes that the perceptron chooses from
	noun     uint8            // the class NN
	features *weights.Table   // rows of packed weights
}

// template is a kind of feature; the numbers matter only inside a run of the program.
type template uint64

const (
	bias template = iota
	suffix
	firstByte
	tag1
	tag2
	tags12
	word
	tag1Word
	word1
	suffix1
	word2
	next1
	nextSuffix1
	next2
)

// templates are the names that prose's features start with. "i" is the word that is to be
// tagged, "i-1" the one before it.
var templates = []struct {
	name string
	template
}{
	{"bias", bias},
	{"i suffix ", suffix}, {"i pref1 ", firstByte}, {"i word ", word},
	{"i-1 tag ", tag1}, {"i-2 tag ", tag2}, {"i tag+i-2 tag ", tags12}, {"i-1 tag+i word ", tag1Word},
	{"i-1 word ", word1}, {"i-1 suffix ", suffix1}, {"i-2 word ", word2},
	{"i+1 word ", next1}, {"i+1 suffix ", nextSuffix1}, {"i+2 word ", next2},
}

// Load reads prose's model. It takes some tens of milliseconds, most of it to unpack the
// weights, so that one Tagger should serve the whole run.
func Load() (*Tagger, error) {
	classes, err := weights.Strings("AveragedPerceptron/classes.gob")
	if err != nil {
		return nil, err
	}
	if len(classes) > 1<<classBits {
		return nil, fmt.Errorf("load tagger: %d classes, want at most %d", len(classes), 1<<classBits)
	}
	t := &Tagger{classes: classes}
	number := make(map[string]uint8, len(classes))
	for i, class := range classes {
		number[class] = uint8(i)
		t.hashes = append(t.hashes, weights.Hash(class))
	}
	t.noun = number["NN"]
	if err := t.loadKnown(number); err != nil {
		return nil, err
	}
	if err := t.loadFeatures(number); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *Tagger) loadKnown(number map[string]uint8) error {
	r, n, err := weights.Open("AveragedPerceptron/tags.gob")
	if err != nil {
		return err
	}
	t.known = make(map[string]uint8, n)
	for range n {
		word := string(r.Bytes())
		class, found := number[string(r.Bytes())]
		if !found {
			return fmt.Errorf("load tagger: %q has a tag that is no class", word)
		}
		t.known[word] = class
	}
	return r.Err()
}

// Weights are kept in thousandths, to which prose's training rounds them, so that sums are
// exact in any order, with the class in the lowest bits.
const classBits = 6

func pack(weight float64, class uint8) int32 {
	return int32(math.Round(weight*1000))<<classBits | int32(class)
}

func (t *Tagger) loadFeatures(number map[string]uint8) error {
	r, n, err := weights.Open("AveragedPerceptron/weights.gob")
	if err != nil {
		return err
	}
	t.features = weights.NewTable(n, 4*n)
	var row []int32
	for range n {
		feature := r.Bytes()
		row = row[:0]
		for range r.Len() {
			class, found := number[string(r.Bytes())]
			if !found {
				return fmt.Errorf("load tagger: %q has a weight for what is no class", feature)
			}
			row = append(row, pack(r.Float(), class))
		}
		key, found := featureKey(feature)
		if !found {
			return fmt.Errorf("load tagger: feature %q is of no known kind", feature)
		}
		t.features.Add(key, row...)
	}
	// The bias has a weight for every class that was seen in training.
	for _, packed := range t.features.Row(weights.Mix(uint64(bias), 0)) {
		t.learnt = append(t.learnt, uint8(packed&(1<<classBits-1)))
	}
	return r.Err()
}

// featureKey hashes a feature of the model as Tag does.
func featureKey(feature []byte) (key uint64, found bool) {
	for _, t := range templates {
		if !bytes.HasPrefix(feature, []byte(t.name)) {
			continue
		}
		value := feature[len(t.name):]
		switch t.template {
		case bias:
			return weights.Mix(uint64(bias), 0), true
		case tags12, tag1Word:
			first, second, _ := bytes.Cut(value, []byte(" "))
			return weights.Mix(weights.Mix(uint64(t.template), weights.Hash(first)), weights.Hash(second)), true
		}
		return weights.Mix(uint64(t.template), weights.Hash(value)), true
	}
	return 0, false
}

// token is what the features need of a word.
type token struct {
	word, suffix uint64 // hashes of the normalised word and of its last three bytes
}

func newToken(normal string) token {
	return token{weights.Hash(normal), weights.Hash(normal[max(0, len(normal)-3):])}
}

// Tag gives the words of a sentence their tags. An empty word gets an empty tag.
func (t *Tagger) Tag(words []string) []string {
	penn := asPenn(words)
	context := make([]token, len(words)+4)
	context[0], context[1] = start, start2
	for i, w := range penn {
		context[i+2] = newToken(normalise(w))
	}
	context[len(words)+2], context[len(words)+3] = end, end2

	tags := penn // each word is read before its tag takes its place
	previous, beforeThat := start.word, start2.word
	for i, w := range penn {
		if w == "" {
			continue
		}
		class := t.class(w, context[i:i+5], previous, beforeThat)
		tags[i] = t.classes[class]
		beforeThat, previous = previous, t.hashes[class]
	}
	return tags
}

// The words that stand before and after every sentence.
var (
	start, start2 = newToken("-START-"), newToken("-START2-")
	end, end2     = newToken("-END-"), newToken("-END2-")
)

func (t *Tagger) class(w string, context []token, previous, beforeThat uint64) uint8 {
	if class, found := t.known[w]; found {
		return class
	}
	if isAddress(w) {
		return t.noun
	}
	var scores [1 << classBits]int32
	add := func(key uint64) {
		for _, packed := range t.features.Row(key) {
			scores[packed&(1<<classBits-1)] += packed >> classBits
		}
	}
	add(weights.Mix(uint64(bias), 0))
	add(weights.Mix(uint64(suffix), weights.Hash(w[max(0, len(w)-3):])))
	add(weights.Mix(uint64(firstByte), weights.Hash(string(rune(w[0])))))
	add(weights.Mix(uint64(tag1), previous))
	add(weights.Mix(uint64(tag2), beforeThat))
	add(weights.Mix(weights.Mix(uint64(tags12), previous), beforeThat))
	add(weights.Mix(uint64(word), context[2].word))
	add(weights.Mix(weights.Mix(uint64(tag1Word), previous), context[2].word))
	add(weights.Mix(uint64(word1), context[1].word))
	add(weights.Mix(uint64(suffix1), context[1].suffix))
	add(weights.Mix(uint64(word2), context[0].word))
	add(weights.Mix(uint64(next1), context[3].word))
	add(weights.Mix(uint64(nextSuffix1), context[3].suffix))
	add(weights.Mix(uint64(next2), context[4].word))
	best := t.learnt[0]
	for _, class := range t.learnt[1:] {
		if scores[class] > scores[best] {
			best = class
		}
	}
	return best
}

// normalise is how the model knows a word among its neighbours.
func normalise(w string) string {
	switch {
	case w == "":
		return ""
	case w[0] != '-' && strings.Contains(w, "-"):
		return "!HYPHEN"
	case isYear(w):
		return "!YEAR"
	case '0' <= w[0] && w[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(w)
}

func isYear(w string) bool {
	return len(w) == 4 && strings.Trim(w, "0123456789") == ""
}
