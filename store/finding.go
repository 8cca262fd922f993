package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"augury/corpus"
)

// Located is a finding with where it is kept.
type Located struct {
	corpus.Finding
	ID       int64
	Key      string
	Document int64
	Version  int // number of the document's version
	Status   Status
}

// Finding loads a finding of a current version, by its number or its key, and the document
// that it is in. A beginning of the key will do where no other key begins so. The error is
// ErrNotFound where there is none, also where the finding is of a version that a newer one
// has replaced.
func (s *Store) Finding(ctx context.Context, ref string) (*corpus.Document, Located, error) {
	d, found, err := s.finding(ctx, ref)
	if err != nil {
		return nil, Located{}, fmt.Errorf("load finding %s: %w", ref, explain(err))
	}
	return d, found, nil
}

func (s *Store) finding(ctx context.Context, ref string) (*corpus.Document, Located, error) {
	// One transaction, so that finding and document are of the same version.
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, Located{}, err
	}
	defer func() { _ = tx.Rollback() }()
	located, version, err := locate(ctx, tx, ref)
	if err != nil {
		return nil, Located{}, err
	}
	d, err := load(ctx, tx, located.Document)
	if err != nil {
		return nil, Located{}, err
	}
	all, err := loadFindings(ctx, tx, version)
	if err != nil {
		return nil, Located{}, err
	}
	for _, f := range all {
		if f.id == located.ID {
			located.Finding = f.Finding
			return d, located, nil
		}
	}
	return nil, Located{}, ErrNotFound
}

// locate looks a finding up by its number, else by the beginning of its key.
func locate(ctx context.Context, tx *sql.Tx, ref string) (found Located, version int64, err error) {
	const query = `
		SELECT f.id, f.key, v.document_id, v.number, v.id, ` + statusExpr + `
		FROM findings f JOIN versions v ON v.id = f.version_id
		LEFT JOIN reviews r ON r.document_id = v.document_id AND r.finding_key = f.key
		WHERE v.current = 1 AND `
	scan := func(row *sql.Row) error {
		return row.Scan(&found.ID, &found.Key, &found.Document, &found.Version, &version, &found.Status)
	}
	if id, wrong := strconv.ParseInt(ref, 10, 64); wrong == nil {
		err = scan(tx.QueryRowContext(ctx, query+`f.id = ?`, id))
		if !errors.Is(err, sql.ErrNoRows) {
			return found, version, err
		}
	}
	prefix := strings.ToLower(ref)
	const shortest = 6 // digits of a key's beginning
	if len(prefix) < shortest || strings.Trim(prefix, "0123456789abcdef") != "" {
		return Located{}, 0, ErrNotFound
	}
	// Two briefs may hold the same sentence, and so the same key.
	var many int
	err = tx.QueryRowContext(ctx, `
		SELECT count(*) FROM findings f JOIN versions v ON v.id = f.version_id
		WHERE v.current = 1 AND substr(f.key, 1, ?) = ?`, len(prefix), prefix).Scan(&many)
	switch {
	case err != nil:
		return Located{}, 0, err
	case many > 1:
		return Located{}, 0, fmt.Errorf("%d findings have a key that begins with it; give the number", many)
	}
	err = scan(tx.QueryRowContext(ctx, query+`substr(f.key, 1, ?) = ?`, len(prefix), prefix))
	if errors.Is(err, sql.ErrNoRows) {
		return Located{}, 0, ErrNotFound
	}
	return found, version, err
}
