package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"

	"augury/corpus"
)

// Status is what reviewers have come to about a finding.
type Status string

// The statuses of findings.
const (
	StatusOpen     Status = "open"
	StatusAccepted Status = "accepted"
	StatusRejected Status = "rejected"
)

// Statuses lists every status.
var Statuses = []Status{StatusOpen, StatusAccepted, StatusRejected}

// Filter says which rows of a table are wanted, and in what order. A field with its zero
// value asks for nothing. A field that a table does not have, such as Label for claims,
// is an error.
type Filter struct {
	// Text asks for words, "phrases in quotation marks" and beginnings*, all of which must
	// occur, without regard to case and accents: in the whole text of a document, else in
	// the finding's sentence.
	Text     string
	Document int64
	Author   string      // a part of an author's name; ASCII letters in either case
	Outlet   string      // a part of the outlet's name
	From, To corpus.Date // of publication, both days included
	Role     corpus.Role // of the section
	// Entity is any name of an entity, without regard to case and accents, Country the ISO
	// 3166-1 alpha-2 code of a country that an entity is or points at: of the mention's own
	// entity; of one mentioned in the claim's clause, the percentage's sentence or the
	// document.
	Entity    string
	Country   string
	Type      corpus.ClaimType
	Certainty corpus.Certainty
	Horizon   corpus.Horizon
	Label     corpus.Label
	Status    Status
	Direction corpus.Direction
	Scorable  bool // only claims that can be scored
	Distinct  bool // without claims that restate an earlier one of their brief

	AllVersions bool   // also those that a newer one has replaced
	Sort        string // name of a column, "-" before it for descending; equal ones by document and place
	Limit       int    // at most so many rows; 0 for all
	Offset      int    // rows to leave out at the start

	// Yardstick fills the likelihood columns of claims; without one they are empty.
	Yardstick Yardstick

	lenient bool // leave out what a table does not have
}

// Yardstick is a standard that gives classes of certainty ranges of probability.
type Yardstick struct {
	Name  string
	Range func(certainty string) (low, high float64, ok bool) // percent; not ok where it gives none
}

// FilterError says what is wrong with a filter: the fault of who asked.
type FilterError struct {
	Filter string // name of the filter, such as "text" or "sort"
	Reason string
}

// Error names the filter and the reason.
func (e *FilterError) Error() string { return e.Filter + ": " + e.Reason }

// Row is a row of a table: a cell for each column, in their order, of the type that the
// column's Type says.
type Row []any

// Rows yields the rows of a table that pass the filter. The order is the same for the
// same database. After an error, which may be a FilterError, nothing follows. The database
// may be written to meanwhile; the rows are of the moment when the query began.
func (s *Store) Rows(ctx context.Context, t *Table, f Filter) iter.Seq2[Row, error] {
	return rows(ctx, s.read, t, f)
}

func rows(ctx context.Context, db queryer, t *Table, f Filter) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		if err := scan(ctx, db, t, f, func(row Row) bool { return yield(row, nil) }); err != nil {
			yield(nil, fmt.Errorf("query %s: %w", t.Name, explain(err)))
		}
	}
}

// scan runs the query and hands each row to yield until that returns false.
func scan(ctx context.Context, db queryer, t *Table, f Filter, yield func(Row) bool) error {
	query, args, err := f.sql(t)
	if err != nil {
		return err
	}
	found, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = found.Close() }()
	for found.Next() {
		row := make(Row, len(t.Columns))
		cells := make([]any, len(row))
		for i := range row {
			cells[i] = &row[i]
		}
		if err := found.Scan(cells...); err != nil {
			return err
		}
		for i, column := range t.Columns {
			row[i] = typed(column.Type, row[i])
		}
		if !yield(row) {
			return nil
		}
	}
	return found.Err()
}

// typed gives a cell the type of its column, where SQLite has a wider one.
func typed(t Type, cell any) any {
	number, ok := cell.(int64)
	switch {
	case ok && t == Boolean:
		return number != 0
	case ok && t == Number:
		return float64(number)
	}
	return cell
}

