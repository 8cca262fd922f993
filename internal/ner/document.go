package ner

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/gazetteer"
	"augury/internal/span"
)

// Document is a text as the features see it.
type Document struct {
	text      string
	sentences [][]piece
	chains    []chain
	words     map[uint32]*known // capitalised words, by the hash of their small letters
	runs      []run
	acronyms  map[uint32]acronym
}

// chain is a stretch of a sentence that may hold names: around it there are none.
type chain struct {
	sentence, first, last int // its pieces are sentences[sentence][first:last]
}

// run is a row of capitalised words, with the small words that may stand inside a name:
// "Ministry of Foreign Affairs and Trade".
type run struct {
	sentence    int
	first, last int // half-open
	head        int // the last word before any "of", "for" or "on"
	acronym     uint32
}

// known is what the document shows of a word wherever it stands.
type known struct {
	small   bool // also written with a small letter
	inside  bool // with its capital where no sentence starts
	titled  bool // right after a title or a given name
	longest int32
	length  int
}

type acronym struct {
	run  int32 // what it stands for is in this run
	last int   // and ends with this piece
}

// reach is how many pieces around a capital may belong to its name.
const reach = 2

// Read prepares a text for the features.
func (l *Lexicon) Read(text string, sentences []Sentence) *Document {
	d := &Document{text: text, sentences: make([][]piece, len(sentences)), words: map[uint32]*known{}, acronyms: map[uint32]acronym{}}
	total := 0
	for _, s := range sentences {
		total += len(s.Tokens)
	}
	store := make([]piece, 0, total+total/8)
	var spans []span.Span
	var words []string
	var at []int
	for i, s := range sentences {
		from := len(store)
		for _, t := range s.Tokens {
			spans = cut(spans[:0], text, t.Span)
			tag := hashOf(t.Tag)
			for _, sp := range spans {
				store = append(store, piece{Span: sp, tag: tag, run: -1})
			}
		}
		pieces := store[from:len(store):len(store)]
		d.sentences[i] = pieces
		l.look(text, pieces, s.Heading)
		words, at = words[:0], at[:0]
		for j := range pieces {
			word := pieces[j].In(text)
			if pieces[j].flags&letter == 0 && pieces[j].flags&digit == 0 && len(word) <= 3 && word != "&" && word != "'s" && word != "’s" {
				if strings.ContainsAny(word, "-‐‑–/") && j > 0 && pieces[j].flags&glued != 0 {
					continue // names are compared without their hyphens
				}
			}
			if pieces[j].flags&capsLine != 0 && len(word) > 4 {
				word = titled(word)
			}
			words, at = append(words, gazetteer.Fold(word)), append(at, j)
		}
		l.lookUp(pieces, words, at)
		d.findRuns(i)
		d.findChains(i)
	}
	d.remember()
	return d
}

// titled writes a word in capitals with its first alone.
func titled(word string) string {
	_, size := utf8.DecodeRuneInString(word)
	return word[:size] + strings.ToLower(word[size:])
}

// look fills in what is plain to see on the pieces of a sentence.
func (l *Lexicon) look(text string, pieces []piece, inHeading bool) {
	capitals, smalls, caps := 0, 0, 0
	for _, p := range pieces {
		first, size := utf8.DecodeRuneInString(p.In(text))
		if !unicode.IsLetter(first) {
			continue
		}
		switch {
		case !unicode.IsUpper(first):
			if p.Len() > 3 {
				smalls++
			}
		case p.Len() > size && hasSmall(p.In(text)):
			capitals++
		default:
			caps++
		}
	}
	var line flag
	if inHeading {
		line |= heading
	}
	switch {
	case caps >= 3 && capitals+smalls <= caps/4:
		line |= capsLine
	case capitals+caps >= 3 && smalls <= (capitals+caps)/4:
		line |= titleLine
	}
	quotes, brackets := false, 0
	begun := false
	for i := range pieces {
		p := &pieces[i]
		word := p.In(text)
		p.look(word, line&capsLine != 0)
		p.flags |= line
		if i > 0 && pieces[i-1].End == p.Start {
			p.flags |= glued
		}
		if !begun && p.flags&(letter|digit) != 0 {
			p.flags |= initial
			begun = true
		}
		switch word {
		case "“", "``", "«":
			quotes = true
		case "”", "''", "»":
			quotes = false
		case "\"":
			quotes = !quotes
		case "‘":
			quotes = true
		case "’", "'":
			quotes = false
		case "(", "[":
			brackets++
		case ")", "]":
			brackets = max(0, brackets-1)
		case ":", "•":
			begun = false
		}
		if quotes {
			p.flags |= quoted
		}
		if brackets > 0 {
			p.flags |= bracket
		}
		c := l.clusters.Get(p.word)
		if c == 0 {
			c = l.clusters.Get(p.lower)
		}
		p.clusters = [2]uint8{uint8(c), uint8(c >> 8)}
	}
}

