package corpus

import (
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html/atom"
)

// parseHTML parses a page. One that is nested deeper than the parser goes is refused.
func parseHTML(name, text string) (*goquery.Document, error) {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		return nil, refuse(name, ErrMarkup, "is not read as HTML: %v", err)
	}
	return doc, nil
}

// readHTML reads a web page: metadata from its head, and of its blocks those of the
// article with title and byline.
func readHTML(name, text string) (page, error) {
	doc, err := parseHTML(name, text)
	if err != nil {
		return page{}, err
	}
	p := readMeta(doc)
	plain := doc.FindMatcher(siteParts).Length() == 0
	doc.FindMatcher(unseen).Remove()
	m := marks{bylines: nodeSet(doc.FindMatcher(bylines))}
	if !plain {
		m.furniture = nodeSet(doc.FindMatcher(furniture).NotMatcher(frames))
	}
	all := htmlBlocks(doc.Selection, m)
	title := titleBlock(all, p.title, p.outlet)
	if title >= 0 {
		p.title = oneLine(all[title].words)
	} else {
		p.title = withoutSite(p.title, p.outlet)
	}
	var article []rendered
	if !plain {
		article = articleBlocks(doc, all)
	}
	if len(article) == 0 {
		article = withoutLinks(all)
	}
	var b builder
	for _, r := range withFront(article, all, title) {
		b.add(r.kind, r.level, r.words)
	}
	p.text, p.blocks, p.markup = b.text.String(), b.blocks, true
	return p, nil
}

// articleBlocks gives the blocks of the article of a page, whose blocks are all; none where
// there is no article, or one longer than the page, as in very short pages.
func articleBlocks(doc *goquery.Document, all []rendered) []rendered {
	// Trafilatura drops these elements, which hold words of sentences: "on <time>3 May</time>".
	for _, node := range doc.Find("p time, li time, p ins, li ins, p label, li label").Nodes {
		node.Data, node.DataAtom = "span", atom.Span
	}
	result, err := trafilatura.ExtractDocument(doc.Get(0), trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || result.ContentNode == nil {
		return nil
	}
	blocks := htmlBlocks(goquery.NewDocumentFromNode(result.ContentNode).Selection, marks{})
	if length(blocks) > length(all) {
		return nil
	}
	return withoutFurniture(blocks, all)
}

// length is the number of bytes of the words of blocks.
func length(blocks []rendered) int {
	n := 0
	for _, r := range blocks {
		n += len(r.words)
	}
	return n
}

// siteParts selects what sites put around their articles: scripts (but those that hold
// metadata), forms, frames and asides. A page without them is taken whole, as the search
// for an article leaves out what does not look like prose, such as short lists.
var siteParts = selector(`script:not([type="application/ld+json" i])`, "form", "iframe", "frame", "aside")

// bylineReach is how many blocks before an article may be its byline.
const bylineReach = 6

// withFront puts title and byline, which stand on the page above the article, before its
// blocks. Title is the index of the title in all blocks of the page, -1 where it has none.
func withFront(article, all []rendered, title int) []rendered {
	held := map[string]int{} // index of a block of the article by its words
	for i := len(article) - 1; i >= 0; i-- {
		held[oneLine(article[i].words)] = i
	}
	var front []rendered
	if title >= 0 {
		r := all[title]
		r.kind, r.level = Heading, 1
		i, ok := held[oneLine(r.words)]
		switch {
		case !ok:
			front = append(front, r)
		case i == 0:
			front, article = append(front, r), article[1:]
		case i <= bylineReach:
			front, article = append(front, r), article[i+1:] // what stood before it is the site's
		default:
			article[i] = r
		}
	}
	// The article begins on the page with the first block that both have.
	first := title + 1
	for first < len(all) {
		if _, ok := held[oneLine(all[first].words)]; ok {
			break
		}
		first++
	}
	for i := max(title+1, first-bylineReach); i < first && first < len(all); i++ {
		if isByline(all[i]) {
			front = append(front, all[i])
		}
	}
	return append(front, article...)
}

// withoutSite takes the name of the site off the title of a page: "Title | Site".
func withoutSite(title, site string) string {
	for _, mark := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if cut, ok := strings.CutSuffix(title, mark+site); ok && site != "" {
			return cut
		}
	}
	return title
}

// plainWords cuts a text into words in lower case without marks, to compare texts by.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// titleBlock finds the heading that is the title of the page: the one that says what the
// metadata give as title, else one that is part of it ("Title | Site"), else the only one
// of the highest level. It returns -1 where there is none.
func titleBlock(blocks []rendered, title, site string) int {
	want := strings.Join(plainWords(title), " ")
	part, first, count := -1, -1, 0
	for i, r := range blocks {
		if r.kind != Heading || !r.heading {
			continue
		}
		have := strings.Join(plainWords(r.words), " ")
		if have != "" && have == want {
			return i
		}
		if part < 0 && len(have) > 15 && strings.Contains(want, have) && r.words != site {
			part = i
		}
		if r.level == 1 {
			if count++; first < 0 {
				first = i
			}
		}
	}
	if part < 0 && count == 1 {
		return first
	}
	return part
}

// withoutLinks leaves the short blocks out that are mostly links.
func withoutLinks(blocks []rendered) []rendered {
	var kept []rendered
	for _, r := range blocks {
		if r.linked*2 <= len(r.words) || len(r.words) > 200 || r.kind == Heading || isByline(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// isByline reports whether a block says who wrote the page and when: by its markup and its
// words.
func isByline(r rendered) bool {
	if r.kind == ListItem || r.kind == TableRow || len(r.words) > 250 {
		return false
	}
	line := readByline(r.words)
	return line.trust == certain && r.kind != Heading || line.trust >= possible && r.byline
}

// oneLine brings words into one line.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }
