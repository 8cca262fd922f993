package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// ui holds every rule of terminal output. Results go to out, all else to err; colour and
// the progress bar only where a person looks on.
type ui struct {
	out, err io.Writer
	quiet    bool // no notes on err
	colour   bool // out is a terminal, and NO_COLOR is not set
	bars     bool // err is a terminal
	width    int  // columns of out, 0 where it is no terminal
	bar      *progressbar.ProgressBar
}

func newUI(out, err *os.File) *ui {
	u := &ui{out: out, err: err, bars: term.IsTerminal(int(err.Fd()))}
	if term.IsTerminal(int(out.Fd())) {
		u.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" // no-color.org
		if width, _, sizeErr := term.GetSize(int(out.Fd())); sizeErr == nil {
			u.width = width
		}
	}
	return u
}

// note writes a line for the person at the terminal, not for a program.
func (u *ui) note(format string, args ...any) {
	if !u.quiet {
		u.line(u.err, fmt.Sprintf(format, args...))
	}
}

// fault writes an error line; --quiet does not hide it.
func (u *ui) fault(err error) {
	u.line(u.err, "augury: "+clean(err.Error()))
}

// line writes one line without tearing the progress bar.
func (u *ui) line(w io.Writer, text string) {
	if u.bar != nil {
		_ = u.bar.Clear()
	}
	_, _ = fmt.Fprintln(w, text)
	if u.bar != nil {
		_ = u.bar.RenderBlank()
	}
}

// startBar shows a progress bar on err where that is a terminal. total is the number of
// steps, -1 where it is not known.
func (u *ui) startBar(total int, what string) {
	if !u.bars || u.quiet {
		return
	}
	u.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(u.err), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("briefs"),
		progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
}

func (u *ui) step() {
	if u.bar != nil {
		_ = u.bar.Add(1)
	}
}

func (u *ui) stopBar() {
	if u.bar != nil {
		_ = u.bar.Finish()
		u.bar = nil
	}
}

// json writes v as one line.
func (u *ui) json(v any) error {
	encoder := json.NewEncoder(u.out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// The colours of terminal output (ECMA-48 SGR codes). Nothing is told by colour alone.
const (
	bold      = "1"
	dim       = "2"
	underline = "4"
	green     = "32"
	yellow    = "33"
	magenta   = "35"
	cyan      = "36"
)

// paint puts text into a colour, where there is colour.
func (u *ui) paint(colour, text string) string {
	if !u.colour || colour == "" || text == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// clean makes text from a brief safe to print: control characters, which could drive the
// terminal, and bidirectional overrides, which could disguise words, become spaces or
// nothing.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0:
			return ' '
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, text)
}

// oneLine is text as one line of clean words.
func oneLine(text string) string { return strings.Join(strings.Fields(clean(text)), " ") }

// table writes rows under a header in aligned columns. Where the terminal is too narrow
// the last column is cut, with an ellipsis.
func (u *ui) table(header []string, rows [][]string) {
	widths := make([]int, len(header))
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
	}
	before := 0
	for _, width := range widths[:len(widths)-1] {
		before += width + 2
	}
	last := widths[len(widths)-1]
	if u.width > 0 {
		last = min(last, max(20, u.width-before))
	}
	write := func(row []string, colour string) {
		var line strings.Builder
		for i, cell := range row {
			if i == len(row)-1 {
				line.WriteString(cut(cell, last))
				break
			}
			line.WriteString(cell + strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell)+2))
		}
		_, _ = fmt.Fprintln(u.out, u.paint(colour, strings.TrimRight(line.String(), " ")))
	}
	write(header, bold)
	for _, row := range rows {
		write(row, "")
	}
}

// cut shortens text to width characters.
func cut(text string, width int) string {
	if uniseg.StringWidth(text) <= width {
		return text
	}
	runes := []rune(text)
	return strings.TrimRight(string(runes[:max(0, width-1)]), " ") + "…"
}

// plural is a count with its noun: "1 brief", "3 briefs".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
