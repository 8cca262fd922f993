package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sentenceCases hold one block each; a bar stands where one sentence ends and the next
// starts. They are hard in one way each, the first few aside.
var sentenceCases = []struct{ name, marked string }{
	{"full stop", "Growth slowed.| Prices rose."},
	{"question and exclamation", "Act now!| Or wait?| Neither, said one.| What?!| Yes."},
	{"no final mark", "Outlook for the region"},
	{"line break", "Growth will slow\nthis year.| It will\nrecover.\n|Rates fell."},
	{"blank line", "A heading\n \n|A sentence."},

	{"initialism before a noun", "The U.S. economy and the U.K. Treasury slowed.| Prices rose."},
	{"initialism at the end", "Exports went to the U.S.| The rest stayed.| Not so in the E.U.| However, it may."},
	{"initialism over a line break", "The U.S.\nTreasury agreed.| It paid."},
	{"initialism in quotation marks", "They left the “U.S.” and the U.S. “green zone.”| It held."},
	{"time of day", "Talks end at 5 p.m. on Monday.| They resume at 9 a.m.| The mood is poor."},
	{"degree", "Ana Ruiz, Ph.D. and M.Sc., wrote it."},
	{"titles", "Dr. Okafor met Sen. Will Lind and Lt.-Gen. Haas.| Both agreed."},
	{"titles in capitals", "REMARKS BY GEN. HAAS AND SEN. LIND"},
	{"saints and streets", "The St. Lawrence froze.| Wall St. waited.| They live on Main St.| The rest do not."},
	{"firm before a name", "Harbour Inc. Chair Ana Ruiz and Lind Bros. Ltd. resigned.| Shares fell."},
	{"firm at the end", "She runs Harbour Inc.| It is small."},
	{"months", "It starts on Sept. 11 and ends in Dec. 2026.| Then it closes."},
	{"states", "The plant in Tulsa, Okla. and one in Akron, Ohio closed.| None reopened."},
	{"word before a number", "Paragraph No. 5 and Figs. 3 and 4 apply (cf. pp. 9 and Art. IV).| Others do not."},
	{"the same word before none", "Was it legal?| The court said no.| Nobody asked about the art.| It was sold."},
	{"pointing words", "Some states, e.g. Chad, vs. others, i.e. Mali, differ.| That is known."},
	{"rough figure", "It costs approx. 40 million (est. 2020).| Nobody pays."},
	{"initials", "J. K. Marlowe and A. I. Berg wrote it.| George W. Hale agreed."},
	{"letter that is a name", "They chose Plan B.| The board agreed.| After World War I.| Germany paid."},
	{"versus", "The case was Hale v. Harbour Corp. until 1990.| Then it was closed."},
	{"et cetera", "Oil, gas, etc.| Prices fell, etc. as before."},
	{"et al", "Lind et al. (2017) and Hale et al. agree.| Others differ."},

	{"decimal", "Rates rose to 3.5 percent.| Then they fell to 2.25.| Now it is .5 percent."},
	{"year at the end", "It was signed in 2019.| Two years later it lapsed."},
	{"sentence that starts with a figure", "It fell in 2023.| 40 states signed.| 60% of them left."},
	{"list marker", "1. Growth will slow.| It will recover."},
	{"marker of several levels", "2.1. Growth will slow."},
	{"marker in letters", "iv. Growth will slow.| B. is no sentence."},
	{"caption", "Figure 2. Trade by partner.| Table 3.1. Debt"},
	{"version", "See section 4.2.1 for that.| It is short."},

	{"ellipsis inside", "Growth ... slowed, they said, […] and Asia … Europe followed."},
	{"ellipsis at the end", "They waited...| But nobody came…| The end."},
	{"spaced ellipsis", "It was . . . a failure. . . .| Prices fell . . . and rose."},
	{"quotation", "“We will act.”| The minister left.| 'No.'| \"Yes.\"| So they said."},
	{"quotation that goes on", "“Will it hold?” asked the envoy, “or not!” – he smiled.| Nobody knew."},
	{"bracket", "Prices rose (see Annex A.)| They fell later.| (Not in Chad.)| Then it ended."},
	{"mark inside a bracket", "The plan (really!), they said, and the other (why?) failed."},
	{"emphasis", "**Debt doubled.**| It fell later."},

	{"citation", "Debt doubled.[12]| It fell later. [3]| It rose again.[4][5, 6]| It “held.” [7-9]"},
	{"bracket that is no citation", "Debt doubled.| [It fell later.]"},
	{"footnote", "Debt reached 60 percent.12| The bank “will act.”3| So it did.4"},
	{"spaced footnote", "Debt reached 60 percent. 12| In May it fell."},
	{"superscript", "Debt doubled.¹²| It fell later."},
	{"figure that is no footnote", "It rose by 3.12 and version v.2 and No.5 held."},
	{"lost space", "It began the crisis.|But it ended in Syria.|The rest did not."},
	{"name with a stop inside", "Shares of Harbour.Com and Data.Net fell."},
	{"address", "See www.example.org/a.Html or http://example.org/?Page=1.| It is long."},
	{"mailbox", "Write to press@example.org.| Nobody answers."},
	{"space without width", "Growth slowed.\u200b| Prices rose.\ufeff"},
	{"no-break space", "Growth slowed.\u00a0| Prices rose at 5\u00a0p.m. today."},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		t.Run(c.name, func(t *testing.T) {
			var want []string
			for part := range strings.SplitSeq(c.marked, "|") {
				want = append(want, strings.TrimFunc(part, isBlank))
			}
			text := strings.ReplaceAll(c.marked, "|", "")
			var got []string
			for _, s := range Sentences(text) {
				got = append(got, s.In(text))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
