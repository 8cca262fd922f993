package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hardCases hold one block each; a bar stands where one sentence ends and the next starts.
var hardCases = []struct{ name, marked string }{
	{"plain", "Growth slowed.| Prices rose."},
	{"initialism before a noun", "The U.S. economy slowed.| Prices rose."},
	{"initialism at the end", "Exports went to the U.S.| The rest stayed."},
	{"initialism over a line break", "The U.S.\nTreasury agreed.| It paid."},
	{"title", "Dr. Okafor met Sen. Lind.| Both agreed."},
	{"firm", "Harbour Inc. Chair Ana Ruiz resigned.| Shares fell."},
	{"firm at the end", "She runs Harbour Inc.| It is small."},
	{"number word", "Paragraph No. 5 applies.| The answer was no.| Nobody asked."},
	{"time of day", "Talks end at 5 p.m. on Monday.| They resume at 9 a.m.| The mood is poor."},
	{"initials", "J. K. Marlowe wrote it.| George W. Hale agreed."},
	{"letter at the end", "They chose Plan B.| The board agreed."},
	{"pointing words", "Some states, e.g. Chad, vs. others, i.e. Mali, differ.| That is known."},
	{"saints and seas", "The St. Lawrence froze.| Ships waited in St. John's."},
	{"approx", "It costs approx. 40 million.| Nobody pays."},
	{"month", "It starts on Sept. 11 and ends in Dec. 2026.| Then it closes."},
	{"decimal", "Rates rose to 3.5 percent.| Then they fell to 2.25."},
	{"figure at the end", "It was signed in 2019.| Two years later it lapsed."},
	{"sentence starts with a figure", "It fell in 2023.| 40 states signed."},
	{"ellipsis", "Growth ... slowed, they said.| Then it stopped ... for good."},
	{"ellipsis at the end", "They waited...| But nobody came."},
	{"quotation", "“We will act.”| The minister left."},
	{"quotation goes on", "“Will it hold?” asked the envoy.| Nobody knew."},
	{"bracket", "Prices rose (see Annex A.)| They fell later."},
	{"citation", "Debt doubled.[12]| It fell later. [3]| It rose again.[4][5]"},
	{"footnote", "Debt reached 60 percent.12| The bank “will act.”3| So it did."},
	{"lost space", "It began the crisis.|But it ended."},
	{"line break", "Growth will slow\nthis year.| It will\nrecover."},
	{"exclamation", "Act now!| Or wait?| Neither."},
	{"list marker", "1. Growth will slow.| It will recover."},
	{"et cetera", "Oil, gas, etc.| Prices fell."},
	{"et al", "Lind et al. (2017) agree.| Others differ."},
	{"lower case", "The firm, est. in 1990, is Shell plc. and others."},
	{"version", "See section 4.2.1 for that.| It is short."},
	{"address", "See www.example.org/a.html.| It is long."},
	{"blank line", "A heading\n\n|A sentence."},
}

func TestHard(t *testing.T) {
	for _, c := range hardCases {
		var text string
		var want []string
		for part := range strings.SplitSeq(c.marked, "|") {
			text += part
			want = append(want, strings.TrimSpace(part))
		}
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, s.In(text))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
