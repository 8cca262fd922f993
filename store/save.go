package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"augury/corpus"
)

// Known reports whether saving the document would change nothing: its source is there
// with the same bytes, or its source is new and its bytes are another's current ones.
// Saved then names the document that is there. It looks at Key and Hash alone, so that
// it can be asked before the document is analysed.
func (s *Store) Known(ctx context.Context, d *corpus.Document) (corpus.Saved, bool, error) {
	saved, err := lookUp(ctx, s.read, d)
	if err != nil {
		return corpus.Saved{}, false, fmt.Errorf("look up %s: %w", d.Source, explain(err))
	}
	return saved, saved.Outcome == corpus.Unchanged, nil
}

// Save keeps a document with its findings in one transaction: it is there whole or not at
// all. A source that is not known becomes a new document, one that is known with other
// bytes gets a new version, and where Known holds nothing is written.
func (s *Store) Save(ctx context.Context, d *corpus.Document) (corpus.Saved, error) {
	saved, err := s.save(ctx, d)
	if err != nil {
		return corpus.Saved{}, fmt.Errorf("save %s: %w", d.Source, explain(err))
	}
	return saved, nil
}

func (s *Store) save(ctx context.Context, d *corpus.Document) (corpus.Saved, error) {
	if d.Key == "" || d.Hash == "" {
		return corpus.Saved{}, errors.New("the document has no key or no hash")
	}
	found, err := keys(d)
	if err != nil {
		return corpus.Saved{}, err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return corpus.Saved{}, err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit

	saved, err := lookUp(ctx, tx, d)
	if err != nil || saved.Outcome == corpus.Unchanged {
		return saved, err
	}
	version, err := s.insertVersion(ctx, tx, d, &saved)
	if err != nil {
		return corpus.Saved{}, err
	}
	if err := insertStructure(ctx, tx, version, d); err != nil {
		return corpus.Saved{}, err
	}
	sentences := make([]int64, len(d.Sentences))
	for i := range d.Sentences {
		if sentences[i], err = insertSentence(ctx, tx, version, d, i); err != nil {
			return corpus.Saved{}, err
		}
	}
	names, err := openRegistry(ctx, tx)
	if err != nil {
		return corpus.Saved{}, err
	}
	w := writer{names, d, saved.Document, version}
	for _, f := range found {
		if err := w.insert(ctx, sentences[f.sentence], f); err != nil {
			return corpus.Saved{}, err
		}
	}
	if err := names.sumVersion(ctx, version); err != nil {
		return corpus.Saved{}, err
	}
	if err := indexSentences(ctx, tx, version); err != nil {
		return corpus.Saved{}, err
	}
	return saved, tx.Commit()
}

// queryer is a database, a connection or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// lookUp says what saving the document would come to. For New it gives neither document
// nor version, for Changed those of the current version.
func lookUp(ctx context.Context, db queryer, d *corpus.Document) (corpus.Saved, error) {
	var saved corpus.Saved
	var hash string
	err := db.QueryRowContext(ctx, `
		SELECT d.id, v.number, v.sha256
		FROM documents d JOIN versions v ON v.document_id = d.id AND v.current = 1
		WHERE d.key = ?`, d.Key).Scan(&saved.Document, &saved.Version, &hash)
	switch {
	case err == nil && hash == d.Hash:
		saved.Outcome = corpus.Unchanged
		return saved, nil
	case err == nil:
		saved.Outcome = corpus.Changed
		return saved, nil
	case !errors.Is(err, sql.ErrNoRows):
		return corpus.Saved{}, err
	}
	// The same bytes under another name: a copy, or a file that was moved.
	err = db.QueryRowContext(ctx, `
		SELECT document_id, number FROM versions
		WHERE sha256 = ? AND current = 1
		ORDER BY document_id LIMIT 1`, d.Hash).Scan(&saved.Document, &saved.Version)
	switch {
	case err == nil:
		saved.Outcome = corpus.Unchanged
	case errors.Is(err, sql.ErrNoRows):
		saved.Outcome = corpus.New
	default:
		return corpus.Saved{}, err
	}
	return saved, nil
}

// insertVersion adds the version, and the document where it is new, completes saved and
// returns the version's id.
func (s *Store) insertVersion(ctx context.Context, tx *sql.Tx, d *corpus.Document, saved *corpus.Saved) (int64, error) {
	now := s.now().UTC().Format(time.RFC3339)
	if saved.Outcome == corpus.New {
		result, err := tx.ExecContext(ctx, `INSERT INTO documents (key, first_seen) VALUES (?, ?)`, d.Key, now)
		if err != nil {
			return 0, err
		}
		if saved.Document, err = result.LastInsertId(); err != nil {
			return 0, err
		}
	}
	saved.Version++
	_, err := tx.ExecContext(ctx, `UPDATE versions SET current = 0 WHERE document_id = ? AND current = 1`, saved.Document)
	if err != nil {
		return 0, err
	}
	result, err := tx.ExecContext(ctx, `
		INSERT INTO versions (document_id, number, current, sha256, source, format, title, published,
			published_precision, outlet, language, url, extractors, saved_at, text)
		VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		saved.Document, saved.Version, d.Hash, d.Source, d.Format, optional(d.Title),
		optional(d.Published.String()), optional(string(d.Published.Precision())),
		optional(d.Outlet), optional(d.Language), optional(d.URL), signature(d.Extractors), now, d.Text)
	if err != nil {
		return 0, err
	}
	version, err := result.LastInsertId()
	if err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO versions_fts (rowid, title, text) SELECT id, title, text FROM versions WHERE id = ?`, version)
	return version, err
}

// insertStructure adds what the reader made of the text.
func insertStructure(ctx context.Context, tx *sql.Tx, version int64, d *corpus.Document) error {
	for i, name := range d.Authors {
		_, err := tx.ExecContext(ctx, `INSERT INTO authors (version_id, position, name) VALUES (?, ?, ?)`,
			version, i, name)
		if err != nil {
			return err
		}
	}
	for i, b := range d.Blocks {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO blocks (version_id, position, kind, level, start, end) VALUES (?, ?, ?, ?, ?, ?)`,
			version, i, string(b.Kind), b.Level, b.Start, b.End)
		if err != nil {
			return err
		}
	}
	for i, sec := range d.Sections {
		args := []any{version, i, string(sec.Role), sec.Level, sec.Start, sec.End}
		_, err := tx.ExecContext(ctx, `
			INSERT INTO sections (version_id, position, role, level, start, end, heading, heading_start, heading_end)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			append(args, words(d.Text, sec.Heading)...)...)
		if err != nil {
			return err
		}
	}
	return nil
}

