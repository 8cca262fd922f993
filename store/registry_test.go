package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"augury/corpus"
)

// mentionBrief is a brief with a paragraph for each mention: "WORDS waits.", or "WORDS will
// wait." with a claim on it.
func mentionBrief(key string, mentions ...mentionOf) *corpus.Document {
	var paragraphs []string
	for _, m := range mentions {
		verb := "waits"
		if m.claimed {
			verb = "will wait"
		}
		paragraphs = append(paragraphs, m.words+" "+verb+".")
	}
	d := newBrief(key, paragraphs...)
	for i, m := range mentions {
		at := d.Blocks[i].Start
		d.Findings = append(d.Findings, corpus.Finding{
			Kind: corpus.KindEntity, Span: corpus.Span{Start: at, End: at + len(m.words)},
			Rule: "list", Extractor: "entity", Version: "1", Value: m.entity,
		})
		if m.claimed {
			cue := strings.Index(d.Text[at:], "will") + at
			d.Findings = append(d.Findings, corpus.Finding{
				Kind: corpus.KindClaim, Span: corpus.Span{Start: at, End: d.Blocks[i].End - 1},
				Rule: "modal", Extractor: "forecast", Version: "1",
				Value: corpus.Claim{Cue: corpus.Span{Start: cue, End: cue + len("will")}, Type: corpus.Prediction, Certainty: corpus.Unhedged, Horizon: corpus.HorizonNone},
			})
		}
	}
	return d
}

// mentionOf is a mention for mentionBrief.
type mentionOf struct {
	words   string
	entity  corpus.Entity
	claimed bool
}

// named is a mention that reads as its canonical name does.
func named(label corpus.Label, name string) mentionOf {
	return mentionOf{words: name, entity: corpus.Entity{Label: label, Canonical: name}}
}

// read is a mention with a wording of its own.
func read(words string, label corpus.Label, name string) mentionOf {
	return mentionOf{words: words, entity: corpus.Entity{Label: label, Canonical: name}}
}

// state is a mention of a country with its code.
func state(name, code string) mentionOf {
	return mentionOf{words: name, entity: corpus.Entity{Label: corpus.GPE, Canonical: name, Country: code}}
}

func (m mentionOf) inClaim() mentionOf {
	m.claimed = true
	return m
}

// entityRows gives some columns of all entities that pass a filter, parted by bars.
func entityRows(t testing.TB, s *Store, f Filter, columns ...string) []string {
	t.Helper()
	var all []string
	for _, row := range allRows(t, s, Entities, f) {
		var cells []string
		for _, name := range columns {
			text := fmt.Sprint(cell(t, Entities, row, name))
			if text == "<nil>" {
				text = "-"
			}
			cells = append(cells, text)
		}
		all = append(all, strings.Join(cells, "|"))
	}
	return all
}

func TestOneEntityAcrossBriefs(t *testing.T) {
	s := openTest(t)
	for i, mentions := range [][]mentionOf{
		{state("U.S.", "US"), named(corpus.Org, "World Bank"), state("Burma", "MM"), named(corpus.GPE, "Georgia")},
		{state("America", "US"), read("Bank", corpus.Org, "World Bank"), state("Myanmar", "MM"), state("Georgia", "GE")},
		{state("United States", "US"), named(corpus.Loc, "World Bank"), named(corpus.GPE, "Republic of Bulgaria"), state("Bulgaria", "BG")},
	} {
		mustSave(t, s, mentionBrief(fmt.Sprintf("%d.txt", i), mentions...))
	}
	want := []string{
		"United States|GPE|US|America; U.S.; United States|3",
		"World Bank|ORG|-|Bank; World Bank|2",
		"Myanmar|GPE|MM|Burma; Myanmar|2",
		"Georgia|GPE|-|Georgia|1", // the state of that name: the extractor knows
		"Georgia|GPE|GE|Georgia|1",
		"World Bank|LOC|-|World Bank|1",
		"Bulgaria|GPE|BG|Bulgaria; Republic of Bulgaria|1",
	}
	if diff := cmp.Diff(want, entityRows(t, s, Filter{}, "canonical", "label", "country", "names", "documents")); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
	// What the extractor said stays with the mention.
	for _, row := range allRows(t, s, Mentions, Filter{Entity: "republic of bulgaria", Document: 3}) {
		if quote := cell(t, Mentions, row, "quote"); cell(t, Mentions, row, "canonical") != quote || cell(t, Mentions, row, "entity") != "Bulgaria" {
			t.Errorf("mention %v", row)
		}
	}
}

