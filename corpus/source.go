package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Source is a place that a brief is read from.
type Source struct {
	// Name is the path as it was given, cleaned, or "-" for standard input. Messages use it.
	Name string
	// Key is what tells sources apart over time: the absolute path of a file. Where it is
	// empty, as for standard input, Read takes the hash of the bytes for it.
	Key string
	// Open opens the bytes for reading, once.
	Open func() (io.ReadCloser, error)
}

// Formats that briefs are read in, the values of Document.Format.
const (
	FormatText     = "text"
	FormatMarkdown = "markdown"
	FormatHTML     = "html"
)

// formats gives the format of a file by the ending of its name, in lower case.
var formats = map[string]string{
	".txt": FormatText, ".text": FormatText,
	".md": FormatMarkdown, ".markdown": FormatMarkdown,
	".html": FormatHTML, ".htm": FormatHTML, ".xhtml": FormatHTML,
}

// knownEndings is formats in words, for messages.
const knownEndings = ".txt, .text, .md, .markdown, .html, .htm or .xhtml"

// formatOf gives the format that the name of a file promises, "" where it promises none.
func formatOf(name string) string { return formats[strings.ToLower(filepath.Ext(name))] }

// Sources lists the briefs at paths, in the order of the paths: files, folders with all
// that is under them sorted by name, and "-" for stdin. In a folder, files of unknown kind,
// hidden files and folders (".git") and symbolic links are passed over, so that nothing
// outside it is read; a folder without any brief is an error.
//
// Each error is a *ReadError about one path. The listing goes on after it.
func Sources(paths []string, stdin io.Reader) iter.Seq2[Source, error] {
	return func(yield func(Source, error) bool) {
		for _, path := range paths {
			if path == "-" {
				open := func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }
				if !yield(Source{Name: "-", Open: open}, nil) {
					return
				}
				continue
			}
			path = filepath.Clean(path)
			info, err := os.Stat(path)
			switch {
			case err != nil:
				err = fileError(path, err)
			case info.IsDir():
				if !folder(path, yield) {
					return
				}
				continue
			case !info.Mode().IsRegular():
				err = &ReadError{path, "is neither a file nor a folder", ErrUnknownKind}
			case formatOf(path) == "":
				err = unknownKind(path)
			}
			if err != nil {
				if !yield(Source{Name: path}, err) {
					return
				}
				continue
			}
			if !yield(file(path)) {
				return
			}
		}
	}
}

// folder yields the briefs under root. It reports whether more is wanted.
func folder(root string, yield func(Source, error) bool) bool {
	found, passed, wanted := 0, 0, true
	// The callback returns no error but the two that skip, and WalkDir keeps those.
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(entry.Name(), ".")
		switch {
		case err != nil:
			found++ // it may hold briefs: the folder is not called empty
			if wanted = yield(Source{Name: path}, fileError(path, err)); !wanted {
				return fs.SkipAll
			}
			return fs.SkipDir
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case entry.IsDir():
			return nil
		case hidden || !entry.Type().IsRegular() || formatOf(path) == "":
			passed++
			return nil
		}
		found++
		if wanted = yield(file(path)); !wanted {
			return fs.SkipAll
		}
		return nil
	})
	if found > 0 {
		return wanted
	}
	reason := fmt.Sprintf("is a folder without a %s file in it", knownEndings)
	if passed > 0 {
		reason += fmt.Sprintf(" (%d of other kinds)", passed)
	}
	return yield(Source{Name: root}, &ReadError{root, reason, ErrEmpty})
}

// file is the source that a regular file makes.
func file(path string) (Source, error) {
	key, err := filepath.Abs(path)
	if err != nil {
		return Source{Name: path}, &ReadError{path, "has no absolute path: " + err.Error(), err}
	}
	open := func() (io.ReadCloser, error) { return os.Open(path) }
	return Source{Name: path, Key: key, Open: open}, nil
}

// Reasons for which a source is not read; a *ReadError wraps one of them, or the error of
// the operating system.
var (
	ErrEmpty       = errors.New("no text")
	ErrUnknownKind = errors.New("unknown kind of file")
	ErrBinary      = errors.New("not text")
	ErrTooLarge    = errors.New("too large")
	ErrEncoding    = errors.New("broken encoding")
	ErrNotProse    = errors.New("not prose")
	ErrMarkup      = errors.New("broken markup")
)

// ReadError says why one source was not read.
type ReadError struct {
	Name   string // of the source
	Reason string // what is wrong, to follow the name: "is empty"
	Err    error
}

// Error is the name and the reason: "notes/kenya.txt is empty".
func (e *ReadError) Error() string {
	name := e.Name
	if name == "-" {
		name = "standard input"
	}
	return name + " " + e.Reason
}

// Unwrap is Err.
func (e *ReadError) Unwrap() error { return e.Err }

// fileError words an error of the operating system.
func fileError(name string, err error) *ReadError {
	cause := err
	var path *fs.PathError
	if errors.As(err, &path) {
		cause = path.Err // without the name, which ReadError gives
	}
	reason := "cannot be read: " + cause.Error()
	if errors.Is(err, fs.ErrNotExist) {
		reason = "does not exist"
	}
	return &ReadError{name, reason, err}
}

// unread names the kinds of files that people try, by the ending of the name.
var unread = map[string]string{
	".pdf": "a PDF", ".docx": "a Word file", ".doc": "a Word file", ".odt": "an OpenDocument file", ".rtf": "an RTF file",
	".epub": "an e-book", ".xlsx": "a spreadsheet", ".xls": "a spreadsheet", ".csv": "a table", ".json": "data",
	".pptx": "a presentation", ".zip": "an archive", ".gz": "an archive", ".eml": "a mail",
}

// unknownKind words the refusal of a file by its name.
func unknownKind(name string) *ReadError {
	ending := strings.ToLower(filepath.Ext(name))
	kind := unread[ending]
	switch {
	case ending == "":
		kind = "of unknown kind, as its name has no ending"
	case kind == "":
		kind = "of unknown kind (" + ending + ")"
	}
	return &ReadError{name, fmt.Sprintf("is %s, which is not read; want %s", kind, knownEndings), ErrUnknownKind}
}
