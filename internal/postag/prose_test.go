package postag

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"augury/internal/segment"
)

// prose's own tags are compared with ours over prose's own tokens, because the two cut
// text differently. Where prose is at fault they are not compared:
//
//   - prose keeps the tokens of a run of text between spaces and uses the same ones again
//     where the run is repeated, so that the tag of the last "the" overwrites those of all
//     the others. Only the last occurrence of a word is compared.
//   - It takes for the address of a page, and so for a noun, whatever has a full stop
//     inside and two characters behind it: "0.25", "1.75", "growth.The".
//   - It gives "0" and "*" the tag -NONE-, which marks a trace in the Treebank.
//   - It has the training text's marks replaced by some that the model never saw: " for “
//     and ”. Brackets, dashes and currency signs beyond ASCII it never saw either. It
//     guesses, and the guess misleads it about the words beside.
//   - It gives a hyphen alone the tag "-", which is none of the Treebank's.
//
// A sentence with such a word is left out whole, as each tag depends on those before it.
func misleadsProse(word string) bool {
	switch word {
	case `"`, "0", "-":
		return true
	}
	return inPenn(word) != word || likeAddress.MatchString(word) && !isAddress(word)
}

// likeAddress is what prose takes for an address of a page, put shortly.
var likeAddress = regexp.MustCompile(`[a-z0-9.-][.][^\s()<>]+[^\s!()\[\]{};:'".,<>?]`)

// proseModel loads prose's model once: NewDocument alone would decode it at each call.
func proseModel() *prose.Model { return prose.ModelFromData("en") }

// compare tags text with prose and with our tagger and reports where they differ. It
// returns the number of tags compared.
func compare(t *testing.T, tagger *Tagger, model *prose.Model, text string) int {
	t.Helper()
	doc, err := prose.NewDocument(text, prose.UsingModel(model), prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	tokens := doc.Tokens()
	words := make([]string, len(tokens))
	final := make(map[string]int)
	for i, token := range tokens {
		if misleadsProse(token.Text) {
			return 0
		}
		words[i] = token.Text
		final[token.Text] = i
	}
	tags := tagger.Tag(words)
	for i, token := range tokens {
		if final[token.Text] == i && tags[i] != token.Tag {
			t.Errorf("%q: %q is %s, prose has %s", text, token.Text, tags[i], token.Tag)
		}
	}
	return len(final)
}

func load(t testing.TB) *Tagger {
	t.Helper()
	tagger, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

// newsSentences are of many kinds, and free of what misleads prose.
var newsSentences = []string{
	"Growth will likely slow next year.",
	"The central bank is expected to raise rates in June.",
	"Kestrel Bank did not say whether it would cut its forecast.",
	"Officials in Tashkent and Dushanbe signed a water treaty on Monday.",
	"If talks fail, the ceasefire may collapse within weeks.",
	"Neither side wants a war, but both are arming.",
	"She won't run again, her aide told reporters.",
	"They're planning to double exports by 2030.",
	"Prices rose 3% in May after falling 2% in April.",
	"The U.S. Treasury issued $40 billion of ten-year notes.",
	"It can't be ruled out that sanctions will follow.",
	"Russia's share of the market has fallen to about 12 percent.",
	"The world's largest lithium mine opened in 1998.",
	"Who will pay for the bridge?",
	"Do not expect a quick recovery!",
	"There is little doubt that demand could weaken further.",
	"Most analysts see a one-in-five chance of recession.",
	"A long-term plan to connect the two grids was shelved.",
	"The ministry has been reviewing the policy since last autumn.",
	"Mr. Lind, a former judge, leads the inquiry.",
	"Having lost the vote, the party split into three factions.",
	"Inflation, which peaked in January, is now easing slowly.",
	"To win, the coalition must hold the north.",
	"The generals who seized power promised elections.",
	"Harbour Corp. said it would close two plants.",
	"Its new president was sworn in yesterday.",
	"Nearly half of those polled oppose the deal.",
	"The better trained units were sent to the border first.",
	"Fewer ships are passing through the strait these days.",
	"He has never visited the region.",
	"Farmers' unions blocked the main roads.",
	"That would be the worst outcome for smaller firms.",
	"By then, the reservoir had already dried up.",
	"What matters most is how fast lenders respond.",
	"Wheat, maize and rice yields are projected to decline.",
	"Two of the five members dissented.",
	"Some 400,000 people were displaced, the agency estimates.",
	"Ports along the coast remain closed because of the storm.",
	"The pact, signed in Geneva in 2015, expires at midnight.",
	"Tensions between the neighbours have eased somewhat.",
	"Investors should not read too much into one month's data.",
	"The committee agreed to keep its target unchanged.",
	"Several refineries were hit; none stopped working.",
	"Rebels took the airport, then the radio station.",
	"Even a small error might trigger a wider conflict.",
	"The army is unlikely to give up power.",
	"Brazilian and Argentine producers compete for the same buyers.",
	"Public debt stood at 61.4 percent of output.",
	"An outbreak as severe as this one has not been seen before.",
	"Once ratified, the accord takes effect immediately.",
	"The bill passed the Senate by 52 votes to 47.",
	"Many younger voters stayed at home.",
	"Turnout was higher than in any election since independence.",
	"Cheap imports have driven local makers out of business.",
	"The envoy met with tribal elders in Marib (Yemen).",
	"Critics call it a land grab: nobody was consulted.",
	"On Thursday, the court will hear the first of nine appeals.",
	"Whoever wins will inherit an empty treasury.",
	"The island imports almost all of its fuel.",
	"Banks were told to set aside more capital.",
	"Rising seas threaten to flood the delta.",
	"Let us assume that oil stays below $70.",
	"The first stage of the project is on track.",
	"Migrants from Eritrea, Sudan and Chad keep arriving.",
	"A spokesman for the group declined to comment.",
	"Nothing suggests that the regime is about to fall.",
}

func TestSameAsProse(t *testing.T) {
	tagger, model := load(t), proseModel()
	for _, sentence := range newsSentences {
		if compare(t, tagger, model, sentence) == 0 {
			t.Errorf("%q has a word that misleads prose", sentence)
		}
	}
}

// TestSameAsProseOnTexts compares whole briefs, where they are at hand.
func TestSameAsProseOnTexts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "texts", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("no texts beside the repository to compare on")
	}
	tagger, model := load(t), proseModel()
	compared := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(text), "\n") {
			for _, sentence := range segment.Sentences(block) {
				compared += compare(t, tagger, model, sentence.In(block))
			}
		}
	}
	t.Logf("compared %d tags", compared)
}