// insertSentence adds the i-th sentence of the document and returns its id.
func insertSentence(ctx context.Context, tx *sql.Tx, version int64, d *corpus.Document, i int) (int64, error) {
	span := d.Sentences[i].Span
	var section any
	if at := d.SectionAt(span.Start); at >= 0 {
		section = at
	}
	result, err := tx.ExecContext(ctx, `
		INSERT INTO sentences (version_id, section, start, end, text) VALUES (?, ?, ?, ?, ?)`,
		version, section, span.Start, span.End, d.Words(span))
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// indexSentences adds the words of a version's sentences to the index.
func indexSentences(ctx context.Context, tx *sql.Tx, version int64) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO sentences_fts (rowid, text) SELECT id, text FROM sentences WHERE version_id = ?`, version)
	return err
}

// writer writes the findings of a version of a document.
type writer struct {
	*registry
	doc      *corpus.Document
	document int64
	version  int64
}

func (w writer) insert(ctx context.Context, sentence int64, f keyed) error {
	result, err := w.tx.ExecContext(ctx, `
		INSERT INTO findings (version_id, sentence_id, key, kind, start, end, quote, occurrence,
			extractor, extractor_version, rule, score)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		w.version, sentence, f.key, string(f.Kind), f.Span.Start, f.Span.End, w.doc.Words(f.Span), f.occurrence,
		f.Extractor, f.Version, f.Rule, f.Score)
	if err != nil {
		return err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	return w.putValue(ctx, id, f.Finding)
}

// putValue adds what was read off the finding with this id, or replaces what is there.
func (w writer) putValue(ctx context.Context, id int64, f corpus.Finding) error {
	text := w.doc.Text
	switch v := f.Value.(type) {
	case corpus.Entity:
		return w.put(ctx, id, w.document, w.doc.Words(f.Span), v)
	case corpus.Percentage:
		_, err := w.tx.ExecContext(ctx, `
			INSERT OR REPLACE INTO percentages (finding_id, low, high, unit, bound, change,
				of, of_start, of_end, subject, subject_start, subject_end, time, time_start, time_end)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			slices.Concat([]any{id, v.Low, v.High, string(v.Unit), string(v.Bound), string(v.Change)},
				words(text, v.Of), words(text, v.Subject), words(text, v.Time))...)
		return err
	case corpus.Claim:
		return putClaim(ctx, w.tx, id, text, v)
	}
	return fmt.Errorf("no table for a value of type %T", f.Value)
}

// words are the three cells of a field that is words of the text: the words, their start
// and their end; NULL where there are none.
func words(text string, s corpus.Span) []any {
	if s.Empty() {
		return []any{nil, nil, nil}
	}
	return []any{s.In(text), s.Start, s.End}
}

// signature is extractors and their versions as one string, by name.
func signature(versions map[string]string) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(versions)) {
		parts = append(parts, name+" "+versions[name])
	}
	return strings.Join(parts, ", ")
}
