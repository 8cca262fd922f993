package main

import (
	"errors"

	"github.com/spf13/cobra"

	"augury/store"
)

func (a *app) exportCommand() *cobra.Command {
	var filters filterFlags
	var out string
	var raw bool
	command := &cobra.Command{
		Use:   "export --out DIR",
		Short: "Write all findings as CSV files",
		Long: `export writes documents.csv, claims.csv, entities.csv, mentions.csv and percentages.csv
(RFC 4180, UTF-8, a header always), each with a description of its columns beside it
(NAME.csv-metadata.json, CSV on the Web). A text cell that a spreadsheet would run as a
formula gets an apostrophe before it, unless --raw. Filters narrow every table that has
what they ask for.`,
		Example: "  augury export --out findings\n  augury export --out kz --country KZ --from 2024",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return errUsage{errors.New("export: --out DIR is missing")}
			}
			filter, err := filters.filter()
			if err != nil {
				return err
			}
			if filter.Yardstick, err = a.readYardstick(); err != nil {
				return err
			}
			briefs, err := a.openExisting(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { _ = briefs.Close() }()
			if err := briefs.Export(cmd.Context(), out, store.ExportOptions{Filter: filter, Raw: raw}); err != nil {
				return usageOfFilter(err)
			}
			a.note("written to %s", out)
			return nil
		},
	}
	command.Flags().StringVar(&out, "out", "", "the folder to write to; it is made where it is missing")
	command.Flags().BoolVar(&raw, "raw", false, "leave cells that look like formulas as they are")
	filters.add(command.Flags())
	a.addYardstick(command)
	return command
}
