package store

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"go/build"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"augury/corpus"
)

// helper names the variable that turns the test program into another process that writes.
const helper = "AUGURY_STORE_TEST_WRITER"

// TestMain lets a test start this program again as a process that saves briefs to the
// database that the variable names, prints a line for each and goes on until it has saved
// as many as its argument says.
func TestMain(m *testing.M) {
	path := os.Getenv(helper)
	if path == "" {
		os.Exit(m.Run())
	}
	if err := writeBriefs(path, os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func writeBriefs(path, name, count string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	for i := range n {
		if _, err := s.Save(context.Background(), numberedBrief(name, i)); err != nil {
			return err
		}
		fmt.Println("saved", i)
	}
	return s.Close()
}

// numberedBrief is gridBrief under another name with a line of its own.
func numberedBrief(name string, i int) *corpus.Document {
	d := gridBrief()
	d.Source = fmt.Sprintf("%s-%d.txt", name, i)
	d.Key, d.Hash = "/briefs/"+d.Source, d.Source
	return d
}

// startWriter starts another process that saves briefs.
func startWriter(t *testing.T, path, name string, count int) (*exec.Cmd, io.Reader) {
	t.Helper()
	command := exec.Command(os.Args[0], name, strconv.Itoa(count))
	command.Env = append(os.Environ(), helper+"="+path)
	command.Stderr = os.Stderr
	lines, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return command, lines
}

// checkWhole checks that the database is sound, that every brief in it is there whole,
// and that the indexes of words agree with the tables. It returns the number of briefs.
func checkWhole(t *testing.T, s *Store) int {
	t.Helper()
	for pragma, want := range map[string]string{"integrity_check": "ok", "foreign_key_check": ""} {
		var got string
		err := s.read.QueryRow(`PRAGMA ` + pragma).Scan(&got)
		if want == "" && !errors.Is(err, sql.ErrNoRows) || want != "" && (err != nil || got != want) {
			t.Errorf("%s: %q, %v", pragma, got, err)
		}
	}
	for _, index := range []string{"versions_fts", "sentences_fts"} {
		// With rank 1 the check compares the index with the tables behind it.
		if _, err := s.write.Exec(`INSERT INTO ` + index + ` (` + index + `, rank) VALUES ('integrity-check', 1)`); err != nil {
			t.Errorf("%s: %v", index, err)
		}
	}
	want := gridBrief()
	briefs := allRows(t, s, Documents, Filter{})
	for _, row := range briefs {
		d, err := s.Document(context.Background(), cell(t, Documents, row, "id").(int64))
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Findings) != len(want.Findings) || len(d.Sentences) != len(want.Sentences) || d.Text != want.Text {
			t.Errorf("%s has %d findings and %d sentences", d.Source, len(d.Findings), len(d.Sentences))
		}
	}
	return len(briefs)
}

func TestTwoProcessesWriteAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "briefs.db") // which each of them tries to make
	const each = 40
	var writers []*exec.Cmd
	for _, name := range []string{"left", "right", "middle"} {
		command, lines := startWriter(t, path, name, each)
		go func() { _, _ = io.Copy(io.Discard, lines) }()
		writers = append(writers, command)
	}
	for _, command := range writers {
		if err := command.Wait(); err != nil {
			t.Errorf("a writer failed: %v", err)
		}
	}
	s, err := Open(context.Background(), path, Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if got := checkWhole(t, s); got != 3*each {
		t.Errorf("%d briefs, want %d", got, 3*each)
	}
}

// TestKilled ends a writer without warning and looks at what it leaves.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "briefs.db")
	command, lines := startWriter(t, path, "brief", 1_000_000)
	scanner := bufio.NewScanner(lines)
	saved := 0
	for saved < 25 && scanner.Scan() {
		saved++
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for scanner.Scan() {
		saved++
	}
	_ = command.Wait() // its end was not its own
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	// One more may have been saved than the writer came to say.
	if got := checkWhole(t, s); got != saved && got != saved+1 {
		t.Errorf("%d briefs, want %d", got, saved)
	}
	if got := mustSave(t, s, numberedBrief("brief", 1_000_000)).Outcome; got != corpus.New {
		t.Errorf("outcome afterwards is %s", got)
	}
}

