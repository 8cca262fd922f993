package forecast

import (
	"strings"

	"augury/corpus"
)

// Rule is a rule of grammar.txt as an analyst reads it.
type Rule struct {
	Name      string           `json:"name"`
	Type      corpus.ClaimType `json:"type"`      // of its claims, where nothing else says another
	Certainty corpus.Certainty `json:"certainty"` // the same
	Patterns  []string         `json:"patterns"`  // as they are written
	Yes       []string         `json:"yes"`       // examples, the cue in brackets
	No        []string         `json:"no"`        // sentences in which it must find nothing
}

// RuleOf gives the rule of the grammar with a name; ok is false where there is none, as
// for a model.
func RuleOf(name string) (r Rule, ok bool) {
	for line := range strings.Lines(grammarFile) {
		line = strings.TrimSpace(line)
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case fields[0] == "rule":
			if ok {
				return r, true
			}
			ok = fields[1] == name
			r = Rule{Name: name, Type: corpus.ClaimType(fields[2]), Certainty: corpus.Certainty(fields[3])}
		case !ok:
		case fields[0] == "+":
			r.Yes = append(r.Yes, strings.TrimSpace(line[1:]))
		case fields[0] == "-":
			r.No = append(r.No, strings.TrimSpace(line[1:]))
		default:
			r.Patterns = append(r.Patterns, line)
		}
	}
	return r, ok
}

// Fired gives the pattern of the grammar, as it is written, by which a cue was found. The
// document must have its tokens. It is "" where no pattern fits there, as when a newer
// grammar has lost it.
func Fired(doc *corpus.Document, cueSpan corpus.Span) string {
	index := doc.SentenceAt(cueSpan.Start)
	if index < 0 {
		return ""
	}
	s := look(doc, index, nil)
	for i := range s.words {
		c, ok := s.cueAt(i)
		if !ok || s.span(c.first, c.last) != cueSpan {
			continue
		}
		r, ok := RuleOf(c.rule.name)
		if !ok {
			return ""
		}
		for n := range c.rule.patterns {
			if again, fits := c.rule.patterns[n].match(s.words, i, 0, cue{}); fits && again.first == c.first && again.last == c.last && n < len(r.Patterns) {
				return r.Patterns[n]
			}
		}
	}
	return ""
}
