package corpus

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// outlines are briefs in house styles of plain text with the outline that each has.
var outlines = []struct{ why, text, want string }{
	{"title, byline and bullets without marks, every line a paragraph", `Can the Lake Pay Its Debts?
Ruth Calder | 27 May 2024
Summary
The lake has lost nine tenths of its water.
Four states share what is left and agree on little.
The lake matters to forty million people. They fish it and they drink it. Nobody counts them well.
Forecast
Short-term
Rains will likely fail again. Prices may rise.
Long-term
If the states do not agree, the lake will dry up.`, `
= title 1
  heading 1 Can the Lake Pay Its Debts?
= byline 0
  byline 0 Ruth Calder | 27 May 2024
= summary 2
  heading 2 Summary
  list_item 1 The lake has lost nine tenths …
  list_item 1 Four states share what is left…
= body 0
  paragraph 0 The lake matters to forty mill…
= forecast 2
  heading 2 Forecast
= forecast_short 3
  heading 3 Short-term
  paragraph 0 Rains will likely fail again. …
= forecast_long 3
  heading 3 Long-term
  paragraph 0 If the states do not agree, th…
`},
	{"outlet above the title, chapters with numbers, references", `The Institute for Lakes | Policy Brief No. 12
Who will pay for the lake?
By A. N. Calder and Dr Jean-Luc d’Arbois
May 2024

EXECUTIVE SUMMARY
• The lake has lost 90% of its surface.
• Donors are expected to pay less.

1. Introduction
The lake feeds four states.
The states do not agree.

2. Outlook and risks
2.1 Next 12 months
Rains may fail. If they do, prices will rise.

2.2 The dam
The dam will hold.

3. Recommendations
(a) Share data.
(b) Dredge the canal;
    it is silted up.

References
Calder, A. (2020) The lake, Lake Press
Arbois, J. (2021) Le lac, Paris
`, `
= byline 0
  byline 0 The Institute for Lakes | Poli…
= title 1
  heading 1 Who will pay for the lake?
= byline 0
  byline 0 By A. N. Calder and Dr Jean-Lu…
  byline 0 May 2024
= summary 2
  heading 2 EXECUTIVE SUMMARY
  list_item 1 The lake has lost 90% of its s…
  list_item 1 Donors are expected to pay les…
= body 2
  heading 2 1. Introduction
  paragraph 0 The lake feeds four states.
  paragraph 0 The states do not agree.
= forecast 2
  heading 2 2. Outlook and risks
= forecast_short 3
  heading 3 2.1 Next 12 months
  paragraph 0 Rains may fail. If they do, pr…
= forecast 3
  heading 3 2.2 The dam
  paragraph 0 The dam will hold.
= recommendations 2
  heading 2 3. Recommendations
  list_item 1 Share data.
  list_item 1 Dredge the canal; it is silted…
= references 2
  heading 2 References
  paragraph 0 Calder, A. (2020) The lake, La…
  paragraph 0 Arbois, J. (2021) Le lac, Pari…
`},
	{"wrapped lines, an indented paragraph, a wrapped item", `The squeeze

Ruth Calder, Lake Institute
27 May 2024

The treasury faces a hard year, and the
markets know it. Its bonds trade at 80
cents, which is less than in 2020 when the
pandemic began.
   Next year will be harder. The finance
minister has promised to cut spending by 3
percent, but few believe him.

What next?

- Talks with the Fund are due in June, and
  nobody expects much of them.
- A default.

About the author

Ruth Calder is a fellow.
`, `
= title 1
  heading 1 The squeeze
= byline 0
  byline 0 Ruth Calder, Lake Institute
  byline 0 27 May 2024
= body 0
  paragraph 0 The treasury faces a hard year…
  paragraph 0 Next year will be harder. The …
= forecast 2
  heading 2 What next?
  list_item 1 Talks with the Fund are due in…
  list_item 1 A default.
= other 2
  heading 2 About the author
  paragraph 0 Ruth Calder is a fellow.
`},
	{"no title: the text begins with a paragraph", "Growth slowed in May. It will slow again.\n\nTrade\n\nExports fell.\n", `
= body 0
  paragraph 0 Growth slowed in May. It will …
= body 2
  heading 2 Trade
  paragraph 0 Exports fell.
`},
	{"no title: the text begins with a known heading", "Outlook\n\nGrowth will slow.\n", `
= forecast 2
  heading 2 Outlook
  paragraph 0 Growth will slow.
`},
	{"no title: the text begins with a numbered heading", "2.1 The Dam and the Law\n\nThe dam is full.\n", `
= body 3
  heading 3 2.1 The Dam and the Law
  paragraph 0 The dam is full.
`},
	{"a memo, whose title is its subject", "MEMORANDUM\n\nTo: The Minister\nFrom: Ruth Calder\nDate: 3 June 2024\nSubject: The dam\n\nThe dam is full.\n", `
= byline 0
  byline 0 MEMORANDUM
  byline 0 To: The Minister
  byline 0 From: Ruth Calder
  byline 0 Date: 3 June 2024
= title 1
  heading 1 Subject: The dam
= body 0
  paragraph 0 The dam is full.
`},
	{"underlined headings, rules and captions", "Dams\n====\n\nThe dam is full.\n\n* * *\n\nRain\n----\nIt rains.\nFigure 1: Rain\nSource: Own data\n", `
= title 1
  heading 1 Dams
= body 0
  paragraph 0 The dam is full.
= body 2
  heading 2 Rain
  paragraph 0 It rains.
  paragraph 0 Figure 1: Rain
  paragraph 0 Source: Own data
`},
	{"headings in capitals stand above others", "THE DAM\n\nIt is full.\n\nRAIN\n\nIt rains.\n\nIn the north\n\nA lot.\n", `
= title 1
  heading 1 THE DAM
= body 0
  paragraph 0 It is full.
= body 2
  heading 2 RAIN
  paragraph 0 It rains.
= body 3
  heading 3 In the north
  paragraph 0 A lot.
`},
	{"lists without marks are no headings", "The states are:\nKenya\nUganda\n\nThey met.\n\nNorth\nSouth\nEast\n\nThey met again.\n", `
= body 0
  paragraph 0 The states are:
  paragraph 0 Kenya
  paragraph 0 Uganda
  paragraph 0 They met.
  paragraph 0 North
  paragraph 0 South
  paragraph 0 East
  paragraph 0 They met again.
`},
	{"headings within a line", "SUMMARY: The dam will hold.\n\nIt was built in 1960.\n\nShort-term: Water will be short this year.\nLong-term: Water will be dear.\n\nThe end of it.\n", `
= summary 2
  paragraph 0 SUMMARY: The dam will hold.
= body 0
  paragraph 0 It was built in 1960.
= forecast_short 2
  paragraph 0 Short-term: Water will be shor…
= forecast_long 2
  paragraph 0 Long-term: Water will be dear.
= body 0
  paragraph 0 The end of it.
`},
	{"what to do in the short term is no forecast", "Recommendations\n\nShort-term\n\nFill the dam.\n", `
= recommendations 2
  heading 2 Recommendations
= recommendations 3
  heading 3 Short-term
  paragraph 0 Fill the dam.
`},
	{"words broken off their sentence by a link", "The states, led by the \nlake commission\n met in May. They parted.\nNobody was glad.\n", `
= body 0
  paragraph 0 The states, led by the lake co…
  paragraph 0 Nobody was glad.
`},
	{"marks of several kinds and depths", "The risks are these.\n1) Rain, which may fail\n   – in May\n   – in June\n2) War\n. Near Kaya, two strikes hit a bridge.\n*Debt\n•\tDrought\n•\nFlood\nHail.\nYear\tRain\tSun\n2024\t5\t6\n", `
= body 0
  paragraph 0 The risks are these.
  list_item 1 Rain, which may fail
  list_item 2 in May
  list_item 2 in June
  list_item 1 War
  list_item 1 Near Kaya, two strikes hit a b…
  list_item 1 Debt
  list_item 1 Drought
  list_item 1 Flood
  paragraph 0 Hail.
  table_row 0 Year Rain Sun
  table_row 0 2024 5 6
`},
}

