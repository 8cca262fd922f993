package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// icd203 gives two classes the ranges of Intelligence Community Directive 203.
var icd203 = Yardstick{Name: "icd203", Range: func(certainty string) (low, high float64, ok bool) {
	switch certainty {
	case "likely":
		return 55, 80, true
	case "unlikely":
		return 20, 45, true
	}
	return 0, 0, false
}}

// tinBrief is a second brief, older and by others.
func tinBrief() *corpus.Document {
	d := newBrief("tin.txt",
		"# Summary",
		"Tin prices fell 5% in May; Perú's Café \"Élan\" closed.",
		"# Forecast_short",
		"Bolivia is unlikely to sell. Kazakh buyers may wait.")
	d.Authors, d.Outlet, d.Published = []string{"Carla Diaz"}, "Metals Weekly", corpus.Date{Year: 2023, Month: 11}
	addPercentage(d, "5%", corpus.Percentage{
		Low: 5, High: 5, Unit: corpus.Percent, Bound: corpus.Exact, Change: corpus.Down, Subject: placeOf(d, "Tin prices", 0),
	})
	addMention(d, "Perú", 0, corpus.Entity{Label: corpus.GPE, Canonical: "Perú", Country: "PE"})
	addMention(d, "Bolivia", 0, corpus.Entity{Label: corpus.GPE, Canonical: "Bolivia", Country: "BO"})
	addClaim(d, "Bolivia is unlikely to sell", "is unlikely to", corpus.Claim{
		Type: corpus.Prediction, Certainty: corpus.Unlikely, Horizon: corpus.Short, HorizonText: placeOf(d, "Forecast_short", 0),
	})
	addMention(d, "Kazakh", 0, kazakhs)
	addClaim(d, "Kazakh buyers may wait", "may", corpus.Claim{
		Type: corpus.Risk, Certainty: corpus.Possible, Negated: true, Horizon: corpus.Short,
		Direction: corpus.Steady, Unscorable: corpus.NoCertainty, Restates: placeOf(d, "is unlikely to", 0),
	})
	return d
}

// undatedBrief has no date, outlet, author or heading.
func undatedBrief() *corpus.Document {
	d := newBrief("undated.txt", "Kazakhstan waits.")
	d.Authors, d.Outlet, d.Published, d.Title = nil, "", corpus.Date{}, ""
	addMention(d, "Kazakhstan", 0, kazakhstan)
	return d
}