func TestOpenSettings(t *testing.T) {
	s := openTest(t)
	for name, db := range map[string]*sql.DB{"write": s.write, "read": s.read} {
		for pragma, want := range map[string]string{
			"journal_mode": "wal", "foreign_keys": "1", "synchronous": "1", "busy_timeout": "10000",
			"application_id": strconv.Itoa(applicationID),
		} {
			var got string
			if err := db.QueryRow(`PRAGMA ` + pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %s is %q (%v), want %q", name, pragma, got, err, want)
			}
		}
	}
	if _, err := s.read.Exec(`DELETE FROM documents`); err == nil {
		t.Error("the readers' connections can write")
	}
}

func TestOpenAgain(t *testing.T) {
	for _, name := range []string{"plain.db", "a b?c#d%20e&f=g.db", "Ünïcode – “x”.db"} {
		path := filepath.Join(t.TempDir(), name)
		for round, want := range []corpus.Outcome{corpus.New, corpus.Unchanged} {
			s, err := Open(context.Background(), path, Options{})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got := mustSave(t, s, gridBrief()).Outcome; got != want {
				t.Errorf("%s, round %d: outcome %s, want %s", name, round, got, want)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("the database is not where it was asked for: %v", err)
		}
	}
}

// execSQL runs SQL on a file outside of the store.
func execSQL(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(path string) string // returns the path to open
		options Options
		want    string
		is      error
	}{
		{
			name: "a text file", want: "it is no SQLite database",
			prepare: func(path string) string {
				if err := os.WriteFile(path, []byte("Growth will slow.\n"), 0o644); err != nil {
					t.Fatal(err)
				}
				return path
			},
		},
		{
			name: "a long text file", want: "it is no SQLite database",
			prepare: func(path string) string {
				if err := os.WriteFile(path, bytes.Repeat([]byte("Growth will slow.\n"), 1000), 0o644); err != nil {
					t.Fatal(err)
				}
				return path
			},
		},
		{
			name: "another program's tables", want: "another program",
			prepare: func(path string) string {
				execSQL(t, path, `CREATE TABLE recipes (name TEXT)`)
				return path
			},
		},
		{
			name: "another program's mark", want: "another program",
			prepare: func(path string) string {
				execSQL(t, path, `PRAGMA application_id = 7`)
				return path
			},
		},
		{
			name: "a newer schema", want: "newer augury",
			prepare: func(path string) string {
				s, err := Open(context.Background(), path, Options{})
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				execSQL(t, path, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`)
				return path
			},
		},
		{
			name: "a folder", want: "it is a folder",
			prepare: func(path string) string { return filepath.Dir(path) },
		},
		{
			name: "no such folder", want: "is not there", is: fs.ErrNotExist,
			prepare: func(path string) string { return filepath.Join(filepath.Dir(path), "none", "briefs.db") },
		},
		{
			name: "no such file", want: "no such file", is: fs.ErrNotExist, options: Options{MustExist: true},
			prepare: func(path string) string { return path },
		},
	} {
		path := c.prepare(filepath.Join(t.TempDir(), "briefs.db"))
		before, _ := os.ReadFile(path)
		s, err := Open(context.Background(), path, c.options)
		if err == nil {
			_ = s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: error is %v, want one with %q and the path", c.name, err, c.want)
		}
		if c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: error is %v, want %v", c.name, err, c.is)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: the file was changed", c.name)
		}
	}
}

func TestOpenReadOnly(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write to any file")
	}
	path := filepath.Join(t.TempDir(), "briefs.db")
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path, Options{}); err == nil || !strings.Contains(err.Error(), "cannot be written") {
		t.Errorf("a file: error is %v", err)
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(folder, "briefs.db")
	if _, err := Open(context.Background(), path, Options{}); err == nil || !strings.Contains(err.Error(), "folder cannot be written") {
		t.Errorf("a folder: error is %v", err)
	}
}

// TestBuildGuards checks which builds the guards stop.
func TestBuildGuards(t *testing.T) {
	for _, c := range []struct {
		file  string
		tags  []string
		cgo   bool
		stops bool
	}{
		{"build_fts5.go", nil, true, true},
		{"build_fts5.go", []string{"sqlite_fts5"}, true, false},
		{"build_fts5.go", []string{"fts5"}, true, false},
		{"build_cgo.go", []string{"sqlite_fts5"}, false, true},
		{"build_cgo.go", []string{"sqlite_fts5"}, true, false},
	} {
		setting := build.Default
		setting.BuildTags, setting.CgoEnabled = c.tags, c.cgo
		stops, err := setting.MatchFile(".", c.file)
		if err != nil {
			t.Fatal(err)
		}
		if stops != c.stops {
			t.Errorf("%s with tags %v and cgo %v: stops the build %v, want %v", c.file, c.tags, c.cgo, stops, c.stops)
		}
	}
}
