package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"augury/corpus"
	"augury/store"
)

func (a *app) showCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "show DOCUMENT",
		Short: "Print a brief with its findings marked in place",
		Long: `show prints a stored brief, by its number in 'augury query documents', with its findings
marked in place: ⟦claims⟧ with a number and their _cue_, {entities|LABEL} and
{percentages|%}. Under each paragraph stand the fields of its claims and percentages.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return errUsage{fmt.Errorf("show: %q is not a document's number; 'augury query documents' lists them", args[0])}
			}
			marks, err := a.newMarks()
			if err != nil {
				return err
			}
			briefs, err := a.openExisting(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { _ = briefs.Close() }()
			doc, err := briefs.Document(cmd.Context(), id)
			if err != nil {
				return err
			}
			if asJSON {
				return a.json(marks.record(doc))
			}
			marks.show(a.ui, doc)
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print the object that 'extract --json' prints")
	a.addYardstick(command)
	return command
}

// marks shows documents with their findings, likelihoods by one yardstick.
type marks struct{ yardstick store.Yardstick }

func (a *app) newMarks() (marks, error) {
	yardstick, err := a.readYardstick()
	return marks{yardstick}, err
}

// record is the document as JSON, with the range of each claim's certainty.
func (m marks) record(doc *corpus.Document) corpus.Record {
	record := corpus.NewRecord(doc)
	for i, claim := range record.Claims {
		if low, high, ok := m.yardstick.Range(string(claim.Certainty)); ok {
			record.Claims[i].Likelihood = &corpus.Range{Low: low, High: high, Yardstick: m.yardstick.Name}
		}
	}
	return record
}

// show prints a document: a head, then block by block the text with its findings.
func (m marks) show(u *ui, doc *corpus.Document) {
	for _, line := range [][2]string{
		{"title", doc.Title}, {"authors", strings.Join(doc.Authors, ", ")},
		{"published", doc.Published.String()}, {"outlet", doc.Outlet}, {"source", doc.Source},
	} {
		if line[1] != "" {
			_, _ = fmt.Fprintf(u.out, "%s %s\n", u.paint(dim, fmt.Sprintf("%-9s", line[0])), oneLine(line[1]))
		}
	}
	number := 0
	for _, block := range doc.Blocks {
		var here []numbered
		for _, f := range doc.Findings {
			if !block.Overlaps(f.Span) {
				continue
			}
			n := 0
			if f.Kind != corpus.KindEntity {
				number++
				n = number
			}
			here = append(here, numbered{f, n})
		}
		_, _ = fmt.Fprintf(u.out, "\n%s\n", m.block(u, doc, block, here))
		for _, f := range here {
			if f.number > 0 {
				_, _ = fmt.Fprintln(u.out, u.paint(dim, m.notes(doc, f)))
			}
		}
	}
	_, _ = io.WriteString(u.out, "\n")
}

// numbered is a finding with its number on the page; 0 for entities, which have none.
type numbered struct {
	corpus.Finding
	number int
}

// edge is where a mark begins or ends.
type edge struct {
	at     int
	closes bool
	span   corpus.Span
	mark   string
	colour string // SGR code that holds from here on, in the mark
}

// block gives the words of a block with the marks of its findings.
func (m marks) block(u *ui, doc *corpus.Document, block corpus.Block, here []numbered) string {
	var edges []edge
	add := func(s corpus.Span, colour, open, closing string) {
		edges = append(edges, edge{s.Start, false, s, open, colour}, edge{s.End, true, s, closing, ""})
	}
	for _, f := range here {
		switch v := f.Value.(type) {
		case corpus.Claim:
			add(f.Span, underline, "⟦", "⟧"+strconv.Itoa(f.number))
			add(v.Cue, bold, "_", "_")
		case corpus.Percentage:
			add(f.Span, yellow, "{", "|%"+strconv.Itoa(f.number)+"}")
		case corpus.Entity:
			add(f.Span, labelColour(v.Label), "{", "|"+string(v.Label)+"}")
		}
	}
	slices.SortStableFunc(edges, compareEdges)
	var text strings.Builder
	switch block.Kind {
	case corpus.Heading:
		text.WriteString("# ")
	case corpus.ListItem:
		text.WriteString("• ")
	}
	at := block.Start
	var colours []edge // open marks, the innermost last
	for _, e := range edges {
		text.WriteString(u.paint(innermost(colours), clean(doc.Text[at:e.at])))
		at = e.at
		text.WriteString(u.paint(dim, e.mark))
		if e.closes {
			colours = slices.DeleteFunc(colours, func(open edge) bool { return open.span == e.span })
		} else {
			colours = append(colours, e)
		}
	}
	text.WriteString(u.paint(innermost(colours), clean(doc.Text[at:block.End])))
	return text.String()
}

// compareEdges orders edges so that marks nest: ends before starts at the same byte, of
// ends the one that started last, of starts the one that ends last.
func compareEdges(a, b edge) int {
	if a.at != b.at {
		return a.at - b.at
	}
	if a.closes != b.closes {
		if a.closes {
			return -1
		}
		return 1
	}
	if a.closes {
		return b.span.Start - a.span.Start
	}
	return b.span.End - a.span.End
}

func innermost(open []edge) string {
	if len(open) == 0 {
		return ""
	}
	return open[len(open)-1].colour
}

func labelColour(label corpus.Label) string {
	switch label {
	case corpus.Person:
		return magenta
	case corpus.GPE, corpus.Loc, corpus.NORP:
		return green
	}
	return cyan
}

// notes is a line with the fields of a claim or a percentage.
func (m marks) notes(doc *corpus.Document, f numbered) string {
	var parts []string
	add := func(name string, s corpus.Span) {
		if !s.Empty() {
			parts = append(parts, name+" “"+oneLine(doc.Words(s))+"”")
		}
	}
	switch v := f.Value.(type) {
	case corpus.Claim:
		parts = append(parts, string(v.Type), m.certainty(v))
		if v.Negated {
			parts = append(parts, "negated")
		}
		if v.Horizon != corpus.HorizonNone {
			parts = append(parts, string(v.Horizon))
		}
		add("by", v.HorizonText)
		add("condition", v.Condition)
		add("source", v.Source)
	case corpus.Percentage:
		parts = append(parts, figure(v))
		add("of", v.Of)
		add("subject", v.Subject)
		add("time", v.Time)
	}
	return fmt.Sprintf("  %d  %s  (%s)", f.number, strings.Join(parts, " · "), f.Rule)
}

// certainty is the class of a claim with its range by the yardstick, where it has one.
func (m marks) certainty(c corpus.Claim) string {
	low, high, ok := m.yardstick.Range(string(c.Certainty))
	if !ok {
		return string(c.Certainty)
	}
	return fmt.Sprintf("%s (%g–%g%%, %s)", c.Certainty, low, high, m.yardstick.Name)
}

// figure is a percentage in short: "about 3–5 percent, up".
func figure(p corpus.Percentage) string {
	value := fmt.Sprintf("%g", p.Low)
	if p.High != p.Low {
		value += fmt.Sprintf("–%g", p.High)
	}
	text := value + " " + strings.ReplaceAll(string(p.Unit), "_", " ")
	if p.Bound != corpus.Exact {
		text = strings.ReplaceAll(string(p.Bound), "_", " ") + " " + text
	}
	if p.Change != corpus.NoChange {
		text += ", " + string(p.Change)
	}
	return text
}
