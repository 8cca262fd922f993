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
// beside one that is a byline for certain. Markup says whether headings are known by it;
// otherwise the title is the first line that looks like one.
func readFront(text string, blocks []Block, markup bool) front {
	f := front{heading: -1}
	blocks = blocks[:min(len(blocks), frontBlocks)]
	before := noByline // trust in the line before
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Paragraph && b.Kind != Heading && b.Kind != Byline {
			break
		}
		words := oneLine(b.In(text))
		line := readByline(b.In(text))
		titled := f.heading >= 0
		rest := blocks[i+1:]
		switch {
		case line.subject != "" && (!titled || f.heading == 0 && readByline(f.title).series):
			if titled {
				blocks[f.heading].Kind, blocks[f.heading].Level = Byline, 0
			}
			f.heading, f.title = i, line.subject
			b.Kind, b.Level = Heading, 1
			f.add(line)
		case b.Kind == Heading && markup && titled && f.heading == i-1 && isStandfirst(words):
			// it belongs to the title
		case b.Kind == Heading && markup && (titled || line.trust != certain || isTitle(text, blocks, i, markup)):
			if titled || !isTitle(text, blocks, i, markup) {
				return f
			}
			f.heading, f.title = i, words
			b.Kind, b.Level = Heading, 1
		case line.trust == certain,
			line.trust == likely && (titled || bylineFollows(text, rest)),
			line.trust == possible && titled && !isKnownHeading(words) && (before == certain || bylineFollows(text, rest)):
			b.Kind, b.Level = Byline, 0
			f.add(line)
		case !titled && (line.series || isKicker(words)) && titleFollows(text, rest):
			b.Kind, b.Level = Byline, 0
			if !line.series {
				f.outlet = authorLabel.ReplaceAllString(words, "") // "From: Directorate of Ports"
			}
		case !titled && isTitle(text, blocks, i, markup):
			f.heading, f.title = i, words
			b.Kind, b.Level = Heading, 1
		case titled && f.heading == i-1 && looksLikeHeading(words) && bylineFollows(text, rest):
			b.Kind, b.Level = Heading, 1 // a subtitle
		default:
			if b.Kind == Paragraph && f.published.Precision() == NoDate {
				f.published = datelineDate(words)
			}
			return f
		}
		before = line.trust
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

// titleFollows reports whether the next block looks like a title with a byline below it.
func titleFollows(text string, blocks []Block) bool {
	return len(blocks) > 1 && looksLikeTitle(oneLine(blocks[0].In(text))) && bylineFollows(text, blocks[1:])
}

// isStandfirst reports whether a heading below the title is a sentence that says what the
// brief is about.
func isStandfirst(words string) bool {
	return strings.HasSuffix(words, ".") && len(strings.Fields(words)) >= 8
}

// isKicker reports whether a line may be the name of the outlet above a title: an
// institution's, or in capitals.
func isKicker(words string) bool {
	return looksLikeHeading(words) && (isBody(words) || isCapitals(words))
}

// isTitle reports whether block i, the first that is no byline, is the title.
func isTitle(text string, blocks []Block, i int, markup bool) bool {
	b := blocks[i]
	words := oneLine(b.In(text))
	if markup {
		return b.Kind == Heading && b.Level == 1
	}
	if i+1 == len(blocks) || numbered.MatchString(words) || !looksLikeTitle(words) {
		return false
	}
	// "Outlook" and "Executive summary" are headings of parts, unless a byline follows.
	return !isKnownHeading(words) || len(headingWords(words)) > 3 || bylineFollows(text, blocks[i+1:])
}
