package corpus

import (
	"strings"
	"unicode"
)

// builder puts a text together from the words of rendered blocks, with a blank line
// between any two.
type builder struct {
	text   strings.Builder
	blocks []Block
}

// add appends a block with these words, without the white space around them, unless it has
// neither letter nor figure.
func (b *builder) add(kind BlockKind, level int, words string) {
	words = strings.TrimFunc(words, unicode.IsSpace)
	if !hasWords(words) {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	start := b.text.Len()
	b.text.WriteString(words)
	b.blocks = append(b.blocks, Block{Span: Span{Start: start, End: b.text.Len()}, Kind: kind, Level: level})
}
