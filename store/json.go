package store

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
)

// WriteJSONLines writes each row as a JSON object on a line of its own: the columns by
// name in their order, null for what is not known. It ends with the first error of rows.
func WriteJSONLines(w io.Writer, columns []Column, rows iter.Seq2[Row, error]) error {
	for row, err := range rows {
		if err != nil {
			return err
		}
		object, err := marshalRow(columns, row)
		if err != nil {
			return err
		}
		if _, err := w.Write(append(object, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSON writes the rows as one JSON array of the objects of WriteJSONLines, one a line.
func WriteJSON(w io.Writer, columns []Column, rows iter.Seq2[Row, error]) error {
	before := "["
	for row, err := range rows {
		if err != nil {
			return err
		}
		object, err := marshalRow(columns, row)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, before+"\n"+string(object)); err != nil {
			return err
		}
		before = ","
	}
	end := "\n]\n"
	if before == "[" {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

// marshalRow gives the cells by the columns' names, in the columns' order.
func marshalRow(columns []Column, row Row) ([]byte, error) {
	var object bytes.Buffer
	encoder := json.NewEncoder(&object)
	encoder.SetEscapeHTML(false)
	before := `{"`
	for i, c := range columns {
		object.WriteString(before + c.Name + `":`)
		if err := encoder.Encode(row[i]); err != nil {
			return nil, err
		}
		object.Truncate(object.Len() - 1) // the line feed that Encode adds
		before = `,"`
	}
	object.WriteByte('}')
	return object.Bytes(), nil
}
