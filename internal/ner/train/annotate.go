package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/gazetteer"
	"augury/internal/ner"
	"augury/internal/span"
)

// notes are the annotation of a text in our own labels, each mention with the labels that
// it may have.
type notes struct {
	text     text
	names    *gazetteer.Gazetteer
	mentions []note
	used     []int // how many pieces of each mention a chain has
}

type note struct {
	span.Span
	labels []ner.Label
	vague  bool // it may also be none, or another span
}

// annotate maps the labels of a source to ours: titles, a leading "the" and a trailing "'s"
// are left outside, places become countries or other places where the gazetteer knows, and
// stay open where it does not.
func annotate(names *gazetteer.Gazetteer, t text) *notes {
	n := &notes{text: t, names: names}
	for _, m := range t.mentions {
		if t.rules.gold {
			label, _ := ner.ParseLabel(m.label)
			n.mentions = append(n.mentions, note{Span: m.Span, labels: []ner.Label{label}})
			continue
		}
		s := trim(names, t.words, m)
		if s.Empty() {
			continue
		}
		x := note{Span: s}
		switch m.label {
		case "LOC":
			x.labels = []ner.Label{ner.GPE, ner.Loc}
			if e := names.Lookup(strings.TrimSpace(s.In(t.words))); e != nil {
				switch e.Label {
				case "GPE":
					x.labels = []ner.Label{ner.GPE}
				case "LOC":
					x.labels = []ner.Label{ner.Loc}
				}
			}
		case "MISC":
			x.labels, x.vague = []ner.Label{ner.Initiative, ner.Event, ner.NORP}, true
		default:
			label, ok := ner.ParseLabel(m.label)
			if !ok {
				continue
			}
			x.labels = []ner.Label{label}
		}
		if e := names.Lookup(strings.TrimSpace(s.In(t.words))); e != nil && e.Label == "NORP" {
			x.labels = append(x.labels, ner.NORP)
			x.vague = true
		}
		n.mentions = append(n.mentions, x)
	}
	n.used = make([]int, len(n.mentions))
	return n
}

// trim takes from a mention what our definition leaves outside.
func trim(names *gazetteer.Gazetteer, text string, m mention) span.Span {
	s := m.Span
	for {
		word, rest, more := strings.Cut(s.In(text), " ")
		if !more {
			break
		}
		title := m.label == "PERSON" && names.Is(word, gazetteer.Honorific|gazetteer.Rank|gazetteer.Office)
		if !title && !strings.EqualFold(word, "the") {
			break
		}
		s.Start = s.End - len(rest)
	}
	for _, ending := range []string{" 's", " ’s"} {
		if strings.HasSuffix(s.In(text), ending) {
			s.End -= len(ending)
		}
	}
	return s
}

const outside = uint32(1)

// parts is the set of states of one part of the labels.
func parts(labels []ner.Label, p ner.Part) uint32 {
	set := uint32(0)
	for _, l := range labels {
		set |= 1 << ner.StateOf(l, p)
	}
	return set
}

func anyPart(labels []ner.Label) uint32 {
	return parts(labels, ner.Begin) | parts(labels, ner.Inside) | parts(labels, ner.Last) | parts(labels, ner.Unit)
}

// allowed gives for each piece of a chain the states that the annotation leaves open.
func (n *notes) allowed(pieces []span.Span) []uint32 {
	sets := make([]uint32, len(pieces))
	// Sources without a label for peoples, laws and events say nothing of those.
	open := uint32(0)
	if !n.text.rules.gold {
		switch n.text.source {
		case "btc", "sec", "wnut17", "dev-web":
			open = anyPart([]ner.Label{ner.NORP, ner.Initiative, ner.Event})
		default:
			open = anyPart([]ner.Label{ner.Initiative})
		}
	}
	for k, p := range pieces {
		sets[k] = outside
		first, _ := utf8.DecodeRuneInString(p.In(n.text.words))
		if open != 0 && unicode.IsUpper(first) {
			sets[k] |= open
		}
	}
	if open != 0 {
		for k, p := range pieces {
			if e := n.names.Lookup(p.In(n.text.words)); e != nil && e.Label == "NORP" && sets[k]&outside != 0 {
				sets[k] |= anyPart([]ner.Label{ner.NORP})
			}
		}
	}
	for i, m := range n.mentions {
		first, last := -1, -1
		for k, p := range pieces {
			if p.Overlaps(m.Span) {
				if first < 0 {
					first = k
				}
				last = k
			}
		}
		if first < 0 {
			continue
		}
		n.used[i] += last - first + 1
		if pieces[first].Start != m.Start || pieces[last].End != m.End {
			n.used[i] = -1000
		}
		for k := first; k <= last; k++ {
			part := ner.Inside
			switch {
			case first == last:
				part = ner.Unit
			case k == first:
				part = ner.Begin
			case k == last:
				part = ner.Last
			}
			sets[k] = parts(m.labels, part)
			if m.vague {
				sets[k] = outside | anyPart(m.labels)
			}
		}
	}
	return sets
}

// lost counts the mentions that no path through the chains gives.
func (n *notes) lost() int {
	lost := 0
	for i := range n.mentions {
		if n.used[i] <= 0 {
			lost++
		}
	}
	return lost
}
