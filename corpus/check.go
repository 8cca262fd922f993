package corpus

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

// Check compares a record with the text that it speaks of. It reports every quote that is
// not what its span covers, every field that is not words of the text, and every class
// word that docs/findings.md does not know, in one error that lists the first ten; nil
// where the record holds.
func (r Record) Check(text string) error {
	c := checker{text: text}
	for i, e := range r.Entities {
		at := fmt.Sprintf("entities[%d]", i)
		c.quote(at, e.Quoted)
		legal(&c, at+".label", e.Label, Labels)
		if e.Canonical == "" {
			c.fail("%s.canonical is empty", at)
		}
		if e.Country != nil && !countryCode.MatchString(*e.Country) {
			c.fail("%s.country %q: want two capital letters", at, *e.Country)
		}
	}
	for i, p := range r.Percentages {
		at := fmt.Sprintf("percentages[%d]", i)
		c.quote(at, p.Quoted)
		if p.Low > p.High {
			c.fail("%s: low %v is above high %v", at, p.Low, p.High)
		}
		legal(&c, at+".unit", p.Unit, []Unit{Percent, PercentagePoint, BasisPoint})
		legal(&c, at+".bound", p.Bound, []Bound{Exact, About, AtLeast, AtMost})
		legal(&c, at+".change", p.Change, []Change{Up, Down, NoChange})
		c.words(at+".of", p.Of)
		c.words(at+".subject", p.Subject)
		c.words(at+".time", p.Time)
	}
	for i, claim := range r.Claims {
		at := fmt.Sprintf("claims[%d]", i)
		c.quote(at, claim.Quoted)
		c.quote(at+".cue", claim.Cue)
		if !claim.Contains(claim.Cue.Span) {
			c.fail("%s: cue %q lies outside its clause", at, claim.Cue.Text)
		}
		legal(&c, at+".type", claim.Type, ClaimTypes)
		legal(&c, at+".certainty", claim.Certainty, Certainties)
		legal(&c, at+".horizon", claim.Horizon, Horizons)
		c.words(at+".horizon_text", claim.HorizonText)
		c.words(at+".condition", claim.Condition)
		c.words(at+".source", claim.Source)
	}
	if more := len(c.faults) - maxFaults; more > 0 {
		c.faults = append(c.faults[:maxFaults], fmt.Errorf("and %d more", more))
	}
	return errors.Join(c.faults...)
}

// maxFaults bounds the error of Check: where a text has moved, nearly every quote is off.
const maxFaults = 10

// checker gathers what is wrong with a record.
type checker struct {
	text   string
	faults []error
}

func (c *checker) fail(format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf(format, args...))
}

func (c *checker) quote(at string, q Quoted) {
	switch {
	case q.Start < 0 || q.End > len(c.text) || q.Empty():
		c.fail("%s %q: span %d to %d is empty or outside the text of %d bytes", at, q.Text, q.Start, q.End, len(c.text))
	case q.In(c.text) != q.Text:
		c.fail("%s %q: the text has %q at %d to %d", at, q.Text, q.In(c.text), q.Start, q.End)
	}
}

func (c *checker) words(at string, words *string) {
	if words != nil && (*words == "" || !strings.Contains(c.text, *words)) {
		c.fail("%s %q: no words of the text", at, *words)
	}
}

func legal[T ~string](c *checker, at string, value T, values []T) {
	if !slices.Contains(values, value) {
		c.fail("%s %q: want one of %v", at, value, values)
	}
}
