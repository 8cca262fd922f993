package ner

// agree mends the best path by what the document itself says: brackets are no part of the
// name before them, an acronym is of the kind of what it stands for, and a surname is a
// person's where the full name is.
func (r *recogniser) agree() {
	at := make(map[place]int, len(r.states))
	k := 0
	for _, c := range r.doc.chains {
		for i := c.first; i < c.last; i++ {
			at[place{c.sentence, i}] = k
			k++
		}
	}
	people := r.surnames()
	acronyms := r.expansions(at)
	if len(people) == 0 && len(acronyms) == 0 {
		return
	}
	k = 0
	for _, c := range r.doc.chains {
		pieces := r.doc.sentences[c.sentence]
		for i := c.first; i < c.last; i++ {
			p, s := &pieces[i], r.states[k]
			if label, known := acronyms[p.word]; known && p.flags&allCaps != 0 && (s == Outside || s.part() == Unit) {
				r.states[k] = StateOf(label, Unit)
			} else if people[p.lower] && p.flags&capital != 0 && r.alone(p) && s == Outside {
				r.states[k] = StateOf(Person, Unit)
			}
			k++
		}
	}
}

// place is a piece of a sentence.
type place struct{ sentence, piece int }

// alone reports whether a piece is a run of its own, and no everyday word.
func (r *recogniser) alone(p *piece) bool {
	if _, sure := r.model.sure[p.names[0]]; sure || p.facts&(isCommon|isMonth|isWeekday) != 0 {
		return false
	}
	run := r.doc.runs[p.run]
	return run.last-run.first == 1
}

// surnames gathers the last words of persons' names of two words or more.
func (r *recogniser) surnames() map[uint32]bool {
	var found map[uint32]bool
	k := 0
	for _, c := range r.doc.chains {
		pieces := r.doc.sentences[c.sentence]
		for i := c.first; i < c.last; i++ {
			if r.states[k] == StateOf(Person, Last) && pieces[i].flags&capital != 0 && pieces[i].Len() > 2 {
				if found == nil {
					found = map[uint32]bool{}
				}
				found[pieces[i].lower] = true
			}
			k++
		}
	}
	return found
}

// expansions gives the labels of the acronyms that the document defines, read off the name
// before the bracket.
func (r *recogniser) expansions(at map[place]int) map[uint32]Label {
	found := make(map[uint32]Label, len(r.doc.acronyms))
	for word, a := range r.doc.acronyms {
		run := r.doc.runs[a.run]
		k, ok := at[place{run.sentence, a.last}]
		if !ok {
			continue
		}
		if s := r.states[k]; s != Outside && s.part() == Last {
			found[word] = s.label()
		}
	}
	return found
}