func TestAboutCountry(t *testing.T) {
	s := openTest(t)
	mustSave(t, s, mentionBrief("a.txt",
		state("Kazakhstan", "KZ"), named(corpus.NORP, "Kazakhs"), named(corpus.GPE, "Astana"), named(corpus.GPE, "Nur-Sultan"),
		named(corpus.GPE, "ASTANA"), named(corpus.NORP, "Congolese"), named(corpus.GPE, "Hong Kong"), named(corpus.GPE, "Georgia"),
		named(corpus.NORP, "Soviet"), named(corpus.Org, "Moscow"), named(corpus.GPE, "Brussels"), named(corpus.GPE, "Washington, D.C."),
	))
	want := []string{
		"Kazakhstan|KZ|KZ", "Kazakhs|-|KZ", "Astana|-|KZ", "Nur-Sultan|-|KZ", "ASTANA|-|KZ", "Congolese|-|CD; CG", "Hong Kong|-|HK",
		"Georgia|-|-", "Soviet|-|-", "Moscow|-|-", "Brussels|-|-", "Washington, D.C.|-|US",
	}
	if diff := cmp.Diff(want, entityRows(t, s, Filter{}, "canonical", "country", "about_country")); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
	if got := entityRows(t, s, Filter{Country: "cd"}, "canonical"); !cmp.Equal(got, []string{"Congolese"}) {
		t.Errorf("about CD are %v", got)
	}
	for _, row := range allRows(t, s, Mentions, Filter{Country: "KZ"}) {
		if country := cell(t, Mentions, row, "country"); country != nil && cell(t, Mentions, row, "quote") != "Kazakhstan" {
			t.Errorf("mention %v has the country %v", cell(t, Mentions, row, "quote"), country)
		}
	}
}

func TestClaimsAboutCountry(t *testing.T) {
	s := openTest(t)
	mustSave(t, s, mentionBrief("a.txt",
		state("U.S.", "US").inClaim(), named(corpus.NORP, "Americans").inClaim(), named(corpus.GPE, "Washington").inClaim(),
		state("China", "CN").inClaim(), named(corpus.GPE, "Beijing"), state("United States", "US")))
	quotes := func(f Filter) []string {
		var all []string
		for _, row := range allRows(t, s, Claims, f) {
			all = append(all, cell(t, Claims, row, "quote").(string))
		}
		return all
	}
	for _, c := range []struct {
		f    Filter
		want []string
	}{
		{Filter{Country: "US"}, []string{"U.S. will wait", "Americans will wait", "Washington will wait"}},
		{Filter{Country: "CN"}, []string{"China will wait"}}, // no claim on Beijing
		{Filter{Country: "KZ"}, nil},
		{Filter{Entity: "united STATES"}, []string{"U.S. will wait"}},
		{Filter{Entity: "America"}, []string{"U.S. will wait"}}, // no brief says so
		{Filter{Entity: "People’s Republic of China"}, []string{"China will wait"}},
		{Filter{Entity: "americans"}, []string{"Americans will wait"}},
		{Filter{Entity: "Wash"}, nil},
	} {
		if diff := cmp.Diff(c.want, quotes(c.f)); diff != "" {
			t.Errorf("claims with %+v (-want +got):\n%s", c.f, diff)
		}
	}
}

func TestEntityFilterFolds(t *testing.T) {
	s := openTest(t)
	mustSave(t, s, mentionBrief("a.txt", named(corpus.Person, "Émile Zátopek"), read("ЗАТОПЕК", corpus.Person, "Затопек"), named(corpus.Org, "Al-Qa’ida")))
	for _, c := range []struct{ name, want string }{
		{"émile zátopek", "Émile Zátopek"},
		{"EMILE  ZATOPEK", "Émile Zátopek"},
		{"затопек", "Затопек"},
		{"al–qa'ida", "Al-Qa’ida"},
	} {
		if got := entityRows(t, s, Filter{Entity: c.name}, "canonical"); !cmp.Equal(got, []string{c.want}) {
			t.Errorf("%q finds %v, want %s", c.name, got, c.want)
		}
	}
	for _, err := range s.Rows(context.Background(), Entities, Filter{Entity: " \u0301"}) {
		if err == nil || !strings.Contains(err.Error(), "is no name") {
			t.Errorf("error is %v", err)
		}
	}
}

// TestEntitySums compares the sums of entities with counting, under each kind of filter.
func TestEntitySums(t *testing.T) {
	s := openTest(t)
	bank := named(corpus.Org, "World Bank")
	first := mentionBrief("first.txt", bank.inClaim(), read("Bank", corpus.Org, "World Bank"), bank.inClaim(), state("Chad", "TD").inClaim())
	first.Published = corpus.Date{Year: 2021, Month: 3}
	second := mentionBrief("second.txt", state("Chad", "TD"), bank)
	second.Published = corpus.Date{Year: 2023, Month: 1, Day: 9}
	mustSave(t, s, first)
	mustSave(t, s, second)
	mustSave(t, s, mentionBrief("second.txt", bank)) // a new version, dated 2024-05-27
	for _, c := range []struct {
		f    Filter
		want []string
	}{
		{Filter{}, []string{"World Bank|4|2|2|2021-03|2024-05-27", "Chad|1|1|1|2021-03|2021-03"}},
		{Filter{AllVersions: true}, []string{"World Bank|5|2|2|2021-03|2024-05-27", "Chad|2|2|1|2021-03|2023-01-09"}},
		{Filter{From: corpus.Date{Year: 2022}}, []string{"World Bank|1|1|0|2024-05-27|2024-05-27"}},
		{Filter{Text: "wait"}, []string{"World Bank|2|1|2|2021-03|2021-03", "Chad|1|1|1|2021-03|2021-03"}},
		{Filter{Text: "waits"}, []string{"World Bank|2|2|0|2021-03|2024-05-27"}},
		{Filter{Role: corpus.RoleBody, Country: "TD"}, []string{"Chad|1|1|1|2021-03|2021-03"}},
		{Filter{Role: corpus.RoleForecast}, nil},
		{Filter{Status: StatusOpen, Document: 2}, []string{"World Bank|1|1|0|2024-05-27|2024-05-27"}},
		{Filter{Sort: "-claims", Limit: 1}, []string{"World Bank|4|2|2|2021-03|2024-05-27"}},
	} {
		got := entityRows(t, s, c.f, "canonical", "mentions", "documents", "claims", "first_published", "last_published")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.f, diff)
		}
	}
}

