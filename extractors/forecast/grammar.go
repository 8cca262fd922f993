package forecast

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"augury/corpus"
)

// rule is a form of cue: what it looks like, and what it says where nothing else does.
type rule struct {
	name      string
	kind      corpus.ClaimType
	certainty corpus.Certainty
	patterns  []pattern

	yes, no []string // examples: sentences with the cue in brackets, and ones without
}

// ofNoun reports whether the rule's cue is a noun that makes a claim only by what is said
// of it.
func (r *rule) ofNoun() bool { return strings.HasSuffix(r.name, "_noun") }

// isModal reports whether the rule's cue is a modal with its adverbs.
func (r *rule) isModal() bool { return strings.HasPrefix(r.name, "modal_") }

// pattern is a sequence of elements; the cue is what the elements from cueFirst up to
// cueLast match.
type pattern struct {
	elements          []element
	cueFirst, cueLast int
}

// element matches one word by its class, its tag or itself.
type element struct {
	classes  wordSet
	tags     []tag
	literals []string
	both     bool // whether class and tag must both fit
	optional bool
	repeated bool // implies optional
	absent   bool // matches no word, but fails where the next one matches
}

// tag is a Penn tag or the beginning of some.
type tag struct {
	name  string
	exact bool
}

// cue is a place where a rule's pattern fits: the words [first, last) of a sentence.
type cue struct {
	rule        *rule
	first, last int
}

//go:embed grammar.txt
var grammarFile string

var grammar = mustParseGrammar(grammarFile)

func (e element) matches(w word) bool {
	byClass, byTag := w.set.has(e.classes), e.matchesTag(w.tag)
	if e.both {
		return byClass && byTag
	}
	return byClass || byTag || slices.Contains(e.literals, w.lower)
}

func (e element) matchesTag(tag string) bool {
	for _, t := range e.tags {
		if t.exact && tag == t.name || !t.exact && strings.HasPrefix(tag, t.name) {
			return true
		}
	}
	return false
}

// match tries the elements from index e on at word i, the longest way first, and gives
// the words that the cue takes; ok is false where they do not fit.
func (p *pattern) match(ws []word, i, e int, found cue) (c cue, ok bool) {
	if e == p.cueFirst {
		found.first = i
	}
	if e == p.cueLast {
		found.last = i
	}
	if e == len(p.elements) {
		return found, found.last > found.first
	}
	el := p.elements[e]
	n := 0
	for i+n < len(ws) && el.matches(ws[i+n]) {
		n++
		if !el.repeated {
			break
		}
	}
	if el.absent {
		if n > 0 {
			return cue{}, false
		}
		return p.match(ws, i, e+1, found)
	}
	for ; n > 0 || n == 0 && el.optional; n-- {
		if c, ok := p.match(ws, i+n, e+1, found); ok {
			return c, true
		}
	}
	return cue{}, false
}

// cues lists where the rules fit, in order and without overlap: at each word the first
// rule of the grammar that fits.
func (s *sentence) cues() []cue {
	var found []cue
	for i := 0; i < len(s.words); i++ {
		if c, ok := s.cueAt(i); ok {
			found = append(found, c)
			i = c.last - 1
		}
	}
	return found
}

func (s *sentence) cueAt(i int) (cue, bool) {
	for r := range grammar {
		for p := range grammar[r].patterns {
			pattern := &grammar[r].patterns[p]
			if first := pattern.elements[0]; !first.optional && !first.matches(s.words[i]) {
				continue
			}
			if c, ok := pattern.match(s.words, i, 0, cue{}); ok {
				c.rule = &grammar[r]
				return c, true
			}
		}
	}
	return cue{}, false
}

// mustParseGrammar reads grammar.txt. It panics on what is not in its form: the file is
// part of the program.
func mustParseGrammar(file string) []rule {
	var rules []rule
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case fields[0] == "rule" && len(fields) == 4:
			rules = append(rules, rule{
				name: fields[1], kind: corpus.ClaimType(fields[2]), certainty: corpus.Certainty(fields[3]),
			})
		case len(rules) == 0:
			panic(fmt.Sprintf("grammar.txt: %q stands before the first rule", line))
		case fields[0] == "+":
			last := &rules[len(rules)-1]
			last.yes = append(last.yes, strings.TrimSpace(line[1:]))
		case fields[0] == "-":
			last := &rules[len(rules)-1]
			last.no = append(last.no, strings.TrimSpace(line[1:]))
		default:
			last := &rules[len(rules)-1]
			last.patterns = append(last.patterns, mustParsePattern(fields))
		}
	}
	return rules
}

func mustParsePattern(fields []string) pattern {
	var p pattern
	p.cueLast = -1
	for _, field := range fields {
		switch field {
		case "[":
			p.cueFirst = len(p.elements)
		case "]":
			p.cueLast = len(p.elements)
		default:
			p.elements = append(p.elements, mustParseElement(field))
		}
	}
	if p.cueLast < 0 {
		p.cueLast = len(p.elements)
	}
	if p.cueLast == p.cueFirst {
		panic(fmt.Sprintf("grammar.txt: pattern %q has no cue", fields))
	}
	return p
}

func mustParseElement(field string) element {
	var e element
	field, e.absent = strings.CutPrefix(field, "!")
	if rest, ok := strings.CutSuffix(field, "*"); ok {
		field, e.optional, e.repeated = rest, true, true
	}
	if rest, ok := strings.CutSuffix(field, "?"); ok {
		field, e.optional = rest, true
	}
	e.both = strings.Contains(field, "&")
	for _, alternative := range strings.FieldsFunc(field, func(r rune) bool { return r == '|' || r == '&' }) {
		switch {
		case strings.HasPrefix(alternative, "<"):
			name, exact := strings.CutSuffix(strings.Trim(alternative, "<>"), "!")
			e.tags = append(e.tags, tag{name, exact})
		case alternative == strings.ToUpper(alternative) && alternative != strings.ToLower(alternative):
			e.classes = e.classes.with(vocabulary.class(alternative))
		default:
			e.literals = append(e.literals, alternative)
		}
	}
	return e
}
