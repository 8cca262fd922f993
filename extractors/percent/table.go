package percent

import (
	"strings"
	"unicode"

	"augury/corpus"
)

// cellMark stands between the cells of a row, as readers write it.
const cellMark = '|'

// readRow reads the fields of the figures of a row of a table from the heads of its row
// and of its columns: one of them says whose figure it is, the other may say when. It
// reports false where a figure stands in a cell of prose, which is read as such.
func (s *sentence) readRow(block int) bool {
	row := cells(s.doc, block)
	if len(row) < 2 {
		return false
	}
	head := block
	for head > 0 && s.doc.Blocks[head-1].Kind == corpus.TableRow {
		head--
	}
	var heads []corpus.Span
	if head < block {
		heads = cells(s.doc, head)
	}
	for _, f := range s.figures {
		column := cellAt(row, f.Start)
		if column < 0 || len(strings.Fields(s.doc.Words(row[column]))) > longestCell {
			return false
		}
		s.readBound(f)
		var columnHead corpus.Span
		if column < len(heads) {
			columnHead = heads[column]
		}
		s.readHeads(f, row[0], columnHead, column)
	}
	return true
}

// longestCell is the number of words up to which a cell holds a figure and no prose.
const longestCell = 6

// readHeads takes the head of a row and of a column for what they are: a time, or whose
// figure it is.
func (s *sentence) readHeads(f *figure, row, column corpus.Span, at int) {
	if at == 0 {
		return // the figure is in the head itself
	}
	for _, head := range []corpus.Span{row, column} {
		words := s.doc.Words(head)
		switch {
		case isTimeHead(words):
			f.value.Time = head
		case f.value.Subject.Empty() && strings.ContainsFunc(words, unicode.IsLetter):
			f.value.Subject = head
		}
	}
	words := strings.Fields(strings.ToLower(s.doc.Words(f.value.Subject)))
	for i, word := range words {
		change := growthWords[word]
		if change == "" && i == len(words)-1 {
			change = changeWords[word] // "Price increase"
		}
		if change != "" {
			f.setChange(change)
			return
		}
	}
}

// isTimeHead reports whether the head of a row or column is a time: "2024", "Q1 2025".
func isTimeHead(words string) bool {
	for _, word := range strings.Fields(strings.ToLower(words)) {
		if isCalendarYear(word) || calendarNames[word] || timeAdverbs[word] {
			return true
		}
	}
	return false
}

// cells cuts a row into its cells, without the white space around them.
func cells(doc *corpus.Document, block int) []corpus.Span {
	var found []corpus.Span
	start := doc.Blocks[block].Start
	for _, cell := range strings.Split(doc.Words(doc.Blocks[block].Span), string(cellMark)) {
		left := len(cell) - len(strings.TrimLeftFunc(cell, unicode.IsSpace))
		trimmed := strings.TrimSpace(cell)
		found = append(found, corpus.Span{Start: start + left, End: start + left + len(trimmed)})
		start += len(cell) + len(string(cellMark))
	}
	return found
}

// cellAt returns the index of the cell that holds a byte of the text, or -1.
func cellAt(row []corpus.Span, offset int) int {
	for i, cell := range row {
		if cell.Start <= offset && offset < cell.End {
			return i
		}
	}
	return -1
}
