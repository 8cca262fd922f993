package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"augury/corpus"
	"augury/internal/likelihood"
	"augury/store"
)

// brief lists for each table the columns that its terminal view has; the other formats
// have all. The last one is cut where the terminal is too narrow.
var brief = map[string][]string{
	"documents":   {"id", "published", "claims", "percentages", "mentions", "authors", "title"},
	"claims":      {"id", "document_id", "published", "type", "certainty", "horizon", "quote"},
	"entities":    {"id", "label", "country", "mentions", "documents", "claims", "first_published", "last_published", "canonical"},
	"mentions":    {"id", "document_id", "label", "country", "quote", "canonical"},
	"percentages": {"id", "document_id", "quote", "bound", "change", "time", "subject", "sentence"},
}

// queryFlags are the flags of one `augury query` verb.
type queryFlags struct {
	filter   filterFlags
	format   string
	columns  []string
	sort     string
	limit    int
	offset   int
	versions bool
	raw      bool
}

func (a *app) queryCommand() *cobra.Command {
	query := &cobra.Command{
		Use:   "query",
		Short: "Filter and search what is in the database",
		Long: `query prints the rows of one of five tables: documents, claims, entities, mentions or
percentages. Filters narrow each other. --text asks for words, "phrases" and beginnings*.`,
		Example: `  augury query claims --country KZ --type risk
  augury query claims --text '"digital silk road"' --from 2024 --format csv
  augury query percentages --document 3 --sort -low --limit 10`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, table := range store.Tables {
		query.AddCommand(a.queryTableCommand(table))
	}
	return query
}

func (a *app) queryTableCommand(table *store.Table) *cobra.Command {
	var flags queryFlags
	command := &cobra.Command{
		Use:   table.Name,
		Short: strings.TrimSuffix(table.Doc, "."),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.query(cmd, table, flags)
		},
	}
	flags.filter.add(command.Flags())
	set := command.Flags()
	set.StringVar(&flags.format, "format", "table", "table, csv, json or jsonl")
	set.StringSliceVar(&flags.columns, "columns", nil, "the columns to print, in this order, parted by commas; the default of a table is a choice, of the other formats all")
	set.StringVar(&flags.sort, "sort", "", "the `COLUMN` to sort by, '-' before it for descending")
	set.IntVar(&flags.limit, "limit", 0, "at most `N` rows; 0 for all")
	set.IntVar(&flags.offset, "offset", 0, "leave out the first `N` rows")
	set.BoolVar(&flags.versions, "all-versions", false, "also versions that a newer one has replaced")
	set.BoolVar(&flags.raw, "raw", false, "csv: leave cells that look like formulas as they are")
	a.addYardstick(command)
	return command
}

func (a *app) query(cmd *cobra.Command, table *store.Table, flags queryFlags) error {
	filter, err := flags.filter.filter()
	if err != nil {
		return err
	}
	filter.Sort, filter.Limit, filter.Offset, filter.AllVersions = flags.sort, flags.limit, flags.offset, flags.versions
	if filter.Yardstick, err = a.readYardstick(); err != nil {
		return err
	}
	wanted := flags.columns
	if len(wanted) == 0 && flags.format == "table" {
		wanted = brief[table.Name]
	}
	columns, places, err := choose(table, wanted)
	if err != nil {
		return err
	}
	write, err := a.rowWriter(flags)
	if err != nil {
		return err
	}
	briefs, err := a.openExisting(cmd.Context())
	if err != nil {
		return err
	}
	defer func() { _ = briefs.Close() }()
	return usageOfFilter(write(columns, pick(briefs.Rows(cmd.Context(), table, filter), places)))
}

// usageOfFilter makes an error in a filter an error of usage.
func usageOfFilter(err error) error {
	var fault *store.FilterError
	if errors.As(err, &fault) {
		return errUsage{err}
	}
	return err
}

// rowWriter gives what prints rows in the format asked for.
func (a *app) rowWriter(flags queryFlags) (func([]store.Column, iter.Seq2[store.Row, error]) error, error) {
	switch flags.format {
	case "table":
		return a.writeTable, nil
	case "csv":
		return func(columns []store.Column, rows iter.Seq2[store.Row, error]) error {
			return store.WriteCSV(a.out, columns, rows, flags.raw)
		}, nil
	case "json":
		return func(columns []store.Column, rows iter.Seq2[store.Row, error]) error {
			return store.WriteJSON(a.out, columns, rows)
		}, nil
	case "jsonl":
		return func(columns []store.Column, rows iter.Seq2[store.Row, error]) error {
			return store.WriteJSONLines(a.out, columns, rows)
		}, nil
	}
	return nil, errUsage{fmt.Errorf("format: %q is none of table, csv, json, jsonl", flags.format)}
}

// writeTable prints rows in aligned columns, and on err how many there are.
func (a *app) writeTable(columns []store.Column, rows iter.Seq2[store.Row, error]) error {
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = strings.ToUpper(strings.ReplaceAll(c.Name, "_", " "))
	}
	var lines [][]string
	for row, err := range rows {
		if err != nil {
			return err
		}
		line := make([]string, len(row))
		for i, cell := range row {
			line[i] = oneLine(cellText(cell))
			if i < len(row)-1 {
				line[i] = cut(line[i], 40)
			}
		}
		lines = append(lines, line)
	}
	if len(lines) > 0 {
		a.table(header, lines)
	}
	a.note("%s", plural(len(lines), "row"))
	return nil
}

