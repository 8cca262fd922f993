package percent

import (
	"testing"

	"augury/corpus"
)

var boundExamples = []fieldExample{
	{"Turnout was 60%.", []string{"exact"}},
	{"About 60% voted.", []string{"about"}},
	{"Some 60% voted, roughly 70 percent in towns.", []string{"about", "about"}},
	{"Nearly a 5 percent rise, almost half a percentage point.", []string{"about", "about"}},
	{"It fell by roughly an additional 2 percent.", []string{"about"}},
	{"Turnout was ~60% or 55% or so.", []string{"about", "about"}},
	{"At least 60% voted.", []string{"at_least"}},
	{"More than 60% voted, over 70% in towns.", []string{"at_least", "at_least"}},
	{"Rates went well above 4 percent.", []string{"at_least"}},
	{"Debt exceeds 80 percent of output.", []string{"at_least"}},
	{"A share of 60 percent or more is needed, 70% at least.", []string{"at_least", "at_least"}},
	{"No less than 60% voted.", []string{"at_least"}},
	{"Up to 60% voted.", []string{"at_most"}},
	{"Less than 60% voted, not more than 30% in towns.", []string{"at_most", "at_most"}},
	{"Losses were as much as 12 percent.", []string{"at_most"}},
	{"Inflation stayed below 2 percent.", []string{"at_most"}},
	{"A fee of 3 percent or less applies, >5% and <2% elsewhere.", []string{"at_most", "at_least", "at_most"}},

	// One bounding word for a list.
	{"About 10, 12 and 15 percent left.", []string{"about", "about", "about"}},
	{"Prices rose around 1 percent in the quarter and 3 percent over the year.", []string{"about", "about"}},
	{"Prices rose around 1 percent in the quarter and by 3 percent over the year.", []string{"about", "exact"}},

	// These only look like bounding words.
	{"The rate edged up to 5 percent.", []string{"exact"}},
	{"That brings the rate up to 5 percent.", []string{"exact"}},
	{"The rate was less than the 2 percent target.", []string{"exact"}},
}

func TestBound(t *testing.T) {
	checkField(t, boundExamples, func(_ *corpus.Document, p corpus.Percentage) string { return string(p.Bound) })
}
