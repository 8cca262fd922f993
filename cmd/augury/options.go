package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"augury/extractors"
	"augury/internal/gazetteer"
	"augury/internal/likelihood"
	"augury/pipeline"
)

// extractorFlags are the user's own tables, by path; "" for none.
type extractorFlags struct {
	lexicon, gazetteer string
}

// add adds the flags to a verb that runs the extractors.
func (f *extractorFlags) add(command *cobra.Command) {
	command.Flags().StringVar(&f.lexicon, "lexicon", "", "a `FILE` of certainty words, a class, a tab and a wording a line, that add to the built-in ones or override them")
	command.Flags().StringVar(&f.gazetteer, "gazetteer", "", "a `FILE` of names, CSV with the header name,label,canonical,code, that beat what is recognised")
}

// load readies the extractors with the user's tables. A fault in one is an error that
// names the line.
func (f *extractorFlags) load() (*pipeline.Pipeline, error) {
	var o extractors.Options
	var err error
	if f.lexicon != "" {
		if o.Lexicon, err = readTable(f.lexicon, likelihood.ReadLexicon); err != nil {
			return nil, err
		}
	}
	if f.gazetteer != "" {
		if o.Gazetteer, err = readTable(f.gazetteer, gazetteer.ReadOwn); err != nil {
			return nil, err
		}
	}
	return pipeline.New(extractors.With(o))
}

// readTable opens a file and reads a table off it.
func readTable[T any](path string, read func(string, io.Reader) (T, error)) (T, error) {
	file, err := os.Open(path)
	if err != nil {
		var none T
		return none, fmt.Errorf("read table: %w", err)
	}
	defer func() { _ = file.Close() }() // read only
	return read(path, file)
}
