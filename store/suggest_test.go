package store

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"augury/corpus"
)

// suggestions lists what is suggested, as "KEEP < JOIN: reason (words)".
func suggestions(t testing.TB, s *Store) []string {
	t.Helper()
	var all []string
	for _, found := range decided[[]Suggestion](t)(s.SuggestMerges(context.Background())) {
		all = append(all, fmt.Sprintf("%s < %s: %s (%s)", found.Keep.Name, found.Join.Name, found.Reason, found.Words))
	}
	return all
}

// TestSuggest has for each reason names that it holds for, and those where it must not.
func TestSuggest(t *testing.T) {
	const (
		person, org, gpe, loc, norp = corpus.Person, corpus.Org, corpus.GPE, corpus.Loc, corpus.NORP
		initiative                  = corpus.Initiative
	)
	for _, c := range []struct {
		name   string
		briefs [][]mentionOf
		want   []string
	}{
		{"nothing alike", [][]mentionOf{{named(org, "Harbour Board"), named(org, "Grain Council"), named(person, "Ada Marsh")}}, nil},

		{"country without its code", [][]mentionOf{{state("Myanmar", "MM"), named(gpe, "Burma")}}, []string{"Myanmar < Burma: country (Myanmar)"}},
		{"another country", [][]mentionOf{{state("Chad", "TD"), state("Mali", "ML"), named(gpe, "Texas")}}, nil},
		{"its capital", [][]mentionOf{{state("China", "CN"), named(gpe, "Beijing"), named(norp, "Chinese")}}, nil},

		{"case", [][]mentionOf{{named(org, "HARBOUR BOARD"), named(org, "Harbour Board")}}, []string{"HARBOUR BOARD < Harbour Board: letters (HARBOUR BOARD)"}},
		{"accents", [][]mentionOf{{named(loc, "Rio Paraná"), named(loc, "Rio Parana")}}, []string{"Rio Paraná < Rio Parana: letters (Rio Paraná)"}},
		{"punctuation", [][]mentionOf{{named(org, "Al-Nusra Front"), named(org, "al Nusra Front"), named(org, "al Nusra Front")}},
			[]string{"al Nusra Front < Al-Nusra Front: letters (Al-Nusra Front)"}},
		{"letters of another label", [][]mentionOf{{named(org, "Arctic Council"), named(loc, "Arctic council")}},
			[]string{"Arctic Council < Arctic council: label (Arctic Council)"}},

		{"one acronym", [][]mentionOf{
			{named(org, "International Grain Council"), read("IGC", org, "International Grain Council")},
			{named(org, "The Grain Council (International)"), read("I.G.C.", org, "The Grain Council (International)")}},
			[]string{"International Grain Council < The Grain Council (International): acronym (IGC)"}},
		{"initials", [][]mentionOf{{named(org, "IGC")}, {named(org, "International Grain Council")}},
			[]string{"International Grain Council < IGC: acronym (IGC)"}},
		{"initials with small words", [][]mentionOf{{named(org, "BoJ"), named(org, "DOE")}, {named(org, "Department of Energy")}},
			[]string{"Department of Energy < DOE: acronym (DOE)"}},
		{"initials of two names, but no acronym", [][]mentionOf{{named(org, "Northern Security Council"), named(org, "National Shipping Company")}}, nil},
		{"acronym of another label", [][]mentionOf{{named(initiative, "IGC")}, {named(org, "International Grain Council")}}, nil},

		{"called so elsewhere", [][]mentionOf{{named(org, "Grain Council"), read("Board of Grain", org, "Grain Council")}, {named(org, "Board of Grain")}},
			[]string{"Grain Council < Board of Grain: name (Board of Grain)"}},

		{"last name beside the full one", [][]mentionOf{{named(person, "Ada Marsh"), named(person, "Marsh"), named(person, "Marsh")}},
			[]string{"Ada Marsh < Marsh: surname (Marsh)"}},
		{"last name in another brief", [][]mentionOf{{named(person, "Ada Marsh")}, {named(person, "Marsh")}}, nil},
		{"last name of two", [][]mentionOf{{named(person, "Ada Marsh"), named(person, "Ben Marsh"), named(person, "Marsh")}}, nil},

		{"contained", [][]mentionOf{{named(org, "Ministry of Trade"), named(org, "Ministry of Trade of Ruritania")}},
			[]string{"Ministry of Trade of Ruritania < Ministry of Trade: contained (Ministry of Trade)"}},
		{"contained at the end", [][]mentionOf{{named(initiative, "Green Grid Plan"), named(initiative, "National Green Grid Plan")}},
			[]string{"National Green Grid Plan < Green Grid Plan: contained (Green Grid Plan)"}},
		{"contained in two", [][]mentionOf{{named(org, "Ministry of Trade"), named(org, "Ministry of Trade of Ruritania"), named(org, "Ministry of Trade of Freedonia")}}, nil},
		{"behind another's head", [][]mentionOf{{named(org, "Grain Union"), named(org, "Council of the Grain Union")}}, nil},
		{"one of two", [][]mentionOf{{named(loc, "Amber Coast"), named(loc, "Amber Coast and Islands")}}, nil},
		{"one word at the end", [][]mentionOf{{named(org, "Council"), named(org, "Grain Council")}}, nil},
		{"another head", [][]mentionOf{{named(org, "Grain Council"), named(org, "Grain Council Pension Board")}}, nil},
		{"one word at the start", [][]mentionOf{{named(org, "Huawei"), named(org, "Huawei Technologies")}}, []string{"Huawei Technologies < Huawei: contained (Huawei)"}},
		{"contained in another label", [][]mentionOf{{named(gpe, "New Harbour"), named(org, "New Harbour Times")}}, nil},

		{"spelling", [][]mentionOf{{named(person, "Volodymyr Zelensky"), named(person, "Volodymyr Zelenskyy"), named(initiative, "Safe City Project"), named(initiative, "Safe City Projects")}},
			[]string{"Volodymyr Zelensky < Volodymyr Zelenskyy: spelling (Volodymyr Zelensky)", "Safe City Project < Safe City Projects: spelling (Safe City Project)"}},
		{"two letters", [][]mentionOf{{named(loc, "Northern Sound"), named(loc, "Northern Lands")}}, nil},
		{"letters changed over", [][]mentionOf{{named(loc, "Marsh Island"), named(loc, "Marhs Island")}}, nil},
		{"short names", [][]mentionOf{{named(org, "Hamas"), named(org, "Hamad")}}, nil},
		{"figures", [][]mentionOf{{named(initiative, "Resolution 2254"), named(initiative, "Resolution 2255")}}, nil},
		{"Roman numerals", [][]mentionOf{{named(corpus.Event, "Great Grain War I"), named(corpus.Event, "Great Grain War II")}}, nil},
		{"peoples of two countries", [][]mentionOf{{named(norp, "Nigerian"), named(norp, "Nigerien")}}, nil},
	} {
		s := openTest(t)
		for i, mentions := range c.briefs {
			mustSave(t, s, mentionBrief(fmt.Sprintf("%d.txt", i), mentions...))
		}
		if diff := cmp.Diff(c.want, suggestions(t, s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestSuggestOrder holds the order, and that decisions are heeded.
func TestSuggestOrder(t *testing.T) {
	s := openTest(t)
	ctx := context.Background()
	mustSave(t, s, mentionBrief("a.txt",
		named(corpus.Org, "Huawei"), named(corpus.Org, "Huawei Technologies"), named(corpus.Org, "Grain Council"), named(corpus.Org, "Grain-Council"),
		named(corpus.Loc, "Amber Sea"), named(corpus.Loc, "Amber sea"), named(corpus.Loc, "Amber sea")))
	want := []string{
		"Amber sea < Amber Sea: letters (Amber Sea)", "Grain Council < Grain-Council: letters (Grain Council)",
		"Huawei Technologies < Huawei: contained (Huawei)",
	}
	if diff := cmp.Diff(want, suggestions(t, s)); diff != "" {
		t.Errorf("at first (-want +got):\n%s", diff)
	}
	decided[[]Decision](t)(s.MergeEntities(ctx, "ana", "3", "4"))
	if diff := cmp.Diff([]string{want[0], want[2]}, suggestions(t, s)); diff != "" {
		t.Errorf("after a merge (-want +got):\n%s", diff)
	}
	decided[Decision](t)(s.SplitEntity(ctx, "ana", "3", SplitOff{By: ByName, Words: "Grain-Council", As: "Grain-Council"}))
	if diff := cmp.Diff([]string{want[0], want[2]}, suggestions(t, s)); diff != "" {
		t.Errorf("after a split (-want +got):\n%s", diff)
	}
	decided[Decision](t)(s.AddAlias(ctx, "ana", "Huawei", "Grain Council"))
	if got := suggestions(t, s); len(got) != 3 || got[1] != "Huawei < Grain Council: name (Grain Council)" {
		t.Errorf("with an alias %q", got)
	}
	decided[Decision](t)(s.RemoveAlias(ctx, "ana", "Huawei", "grain council"))
	if got := suggestions(t, s); len(got) != 2 {
		t.Errorf("without it %q", got)
	}
}

func TestIsAcronym(t *testing.T) {
	for text, want := range map[string]bool{
		"IMF": true, "U.S.": true, "G20": false, "WFP2": true, "R&D": true, "UN": true, "A": false, "Imf": false, "IMFs": false,
		"ВТО": true, "": false, "THE BOARD": false, "ABCDEFGHI": false, ".AB": false,
	} {
		if got := isAcronym(text); got != want {
			t.Errorf("isAcronym(%q) = %v", text, got)
		}
	}
}

func TestDifferInOne(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"grain", "grains", true}, {"grain", "rain", true}, {"grain", "groin", true}, {"grain", "grain", false},
		{"grain", "gra", false}, {"xabc", "abcy", false}, {"ab", "ba", false}, {"", "a", true}, {"", "", false}, {"год", "года", true},
	} {
		if got := differInOne([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("differInOne(%q, %q) = %v", c.a, c.b, got)
		}
		if got := differInOne([]rune(c.b), []rune(c.a)); got != c.want {
			t.Errorf("differInOne(%q, %q) = %v", c.b, c.a, got)
		}
	}
}
