package main

import (
	"os"

	"github.com/spf13/cobra"

	"augury/corpus"
	"augury/pipeline"
)

func (a *app) extractCommand() *cobra.Command {
	var asJSON bool
	var own extractorFlags
	command := &cobra.Command{
		Use:   "extract FILE…",
		Short: "Print the findings of briefs, without a database",
		Long: `extract prints what is found in briefs and keeps nothing. Without --json each brief is
shown with its findings marked in place; with --json it is one object a brief and line,
whose start and end are half-open byte offsets into document.text.`,
		Example: "  augury extract --json brief.txt | jq '.claims[].text'",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			stages, err := own.load()
			if err != nil {
				return err
			}
			marks, err := a.newMarks()
			if err != nil {
				return err
			}
			runner := pipeline.Runner{Pipeline: stages, Limits: corpus.DefaultLimits, Workers: a.workers}
			done, failures := 0, 0
			for result := range runner.Run(cmd.Context(), corpus.Sources(args, os.Stdin)) {
				if result.Err != nil {
					failures++
					a.fault(result.Err)
					continue
				}
				done++
				if !asJSON {
					marks.show(a.ui, result.Document)
					continue
				}
				if err := a.json(marks.record(result.Document)); err != nil {
					return err
				}
			}
			return ending(done, failures)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a brief and line")
	a.addYardstick(command)
	own.add(command)
	a.addWorkers(command)
	return command
}
