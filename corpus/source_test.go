package corpus

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plant writes files with their names for content under a new folder.
func plant(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// listed gives the names of the sources at paths under root, an error as its words.
func listed(t *testing.T, root string, paths ...string) []string {
	t.Helper()
	for i, path := range paths {
		if path != "-" {
			paths[i] = filepath.Join(root, filepath.FromSlash(path))
		}
	}
	var names []string
	for source, err := range Sources(paths, strings.NewReader("standard input")) {
		line := source.Name
		if err != nil {
			line = err.Error()
		}
		line = strings.ReplaceAll(line, root+string(filepath.Separator), "")
		names = append(names, filepath.ToSlash(line))
	}
	return names
}

func TestSources(t *testing.T) {
	root := plant(t, "b.txt", "a.md", "sub/c.HTML", "sub/deep/d.xhtml", "sub/a.gold.json", "sub/e.pdf",
		".hidden.txt", ".git/f.txt", "none/g.csv", "README.md", "name with space.markdown")
	outside := filepath.Join(plant(t, "secret.txt"), "secret.txt")
	for link, target := range map[string]string{"link.txt": outside, "loop": root} {
		if err := os.Symlink(target, filepath.Join(root, "sub", link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	for _, c := range []struct {
		why   string
		paths []string
		want  []string
	}{
		{"files in the order given", []string{"b.txt", "a.md"}, []string{"b.txt", "a.md"}},
		{"a folder by name, without links and hidden files", []string{"sub"}, []string{"sub/c.HTML", "sub/deep/d.xhtml"}},
		{"a path is cleaned", []string{"sub/../b.txt"}, []string{"b.txt"}},
		{"standard input between files", []string{"-", "b.txt"}, []string{"-", "b.txt"}},
		{"a hidden file that is named is meant", []string{".hidden.txt"}, []string{".hidden.txt"}},
		{"a link that is named is meant", []string{"sub/link.txt"}, []string{"sub/link.txt"}},
		{"what cannot be read is said, and the rest goes on", []string{"missing.txt", "b.txt"},
			[]string{"missing.txt does not exist", "b.txt"}},
		{"a file of a kind that is not read", []string{"sub/e.pdf"},
			[]string{"sub/e.pdf is a PDF, which is not read; want .txt, .text, .md, .markdown, .html, .htm or .xhtml"}},
		{"a folder without briefs", []string{"none"},
			[]string{"none is a folder without a .txt, .text, .md, .markdown, .html, .htm or .xhtml file in it (1 of other kinds)"}},
	} {
		if diff := cmp.Diff(c.want, listed(t, root, c.paths...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	all := listed(t, root, ".")
	want := []string{"README.md", "a.md", "b.txt", "name with space.markdown", "sub/c.HTML", "sub/deep/d.xhtml"}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("the whole folder (-want +got):\n%s", diff)
	}
}

func TestSourcesStop(t *testing.T) {
	root := plant(t, "a.txt", "b.txt", "c.txt")
	n := 0
	for range Sources([]string{root, root}, nil) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d sources after a break at the second", n)
	}
}

func TestSourceErrors(t *testing.T) {
	for path, want := range map[string]error{"missing.txt": os.ErrNotExist, "a.docx": ErrUnknownKind, "noending": ErrUnknownKind} {
		root := plant(t, "a.docx", "noending")
		for _, err := range Sources([]string{filepath.Join(root, path)}, nil) {
			var read *ReadError
			if !errors.Is(err, want) || !errors.As(err, &read) || read.Name != filepath.Join(root, path) {
				t.Errorf("%s: %v, want a ReadError of %v", path, err, want)
			}
		}
	}
}

func TestKeys(t *testing.T) {
	root := plant(t, "a.txt")
	t.Chdir(root)
	absolute, err := filepath.Abs("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	for source, err := range Sources([]string{"./a.txt", "-"}, strings.NewReader("Words.")) {
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(source, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"a.txt": absolute, "-": "sha256:" + d.Hash}[d.Source]
		if d.Key != want {
			t.Errorf("key of %s is %q, want %q", d.Source, d.Key, want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	long := strings.Repeat("word ", 1<<16)
	limits := Limits{Bytes: 1 << 20, Block: 1 << 18}
	for _, c := range []struct {
		name, content string
		want          error
		words         string
	}{
		{"a.txt", "", ErrEmpty, "a.txt is empty"},
		{"a.txt", " \n\t\r\n", ErrEmpty, "a.txt holds no text"},
		{"a.txt", "----\n***\n", ErrEmpty, "a.txt holds no text"},
		{"a.html", "<html><body><script>let a</script></body></html>", ErrEmpty, "a.html holds no text"},
		{"a.md", "---\ntitle: No more\n---\n", ErrEmpty, "a.md holds no text"},
		{"-", "", ErrEmpty, "standard input is empty"},
		{"a.txt", strings.Repeat(long, 4), ErrTooLarge, "a.txt is larger than 1048576 bytes, the limit"},
		{"a.txt", long, ErrNotProse, "a.txt holds a line or paragraph of 327679 bytes, which is not prose (the limit is 262144)"},
		{"a.html", "<p>" + long, ErrNotProse, "a.html holds a line or paragraph of 327679 bytes, which is not prose (the limit is 262144)"},
		{"a.txt", "%PDF-1.7 and more", ErrBinary, "a.txt is a PDF, which is not read yet"},
		{"a.md", "PK\x03\x04rest", ErrBinary, "a.md is a ZIP or Office file (such as DOCX), which is not read yet"},
		{"a.txt", "\x89PNG\r\n", ErrBinary, "a.txt is an image"},
		{"a.txt", "words\x00words", ErrBinary, "a.txt is not text: it holds NUL bytes"},
		{"a.txt", "a\x01b\x02c\x03", ErrBinary, "a.txt is not text: 3 of its 6 bytes are control characters"},
		{"a.txt", "Über Öl – und ü\xC3", ErrEncoding, "a.txt is UTF-8 cut short in the middle of a character, at byte 20"},
		{"a.txt", "It is so\xE2\x80", ErrEncoding, "a.txt is UTF-8 cut short in the middle of a character, at byte 8"},
		{"a.txt", "Über Öl \xFF und mehr", ErrEncoding, "a.txt is UTF-8 with broken bytes: 1 of them, the first at byte 10"},
		{"a.txt", "\xFE\xFF\x00a\x00", ErrEncoding, "a.txt is UTF-16 cut short in the middle of a character"},
		{"a.txt", "\xFE\xFF\xD8\x00\x00a", ErrEncoding, "a.txt is broken UTF-16: a half of a pair stands alone at byte 0"},
		{"a.html", strings.Repeat("<div>", 2000) + "words", ErrMarkup,
			"a.html is not read as HTML: html: open stack of elements exceeds 512 nodes"},
		{"a.md", "---\ntitle: [open\n---\nWords.\n", ErrMarkup, ""},
	} {
		_, err := Read(memory(c.name, c.content), limits)
		var read *ReadError
		if !errors.Is(err, c.want) || !errors.As(err, &read) || read.Name != c.name {
			t.Errorf("%.20q: %v, want a ReadError of %v", c.content, err, c.want)
		} else if c.words != "" && err.Error() != c.words {
			t.Errorf("%.20q: %v, want %s", c.content, err, c.words)
		}
	}
}

// A source that fails while it is read is named, and its error kept.
func TestReadFails(t *testing.T) {
	broken := errors.New("the disk is broken")
	for why, open := range map[string]func() (io.ReadCloser, error){
		"opening": func() (io.ReadCloser, error) { return nil, broken },
		"reading": func() (io.ReadCloser, error) { return io.NopCloser(failing{broken}), nil },
	} {
		_, err := Read(Source{Name: "a.txt", Open: open}, Limits{})
		if !errors.Is(err, broken) || err.Error() != "a.txt cannot be read: the disk is broken" {
			t.Errorf("%s: %v", why, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a.txt", "<html><p>Words", FormatText},
		{"A.TXT", "Words", FormatText},
		{"a.markdown", "Words", FormatMarkdown},
		{"a.Htm", "Words", FormatHTML},
		{"-", "Words", FormatText},
		{"-", "\n<!DOCTYPE html><p>Words", FormatHTML},
		{"-", "# Title\n\nWords", FormatMarkdown},
		{"-", "---\ntitle: T\n---\nWords", FormatMarkdown},
	} {
		if d := mustRead(t, c.name, c.content); d.Format != c.want {
			t.Errorf("%s %q: %s, want %s", c.name, c.content, d.Format, c.want)
		}
	}
}
