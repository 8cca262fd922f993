// Package when finds the words of a text that say when something is to be, and the class
// of time that they stand for: a date of the calendar, or a stretch of time seen from the
// day of writing. It reads words only; it knows no clock and no date of writing.
package when

import "augury/internal/span"

// Class says what kind of time an expression stands for.
type Class string

// The classes of time.
const (
	Dated  Class = "dated"  // a year, quarter, month, season, day or decade of the calendar
	Short  Class = "short"  // up to a year from the day of writing
	Medium Class = "medium" // one to five years
	Long   Class = "long"   // beyond
)

// Expression is a stretch of text that says when.
type Expression struct {
	span.Span           // with the preposition that leads it in: "by 2030"
	Bare      span.Span // without it: "2030"
	Class     Class

	// Year is the latest calendar year that it names, 0 where it names none.
	Year int

	// Label is true of an adjective that names a kind of view rather than a time, as in
	// "the long-term trend".
	Label bool
}

// Find lists the expressions of time in text that may lie ahead, in order and without
// overlap. Expressions of the past ("last year", "two years ago") are left out, and so
// are vague ones ("eventually", "in the future"). Spans are bytes of text.
func Find(text string) []Expression {
	var found []Expression
	r := reader{text: text, atoms: lex(text)}
	for i := 0; i < len(r.atoms); {
		part, ok := r.expression(i)
		if !ok {
			i++
			continue
		}
		if !part.past {
			found = append(found, r.show(i, part))
		}
		i = part.end
	}
	return found
}

// reader reads expressions off the atoms of a text.
type reader struct {
	text  string
	atoms []atom
}

// part is what was read: atoms up to, not including, end.
type part struct {
	bare  int // index of the first atom behind the preposition
	end   int
	class Class
	year  int
	past  bool
	label bool
}

func (r *reader) show(first int, p part) Expression {
	last := r.atoms[p.end-1].end
	return Expression{
		Span:  span.Span{Start: r.atoms[first].start, End: last},
		Bare:  span.Span{Start: r.atoms[p.bare].start, End: last},
		Class: p.class, Year: p.year, Label: p.label,
	}
}

// expression reads one at atom i, and what is joined to it: "in 2017 and 2018", "later
// this year and next", "on Friday, 6 April".
func (r *reader) expression(i int) (part, bool) {
	p, ok := r.single(i)
	if !ok {
		return part{}, false
	}
	for {
		next, ok := r.joined(p)
		if !ok {
			break
		}
		p = next
	}
	p.end = r.tail(p)
	return p, true
}

// single reads a preposition, perhaps with a word before it ("later in 2030"), words that
// name a part ("the end of"), and a core.
func (r *reader) single(i int) (part, bool) {
	if r.is(i, mark) {
		return part{}, false
	}
	if articles[r.word(i)] {
		if _, ok := r.core(i + 1); ok {
			return part{}, false // it starts at the next atom
		}
	}
	bare := i
	if softeners[r.word(i)] && prepositions[r.word(i+1)] {
		bare++
	}
	if prepositions[r.word(bare)] {
		bare++
	}
	// Few expressions have more words in front of their core than "by about the end of the
	// first half of 2030".
	const most = 9
	for j := bare; j < len(r.atoms) && j-bare < most; j++ {
		if p, ok := r.core(j); ok {
			p.bare = bare
			return p, true
		}
		if !partWords[r.word(j)] || j == i && r.word(j) == "of" {
			break
		}
	}
	return part{}, false
}

// core reads the words that make an expression one of time.
func (r *reader) core(i int) (part, bool) {
	for _, read := range []func(*reader, int) (part, bool){
		(*reader).quarter, (*reader).monthAndDay, (*reader).year, (*reader).weekday, (*reader).season,
		(*reader).era, (*reader).relative, (*reader).term, (*reader).singleWord,
	} {
		if p, ok := read(r, i); ok {
			return p, true
		}
	}
	return part{}, false
}

// joined reads what goes on behind p: "and 2018", "to the end of 2020", or a second time
// beside the first ("at the end of the month on April 29").
func (r *reader) joined(p part) (part, bool) {
	i := p.end
	switch {
	case joiners[r.word(i)]:
		i++
		if r.word(i) == "beyond" {
			p.end = i + 1
			return p, true
		}
		if r.word(i) == "next" && r.isPlainNext(i) || r.word(i) == "the" && r.word(i+1) == "next" && r.isPlainNext(i+1) {
			p.end = i + 1
			if r.word(i) == "the" {
				p.end, p.class = i+2, Medium
			}
			return p, true
		}
	case r.word(i) == "," && p.class == Dated && (r.isMonth(i+1) || isDay(r.word(i+1)) && r.isMonth(i+2)):
		i++
	case p.class != Dated && !prepositions[r.word(i)]:
		return part{}, false
	}
	next, ok := r.single(i)
	if !ok || next.past || p.past {
		return part{}, false
	}
	if i == p.end && next.class != Dated {
		return part{}, false
	}
	if p.class == Dated || next.class == Dated {
		next.class = Dated
	} else {
		next.class = p.class
	}
	next.bare, next.year = p.bare, max(p.year, next.year)
	return next, true
}

// isPlainNext reports whether "next" at atom i stands for "next year" without the noun.
func (r *reader) isPlainNext(i int) bool {
	if i+1 >= len(r.atoms) {
		return true
	}
	after := r.atoms[i+1]
	return after.kind == mark || after.word == "and" || after.word == "or" || after.word == "as"
}

// tail reads words that round an expression off: "as a whole", "or so", "from now".
func (r *reader) tail(p part) int {
	for _, words := range tails {
		n := 0
		for n < len(words) && r.word(p.end+n) == words[n] {
			n++
		}
		if n == len(words) {
			return p.end + n
		}
	}
	return p.end
}
