package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped are the elements whose content is no part of the text: code, controls, pictures,
// and the ways around a site.
var dropped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Head: true,
	atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Applet: true, atom.Svg: true, atom.Math: true,
	atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Map: true, atom.Nav: true, atom.Button: true,
	atom.Select: true, atom.Datalist: true, atom.Textarea: true, atom.Input: true, atom.Dialog: true, atom.Menu: true,
	atom.Rp: true, atom.Rt: true,
}

// inline are the elements that stand within a line; any other begins a block and ends one.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true,
	atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true,
	atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Q: true,
	atom.Ruby: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true,
	atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Img: true,
	atom.Picture: true, atom.Source: true,
}

// layout are the block elements by which a table shows that it arranges a page and holds
// no figures.
var layout = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.Ul: true, atom.Ol: true,
	atom.Table: true, atom.Blockquote: true, atom.Article: true, atom.Section: true,
}

// rendered is a block of a page as it is read.
type rendered struct {
	words   string
	kind    BlockKind
	level   int
	heading bool // its element is a heading's; other headings are paragraphs in bold type
	byline  bool // its element is marked as author's or date's
	linked  int  // bytes of the words that are links
}

// renderer walks a tree of HTML and writes down its blocks.
type renderer struct {
	blocks []rendered
	line   strings.Builder // the words of the block that is being read
	bold   int             // bytes of line in bold type
	linked int             // bytes of line in links
	byline bool            // part of line is marked as a byline
	now    style
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
	article bool
}

// htmlBlocks renders what a reader of the page would see under node: words without markup,
// white space made even, a block for each paragraph, heading, item and row of a table.
func htmlBlocks(node *html.Node) []rendered {
	r := renderer{now: style{kind: Paragraph}}
	r.walk(node)
	r.flush()
	return r.blocks
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
	if dropped[tag(node)] || isHidden(node) || tag(node) == atom.Footer && !r.now.article {
		return // the foot of an article belongs to it, that of a site does not
	}
	outer := r.now
	defer func() { r.now = outer }()
	r.now.byline = outer.byline || isBylineElement(node)
	if inline[tag(node)] {
		r.inline(node)
		return
	}
	if tag(node) == atom.Br {
		r.line.WriteByte('\n')
		return
	}
	r.flush()
	switch tag(node) {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.now.kind, r.now.level, r.now.heading = Heading, int(node.Data[1]-'0'), true
		r.children(node)
	case atom.Article:
		r.now.article = true
		r.children(node)
	case atom.Ul, atom.Ol:
		r.now.depth++
		r.children(node)
	case atom.Li:
		r.now.kind, r.now.level = ListItem, max(1, r.now.depth)
		r.children(node)
	case atom.Blockquote:
		r.now.kind, r.now.level = Quote, 0
		r.children(node)
	case atom.Pre:
		r.preformatted(node)
	case atom.Tr:
		if isLayout(node) {
			r.children(node)
		} else {
			r.row(node)
		}
	default:
		r.children(node)
	}
	r.flush()
}

// inline writes down an element within a line.
func (r *renderer) inline(node *html.Node) {
	switch tag(node) {
	case atom.Sup, atom.A:
		if isNoteMark(node) {
			return
		}
		r.now.link = r.now.link || tag(node) == atom.A
	case atom.B, atom.Strong:
		r.now.strong = true
	case atom.Q:
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
		byline: r.byline, linked: r.linked,
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

// row adds a row of a table, its cells set apart by bars.
func (r *renderer) row(node *html.Node) {
	var cells []string
	for cell := node.FirstChild; cell != nil; cell = cell.NextSibling {
		if tag(cell) != atom.Td && tag(cell) != atom.Th || isHidden(cell) {
			continue
		}
		r.children(cell)
		if words := oneLine(r.line.String()); words != "" {
			cells = append(cells, words)
		}
		r.line.Reset()
	}
	r.bold = 0
	r.line.WriteString(strings.Join(cells, " | "))
	r.now.kind, r.now.level = TableRow, 0
}

// isLayout reports whether a row has cells that hold blocks.
func isLayout(row *html.Node) bool {
	cells := 0
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.Type == html.ElementNode {
			cells++
		}
		blocks := 0
		for child := cell.FirstChild; child != nil; child = child.NextSibling {
			if layout[tag(child)] {
				blocks++
			}
			if tag(child) != atom.P && layout[tag(child)] || blocks > 1 {
				return true
			}
		}
	}
	return cells == 1
}

// preformatted adds a text with lines of its own: program code as it is, prose as the
// reader of plain text sees it.
func (r *renderer) preformatted(node *html.Node) {
	text := textContent(node)
	if child := node.FirstChild; child != nil && tag(child) == atom.Code {
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

// tag is the element that a node is. The name decides, as trees that were made by a
// program may lack the number.
func tag(node *html.Node) atom.Atom {
	if node.Type != html.ElementNode {
		return 0
	}
	if node.DataAtom != 0 {
		return node.DataAtom
	}
	return atom.Lookup([]byte(node.Data))
}

// textContent is all text under node as it is.
func textContent(node *html.Node) string {
	var b strings.Builder
	for n := range node.Descendants() {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case tag(n) == atom.Br:
			b.WriteByte('\n')
		}
	}
	return strings.ReplaceAll(strings.ToValidUTF8(b.String(), ""), "\x00", "")
}

// isHidden reports whether an element is marked as not to be seen, or as a way around.
func isHidden(node *html.Node) bool {
	for _, a := range node.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "role":
			if a.Val == "navigation" || a.Val == "search" || a.Val == "dialog" {
				return true
			}
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// isNoteMark reports whether an element is the mark of a footnote, or the way back from
// one: a superscript that links to a place of the same page.
func isNoteMark(node *html.Node) bool {
	if tag(node) == atom.A {
		return strings.Contains(attribute(node, "class"), "footnote-") || strings.HasPrefix(attribute(node, "role"), "doc-back")
	}
	for n := range node.Descendants() {
		if tag(n) == atom.A && strings.HasPrefix(attribute(n, "href"), "#") {
			return true
		}
	}
	return false
}

// bylineNames are the words by which classes and identifiers mark authors and dates.
var bylineNames = wordSet(`byline author authors contributor contributors dateline date datetime pubdate published
	timestamp postmeta articlemeta entrymeta`)

// isBylineElement reports whether an element is marked as author's or date's.
func isBylineElement(node *html.Node) bool {
	if tag(node) == atom.Time || tag(node) == atom.Address || attribute(node, "rel") == "author" {
		return true
	}
	switch attribute(node, "itemprop") {
	case "author", "datePublished":
		return true
	}
	for _, name := range strings.Fields(strings.ToLower(attribute(node, "class") + " " + attribute(node, "id"))) {
		for _, word := range strings.FieldsFunc(name, func(c rune) bool { return c == '-' || c == '_' }) {
			if bylineNames[word] {
				return true
			}
		}
	}
	return false
}

// attribute gives the value of an attribute, "" where the node has none of that name.
func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