// threeBriefs is a database with all of them; the second claim of the first is accepted,
// a mention rejected.
func threeBriefs(t testing.TB) *Store {
	t.Helper()
	s := openTest(t)
	for _, d := range []*corpus.Document{gridBrief(), tinBrief(), undatedBrief()} {
		mustSave(t, s, d)
	}
	for quote, status := range map[string]Status{"rates may rise 3 points": StatusAccepted, "GGP": StatusRejected} {
		_, err := s.write.Exec(`
			INSERT INTO reviews SELECT v.document_id, f.key, ?
			FROM findings f JOIN versions v ON v.id = f.version_id WHERE f.quote = ?`, string(status), quote)
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestFilters(t *testing.T) {
	s := threeBriefs(t)
	// Each row of the answer by the cell that tells it best.
	shown := map[*Table]string{
		Documents: "source", Claims: "quote", Entities: "canonical", Mentions: "quote", Percentages: "quote",
	}
	const (
		build, rise, sell, wait = "Kazakhstan will likely build two lines by 2030", "rates may rise 3 points",
			"Bolivia is unlikely to sell", "Kazakh buyers may wait"
	)
	year := func(y int) corpus.Date { return corpus.Date{Year: y} }
	month := func(y, m int) corpus.Date { return corpus.Date{Year: y, Month: m} }
	day := func(y, m, d int) corpus.Date { return corpus.Date{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		table *Table
		f     Filter
		want  []string
	}{
		{Documents, Filter{}, []string{"grid.txt", "tin.txt", "undated.txt"}},
		{Documents, Filter{Document: 2}, []string{"tin.txt"}},
		{Documents, Filter{Document: 9}, nil},
		{Documents, Filter{Text: "kazakhstan"}, []string{"grid.txt", "undated.txt"}},
		{Documents, Filter{Text: "winter cheap"}, []string{"grid.txt"}},
		{Documents, Filter{Text: "kazakh*"}, []string{"grid.txt", "tin.txt", "undated.txt"}},
		{Documents, Filter{Text: `"will likely"`}, []string{"grid.txt"}},
		{Documents, Filter{Text: `"likely will"`}, nil},
		{Documents, Filter{Text: "peru cafe"}, []string{"tin.txt"}}, // accents do not count
		{Documents, Filter{Author: "marsh"}, []string{"grid.txt"}},
		{Documents, Filter{Author: "Diaz"}, []string{"tin.txt"}},
		{Documents, Filter{Author: "%"}, nil},
		{Documents, Filter{Outlet: "weekly"}, []string{"tin.txt"}},
		{Documents, Filter{From: year(2024)}, []string{"grid.txt"}},
		{Documents, Filter{To: year(2023)}, []string{"tin.txt"}},
		{Documents, Filter{From: day(2023, 11, 30), To: day(2024, 5, 27)}, []string{"grid.txt", "tin.txt"}},
		{Documents, Filter{From: month(2023, 11), To: month(2023, 11)}, []string{"tin.txt"}},
		{Documents, Filter{From: month(2023, 12)}, []string{"grid.txt"}},
		{Documents, Filter{To: day(2024, 5, 26)}, []string{"tin.txt"}},
		{Documents, Filter{Entity: "kazakhstan"}, []string{"grid.txt", "undated.txt"}},
		{Documents, Filter{Country: "pe"}, []string{"tin.txt"}},
		{Documents, Filter{Sort: "-published"}, []string{"grid.txt", "tin.txt", "undated.txt"}},
		{Documents, Filter{Sort: "published"}, []string{"undated.txt", "tin.txt", "grid.txt"}},
		{Documents, Filter{Sort: "-claims", Limit: 2}, []string{"grid.txt", "tin.txt"}},
		{Documents, Filter{Offset: 1}, []string{"tin.txt", "undated.txt"}},
		{Documents, Filter{Limit: 1, Offset: 1}, []string{"tin.txt"}},

		{Claims, Filter{}, []string{build, rise, sell, wait}},
		{Claims, Filter{Text: "bank"}, []string{rise}},
		{Claims, Filter{Text: "may"}, []string{rise, wait}}, // not the month in another sentence
		{Claims, Filter{Entity: "Kazakhstan"}, []string{build}},
		{Claims, Filter{Entity: "Kazakh"}, []string{wait}},
		{Claims, Filter{Country: "KZ"}, []string{build, wait}}, // by name and by nationality
		{Claims, Filter{Country: "PE"}, nil},                   // named in the brief, but in no claim
		{Claims, Filter{Role: corpus.RoleForecastShort}, []string{sell, wait}},
		{Claims, Filter{Type: corpus.Risk}, []string{rise, wait}},
		{Claims, Filter{Certainty: corpus.Unlikely}, []string{sell}},
		{Claims, Filter{Horizon: corpus.Dated}, []string{build}},
		{Claims, Filter{Direction: corpus.Begin}, []string{build}},
		{Claims, Filter{Scorable: true}, []string{build}},
		{Claims, Filter{Distinct: true}, []string{build, rise, sell}},
		{Claims, Filter{Status: StatusAccepted}, []string{rise}},
		{Claims, Filter{Status: StatusOpen}, []string{build, sell, wait}},
		{Claims, Filter{Type: corpus.Risk, From: year(2024), Author: "ode"}, []string{rise}},
		{Claims, Filter{Sort: "-likelihood_low", Yardstick: icd203, Limit: 2}, []string{build, sell}},
		{Claims, Filter{Sort: "certainty"}, []string{build, rise, wait, sell}},
		{Claims, Filter{Sort: "-document_id"}, []string{sell, wait, build, rise}},

		{Entities, Filter{}, []string{"Kazakhstan", "Green Grid Plan", "Peru", "Bolivia", "Kazakh"}},
		{Entities, Filter{Label: corpus.Initiative}, []string{"Green Grid Plan"}},
		{Entities, Filter{Entity: "GGP"}, []string{"Green Grid Plan"}},
		{Entities, Filter{Country: "KZ"}, []string{"Kazakhstan", "Kazakh"}},
		{Entities, Filter{Sort: "-mentions", Limit: 1}, []string{"Kazakhstan"}},
		{Entities, Filter{Document: 2, Sort: "canonical"}, []string{"Bolivia", "Kazakh", "Peru"}},
		{Entities, Filter{Role: corpus.RoleForecast}, []string{"Kazakhstan"}},

		{Mentions, Filter{Label: corpus.GPE, Document: 1}, []string{"Kazakhstan", "Kazakhstan"}},
		{Mentions, Filter{Entity: "green grid plan"}, []string{"Green Grid Plan", "GGP"}},
		{Mentions, Filter{Status: StatusRejected}, []string{"GGP"}},
		{Mentions, Filter{Text: "cheap"}, []string{"Kazakhstan"}},

		{Percentages, Filter{}, []string{"12%", "3 points", "5%"}},
		{Percentages, Filter{Country: "KZ"}, []string{"12%"}},
		{Percentages, Filter{Entity: "Perú"}, []string{"5%"}},
		{Percentages, Filter{Sort: "-low"}, []string{"12%", "5%", "3 points"}},
	} {
		var got []string
		for _, row := range allRows(t, s, c.table, c.f) {
			got = append(got, cell(t, c.table, row, shown[c.table]).(string))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s with %+v (-want +got):\n%s", c.table.Name, c.f, diff)
		}
	}
}

func TestFilterErrors(t *testing.T) {
	s := threeBriefs(t)
	for _, c := range []struct {
		table        *Table
		f            Filter
		filter, want string
	}{
		{Claims, Filter{Label: corpus.Org}, "label", "does not apply to claims"},
		{Documents, Filter{Type: corpus.Risk}, "type", "does not apply to documents"},
		{Mentions, Filter{Horizon: corpus.Short}, "horizon", "does not apply to mentions"},
		{Entities, Filter{Distinct: true}, "distinct", "does not apply to entities"},
		{Claims, Filter{Direction: "sideways"}, "direction", `"sideways" is none of increase`},
		{Claims, Filter{Type: "guess"}, "type", `"guess" is none of prediction, risk, plan, scheduled`},
		{Claims, Filter{Role: "intro"}, "role", "is none of title"},
		{Claims, Filter{Status: "done"}, "status", "is none of open, accepted, rejected"},
		{Claims, Filter{Country: "Kazakhstan"}, "country", "two letters"},
		{Claims, Filter{Text: `"open`}, "text", "partner"},
		{Claims, Filter{Sort: "colour"}, "sort", "it has id, key, document_id"},
		{Claims, Filter{Sort: "1; DROP TABLE claims"}, "sort", "has no column"},
		{Claims, Filter{Limit: -1}, "limit", "negative"},
		{Claims, Filter{Offset: -1}, "offset", "negative"},
	} {
		var fault *FilterError
		for row, err := range s.Rows(context.Background(), c.table, c.f) {
			if !errors.As(err, &fault) {
				t.Errorf("%+v: row %v, error %v", c.f, row, err)
			}
		}
		if fault == nil || fault.Filter != c.filter || !strings.Contains(fault.Reason, c.want) {
			t.Errorf("%+v: error is %v, want one of %s with %q", c.f, fault, c.filter, c.want)
		}
	}
}

// TestRowsWhole looks at every cell of one row of each table.
func TestRowsWhole(t *testing.T) {
	s := threeBriefs(t)
	sell := allRows(t, s, Claims, Filter{Certainty: corpus.Unlikely})[0]
	sellKey := cell(t, Claims, sell, "key")
	for _, c := range []struct {
		table *Table
		f     Filter
		want  map[string]any
	}{
		{Documents, Filter{Document: 2}, map[string]any{
			"id": int64(2), "key": "/briefs/tin.txt", "source": "tin.txt", "version": int64(1), "title": "On tin.txt",
			"authors": "Carla Diaz", "published": "2023-11", "published_precision": "month", "outlet": "Metals Weekly",
			"language": "en", "url": nil, "format": "text", "sha256": tinBrief().Hash,
			"first_seen": "2024-05-27T09:30:00Z", "saved_at": "2024-05-27T09:30:00Z",
			"extractors": "entity 1, forecast 1, percent 1",
			"claims":     int64(2), "mentions": int64(3), "percentages": int64(1),
		}},
		{Claims, Filter{Type: corpus.Prediction, Document: 1, Yardstick: icd203}, map[string]any{
			"id": int64(5), "document_id": int64(1), "version": int64(1), "title": "On grid.txt", "published": "2024-05-27",
			"role": "forecast", "heading": "Forecast", "type": "prediction", "certainty": "likely", "certainty_text": "likely",
			"likelihood_low": 55.0, "likelihood_high": 80.0, "yardstick": "icd203", "negated": false,
			"horizon": "dated", "horizon_text": "by 2030", "condition": "If loans stay cheap", "source": nil,
			"cue": "will likely", "cue_start": int64(139), "cue_end": int64(150),
			"quote": "Kazakhstan will likely build two lines by 2030", "start": int64(128), "end": int64(174),
			"sentence":       "If loans stay cheap, Kazakhstan will likely build two lines by 2030.",
			"sentence_start": int64(107), "sentence_end": int64(175),
			"status": "open", "extractor": "forecast", "extractor_version": "1", "rule": "modal",
			"score": 0.75, "probability_low": 60.0, "probability_high": 70.0,
			"horizon_start": "2024-05-27", "horizon_end": "2030-12-31",
			"direction": "begin", "scorable": true, "unscorable": nil, "restates": nil,
		}},
		{Claims, Filter{Type: corpus.Risk, Document: 2, Yardstick: icd203}, map[string]any{
			"id": int64(14), "document_id": int64(2), "version": int64(1), "title": "On tin.txt", "published": "2023-11",
			"role": "forecast_short", "heading": "Forecast_short", "type": "risk", "certainty": "possible", "certainty_text": nil,
			"likelihood_low": nil, "likelihood_high": nil, "yardstick": nil, "negated": true,
			"horizon": "short", "horizon_text": nil, "condition": nil, "source": nil,
			"cue": "may", "cue_start": int64(126), "cue_end": int64(129),
			"quote": "Kazakh buyers may wait", "start": int64(112), "end": int64(134),
			"sentence": "Kazakh buyers may wait.", "sentence_start": int64(112), "sentence_end": int64(135),
			"status": "open", "extractor": "forecast", "extractor_version": "1", "rule": "modal",
			"score": nil, "probability_low": nil, "probability_high": nil, "horizon_start": nil, "horizon_end": nil,
			"direction": "no_change", "scorable": false, "unscorable": "no_certainty", "restates": sellKey,
		}},
		{Entities, Filter{Label: corpus.Initiative}, map[string]any{
			"id": int64(2), "canonical": "Green Grid Plan", "label": "INITIATIVE", "country": nil, "about_country": nil,
			"names": "GGP; Green Grid Plan", "mentions": int64(2), "documents": int64(1), "claims": int64(0),
			"first_published": "2024-05-27", "last_published": "2024-05-27",
		}},
		{Mentions, Filter{Document: 3}, map[string]any{
			"id": int64(15), "document_id": int64(3), "version": int64(1), "title": nil, "published": nil,
			"role": "body", "heading": nil, "entity_id": int64(1), "entity": "Kazakhstan", "canonical": "Kazakhstan",
			"label": "GPE", "country": "KZ", "about_country": "KZ",
			"quote": "Kazakhstan", "start": int64(0), "end": int64(10),
			"sentence": "Kazakhstan waits.", "sentence_start": int64(0), "sentence_end": int64(17),
			"status": "open", "extractor": "entity", "extractor_version": "1", "rule": "list", "score": nil,
		}},
		{Percentages, Filter{Document: 1, Limit: 1}, map[string]any{
			"id": int64(2), "document_id": int64(1), "version": int64(1), "title": "On grid.txt", "published": "2024-05-27",
			"role": "summary", "heading": "Summary", "low": 12.0, "high": 12.0, "unit": "percent", "bound": "about",
			"change": "none", "of": "its power", "subject": "Kazakhstan", "time": "winter",
			"quote": "12%", "start": int64(34), "end": int64(37),
			"sentence":       "Kazakhstan imports about 12% of its power in winter.",
			"sentence_start": int64(9), "sentence_end": int64(61),
			"status": "open", "extractor": "percent", "extractor_version": "1", "rule": "figure", "score": nil,
		}},
	} {
		all := allRows(t, s, c.table, c.f)
		if len(all) != 1 {
			t.Errorf("%s with %+v: %d rows", c.table.Name, c.f, len(all))
			continue
		}
		got := map[string]any{}
		for i, column := range c.table.Columns {
			got[column.Name] = all[0][i]
		}
		if key, ok := got["key"].(string); ok && c.table != Documents {
			if len(key) != 32 {
				t.Errorf("%s: key %q", c.table.Name, key)
			}
			delete(got, "key")
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.table.Name, diff)
		}
	}
}

// TestCellTypes holds that cells have the types that their columns say.
func TestCellTypes(t *testing.T) {
	s := threeBriefs(t)
	want := map[Type]string{Integer: "int64", Number: "float64", Boolean: "bool", Text: "string", DateTime: "string"}
	for _, table := range Tables {
		for _, row := range allRows(t, s, table, Filter{Yardstick: icd203}) {
			for i, c := range table.Columns {
				if got := fmt.Sprintf("%T", row[i]); row[i] != nil && got != want[c.Type] {
					t.Errorf("%s.%s is a %s, want %s", table.Name, c.Name, got, want[c.Type])
				}
			}
		}
	}
}

// TestRowsStopped leaves a query early; its connection must come free.
func TestRowsStopped(t *testing.T) {
	s := threeBriefs(t)
	s.read.SetMaxOpenConns(1)
	for range 3 {
		for _, err := range s.Rows(context.Background(), Mentions, Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, err := range s.Rows(ctx, Mentions, Filter{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v", err)
		}
	}
}

// TestSortByEveryColumn runs every order that a table offers.
func TestSortByEveryColumn(t *testing.T) {
	s := threeBriefs(t)
	for _, table := range Tables {
		rows := len(allRows(t, s, table, Filter{}))
		for _, c := range table.Columns {
			for _, sign := range []string{"", "-"} {
				if got := len(allRows(t, s, table, Filter{Sort: sign + c.Name})); got != rows {
					t.Errorf("%s sorted by %s%s has %d rows, want %d", table.Name, sign, c.Name, got, rows)
				}
			}
		}
	}
}
