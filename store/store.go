// Package store keeps briefs and their findings in SQLite: it saves a brief whole or not
// at all, runs queries over what is there, and writes it out as CSV and JSON.
//
// All SQL stands in this package. Offsets are bytes of the stored text, which SQLite's
// substr does not count by; quotes are cut in Go and stored.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"
)

// ErrNotFound says that the database has no such document.
var ErrNotFound = errors.New("not in the database")

// busyTimeout is how long a writer waits for another process to finish its transaction.
const busyTimeout = 10 * time.Second

// applicationID marks our databases; the first migration writes it ("AUGR" in ASCII).
const applicationID = 0x41554752

//go:embed migrations/*.sql
var migrations embed.FS

// Options says how a database is opened. The zero value will do.
type Options struct {
	Now       func() time.Time // the clock that stamps what is saved; nil for time.Now
	MustExist bool             // fail with fs.ErrNotExist rather than make a new database
}

// Store is an open database. It is safe for use by several goroutines at once, and
// several processes may have the same file open: readers never wait, writers take turns.
type Store struct {
	write *sql.DB // one connection: within the program, writers queue for it
	read  *sql.DB
	now   func() time.Time
}

// Open opens the database at path, makes it where there is none, and brings its tables up
// to date. It refuses a file that is no database of this program, that a newer version of
// the program has changed, or that cannot be written.
func Open(ctx context.Context, path string, options Options) (*Store, error) {
	s, err := open(ctx, path, options)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string, options Options) (*Store, error) {
	if err := checkPath(path, options.MustExist); err != nil {
		return nil, err
	}
	s := &Store{now: options.Now}
	if s.now == nil {
		s.now = time.Now
	}
	var err error
	// A transaction that starts as a reader and turns writer fails at once where another
	// process writes; one that starts as a writer waits for its turn.
	s.write, err = sql.Open("sqlite3", dsn(path, url.Values{"_txlock": {"immediate"}}))
	if err != nil {
		return nil, err
	}
	s.write.SetMaxOpenConns(1)
	if err := prepare(ctx, s.write); err != nil {
		return nil, errors.Join(explain(err), s.write.Close())
	}
	s.read, err = sql.Open("sqlite3", dsn(path, url.Values{"_query_only": {"on"}}))
	if err != nil {
		return nil, errors.Join(err, s.write.Close())
	}
	return s, nil
}

// Close ends all use of the database.
func (s *Store) Close() error {
	return errors.Join(s.read.Close(), s.write.Close())
}

// checkPath gives the plain reasons why there can be no database at path, which SQLite
// all calls "unable to open database file".
func checkPath(path string, mustExist bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return errors.New("it is a folder")
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	case mustExist:
		return fmt.Errorf("there is no such file: %w", fs.ErrNotExist)
	}
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); err != nil {
		return fmt.Errorf("the folder %s is not there: %w", folder, fs.ErrNotExist)
	}
	return nil
}

// dsn is path as a data source name of go-sqlite3, with what every connection needs.
func dsn(path string, params url.Values) string {
	params.Set("_busy_timeout", strconv.FormatInt(busyTimeout.Milliseconds(), 10))
	params.Set("_foreign_keys", "on")
	params.Set("_synchronous", "NORMAL") // safe under WAL: a power cut may lose the last brief, not break the file
	params.Set("_stmt_cache_size", "64")
	file := url.URL{Path: filepath.ToSlash(filepath.Clean(path))}
	return "file:" + file.EscapedPath() + "?" + params.Encode()
}

// prepare makes sure that the file is ours and can be written, and brings it up to date.
// It writes nothing before it knows that the file is ours.
func prepare(ctx context.Context, db *sql.DB) error {
	var id, tables int
	err := db.QueryRowContext(ctx, `
		SELECT (SELECT application_id FROM pragma_application_id),
		       (SELECT count(*) FROM sqlite_schema
		        WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> 'goose_db_version')`).Scan(&id, &tables)
	if err != nil {
		return err
	}
	if id != applicationID && (id != 0 || tables > 0) {
		return errors.New("it is the database of another program")
	}
	if err := tryWrite(ctx, db); err != nil {
		return err
	}
	var mode string
	if err := db.QueryRowContext(ctx, `PRAGMA journal_mode = WAL`).Scan(&mode); err != nil {
		return err
	}
	if mode != "wal" {
		return fmt.Errorf("write-ahead logging is not possible here (journal mode %q)", mode)
	}
	if err := migrate(ctx, db); err != nil {
		return err
	}
	return refresh(ctx, db)
}

// tryWrite begins to write and takes it back. To begin a transaction is not enough: on a
// file that cannot be written SQLite quietly makes it one that reads.
func tryWrite(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `PRAGMA user_version = 0`)
	return errors.Join(err, tx.Rollback())
}

// migrate takes the steps that the database lacks, each in a transaction of its own.
func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	for {
		current, target, err := provider.GetVersions(ctx)
		switch {
		case err != nil:
			return err
		case current > target:
			return fmt.Errorf("a newer augury has changed it (to schema %d; this one knows %d): please update", current, target)
		case current == target:
			return nil
		}
		if _, err := provider.UpByOne(ctx); err != nil {
			// Another process may have taken the same step first.
			now, _, versionErr := provider.GetVersions(ctx)
			if versionErr != nil || now == current {
				return err
			}
		}
	}
}

// explain puts the errors of SQLite that users meet into plain words.
func explain(err error) error {
	var fault sqlite3.Error
	if !errors.As(err, &fault) {
		return err
	}
	switch fault.Code {
	case sqlite3.ErrNotADB:
		return fmt.Errorf("it is no SQLite database: %w", err)
	case sqlite3.ErrCorrupt:
		return fmt.Errorf("the file is damaged: %w", err)
	case sqlite3.ErrReadonly, sqlite3.ErrPerm:
		return fmt.Errorf("the file cannot be written: %w", err)
	case sqlite3.ErrCantOpen:
		return fmt.Errorf("the file cannot be opened, or its folder cannot be written: %w", err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fmt.Errorf("another process has been writing for more than %v: %w", busyTimeout, err)
	case sqlite3.ErrFull:
		return fmt.Errorf("the disk is full: %w", err)
	}
	return err
}

// optional is s as a cell of the database: NULL where it is empty.
func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}
