package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"augury/corpus"
	"augury/extractors/forecast"
	"augury/internal/likelihood"
	"augury/store"
)

// explanation is what `augury explain --json` prints: the finding, what made it and where
// each of its fields was read.
type explanation struct {
	ID       int64        `json:"id"`
	Key      string       `json:"key"`
	Kind     corpus.Kind  `json:"kind"`
	Document int64        `json:"document"`
	Revision int          `json:"document_version"`
	Title    string       `json:"title"`
	Status   store.Status `json:"status"`
	Section  string       `json:"section"` // its role
	Heading  string       `json:"heading"`

	corpus.Quoted
	Sentence corpus.Quoted `json:"sentence"`
	corpus.Made
	Grammar *forecast.Rule `json:"grammar,omitempty"` // where a rule of the grammar found it
	Fired   string         `json:"fired,omitempty"`   // the pattern of the rule that fits

	Fields []explained      `json:"fields"`
	Ranges []yardstickRange `json:"ranges,omitempty"`
}

// explained is a field of a finding with the place that it was read from, where it is one.
type explained struct {
	Name  string       `json:"name"`
	Value any          `json:"value"`
	At    *corpus.Span `json:"at,omitempty"`
	Where string       `json:"where,omitempty"` // of the place: clause, sentence, heading or elsewhere
}

// yardstickRange is what a yardstick makes of a claim's certainty.
type yardstickRange struct {
	Yardstick string  `json:"yardstick"`
	Term      string  `json:"term"` // the words of the yardstick that stand for the class
	Low       float64 `json:"low"`  // percent
	High      float64 `json:"high"`
	Source    string  `json:"source"`
}

