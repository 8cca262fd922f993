package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"augury/eval"
)

func (a *app) evalCommand() *cobra.Command {
	var asJSON bool
	var options eval.Options
	var own extractorFlags
	command := &cobra.Command{
		Use:   "eval DIR",
		Short: "Measure the findings against annotated briefs",
		Long: `eval reads every NAME.gold.json in a folder with the brief beside it (NAME.txt, .md or
.html), runs the extractors over the brief and prints precision, recall and F1: of entities
by exact span and label, of percentages by overlapping span with the same low, high and
unit, of claims by overlapping cue, else by clauses that share half of their bytes; and
the accuracy of each field over what was matched.`,
		Example: "  augury eval corpus/samples\n  augury eval --errors briefs/",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if options.Folds < 0 || options.Folds == 1 {
				return errUsage{fmt.Errorf("eval: --folds %d: want 2 or more", options.Folds)}
			}
			stages, err := own.load()
			if err != nil {
				return err
			}
			report, err := eval.Run(args[0], stages.Analyse, options)
			if err != nil {
				return err
			}
			if asJSON {
				return a.json(report)
			}
			if options.Errors {
				if err := eval.WriteErrors(a.out, report.Errors); err != nil {
					return err
				}
			}
			return report.WriteText(a.out)
		},
	}
	flags := command.Flags()
	flags.BoolVar(&asJSON, "json", false, "print JSON")
	flags.BoolVar(&options.Errors, "errors", false, "list what was missed, what is false and which fields are wrong, with the sentence")
	flags.IntVar(&options.Folds, "folds", 0, "also print the figures of `N` parts of the folder, whole briefs apart, with their spread")
	own.add(command)
	return command
}
