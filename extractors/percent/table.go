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
	heads := s.headRows(block)
	for _, f := range s.figures {
		column := cellAt(row, f.Start)
		if column < 0 || len(strings.Fields(s.doc.Words(row[column]))) > longestCell {
			return false
		}
		s.readBound(f)
		if column > 0 { // else the figure is in the head itself
			s.readHeads(f, append([]corpus.Span{row[0]}, columnHeads(heads, column)...))
		}
	}
	return true
}

// longestCell is the number of words up to which a cell holds a figure and no prose.
const longestCell = 6

// headRows gives the cells of the rows that hold the heads of the columns of a row, the
// nearest first: those that are marked as such, else the first row of the table.
func (s *sentence) headRows(block int) [][]corpus.Span {
	at := func(i int) bool { return i >= 0 && s.doc.Blocks[i].Kind == corpus.TableRow }
	first, marked := block, -1
	for i := block - 1; at(i) && marked < 0; i-- {
		first = i
		if s.doc.Blocks[i].Level > 0 {
			marked = i
		}
	}
	if marked < 0 && first < block {
		return [][]corpus.Span{cells(s.doc, first)}
	}
	var rows [][]corpus.Span
	for i := marked; marked >= 0 && at(i) && s.doc.Blocks[i].Level > 0; i-- {
		rows = append(rows, cells(s.doc, i))
	}
	return rows
}

// columnHeads gives the heads of a column, the nearest first. A head further up may span
// several columns: it then stands in the first of them.
func columnHeads(rows [][]corpus.Span, column int) []corpus.Span {
	var heads []corpus.Span
	for i, row := range rows {
		at := min(column, len(row)-1)
		if i == 0 && at < column {
			continue
		}
		for i > 0 && at > 0 && row[at].Empty() {
			at--
		}
		if !row[at].Empty() {
			heads = append(heads, row[at])
		}
	}
	return heads
}

// readHeads takes the heads of a row and of its column for what they are: a time, or whose
// figure it is. The first of each counts.
func (s *sentence) readHeads(f *figure, heads []corpus.Span) {
	for _, head := range heads {
		words := s.doc.Words(head)
		switch {
		case isTimeHead(words):
			if f.value.Time.Empty() {
				f.value.Time = head
			}
		case f.value.Subject.Empty() && strings.ContainsFunc(words, unicode.IsLetter):
			f.value.Subject = head
		}
	}
	for _, head := range heads {
		if change := changeOfHead(s.doc.Words(head)); change != "" {
			f.setChange(change)
			return
		}
	}
}

// changeOfHead is the change that the words of a head make of its figures, "" for none.
func changeOfHead(head string) corpus.Change {
	words := strings.Fields(strings.ToLower(head))
	for i, word := range words {
		change := growthWords[word]
		if change == "" && i == len(words)-1 {
			change = changeWords[word] // "Price increase"
		}
		if change != "" {
			return change
		}
	}
	return ""
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