func TestOutlines(t *testing.T) {
	for _, c := range outlines {
		for _, end := range []string{"\n", "\r\n", "\r"} {
			d := mustRead(t, "a.txt", strings.ReplaceAll(c.text, "\n", end))
			if diff := cmp.Diff(c.want, "\n"+outline(d)); diff != "" {
				t.Errorf("%s, lines ended by %q (-want +got):\n%s", c.why, end, diff)
			}
			if words := outside(d); words != "" {
				t.Errorf("%s: %q lies in no block", c.why, words)
			}
		}
	}
}

func TestFront(t *testing.T) {
	for _, c := range []struct {
		text, title string
		authors     []string
		published   string
		outlet      string
	}{
		{outlines[0].text, "Can the Lake Pay Its Debts?", []string{"Ruth Calder"}, "2024-05-27", ""},
		{outlines[1].text, "Who will pay for the lake?", []string{"A. N. Calder", "Jean-Luc d’Arbois"}, "2024-05", "The Institute for Lakes"},
		{outlines[2].text, "The squeeze", []string{"Ruth Calder"}, "2024-05-27", ""},
		{outlines[6].text, "The dam", []string{"Ruth Calder"}, "2024-06-03", ""},
		{"A title that goes on over the end of the line and\ninto the next one\n\nRuth Calder\nMay 2024\n\nIt is so.", "A title that goes on over the end of the line and into the next one",
			[]string{"Ruth Calder"}, "2024-05", ""},
		{"3 May 2024\n\nThe dam\n\nIt is full.", "The dam", nil, "2024-05-03", ""},
		{"WATER WATCH\nThe dam is full\nRuth Calder | May 2024\n\nIt is so.", "The dam is full", []string{"Ruth Calder"}, "2024-05", "WATER WATCH"},
		{"The dam\nWhat the engineers missed\nRuth Calder | May 2024\n\nIt is so.", "The dam", []string{"Ruth Calder"}, "2024-05", ""},
		{"The dam\n\nXolani Qwerti\n3 May 2024\n\nIt is so.", "The dam", []string{"Xolani Qwerti"}, "2024-05-03", ""},
		{"The dam\n\n3 May 2024\nXolani Qwerti\n\nIt is so.", "The dam", []string{"Xolani Qwerti"}, "2024-05-03", ""},
		{"The dam\n\n3 May 2024\n\nTrade Prospects\n\nIt is so.", "The dam", nil, "2024-05-03", ""},
		{"The dam\n\nLisbon, 3 May 2024 – The dam is full.", "The dam", nil, "2024-05-03", ""},
		{"The dam is full. It is so.\n\nRuth Calder | May 2024", "", nil, "", ""},
		{"MEMORANDUM\n\nTo: The Minister\nFrom: Directorate of Dams, Ministry of Water\nPrepared by: Ruth Calder\nDate: 3 May 2024\nSubject: The dam\n\nIt is full.",
			"The dam", []string{"Ruth Calder"}, "2024-05-03", "Directorate of Dams, Ministry of Water"},
	} {
		d := mustRead(t, "a.txt", c.text)
		if d.Title != c.title || d.Published.String() != c.published || d.Outlet != c.outlet {
			t.Errorf("%.30q: title %q, published %q, outlet %q", c.text, d.Title, d.Published, d.Outlet)
		}
		if diff := cmp.Diff(c.authors, d.Authors); diff != "" {
			t.Errorf("%.30q: authors (-want +got):\n%s", c.text, diff)
		}
	}
}

