package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"augury/corpus"
	"augury/internal/span"
)

// Document loads the current version of a document with its structure, sentences and
// findings, as it was saved; tokens are not stored. The error is ErrNotFound where there
// is no document of this number.
func (s *Store) Document(ctx context.Context, id int64) (*corpus.Document, error) {
	// One transaction, so that all parts are of the same version.
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("load document %d: %w", id, explain(err))
	}
	defer func() { _ = tx.Rollback() }()
	d, err := load(ctx, tx, id)
	if err != nil {
		return nil, fmt.Errorf("load document %d: %w", id, explain(err))
	}
	return d, nil
}

func load(ctx context.Context, tx *sql.Tx, id int64) (*corpus.Document, error) {
	var d corpus.Document
	var version int64
	var published, extractors string
	err := tx.QueryRowContext(ctx, `
		SELECT v.id, v.source, d.key, v.format, v.sha256, v.text, coalesce(v.title, ''), coalesce(v.outlet, ''),
		       coalesce(v.language, ''), coalesce(v.url, ''), coalesce(v.published, ''), v.extractors
		FROM documents d JOIN versions v ON v.document_id = d.id AND v.current = 1
		WHERE d.id = ?`, id).Scan(&version, &d.Source, &d.Key, &d.Format, &d.Hash, &d.Text, &d.Title, &d.Outlet,
		&d.Language, &d.URL, &published, &extractors)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	if published != "" {
		if d.Published, err = corpus.ParseDate(published); err != nil {
			return nil, err
		}
	}
	d.Extractors = parseSignature(extractors)
	if err := loadStructure(ctx, tx, version, &d); err != nil {
		return nil, err
	}
	found, err := loadFindings(ctx, tx, version)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		d.Findings = append(d.Findings, f.Finding)
	}
	return &d, nil
}

// loadStructure fills authors, blocks, sections and sentences.
func loadStructure(ctx context.Context, db queryer, version int64, d *corpus.Document) error {
	var err error
	d.Authors, err = collect(ctx, db, `
		SELECT name FROM authors WHERE version_id = ? ORDER BY position`,
		version, func(rows *sql.Rows) (name string, err error) {
			err = rows.Scan(&name)
			return name, err
		})
	if err != nil {
		return err
	}
	d.Blocks, err = collect(ctx, db, `
		SELECT kind, level, start, end FROM blocks WHERE version_id = ? ORDER BY position`,
		version, func(rows *sql.Rows) (b corpus.Block, err error) {
			err = rows.Scan(&b.Kind, &b.Level, &b.Start, &b.End)
			return b, err
		})
	if err != nil {
		return err
	}
	d.Sections, err = collect(ctx, db, `
		SELECT role, level, start, end, coalesce(heading_start, 0), coalesce(heading_end, 0)
		FROM sections WHERE version_id = ? ORDER BY position`,
		version, func(rows *sql.Rows) (sec corpus.Section, err error) {
			err = rows.Scan(&sec.Role, &sec.Level, &sec.Start, &sec.End, &sec.Heading.Start, &sec.Heading.End)
			return sec, err
		})
	if err != nil {
		return err
	}
	d.Sentences, err = collect(ctx, db, `
		SELECT start, end FROM sentences WHERE version_id = ? ORDER BY start, end`,
		version, func(rows *sql.Rows) (s corpus.Sentence, err error) {
			err = rows.Scan(&s.Start, &s.End)
			s.Block, s.Section = d.BlockAt(s.Start), d.SectionAt(s.Start)
			return s, err
		})
	return err
}

// stored is a finding as it is in the database.
type stored struct {
	corpus.Finding
	id       int64
	sentence int64
	key      string
}

// loadFindings reads all findings of a version, ordered as the pipeline orders them.
func loadFindings(ctx context.Context, db queryer, version int64) ([]stored, error) {
	const columns = `f.id, f.sentence_id, f.key, f.kind, f.start, f.end, f.rule, f.extractor, f.extractor_version, f.score`
	base := func(f *stored) []any {
		return []any{&f.id, &f.sentence, &f.key, &f.Kind, &f.Span.Start, &f.Span.End, &f.Rule, &f.Extractor, &f.Version, &f.Score}
	}
	entities, err := collect(ctx, db, `
		SELECT `+columns+`, m.label, m.canonical, coalesce(m.country, '')
		FROM findings f JOIN mentions m ON m.finding_id = f.id
		WHERE f.version_id = ? ORDER BY f.rule, f.id`,
		version, func(rows *sql.Rows) (f stored, err error) {
			var e corpus.Entity
			err = rows.Scan(append(base(&f), &e.Label, &e.Canonical, &e.Country)...)
			f.Value = e
			return f, err
		})
	if err != nil {
		return nil, err
	}
	percentages, err := collect(ctx, db, `
		SELECT `+columns+`, p.low, p.high, p.unit, p.bound, p.change,
			coalesce(p.of_start, 0), coalesce(p.of_end, 0), coalesce(p.subject_start, 0), coalesce(p.subject_end, 0),
			coalesce(p.time_start, 0), coalesce(p.time_end, 0)
		FROM findings f JOIN percentages p ON p.finding_id = f.id
		WHERE f.version_id = ? ORDER BY f.rule, f.id`,
		version, func(rows *sql.Rows) (f stored, err error) {
			var p corpus.Percentage
			err = rows.Scan(append(base(&f), &p.Low, &p.High, &p.Unit, &p.Bound, &p.Change,
				&p.Of.Start, &p.Of.End, &p.Subject.Start, &p.Subject.End, &p.Time.Start, &p.Time.End)...)
			f.Value = p
			return f, err
		})
	if err != nil {
		return nil, err
	}
	claims, err := collect(ctx, db, `
		SELECT `+columns+`, `+claimColumns+`
		FROM findings f JOIN claims c ON c.finding_id = f.id
		WHERE f.version_id = ? ORDER BY c.cue_start, c.cue_end DESC, f.rule, f.id`,
		version, func(rows *sql.Rows) (f stored, err error) {
			c, err := scanClaim(rows, base(&f))
			f.Value = c
			return f, err
		})
	if err != nil {
		return nil, err
	}
	all := slices.Concat(entities, percentages, claims)
	slices.SortStableFunc(all, func(a, b stored) int {
		return cmp.Or(span.Compare(a.Span, b.Span), cmp.Compare(a.Kind, b.Kind))
	})
	return all, nil
}

// collect runs a query with one parameter, or none where arg is nil, and gathers its rows.
func collect[T any](ctx context.Context, db queryer, query string, arg any, scan func(*sql.Rows) (T, error)) ([]T, error) {
	var args []any
	if arg != nil {
		args = []any{arg}
	}
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// parseSignature reads what signature writes.
func parseSignature(s string) map[string]string {
	versions := map[string]string{}
	for part := range strings.SplitSeq(s, ", ") {
		if name, version, found := strings.Cut(part, " "); found {
			versions[name] = version
		}
	}
	return versions
}
