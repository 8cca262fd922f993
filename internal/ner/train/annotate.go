package main

import (
	"slices"
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
		if t.gold {
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
			x.labels, x.vague = byHead(names, s.In(t.words))
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
	return n
}

// byHead tells from the head of a name that a source calls miscellaneous which of our labels
// it has: "Treaty of X" and "X Act" are initiatives, "X War" is an event. Where the head
// does not say, it is a work or a product, which has no label, or an event.
func byHead(names *gazetteer.Gazetteer, name string) (labels []ner.Label, vague bool) {
	if e := names.Lookup(name); e != nil {
		if label, ok := ner.ParseLabel(e.Label); ok {
			return []ner.Label{label}, false
		}
	}
	words := strings.Fields(name)
	head := words[len(words)-1]
	for i, w := range words {
		if i > 0 && (w == "of" || w == "on" || w == "for") {
			head = words[i-1]
			break
		}
	}
	if len(words) > 1 {
		for _, l := range names.Heads(head, gazetteer.End) {
			if l == "INITIATIVE" || l == "EVENT" {
				label, _ := ner.ParseLabel(l)
				return []ner.Label{label}, false
			}
		}
	}
	return []ner.Label{ner.Event, ner.NORP}, true
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
	public := !n.text.gold
	open := uint32(0)
	switch n.text.source {
	case "btc", "sec", "wnut17":
		open = anyPart([]ner.Label{ner.NORP, ner.Initiative, ner.Event})
	}
	for k, p := range pieces {
		sets[k] = outside
		word := p.In(n.text.words)
		first, _ := utf8.DecodeRuneInString(word)
		if !public || !unicode.IsUpper(first) {
			continue
		}
		sets[k] |= open
		if slices.Contains(n.names.Heads(word, gazetteer.End), "INITIATIVE") {
			// None of the sources knows initiatives: what looks like one is left open, with
			// the capitals before it.
			for j := k; j >= 0; j-- {
				sets[j] |= anyPart([]ner.Label{ner.Initiative})
				before, _ := utf8.DecodeRuneInString(pieces[j].In(n.text.words))
				if j < k && !unicode.IsUpper(before) {
					break
				}
			}
		}
	}
	if public {
		for k, p := range pieces {
			if e := n.names.Lookup(p.In(n.text.words)); e != nil && e.Label == "NORP" && sets[k]&outside != 0 {
				sets[k] |= anyPart([]ner.Label{ner.NORP})
			}
		}
	}
	for _, m := range n.mentions {
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
