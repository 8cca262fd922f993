package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// ExportOptions says what an export holds.
type ExportOptions struct {
	// Filter narrows every table by those of its fields that the table has. Sort, Limit and
	// Offset must be zero: an export is whole and its order fixed.
	Filter Filter
	Raw    bool // leave cells that look like formulas as they are
}

// Export writes all tables as they are at one moment into the folder dir, which is made
// where it is missing: NAME.csv with NAME.csv-metadata.json beside it for each table, and
// csv-metadata.json over all of them. Each file takes the place of an older one whole, and
// only once all have been written.
func (s *Store) Export(ctx context.Context, dir string, options ExportOptions) error {
	if err := s.export(ctx, dir, options); err != nil {
		return fmt.Errorf("export to %s: %w", dir, explain(err))
	}
	return nil
}

func (s *Store) export(ctx context.Context, dir string, options ExportOptions) error {
	f := options.Filter
	if f.Sort != "" || f.Limit != 0 || f.Offset != 0 {
		return &FilterError{"sort, limit, offset", "do not apply to an export"}
	}
	f.lenient = true
	if _, err := f.given(); err != nil {
		return err // before anything is written
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	tx, err := s.read.BeginTx(ctx, nil) // one moment for all tables
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	var files pending
	defer files.discard()
	for _, t := range Tables {
		err := files.write(dir, t.file(), func(w io.Writer) error {
			return WriteCSV(w, t.Columns, rows(ctx, tx, t, f), options.Raw)
		})
		if err != nil {
			return err
		}
		if err := files.write(dir, t.file()+"-metadata.json", t.writeMetadata); err != nil {
			return err
		}
	}
	if err := files.write(dir, "csv-metadata.json", writeGroupMetadata); err != nil {
		return err
	}
	return files.commit()
}

// pending are files that have been written under other names.
type pending []pendingFile

type pendingFile struct{ temporary, final string }

// write writes a file under another name, down to the disk.
func (p *pending) write(dir, name string, write func(io.Writer) error) (err error) {
	// The number of the process keeps exports that run at once apart.
	temporary := filepath.Join(dir, fmt.Sprintf(".%s.%d.tmp", name, os.Getpid()))
	file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	*p = append(*p, pendingFile{temporary, filepath.Join(dir, name)})
	if err := write(file); err != nil {
		return err
	}
	return file.Sync()
}

// commit gives the files their names.
func (p *pending) commit() error {
	for _, file := range *p {
		if err := os.Rename(file.temporary, file.final); err != nil {
			return err
		}
	}
	*p = nil
	return nil
}

// discard removes what has not been committed.
func (p *pending) discard() {
	for _, file := range *p {
		_ = os.Remove(file.temporary)
	}
}
