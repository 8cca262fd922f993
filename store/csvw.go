package store

import (
	"encoding/json"
	"io"
)

// The parts of a metadata document, by the W3C's Metadata Vocabulary for Tabular Data
// (Recommendation of 17 December 2015), as far as they are needed here.
type (
	csvwTable struct {
		Context     string      `json:"@context,omitempty"`
		URL         string      `json:"url"`
		Title       string      `json:"dc:title"`
		Description string      `json:"dc:description"`
		Dialect     csvwDialect `json:"dialect"`
		Schema      csvwSchema  `json:"tableSchema"`
	}
	csvwGroup struct {
		Context string      `json:"@context"`
		Tables  []csvwTable `json:"tables"`
	}
	csvwDialect struct {
		Encoding        string   `json:"encoding"`
		LineTerminators []string `json:"lineTerminators"`
		Delimiter       string   `json:"delimiter"`
		QuoteChar       string   `json:"quoteChar"`
		DoubleQuote     bool     `json:"doubleQuote"`
		Header          bool     `json:"header"`
	}
	csvwSchema struct {
		Columns     []csvwColumn     `json:"columns"`
		PrimaryKey  []string         `json:"primaryKey"`
		ForeignKeys []csvwForeignKey `json:"foreignKeys,omitempty"`
	}
	csvwColumn struct {
		Name        string `json:"name"`
		Titles      string `json:"titles"`
		Datatype    Type   `json:"datatype"`
		Description string `json:"dc:description"`
	}
	csvwForeignKey struct {
		Columns   []string      `json:"columnReference"`
		Reference csvwReference `json:"reference"`
	}
	csvwReference struct {
		Resource string   `json:"resource"`
		Columns  []string `json:"columnReference"`
	}
)

const csvwContext = "http://www.w3.org/ns/csvw"

func (t *Table) file() string { return t.Name + ".csv" }

// writeMetadata describes one file. A foreign key may only point at a table of the same
// metadata document, so those stand in that of the group.
func (t *Table) writeMetadata(w io.Writer) error {
	described := t.describe()
	described.Context = csvwContext
	return writeIndented(w, described)
}

// writeGroupMetadata describes all files and how they hang together.
func writeGroupMetadata(w io.Writer) error {
	group := csvwGroup{Context: csvwContext}
	for _, t := range Tables {
		described := t.describe()
		for _, r := range t.references {
			described.Schema.ForeignKeys = append(described.Schema.ForeignKeys,
				csvwForeignKey{r.columns, csvwReference{r.table + ".csv", r.theirs}})
		}
		group.Tables = append(group.Tables, described)
	}
	return writeIndented(w, group)
}

func (t *Table) describe() csvwTable {
	described := csvwTable{
		URL: t.file(), Title: t.Name, Description: t.Doc,
		Dialect: csvwDialect{
			Encoding: "utf-8", LineTerminators: []string{"\r\n"}, Delimiter: ",",
			QuoteChar: `"`, DoubleQuote: true, Header: true,
		},
		Schema: csvwSchema{PrimaryKey: t.key},
	}
	for _, c := range t.Columns {
		described.Schema.Columns = append(described.Schema.Columns, csvwColumn{c.Name, c.Name, c.Type, c.Doc})
	}
	return described
}

func writeIndented(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}
