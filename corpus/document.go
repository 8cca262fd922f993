// Package corpus holds what a brief is: its text, the structure read off it, and the
// findings that extractors make. Readers for text, Markdown and HTML make one from bytes.
//
// A Document owns its text. Blocks, sections, sentences, tokens and findings are spans of
// it; once a reader has fixed the text, nothing changes it.
package corpus

import (
	"augury/internal/span"
)

// Span is a half-open range of bytes of Document.Text.
type Span = span.Span

// Document is one brief on its way through the pipeline.
type Document struct {
	Source   string // where it came from: a path, an address, or "-" for standard input
	Key      string // what tells its source apart over time: absolute path, address, or hash of the bytes
	Format   string // "text", "markdown" or "html"
	Hash     string // SHA-256 of the bytes that were read, in hex
	Text     string // UTF-8; what every span refers to
	Title    string
	Authors  []string
	Outlet   string // who published it, where stated
	Language string // ISO 639-1 code, "" where unknown
	URL      string // canonical address, where stated

	// Published is the date of publication, to the precision that the brief states.
	Published Date

	Blocks    []Block    // in order of the text, without overlap
	Sections  []Section  // in order of the text, without overlap
	Sentences []Sentence // in order of the text, each inside one block
	Tokens    []Token    // in order of the text, each inside one sentence
	Findings  []Finding  // by span, then kind

	// Extractors holds the version of each extractor that has run, by its name, also of
	// those that found nothing.
	Extractors map[string]string
}

// BlockKind says what a block of text is.
type BlockKind string

// The kinds of block that readers tell apart.
const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading"
	ListItem  BlockKind = "list_item"
	Quote     BlockKind = "quote"
	TableRow  BlockKind = "table_row"
	Byline    BlockKind = "byline"
	Code      BlockKind = "code"
)

// Block is a stretch of text that no sentence crosses: a paragraph, a heading, a bullet.
type Block struct {
	Span
	Kind BlockKind
	// Level is 1 to 6 of a heading, the depth from 1 of a list item, 1 of a row of a table that
	// holds the heads of columns; else 0.
	Level int
}

// Role says what part a section plays in a brief.
type Role string

// The roles of sections.
const (
	RoleTitle           Role = "title"
	RoleByline          Role = "byline"
	RoleSummary         Role = "summary"
	RoleBody            Role = "body"
	RoleForecast        Role = "forecast"
	RoleForecastShort   Role = "forecast_short"
	RoleForecastMedium  Role = "forecast_medium"
	RoleForecastLong    Role = "forecast_long"
	RoleRecommendations Role = "recommendations"
	RoleReferences      Role = "references"
	RoleOther           Role = "other"
)

// Roles lists every role, in the order in which briefs tend to have them.
var Roles = []Role{
	RoleTitle, RoleByline, RoleSummary, RoleBody, RoleForecast, RoleForecastShort,
	RoleForecastMedium, RoleForecastLong, RoleRecommendations, RoleReferences, RoleOther,
}

// Section is a part of a brief: a heading and the blocks under it. Its span starts with
// its heading, where it has one, and ends where the next section starts.
type Section struct {
	Span
	Heading Span // of the heading's words, empty where there is none
	Level   int  // 1 is the highest; 0 where there is no heading
	Role    Role
}

// Sentence is a sentence, or a heading or fragment that stands as one.
type Sentence struct {
	Span
	Block   int // index into Document.Blocks
	Section int // index into Document.Sections
	First   int // its tokens are Document.Tokens[First:Last]
	Last    int
}

// Token is a word, a number or a mark of punctuation.
type Token struct {
	Span
	Tag string // part of speech, Penn Treebank
}

// Words returns the words that a span covers.
func (d *Document) Words(s Span) string { return s.In(d.Text) }

// SentenceTokens returns the tokens of a sentence: a view, not a copy.
func (d *Document) SentenceTokens(s Sentence) []Token { return d.Tokens[s.First:s.Last] }

// SentenceAt returns the index of the sentence that holds the byte at offset, or of the
// last one that starts before it; -1 where there is none.
func (d *Document) SentenceAt(offset int) int {
	return lastStart(len(d.Sentences), offset, func(i int) int { return d.Sentences[i].Start })
}

// SectionAt returns the index of the section that holds the byte at offset; -1 where
// there is none.
func (d *Document) SectionAt(offset int) int {
	return lastStart(len(d.Sections), offset, func(i int) int { return d.Sections[i].Start })
}

// BlockAt returns the index of the block that holds the byte at offset, or of the last
// one that starts before it; -1 where there is none.
func (d *Document) BlockAt(offset int) int {
	return lastStart(len(d.Blocks), offset, func(i int) int { return d.Blocks[i].Start })
}

// lastStart finds by bisection the last of n ascending starts that is not after offset.
func lastStart(n, offset int, start func(int) int) int {
	low, high := 0, n
	for low < high {
		middle := (low + high) / 2
		if start(middle) <= offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low - 1
}
