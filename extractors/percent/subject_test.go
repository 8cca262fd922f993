package percent

import (
	"testing"

	"augury/corpus"
)

var subjectExamples = []fieldExample{
	// The subject of the verb.
	{"Exports of cars rose by 3 percent.", []string{"Exports of cars"}},
	{"In 2020, public spending on roads was 3 percent of GDP.", []string{"public spending on roads"}},
	{"Unemployment, which was 6 percent in May, is expected to fall to 5 percent.", []string{"Unemployment", "Unemployment"}},
	{"Output slowed, growing only 2 percent.", []string{"Output"}},
	{"The Bank projects inflation to fall to 2 percent.", []string{"inflation"}},
	{"Prices fell by 1 percent in May but rose by 2 percent in June.", []string{"Prices", "Prices"}},
	{"The median of forecasts for growth was 2 percent.", []string{"growth"}},
	{"Jobs that require a degree will grow by 9 percent.", []string{"Jobs that require a degree"}},
	{"Spain had an unemployment rate of 12 percent.", []string{"Spain"}},
	{"After falling 3 percent, exports recovered.", []string{"exports"}},

	// The object, where the verb has one.
	{"The state reduced subsidies by 10 percent.", []string{"subsidies"}},
	{"The bank raised its main rate from 3 percent to 4 percent.", []string{"its main rate", "its main rate"}},
	{"The reform would lower costs by 2 percent and prices by 1 percent.", []string{"costs", "prices"}},
	{"The tax adds 0.3 percentage point to inflation.", []string{"inflation"}},

	// The noun beside the figure.
	{"A 3 percent rise in wages is planned.", []string{"wages"}},
	{"The report expects wage growth of 3 percent.", []string{"wage growth"}},
	{"An inflation rate of 3 percent would be welcome.", []string{"inflation rate"}},
	{"Exports (12 percent) led the way.", []string{"Exports"}},
	{"Inflation above 3 percent would hurt.", []string{"Inflation"}},
	{"The plan sets aside 5 percent of GDP for schools.", []string{"schools"}},
	{"Output rose, with core inflation at 2 percent.", []string{"core inflation"}},

	// Two subjects, and one of the sentence before.
	{"France and Spain grew 2 percent and 3 percent, respectively.", []string{"France", "Spain"}},
	{"Core inflation was 2 percent. It is expected to reach 3 percent.", []string{"Core inflation", "Core inflation"}},

	// Words that the tagger may take for others.
	{"The fund owns more than 3 percent of the firm.", []string{"The fund"}},
	{"The discount that banks give rose from 2% to 3%.", []string{"The discount that banks give", "The discount that banks give"}},
	{"Polls give the party 30 percent of the vote.", []string{"the party"}},
	{"At 3 percent, inflation was low.", []string{"inflation"}},
	{"The bank wants to keep inflation under 3 percent.", []string{"inflation"}},

	// What is said again, in other words or fewer.
	{"The Bank projects growth of 2 percent; the Fund projects 3 percent.", []string{"growth", "growth"}},
	{"Exports rose 2 percent and import prices 3 percent.", []string{"Exports", "import prices"}},
	{"Output grew 2 percent, below its average pace since 1990 of 3 percent.", []string{"Output", "Output"}},
	{"Output should grow 2 percent, compared with the forecast of 3 percent.", []string{"Output", "Output"}},
	{"Unemployment is expected to be stable, even though it has fallen 2 percent.", []string{"Unemployment"}},
	{"The rate is 5 percent, with core inflation at 2 percent.", []string{"The rate", "core inflation"}},
	{"Inflation should pick up in 2030 to be at 2 percent.", []string{"Inflation"}},

	// Brackets, and what a share or a comparison is about.
	{"The workweek will edge down slightly (1 percent per year).", []string{"The workweek"}},
	{"The premium (long over short) of 2 percentage points is usual.", []string{"The premium"}},
	{"We will have 20 percent more cars on our roads.", []string{"cars on our roads"}},
	{"The fall has left inflation near our 2 percent target.", []string{"inflation"}},
	{"The spread between A- and B-rated bonds was 3 percentage points.", []string{"The spread between A- and B-rated bonds"}},
	{"Immigration contributes 0.2 percentage point to growth.", []string{"growth"}},

	{"Farming accounts for 8 percent of output.", []string{"Farming"}},
	{"The port is large and, with its suppliers, makes 8 percent of output.", []string{"The port"}},
	{"Trade contributes 7 percent to output.", []string{"Trade"}},
	{"The year ended badly, with output 8 percent lower.", []string{"output"}},

	{"Output took a hit and real wages fell by 3 percent.", []string{"real wages"}},
	{"The port is a mainstay of the coast, accounting for 30 percent of trade.", []string{"The port"}},
	{"The carrier will slash domestic flights 17 percent.", []string{"domestic flights"}},
	{"The Bank raised its estimate for wage growth in 2030 to 3 percent.", []string{"wage growth"}},
	{"The minority, 14 percent of the people, rules the north.", []string{"The minority"}},
	{"The town found 300 jobs, or 14 percent of those lost.", []string{"300 jobs"}},

	{"New data show inflation in the north at a high of 8 percent.", []string{"inflation in the north"}},
	{"Land devoted to growing wheat was down 20 percent.", []string{"Land devoted to growing wheat"}},

	{"Prices rose, with core inflation running at 3 percent.", []string{"core inflation"}},

	// None is stated.
	{"The survey says that 61 percent disapprove of the plan.", []string{""}},
	{"We expect a decline of 3 percent.", []string{""}},
	{"Forty percent of workers went home.", []string{""}},
	{"This 84 percent increase was a surprise.", []string{""}},
}

func TestSubject(t *testing.T) {
	checkField(t, subjectExamples, func(doc *corpus.Document, p corpus.Percentage) string { return doc.Words(p.Subject) })
}
