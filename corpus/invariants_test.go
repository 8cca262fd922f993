package corpus

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// memory is a source that is in memory.
func memory(name, content string) Source {
	return Source{Name: name, Key: name, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(content)), nil
	}}
}

// mustRead reads a brief that is in memory and holds it to what is true of any document.
func mustRead(t *testing.T, name, content string) *Document {
	t.Helper()
	d, err := Read(memory(name, content), DefaultLimits)
	if err != nil {
		t.Fatalf("read %s: %v", name, err)
	}
	if err := sound(d); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

// sound checks what is true of any document that was read.
func sound(d *Document) error {
	var faults []error
	fail := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	if !utf8.ValidString(d.Text) {
		fail("the text is not UTF-8")
	}
	if len(d.Blocks) == 0 || len(d.Sections) == 0 {
		return errors.New("no block or no section")
	}
	end := 0
	for i, b := range d.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(d.Text) {
			return fmt.Errorf("block %d is %d to %d, after %d of %d", i, b.Start, b.End, end, len(d.Text))
		}
		words := d.Words(b.Span)
		if strings.TrimFunc(words, unicode.IsSpace) != words || !utf8.ValidString(words) {
			fail("block %d has white space around it, or cuts a character: %.60q", i, words)
		}
		leveled := b.Kind == Heading || b.Kind == ListItem
		if leveled && b.Level == 0 || !leveled && b.Kind != TableRow && b.Level != 0 || b.Kind == TableRow && b.Level > 1 || b.Level > 6 && b.Kind == Heading {
			fail("block %d is a %s of level %d", i, b.Kind, b.Level)
		}
		end = b.End
	}
	end = 0
	for i, s := range d.Sections {
		if s.Start < end || s.End <= s.Start || i > 0 && s.Start != end {
			fail("section %d is %d to %d, after %d", i, s.Start, s.End, end)
		}
		if s.Heading.Empty() != (s.Level == 0) {
			fail("section %d has heading %q and level %d", i, d.Words(s.Heading), s.Level)
		}
		end = s.End
	}
	if d.Sections[0].Start != d.Blocks[0].Start || end != d.Blocks[len(d.Blocks)-1].End {
		fail("sections do not cover the blocks")
	}
	return errors.Join(faults...)
}

// outside gives the first words of a text that lie in no block, but for the marks of list
// items and lines without words; "" where there are none.
func outside(d *Document) string {
	start := 0
	for _, b := range append(d.Blocks[:len(d.Blocks):len(d.Blocks)], Block{Span: Span{Start: len(d.Text), End: len(d.Text)}}) {
		for _, line := range strings.FieldsFunc(d.Text[start:b.Start], func(r rune) bool { return strings.ContainsRune("\n\r\f\v\u0085\u2028\u2029", r) }) {
			line = strings.TrimSpace(line)
			if hasWords(line) && listMark(line+" x") != len(line)+1 {
				return line
			}
		}
		start = b.End
	}
	return ""
}

// outline is the structure of a document, a line for each section and block:
// "= forecast 2", "  paragraph First words".
func outline(d *Document) string {
	var b strings.Builder
	next := 0
	for _, block := range d.Blocks {
		for next < len(d.Sections) && d.Sections[next].Start <= block.Start {
			s := d.Sections[next]
			fmt.Fprintf(&b, "= %s %d\n", s.Role, s.Level)
			next++
		}
		words := strings.Join(strings.Fields(d.Words(block.Span)), " ")
		if r := []rune(words); len(r) > 30 {
			words = string(r[:30]) + "…"
		}
		fmt.Fprintf(&b, "  %s %d %s\n", block.Kind, block.Level, words)
	}
	return b.String()
}
