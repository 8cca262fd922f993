// Package forecast finds forecast claims: clauses by which a brief, or a source that it
// reports, says how the world will, may or is expected to be after it was written.
//
// A claim is found in stages, each in files of its own, so that a better one can take the
// place of any:
//
//   - cues, by a grammar over words and tags: grammar.txt, grammar.go;
//   - where the clause begins and what it hangs on: clause.go, subject.go, holder.go;
//   - whether it is a claim at all: decide.go, modal.go, expect.go, plan.go, noun.go;
//   - where the clause ends: predicate.go;
//   - its fields: certainty.go (with negation), kind.go, horizon.go, condition.go, and
//     source.go with speaker.go;
//   - what follows from them: detail.go, direction.go, restate.go.
//
// The words that all of them go by are in lexicon.txt.
package forecast

import (
	"augury/corpus"
	"augury/extractors/entity"
	"augury/internal/likelihood"
	"augury/pipeline"
)

// version of the rules. It changes whenever the same text may give other findings.
const version = "2"

// Options are what a user may set.
type Options struct {
	Entity  *pipeline.Extractor // whose findings are read; nil for entity.Extractor
	Lexicon *likelihood.Lexicon // of certainty words; nil for the built-in one
}

// Extractor finds forecast claims and reads off all their fields.
var Extractor = New(Options{})

// New gives an extractor of forecast claims. With a lexicon of the user's its version
// carries the hash of the lexicon, so that stored findings of another one are known to be
// out of date.
func New(o Options) *pipeline.Extractor {
	if o.Entity == nil {
		o.Entity = entity.Extractor
	}
	if o.Lexicon == nil {
		o.Lexicon = likelihood.Builtin
	}
	e := &pipeline.Extractor{
		Name:    "forecast",
		Version: version,
		Doc:     "forecast claims: what will, may or is expected to be, with certainty, horizon, condition and source",
		Needs:   []*pipeline.Extractor{o.Entity},
		Extract: func(doc *corpus.Document) []corpus.Finding { return extract(doc, o.Lexicon) },
	}
	if hash := o.Lexicon.Hash(); hash != "" {
		e.Version += "+lexicon." + hash
	}
	return e
}

func extract(doc *corpus.Document, lexicon *likelihood.Lexicon) []corpus.Finding {
	var found []corpus.Finding
	var buffer []word
	quoted, block := false, -1
	for i, sentence := range doc.Sentences {
		if sentence.Last-sentence.First > longest {
			continue
		}
		if sentence.Block != block {
			quoted, block = false, sentence.Block
		}
		s := look(doc, i, buffer)
		s.quoted, s.lexicon = quoted, lexicon
		quoted = s.quotedAfter()
		buffer = s.words
		clauses := s.clauses()
		for _, c := range clauses {
			found = append(found, s.claim(c, clauses))
		}
	}
	return withDetail(doc, found)
}

// clauses finds the cues of a sentence that make claims, with the bounds of their clauses.
func (s *sentence) clauses() []clause {
	var clauses []clause
	for _, c := range s.cues() {
		verb, ok := s.anchor(c)
		if !ok {
			continue
		}
		start := min(s.subject(verb), c.first)
		if lead, under := s.underForecast(c); under > 0 {
			start = lead
		}
		cl := clause{cue: c, start: start, end: c.last, verbFirst: verb, holder: s.holds(start)}
		if s.is(cl.last, "only") && s.at(cl.last-1).set.has(classNeg) && cl.last-cl.first > 1 {
			cl.last-- // "will not only raise" denies nothing
		}
		if s.claims(cl) {
			clauses = append(clauses, cl)
		}
	}
	clauses = s.withoutHolders(clauses)
	for i := range clauses {
		c := &clauses[i]
		from := max(c.last, c.verbFirst+1)
		c.end = s.predicate(c.start, from, s.cuts(clauses, i), c.rule.kind == corpus.Plan || s.isDeliberate(*c))
		if c.rule.ofNoun() {
			c.end = s.withoutTail(from, c.end)
		}
	}
	return clauses
}

// anchor gives the first word of the verb whose subject starts the clause of a cue; ok is
// false where the cue is a noun of which nothing is said.
func (s *sentence) anchor(c cue) (verb int, ok bool) {
	if c.rule.ofNoun() {
		return s.nounVerb(c)
	}
	if c.rule.name == "plans_to" {
		if verb, ok := s.verbBefore(c.first); ok {
			return verb, true
		}
	}
	return c.first, true
}

// withoutHolders drops the claims of verbs that only hold another one: in "the IMF expects
// that growth will slow" the modal is the cue.
func (s *sentence) withoutHolders(clauses []clause) []clause {
	var kept []clause
	for i, c := range clauses {
		holds := false
		if c.rule.name == "expectation_verb" || c.rule.name == "participle_expectation" || c.rule.kind == corpus.Plan {
			for _, other := range clauses[i+1:] {
				holds = holds || c.first <= other.holder.verb && other.holder.verb < c.last && other.holder.direct
			}
		}
		if !holds {
			kept = append(kept, c)
		}
	}
	return kept
}

// cuts lists the words at which the clauses behind clause i start, where its predicate
// ends, or those that say who holds them. A clause that "that" joins on is part of what
// it describes.
func (s *sentence) cuts(clauses []clause, i int) []int {
	var starts []int
	for _, later := range clauses[i+1:] {
		if s.is(later.start, "that") && !s.is(later.start-1, ",") {
			continue
		}
		if later.start >= clauses[i].last {
			starts = append(starts, later.start)
		}
		if h := later.holder; h.direct && h.verb > clauses[i].last && s.isReport(h.verb) {
			starts = append(starts, s.subject(h.verb))
		}
	}
	return starts
}

// claim reads the fields off a clause, one of those of its sentence.
func (s *sentence) claim(c clause, clauses []clause) corpus.Finding {
	var starts []int
	for _, other := range clauses {
		starts = append(starts, other.start)
	}
	certainty, certaintyText := s.certainty(c)
	kind := s.kind(c, certainty)
	if kind == corpus.Plan || kind == corpus.Scheduled {
		certainty = corpus.Stated
	}
	horizon, horizonText := s.horizon(c)
	return corpus.Finding{
		Kind: corpus.KindClaim,
		Span: s.span(c.start, c.end),
		Rule: c.rule.name,
		Value: corpus.Claim{
			Cue:           s.span(c.first, c.last),
			Type:          kind,
			Certainty:     certainty,
			CertaintyText: certaintyText,
			Negated:       s.negated(c, certainty),
			Horizon:       horizon,
			HorizonText:   horizonText,
			Condition:     s.condition(c, starts, kind == corpus.Plan),
			Source:        s.source(c),
		},
	}
}