func hasSmall(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// kindOf tells the gazetteer's kinds of name apart where it helps.
func kindOf(e *gazetteer.Entry) uint32 {
	return mix(hashOf(e.Label), hashOf(e.Kind))
}

// Places of a piece in a known name.
const (
	nameUnit uint32 = iota
	nameBegin
	nameInside
	nameLast
)

func placeIn(i, n int) uint32 {
	switch {
	case n == 1:
		return nameUnit
	case i == 0:
		return nameBegin
	case i == n-1:
		return nameLast
	}
	return nameInside
}

// lookUp finds what the gazetteer and the lists know of a sentence's words, and of rows
// of them. at holds the piece of each word.
func (l *Lexicon) lookUp(pieces []piece, words []string, at []int) {
	covered, listed := 0, 0
	for i, word := range words {
		p := &pieces[at[i]]
		if p.flags&letter == 0 && p.flags&digit == 0 {
			continue
		}
		p.facts = l.factsOf(word)
		if i >= covered {
			if entry, n := l.names.Match(words[i:]); n > 0 {
				kind := kindOf(entry)
				for k := range n {
					pieces[at[i+k]].names[0] = mix(kind, placeIn(k, n))
				}
				covered = i + n
			}
		}
		if p.flags&(capital|digit) == 0 {
			continue
		}
		if in := l.lists.Get(mix(0, hashOf(word))); in != 0 {
			p.names[1] = uint32(in&^listGoesOn) + 1
		}
		if i < listed {
			continue
		}
		var h uint32
		best, kinds := 0, uint16(0)
		for k := i; k < len(words); k++ {
			h = mix(h, hashOf(words[k]))
			found := l.lists.Get(h)
			if k > i && found&^listGoesOn != 0 {
				best, kinds = k+1-i, found&^listGoesOn
			}
			if found&listGoesOn == 0 {
				break
			}
		}
		for k := range best {
			pieces[at[i+k]].names[2] = mix(uint32(bits.TrailingZeros16(kinds))+1, placeIn(k, best))
		}
		listed = i + best
	}
}

// joiners are the small words that may stand inside a name.
var joiners = map[string]bool{
	"of": true, "the": true, "and": true, "for": true, "on": true, "in": true, "to": true, "&": true, "-": true, "–": true, "/": true,
	"'s": true, "’s": true, "de": true, "la": true, "del": true, "der": true, "von": true, "van": true, "bin": true,
	"al": true, "el": true, "du": true, "des": true, "di": true, "da": true, "dos": true, "with": true, "against": true, "'": true, "’": true,
}

// findRuns finds the rows of capitalised words of a sentence.
func (d *Document) findRuns(sentence int) {
	pieces := d.sentences[sentence]
	for i := 0; i < len(pieces); {
		if pieces[i].flags&capital == 0 {
			i++
			continue
		}
		last, head := i+1, -1
		for j := i + 1; j < len(pieces) && j-last < 3; j++ {
			word := pieces[j].In(d.text)
			if pieces[j].flags&capital != 0 {
				last = j + 1
				continue
			}
			if !joiners[word] {
				if pieces[j].flags&digit != 0 && pieces[j].flags&letter == 0 && j == last {
					last = j + 1
					continue
				}
				break
			}
			if head < 0 && (word == "of" || word == "for" || word == "on") {
				head = last - 1
			}
		}
		if head < 0 || head >= last-1 {
			head = last - 1
		}
		for j := i; j < last; j++ {
			pieces[j].run = int32(len(d.runs))
		}
		d.runs = append(d.runs, run{sentence: sentence, first: i, last: last, head: head})
		i = last
	}
}

// findChains finds the stretches of a sentence near a capital, or near a known name.
func (d *Document) findChains(sentence int) {
	pieces := d.sentences[sentence]
	open := -1
	until := 0
	for i := range pieces {
		p := &pieces[i]
		if p.flags&capital == 0 && p.names[0] == 0 {
			if open >= 0 && i >= until {
				d.chains = append(d.chains, chain{sentence, open, i})
				open = -1
			}
			continue
		}
		if open < 0 {
			open = max(0, until, i-reach)
		}
		until = i + 1 + reach
	}
	if open >= 0 {
		d.chains = append(d.chains, chain{sentence, open, len(pieces)})
	}
}

// remember gathers what the document shows of each capitalised word, and what its
// acronyms stand for.
func (d *Document) remember() {
	for s, pieces := range d.sentences {
		for i := range pieces {
			p := &pieces[i]
			if p.flags&capital == 0 || p.Len() < 2 {
				continue
			}
			w := d.words[p.lower]
			if w == nil {
				w = &known{longest: -1}
				d.words[p.lower] = w
			}
			if p.flags&(initial|lineFlags) == 0 {
				w.inside = true
			}
			if i > 0 {
				if before := &pieces[i-1]; before.facts&(isHonorific|isRank|isOffice|isGivenName) != 0 && before.flags&capital != 0 {
					w.titled = true
				}
			}
			r := d.runs[p.run]
			if n := r.last - r.first; n > w.length && p.flags&(capsLine|titleLine) == 0 {
				w.length, w.longest = n, p.run
			}
			if p.flags&allCaps != 0 && i > 0 && i+1 < len(pieces) && pieces[i-1].In(d.text) == "(" && pieces[i+1].In(d.text) == ")" {
				d.define(s, i)
			}
		}
	}
	if len(d.words) == 0 {
		return
	}
	for _, pieces := range d.sentences {
		for i := range pieces {
			p := &pieces[i]
			if p.flags&capital != 0 || p.flags&letter == 0 {
				continue
			}
			if w := d.words[p.lower]; w != nil {
				w.small = true
			}
		}
	}
}

// define notes that the acronym at a piece, in brackets, stands for the run before it,
// where the first letters of the run's words have its letters.
func (d *Document) define(sentence, i int) {
	pieces := d.sentences[sentence]
	if i < 2 || pieces[i-2].run < 0 {
		return
	}
	r := pieces[i-2].run
	letters := strings.ToLower(strings.TrimSuffix(pieces[i].In(d.text), "s"))
	at := d.runs[r].first
	for _, b := range []byte(letters) {
		for at < i-1 && lowerByte(d.text[pieces[at].Start]) != b {
			at++
		}
		if at == i-1 {
			return
		}
		at++
	}
	d.acronyms[pieces[i].word] = acronym{run: r, last: i - 2}
	d.runs[r].acronym = pieces[i].word
}
