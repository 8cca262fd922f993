package eval

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"strings"

	"augury/corpus"
)

// Options choose what Run reports beside the figures.
type Options struct {
	Errors bool // list every difference in Report.Errors
	Folds  int  // split the documents into so many folds, each with its own figures; 0 for none
}

// Report is the figures of a directory of gold files.
type Report struct {
	Scores
	Documents []DocumentScores `json:"documents"` // in order of name
	Folds     []FoldScores     `json:"folds,omitempty"`
	Errors    []Error          `json:"errors,omitempty"` // in order of document and text
}

// DocumentScores is the figures of one document.
type DocumentScores struct {
	Name string `json:"name"`
	Scores
}

// FoldScores is the figures of one part of the documents.
type FoldScores struct {
	Fold      int `json:"fold"` // from 0
	Documents int `json:"documents"`
	Scores
}

// Run loads the gold files of a directory, has each document analysed and scores what was
// found. Analyse puts sentences and findings into the document; its first error ends the run.
func Run(dir string, analyse func(*corpus.Document) error, options Options) (Report, error) {
	cases, err := Load(dir)
	if err != nil {
		return Report{}, err
	}
	return RunCases(cases, analyse, options)
}

// RunCases is Run for cases that are loaded already, in order of name.
func RunCases(cases []Case, analyse func(*corpus.Document) error, options Options) (Report, error) {
	if options.Folds < 0 {
		return Report{}, errors.New("evaluate: the number of folds is below zero")
	}
	report := Report{Scores: Score(corpus.Record{}, corpus.Record{})}
	for i := range options.Folds {
		report.Folds = append(report.Folds, FoldScores{Fold: i, Scores: Score(corpus.Record{}, corpus.Record{})})
	}
	for _, c := range cases {
		if err := analyse(c.Document); err != nil {
			return Report{}, fmt.Errorf("evaluate %s: %w", c.Name, err)
		}
		found := corpus.NewRecord(c.Document)
		scores := Score(c.Gold, found)
		report.Scores = report.Scores.plus(scores)
		report.Documents = append(report.Documents, DocumentScores{c.Name, scores})
		if options.Folds > 0 {
			fold := &report.Folds[Fold(c.Name, options.Folds)]
			fold.Documents++
			fold.Scores = fold.Scores.plus(scores)
		}
		if options.Errors {
			report.Errors = append(report.Errors, Errors(c, found)...)
		}
	}
	return report, nil
}

// Fold puts a document into one of n folds, 0 to n-1, by its name alone (32-bit FNV-1a), so
// that a document stays in its fold when others come and go. n must be above zero.
func Fold(name string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(name)) // a hash's Write never fails
	return int(h.Sum32() % uint32(n))
}

// WriteText prints the figures as aligned tables: the headline of each kind in capitals, its
// labels and other ways to match indented under it, then the fields, then the folds.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d documents\n\n", len(r.Documents))
	fmt.Fprintf(&b, "%-26s %6s %6s %6s %10s %7s %6s\n", "", "gold", "found", "right", "precision", "recall", "F1")
	for _, kind := range r.Kinds() {
		writeCounts(&b, strings.ToUpper(string(kind.Kind)), kind.Counts)
		for _, label := range kind.Labels {
			writeCounts(&b, "  "+label.Name, label.Counts)
		}
		for _, variant := range kind.Variants {
			writeCounts(&b, "  ("+variant.Name+")", variant.Counts)
		}
	}
	fmt.Fprintf(&b, "\n%-26s %8s %6s %9s %9s\n", "fields of the right ones", "compared", "right", "accuracy", "to a byte")
	for _, kind := range r.Kinds() {
		for _, f := range kind.Fields {
			fmt.Fprintf(&b, "%-26s %8d %6d %9s %9s\n", string(kind.Kind)+"."+f.Field, f.Compared, f.Right,
				figure(f.Accuracy(), f.Compared), figure(f.ExactAccuracy(), f.Compared))
		}
		fmt.Fprintf(&b, "%-26s %8d %6s %9s\n", string(kind.Kind)+" span, mean IoU", kind.Counts.Matched, "",
			figure(kind.MeanIoU(), kind.Counts.Matched))
	}
	r.writeFolds(&b)
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

func writeCounts(b *strings.Builder, name string, c Counts) {
	fmt.Fprintf(b, "%-26s %6d %6d %6d %10s %7s %6s\n", name, c.Gold, c.Found, c.Matched,
		figure(c.Precision(), c.Found), figure(c.Recall(), c.Gold), figure(c.F1(), c.Gold+c.Found))
}

// figure prints a share of a whole to three digits, a dash where the whole is nothing.
func figure(share float64, whole int) string {
	if whole == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", share)
}

func (r Report) writeFolds(b *strings.Builder) {
	if len(r.Folds) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%-26s %9s %11s %11s %11s\n", "F1 by fold", "documents", "entity", "percentage", "claim")
	columns := make([][]float64, 3)
	for _, fold := range r.Folds {
		fmt.Fprintf(b, "%-26d %9d", fold.Fold, fold.Documents)
		for i, kind := range fold.Kinds() {
			all := kind.Counts.Gold + kind.Counts.Found
			fmt.Fprintf(b, " %11s", figure(kind.Counts.F1(), all))
			// A fold with nothing of the kind says nothing about its spread.
			if all > 0 {
				columns[i] = append(columns[i], kind.Counts.F1())
			}
		}
		b.WriteByte('\n')
	}
	means, spreads := "", ""
	for _, column := range columns {
		mean, deviation := Spread(column)
		means += fmt.Sprintf(" %11s", figure(mean, len(column)))
		spreads += fmt.Sprintf(" %11s", figure(deviation, len(column)))
	}
	fmt.Fprintf(b, "%-26s %9s%s\n%-26s %9s%s\n", "mean", "", means, "standard deviation", "", spreads)
}

// Spread is the mean of figures and their standard deviation (of a sample: divided by n-1);
// the deviation of fewer than two is 0, and so is the mean of none.
func Spread(figures []float64) (mean, deviation float64) {
	if len(figures) == 0 {
		return 0, 0
	}
	for _, f := range figures {
		mean += f / float64(len(figures))
	}
	if len(figures) == 1 {
		return mean, 0
	}
	for _, f := range figures {
		deviation += (f - mean) * (f - mean) / float64(len(figures)-1)
	}
	return mean, math.Sqrt(deviation)
}