// sql is the query for the rows of t that pass the filter, with its parameters.
func (f Filter) sql(t *Table) (string, []any, error) {
	given, err := f.given()
	if err != nil {
		return "", nil, err
	}
	var where, single []string
	var args []any
	if !f.AllVersions {
		where = append(where, `v.current = 1`)
	}
	for _, g := range given {
		condition, ok := t.where[g.name]
		ofOne, okOfOne := t.single[g.name]
		switch {
		case ok:
			where = append(where, condition)
		case okOfOne:
			single = append(single, ofOne)
		case f.lenient:
			continue
		default:
			return "", nil, &FilterError{g.name, "does not apply to " + t.Name}
		}
		args = append(args, sql.Named(g.name, g.value))
	}
	from := t.from
	if len(single) > 0 {
		from = strings.Replace(from, sumsTable, sumsOver(single), 1)
	}
	if t.with != "" {
		ranges, err := f.Yardstick.ranges()
		if err != nil {
			return "", nil, err
		}
		args = append(args, sql.Named("yardstick", ranges))
	}
	order, err := t.orderBy(f.Sort)
	if err != nil {
		return "", nil, err
	}
	columns := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = c.expr
	}
	parts := []string{t.with, "SELECT " + strings.Join(columns, ", "), from}
	if len(where) > 0 {
		parts = append(parts, "WHERE "+strings.Join(where, " AND "))
	}
	parts = append(parts, t.group, "ORDER BY "+order)
	if f.Limit > 0 || f.Offset > 0 {
		limit := f.Limit
		if limit == 0 {
			limit = -1 // SQLite's word for no limit
		}
		parts = append(parts, "LIMIT :limit OFFSET :offset")
		args = append(args, sql.Named("limit", limit), sql.Named("offset", f.Offset))
	}
	return strings.Join(parts, "\n"), args, nil
}

// orderBy is the order for a sort by a column, then by the table's own order.
func (t *Table) orderBy(sort string) (string, error) {
	if sort == "" {
		return t.order, nil
	}
	name, descending := strings.CutPrefix(sort, "-")
	for _, c := range t.Columns {
		if c.Name != name {
			continue
		}
		if descending {
			return c.expr + " DESC, " + t.order, nil
		}
		return c.expr + ", " + t.order, nil
	}
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return "", &FilterError{"sort", fmt.Sprintf("%s has no column %q; it has %s", t.Name, name, strings.Join(names, ", "))}
}

// ranges is the yardstick as JSON: an array of [name, certainty, low, high].
func (y Yardstick) ranges() (string, error) {
	rows := [][4]any{}
	for _, certainty := range corpus.Certainties {
		if y.Range == nil {
			break
		}
		if low, high, ok := y.Range(string(certainty)); ok {
			rows = append(rows, [4]any{y.Name, certainty, low, high})
		}
	}
	text, err := json.Marshal(rows)
	return string(text), err
}

// given is a filter that asks for something.
type given struct {
	name  string
	value any
}

// given lists the filters that ask for something, or says what is wrong with one.
func (f Filter) given() ([]given, error) {
	switch {
	case f.Limit < 0:
		return nil, &FilterError{"limit", "is negative"}
	case f.Offset < 0:
		return nil, &FilterError{"offset", "is negative"}
	}
	for _, fault := range []*FilterError{
		oneOf("role", f.Role, corpus.Roles), oneOf("type", f.Type, corpus.ClaimTypes),
		oneOf("certainty", f.Certainty, corpus.Certainties), oneOf("horizon", f.Horizon, corpus.Horizons),
		oneOf("label", f.Label, corpus.Labels), oneOf("status", f.Status, Statuses),
		oneOf("direction", f.Direction, corpus.Directions),
	} {
		if fault != nil {
			return nil, fault
		}
	}
	text, err := parseText(f.Text)
	if err != nil {
		return nil, err
	}
	country := strings.ToUpper(f.Country)
	if country != "" && len(country) != 2 {
		return nil, &FilterError{"country", fmt.Sprintf("%q is no ISO 3166-1 code of two letters", f.Country)}
	}
	entity := fold(f.Entity)
	if entity == "" && f.Entity != "" {
		return nil, &FilterError{"entity", fmt.Sprintf("%q is no name", f.Entity)}
	}
	all := []given{
		{"text", text}, {"document", f.Document}, {"author", f.Author}, {"outlet", f.Outlet},
		{"from", firstDay(f.From)}, {"to", lastDay(f.To)}, {"role", string(f.Role)},
		{"entity", entity}, {"country", country}, {"type", string(f.Type)},
		{"certainty", string(f.Certainty)}, {"horizon", string(f.Horizon)},
		{"label", string(f.Label)}, {"status", string(f.Status)},
		{"direction", string(f.Direction)}, {"scorable", f.Scorable}, {"distinct", f.Distinct},
	}
	return slices.DeleteFunc(all, func(g given) bool {
		return g.value == "" || g.value == int64(0) || g.value == false
	}), nil
}

func oneOf[T ~string](name string, value T, values []T) *FilterError {
	if value == "" || slices.Contains(values, value) {
		return nil
	}
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	return &FilterError{name, fmt.Sprintf("%q is none of %s", value, strings.Join(words, ", "))}
}

// firstDay is the first day that the date may be, "" for no date.
func firstDay(d corpus.Date) string {
	s := d.String()
	if s == "" {
		return ""
	}
	return s + "0000-01-01"[len(s):]
}

// lastDay is the last day that the date may be, in a form that sorts after each day of
// its month; "" for no date.
func lastDay(d corpus.Date) string {
	s := d.String()
	if s == "" {
		return ""
	}
	return s + "0000-12-31"[len(s):]
}
