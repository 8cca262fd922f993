package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shared is where the collections of real briefs lie, beside the project; tests that use
// them are skipped where they are not there.
var shared = filepath.Join("..", "..", "shared")

// Real briefs are read soundly, keep their bytes and words, and are in English.
func TestSharedTexts(t *testing.T) {
	n := 0
	for source, err := range Sources([]string{filepath.Join(shared, "texts"), filepath.Join(shared, "gold")}, nil) {
		if errors.Is(err, os.ErrNotExist) {
			t.Skipf("no real pages or texts beside the repository: %v", err)
		}
		if err != nil {
			t.Error(err)
			continue
		}
		d, err := Read(source, DefaultLimits)
		if err != nil {
			t.Error(err)
			continue
		}
		n++
		if err := sound(d); err != nil {
			t.Errorf("%s: %v", source.Name, err)
		}
		if words := outside(d); words != "" {
			t.Errorf("%s: %q lies in no block", source.Name, words)
		}
		if d.Format != FormatText {
			continue
		}
		if raw, err := os.ReadFile(source.Name); err != nil || string(raw) != d.Text {
			t.Errorf("%s: the text is not the file's bytes (%v)", source.Name, err)
		}
		if d.Language != "en" {
			t.Errorf("%s is in %q", source.Name, d.Language)
		}
	}
	t.Logf("%d texts", n)
}

// The paragraphs of real texts, broken to lines of any width and joined again, are the
// same. Few of the thousands may differ: a line may look like an item of a list by chance.
func TestSharedTextsWrapped(t *testing.T) {
	sources, err := filepath.Glob(filepath.Join(shared, "texts", "*.txt"))
	if err != nil || len(sources) == 0 {
		t.Skip("no texts to wrap:", shared)
	}
	for _, width := range []int{60, 72, 100} {
		lost, all := 0, 0
		for _, name := range sources {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var lines, wrapped []string
			for _, line := range strings.Split(string(raw), "\n") {
				if line = oneLine(line); line != "" {
					lines = append(lines, line)
					wrapped = append(wrapped, wrap(line, width))
				}
			}
			want := plainBlocks(strings.Join(lines, "\n\n"))
			got := plainBlocks(strings.Join(wrapped, "\n\n"))
			for _, words := range want {
				all++
				if !slices.Contains(got, words) {
					lost++
				}
			}
		}
		t.Logf("width %d: %d of %d blocks differ", width, lost, all)
		if lost*200 > all {
			t.Errorf("width %d: %d of %d blocks differ, more than one in 200", width, lost, all)
		}
	}
}

// plainBlocks gives the words of the blocks of a plain text.
func plainBlocks(text string) []string {
	var list []string
	p := readText(text)
	for _, b := range p.blocks {
		list = append(list, oneLine(b.In(p.text)))
	}
	return list
}

// The brief that the project began with.
func TestSharedBrief(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(shared, "briefs", "dsr-central-asia.txt"))
	if err != nil {
		t.Skipf("no real pages or texts beside the repository: %v", err)
	}
	d := mustRead(t, "a.txt", string(raw))
	title, _, _ := strings.Cut(string(raw), "\n")
	if d.Title != title || cmp.Diff([]string{"Marina Gruzer"}, d.Authors) != "" || d.Published != (Date{2024, 5, 27}) {
		t.Errorf("title %q, authors %q, published %s", d.Title, d.Authors, d.Published)
	}
	var roles []Role
	for _, s := range d.Sections {
		roles = append(roles, s.Role)
	}
	want := []Role{RoleTitle, RoleByline, RoleSummary, RoleBody, RoleForecast, RoleForecastShort, RoleForecastLong}
	if diff := cmp.Diff(want, roles); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
	items := 0
	for _, b := range d.Blocks {
		if b.Kind == ListItem {
			items++
		}
	}
	if items != 3 {
		t.Errorf("%d bullets in the summary, want 3", items)
	}
}
