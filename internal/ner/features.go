package ner

import "math/bits"

// The templates of the features. A feature is the hash of its template and its values.
const (
	fBias uint32 = iota + 1
	fWord
	fLower
	fLowerPair
	fPrefix
	fSuffix
	fShape
	fShapePair
	fShapeThree
	fTag
	fTagPair
	fClusterA
	fClusterB
	fClusterPair
	fName
	fNamePair
	fFact
	fFlag
	fRunHead
	fRunFirst
	fRunLast
	fRunBefore
	fRunAfter
	fRunPlace
	fRunFacts
	fRunShape
	fSeen
	fSeenSet
	fLongHead
	fLongFacts
	fLongPlace
	fAcronym
	fAcronymFacts
	fDefined
	fNext
	fPrevious
	fList
	fListRow
)

// offset marks which neighbour a value was read from.
func offset(template uint32, at int) uint32 { return template | uint32(at+4)<<8 }

// nothing stands for what lies before and after a sentence.
var nothing = piece{word: 1, lower: 1, shape: 1, tag: 1, run: -1}

// Features appends the features of one piece of the document.
func (d *Document) features(f []uint32, sentence, i int) []uint32 {
	pieces := d.sentences[sentence]
	near := func(at int) *piece {
		if at < 0 || at >= len(pieces) {
			return &nothing
		}
		return &pieces[at]
	}
	p, p1, p2, n1, n2 := &pieces[i], near(i-1), near(i-2), near(i+1), near(i+2)
	f = append(f, mix(fBias, uint32(p.flags&lineFlags)),
		mix(fWord, p.word), mix(fLower, p.lower),
		mix(offset(fLower, -1), p1.lower), mix(offset(fLower, 1), n1.lower),
		mix(offset(fLower, -2), p2.lower), mix(offset(fLower, 2), n2.lower),
		mix(mix(offset(fLowerPair, 0), p1.lower), p.lower),
		mix(mix(offset(fLowerPair, 1), p.lower), n1.lower),
		mix(offset(fShape, 0), p.shape), mix(offset(fShape, -1), p1.shape), mix(offset(fShape, 1), n1.shape),
		mix(mix(offset(fShapePair, -1), p1.shape), p.shape),
		mix(mix(offset(fShapePair, 1), p.shape), n1.shape),
		mix(mix(mix(fShapeThree, p1.shape), p.shape), n1.shape),
		mix(offset(fTag, 0), p.tag), mix(offset(fTag, -1), p1.tag), mix(offset(fTag, 1), n1.tag),
		mix(mix(offset(fTagPair, -1), p1.tag), p.tag),
		mix(mix(offset(fTagPair, 1), p.tag), n1.tag),
	)
	for n, h := range p.prefixes {
		if h != 0 {
			f = append(f, mix(fPrefix+uint32(n)<<8, h))
		}
	}
	for n, h := range p.suffixes {
		if h != 0 {
			f = append(f, mix(fSuffix+uint32(n)<<8, h))
		}
	}
	if h := n1.suffixes[2]; h != 0 {
		f = append(f, mix(fNext, h))
	}
	if h := p1.suffixes[2]; h != 0 {
		f = append(f, mix(fPrevious, h))
	}
	for at, q := range [...]*piece{p2, p1, p, n1, n2} {
		if q.clusters[1] != 0 {
			f = append(f, mix(offset(fClusterA, at), uint32(q.clusters[0])), mix(offset(fClusterB, at), uint32(q.clusters[1])))
		}
		if q.names[0] != 0 {
			f = append(f, mix(offset(fName, at), q.names[0]))
		}
		if at == 0 || at == 4 {
			continue
		}
		if q.names[1] != 0 {
			f = append(f, mix(offset(fList, at), q.names[1]))
		}
		if q.names[2] != 0 {
			f = append(f, mix(offset(fListRow, at), q.names[2]))
		}
		for facts := q.facts; facts != 0; facts &= facts - 1 {
			f = append(f, mix(offset(fFact, at), uint32(bits.TrailingZeros64(uint64(facts)))))
		}
	}
	f = append(f,
		mix(mix(offset(fClusterPair, -1), uint32(p1.clusters[1])), uint32(p.clusters[1])),
		mix(mix(offset(fClusterPair, 1), uint32(p.clusters[1])), uint32(n1.clusters[1])),
		mix(mix(offset(fNamePair, -1), p1.names[0]), p.names[0]),
		mix(mix(offset(fNamePair, 1), p.names[0]), n1.names[0]),
		mix(offset(fFlag, 0), uint32(p.flags)), mix(offset(fFlag, 1), uint32(p.flags&(initial|quoted|glued|capital))),
	)
	if p.run >= 0 {
		f = d.runFeatures(f, p, pieces, i)
	}
	if p.flags&capital != 0 {
		f = d.seenFeatures(f, p)
	}
	return f
}

