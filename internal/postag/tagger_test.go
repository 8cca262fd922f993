package postag

import (
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"

	"augury/internal/segment"
)

// tagCases hold words with their tags, where prose is at fault or has nothing to compare
// with, and at the edges.
var tagCases = []struct{ name, text, tags string }{
	{"nothing", "", ""},
	{"one word", "Growth", "NN"},
	{"modal and verb", "Growth will likely slow .", "NN MD RB VB ."},
	{"parts of cannot", "It can not hold .", "PRP MD RB VB ."},
	{"parts of won't", "It wo n't hold .", "PRP MD RB VB ."},
	{"curly apostrophe", "It wo n’t hold China ’s debt .", "PRP MD RB VB NNP POS NN ."},
	{"figures with a point", "It fell to 0.25 from 3.75 percent .", "PRP VBD TO CD IN CD NN ."},
	{"nought", "It fell to 0 percent .", "PRP VBD TO CD NN ."},
	{"straight quotation marks", `" We will act , " he said .`, "`` PRP MD VB , '' PRP VBD ."},
	{"two quotations", `A " green " and a " blue " bank`, "DT `` JJ '' CC DT `` JJ '' NN"},
	{"quotation that only ends here", `He said so . "`, "PRP VBD RB . ''"},
	{"curly quotation marks", "“ We will act , ” he said .", "`` PRP MD VB , '' PRP VBD ."},
	{"brackets", "The trade [ in oil ] fell .", "DT NN ( IN NN ) VBD ."},
	{"dashes", "Its growth — in Chad – fell - so what ?", "PRP$ NN : IN NNP : VBD : RB WP ."},
	{"currencies", "It cost € 5 , £ 6 or HK$ 7 .", "PRP VBD $ CD , $ CD CC $ CD ."},
	{"address", "See www.example.org or http://example.org .", "VB NN CC NN ."},
	{"soft hyphen", "It will co\u00adoperate .", "PRP MD VB ."},
	{"empty word", "a  b", "DT  NN"},
}

func TestTag(t *testing.T) {
	tagger := load(t)
	for _, c := range tagCases {
		t.Run(c.name, func(t *testing.T) {
			words := strings.Split(c.text, " ")
			if c.text == "" {
				words = nil
			}
			if got := strings.Join(tagger.Tag(words), " "); got != c.tags {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.tags)
			}
		})
	}
}

// TestCurlyAsStraight holds that the form of apostrophes and quotation marks changes no tag.
func TestCurlyAsStraight(t *testing.T) {
	tagger := load(t)
	curly := strings.Fields("The ministers ’ aides do n’t say “ no ” , it ’s “ not yet ” , they ’ll add .")
	straight := strings.Fields(`The ministers ' aides do n't say " no " , it 's " not yet " , they 'll add .`)
	want := tagger.Tag(straight)
	for i, tag := range tagger.Tag(curly) {
		if tag != want[i] {
			t.Errorf("%s is %s, %s is %s", curly[i], tag, straight[i], want[i])
		}
	}
}

// TestTagConcurrently is there for the race detector.
func TestTagConcurrently(t *testing.T) {
	tagger := load(t)
	words := strings.Fields(newsSentences[0])
	want := strings.Join(tagger.Tag(words), " ")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 100 {
				if got := strings.Join(tagger.Tag(words), " "); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	group.Wait()
}

func FuzzTag(f *testing.F) {
	for _, c := range tagCases {
		f.Add(c.text)
	}
	tagger := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		tags := tagger.Tag(words)
		if len(tags) != len(words) {
			t.Fatalf("%d tags for %d words", len(tags), len(words))
		}
		for i, tag := range tags {
			if (tag == "") != (words[i] == "") {
				t.Fatalf("word %q has the tag %q", words[i], tag)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	tagger := load(b)
	var sentences [][]string
	tokens := 0
	for _, sentence := range newsSentences {
		var words []string
		for _, token := range segment.Tokens(sentence) {
			words = append(words, token.In(sentence))
		}
		sentences = append(sentences, words)
		tokens += len(words)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, words := range sentences {
			tagger.Tag(words)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkProse measures prose at the same sentences, its cutting of tokens included, its
// loading not.
func BenchmarkProse(b *testing.B) {
	model := proseModel()
	tokens := 0
	for b.Loop() {
		for _, sentence := range newsSentences {
			doc, err := prose.NewDocument(sentence, prose.UsingModel(model), prose.WithSegmentation(false), prose.WithExtraction(false))
			if err != nil {
				b.Fatal(err)
			}
			tokens += len(doc.Tokens())
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
