package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"augury/corpus"
	"augury/corpus/samples"
	"augury/internal/span"
)

// quoted makes a span with made-up words, where only the offsets matter.
func quoted(start, end int) corpus.Quoted {
	return corpus.Quoted{Span: span.Span{Start: start, End: end}, Text: fmt.Sprintf("%d-%d", start, end)}
}

func ptr(s string) *string { return &s }

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestScoreEntities(t *testing.T) {
	entity := func(start, end int, label corpus.Label, canonical string, country *string) corpus.RecordEntity {
		return corpus.RecordEntity{Quoted: quoted(start, end), Label: label, Canonical: canonical, Country: country}
	}
	gold := []corpus.RecordEntity{
		entity(0, 6, corpus.GPE, "Norway", ptr("NO")),
		entity(10, 14, corpus.Org, "Norges Bank", nil),
		entity(20, 30, corpus.Person, "Ida Lie", nil),
		entity(40, 45, corpus.GPE, "Ghana", ptr("GH")),
	}
	found := []corpus.RecordEntity{
		entity(0, 6, corpus.GPE, "norway", nil),        // right; no country
		entity(10, 14, corpus.GPE, "Norges Bank", nil), // wrong label
		entity(24, 30, corpus.Person, "Lie", nil),      // cut short
		entity(40, 45, corpus.GPE, "Ghana", ptr("GH")), // right
		entity(40, 45, corpus.GPE, "Ghana", ptr("GH")), // found twice: the second is false
		entity(60, 65, corpus.NORP, "Ghanaian", nil),   // not there
	}
	score := scoreEntities(gold, found)
	if want := (Counts{4, 6, 2}); score.Counts != want {
		t.Errorf("counts are %v, want %v", score.Counts, want)
	}
	near(t, "precision", score.Counts.Precision(), 2.0/6)
	near(t, "recall", score.Counts.Recall(), 2.0/4)
	near(t, "F1", score.Counts.F1(), 0.4) // 2 * 1/3 * 1/2 / (1/3 + 1/2)
	wantLabels := []Tally{
		{"PERSON", Counts{1, 1, 0}}, {"ORG", Counts{1, 0, 0}}, {"GPE", Counts{2, 4, 2}}, {"LOC", Counts{}},
		{"NORP", Counts{0, 1, 0}}, {"INITIATIVE", Counts{}}, {"EVENT", Counts{}},
	}
	if diff := cmp.Diff(wantLabels, score.Labels); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
	wantVariants := []Tally{{"exact span, any label", Counts{4, 6, 3}}, {"overlap, same label", Counts{4, 6, 3}}}
	if diff := cmp.Diff(wantVariants, score.Variants); diff != "" {
		t.Errorf("variants (-want +got):\n%s", diff)
	}
	wantFields := []Agreement{
		{Field: "canonical", Compared: 2, Right: 2, Exact: 1},
		{Field: "country", Compared: 2, Right: 1, Exact: 1},
	}
	if diff := cmp.Diff(wantFields, score.Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

func TestScorePercentages(t *testing.T) {
	percentage := func(start, end int, low, high float64, unit corpus.Unit, bound corpus.Bound, of *string) corpus.RecordPercentage {
		return corpus.RecordPercentage{Quoted: quoted(start, end), Low: low, High: high, Unit: unit, Bound: bound,
			Change: corpus.NoChange, Of: of}
	}
	gold := []corpus.RecordPercentage{
		percentage(0, 3, 60, 60, corpus.Percent, corpus.Exact, ptr("its foreign debt")),
		percentage(10, 20, 3, 5, corpus.Percent, corpus.About, nil),
		percentage(30, 40, 50, 50, corpus.BasisPoint, corpus.Exact, nil),
	}
	found := []corpus.RecordPercentage{
		percentage(0, 10, 60, 60, corpus.Percent, corpus.Exact, ptr("foreign debt")), // overlaps, same value
		percentage(10, 20, 3, 5, corpus.Percent, corpus.Exact, nil),                  // wrong bound
		percentage(30, 40, 0.5, 0.5, corpus.PercentagePoint, corpus.Exact, nil),      // another unit
	}
	score := scorePercentages(gold, found)
	if want := (Counts{3, 3, 2}); score.Counts != want {
		t.Errorf("counts are %v, want %v", score.Counts, want)
	}
	wantVariants := []Tally{{"exact span, same value", Counts{3, 3, 1}}, {"overlap, any value", Counts{3, 3, 3}}}
	if diff := cmp.Diff(wantVariants, score.Variants); diff != "" {
		t.Errorf("variants (-want +got):\n%s", diff)
	}
	wantFields := []Agreement{
		{Field: "bound", Compared: 2, Right: 1, Exact: 1},
		{Field: "change", Compared: 2, Right: 2, Exact: 2},
		{Field: "of", Compared: 1, Right: 1, Exact: 0}, // "foreign debt" of "its foreign debt": 2 words of 3
		{Field: "subject"},
		{Field: "time"},
	}
	if diff := cmp.Diff(wantFields, score.Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	near(t, "mean IoU", score.MeanIoU(), (0.3+1)/2)
}

func TestScoreClaims(t *testing.T) {
	claim := func(start, end, cueStart, cueEnd int, kind corpus.ClaimType) corpus.RecordClaim {
		return corpus.RecordClaim{Quoted: quoted(start, end), Cue: quoted(cueStart, cueEnd), Type: kind,
			Certainty: corpus.Likely, Horizon: corpus.HorizonNone}
	}
	gold := []corpus.RecordClaim{
		claim(0, 100, 10, 14, corpus.Prediction),
		claim(50, 100, 60, 65, corpus.Risk),
		claim(200, 240, 210, 220, corpus.Plan),
		claim(300, 340, 310, 320, corpus.Plan),
	}
	found := []corpus.RecordClaim{
		claim(0, 50, 10, 14, corpus.Prediction),  // the first, by its cue; clause half as long
		claim(0, 100, 62, 65, corpus.Prediction), // the second, by its cue, though its clause is the first's
		claim(200, 230, 201, 205, corpus.Plan),   // the third, by its clause: 30 of 40 bytes
		claim(330, 370, 340, 345, corpus.Plan),   // nothing: 10 of 70 bytes
	}
	found[0].Source = ptr("the IMF")
	gold[2].HorizonText, found[2].HorizonText = ptr("by 2030"), ptr("2030")
	score := scoreClaims(gold, found)
	if want := (Counts{4, 4, 3}); score.Counts != want {
		t.Errorf("counts are %v, want %v", score.Counts, want)
	}
	wantLabels := []Tally{
		{"prediction", Counts{1, 2, 1}}, {"risk", Counts{1, 0, 0}}, {"plan", Counts{2, 2, 1}}, {"scheduled", Counts{}},
	}
	if diff := cmp.Diff(wantLabels, score.Labels); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
	wantVariants := []Tally{{"exact clause", Counts{4, 4, 0}}, {"exact cue", Counts{4, 4, 1}}}
	if diff := cmp.Diff(wantVariants, score.Variants); diff != "" {
		t.Errorf("variants (-want +got):\n%s", diff)
	}
	near(t, "mean clause IoU", score.MeanIoU(), (0.5+0.5+0.75)/3)
	right := map[string][3]int{}
	for _, f := range score.Fields {
		right[f.Field] = [3]int{f.Compared, f.Right, f.Exact}
	}
	want := map[string][3]int{
		"type": {3, 2, 2}, "certainty": {3, 3, 3}, "horizon": {3, 3, 3}, "negated": {3, 3, 3}, "cue": {3, 1, 1},
		"horizon_text": {1, 1, 0}, "condition": {0, 0, 0}, "source": {1, 0, 0},
	}
	// The cues "62-65" and "201-205" share a word with none of the gold's.
	if diff := cmp.Diff(want, right); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

// Two found claims whose cues both lie in one gold cue: the better one is the match.
func TestMatchPrefersTheBestOverlap(t *testing.T) {
	claim := func(start, end, cueStart, cueEnd int) corpus.RecordClaim {
		return corpus.RecordClaim{Quoted: quoted(start, end), Cue: quoted(cueStart, cueEnd)}
	}
	gold := []corpus.RecordClaim{claim(0, 100, 10, 30)}
	found := []corpus.RecordClaim{claim(0, 100, 10, 14), claim(0, 90, 10, 28), claim(0, 100, 90, 95)}
	got := match(gold, found, sameClaim)
	if want := []pair{{0, 1}}; !slices.Equal(got, want) {
		t.Errorf("pairs are %v, want %v", got, want)
	}
}

func TestSameWords(t *testing.T) {
	for _, test := range []struct {
		a, b *string
		same bool
	}{
		{nil, nil, true},
		{nil, ptr("2030"), false},
		{ptr("by 2030"), ptr("2030"), true},
		{ptr("The central bank"), ptr("the Central Bank"), true},
		{ptr("in the coming months"), ptr("coming months"), true},
		{ptr("over the next decade"), ptr("next decade"), true},
		{ptr("the"), ptr("a"), false},
		{ptr("if rates fall"), ptr("if rates fall further this year"), true}, // 3 of 6
		{ptr("rates fall"), ptr("if rates fall further"), true},              // 2 of 4
		{ptr("exports of grain"), ptr("imports of oil"), false},              // 1 of 5
		{ptr("Zürich’s banks"), ptr("zürich’s banks"), true},
		{ptr("—"), ptr("…"), true}, // no words in either
	} {
		if got := sameWords(test.a, test.b); got != test.same {
			t.Errorf("sameWords(%s, %s) is %v", stated(test.a), stated(test.b), got)
		}
	}
}

// Whatever the spans, matching is one to one, and a record matches itself whole.
func TestMatchIsOneToOne(t *testing.T) {
	claims := rapid.Custom(func(t *rapid.T) corpus.RecordClaim {
		start := rapid.IntRange(0, 50).Draw(t, "start")
		end := rapid.IntRange(start+1, 60).Draw(t, "end")
		cueStart := rapid.IntRange(start, end-1).Draw(t, "cue start")
		cueEnd := rapid.IntRange(cueStart+1, end).Draw(t, "cue end")
		return corpus.RecordClaim{Quoted: quoted(start, end), Cue: quoted(cueStart, cueEnd)}
	})
	rapid.Check(t, func(t *rapid.T) {
		gold := rapid.SliceOfN(claims, 0, 12).Draw(t, "gold")
		found := rapid.SliceOfN(claims, 0, 12).Draw(t, "found")
		seenGold, seenFound := map[int]bool{}, map[int]bool{}
		for _, p := range match(gold, found, sameClaim) {
			if seenGold[p.gold] || seenFound[p.found] {
				t.Fatalf("%v is matched twice", p)
			}
			seenGold[p.gold], seenFound[p.found] = true, true
		}
		if pairs := match(gold, gold, sameClaim); len(pairs) != len(gold) {
			t.Fatalf("%d of %d claims match themselves", len(pairs), len(gold))
		}
	})
}

func TestFold(t *testing.T) {
	// 32-bit FNV-1a of "a" is 0xe40c292c, of "" 0x811c9dc5 (draft-eastlake-fnv, appendix).
	for _, test := range []struct {
		name    string
		n, fold int
	}{{"a", 5, 0xe40c292c % 5}, {"", 7, 0x811c9dc5 % 7}, {"a", 1, 0}} {
		if got := Fold(test.name, test.n); got != test.fold {
			t.Errorf("Fold(%q, %d) is %d, want %d", test.name, test.n, got, test.fold)
		}
	}
}

func TestSpread(t *testing.T) {
	mean, deviation := Spread([]float64{0.5, 0.7, 0.9})
	near(t, "mean", mean, 0.7)
	near(t, "deviation", deviation, 0.2)
	mean, deviation = Spread([]float64{0.5})
	near(t, "mean of one", mean, 0.5)
	near(t, "deviation of one", deviation, 0)
}

const brief = "Outlook for Ghana\n\nGhana will likely cut rates by 2 percent.\n"

const briefGold = `{"entities": [
  {"start": 12, "end": 17, "text": "Ghana", "label": "GPE", "canonical": "Ghana", "country": "GH"},
  {"start": 19, "end": 24, "text": "Ghana", "label": "GPE", "canonical": "Ghana", "country": "GH"}],
 "percentages": [{"start": 50, "end": 59, "text": "2 percent", "low": 2, "high": 2, "unit": "percent",
  "bound": "exact", "change": "down", "of": null, "subject": "rates", "time": null}],
 "claims": [{"start": 19, "end": 59, "text": "Ghana will likely cut rates by 2 percent",
  "cue": {"start": 25, "end": 36, "text": "will likely"}, "type": "prediction", "certainty": "likely", "negated": false,
  "horizon": "none", "horizon_text": null, "condition": null, "source": null}]}`

var manyEntities = `{"entities": [` + strings.TrimSuffix(strings.Repeat(
	`{"start": 1, "end": 6, "text": "Ghana", "label": "GPE", "canonical": "Ghana", "country": "GH"},`, 12), ",") + `]}`

func goldFiles(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func TestLoad(t *testing.T) {
	cases, err := LoadFS(goldFiles("b.txt", brief, "b.gold.json", briefGold, "a.txt", brief, "a.gold.json", briefGold, "c.txt", brief))
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != 2 || cases[0].Name != "a" || cases[1].Name != "b" {
		t.Fatalf("loaded %v", cases)
	}
	if len(cases[0].Gold.Entities) != 2 || cases[0].Document.Text != brief {
		t.Errorf("case a is %v", cases[0])
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	for _, test := range []struct {
		name  string
		files []string
		want  []string
	}{
		{"no gold", []string{"a.txt", brief}, []string{"no file NAME.gold.json"}},
		{"no document", []string{"a.gold.json", briefGold}, []string{"a.gold.json", "there are 0"}},
		{"two documents", []string{"a.gold.json", briefGold, "a.txt", brief, "a.md", brief}, []string{"there are 2"}},
		{"no JSON", []string{"a.gold.json", "{", "a.txt", brief}, []string{"a.gold.json", "JSON"}},
		{"moved text", []string{"a.gold.json", briefGold, "a.txt", "The " + brief, "b.gold.json", "{", "b.txt", brief},
			[]string{`entities[0] "Ghana": the text has "for G" at 12 to 17`, "percentages[0]", "claims[0].cue", "b.gold.json"}},
		{"much moved text", []string{"a.gold.json", manyEntities, "a.txt", brief}, []string{"entities[9]", "and 2 more"}},
		{"short text", []string{"a.gold.json", briefGold, "a.txt", brief[:30]}, []string{"outside the text of 30 bytes"}},
		{"unknown words", []string{"a.txt", brief, "a.gold.json", strings.NewReplacer(
			`"GPE"`, `"PLACE"`, `"likely"`, `"sure"`, `"rates"`, `"tariffs"`).Replace(briefGold)},
			[]string{`entities[1].label "PLACE"`, `claims[0].certainty "sure"`, `percentages[0].subject "tariffs"`}},
	} {
		_, err := LoadFS(goldFiles(test.files...))
		if err == nil {
			t.Errorf("%s: no error", test.name)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: error %q lacks %q", test.name, err, want)
			}
		}
	}
}

// analyse stands for a pipeline that finds one right entity, one false one, and the claim
// with a wrong certainty.
func analyse(d *corpus.Document) error {
	d.Findings = []corpus.Finding{
		{Kind: corpus.KindEntity, Span: span.Span{Start: 12, End: 17}, Value: corpus.Entity{Label: corpus.GPE, Canonical: "Ghana", Country: "GH"}},
		{Kind: corpus.KindEntity, Span: span.Span{Start: 0, End: 7}, Rule: "capital", Value: corpus.Entity{Label: corpus.Org, Canonical: "Outlook"}},
		{Kind: corpus.KindClaim, Span: span.Span{Start: 19, End: 59}, Rule: "will", Value: corpus.Claim{
			Cue: span.Span{Start: 25, End: 36}, Type: corpus.Prediction, Certainty: corpus.Unhedged, Horizon: corpus.HorizonNone}},
	}
	return nil
}

func testCases(t *testing.T) []Case {
	t.Helper()
	cases, err := LoadFS(goldFiles("a.txt", brief, "a.gold.json", briefGold, "b.txt", brief, "b.gold.json", briefGold))
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestRunCases(t *testing.T) {
	report, err := RunCases(testCases(t), analyse, Options{Errors: true, Folds: 2})
	if err != nil {
		t.Fatal(err)
	}
	got := []Counts{report.Entities.Counts, report.Percentages.Counts, report.Claims.Counts}
	if diff := cmp.Diff([]Counts{{4, 4, 2}, {2, 0, 0}, {2, 2, 2}}, got); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	// "a" and "b" hash to neighbouring values, one odd and one even.
	for _, fold := range report.Folds {
		if fold.Documents != 1 || fold.Claims.Counts != (Counts{1, 1, 1}) {
			t.Errorf("fold %d is %v", fold.Fold, fold)
		}
	}
	var lines strings.Builder
	if err := WriteErrors(&lines, report.Errors[:4]); err != nil {
		t.Fatal(err)
	}
	want := `a:1:1: false entity "Outlook" (ORG, rule capital)
	Outlook for Ghana
a:3:1: missed entity "Ghana" (GPE)
	Ghana will likely cut rates by 2 percent.
a:3:1: wrong claim "Ghana will likely cut rates by 2 percent" (certainty: gold "likely", found "unhedged"; prediction, cue "will likely", rule will)
	Ghana will likely cut rates by 2 percent.
a:3:32: missed percentage "2 percent" (2-2 percent)
	Ghana will likely cut rates by 2 percent.
`
	if diff := cmp.Diff(want, lines.String()); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

func TestWriteText(t *testing.T) {
	report, err := RunCases(testCases(t), analyse, Options{Folds: 2})
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	if err := report.WriteText(&table); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"ENTITY                          4      4      2      0.500   0.500  0.500\n",
		"  GPE                           4      2      2      1.000   0.500  0.667\n",
		"  PERSON                        0      0      0          -       -      -\n",
		"PERCENTAGE                      2      0      0          -   0.000  0.000\n",
		"claim.certainty                   2      0     0.000     0.000\n",
		"mean                                       0.500       0.000       1.000\n",
	} {
		if !strings.Contains(table.String(), line) {
			t.Errorf("the table lacks %q:\n%s", line, table.String())
		}
	}
}

func TestReportAsJSON(t *testing.T) {
	report, err := RunCases(testCases(t), analyse, Options{Errors: true})
	if err != nil {
		t.Fatal(err)
	}
	content, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Entities struct {
			Counts struct{ Precision, Recall, F1 float64 }
		}
		Documents []struct{ Name string }
		Errors    []struct{ Document, Fault string }
	}
	if err := json.Unmarshal(content, &read); err != nil {
		t.Fatal(err)
	}
	near(t, "F1 in JSON", read.Entities.Counts.F1, 0.5)
	if len(read.Documents) != 2 || len(read.Errors) != 8 || read.Errors[0].Fault != "false" {
		t.Errorf("JSON holds %v", read)
	}
}

func TestRunStopsAtAnError(t *testing.T) {
	broken := errors.New("no model")
	_, err := RunCases(testCases(t), func(*corpus.Document) error { return broken }, Options{})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "evaluate a") {
		t.Errorf("error is %v", err)
	}
	if _, err := RunCases(nil, analyse, Options{Folds: -1}); err == nil {
		t.Error("folds below zero: no error")
	}
}

// The bundled briefs load from the program itself, in every format.
func TestLoadSamples(t *testing.T) {
	cases, err := LoadFS(samples.FS)
	if err != nil {
		t.Fatal(err)
	}
	formats := map[string]bool{}
	for _, c := range cases {
		formats[c.Document.Format] = true
	}
	if len(cases) < 10 || len(formats) != 3 {
		t.Errorf("%d samples in formats %v", len(cases), formats)
	}
}

// The shared gold files are no part of the repository; where they are, every quote holds.
func TestLoadSharedGold(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "gold")
	cases, err := Load(dir)
	if len(cases) == 0 && err != nil && strings.Contains(err.Error(), "no file") {
		t.Skip("no shared gold files beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		score := Score(c.Gold, c.Gold)
		for _, kind := range score.Kinds() {
			if kind.Counts.Matched != kind.Counts.Gold {
				t.Errorf("%s: gold does not match itself: %v", c.Name, kind.Counts)
			}
		}
	}
}
