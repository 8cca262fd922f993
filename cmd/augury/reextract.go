package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"augury/pipeline"
	"augury/store"
)

// reextracted is what `augury reextract --json` prints for one brief.
type reextracted struct {
	Document int64  `json:"document"`
	Added    int    `json:"added"`
	Changed  int    `json:"changed"`
	Removed  int    `json:"removed"`
	Kept     int    `json:"kept"`
	Error    string `json:"error,omitempty"`
}

func (a *app) reextractCommand() *cobra.Command {
	var asJSON, all bool
	var own extractorFlags
	command := &cobra.Command{
		Use:   "reextract",
		Short: "Run newer extractors over the stored briefs",
		Long: `reextract runs the extractors over the stored text of each brief whose findings older
versions of them made, and touches only the findings that differ. Findings that stay keep
their numbers.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			briefs, err := a.openExisting(ctx)
			if err != nil {
				return err
			}
			defer func() { _ = briefs.Close() }()
			stages, err := own.load()
			if err != nil {
				return err
			}
			versions := stages.Versions()
			if all {
				versions = nil // no brief was made by no extractors: all are stale
			}
			ids, err := briefs.Stale(ctx, versions)
			if err != nil {
				return err
			}
			done, failures := 0, 0
			a.startBar(len(ids), "extracting")
			for _, id := range ids {
				if ctx.Err() != nil {
					return errors.New("interrupted; run the same command again to go on")
				}
				a.step()
				changes, err := reextractOne(cmd, briefs, stages, id)
				line := reextracted{id, changes.Added, changes.Changed, changes.Removed, changes.Kept, ""}
				if err != nil {
					a.fault(err)
					failures++
					line.Error = err.Error()
				} else {
					done++
				}
				switch {
				case asJSON:
					if err := a.json(line); err != nil {
						return err
					}
				case err == nil:
					a.line(a.out, fmt.Sprintf("%4d  %d added, %d changed, %d removed, %d kept",
						id, changes.Added, changes.Changed, changes.Removed, changes.Kept))
				}
			}
			a.stopBar()
			if len(ids) == 0 {
				a.note("all briefs are up to date")
				return nil
			}
			return ending(done, failures)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a brief and line")
	command.Flags().BoolVar(&all, "all", false, "every brief, also those that are up to date")
	own.add(command)
	return command
}

func reextractOne(cmd *cobra.Command, briefs *store.Store, stages *pipeline.Pipeline, id int64) (store.Changes, error) {
	doc, err := briefs.Document(cmd.Context(), id)
	if err != nil {
		return store.Changes{}, err
	}
	if err := stages.Analyse(doc); err != nil {
		return store.Changes{}, fmt.Errorf("document %d: %w", id, err)
	}
	return briefs.Reextract(cmd.Context(), doc)
}
