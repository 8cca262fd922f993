package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/span"
)

// piece is a token, or a part of one that was cut at a hyphen or slash, with what the
// features need of it.
type piece struct {
	span.Span
	flags    flag
	tag      uint32 // hashes from here on
	word     uint32
	lower    uint32
	prefixes [3]uint32 // of the first 2, 3 and 4 bytes, in lower case
	suffixes [4]uint32 // of the last 1 to 4 bytes, in lower case
	shape    uint32
	clusters [2]uint8
	facts    fact      // what the gazetteer knows of the word alone
	names    [3]uint32 // what longer names of the gazetteer it is part of
	run      int32     // index of the run of capitals that it is in, -1 where in none
}

// flag is a set of things that are plain to see on a piece.
type flag uint32

const (
	capital   flag = 1 << iota // starts with a capital
	allCaps                    // two capitals or more and no small letter
	mixed                      // a capital after a small letter
	digit                      // has a figure
	letter                     // has a letter
	glued                      // no white space before it
	initial                    // the first word of its sentence
	heading                    // in a heading
	capsLine                   // in a line of capitals only
	titleLine                  // in a line whose words nearly all start with a capital
	quoted                     // between quotation marks
	bracket                    // between brackets
	stop                       // holds a full stop
)

// seen is the set of flags that every word's features are combined with.
const lineFlags = heading | capsLine | titleLine

// cut appends the pieces of a token's words to spans. A token that holds a capital is cut
// at hyphens and slashes, so that both names of "China-Pakistan" and the one of "U.S.-led"
// can be told apart; others stay whole.
func cut(spans []span.Span, text string, token span.Span) []span.Span {
	words := token.In(text)
	if len(words) < 3 || !strings.ContainsAny(words, "-/‐‑–") || !hasCapital(words) || strings.Contains(words, "://") {
		return append(spans, token)
	}
	start := 0
	for i, r := range words {
		if r != '-' && r != '/' && r != '‐' && r != '‑' && r != '–' {
			continue
		}
		end := i + utf8.RuneLen(r)
		if i == 0 || end == len(words) {
			continue
		}
		if i > start {
			spans = append(spans, span.Span{Start: start, End: i}.Shift(token.Start))
		}
		spans = append(spans, span.Span{Start: i, End: end}.Shift(token.Start))
		start = end
	}
	return append(spans, span.Span{Start: start, End: len(words)}.Shift(token.Start))
}

func hasCapital(s string) bool {
	for _, r := range s {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// FNV-1a, 32 bits.
const (
	fnvStart = uint32(2166136261)
	fnvPrime = uint32(16777619)
)

func hashOf(s string) uint32 {
	h := fnvStart
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

func lowerByte(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// look fills in what is plain to see on the piece's word. In a line of capitals the word
// counts as if it had only its first one.
func (p *piece) look(word string, capsLine bool) {
	exact, low, shape := fnvStart, fnvStart, fnvStart
	var last byte
	capitals, smalls, run := 0, 0, 0
	for i := range len(word) {
		b := word[i]
		small := lowerByte(b)
		shown := b
		if capsLine && i > 0 {
			shown = small
		}
		exact = (exact ^ uint32(shown)) * fnvPrime
		low = (low ^ uint32(small)) * fnvPrime
		if i >= 1 && i <= 3 {
			p.prefixes[i-1] = low
		}
		kind := shown
		switch {
		case 'A' <= shown && shown <= 'Z':
			kind = 'X'
			capitals++
			if smalls > 0 {
				p.flags |= mixed
			}
		case 'a' <= shown && shown <= 'z':
			kind = 'x'
			smalls++
		case '0' <= shown && shown <= '9':
			kind = '0'
			p.flags |= digit
		case shown >= utf8.RuneSelf:
			kind = 'x'
			smalls++
		case shown == '.':
			p.flags |= stop
		}
		if kind == last {
			run++
		} else {
			run = 0
		}
		if run < 3 {
			shape = (shape ^ uint32(kind)) * fnvPrime
		}
		last = kind
	}
	suffix := fnvStart
	for n := 1; n <= 4 && n <= len(word); n++ {
		suffix = (suffix ^ uint32(lowerByte(word[len(word)-n]))) * fnvPrime
		p.suffixes[n-1] = suffix
	}
	first, _ := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(first) {
		p.flags |= capital
	}
	if capitals > 1 && smalls == 0 {
		p.flags |= allCaps
	}
	if capitals+smalls > 0 {
		p.flags |= letter
	}
	p.word, p.lower, p.shape = exact, low, shape
}
