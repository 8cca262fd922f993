// Package eval measures extractors against documents annotated by hand: it loads gold
// files, matches what was found with what is there, and reports precision, recall, F1 and
// the accuracy of each field.
package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"augury/corpus"
)

const goldSuffix = ".gold.json"

// formats are the extensions that a document beside its gold may have.
var formats = []string{".txt", ".md", ".html", ".htm"}

// Case is a document and what annotators found in it.
type Case struct {
	Name     string // the file's name without its extension
	Document *corpus.Document
	Gold     corpus.Record
}

// Load reads each NAME.gold.json of a directory and the document NAME.txt, .md, .html or
// .htm beside it, in order of name. Every quote of the gold must be what its span covers
// in the document's text; the error says which are not, in all files at once.
func Load(dir string) ([]Case, error) { return LoadFS(os.DirFS(dir)) }

// LoadFS is Load for the top directory of a file system, such as samples.FS.
func LoadFS(fsys fs.FS) ([]Case, error) {
	paths, err := fs.Glob(fsys, "*"+goldSuffix)
	if err != nil {
		return nil, fmt.Errorf("list gold files: %w", err)
	}
	if len(paths) == 0 {
		return nil, errors.New("load gold: no file NAME" + goldSuffix + " there")
	}
	var cases []Case
	var faults []error
	for _, path := range paths {
		c, err := loadCase(fsys, strings.TrimSuffix(path, goldSuffix))
		if err != nil {
			faults = append(faults, fmt.Errorf("load %s: %w", path, err))
			continue
		}
		cases = append(cases, c)
	}
	return cases, errors.Join(faults...)
}

func loadCase(fsys fs.FS, name string) (Case, error) {
	content, err := fs.ReadFile(fsys, name+goldSuffix)
	if err != nil {
		return Case{}, err
	}
	var gold corpus.Record
	if err := json.Unmarshal(content, &gold); err != nil {
		return Case{}, err
	}
	file, err := documentOf(fsys, name)
	if err != nil {
		return Case{}, err
	}
	source := corpus.Source{Name: file, Open: func() (io.ReadCloser, error) { return fsys.Open(file) }}
	document, err := corpus.Read(source, corpus.DefaultLimits)
	if err != nil {
		return Case{}, err
	}
	if err := gold.Check(document.Text); err != nil {
		return Case{}, err
	}
	return Case{Name: path.Base(name), Document: document, Gold: gold}, nil
}

// documentOf finds the one document that a gold file speaks of.
func documentOf(fsys fs.FS, name string) (string, error) {
	var found []string
	for _, extension := range formats {
		if _, err := fs.Stat(fsys, name+extension); err == nil {
			found = append(found, name+extension)
		}
	}
	if len(found) != 1 {
		return "", fmt.Errorf("want one document beside it with extension %s, there are %d",
			strings.Join(formats, ", "), len(found))
	}
	return found[0], nil
}
