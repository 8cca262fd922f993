// Package layers holds the test of which package may import which.
package layers

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "augury"

// allowed lists for each room of the house what it may import of the project, by the
// first folder of the path. Imports go down the list, never up.
var allowed = map[string][]string{
	"cmd":        {"corpus", "pipeline", "extractors", "store", "web", "eval", "internal"},
	"extractors": {"corpus", "pipeline", "internal", "extractors"},
	"web":        {"corpus", "store", "internal"},
	"eval":       {"corpus", "pipeline", "internal"},
	"store":      {"corpus", "internal"},
	"pipeline":   {"corpus", "internal"},
	"corpus":     {"internal", "corpus"},
	"internal":   {"internal"},
}

// TestImports reads the import lines of every package and names those that go up.
func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), ".") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, line := range file.Imports {
			imported, err := strconv.Unquote(line.Path.Value)
			if err != nil {
				return err
			}
			if fault := judge(path.Dir(name), imported); fault != "" {
				t.Errorf("%s %s", name, fault)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// judge says what is wrong with an import in the package at folder, "" where nothing is.
func judge(folder, imported string) string {
	inner, ours := strings.CutPrefix(imported, module+"/")
	if !ours {
		return ""
	}
	from, _, _ := strings.Cut(folder, "/")
	to, _, _ := strings.Cut(inner, "/")
	rooms, known := allowed[from]
	if !known {
		return "lies in a folder that the table of layers does not name"
	}
	// A training command under internal reads gold files and runs the pipeline; nothing
	// imports it.
	if from == "internal" && path.Base(folder) == "train" {
		return ""
	}
	for _, room := range rooms {
		if room == to {
			return ""
		}
	}
	return "imports " + imported + ": " + from + " may not import " + to
}

// TestJudge holds that the test can fail.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		folder, imported string
		fine             bool
	}{
		{"corpus", "augury/store", false},
		{"pipeline", "augury/extractors/entity", false},
		{"internal/when", "augury/corpus", false},
		{"store", "augury/pipeline", false},
		{"util", "augury/corpus", false},
		{"cmd/augury", "augury/store", true},
		{"extractors/forecast", "augury/extractors/entity", true},
		{"store", "database/sql", true},
	} {
		if got := judge(c.folder, c.imported) == ""; got != c.fine {
			t.Errorf("judge(%s, %s): fine is %v, want %v", c.folder, c.imported, got, c.fine)
		}
	}
}
