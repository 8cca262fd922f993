package corpus

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
)

// pageWord matches a word of Unicode, as \w does in Python.
var pageWord = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// shingles counts the runs of four words in a text; a shorter text is one run.
func shingles(text string) map[string]int {
	words := pageWord.FindAllString(text, -1)
	runs := map[string]int{}
	if len(words) > 0 && len(words) < 4 {
		runs[strings.Join(words, " ")]++
	}
	for i := 0; i+4 <= len(words); i++ {
		runs[strings.Join(words[i:i+4], " ")]++
	}
	return runs
}

// pageScore is how far the text that was read from a page and the one that people marked
// as its article have runs of words in common.
type pageScore struct {
	name              string
	precision, recall float64
}

func scorePage(name, want, got string) pageScore {
	a, b := shingles(want), shingles(got)
	common, inWant, inGot := 0, 0, 0
	for run, n := range a {
		common += min(n, b[run])
		inWant += n
	}
	for _, n := range b {
		inGot += n
	}
	return pageScore{name, float64(common) / float64(max(1, inGot)), float64(common) / float64(max(1, inWant))}
}

// articleBody is the text of a brief without title and byline.
func articleBody(d *Document) string {
	var parts []string
	for _, b := range d.Blocks {
		if role := d.Sections[d.SectionAt(b.Start)].Role; role != RoleTitle && role != RoleByline {
			parts = append(parts, d.Words(b.Span))
		}
	}
	return strings.Join(parts, "\n")
}

// The articles of real pages are found. Measured as scrapinghub/article-extraction-benchmark
// does: precision and recall of runs of four words, each averaged over the pages, and F1 of
// the averages. With -v, the pages that are read worst are listed.
func TestSharedPages(t *testing.T) {
	folder := filepath.Join(shared, "bench", "html")
	raw, err := os.ReadFile(filepath.Join(folder, "ground-truth.json"))
	if err != nil {
		t.Skipf("no real pages or texts beside the repository: %v", err)
	}
	var truth map[string]struct{ ArticleBody string }
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	var scores []pageScore
	var sum pageScore
	for name, page := range truth {
		d, err := Read(Source{Name: name + ".html", Open: func() (io.ReadCloser, error) { return openPage(folder, name) }}, DefaultLimits)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := sound(d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		s := scorePage(name, page.ArticleBody, articleBody(d))
		scores = append(scores, s)
		sum.precision += s.precision
		sum.recall += s.recall
	}
	sort.Slice(scores, func(i, j int) bool {
		a, b := scores[i], scores[j]
		return a.precision+a.recall < b.precision+b.recall || a.precision+a.recall == b.precision+b.recall && a.name < b.name
	})
	for _, s := range scores[:min(20, len(scores))] {
		t.Logf("%s: precision %.3f, recall %.3f", s.name, s.precision, s.recall)
	}
	n := float64(len(truth))
	precision, recall := sum.precision/n, sum.recall/n
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d pages: precision %.4f, recall %.4f, F1 %.4f", len(truth), precision, recall, f1)
	if f1 < pagesFloor {
		t.Errorf("F1 is %.4f, want %.3f or more", f1, pagesFloor)
	}
}

// pagesFloor is the least F1 on the shared pages.
const pagesFloor = 0.975

// openPage opens the page of this name, which is stored compressed.
func openPage(folder, name string) (io.ReadCloser, error) {
	raw, err := os.ReadFile(filepath.Join(folder, "pages", name+".html.gz"))
	if err != nil {
		return nil, err
	}
	return gzip.NewReader(bytes.NewReader(raw))
}

func BenchmarkReadSharedPages(b *testing.B) {
	folder := filepath.Join(shared, "bench", "html")
	names, err := filepath.Glob(filepath.Join(folder, "pages", "*.html.gz"))
	if err != nil || len(names) == 0 {
		b.Skip("no pages:", folder)
	}
	var pages []string
	size := 0
	for _, name := range names {
		r, err := openPage(folder, strings.TrimSuffix(filepath.Base(name), ".html.gz"))
		if err != nil {
			b.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, string(raw))
		size += len(raw)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, page := range pages {
			if _, err := Read(memory("a.html", page), DefaultLimits); err != nil {
				b.Fatal(err)
			}
		}
	}
}
