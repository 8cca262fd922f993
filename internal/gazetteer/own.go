package gazetteer

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"augury/internal/segment"
)

// OwnName is a name of a user's own table.
type OwnName struct {
	Words     []string // the tokens of the name, as they are written
	Label     string   // PERSON, ORG, GPE, LOC, NORP, INITIATIVE or EVENT
	Canonical string   // the one name of the thing
	Code      string   // ISO 3166-1 alpha-2 code of a country, else ""
}

// Own is a user's own table of names. It is never changed once it is read.
type Own struct {
	byFirst map[string][]OwnName // by first word, the longest first
	hash    string
}

// RowError says what is wrong with a line of a user's table.
type RowError struct {
	File   string
	Line   int // from 1
	Reason string
}

// Error names the file, the line and the reason.
func (e *RowError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

var ownLabels = []string{"PERSON", "ORG", "GPE", "LOC", "NORP", "INITIATIVE", "EVENT"}

// mostOwnBytes is the size of the largest table that is read.
const mostOwnBytes = 16 << 20

// ReadOwn reads a table of names: CSV with the header name,label,canonical,code, of which
// the last two may be empty in a row; canonical is then the name itself. File is its name
// in errors, which are RowErrors where a line is at fault.
func ReadOwn(file string, r io.Reader) (*Own, error) {
	text, err := io.ReadAll(io.LimitReader(r, mostOwnBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read gazetteer %s: %w", file, err)
	}
	if len(text) > mostOwnBytes {
		return nil, fmt.Errorf("read gazetteer %s: it is larger than %d bytes", file, mostOwnBytes)
	}
	sum := sha256.Sum256(text)
	own := &Own{byFirst: map[string][]OwnName{}, hash: hex.EncodeToString(sum[:4])}
	rows := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	rows.FieldsPerRecord = -1
	rows.Comment = '#'
	seen := map[string]bool{}
	for first := true; ; first = false {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var fault *csv.ParseError
		if errors.As(err, &fault) {
			return nil, &RowError{file, fault.Line, fault.Err.Error()}
		}
		if err != nil {
			return nil, fmt.Errorf("read gazetteer %s: %w", file, err)
		}
		line, _ := rows.FieldPos(0)
		if first {
			if !slices.Equal(row, []string{"name", "label", "canonical", "code"}) {
				return nil, &RowError{file, line, "want the header name,label,canonical,code"}
			}
			continue
		}
		name, reason := ownName(row)
		if key := strings.Join(name.Words, " "); reason == "" && seen[key] {
			reason = fmt.Sprintf("%q is there already", row[0])
		} else {
			seen[key] = true
		}
		if reason != "" {
			return nil, &RowError{file, line, reason}
		}
		own.byFirst[name.Words[0]] = append(own.byFirst[name.Words[0]], name)
	}
	for _, names := range own.byFirst {
		slices.SortStableFunc(names, func(a, b OwnName) int { return len(b.Words) - len(a.Words) })
	}
	return own, nil
}

// ownName reads a row, or says what is wrong with it.
func ownName(row []string) (name OwnName, reason string) {
	if len(row) != 4 {
		return OwnName{}, fmt.Sprintf("%d fields, want name, label, canonical and code", len(row))
	}
	text := strings.Join(strings.Fields(row[0]), " ")
	name = OwnName{Label: row[1], Canonical: strings.TrimSpace(row[2]), Code: row[3]}
	if name.Canonical == "" {
		name.Canonical = text
	}
	for _, t := range segment.Tokens(text) {
		name.Words = append(name.Words, t.In(text))
	}
	switch {
	case len(name.Words) == 0:
		return OwnName{}, "the name is empty"
	case !slices.Contains(ownLabels, name.Label):
		return OwnName{}, fmt.Sprintf("%q is no label; want one of %s", name.Label, strings.Join(ownLabels, ", "))
	case name.Code != "" && (name.Label != "GPE" || len(name.Code) != 2 || strings.Trim(name.Code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != ""):
		return OwnName{}, fmt.Sprintf("%q is no ISO 3166-1 code of two capitals of a GPE", name.Code)
	}
	return name, ""
}

// Hash is the beginning of the SHA-256 of the table, in hex.
func (o *Own) Hash() string { return o.hash }

// Match gives the longest name that the words begin with, written just so; ok is false
// where they begin with none.
func (o *Own) Match(words []string) (name OwnName, ok bool) {
	if len(words) == 0 {
		return OwnName{}, false
	}
	for _, name := range o.byFirst[words[0]] {
		if len(name.Words) <= len(words) && slices.Equal(name.Words, words[:len(name.Words)]) {
			return name, true
		}
	}
	return OwnName{}, false
}
