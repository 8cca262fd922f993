package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tokenCases hold a sentence each and its tokens, with spaces between.
var tokenCases = []struct{ name, text, tokens string }{
	{"words and marks", "Prices, wages (and rents) rose; debt fell: why?!", "Prices , wages ( and rents ) rose ; debt fell : why ? !"},
	{"nothing", " \n\t", ""},

	{"straight quotation marks", `"Stay," he said, 'or go.'`, `" Stay , " he said , ' or go . '`},
	{"curly quotation marks", "“Stay,” the ‘multi-vector’ camp said.”", "“ Stay , ” the ‘ multi-vector ’ camp said . ”"},
	{"possessive", "China's debt and the states' share, U.S.'s too", "China 's debt and the states ' share , U.S. 's too"},
	{"curly possessive", "China’s debt and the states’ share", "China ’s debt and the states ’ share"},
	{"possessive behind a mark", "the “bloc”’s aims (EU)'s", "the “ bloc ” ’s aims ( EU ) 's"},
	{"negation", "They won't, can't, don’t and DIDN'T", "They wo n't , ca n't , do n’t and DID N'T"},
	{"cannot", "It cannot hold. Cannot it? Cannots", "It can not hold . Can not it ? Cannots"},
	{"short verbs", "We'll go, they're here, I've I'd I'm, it’s", "We 'll go , they 're here , I 've I 'd I 'm , it ’s"},
	{"apostrophe in a name", "O'Brien of Xi’an, Qur'an, N'Djamena, Gov't, Sana'a", "O'Brien of Xi’an , Qur'an , N'Djamena , Gov't , Sana'a"},
	{"apostrophe before a word", "the '90s, 'tis, ’08", "the '90s , 'tis , ’08"},

	{"percent", "3.5% to 4 %, 3-5% (5%-10%)", "3.5 % to 4 % , 3-5 % ( 5 % - 10 % )"},
	{"currency", "$1,200.50 or €5bn, US$5, HK$3m, 5€, $.50", "$ 1,200.50 or € 5bn , US$ 5 , HK$ 3m , 5 € , $ .50"},
	{"signs", "-5 and (+3.2), −4; a-5", "-5 and ( +3.2 ) , −4 ; a-5"},
	{"figures", "1,000,000 at 10:30, 3/4, .5, 1990s, 2nd, km², ½", "1,000,000 at 10:30 , 3/4 , .5 , 1990s , 2nd , km² , ½"},
	{"figures in a list", "10, 12 and 15.", "10 , 12 and 15 ."},
	{"degrees", "1.5°C", "1.5 ° C"},

	{"hyphens", "a 2.4-per-cent, ten-year, U.S.-led, mid-2024 multi\u2010vector co-op-", "a 2.4-per-cent , ten-year , U.S.-led , mid-2024 multi\u2010vector co-op -"},
	{"dashes", "growth—slow – or none--at 3–5, 2019—20", "growth — slow – or none -- at 3 – 5 , 2019 — 20"},
	{"ellipses", "so... it … (...) went....", "so ... it … ( ... ) went ...."},
	{"strokes", "and/or Chad/Niger, km/h, N/A, 24/7", "and/or Chad / Niger , km/h , N/A , 24/7"},
	{"ampersand", "AT&T & R&D", "AT&T & R&D"},

	{"initialisms", "the U.S., the U.N. and the U.S. at 5 p.m.", "the U.S. , the U.N. and the U.S. at 5 p.m."},
	{"abbreviations", "Dr. Hale of Harbour Inc. in Sept. et al., etc.", "Dr. Hale of Harbour Inc. in Sept. et al. , etc."},
	{"word before a number", "No. 5, Figs. 3, no.5 but no. And no.", "No. 5 , Figs. 3 , no. 5 but no . And no ."},
	{"initials", "J. K. Marlowe chose Plan B. They did.", "J. K. Marlowe chose Plan B . They did ."},
	{"initial at the end", "That is Malcolm X.", "That is Malcolm X ."},
	{"list marker", "1. Growth", "1 . Growth"},
	{"lost space", "the crisis.But it,too;went", "the crisis . But it , too ; went"},
	{"footnotes", "60 percent.12 For the bank,³ and", "60 percent . 12 For the bank , ³ and"},

	{"page", "(see https://example.org/a_(b).html?c=1,2#d).", "( see https://example.org/a_(b).html?c=1,2#d ) ."},
	{"page in brackets", "[a](http://example.org) www.example.org/x, data.example.org", "[ a ] ( http://example.org ) www.example.org/x , data.example.org"},
	{"mailbox and handle", "press.office@example.org or @office.", "press.office@example.org or @office ."},

	{"soft hyphen", "co\u00adoperate.", "co\u00adoperate ."},
	{"space without width", "one\u200btwo", "one two"},
	{"direction marks", "Marib (مأرب\u200e\u200e)", "Marib ( مأرب )"},
	{"accents", "São Tomé, Łódź, Zu\u0308rich", "São Tomé , Łódź , Zu\u0308rich"},
	{"bullet", "• Growth * slow", "• Growth * slow"},
}

func TestTokens(t *testing.T) {
	for _, c := range tokenCases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, token := range Tokens(c.text) {
				got = append(got, token.In(c.text))
			}
			if diff := cmp.Diff(strings.Fields(c.tokens), got); diff != "" && len(c.tokens)+len(got) > 0 {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