// standing buckets where a piece stands in its run: from its start, from its end, from its head.
func standing(i int, r run) uint32 {
	return uint32(min(i-r.first, 3)) | uint32(min(r.last-1-i, 3))<<4 | uint32(min(max(i-r.head, -2), 2)+2)<<8
}

func (d *Document) runFeatures(f []uint32, p *piece, pieces []piece, i int) []uint32 {
	r := d.runs[p.run]
	if r.sentence < 0 {
		return f
	}
	where := standing(i, r)
	side := uint32(0) // before, at or behind the head
	if i > r.head {
		side = 2
	} else if i == r.head {
		side = 1
	}
	head, first, last := &pieces[r.head], &pieces[r.first], &pieces[r.last-1]
	before, after, second := &nothing, &nothing, &nothing
	if r.first > 0 {
		before = &pieces[r.first-1]
	}
	if r.last < len(pieces) {
		after = &pieces[r.last]
	}
	if r.last+1 < len(pieces) {
		second = &pieces[r.last+1]
	}
	f = append(f,
		mix(fRunPlace, where),
		mix(mix(fRunHead, head.lower), side),
		mix(mix(fRunFirst, first.lower), side),
		mix(mix(fRunLast, last.lower), side),
		mix(mix(fRunBefore, before.lower), where),
		mix(mix(fRunAfter, after.lower), where),
		mix(mix(fRunFacts, uint32(head.facts&headFacts)), where),
		mix(mix(fRunFacts+256, uint32(last.facts&headFacts)), where),
		mix(mix(fRunFacts+512, uint32(first.facts>>startShift&31)), where),
		mix(mix(fRunShape, head.names[0]), where),
		mix(mix(fRunFacts+768, uint32(after.facts&headFacts)), where),
		mix(mix(fRunFacts+1024, uint32(second.facts&headFacts)), where),
		mix(mix(fRunFacts+1280, uint32(before.flags&digit)), uint32(head.facts&headFacts)),
	)
	if r.acronym != 0 {
		f = append(f, mix(fDefined, where), mix(fDefined+256, uint32(head.facts&headFacts)))
	}
	return f
}

// startShift moves the facts about first words to the lowest bits.
const startShift = 17

func (d *Document) seenFeatures(f []uint32, p *piece) []uint32 {
	w := d.words[p.lower]
	if w == nil {
		return f
	}
	set := uint32(p.flags & initial)
	for n, seen := range [...]bool{w.small, w.inside, w.titled} {
		if seen {
			f = append(f, mix(fSeen, uint32(n)))
			set |= 1 << (20 + n)
		}
	}
	f = append(f, mix(fSeenSet, set))
	own := d.runs[p.run]
	if w.longest >= 0 && w.length > own.last-own.first {
		r := d.runs[w.longest]
		pieces := d.sentences[r.sentence]
		head, last := &pieces[r.head], &pieces[r.last-1]
		at := uint32(1)
		if pieces[r.first].lower == p.lower {
			at = 0
		} else if last.lower == p.lower {
			at = 2
		}
		f = append(f,
			mix(mix(fLongHead, head.lower), at),
			mix(mix(fLongFacts, uint32(head.facts&headFacts)), at),
			mix(mix(fLongFacts+256, head.names[0]), at),
			mix(mix(fLongPlace, uint32(min(w.length, 5))), at),
			mix(mix(fLongPlace+256, uint32(pieces[r.first].facts&isGivenName)), at),
		)
	}
	if a, ok := d.acronyms[p.word]; ok {
		r := d.runs[a.run]
		head := &d.sentences[r.sentence][r.head]
		f = append(f, mix(fAcronym, head.lower), mix(fAcronymFacts, uint32(head.facts&headFacts)),
			mix(fAcronymFacts+256, uint32(min(r.last-r.first, 5))))
	}
	return f
}