func cellText(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(cell)
}

// choose gives the columns of a table by name, and their places in its rows; all of them
// where no names are given.
func choose(table *store.Table, names []string) ([]store.Column, []int, error) {
	var columns []store.Column
	var places []int
	if len(names) == 0 {
		for i := range table.Columns {
			places = append(places, i)
		}
		return table.Columns, places, nil
	}
	for _, name := range names {
		i := slices.IndexFunc(table.Columns, func(c store.Column) bool { return c.Name == name })
		if i < 0 {
			return nil, nil, errUsage{fmt.Errorf("columns: %s has no column %q; docs/columns.md lists them", table.Name, name)}
		}
		columns, places = append(columns, table.Columns[i]), append(places, i)
	}
	return columns, places, nil
}

// pick keeps the cells at some places of each row.
func pick(rows iter.Seq2[store.Row, error], places []int) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		for row, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			picked := make(store.Row, len(places))
			for i, place := range places {
				picked[i] = row[place]
			}
			if !yield(picked, nil) {
				return
			}
		}
	}
}

// filterFlags are the filters that query and export share.
type filterFlags struct {
	text, author, outlet, from, to, role, entity, country string
	claimType, certainty, horizon, label, status          string
	direction                                             string
	document                                              int64
	scorable, distinct                                    bool
}

func (f *filterFlags) add(set *pflag.FlagSet) {
	set.StringVar(&f.text, "text", "", "`WORDS` that all occur: in a document's text, in the finding's sentence")
	set.Int64Var(&f.document, "document", 0, "number of the `DOCUMENT`")
	set.StringVar(&f.author, "author", "", "part of an author's `NAME`")
	set.StringVar(&f.outlet, "outlet", "", "part of the outlet's `NAME`")
	set.StringVar(&f.from, "from", "", "published on this `DATE` or later: YYYY, YYYY-MM or YYYY-MM-DD")
	set.StringVar(&f.to, "to", "", "published on this `DATE` or earlier")
	set.StringVar(&f.role, "role", "", "`ROLE` of the section: "+list(corpus.Roles))
	set.StringVar(&f.entity, "entity", "", "canonical `NAME` of an entity, or the words of a mention")
	set.StringVar(&f.country, "country", "", "ISO 3166-1 `CODE` of a country that is named")
	set.StringVar(&f.claimType, "type", "", "`TYPE` of claim: "+list(corpus.ClaimTypes))
	set.StringVar(&f.certainty, "certainty", "", "`CLASS` of certainty: "+list(corpus.Certainties))
	set.StringVar(&f.horizon, "horizon", "", "`CLASS` of horizon: "+list(corpus.Horizons))
	set.StringVar(&f.label, "label", "", "`LABEL` of entities and mentions: "+list(corpus.Labels))
	set.StringVar(&f.status, "status", "", "`STATUS` of review: "+list(store.Statuses))
	set.StringVar(&f.direction, "direction", "", "`DIRECTION` of claims: "+list(corpus.Directions))
	set.BoolVar(&f.scorable, "scorable", false, "only claims that can be scored: with an event, a horizon and a certainty")
	set.BoolVar(&f.distinct, "distinct", false, "leave out claims that restate an earlier one of their brief")
}

// filter reads the flags. What they hold beside dates the store checks.
func (f *filterFlags) filter() (store.Filter, error) {
	filter := store.Filter{
		Text: f.text, Document: f.document, Author: f.author, Outlet: f.outlet,
		Role: corpus.Role(f.role), Entity: f.entity, Country: f.country,
		Type: corpus.ClaimType(f.claimType), Certainty: corpus.Certainty(f.certainty), Horizon: corpus.Horizon(f.horizon),
		Label: corpus.Label(f.label), Status: store.Status(f.status),
		Direction: corpus.Direction(f.direction), Scorable: f.scorable, Distinct: f.distinct,
	}
	for _, date := range []struct {
		flag, text string
		into       *corpus.Date
	}{{"from", f.from, &filter.From}, {"to", f.to, &filter.To}} {
		if date.text == "" {
			continue
		}
		parsed, err := corpus.ParseDate(date.text)
		if err != nil {
			return store.Filter{}, errUsage{fmt.Errorf("%s: %w", date.flag, err)}
		}
		*date.into = parsed
	}
	return filter, nil
}

// readYardstick is the standard that --yardstick names.
func (a *app) readYardstick() (store.Yardstick, error) {
	if !slices.Contains(likelihood.Yardsticks, a.yardstick) {
		return store.Yardstick{}, errUsage{fmt.Errorf("yardstick: %q is none of %s", a.yardstick, list(likelihood.Yardsticks))}
	}
	name := a.yardstick
	return store.Yardstick{Name: name, Range: func(certainty string) (low, high float64, ok bool) {
		return likelihood.Range(name, certainty)
	}}, nil
}

// list is values as words parted by commas.
func list[T ~string](values []T) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	return strings.Join(words, ", ")
}
