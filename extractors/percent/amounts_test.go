package percent

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// shown is how the tests write an amount: its words, values, unit and rule.
func shown(text string, a amount) string {
	value := fmt.Sprint(a.low)
	if a.low != a.high {
		value = fmt.Sprint(a.low, "..", a.high)
	}
	unit := map[corpus.Unit]string{corpus.Percent: "%", corpus.PercentagePoint: "pp", corpus.BasisPoint: "bp"}[a.unit]
	return fmt.Sprintf("%s = %s %s (%s)", a.In(text), value, unit, a.rule)
}

var amountExamples = []struct {
	text string
	want []string
}{
	// One figure, however it is written.
	{"Turnout was 60%.", []string{"60% = 60 % (figure)"}},
	{"Turnout was 60 % or so", []string{"60 % = 60 % (figure)"}},
	{"Turnout was 60\u00a0% then", []string{"60\u00a0% = 60 % (figure)"}},
	{"Turnout was 60 per cent", []string{"60 per cent = 60 % (figure)"}},
	{"a 2.4-per-cent rise", []string{"2.4-per-cent = 2.4 % (figure)"}},
	{"a 15-percent share, 7pct", []string{"15-percent = 15 % (figure)", "7pct = 7 % (figure)"}},
	{"sixty-five percent of it", []string{"sixty-five percent = 65 % (words)"}},
	{"one hundred and twenty per cent", []string{"one hundred and twenty per cent = 120 % (words)"}},
	{"two and a half percent", []string{"two and a half percent = 2.5 % (words)"}},
	{"zero-point-five percent", []string{"zero-point-five percent = 0.5 % (words)"}},
	{"grew 3½ percent, then 2-1/4 percent", []string{"3½ percent = 3.5 % (figure)", "2-1/4 percent = 2.25 % (figure)"}},
	{"1,250 percent or 0,25%", []string{"1,250 percent = 1250 % (figure)", "0,25% = 0.25 % (figure)"}},
	{"a loss of −0.3%", []string{"−0.3% = -0.3 % (figure)"}},
	{"minus five percent", []string{"minus five percent = -5 % (words)"}},
	{"I am 100% sure of the 50%-owned firm", []string{"100% = 100 % (figure)", "50% = 50 % (figure)"}},

	// Points.
	{"0.25 percentage points", []string{"0.25 percentage points = 0.25 pp (figure)"}},
	{"a 1.5-percentage-point cut", []string{"1.5-percentage-point = 1.5 pp (figure)"}},
	{"a quarter of a percentage point", []string{"a quarter of a percentage point = 0.25 pp (part_of_unit)"}},
	{"half a percentage point", []string{"half a percentage point = 0.5 pp (part_of_unit)"}},
	{"three-tenths of 1 percent", []string{"three-tenths of 1 percent = 0.3 % (part_of_unit)"}},
	{"a quarter-percentage-point move", []string{"a quarter-percentage-point = 0.25 pp (words)"}},
	{"by a full percentage point", []string{"a full percentage point = 1 pp (one_unit)"}},
	{"down 3 pp, 2 p.p. and 4 ppts", []string{"3 pp = 3 pp (figure)", "2 p.p. = 2 pp (figure)", "4 ppts = 4 pp (figure)"}},
	{"50 basis points, 25bp, 10 bps", []string{"50 basis points = 50 bp (figure)", "25bp = 25 bp (figure)", "10 bps = 10 bp (figure)"}},
	{"a 50-basis-point hike", []string{"50-basis-point = 50 bp (figure)"}},

	// Ranges, with one unit or two.
	{"3-5% of voters", []string{"3-5% = 3..5 % (range)"}},
	{"3%–5% of voters", []string{"3%–5% = 3..5 % (range)"}},
	{"3 to 5 percent", []string{"3 to 5 percent = 3..5 % (range)"}},
	{"the 3-to-5 percent band", []string{"3-to-5 percent = 3..5 % (range)"}},
	{"a 3- to 5-percent rise", []string{"3- to 5-percent = 3..5 % (range)"}},
	{"between 3 and 5 percent", []string{"3 and 5 percent = 3..5 % (range)"}},
	{"between about 3 percent and 5 percent", []string{"3 percent and 5 percent = 3..5 % (range)"}},
	{"4¼ to 4½ percent", []string{"4¼ to 4½ percent = 4.25..4.5 % (range)"}},
	{"4-1/4 to 4-1/2 percent", []string{"4-1/4 to 4-1/2 percent = 4.25..4.5 % (range)"}},
	{"¼-½ percentage point", []string{"¼-½ percentage point = 0.25..0.5 pp (range)"}},
	{"estimates range from 3% to 5%", []string{"3% to 5% = 3..5 % (range)"}},
	{"two- to three-tenths of a percent", []string{"two- to three-tenths of a percent = 0.2..0.3 % (range)"}},

	// Before and after are two levels.
	{"it rose from 3% to 5%", []string{"3% = 3 % (figure)", "5% = 5 % (figure)"}},
	{"it rose in the last 30 years from 3 to 5 percent", []string{"3 = 3 % (before_after)", "5 percent = 5 % (figure)"}},
	{"from 5.5 to 4 percent", []string{"5.5 = 5.5 % (before_after)", "4 percent = 4 % (figure)"}},
	{"won by 53% to 47%", []string{"53% = 53 % (figure)", "47% = 47 % (figure)"}},

	// Lists.
	{"10, 12 and 15 percent", []string{"10 = 10 % (list_item)", "12 = 12 % (list_item)", "15 percent = 15 % (figure)"}},
	{"grew 4.1 and 2.2 percent", []string{"4.1 = 4.1 % (list_item)", "2.2 percent = 2.2 % (figure)"}},
	{"either 3 or 4 percent", []string{"3 = 3 % (list_item)", "4 percent = 4 % (figure)"}},
	{"1 to 2 and 4 to 5 percent", []string{"1 to 2 = 1..2 % (range)", "4 to 5 percent = 4..5 % (range)"}},
	{"12 ± 3 %", []string{"12 = 12 % (list_item)", "3 % = 3 % (figure)"}},
	{"rose 2 percent but fell by 1 in May", []string{"2 percent = 2 % (figure)", "1 = 1 % (elided_unit)"}},

	// Line breaks, and what scanners leave.
	{"rose by 2\npercent", []string{"2\npercent = 2 % (figure)"}},
	{"rose by 2 per-\ncent and 3 per\u00adcent", []string{"2 per-\ncent = 2 % (figure)", "3 per\u00adcent = 3 % (figure)"}},
	{"0.3 percent‑ age points", []string{"0.3 percent‑ age points = 0.3 pp (figure)"}},
	{"53⁄4 percent", []string{"53⁄4 percent = 5.75 % (figure)"}},
	{"around 3V2 percent and 31A percent", []string{"3V2 percent = 3.5 % (scanned)", "31A percent = 3.25 % (scanned)"}},
	{"around 6% percent", []string{"6% percent = 6 % (scanned)"}},

	// Nothing is a percentage here.
	{"percent of what, per cent, % and a percentage", nil},
	{"a third of them, half, 3 per mille, 5‰", nil},
	{"see https://example.org/a%20b?q=30%25 or www.example.org/5%", nil},
	{"pp. 12-15, BP 3 and 25 percentiles", nil},
	{"150 million bp of the genome", nil},
	{"a small percent, several percentage points", nil},

	// A number nearby is none either.
	{"in 2004 and 5 percent in 2005", []string{"5 percent = 5 % (figure)"}},
	{"$5 and 10 percent", []string{"10 percent = 10 % (figure)"}},
	{"Table 3 and 10 percent", []string{"10 percent = 10 % (figure)"}},
	{"on May 3, 10 percent", []string{"10 percent = 10 % (figure)"}},
	{"rose 2 percent but fell by 1 point", []string{"2 percent = 2 % (figure)"}},
}

func TestAmounts(t *testing.T) {
	for _, example := range amountExamples {
		var got []string
		for _, a := range amounts(example.text) {
			got = append(got, shown(example.text, a))
		}
		if diff := cmp.Diff(example.want, got); diff != "" {
			t.Errorf("amounts(%q) (-want +got):\n%s", example.text, diff)
		}
	}
}

// FuzzAmounts checks what holds of any text: amounts are inside it, in order, apart, and
// have a unit, a rule and their ends the right way round; and the quick look for a unit
// never overlooks one.
func FuzzAmounts(f *testing.F) {
	for _, example := range amountExamples {
		f.Add(example.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := amounts(text)
		if len(found) > 0 && !holdsUnit(text) {
			t.Fatalf("holdsUnit(%q) is false", text)
		}
		end := 0
		for _, a := range found {
			if a.Start < end || a.Empty() || a.End > len(text) {
				t.Fatalf("amounts(%q): %+v after byte %d", text, a, end)
			}
			end = a.End
			if a.unit == "" || a.rule == "" || a.low > a.high {
				t.Fatalf("amounts(%q): %+v", text, a)
			}
		}
	})
}
