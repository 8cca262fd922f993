package percent

import (
	"testing"

	"augury/corpus"
)

var changeExamples = []fieldExample{
	// The size of a change.
	{"Exports rose 3 percent.", []string{"up"}},
	{"Exports fell by about 3 percent.", []string{"down"}},
	{"Exports may fall by between 3 and 5 percent.", []string{"down"}},
	{"Exports grew at an annual rate of 3 percent.", []string{"up"}},
	{"Exports are expected to grow at a 3 percent annual pace.", []string{"up"}},
	{"Output should expand in the 3 to 4 percent range.", []string{"up"}},
	{"The bank cut its rate by 50 basis points.", []string{"down"}},
	{"The law would reduce emissions by up to 20 percent.", []string{"down"}},
	{"Shares were up 4 percent, bonds were down 1 percent.", []string{"up", "down"}},
	{"A 3 percent increase in wages followed a 2 percent cut.", []string{"up", "down"}},
	{"The town saw an increase in rents of 9 percent.", []string{"up"}},
	{"The firm announced job cuts of 5 percent.", []string{"down"}},
	{"The tax will add 0.3 percentage point to inflation.", []string{"up"}},
	{"The strike subtracted 0.2 percentage point from growth.", []string{"down"}},
	{"A 2 percent annual rate of decline in prices is likely.", []string{"down"}},
	{"Wages were 4 percent higher than a year earlier.", []string{"up"}},
	{"Prices rose 1 percent in May and 2 percent in June.", []string{"up", "up"}},
	{"Sales rose 5 percent, compared with 2 percent last year.", []string{"up", "up"}},

	{"The workweek will edge down slightly (1 percent per year).", []string{"down"}},
	{"Immigration contributes 0.2 percentage point to growth.", []string{"up"}},
	{"The Bank expects growth of 2 percent; the Fund projects 3 percent.", []string{"up", "up"}},
	{"A small (2 percent) increase in rents is likely.", []string{"up"}},

	{"Shares in the two cities were both down almost 4 percent.", []string{"down"}},
	{"The year ended badly, with output 8 percent lower.", []string{"down"}},

	{"The carrier will slash domestic flights 17 percent.", []string{"down"}},
	{"The index lost 40 points, or 5 percent.", []string{"down"}},

	// Growth is a change by itself.
	{"Growth of 3 percent is likely.", []string{"up"}},
	{"GDP growth slowed to 2 percent from 3 percent.", []string{"up", "up"}},
	{"Employment growth remained above 2 percent.", []string{"up"}},
	{"Exports slowed to 2 percent.", []string{"up"}},
	{"Growth was strong for cars (8 percent).", []string{"up"}},
	{"The tax would reduce growth by 0.5 percentage point.", []string{"down"}},

	// Levels and shares.
	{"Inflation was 3 percent.", []string{"none"}},
	{"Inflation rose to 3 percent from 2 percent.", []string{"none", "none"}},
	{"Inflation slowed to 3 percent.", []string{"none"}},
	{"Unemployment fell from 6 percent to 5 percent.", []string{"none", "none"}},
	{"The rate is expected to fall below 4 percent.", []string{"none"}},
	{"Farming accounts for 20 percent of output.", []string{"none"}},
	{"The 2 percent target was missed.", []string{"none"}},
	{"Cars make up 20 percent of exports.", []string{"none"}},
	{"Losses were 20 percent of sales.", []string{"none"}},
	{"Rates are 2 percent higher than abroad.", []string{"none"}},
	{"The share of coal fell by 3 percentage points to 20 percent.", []string{"down", "none"}},
}

func TestChange(t *testing.T) {
	checkField(t, changeExamples, func(_ *corpus.Document, p corpus.Percentage) string { return string(p.Change) })
}
