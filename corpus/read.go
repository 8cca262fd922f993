package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Limits bounds what Read takes in. A field that is 0 stands for its default.
type Limits struct {
	Bytes int64 // size of a source in bytes
	Block int   // size of one paragraph in bytes; beyond it the text is not prose
}

// DefaultLimits are wide of any brief: War and Peace has 3 MB, and its longest paragraph
// some 8 kB.
var DefaultLimits = Limits{Bytes: 64 << 20, Block: 1 << 20}

// Read reads a brief and finds its structure: text, metadata, blocks and sections. It
// leaves sentences, tokens and findings to the pipeline. The errors are *ReadErrors.
func Read(source Source, limits Limits) (*Document, error) {
	if limits.Bytes == 0 {
		limits.Bytes = DefaultLimits.Bytes
	}
	if limits.Block == 0 {
		limits.Block = DefaultLimits.Block
	}
	raw, err := readBytes(source, limits.Bytes)
	if err != nil {
		return nil, err
	}
	hash := sha256.Sum256(raw)
	d := &Document{
		Source: source.Name, Key: source.Key, Hash: hex.EncodeToString(hash[:]),
		Format: formatOf(source.Name),
	}
	if d.Key == "" {
		d.Key = "sha256:" + d.Hash
	}
	text, err := decode(source.Name, raw, d.Format == FormatHTML)
	if err != nil {
		return nil, err
	}
	if d.Format == "" {
		d.Format = formatByLook(text)
	}
	if err := d.structure(text, limits); err != nil {
		return nil, err
	}
	return d, nil
}

// page is what a reader makes of the bytes of a brief: text, blocks, and what markup says.
type page struct {
	text      string
	blocks    []Block
	markup    bool // headings and lists are known by markup, not by the look of lines
	title     string
	authors   []string
	outlet    string
	language  string
	url       string
	published Date
}

// structure fills in what the reader of the format finds in the decoded text of a source.
func (d *Document) structure(text string, limits Limits) error {
	p, err := d.read(text)
	if err != nil {
		return err
	}
	if len(p.blocks) == 0 {
		return refuse(d.Source, ErrEmpty, "holds no text")
	}
	for _, b := range p.blocks {
		if b.Len() > limits.Block {
			return refuse(d.Source, ErrNotProse,
				"holds a line or paragraph of %d bytes, which is not prose (the limit is %d)", b.Len(), limits.Block)
		}
	}
	// A page without a heading in it is read as plain text is, by the look of its lines.
	p.markup = p.markup && slices.ContainsFunc(p.blocks, func(b Block) bool { return b.Kind == Heading })
	f := readFront(p.text, p.blocks, p.markup)
	if !p.markup {
		markHeadings(p.text, p.blocks, f.end)
		markSummaryItems(p.text, p.blocks[f.end:])
	}
	d.Text, d.Blocks, d.Sections = p.text, p.blocks, sections(p.text, p.blocks, f, p.markup)

	// What markup says of a brief goes before what its first lines say.
	d.Title, d.Authors, d.Outlet, d.Published = p.title, p.authors, p.outlet, p.published
	if d.Title == "" || slices.Equal(plainWords(d.Title), plainWords(f.title)) {
		d.Title = f.title // metadata may hold marks: "The *lake*"
	}
	if isSubset(d.Authors, f.authors) {
		d.Authors = f.authors // metadata often name the first author alone
	}
	if d.Outlet == "" {
		d.Outlet = f.outlet
	}
	if d.Published.Precision() == NoDate {
		d.Published = f.published
	}
	d.URL, d.Language = p.url, p.language
	if d.Language == "" {
		d.Language = language(d.Text)
	}
	return nil
}

// isSubset reports whether all of some are among all.
func isSubset(some, all []string) bool {
	for _, s := range some {
		if !slices.Contains(all, s) {
			return false
		}
	}
	return true
}

// read hands the text to the reader of its format.
func (d *Document) read(text string) (page, error) {
	switch d.Format {
	case FormatMarkdown:
		return readMarkdown(d.Source, text)
	case FormatHTML:
		return readHTML(d.Source, text)
	}
	return readText(text), nil
}

// readBytes reads the whole of a source that has at most limit bytes.
func readBytes(source Source, limit int64) ([]byte, error) {
	r, err := source.Open()
	if err != nil {
		return nil, fileError(source.Name, err)
	}
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	closed := r.Close()
	switch {
	case err != nil:
		return nil, fileError(source.Name, err)
	case closed != nil:
		return nil, fileError(source.Name, closed)
	case int64(len(raw)) > limit:
		return nil, refuse(source.Name, ErrTooLarge, "is larger than %d bytes, the limit", limit)
	case len(raw) == 0:
		return nil, refuse(source.Name, ErrEmpty, "is empty")
	}
	return raw, nil
}

// refuse makes the error of a source that is readable but no brief.
func refuse(name string, class error, format string, args ...any) *ReadError {
	return &ReadError{name, fmt.Sprintf(format, args...), class}
}

// formatByLook tells the format of a text without a name to go by.
func formatByLook(text string) string {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<h1", "<!--"} {
		if strings.HasPrefix(head, start) {
			return FormatHTML
		}
	}
	if strings.HasPrefix(head, "# ") || strings.HasPrefix(head, "---\n") {
		return FormatMarkdown
	}
	return FormatText
}
