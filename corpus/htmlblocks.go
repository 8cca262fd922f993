package corpus

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// inline are the elements that stand within a line; any other begins a block and ends one.
var inline = wordSet(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp
	small span strike strong sub sup time tt u var wbr img picture source`)

// layout selects the blocks by which a cell of a table shows that it arranges a page and
// holds no figures.
var layout = selector("div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "article", "section", "p + p")

// bylines selects the elements that are marked as author's or date's.
var bylines = selector(
	"time", "address", `[rel="author"]`, `[itemprop="author"]`, `[itemprop="datePublished"]`,
	`[class*="byline" i]`, `[class*="author" i]`, `[class*="contributor" i]`, `[class*="date" i]`, `[class*="published" i]`,
	`[class*="timestamp" i]`, `[class*="meta" i]`, `[id*="byline" i]`, `[id*="author" i]`,
)

// rendered is a block of a page as it is read.
type rendered struct {
	words   string
	kind    BlockKind
	level   int
	heading bool // its element is a heading's; other headings are paragraphs in bold type
	byline  bool // its element is marked as author's or date's
	linked  int  // bytes of the words that are links
	foreign bool // it stands in an element that is marked as furniture
}

// renderer walks a tree of HTML and writes down its blocks.
type renderer struct {
	blocks []rendered
	line   strings.Builder // the words of the block that is being read
	bold   int             // bytes of line in bold type
	linked int             // bytes of line in links
	byline bool            // part of line is marked as a byline
	marks  marks
	now    style
}

// marks are the elements of a page that its classes and names mark.
type marks struct {
	bylines   map[*html.Node]bool
	furniture map[*html.Node]bool
}

// style is what the elements around a text say of it.
type style struct {
	kind    BlockKind
	level   int
	heading bool
	depth   int // of lists
	strong  bool
	link    bool
	byline  bool
	foreign bool
}

// htmlBlocks renders what a reader of the page would see of s: words without markup,
// white space made even, a block for each paragraph, heading, item and row of a table.
func htmlBlocks(s *goquery.Selection, m marks) []rendered {
	r := renderer{marks: m, now: style{kind: Paragraph}}
	for _, node := range s.Nodes {
		r.walk(node)
	}
	r.flush()
	return r.blocks
}

// nodeSet makes a set of the elements of a selection.
func nodeSet(s *goquery.Selection) map[*html.Node]bool {
	set := map[*html.Node]bool{}
	for _, node := range s.Nodes {
		set[node] = true
	}
	return set
}

// walk writes down a node and all under it.
func (r *renderer) walk(node *html.Node) {
	switch node.Type {
	case html.TextNode:
		r.words(node.Data)
		return
	case html.DocumentNode:
		r.children(node)
		return
	case html.ElementNode:
	default:
		return
	}
	outer := r.now
	defer func() { r.now = outer }()
	r.now.byline = outer.byline || r.marks.bylines[node]
	r.now.foreign = outer.foreign || r.marks.furniture[node]
	switch {
	case node.Data == "head":
		return
	case inline[node.Data]:
		r.inline(node)
		return
	case node.Data == "br":
		r.line.WriteByte('\n')
		return
	}
	r.flush()
	switch node.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.now.kind, r.now.level, r.now.heading = Heading, int(node.Data[1]-'0'), true
	case "ul", "ol":
		r.now.depth++
	case "li":
		r.now.kind, r.now.level = ListItem, max(1, r.now.depth)
	case "blockquote":
		r.now.kind, r.now.level = Quote, 0
	case "pre":
		r.preformatted(node)
		return
	case "tr":
		if !isLayout(node) {
			r.row(node)
			r.flush()
			return
		}
	}
	r.children(node)
	r.flush()
}

// inline writes down an element within a line.
func (r *renderer) inline(node *html.Node) {
	switch node.Data {
	case "a":
		r.now.link = true
	case "b", "strong":
		r.now.strong = true
	case "q":
		r.words("“")
		defer r.words("”")
	}
	r.children(node)
}

func (r *renderer) children(node *html.Node) {
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		r.walk(child)
	}
}

// words adds text to the line, with runs of white space made one space and characters that
// cannot be seen left out.
func (r *renderer) words(text string) {
	before := r.line.Len()
	space := false
	for _, c := range text {
		switch {
		case unicode.IsSpace(c):
			space = true
			continue
		case c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF' || c == 0 || c == utf8.RuneError:
			continue
		}
		if space {
			r.space()
			space = false
		}
		r.line.WriteRune(c)
	}
	if space {
		r.space()
	}
	if r.now.strong {
		r.bold += r.line.Len() - before
	}
	if r.now.link {
		r.linked += r.line.Len() - before
	}
	r.byline = r.byline || r.now.byline
}

// space adds a space to the line, unless it begins there or has one.
func (r *renderer) space() {
	if s := r.line.String(); s != "" && s[len(s)-1] != ' ' && s[len(s)-1] != '\n' {
		r.line.WriteByte(' ')
	}
}

// flush ends the block that is being read.
func (r *renderer) flush() {
	b := rendered{
		words: evenLines(r.line.String()), kind: r.now.kind, level: r.now.level, heading: r.now.heading,
		byline: r.byline, linked: r.linked, foreign: r.now.foreign,
	}
	if b.kind == Paragraph && r.bold >= len(b.words) && len(b.words) <= 100 && looksLikeHeading(b.words) {
		b.kind, b.level = Heading, 3 // a heading in all but name
	}
	if b.words != "" {
		r.blocks = append(r.blocks, b)
	}
	r.line.Reset()
	r.bold, r.linked, r.byline = 0, 0, false
}

// evenLines trims the lines of a block and drops the empty ones.
func evenLines(s string) string {
	if !strings.Contains(s, "\n") {
		return strings.TrimSpace(s)
	}
	var lines []string
	for _, line := range strings.Split(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// row adds a row of a table, its cells set apart by bars. An empty cell keeps its bar, and
// one that spans several columns has one for each, so that the n-th cell of each row is of
// the same column. A row of heads is of level 1.
func (r *renderer) row(node *html.Node) {
	var cells []string
	headed := true
	for cell := range node.ChildNodes() {
		if cell.Data != "td" && cell.Data != "th" {
			continue
		}
		r.children(cell)
		cells = append(cells, strings.ReplaceAll(oneLine(r.line.String()), "|", "/"))
		for range columnsOf(cell) - 1 {
			cells = append(cells, "")
		}
		headed = headed && cell.Data == "th"
		r.line.Reset()
	}
	r.bold = 0
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	r.line.WriteString(strings.TrimSpace(strings.Join(cells, " | ")))
	r.now.kind, r.now.level = TableRow, 0
	if headed || node.Parent != nil && node.Parent.Data == "thead" || isFirstRow(node) {
		r.now.level = 1
	}
}

// columnsOf is the number of columns that a cell spans.
func columnsOf(cell *html.Node) int {
	const most = 40 // what spans more arranges a page
	for _, a := range cell.Attr {
		if n, err := strconv.Atoi(a.Val); a.Key == "colspan" && err == nil && n > 1 {
			return min(n, most)
		}
	}
	return 1
}

// isFirstRow reports whether a row is the first of its table.
func isFirstRow(row *html.Node) bool {
	for node := row; node != nil && node.Data != "table"; node = node.Parent {
		for before := node.PrevSibling; before != nil; before = before.PrevSibling {
			switch before.Data {
			case "tr", "thead", "tbody":
				return false
			}
		}
	}
	return true
}

// isLayout reports whether a row has a single cell, or cells that hold blocks.
func isLayout(row *html.Node) bool {
	cells := goquery.NewDocumentFromNode(row).Children()
	return cells.Length() == 1 || cells.ChildrenMatcher(layout).Length() > 0
}

// preformatted adds a text with lines of its own: program code as it is, prose as the
// reader of plain text sees it.
func (r *renderer) preformatted(node *html.Node) {
	s := goquery.NewDocumentFromNode(node)
	s.Find("br").ReplaceWithHtml("\n")
	text := strings.ReplaceAll(strings.ToValidUTF8(s.Text(), ""), "\x00", "")
	if s.ChildrenFiltered("code").Length() > 0 {
		r.blocks = append(r.blocks, rendered{words: strings.Trim(text, "\r\n"), kind: Code})
		return
	}
	for _, b := range textBlocks(text, splitLines(text)) {
		block := rendered{words: b.In(text), kind: b.Kind, level: b.Level, byline: r.now.byline}
		if r.now.kind != Paragraph {
			block.kind, block.level = r.now.kind, r.now.level
		}
		r.blocks = append(r.blocks, block)
	}
}
