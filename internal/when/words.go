package when

// set makes a set of words from a list.
func set(words ...string) map[string]bool {
	s := make(map[string]bool, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}

// prepositions lead an expression of time in.
var prepositions = set("after", "around", "at", "before", "beginning", "between", "beyond", "by", "during", "for", "from",
	"in", "into", "on", "over", "starting", "through", "throughout", "till", "to", "toward", "towards", "until", "within")

// softeners may stand before a preposition.
var softeners = set("beginning", "early", "late", "later", "only", "starting")

// partWords name a part of a time, or lead up to its name.
var partWords = set("a", "about", "all", "an", "approximately", "anywhere", "around", "as", "balance", "beginning", "close", "conclusion",
	"course", "early", "end", "entire", "fall", "final", "first", "following", "four", "from", "half", "its", "just", "last", "late",
	"later", "latter", "middle", "mid", "months", "most", "much", "of", "only", "opening", "our", "part", "period", "quarters", "remainder",
	"rest", "roughly", "second", "soon", "start", "the", "their", "three", "through", "turn", "two", "whole",
	"years", "-", "‑", "–", `"`, "“")

var articles = set("a", "an", "the")

// joiners stand between two times that make one expression.
var joiners = set("and", "or", "to", "through", "until", "-", "–", "—")

// tails round an expression off.
var tails = [][]string{
	{"as", "a", "whole"},
	{"or", "so"},
	{"from", "now"},
	{"and", "beyond"},
	{"or", "beyond"},
	{"and", "thereafter"},
}

// months gives the months by their names. Names are read with a capital only.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
	"july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// beforeMay are the words after which a capital "May" is the month.
var beforeMay = set("and", "by", "early", "during", "from", "in", "last", "late", "mid", "next", "of", "on", "or", "since", "this",
	"through", "to", "until", "-", "–")

var weekdays = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

var dayParts = set("morning", "afternoon", "evening", "night")

var seasons = set("spring", "summer", "autumn", "winter", "fall")

// beforeSeason are the words after which a season is a time; without one "spring" and
// "fall" are too often something else.
var beforeSeason = set("coming", "early", "following", "in", "last", "late", "mid", "next", "the", "this", "until", "-")

var holidays = set("christmas", "easter", "ramadan", "thanksgiving")

var ordinals = set("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th")

// ahead are the words that turn a unit of time to what comes.
var ahead = set("coming", "current", "ensuing", "following", "forthcoming", "new", "next", "remaining", "subsequent", "this", "upcoming")

// behind are the words that turn a unit of time to what was.
var behind = set("intervening", "last", "latest", "past", "preceding", "previous", "prior", "recent")

// manyWords are quantities without a number; the figure is what they count as.
var manyWords = map[string]int{"couple": 2, "few": 3, "several": 3, "many": 6}

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40,
	"fifty": 50, "hundred": 100,
}

// unit is a unit of time.
type unit struct {
	days   int // how long it is
	plural bool
}

const (
	dayLength     = 1
	weekLength    = 7
	monthLength   = 30
	quarterLength = 91
	yearLength    = 365
	decadeLength  = 10 * yearLength
)

var units = map[string]unit{
	"hour": {dayLength, false}, "hours": {dayLength, true},
	"day": {dayLength, false}, "days": {dayLength, true},
	"week": {weekLength, false}, "weeks": {weekLength, true}, "weekend": {weekLength, false}, "fortnight": {weekLength, false},
	"month": {monthLength, false}, "months": {monthLength, true},
	"meeting": {monthLength, false}, "meetings": {monthLength, true}, "session": {monthLength, false}, "sessions": {monthLength, true},
	"quarter": {quarterLength, false}, "quarters": {quarterLength, true},
	"season": {quarterLength, false},
	"year":   {yearLength, false}, "years": {yearLength, true},
	"decade": {decadeLength, false}, "decades": {decadeLength, true},
	"generation": {2 * decadeLength, false}, "generations": {2 * decadeLength, true},
	"century": {10 * decadeLength, false}, "centuries": {10 * decadeLength, true},
}

// wholeYear are the words after which "the year" alone is the year under way.
var wholeYear = set("ahead", "balance", "course", "end", "for", "half", "during", "over", "part", "quarter", "remainder", "rest", "through", "throughout")

// forecastPeriods are the nouns that follow "forecast" or "projection" in the name of the
// years that a forecast is for, three or so in the practice of central banks.
var forecastPeriods = set("horizon", "interval", "period", "span", "window")

var forecasting = set("budget", "forecast", "forecasting", "planning", "projection")

// terms are the adjectives of "term" and "run".
var terms = map[string]Class{
	"immediate": Short, "near": Short, "nearer": Short, "short": Short, "shorter": Short,
	"intermediate": Medium, "medium": Medium,
	"long": Long, "longer": Long,
}

// singleWords are words that say when by themselves.
var singleWords = map[string]Class{
	"immediately": Short, "imminent": Short, "imminently": Short, "shortly": Short, "today": Short, "tomorrow": Short, "tonight": Short,
}
