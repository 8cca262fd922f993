package percent

import (
	"testing"

	"augury/corpus"
)

var baseExamples = []fieldExample{
	{"Debt stood at 60 percent of GDP in 2020.", []string{"GDP"}},
	{"The firm buys 40% of its imported steel abroad.", []string{"its imported steel"}},
	{"It makes up 12 percent of the costs of small firms.", []string{"the costs of small firms"}},
	{"Spending grew from 3 percent of GDP to 5 percent.", []string{"GDP", "GDP"}},
	{"They spent 2 and 3 percent of income.", []string{"income", "income"}},
	{"The share of women rose to 30 percent.", []string{"women"}},
	{"Of the firms asked, 40 percent will hire.", []string{"the firms"}},
	{"Among older voters, 40 percent stayed at home.", []string{"older voters"}},
	{"The state levies a tax of 5 percent on fuel.", []string{"fuel"}},
	{"Thirty percent of people born in 1990 moved away.", []string{"people born in 1990"}},
	{"Rents are 30 percent higher than the national average.", []string{"the national average"}},
	{"Investment is down 3 percent from its peak in 2007.", []string{"its peak in 2007"}},
	{"Twenty percent of voters agree, compared with 30 percent last year.", []string{"voters", "voters"}},
	{"Coal made 40 percent of the steam; it makes 20 percent today.", []string{"the steam", "the steam"}},
	{"The fund holds a 40 percent share of the market.", []string{"the market"}},
	{"The port employs many clerks, 40 percent of whom are women.", []string{"many clerks"}},
	{"Some 60 percent of voters support the plan.", []string{"voters"}},
	{"It makes 40 percent of the world's oil and ministers are meeting.", []string{"the world's oil"}},
	{"Rents are 30 percent higher than a year ago.", []string{""}},
	{"More than 80 percent of voters agree, up from 70 percent in 2009.", []string{"voters", "voters"}},
	{"Exports rose 3 percent.", []string{""}},
	{"The rate was 2 percent below our average.", []string{""}},
	{"The percentage of women fell by 3 percent.", []string{""}},
}

func TestOf(t *testing.T) {
	checkField(t, baseExamples, func(doc *corpus.Document, p corpus.Percentage) string { return doc.Words(p.Of) })
}
