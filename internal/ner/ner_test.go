package ner_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"augury/internal/ner"
)

// examples hold texts of our own with each name in square brackets, its label behind it.
// What stands outside of brackets must not be found.
var examples = []string{
	// Titles and particles stay where they belong.
	"President [Ursula von der Leyen|PERSON] met Prime Minister [Viktor Orban|PERSON] in [Brussels|GPE].",
	"Crown Prince [Mohammed bin Salman|PERSON] of [Saudi Arabia|GPE] will visit [Ankara|GPE] in May.",
	"Senator [Maria Lopez|PERSON] said that [Lopez|PERSON] would vote against it.",
	// A possessive ends a name.
	"[China|GPE]’s [Ministry of Commerce|ORG] announced new rules on exports.",
	"[Germany|GPE]'s economy shrank, and [Poland|GPE]’s grew.",
	"Officials at [Tajikistan|GPE]’s [Ministry of Defence|ORG] denied the report.",
	// Names within names are not named again.
	"The [China-Pakistan Economic Corridor|INITIATIVE] runs through [Balochistan|GPE].",
	"The [European Bank for Reconstruction and Development|ORG] ([EBRD|ORG]) raised its estimate.",
	"The [Belt and Road Initiative|INITIATIVE] ([BRI|INITIATIVE]) lost pace.",
	// Names with figures.
	"The [G20|ORG] will meet in [New Delhi|GPE].",
	"Operators will roll out 5G networks across 12 regions.",
	// A country's government, and its people.
	"[Russian|NORP] and [Chinese|NORP] firms compete in [Central Asia|LOC].",
	"[U.S.|GPE]-led talks between [Israeli|NORP] and [Palestinian|NORP] negotiators stalled.",
	"[Kurds|NORP] in [Iraq|GPE] and [Syria|GPE] voted in large numbers.",
	// Wars, summits, treaties.
	"After the end of the [Cold War|EVENT], [NATO|ORG] enlarged.",
	"Emissions fell after the [Paris Agreement|INITIATIVE] entered into force.",
	"[World War II|EVENT] changed [Europe|LOC].",
	"The [UN Security Council|ORG] adopted [Resolution 2254|INITIATIVE] in 2015.",
	"[Uzbeks|NORP], [Kyrgyz|NORP] and [Tajiks|NORP] share the [Fergana Valley|LOC].",
	"The “[Green Deal|INITIATIVE]” divides the [European Parliament|ORG].",
	// Headlines in title case, and lines of capitals.
	"[China|GPE] and [Russia|GPE] Agree to Build New Pipeline",
	"[KAZAKHSTAN|GPE] SIGNS TRADE DEAL WITH [EUROPEAN UNION|ORG]",
	"New Rules Will Slow Growth of Small Banks",
	// Coordinated names.
	"Ministers from [France|GPE], [Germany|GPE] and [Italy|GPE] met in [Rome|GPE].",
	"The [World Bank|ORG] and the [International Monetary Fund|ORG] expect slower growth.",
	"[Xi Jinping|PERSON] and [Vladimir Putin|PERSON] spoke by telephone.",
	// Sentence starts.
	"Analysts doubt it. Growth has slowed. However, [Turkey|GPE] may recover.",
	"[Moscow|GPE] said that it would respond.",
	// A party and its people.
	"The [Democratic Party|ORG] lost seats, and [Democrats|NORP] blamed turnout.",
	// Nothing is named here.
	"The government expects growth to slow next year.",
	"On Monday the central bank raised rates by 25 basis points.",
	"Inflation will fall in the second quarter, the committee said.",
	"Higher prices and weak demand weigh on firms.",
	"The President and the Prime Minister met in March.",
	"GDP rose by 3 percent, while CPI inflation was flat.",
}

// unmark takes the marks from an example and lists the names.
func unmark(marked string) (text string, names []string) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(marked, "[")
		b.WriteString(before)
		if !found {
			return b.String(), names
		}
		name, after, _ := strings.Cut(rest, "]")
		words, label, _ := strings.Cut(name, "|")
		names = append(names, fmt.Sprintf("%s %d-%d %s", label, b.Len(), b.Len()+len(words), words))
		b.WriteString(words)
		marked = after
	}
}

func TestExamples(t *testing.T) {
	model, tagger := load(t)
	for _, marked := range examples {
		text, want := unmark(marked)
		var got []string
		for _, m := range model.Mentions(text, sentences(tagger, text)) {
			got = append(got, fmt.Sprintf("%s %d-%d %s", m.Label, m.Start, m.End, m.In(text)))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", marked, diff)
		}
	}
}

// checkMentions reports mentions that overlap, leave their sentence or have an odd score.
func checkMentions(t interface{ Fatalf(string, ...any) }, text string, list []ner.Sentence, found []ner.Mention) {
	end, at := 0, 0
	for _, m := range found {
		if m.Start < end || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("mention %v in %q: out of order, empty, or outside of the text", m, text)
		}
		if m.Score < 0 || m.Score > 1.000001 {
			t.Fatalf("mention %v in %q: score is no probability", m, text)
		}
		end = m.End
		for at < len(list) && (len(list[at].Tokens) == 0 || list[at].Tokens[len(list[at].Tokens)-1].End < m.End) {
			at++
		}
		if at == len(list) || list[at].Tokens[0].Start > m.Start {
			t.Fatalf("mention %v in %q: crosses a sentence", m, text)
		}
	}
}

// TestMentionsAreOrdered puts words together at random.
func TestMentionsAreOrdered(t *testing.T) {
	model, tagger := load(t)
	words := strings.Fields(brief + " ( ) “ ” ’s 's - – / U.S.-led A. “X" + " Été Österreich ’ \" 5G G20 ALL CAPS LINE")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words"), " ")
		list := sentences(tagger, text)
		checkMentions(t, text, list, model.Mentions(text, list))
	})
}

func FuzzMentions(f *testing.F) {
	model, tagger := load(f)
	f.Add(brief)
	for _, marked := range examples {
		text, _ := unmark(marked)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		list := sentences(tagger, text)
		checkMentions(t, text, list, model.Mentions(text, list))
	})
}

// TestSameEveryTime holds that nothing depends on the order in which maps are read.
func TestSameEveryTime(t *testing.T) {
	model, tagger := load(t)
	list := sentences(tagger, longBrief)
	first := model.Mentions(longBrief, list)
	if len(first) == 0 {
		t.Fatal("found nothing")
	}
	other, _ := load(t)
	if diff := cmp.Diff(first, other.Mentions(longBrief, list)); diff != "" {
		t.Error(diff)
	}
}
