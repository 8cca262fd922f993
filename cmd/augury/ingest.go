package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"augury/corpus"
	"augury/pipeline"
)

// ingested is what `augury ingest --json` prints for one brief.
type ingested struct {
	File        string         `json:"file"`
	Outcome     corpus.Outcome `json:"outcome"`
	Document    int64          `json:"document,omitempty"`
	Version     int            `json:"version,omitempty"`
	Title       string         `json:"title,omitempty"`
	Claims      int            `json:"claims"`
	Percentages int            `json:"percentages"`
	Mentions    int            `json:"mentions"`
	Error       string         `json:"error,omitempty"`
}

// failed is the outcome of a brief that could not be read or saved.
const failed corpus.Outcome = "failed"

func (a *app) ingestCommand() *cobra.Command {
	var asJSON bool
	var own extractorFlags
	command := &cobra.Command{
		Use:   "ingest PATH…",
		Short: "Read briefs, extract their findings and keep both in the database",
		Long: `ingest reads briefs (.txt, .md, .html; a folder is read with all below it; "-" is standard
input), extracts their findings and keeps both in the database. The same bytes again
change nothing; a changed text of the same source becomes a new version. A brief that
cannot be read is named with the reason, and the others go on.`,
		Example: "  augury ingest briefs/\n  augury ingest --db desk.db brief.html notes.md",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.ingest(cmd, args, own, asJSON)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a brief and line")
	own.add(command)
	a.addWorkers(command)
	return command
}

func (a *app) ingest(cmd *cobra.Command, paths []string, own extractorFlags, asJSON bool) error {
	ctx := cmd.Context()
	briefs, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = briefs.Close() }()
	stages, err := own.load()
	if err != nil {
		return err
	}
	runner := pipeline.Runner{Pipeline: stages, Limits: corpus.DefaultLimits, Workers: a.workers, Sink: briefs}
	counts := map[corpus.Outcome]int{}
	a.startBar(-1, "ingesting")
	for result := range runner.Run(ctx, corpus.Sources(paths, os.Stdin)) {
		a.step()
		done := describe(result)
		counts[done.Outcome]++
		if result.Err != nil {
			a.fault(result.Err)
		}
		if asJSON {
			if err := a.json(done); err != nil {
				return err
			}
			continue
		}
		if result.Err == nil {
			a.line(a.out, a.ingestedLine(done))
		}
	}
	a.stopBar()
	if ctx.Err() != nil {
		return errors.New("interrupted; the briefs listed are saved, run the same command again to go on")
	}
	done := counts[corpus.New] + counts[corpus.Changed] + counts[corpus.Unchanged]
	a.note("%s: %d new, %d changed, %d unchanged, %d failed", plural(done+counts[failed], "brief"),
		counts[corpus.New], counts[corpus.Changed], counts[corpus.Unchanged], counts[failed])
	return ending(done, counts[failed])
}

// ending is the error with which a batch ends, nil where no brief failed. Each failure
// was named when it happened.
func ending(done, failures int) error {
	switch {
	case failures == 0 && done == 0:
		return errors.New("no briefs found")
	case failures == 0:
		return nil
	case done == 0:
		return fmt.Errorf("%s failed, none done", plural(failures, "brief"))
	}
	return fmt.Errorf("%w: %d of %d", errPartial, failures, done+failures)
}

func describe(result pipeline.Result) ingested {
	done := ingested{
		File: result.Name, Outcome: result.Saved.Outcome,
		Document: result.Saved.Document, Version: result.Saved.Version,
	}
	if result.Err != nil {
		done.Outcome, done.Error = failed, result.Err.Error()
		return done
	}
	done.Title = result.Document.Title
	for _, f := range result.Document.Findings {
		switch f.Kind {
		case corpus.KindClaim:
			done.Claims++
		case corpus.KindPercentage:
			done.Percentages++
		case corpus.KindEntity:
			done.Mentions++
		}
	}
	return done
}

func (a *app) ingestedLine(done ingested) string {
	name := cmp.Or(oneLine(done.Title), done.File)
	line := fmt.Sprintf("%-9s  %4d  %s", done.Outcome, done.Document, cut(name, 72))
	if done.Outcome == corpus.Unchanged {
		return a.paint(dim, line)
	}
	found := fmt.Sprintf("%s, %s, %s", plural(done.Claims, "claim"),
		plural(done.Percentages, "percentage"), plural(done.Mentions, "mention"))
	return line + "  " + a.paint(dim, found)
}