func (a *app) explainCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "explain FINDING",
		Short: "Say why a finding was made and where its fields were read",
		Long: `explain prints a finding, by its number or its key in 'augury query': its sentence with the
words marked; the rule or the model that found it, with its score, and for a rule of the
grammar its patterns and examples; each field with the words that it was read from; and for
a claim what each published yardstick makes of its certainty.`,
		Example: "  augury explain 17\n  augury explain 5f0c2a --json",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			briefs, err := a.openExisting(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { _ = briefs.Close() }()
			doc, found, err := briefs.Finding(cmd.Context(), args[0])
			if errors.Is(err, store.ErrNotFound) {
				return fmt.Errorf("no current finding %q; 'augury query claims' lists their numbers and keys", args[0])
			}
			if err != nil {
				return err
			}
			e := explainFinding(doc, found)
			if e.Grammar != nil {
				// Tokens are not stored; the pattern is found again on new ones.
				stages, err := loadPipeline()
				if err != nil {
					return err
				}
				if err := stages.Analyse(doc); err != nil {
					return err
				}
				e.Fired = forecast.Fired(doc, found.Value.(corpus.Claim).Cue)
			}
			if asJSON {
				return a.json(e)
			}
			a.explain(doc, found, e)
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

// explainFinding gathers what is known of a finding.
func explainFinding(doc *corpus.Document, found store.Located) explanation {
	quoted := func(s corpus.Span) corpus.Quoted { return corpus.Quoted{Span: s, Text: doc.Words(s)} }
	e := explanation{
		ID: found.ID, Key: found.Key, Kind: found.Kind, Document: found.Document, Revision: found.Version,
		Title: doc.Title, Status: found.Status, Quoted: quoted(found.Span),
		Made: corpus.Made{Rule: found.Rule, Extractor: found.Extractor, Version: found.Finding.Version, Score: found.Score},
	}
	if i := doc.SectionAt(found.Span.Start); i >= 0 {
		e.Section, e.Heading = string(doc.Sections[i].Role), doc.Words(doc.Sections[i].Heading)
	}
	if i := doc.SentenceAt(found.Span.Start); i >= 0 {
		e.Sentence = quoted(doc.Sentences[i].Span)
	}
	places := fieldSpans(found.Value)
	for _, f := range found.Value.Fields(doc.Text) {
		field := explained{Name: f.Name, Value: f.Value}
		if at, ok := places[f.Name]; ok && !at.Empty() {
			field.At, field.Where = &at, e.where(doc, at)
		}
		e.Fields = append(e.Fields, field)
	}
	claim, ok := found.Value.(corpus.Claim)
	if !ok {
		return e
	}
	if rule, ok := forecast.RuleOf(found.Rule); ok {
		e.Grammar = &rule
	}
	e.Ranges = yardstickRanges(string(claim.Certainty), doc.Words(claim.CertaintyText))
	return e
}

// fieldSpans gives the spans of a value by the names of the fields whose words they are.
func fieldSpans(value corpus.Value) map[string]corpus.Span {
	switch v := value.(type) {
	case corpus.Claim:
		return map[string]corpus.Span{
			"cue": v.Cue, "certainty_text": v.CertaintyText, "horizon_text": v.HorizonText,
			"condition": v.Condition, "source": v.Source, "restates": v.Restates,
		}
	case corpus.Percentage:
		return map[string]corpus.Span{"of": v.Of, "subject": v.Subject, "time": v.Time}
	}
	return nil
}

// where names the place that a field was read from.
func (e explanation) where(doc *corpus.Document, at corpus.Span) string {
	switch block := doc.BlockAt(at.Start); {
	case e.Contains(at):
		return "clause"
	case e.Sentence.Contains(at):
		return "sentence"
	case block >= 0 && doc.Blocks[block].Kind == corpus.Heading:
		return "heading"
	}
	return "elsewhere"
}

// yardstickRanges gives what each yardstick says of a class, or of the very words where it
// has a row for them.
func yardstickRanges(class, words string) []yardstickRange {
	var ranges []yardstickRange
	for _, yardstick := range likelihood.Yardsticks {
		low, high, ok := likelihood.RangeOf(yardstick, class, words)
		if !ok {
			continue
		}
		r := yardstickRange{Yardstick: yardstick, Low: low, High: high}
		for _, row := range likelihood.Rows() {
			if row.Yardstick == yardstick && row.Class == class && row.Low == low && row.High == high {
				r.Term, r.Source = row.Term, row.Source
				break
			}
		}
		ranges = append(ranges, r)
	}
	return ranges
}

// explain prints an explanation.
func (a *app) explain(doc *corpus.Document, found store.Located, e explanation) {
	line := func(name, text string) {
		if text != "" {
			_, _ = fmt.Fprintf(a.out, "%s %s\n", a.paint(dim, fmt.Sprintf("%-11s", name)), text)
		}
	}
	line(string(e.Kind), fmt.Sprintf("%d  %s  %s", e.ID, e.Key, e.Status))
	line("document", fmt.Sprintf("%d, version %d  %s", e.Document, e.Revision, oneLine(e.Title)))
	line("section", strings.TrimSpace(e.Section+"  "+oneLine(e.Heading)))
	sentence := corpus.Block{Span: e.Sentence.Span}
	if !sentence.Contains(e.Span) {
		sentence.Span = e.Span
	}
	line("sentence", marks{}.block(a.ui, doc, sentence, []numbered{{found.Finding, 1}}))
	made := fmt.Sprintf("%s %s, %s", e.Extractor, e.Version, e.Rule)
	if e.Score > 0 {
		made += fmt.Sprintf(", score %.3f", e.Score)
	}
	line("found by", made)
	if e.Grammar != nil {
		for _, pattern := range e.Grammar.Patterns {
			mark := "  "
			if pattern == e.Fired {
				mark = "▸ "
			}
			line("pattern", mark+pattern)
		}
		for _, example := range e.Grammar.Yes {
			line("finds", "  "+example)
		}
		for _, example := range e.Grammar.No {
			line("leaves", "  "+example)
		}
	}
	_, _ = io.WriteString(a.out, "\n")
	for _, f := range e.Fields {
		if f.Value == nil {
			continue
		}
		text := oneLine(cellText(f.Value))
		if f.At != nil {
			text = fmt.Sprintf("“%s”  %s", text, a.paint(dim, fmt.Sprintf("bytes %d to %d, %s", f.At.Start, f.At.End, f.Where)))
		}
		_, _ = fmt.Fprintf(a.out, "%s %s\n", a.paint(dim, fmt.Sprintf("%-16s", f.Name)), text)
	}
	for _, r := range e.Ranges {
		_, _ = fmt.Fprintf(a.out, "%s %g–%g%%, “%s”  %s\n", a.paint(dim, fmt.Sprintf("%-16s", r.Yardstick)), r.Low, r.High, r.Term, a.paint(dim, r.Source))
	}
}
