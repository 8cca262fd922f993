package gazetteer

import (
	"strings"
	"testing"
)

func TestReadOwn(t *testing.T) {
	own, err := ReadOwn("desk.csv", strings.NewReader("name,label,canonical,code\n# ours\nVolga Desk,ORG,,\n\"Volga Desk, North\",ORG,Volga Desk,\nRuritania,GPE,Kingdom of Ruritania,RR\n"))
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"Volga Desk said":         "Volga Desk",
		"Volga Desk , North said": "Volga Desk",
		"Ruritania":               "Kingdom of Ruritania",
		"ruritania":               "",
		"Volga":                   "",
		"":                        "",
	} {
		if name, _ := own.Match(strings.Fields(words)); name.Canonical != want {
			t.Errorf("%q: %q, want %q", words, name.Canonical, want)
		}
	}
	if name, _ := own.Match(strings.Fields("Volga Desk , North said")); len(name.Words) != 4 {
		t.Errorf("the longest name has %d words", len(name.Words))
	}
	if len(own.Hash()) != 8 {
		t.Errorf("hash %q", own.Hash())
	}
}

func TestReadOwnErrors(t *testing.T) {
	const head = "name,label,canonical,code\n"
	for file, want := range map[string]string{
		"Ruritania,GPE,,\n":           "desk.csv:1: want the header",
		head + "Ruritania,GPE\n":      "desk.csv:2: 2 fields",
		head + "Ruritania,PLACE,,\n":  `desk.csv:2: "PLACE" is no label`,
		head + "Ruritania,GPE,,rur\n": `desk.csv:2: "rur" is no ISO`,
		head + "Volga Desk,ORG,,RU\n": `desk.csv:2: "RU" is no ISO 3166-1 code of two capitals of a GPE`,
		head + "A,ORG,,\n\nA,GPE,,\n": `desk.csv:4: "A" is there already`,
		head + " ,ORG,,\n":            "desk.csv:2: the name is empty",
		head + "\"Ruritania,ORG,,\n":  "desk.csv:",
	} {
		_, err := ReadOwn("desk.csv", strings.NewReader(file))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %s", file, err, want)
		}
	}
}
