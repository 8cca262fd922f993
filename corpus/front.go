package corpus

import (
	"slices"
	"strings"
)

// front is what the first blocks of a brief say of it.
type front struct {
	heading   int // index of the title's block, -1 where there is none
	end       int // number of blocks that title and byline take
	title     string
	authors   []string
	outlet    string
	published Date
}

// frontBlocks is how many blocks title and byline may have.
const frontBlocks = 12

// readFront reads title and byline off the first blocks of a text and marks these blocks.
// A line that could be a name or as well a heading is taken for part of the byline only
// where one follows that is a byline for certain. Markup says whether headings are known
// by it; otherwise the title is the first line that looks like one.
func readFront(text string, blocks []Block, markup bool) front {
	f := front{heading: -1}
	blocks = blocks[:min(len(blocks), frontBlocks)]
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Paragraph && b.Kind != Heading && b.Kind != Byline {
			break
		}
		words := b.In(text)
		var line bylineFacts
		if b.Kind != Heading || !markup {
			line = readByline(words)
		}
		titled := f.heading >= 0
		switch {
		case b.Kind == Byline, line.trust == certain,
			line.trust == likely && titled,
			line.trust == likely && bylineFollows(text, blocks[i+1:]),
			line.trust == possible && titled && bylineFollows(text, blocks[i+1:]):
			b.Kind, b.Level = Byline, 0
			f.add(line)
		case !titled && isTitle(text, blocks, i, markup):
			f.heading = i
			f.title = strings.Join(strings.Fields(words), " ")
			b.Kind, b.Level = Heading, 1
		case titled && f.heading == i-1 && looksLikeHeading(words) && bylineFollows(text, blocks[i+1:]):
			b.Kind, b.Level = Heading, 1 // a subtitle
		default:
			return f
		}
		f.end = i + 1
	}
	return f
}

// add takes over what one line of a byline says.
func (f *front) add(line bylineFacts) {
	for _, author := range line.authors {
		if !slices.Contains(f.authors, author) {
			f.authors = append(f.authors, author)
		}
	}
	if f.published.Precision() == NoDate {
		f.published = line.published
	}
	// After a line of names, a line with an institution says where the authors work.
	if f.outlet == "" && (line.trust == certain || len(f.authors) == 0) {
		f.outlet = line.outlet
	}
}

// bylineFollows reports whether the next blocks are part of a byline, the first of them
// that is not merely possible for certain.
func bylineFollows(text string, blocks []Block) bool {
	for _, b := range blocks[:min(len(blocks), 3)] {
		switch readByline(b.In(text)).trust {
		case certain:
			return true
		case noByline:
			return false
		}
	}
	return false
}

// isTitle reports whether block i, the first that is no byline, is the title.
func isTitle(text string, blocks []Block, i int, markup bool) bool {
	b := blocks[i]
	words := strings.Join(strings.Fields(b.In(text)), " ")
	if markup && (b.Kind != Heading || b.Level > 1) || i+1 == len(blocks) || len(words) > 400 {
		return false
	}
	if _, known := headingRole(words); known && len(headingWords(words)) <= 3 && !bylineFollows(text, blocks[i+1:]) {
		return false // "Outlook", "Executive summary"
	}
	return markup || looksLikeTitle(words) && !numbered.MatchString(words)
}
