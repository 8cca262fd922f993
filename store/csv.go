package store

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// WriteCSV writes a header and rows as RFC 4180 has it: commas, CRLF, fields in quotes
// where they need to be, UTF-8, the bytes of each text as they are. Cells that are not
// known are empty. Unless raw is set, a text cell that a spreadsheet would run as a
// formula gets an apostrophe before it. It ends with the first error of rows.
func WriteCSV(w io.Writer, columns []Column, rows iter.Seq2[Row, error], raw bool) error {
	// encoding/csv would turn each line feed within a quote into CRLF, and offsets would
	// no longer hold.
	out := bufio.NewWriter(w)
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.Name
	}
	writeRecord(out, record)
	for row, err := range rows {
		if err != nil {
			return err
		}
		for i, c := range columns {
			record[i] = cellText(row[i])
			if c.Type == Text && !raw {
				record[i] = guard(record[i])
			}
		}
		writeRecord(out, record)
	}
	return out.Flush()
}

// writeRecord writes one line; the writer keeps its first error until Flush.
func writeRecord(out *bufio.Writer, record []string) {
	for i, field := range record {
		if i > 0 {
			_ = out.WriteByte(',')
		}
		if strings.ContainsAny(field, ",\"\r\n") {
			field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		_, _ = out.WriteString(field)
	}
	_, _ = out.WriteString("\r\n")
}

// guard puts an apostrophe before a text that a spreadsheet would take for a formula, by
// the list of OWASP, "CSV Injection": = + - @, tab and carriage return.
func guard(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// cellText is a cell in the forms of XML Schema, which CSVW expects.
func cellText(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return fmt.Sprint(cell)
}
