package corpus

import (
	"strings"
	"testing"
)

func benchmarkRead(b *testing.B, name, content string) {
	source := memory(name, content)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if _, err := Read(source, DefaultLimits); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadText(b *testing.B) {
	paragraph := strings.Repeat("The lake feeds four states that do not agree on what to do. ", 10) + "\n\n"
	benchmarkRead(b, "a.txt", strings.Repeat(outlines[1].text+"\n\n"+strings.Repeat(paragraph, 20), 10))
}

func BenchmarkReadWrappedText(b *testing.B) {
	benchmarkRead(b, "a.txt", strings.Repeat(outlines[2].text+"\n\n", 100))
}

func BenchmarkReadMarkdown(b *testing.B) {
	_, body := cutFrontMatter(markdownBrief)
	benchmarkRead(b, "a.md", strings.Repeat(body+"\n\n", 100))
}

func BenchmarkReadPlainHTML(b *testing.B) {
	benchmarkRead(b, "a.html", strings.Repeat(handmade, 100))
}

func BenchmarkReadSite(b *testing.B) {
	at := strings.Index(site, "<p>The delta")
	benchmarkRead(b, "a.html", site[:at]+strings.Repeat("<p>The delta feeds five states, and its rivers have lost 30% of their flow.</p>\n", 200)+site[at:])
}

func BenchmarkHeadingRole(b *testing.B) {
	for b.Loop() {
		headingRole("3.2 The outlook for inflation, 2025-2027")
		headingRole("Exports and imports")
	}
}
