package corpus

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadByline(t *testing.T) {
	day := func(y, m, d int) Date { return Date{y, m, d} }
	type facts struct {
		authors   []string
		published Date
		outlet    string
	}
	for _, c := range []struct {
		line string
		want facts
	}{
		{"Ruth Calder | 27 May 2024", facts{[]string{"Ruth Calder"}, day(2024, 5, 27), ""}},
		{"Ruth Calder – 27 May 2024", facts{[]string{"Ruth Calder"}, day(2024, 5, 27), ""}},
		{"Ruth Calder, 27 May 2024", facts{[]string{"Ruth Calder"}, day(2024, 5, 27), ""}},
		{"Ruth Calder 27 May 2024", facts{[]string{"Ruth Calder"}, day(2024, 5, 27), ""}},
		{"By Ruth Calder and Tom A. Hale", facts{[]string{"Ruth Calder", "Tom A. Hale"}, Date{}, ""}},
		{"by Ruth Calder & Tom Hale", facts{[]string{"Ruth Calder", "Tom Hale"}, Date{}, ""}},
		{"By A. Calder, B. Hale, and C. van der Meer", facts{[]string{"A. Calder", "B. Hale", "C. van der Meer"}, Date{}, ""}},
		{"By RUTH CALDER in Nairobi", facts{[]string{"RUTH CALDER"}, Date{}, ""}},
		{"Authors: Ruth Calder; Tom Hale", facts{[]string{"Ruth Calder", "Tom Hale"}, Date{}, ""}},
		{"Written by Dr Ruth Calder, PhD", facts{[]string{"Ruth Calder"}, Date{}, ""}},
		{"By Prof. Aigul Bekova, Senior Fellow, Steppe Institute, and Tom Hale, Bank of Elbonia",
			facts{[]string{"Aigul Bekova", "Tom Hale"}, Date{}, ""}},
		{"By Ruth Calder | Lake Institute | May 2024", facts{[]string{"Ruth Calder"}, day(2024, 5, 0), "Lake Institute"}},
		{"Ruth Calder, Lake Monitor, 3 May 2024", facts{[]string{"Ruth Calder"}, day(2024, 5, 3), "Lake Monitor"}},
		{"Ruth Calder, Senior Fellow, 3 May 2024", facts{[]string{"Ruth Calder"}, day(2024, 5, 3), ""}},
		{"Delta Foresight Circle, September 2023", facts{nil, day(2023, 9, 0), "Delta Foresight Circle"}},
		{"London, 3 May 2024", facts{nil, day(2024, 5, 3), ""}},
		{"New York, 3 May 2024", facts{nil, day(2024, 5, 3), ""}},
		{"Monday, 27 May 2024", facts{nil, day(2024, 5, 27), ""}},
		{"Published: 27 May 2024 · 6 min read", facts{nil, day(2024, 5, 27), ""}},
		{"27 May 2024 (updated 3 June 2024)", facts{nil, Date{}, ""}}, // nothing is better than the wrong one
		{"The Institute for Lakes | Policy Brief No. 12", facts{nil, Date{}, "The Institute for Lakes"}},
		{"Lakehouse | Briefing 2024/3 | May 2024", facts{nil, day(2024, 5, 0), "Lakehouse"}},
		{"Published by the Lake Institute", facts{nil, Date{}, "Lake Institute"}},
		{"Source: Andes Monitor", facts{nil, Date{}, "Andes Monitor"}},
		{"By the Africa Team", facts{[]string{"Africa Team"}, Date{}, ""}},
		{"From: Ruth Calder", facts{[]string{"Ruth Calder"}, Date{}, ""}},
		{"To: The Minister", facts{nil, Date{}, ""}},
		{"To: All desks\nFrom: Ruth Calder\nDate: 4 June 2024", facts{[]string{"Ruth Calder"}, day(2024, 6, 4), ""}},
		{"Von Anna Schmidt | 3. Mai 2024", facts{[]string{"Anna Schmidt"}, day(2024, 5, 3), ""}},

		// No byline, whatever the capitals and figures.
		{"By 2030 the region will need more water.", facts{}},
		{"By Friday, the rebels had taken the town", facts{}},
		{"By design", facts{}},
		{"Real Estate and Construction", facts{}},
		{"Policy Options", facts{}},
		{"Growth | Inflation | Trade", facts{}},
		{"The economy grew by 3 percent in May 2024", facts{}},
		{"Growth in 2024", facts{}},
		{"Kenya, Tanzania and Uganda", facts{}},
		{"Elections are due in November 2025", facts{}},
		{"Outlook for 2025", facts{}},
		{"The finance ministry expects that growth will slow next year.", facts{}},
		{"The central bank's staff expect inflation to fall.", facts{}},
	} {
		line := readByline(c.line)
		got := facts{line.authors, line.published, line.outlet}
		if line.trust < likely && len(line.authors) == 0 {
			got = facts{}
		}
		if line.trust == possible {
			t.Logf("%q is possible", c.line)
		}
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(facts{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.line, diff)
		}
	}
}

