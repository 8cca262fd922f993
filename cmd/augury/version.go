package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"augury/extractors"
)

func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of its extractors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				versions := map[string]string{}
				for _, e := range extractors.All {
					versions[e.Name] = e.Version
				}
				return a.json(map[string]any{"augury": version, "go": runtime.Version(), "extractors": versions})
			}
			rows := [][]string{{"augury", version, "built with " + runtime.Version()}}
			for _, e := range extractors.All {
				rows = append(rows, []string{e.Name, e.Version, e.Doc})
			}
			a.table([]string{"NAME", "VERSION", "WHAT"}, rows)
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}
