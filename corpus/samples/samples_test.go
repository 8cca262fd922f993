package samples

import (
	"encoding/json"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

const goldSuffix = ".gold.json"

// briefs reads every brief with its gold, by file name.
func briefs(t *testing.T) map[string]brief {
	t.Helper()
	all := map[string]brief{}
	entries, err := fs.ReadDir(FS, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if strings.HasSuffix(name, goldSuffix) {
			continue
		}
		source := corpus.Source{Name: name, Open: func() (io.ReadCloser, error) { return FS.Open(name) }}
		document, err := corpus.Read(source, corpus.DefaultLimits)
		if err != nil {
			t.Fatalf("read %s: %v", name, err)
		}
		content, err := fs.ReadFile(FS, strings.TrimSuffix(name, path.Ext(name))+goldSuffix)
		if err != nil {
			t.Fatalf("%s has no gold: %v", name, err)
		}
		var gold corpus.Record
		if err := json.Unmarshal(content, &gold); err != nil {
			t.Fatalf("gold of %s: %v", name, err)
		}
		all[name] = brief{document, gold}
	}
	return all
}

type brief struct {
	document *corpus.Document
	gold     corpus.Record
}

func TestGoldHolds(t *testing.T) {
	for name, b := range briefs(t) {
		if err := b.gold.Check(b.document.Text); err != nil {
			t.Errorf("%s:\n%v", name, err)
		}
	}
}

// A span that starts or ends in white space, or within a word, is a slip of annotation.
func TestSpansAreWholeWords(t *testing.T) {
	for name, b := range briefs(t) {
		for _, quoted := range quotes(b.gold) {
			if quoted.Text != strings.TrimSpace(quoted.Text) {
				t.Errorf("%s: white space around %q", name, quoted.Text)
			}
			if cutsWord(b.document.Text, quoted.Start) || cutsWord(b.document.Text, quoted.End) {
				t.Errorf("%s: %q starts or ends within a word", name, quoted.Text)
			}
		}
	}
}

func quotes(gold corpus.Record) []corpus.Quoted {
	var list []corpus.Quoted
	for _, e := range gold.Entities {
		list = append(list, e.Quoted)
	}
	for _, p := range gold.Percentages {
		list = append(list, p.Quoted)
	}
	for _, c := range gold.Claims {
		list = append(list, c.Quoted, c.Cue)
	}
	return list
}

func cutsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r > 0xbf && r < 0x250)
}

// Entities do not overlap, and mentions of one canonical name have one label and country.
func TestEntitiesAgree(t *testing.T) {
	for name, b := range briefs(t) {
		end := 0
		named := map[string]corpus.RecordEntity{}
		for _, e := range b.gold.Entities {
			if e.Start < end {
				t.Errorf("%s: %q overlaps the mention before it or is out of order", name, e.Text)
			}
			end = e.End
			first, seen := named[e.Canonical]
			if !seen {
				named[e.Canonical] = e
				continue
			}
			if first.Label != e.Label || country(first) != country(e) {
				t.Errorf("%s: %s is %s %s and %s %s", name, e.Canonical, first.Label, country(first), e.Label, country(e))
			}
		}
	}
}

func country(e corpus.RecordEntity) string {
	if e.Country == nil {
		return ""
	}
	return *e.Country
}

// A horizon other than none was read from somewhere, and a plan or schedule is stated.
func TestClaimsAgree(t *testing.T) {
	for name, b := range briefs(t) {
		for _, c := range b.gold.Claims {
			if (c.Horizon == corpus.HorizonNone) != (c.HorizonText == nil) {
				t.Errorf("%s: %q has horizon %s and horizon_text %v", name, c.Text, c.Horizon, c.HorizonText)
			}
			planned := c.Type == corpus.Plan || c.Type == corpus.Scheduled
			if planned != (c.Certainty == corpus.Stated) {
				t.Errorf("%s: %q is a %s of certainty %s", name, c.Text, c.Type, c.Certainty)
			}
		}
	}
}

func TestReadersFindWhoWroteWhatWhen(t *testing.T) {
	for name, b := range briefs(t) {
		want := b.gold.Document
		if want == nil {
			continue // a memo or minutes that do not say so plainly
		}
		d := b.document
		got := &corpus.RecordDocument{Title: d.Title, Authors: append([]string{}, d.Authors...),
			Published: d.Published.String(), Outlet: d.Outlet, Language: d.Language}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// The set covers what it is there for: formats, labels, types, classes and text beyond ASCII.
func TestVariety(t *testing.T) {
	formats := map[string]int{}
	classes := map[string]int{}
	for name, b := range briefs(t) {
		formats[path.Ext(name)]++
		for _, e := range b.gold.Entities {
			classes[string(e.Label)]++
		}
		for _, p := range b.gold.Percentages {
			classes[string(p.Unit)]++
			classes[string(p.Bound)]++
		}
		for _, c := range b.gold.Claims {
			classes[string(c.Type)]++
			classes[string(c.Certainty)]++
			classes["horizon "+string(c.Horizon)]++
			if c.Negated {
				classes["negated"]++
			}
		}
		if words := len(strings.Fields(b.document.Text)); words < 250 || words > 600 {
			t.Errorf("%s has %d words, want 250 to 600", name, words)
		}
		if path.Ext(name) == ".html" && len(b.document.Text) == utf8.RuneCountInString(b.document.Text) {
			t.Errorf("%s is ASCII throughout", name)
		}
	}
	for _, format := range []string{".txt", ".md", ".html"} {
		if formats[format] < 3 {
			t.Errorf("%d briefs in %s, want 3", formats[format], format)
		}
	}
	want := []string{"negated", string(corpus.Percent), string(corpus.PercentagePoint), string(corpus.BasisPoint),
		string(corpus.Exact), string(corpus.About), string(corpus.AtLeast), string(corpus.AtMost)}
	for _, label := range corpus.Labels {
		want = append(want, string(label))
	}
	for _, kind := range corpus.ClaimTypes {
		want = append(want, string(kind))
	}
	for _, certainty := range corpus.Certainties {
		want = append(want, string(certainty))
	}
	for _, horizon := range corpus.Horizons {
		want = append(want, "horizon "+string(horizon))
	}
	for _, class := range want {
		if classes[class] == 0 {
			t.Errorf("no brief has a finding of class %s", class)
		}
	}
}
