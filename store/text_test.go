package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"growth", `"growth"`},
		{" growth  slows ", `"growth" AND "slows"`},
		{`"growth slows" soon`, `"growth slows" AND "soon"`},
		{"“growth slows”", `"growth slows"`},
		{"invest*", `"invest"*`},
		{`"foreign invest"*`, `"foreign invest"*`},
		{`one"two"three`, `"one" AND "two" AND "three"`},
		{"low-carbon", `"low-carbon"`},
		{"NOT (a OR b) NEAR", `"NOT" AND "(a" AND "OR" AND "b)" AND "NEAR"`},
		{"title:x ^y z+", `"title:x" AND "^y" AND "z+"`},
		{"Казахстан 2030", `"Казахстан" AND "2030"`},
		{"it's", `"it's"`},
	} {
		got, err := parseText(c.text)
		if err != nil || got != c.want {
			t.Errorf("parseText(%q) = %s, %v, want %s", c.text, got, err, c.want)
		}
	}
	for _, c := range []struct{ text, want string }{
		{`growth "slows`, "has no partner"},
		{"“growth", "has no partner"},
		{"*", "no letter or digit"},
		{"growth -", "no letter or digit"},
		{`""`, "no letter or digit"},
		{"  ", "no word"},
		{"gro*th", "end of a word"},
		{"growth**", "end of a word"},
	} {
		_, err := parseText(c.text)
		var fault *FilterError
		if !errors.As(err, &fault) || fault.Filter != "text" || !strings.Contains(fault.Reason, c.want) {
			t.Errorf("parseText(%q): error is %v, want one with %q", c.text, err, c.want)
		}
	}
}

// TestTextNeverBreaksTheQuery searches for anything: it may find nothing or be refused,
// but the query must never fail.
func TestTextNeverBreaksTheQuery(t *testing.T) {
	s := openTest(t)
	mustSave(t, s, gridBrief())
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([a-z"*'() :^+-]|AND|OR|NOT|NEAR){0,12}`)).Draw(t, "text")
		for _, table := range []*Table{Documents, Claims} {
			for _, err := range s.Rows(context.Background(), table, Filter{Text: text}) {
				var fault *FilterError
				if err != nil && !errors.As(err, &fault) {
					t.Fatalf("query for %q: %v", text, err)
				}
			}
		}
	})
}
