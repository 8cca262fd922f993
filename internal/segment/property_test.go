package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"augury/internal/span"
)

// covers reports what is wrong with the spans that a text was cut into: they must be in
// order, cut no character, and leave nothing but white space outside.
func covers(t interface{ Fatalf(string, ...any) }, text string, spans []span.Span) {
	end := 0
	for _, s := range spans {
		if s.Empty() || s.Start < end || s.End > len(text) {
			t.Fatalf("%q: span %v behind byte %d", text, s, end)
		}
		if gap := text[end:s.Start]; strings.TrimFunc(gap, isBlank) != "" {
			t.Fatalf("%q: %q left out", text, gap)
		}
		words := s.In(text)
		if strings.TrimFunc(words, isBlank) != words {
			t.Fatalf("%q: white space around %q", text, words)
		}
		if utf8.ValidString(text) && !utf8.ValidString(words) {
			t.Fatalf("%q: %q cuts a character", text, words)
		}
		end = s.End
	}
	if rest := text[end:]; strings.TrimFunc(rest, isBlank) != "" {
		t.Fatalf("%q: %q left out", text, rest)
	}
}

func checkSentences(t interface{ Fatalf(string, ...any) }, text string) {
	covers(t, text, Sentences(text))
}

func checkTokens(t interface{ Fatalf(string, ...any) }, text string) {
	tokens := Tokens(text)
	covers(t, text, tokens)
	for _, token := range tokens {
		if words := token.In(text); strings.ContainsFunc(words, isBlank) {
			t.Fatalf("%q: white space in %q", text, words)
		}
	}
}

// blocks draws text that is made of what the rules look at.
func blocks() *rapid.Generator[string] {
	pieces := rapid.SampledFrom([]string{
		"growth", "The", "U.S.", "Inc.", "No.", "J.", "e.g.", "etc.", "don't", "cannot", "China’s", "2.4-per-cent",
		"3.5", "1,000", "12", "%", "$", "US$", "http://example.org/a.b", "www.", "@", ".", "..", "?", "!", "…", ",",
		"(", ")", "[", "]", "[12]", "“", "”", "‘", "’", "'", "\"", "-", "--", "–", "—", "/", "&", "*", "¹",
		" ", " ", " ", "\n", "\n\n", "\u00a0", "\u200b", "\u00ad", "\u0308", "世", "\xff",
	})
	return rapid.Map(rapid.SliceOfN(pieces, 0, 40), func(drawn []string) string { return strings.Join(drawn, "") })
}

func TestEveryByteIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(blocks(), rapid.String()).Draw(t, "text")
		checkSentences(t, text)
		checkTokens(t, text)
	})
}

// TestTokensInSentences holds that tokens of a whole block cross no end of a sentence.
func TestTokensInSentences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := blocks().Draw(t, "text")
		sentences := Sentences(text)
		for _, token := range Tokens(text) {
			for len(sentences) > 0 && sentences[0].End <= token.Start {
				sentences = sentences[1:]
			}
			if len(sentences) == 0 || !sentences[0].Contains(token) {
				t.Fatalf("%q: token %q crosses the end of a sentence", text, token.In(text))
			}
		}
	})
}

func FuzzSentences(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(strings.ReplaceAll(c.marked, "|", ""))
	}
	f.Fuzz(func(t *testing.T, text string) { checkSentences(t, text) })
}

func FuzzTokens(f *testing.F) {
	for _, c := range tokenCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkTokens(t, text) })
}

// brief is some paragraphs of plain prose, for the benchmarks.
var brief = strings.Repeat("The U.S. economy is expected to grow by 3.5% in 2026, the bank said on Sept. 12. "+
	"“We will not act,” its governor, Dr. Ana Ruiz, added; prices won't rise before the spring. "+
	"Trade with Harbour Inc. and its peers (some 40 firms in all) could recover next year. ", 400)

func BenchmarkSentences(b *testing.B) {
	b.SetBytes(int64(len(brief)))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(brief)
	}
}

func BenchmarkTokens(b *testing.B) {
	b.SetBytes(int64(len(brief)))
	b.ReportAllocs()
	for b.Loop() {
		Tokens(brief)
	}
}