// prose draws paragraphs of sentences that begin with a capital and end with a full stop.
func prose(t *rapid.T) []string {
	word := rapid.StringMatching(`[a-z]{1,10}`)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
		var sentences []string
		for range rapid.IntRange(1, 4).Draw(t, "sentences") {
			words := rapid.SliceOfN(word, 18, 40).Draw(t, "words")
			sentences = append(sentences, "The "+strings.Join(words, " ")+" and so it was.")
		}
		return strings.Join(sentences, " ")
	}), 1, 5).Draw(t, "paragraphs")
}

// Lines that a typist or a program broke come together to the paragraphs that they were.
func TestWrappedLinesJoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraphs := prose(t)
		width := rapid.IntRange(60, 100).Draw(t, "width")
		var wrapped []string
		for _, p := range paragraphs {
			wrapped = append(wrapped, wrap(p, width))
		}
		p := readText(strings.Join(wrapped, "\n\n"))
		var got []string
		for _, b := range p.blocks {
			got = append(got, oneLine(b.In(p.text)))
		}
		if diff := cmp.Diff(paragraphs, got); diff != "" {
			t.Fatalf("width %d (-want +got):\n%s", width, diff)
		}
	})
}

// Paragraphs in a line each stay what they are, with or without blank lines between them.
func TestLongLinesStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraphs := prose(t)
		p := readText(strings.Join(paragraphs, rapid.SampledFrom([]string{"\n", "\n\n", "\r\n"}).Draw(t, "between")))
		var got []string
		for _, b := range p.blocks {
			got = append(got, b.In(p.text))
		}
		if diff := cmp.Diff(paragraphs, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

// wrap breaks a paragraph to lines of at most width bytes.
func wrap(paragraph string, width int) string {
	var b strings.Builder
	length := 0
	for _, word := range strings.Fields(paragraph) {
		switch {
		case length == 0:
		case length+1+len(word) > width:
			b.WriteByte('\n')
			length = 0
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += len(word)
	}
	return b.String()
}

// Whatever the lines, what was read is sound, and no words are lost.
func TestAnyLines(t *testing.T) {
	piece := rapid.SampledFrom([]string{"Summary", "Short-term: it will be", "Ruth Calder | 27 May 2024", "1. One", "2.1 Two", "- item", "• item",
		"*item", "(a) item", "  – deep", "----", "===", "A line that ends.", "and goes on", "Heading", "CAPITALS", "", "\f", "\u2028", "\u2029", "\u0085", "\r", "\t",
		"12", "•", "1.", ". dot", "…", "🕊", "e\u0301", "\u00A0", "\u200B", "To: you", "Subject: it", "MEMO"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 1, 30).Draw(t, "pieces"), rapid.SampledFrom([]string{"\n", "\n\n", "\r\n", " "}).Draw(t, "between"))
		checkText(t, text)
	})
}

// checkText reads a text and holds the result to what is true of any.
func checkText(t interface{ Fatalf(string, ...any) }, text string) {
	d, err := Read(memory("a.txt", text), DefaultLimits)
	if err != nil {
		return // no text; the errors have their own test
	}
	if err := sound(d); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	if words := outside(d); words != "" {
		t.Fatalf("%q: %q lies in no block", text, words)
	}
}

func FuzzReadText(f *testing.F) {
	for _, c := range outlines {
		f.Add([]byte(c.text))
	}
	f.Add([]byte("\xFF\xFEa\x00 \x00b\x00"))
	f.Add([]byte("caf\xE9 \x93quoted\x94"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := Read(memory("a.txt", string(raw)), Limits{Bytes: 1 << 20})
		if err != nil {
			return
		}
		if err := sound(d); err != nil {
			t.Fatal(err)
		}
		if words := outside(d); words != "" {
			t.Fatalf("%q lies in no block", words)
		}
		if strings.TrimFunc(d.Text, unicode.IsSpace) == "" {
			t.Fatal("no text and no error")
		}
	})
}
