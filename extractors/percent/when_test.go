package percent

import (
	"testing"

	"augury/corpus"
)

var timeExamples = []fieldExample{
	{"Exports rose 3 percent in 2022.", []string{"2022"}},
	{"Debt will reach 60 percent of GDP by 2030.", []string{"by 2030"}},
	{"In May 2021, inflation was 3 percent.", []string{"May 2021"}},
	{"Exports rose 3 percent during the four quarters of 2013.", []string{"the four quarters of 2013"}},
	{"Prices should rise 2 percent a year over the next decade.", []string{"over the next decade"}},
	{"Prices rose 2 percent per year between 2010 and 2015.", []string{"between 2010 and 2015"}},
	{"By the end of the forecast period, rates will be 4 percent.", []string{"By the end of the forecast period"}},
	{"Rates are 4 percent today, up from 3 percent a year earlier.", []string{"today", "a year earlier"}},
	{"The share rose from 3 percent in 1990 to 5 percent in 2000.", []string{"1990", "2000"}},
	{"Between 2011 and 2014, the share fell from 45 percent to 26 percent.", []string{"2011", "2014"}},
	{"Growth will be 2 percent and 3 percent in 2024 and 2025, respectively.", []string{"2024", "2025"}},
	{"The rate rose 2 percentage points to 5 percent in June.", []string{"June", "June"}},
	{"In 2030, coal will supply 3 percent and wind will supply 40 percent.", []string{"2030", "2030"}},

	{"In the early to mid 1980s, inflation was 9 percent.", []string{"the early to mid 1980s"}},
	{"Prices have risen 5 percent since mid-March.", []string{"since mid-March"}},
	{"Output grows 3 percent a year, on average, over the long run.", []string{"over the long run"}},
	{"Growth was strong (3 percent) in 2021.", []string{"2021"}},
	{"Inflation was 2 percent this year, with food prices at 3 percent.", []string{"this year", "this year"}},
	{"Starting in 2031, inflation is expected to be 2 percent.", []string{"Starting in 2031"}},
	{"Rates will be 2 percent this year and next.", []string{"this year and next"}},
	{"The spread was 2 percent, below its 2000–07 average of 3 percent.", []string{"", "2000–07"}},

	{"The yield, which was 4 percent when the report was written, has risen.", []string{"when the report was written"}},
	{"In the four years since the reform, prices rose 9 percent.", []string{"the four years since the reform"}},

	{"Growth should be 3 percent over the next couple of years.", []string{"over the next couple of years"}},
	{"Inflation should return to 2 percent in the medium-term.", []string{"the medium-term"}},
	{"The rate will be 4 percent in 2031 and beyond.", []string{"2031 and beyond"}},

	// What is near is not always when.
	{"Over half (53 percent) stayed at home.", []string{""}},
	{"The medium-term goal is inflation of 2 percent.", []string{""}},
	{"A poll released Monday shows that 60 percent of voters agree.", []string{""}},
	{"Wages return to 2 percent when they are high.", []string{""}},
	{"Output will grow at a 3 percent pace, above the pace since 1973.", []string{""}},
	{"After peaking at 9 percent in April, the rate had fallen to 5 percent.", []string{"April", ""}},
	{"Prices rose 2 percent a year.", []string{""}},
	{"Of people born in 1960, 40 percent smoke.", []string{""}},
	{"The yield fell 2 percent (Smith 2014).", []string{""}},
	{"In 2019 the bank said that it wants inflation of 2 percent.", []string{""}},
	{"Inflation will return to the 2 percent target in 2025.", []string{""}},
	{"The plan has a target of 15 percent by 2030.", []string{"by 2030"}},
	{"Exports rose 3 percent, while imports fell in 2020.", []string{""}},
}

func TestTime(t *testing.T) {
	checkField(t, timeExamples, func(doc *corpus.Document, p corpus.Percentage) string { return doc.Words(p.Time) })
}
