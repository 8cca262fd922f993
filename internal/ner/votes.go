package ner

// Votes are what the first layer answered for each capitalised word of a document.
type Votes struct {
	doc   *Document
	words map[uint32]*ballot
	at    []State
}

// ballot counts the answers for one word. The last place is for answers of outside.
type ballot struct {
	count [labels + 1]uint16
	long  [labels]uint16 // of those, the ones in a name of two words or more
}

// CountVotes counts the answers for the pieces of all chains, in order.
func CountVotes(doc *Document, states []State) *Votes {
	v := &Votes{doc: doc, words: make(map[uint32]*ballot, len(doc.words)), at: states}
	k := 0
	for _, c := range doc.chains {
		pieces := doc.sentences[c.sentence]
		for i := c.first; i < c.last; i++ {
			p, s := &pieces[i], states[k]
			k++
			if p.flags&capital == 0 || p.Len() < 2 {
				continue
			}
			b := v.words[p.lower]
			if b == nil {
				b = &ballot{}
				v.words[p.lower] = b
			}
			b.add(s, 1)
		}
	}
	return v
}

func (b *ballot) add(s State, n uint16) {
	if s == Outside {
		b.count[labels] += n
		return
	}
	b.count[s.label()] += n
	if s.part() != Unit {
		b.long[s.label()] += n
	}
}

const (
	vMajority uint32 = iota + 101
	vShare
	vLong
	vOwn
	vNext
	vPrevious
	vAny
)

// features appends the features of piece i of a chain, the kth of all: what the other
// places of the same word were answered with, and its neighbours.
func (v *Votes) features(f []uint32, c chain, i, k int) []uint32 {
	pieces := v.doc.sentences[c.sentence]
	p := &pieces[i]
	b := v.words[p.lower]
	if b == nil || p.flags&capital == 0 {
		return f
	}
	others := *b
	own := v.at[k]
	if own == Outside {
		others.count[labels]--
	} else {
		others.count[own.label()]--
		if own.part() != Unit {
			others.long[own.label()]--
		}
	}
	total, best := uint16(0), 0
	for l, n := range others.count {
		total += n
		if n > others.count[best] {
			best = l
		}
	}
	if total == 0 {
		return append(f, mix(vAny, uint32(own)))
	}
	share := uint32(others.count[best]) * 4 / uint32(total)
	f = append(f, mix(mix(vMajority, uint32(best)), uint32(own)), mix(mix(vShare, uint32(best)), share))
	for l, n := range others.long {
		if n > 0 {
			f = append(f, mix(vLong, uint32(l)))
		}
	}
	return f
}