// rebuilt computes anew what the registry keeps, as an update of the program would.
func rebuilt(t *testing.T, s *Store) {
	t.Helper()
	if _, err := s.write.Exec(`UPDATE registry SET made = 'before'`); err != nil {
		t.Fatal(err)
	}
	if err := refresh(context.Background(), s.write); err != nil {
		t.Fatal(err)
	}
}

func TestRebuild(t *testing.T) {
	s := threeBriefs(t)
	if _, err := s.MergeEntities(context.Background(), "ana", "Kazakhstan", "Peru"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.RenameEntity(context.Background(), "ana", "Bolivia", "Plurinational Bolivia"); err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	// What an older program might have left.
	for _, query := range []string{
		`UPDATE wordings SET folded = 'x'`, `UPDATE entities SET folded = 'x', home = NULL, name = canonical`, `DELETE FROM country_names`,
		`DELETE FROM clause_mentions`, `UPDATE entity_versions SET mentions = 9`, `DELETE FROM aliases`,
		`UPDATE mentions SET entity_id = named_id`,
	} {
		if _, err := s.write.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	rebuilt(t, s)
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("rebuilt (-before +after):\n%s", diff)
	}
}

// TestFactsChange has a program that knows more: what it newly knows of official names
// moves mentions to the country.
func TestFactsChange(t *testing.T) {
	s := openTest(t)
	if _, err := s.write.Exec(`DELETE FROM country_names WHERE kind = 'official'`); err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, mentionBrief("a.txt", named(corpus.GPE, "Republic of Bulgaria"), state("Bulgaria", "BG")))
	if got := len(allRows(t, s, Entities, Filter{})); got != 2 {
		t.Fatalf("%d entities", got)
	}
	rebuilt(t, s)
	if got := entityRows(t, s, Filter{}, "canonical", "mentions"); !cmp.Equal(got, []string{"Bulgaria|2"}) {
		t.Errorf("entities are %v", got)
	}
}

// TestUpgrade opens a database that has the first schema alone.
func TestUpgrade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "older.db")
	ctx := context.Background()
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.UpTo(ctx, 1); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		`INSERT INTO documents (id, key, first_seen) VALUES (1, 'a', '2024-01-01T00:00:00Z')`,
		`INSERT INTO versions (id, document_id, number, current, sha256, source, format, extractors, saved_at, text)
			VALUES (1, 1, 1, 1, 'x', 'a', 'text', 'entity 1', '2024-01-01T00:00:00Z', 'U.S. or America, UN.')`,
		`INSERT INTO sentences (id, version_id, start, end, text) VALUES (1, 1, 0, 20, 'U.S. or America, UN.')`,
		`INSERT INTO findings (id, version_id, sentence_id, key, kind, start, end, quote, occurrence, extractor, extractor_version, rule)
			VALUES (1, 1, 1, 'k1', 'entity', 0, 4, 'U.S.', 0, 'entity', '1', 'r'),
				(2, 1, 1, 'k2', 'entity', 8, 15, 'America', 0, 'entity', '1', 'r'),
				(3, 1, 1, 'k3', 'entity', 17, 19, 'UN', 0, 'entity', '1', 'r'),
				(4, 1, 1, 'k4', 'claim', 0, 19, 'U.S. or America, UN', 0, 'forecast', '1', 'r')`,
		`INSERT INTO entities (id, label, canonical, country) VALUES (5, 'GPE', 'U.S.', 'US'), (7, 'GPE', 'America', 'US'), (8, 'ORG', 'UN', '')`,
		`INSERT INTO mentions (finding_id, entity_id, label, canonical, country)
			VALUES (1, 5, 'GPE', 'U.S.', 'US'), (2, 7, 'GPE', 'America', 'US'), (3, 8, 'ORG', 'UN', NULL)`,
		`INSERT INTO claims (finding_id, type, certainty, negated, horizon) VALUES (4, 'risk', 'possible', 0, 'none')`,
	} {
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(ctx, path, Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	want := []string{"5|United States|US|America; U.S.|2|1", "8|UN|-|UN|1|1"}
	if diff := cmp.Diff(want, entityRows(t, s, Filter{}, "id", "canonical", "about_country", "names", "mentions", "claims")); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
	if _, err := s.Document(ctx, 1); err != nil {
		t.Error(err)
	}
}
