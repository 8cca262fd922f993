package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"augury/corpus"
)

// ErrMoved says that a document has got a new version since it was loaded.
var ErrMoved = errors.New("it has changed since it was loaded")

// Changes counts what extracting a document again did to its findings.
type Changes struct {
	Document int64
	Added    int
	Changed  int // the same key, something else about it differs
	Removed  int
	Kept     int // untouched
}

// Stale lists the documents whose current version was last analysed by other extractors,
// or other versions of them, than these (version by name), by number. With none given
// that is every document that extractors have been through.
func (s *Store) Stale(ctx context.Context, versions map[string]string) ([]int64, error) {
	ids, err := collect(ctx, s.read, `
		SELECT document_id FROM versions WHERE current = 1 AND extractors <> ? ORDER BY document_id`,
		signature(versions), func(rows *sql.Rows) (id int64, err error) {
			err = rows.Scan(&id)
			return id, err
		})
	if err != nil {
		return nil, fmt.Errorf("list documents to extract again: %w", explain(err))
	}
	return ids, nil
}

// Reextract puts the findings of a document that was loaded and analysed again in place
// of those stored for its current version, in one transaction. Findings that are the same
// but for the extractor's version are left as they are, with their ids; the version that
// they carry is the one that first found them so. The error is ErrMoved where the stored
// text is no longer the one that was analysed.
func (s *Store) Reextract(ctx context.Context, d *corpus.Document) (Changes, error) {
	changes, err := s.reextract(ctx, d)
	if err != nil {
		return Changes{}, fmt.Errorf("extract %s again: %w", d.Source, explain(err))
	}
	return changes, nil
}

func (s *Store) reextract(ctx context.Context, d *corpus.Document) (Changes, error) {
	found, err := keys(d)
	if err != nil {
		return Changes{}, err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return Changes{}, err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit

	var changes Changes
	var version int64
	var sameText bool
	err = tx.QueryRowContext(ctx, `
		SELECT d.id, v.id, v.text = ? FROM documents d JOIN versions v ON v.document_id = d.id AND v.current = 1
		WHERE d.key = ?`, d.Text, d.Key).Scan(&changes.Document, &version, &sameText)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Changes{}, ErrNotFound
	case err != nil:
		return Changes{}, err
	case !sameText:
		return Changes{}, ErrMoved
	}
	sentences, err := replaceSentences(ctx, tx, version, d)
	if err != nil {
		return Changes{}, err
	}
	old, err := loadFindings(ctx, tx, version)
	if err != nil {
		return Changes{}, err
	}
	names, err := openRegistry(ctx, tx)
	if err != nil {
		return Changes{}, err
	}
	w := writer{names, d, changes.Document, version}
	gone := make(map[string]stored, len(old))
	for _, f := range old {
		gone[f.key] = f
	}
	for _, f := range found {
		sentence := sentences.ids[d.Sentences[f.sentence].Span]
		before, there := gone[f.key]
		delete(gone, f.key)
		switch {
		case !there:
			changes.Added++
			err = w.insert(ctx, sentence, f)
		case same(before.Finding, f.Finding) && before.sentence == sentence:
			changes.Kept++
		default:
			changes.Changed++
			err = w.update(ctx, before.id, sentence, f)
		}
		if err != nil {
			return Changes{}, err
		}
	}
	for _, f := range gone {
		changes.Removed++
		if _, err := tx.ExecContext(ctx, `DELETE FROM findings WHERE id = ?`, f.id); err != nil {
			return Changes{}, err
		}
	}
	if changes.Added+changes.Changed+changes.Removed > 0 {
		if err := names.sumVersion(ctx, version); err != nil {
			return Changes{}, err
		}
	}
	if err := sentences.finish(ctx, tx, version); err != nil {
		return Changes{}, err
	}
	_, err = tx.ExecContext(ctx, `UPDATE versions SET extractors = ?1 WHERE id = ?2 AND extractors <> ?1`,
		signature(d.Extractors), version)
	if err != nil {
		return Changes{}, err
	}
	return changes, tx.Commit()
}

// same reports whether two findings differ in nothing but the extractor's version.
func same(a, b corpus.Finding) bool {
	a.Version = b.Version
	return a == b
}

func (w writer) update(ctx context.Context, id, sentence int64, f keyed) error {
	_, err := w.tx.ExecContext(ctx, `
		UPDATE findings SET sentence_id = ?, start = ?, end = ?, quote = ?, occurrence = ?,
			extractor = ?, extractor_version = ?, rule = ?, score = ?
		WHERE id = ?`,
		sentence, f.Span.Start, f.Span.End, w.doc.Words(f.Span), f.occurrence, f.Extractor, f.Version, f.Rule, f.Score, id)
	if err != nil {
		return err
	}
	return w.putValue(ctx, id, f.Finding)
}

// sentenceIDs are the sentences of a version while the document's take their place.
type sentenceIDs struct {
	ids     map[corpus.Span]int64 // of the document's sentences
	gone    []int64               // stored ones that the document has no more
	changed bool                  // whether the index must be built anew
}

// replaceSentences adds the sentences that a version lacks. Those that the document has
// no more stay until finish, as findings still hang on them.
func replaceSentences(ctx context.Context, tx *sql.Tx, version int64, d *corpus.Document) (sentenceIDs, error) {
	type row struct {
		id int64
		corpus.Span
	}
	old, err := collect(ctx, tx, `
		SELECT id, start, end FROM sentences WHERE version_id = ?`,
		version, func(rows *sql.Rows) (r row, err error) {
			err = rows.Scan(&r.id, &r.Start, &r.End)
			return r, err
		})
	if err != nil {
		return sentenceIDs{}, err
	}
	kept := make(map[corpus.Span]bool, len(d.Sentences))
	for _, s := range d.Sentences {
		kept[s.Span] = true
	}
	sentences := sentenceIDs{ids: make(map[corpus.Span]int64, len(d.Sentences))}
	for _, r := range old {
		if kept[r.Span] {
			sentences.ids[r.Span] = r.id
		} else {
			sentences.gone = append(sentences.gone, r.id)
		}
	}
	sentences.changed = len(sentences.gone) > 0 || len(sentences.ids) < len(kept)
	if !sentences.changed {
		return sentences, nil
	}
	// An index without text of its own must be told the words that it is to forget.
	_, err = tx.ExecContext(ctx, `
		INSERT INTO sentences_fts (sentences_fts, rowid, text)
		SELECT 'delete', id, text FROM sentences WHERE version_id = ?`, version)
	if err != nil {
		return sentenceIDs{}, err
	}
	for i, s := range d.Sentences {
		if _, there := sentences.ids[s.Span]; there {
			continue
		}
		if sentences.ids[s.Span], err = insertSentence(ctx, tx, version, d, i); err != nil {
			return sentenceIDs{}, err
		}
	}
	return sentences, nil
}

// finish drops the sentences that are gone and indexes those that are there.
func (s sentenceIDs) finish(ctx context.Context, tx *sql.Tx, version int64) error {
	if !s.changed {
		return nil
	}
	for _, id := range s.gone {
		if _, err := tx.ExecContext(ctx, `DELETE FROM sentences WHERE id = ?`, id); err != nil {
			return err
		}
	}
	return indexSentences(ctx, tx, version)
}