func TestTrust(t *testing.T) {
	for line, want := range map[string]trust{
		"By Ruth Calder":                  certain,
		"27 May 2024":                     certain,
		"2024":                            certain,
		"Ruth Calder, Lake Institute":     likely,
		"Ruth Calder":                     likely,   // a known given name
		"R. Q. Zorbax":                    likely,   // an initial
		"Dr Xolani Qwerti":                likely,   // a title
		"Xolani Qwerti":                   possible, // could be anything
		"Institute for Lakes":             possible,
		"Trade Policy Review":             noByline,
		"Labor Markets":                   noByline,
		"Central Asia":                    noByline,
		"South Africa":                    noByline,
		"Policy Brief No. 12":             noByline,
		"The Lake Will Dry, Say Officals": noByline,
	} {
		if got := readByline(line).trust; got != want {
			t.Errorf("%q: trust %d, want %d", line, got, want)
		}
	}
	if !readByline("Policy Brief No. 12").series || !readByline("MEMORANDUM").series {
		t.Error("the name of a series by itself is not seen")
	}
}

func TestStatedDate(t *testing.T) {
	for s, want := range map[string]string{
		"27 May 2024":                           "2024-05-27",
		"27th May 2024":                         "2024-05-27",
		"27 May, 2024":                          "2024-05-27",
		"May 27, 2024":                          "2024-05-27",
		"May 27th, 2024":                        "2024-05-27",
		"MAY 27, 2024":                          "2024-05-27",
		"Monday, May 27, 2024":                  "2024-05-27",
		"Mon 27 May 2024":                       "2024-05-27",
		"Sept. 3, 2024":                         "2024-09-03",
		"3 Sep 2024":                            "2024-09-03",
		"27 May 2024, 10:30 GMT":                "2024-05-27",
		"May 27, 2024 at 10:30 a.m.":            "2024-05-27",
		"2024-05-27":                            "2024-05-27",
		"2024-05-27T23:30:00-05:00":             "2024-05-27",
		"2024/05/27":                            "2024-05-27",
		"20240527":                              "2024-05-27",
		"27.05.2024":                            "2024-05-27",
		"27/05/2024":                            "2024-05-27",
		"05/27/2024":                            "2024-05-27",
		"04/04/2024":                            "2024-04-04",
		"03/04/2024":                            "2024", // March or April
		"14 and 15 August 2023":                 "2023-08-15",
		"14-15 August 2023":                     "2023-08-15",
		"Published on 27 May 2024":              "2024-05-27",
		"Date: May 2024":                        "2024-05",
		"May 2024":                              "2024-05",
		"May, 2024":                             "2024-05",
		"Feb. 2024":                             "2024-02",
		"2024-05":                               "2024-05",
		"2024":                                  "2024",
		"Published 11:40 AM EST May 27, 2024":   "2024-05-27",
		"Last updated : 27 May 2024 09:15 GMT":  "2024-05-27",
		"Mon 6:45 PM, May 27, 2024":             "2024-05-27",
		"9.15 pm CET, Monday, 27 May 2024":      "2024-05-27",
		"Spring 2024":                           "2024",
		"Q3 2024":                               "2024",
		"3. Mai 2024":                           "2024-05-03",
		"1er janvier 2020":                      "2020-01-01",
		"27 de mayo de 2024":                    "2024-05-27",
		"März 2023":                             "2023-03",
		"":                                      "",
		"May":                                   "",
		"27 May":                                "",
		"31 February 2024":                      "",
		"31.02.2024":                            "",
		"12":                                    "",
		"1200":                                  "",
		"3000":                                  "",
		"In 2024 growth slowed":                 "",
		"Growth 2024":                           "",
		"Outlook for May 2024":                  "",
		"27 May 2024 and what came of it later": "",
	} {
		got, ok := statedDate(s)
		if got.String() != want || ok != (want != "") {
			t.Errorf("%q is %q (%v), want %q", s, got, ok, want)
		}
	}
}

func TestDatelineDate(t *testing.T) {
	for s, want := range map[string]string{
		"London, 3 May 2024 – Gas will flow.":           "2024-05-03",
		"NAIROBI, May 3, 2024 (Wire) - Gas will flow.":  "2024-05-03",
		"Buenos Aires, 3 May 2024: Gas will flow.":      "2024-05-03",
		"On 3 May 2024 - a Friday - gas began to flow.": "",
		"London will host the summit on 3 May 2024 - x": "",
		"Gas will flow.": "",
	} {
		if got := datelineDate(s).String(); got != want {
			t.Errorf("%q is of %q, want %q", s, got, want)
		}
	}
}
