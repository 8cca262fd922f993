package segment

// abbreviation says what a full stop after a shortened word may mean.
type abbreviation int

const (
	notShort abbreviation = iota
	title                 // a name or a figure always follows: the stop ends no sentence
	number                // a short form only where a number follows: "No. 5", but "he said no."
	either                // the stop may end a sentence as well: it does before an opener
	initial               // a single capital: as either, but part of no word at the end of a sentence
	last                  // closes a list, so that a capital behind it starts a sentence: "etc."
)

// abbreviations lists words that are written with a full stop, without it. Words with a
// stop inside ("U.S.", "a.m.", "Ph.D.") and single capitals ("J.") need no entry, their form
// gives them away. Words all in capitals ("SEN.") are looked up as "Sen" too.
var abbreviations = map[string]abbreviation{
	// Forms of address, ranks and offices.
	"Mr": title, "Mrs": title, "Ms": title, "Mx": title, "Messrs": title, "Mme": title, "Dr": title,
	"Drs": title, "Prof": title, "Rev": title, "Fr": title, "Hon": title, "Msgr": title,
	"Gov": title, "Govs": title, "Sen": title, "Sens": title, "Rep": title, "Reps": title, "Pres": title,
	"Amb": title, "Sec": title, "Asst": title, "Dep": title, "Atty": title, "Supt": title, "Insp": title,
	"Gen": title, "Col": title, "Lt": title, "Maj": title, "Capt": title, "Cmdr": title, "Cdr": title,
	"Adm": title, "Brig": title, "Sgt": title, "Cpl": title, "Pvt": title,
	// Latin and other words that point at what follows.
	"e.g": title, "i.e": title, "E.g": title, "I.e": title, "cf": title, "Cf": title, "viz": title,
	"vs": title, "v": title, "op": title, "approx": title, "incl": title, "esp": title,

	// Words before a number.
	"No": number, "Nos": number, "no": number, "nos": number, "Fig": number, "Figs": number,
	"fig": number, "figs": number, "Art": number, "Arts": number, "art": number, "arts": number,
	"sec": number, "secs": number, "Vol": number, "Vols": number, "vol": number, "vols": number,
	"p": number, "pp": number, "Para": number, "para": number, "paras": number, "Ch": number, "ch": number,
	"Eq": number, "eq": number, "n": number, "Pub": number, "Res": number, "Tab": number, "Rs": number,
	"b": number, "d": number, "c": number, "ca": number, "est": number,

	// Firms and bodies.
	"Inc": either, "Corp": either, "Co": either, "Cos": either, "Ltd": either, "Bros": either, "Plc": either,
	"plc": either, "Assn": either, "Dept": either, "Univ": either, "Inst": either, "Intl": either,
	"Natl": either, "Govt": either, "govt": either, "Div": either, "Dist": either,
	// After a name.
	"Jr": either, "Sr": either, "Esq": either,
	// Months and days.
	"Jan": either, "Feb": either, "Mar": either, "Apr": either, "Jun": either, "Jul": either, "Aug": either,
	"Sep": either, "Sept": either, "Oct": either, "Nov": either, "Dec": either,
	"Mon": either, "Tue": either, "Tues": either, "Wed": either, "Thu": either, "Thurs": either, "Fri": either,
	// Saints, mountains, forts and streets: "St. Petersburg", "on Wall St."
	"St": either, "Ste": either, "Mt": either, "Ft": either, "Ave": either, "Blvd": either, "Rd": either,
	// States of the United States, as newspapers shorten them.
	"Ala": either, "Ariz": either, "Ark": either, "Calif": either, "Colo": either, "Conn": either,
	"Del": either, "Fla": either, "Ga": either, "Ill": either, "Ind": either, "Kan": either, "Ky": either,
	"La": either, "Md": either, "Mich": either, "Minn": either, "Miss": either, "Mo": either, "Mont": either,
	"Neb": either, "Nev": either, "Okla": either, "Ore": either, "Pa": either, "Tenn": either, "Tex": either,
	"Va": either, "Vt": either, "Wash": either, "Wis": either, "Wyo": either,
	// Figures, books and their makers.
	"pct": either, "avg": either, "sq": either, "ed": either, "eds": either, "Ed": either, "Eds": either,
	"al": either,

	"etc": last,
}

// openers are capitalised words that start a sentence and seldom go on a name, so that a
// stop between an abbreviation and one of them ends a sentence: "… in the U.S. The …".
var openers = set(
	"The", "A", "An", "This", "That", "These", "Those", "There", "Here",
	"I", "It", "He", "She", "They", "We", "You", "Its", "His", "Her", "Their", "Our", "My", "Your",
	"In", "On", "At", "By", "For", "From", "With", "Without", "Within", "Under", "Over", "Of", "To",
	"After", "Before", "Since", "During", "Despite", "Among", "Between", "Through", "Until", "Against",
	"According", "Given", "Like", "Unlike", "About", "Around", "Across", "Beyond", "Amid",
	"And", "But", "Or", "So", "Yet", "Nor", "If", "As", "When", "Where", "While", "Whether", "Because",
	"Although", "Though", "Unless", "Once", "What", "Who", "Why", "How", "Which", "Whose",
	"However", "Moreover", "Furthermore", "Nevertheless", "Nonetheless", "Meanwhile", "Instead",
	"Therefore", "Thus", "Then", "Hence", "Also", "Still", "Even", "Only", "Now", "Today", "Similarly",
	"Finally", "Recently", "Currently", "Indeed", "Overall", "Perhaps", "Additionally", "Consequently",
	"Some", "Many", "Most", "Much", "More", "Several", "All", "Both", "Each", "Every", "Any", "Few",
	"Such", "Other", "Others", "Another", "One", "Two", "Three", "Nothing", "Not", "Neither", "Either",
	"Is", "Are", "Was", "Were", "Will", "Would", "Could", "Can", "Do", "Does", "Did", "Has", "Have",
)

// lettered are words that a single letter follows as a name, so that it is no initial:
// "World War I. Germany …", "Annex B. Methods …".
var lettered = set(
	"War", "Annex", "Appendix", "Part", "Title", "Section", "Schedule", "Chapter", "Table", "Chart",
	"Figure", "Box", "Group", "Class", "Type", "Category", "Tier", "Phase", "Plan", "Option", "Scenario",
	"option", "scenario", "plan", "type", "class", "category", "phase", "annex", "appendix", "vitamin",
)

// captions are words that stand with a number and a stop before the title of a picture or
// a table, and do not make a sentence with them: "Figure 2. Trade by partner".
var captions = set("Figure", "Table", "Chart", "Box", "Graph", "Map", "Annex", "Appendix", "Chapter", "Part")

func set(words ...string) map[string]bool {
	members := make(map[string]bool, len(words))
	for _, word := range words {
		members[word] = true
	}
	return members
}
