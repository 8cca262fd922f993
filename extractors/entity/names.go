package entity

import (
	"strings"

	"augury/internal/gazetteer"
)

// parser finds the names of one sentence: it cuts the sentence into runs of words that are
// written as names, and each run into names.
type parser struct {
	text     *text
	sentence *sentence
	words    []word
	mentions []mention
}

// names finds the mentions of a sentence by the sentence alone.
func names(t *text, s *sentence) []mention {
	p := &parser{text: t, sentence: s, words: s.words}
	for i := 0; i < len(p.words); {
		end := p.runEnd(i)
		switch {
		case end == i:
			i++
			continue
		case s.plain:
			p.cut(i, end)
		default:
			p.cutKnown(i, end)
		}
		i = end
	}
	return p.mentions
}

// match looks up the longest known name that starts at word i and ends by end.
func (p *parser) match(i, end int) (*gazetteer.Entry, int) {
	if p.words[i].shape == mark || p.words[i].bracket || strings.HasPrefix(p.beside(i+1), "$") {
		return nil, 0 // "US$ 5" is money
	}
	return known.Match(p.sentence.forms[i:end])
}

// longestRun bounds a run, in words, so that no text takes more than its share of time.
const longestRun = 40

// runEnd returns the end of the run that starts at word i, i where none does: words with
// capitals, the small words that may stand between them in a name, and known names.
func (p *parser) runEnd(i int) int {
	start, end := i, i
	for i < min(len(p.words), start+longestRun) && !p.words[i].bracket {
		w := p.words[i]
		if w.breaks && i > start {
			break
		}
		if entry, n := p.match(i, len(p.words)); entry != nil && (n > 1 || w.named() || !known.IsCommon(w.form)) {
			i += n
			end = i
			continue
		}
		if w.named() {
			i++
			end = i
			continue
		}
		if i == start {
			return p.particleStart(i)
		}
		n := p.inner(start, i)
		if n == 0 {
			break
		}
		i += n
		if last := p.words[i-1]; last.shape == number || last.shape == lower && last.joined && !articles[last.form] {
			end = i // "Resolution 1325", "Kim Jong-un"
		}
	}
	return end
}

// particleStart returns the end of a run that starts with a small word, "al-Farabi", or
// "de Vries" behind a title; i where none does.
func (p *parser) particleStart(i int) int {
	if !particles[p.words[i].form] && !articles[p.words[i].form] || i+1 >= len(p.words) || !p.words[i+1].named() {
		return i
	}
	if articles[p.words[i].form] && p.words[i+1].joined || !articles[p.words[i].form] && i > 0 && p.isTitle(i-1) {
		return p.runEnd(i + 1)
	}
	return i
}

// articles are the forms of the Arabic article, which a hyphen joins to a name.
var articles = set("al", "el", "ul", "as", "ash", "ar", "at", "az", "an")

// particles are the small words inside names of persons.
var particles = set("al", "bin", "ibn", "bint", "ben", "de", "da", "di", "del", "della", "des", "dos", "das", "du", "la", "le",
	"van", "von", "der", "den", "ter", "ten", "zu", "af", "av", "y")

// inner returns how many words without a capital, from word i, the name that started at
// start goes on with; 0 where it ends before them.
func (p *parser) inner(start, i int) int {
	w := p.words[i]
	switch {
	case w.form == "of" || w.form == "for" || w.form == "on":
		if !p.headsName(start, i) && !p.namesAct(i) {
			return 0
		}
		if p.goesOn(i + 1) {
			return 1
		}
		if i+1 < len(p.words) && p.words[i+1].form == "the" && p.goesOn(i+2) {
			return 2
		}
	case w.form == "&":
		if p.goesOn(i + 1) {
			return 1
		}
	case w.form == "and":
		if p.goesOn(i+1) && p.joins(start, i) {
			return 1
		}
	case w.form == "'s" || w.form == "'":
		if p.goesOn(i+1) && possessors[p.words[i-1].form] {
			return 1
		}
	case w.shape == number:
		if p.numbered(i) {
			return 1
		}
	case articles[w.form] && i+1 < len(p.words) && p.words[i+1].joined:
		if p.goesOn(i + 1) {
			return 1
		}
	case particles[w.form]:
		if p.words[i-1].shape != capital {
			return 0
		}
		if p.goesOn(i + 1) {
			return 1
		}
		if i+1 < len(p.words) && particles[p.words[i+1].form] && p.goesOn(i+2) {
			return 2
		}
	case w.shape == lower && w.joined && p.isSyllable(start, i):
		return 1
	}
	return 0
}

// goesOn reports whether word i is written as a name, and is no date.
func (p *parser) goesOn(i int) bool {
	return i < len(p.words) && p.words[i].named() && !p.words[i].bracket &&
		!known.Is(p.words[i].form, gazetteer.Month|gazetteer.Weekday)
}

// possessors are everyday nouns that stand with "'s" inside names ("Women's College"); in
// "Iran's Foreign Ministry" the name ends before it.
var possessors = set("People", "Peoples", "Women", "Men", "Children", "Workers", "Farmers", "Veterans", "Queen", "King", "Lord",
	"Lords", "Nature", "Citizens", "Students", "Teachers", "Mothers", "Fathers", "Patients", "Consumers", "Writers", "Players",
	"Girls", "Boys", "Widows", "Villagers", "Lawyers", "Journalists", "Doctors", "Refugees", "Traders", "Employers")

// headsName reports whether the word before the "of", "for" or "on" at word i heads a
// longer name.
func (p *parser) headsName(start, i int) bool {
	before := p.words[i-1]
	if before.shape != capital || p.isTitle(i-1) {
		return false
	}
	switch p.words[i].form {
	case "on":
		return onHeads[before.form]
	case "for":
		for j := start; j < i; j++ {
			if p.words[j].form == "of" {
				return false
			}
		}
	}
	if len(known.Heads(before.form, gazetteer.Start)) > 0 {
		return true
	}
	labels := known.Heads(before.form, gazetteer.End)
	return i-start >= 2 && len(labels) > 0 && labels[0] != "GPE"
}

// namesAct reports whether the words behind the "of" at word i end in the head of a law or a
// plan: "Freedom of Information Act".
func (p *parser) namesAct(i int) bool {
	if p.words[i].form != "of" || p.isTitle(i-1) || !known.IsCommon(p.words[i-1].form) {
		return false
	}
	for j := i + 1; j < len(p.words) && j < i+4 && p.words[j].named(); j++ {
		labels := known.Heads(p.words[j].form, gazetteer.End)
		if j > i+1 && len(labels) > 0 && labels[0] == "INITIATIVE" {
			return true
		}
	}
	return false
}

// onHeads are the heads that "on" may follow inside a name.
var onHeads = set("Committee", "Subcommittee", "Commission", "Conference", "Council", "Convention", "Treaty", "Agreement",
	"Panel", "Quartet", "Initiative", "Programme", "Program", "Act", "Forum", "Group", "Summit", "Declaration", "Protocol",
	"Force", "Institute", "Center", "Centre", "Coalition", "Endowment", "Dialogue", "Law", "Bill", "Resolution", "War")

// joins reports whether the "and" at word i stands inside a name: in what a body is for
// ("Ministry of Health and Welfare"), or between words before the head that are no names
// ("Securities and Exchange Commission").
func (p *parser) joins(start, i int) bool {
	before, after := p.words[i-1], p.words[i+1]
	if isName(after.form) || isName(before.form) || p.isTitle(i+1) {
		return false
	}
	for j := start + 1; j < i-1; j++ {
		if f := p.words[j].form; f == "of" || f == "for" || f == "on" {
			return true
		}
	}
	if p.endsName(i - 1) {
		return false
	}
	for j := i + 2; j < len(p.words) && p.words[j].named(); j++ {
		if p.endsName(j) {
			return true
		}
	}
	return false
}

// isName reports whether a word alone is a known name or a given name.
func isName(form string) bool {
	return !known.IsCommon(form) && (known.Is(form, gazetteer.GivenName) || known.Lookup(form) != nil)
}

// endsName reports whether word i is a head that a name ends with.
func (p *parser) endsName(i int) bool { return len(known.Heads(p.words[i].form, gazetteer.End)) > 0 }

// numbered reports whether the figure at word i is part of the name before it:
// "Resolution 1325", "COVAX-2".
func (p *parser) numbered(i int) bool {
	before := p.words[i-1]
	if before.shape == upper && p.words[i].joined {
		return true
	}
	if i+1 < len(p.words) && units[p.words[i+1].form] {
		return false
	}
	return countedHeads[before.form] || isYear(p.words[i].form) && (before.form == "Act" || before.form == "Bill")
}

// units are words behind a figure that make it an amount.
var units = set("percent", "per", "%", "million", "billion", "trillion", "troops", "people")

// countedHeads are words that a name goes on from with a figure.
var countedHeads = set("Resolution", "Resolutions", "Proposition", "Directive", "Agenda", "Vision", "Pad", "Channel", "Force",
	"Decree", "Regulation", "Route", "Highway", "Flight", "CTF", "UNSCR", "UNSCRs")

// isSyllable reports whether word i is the second half of a given name, as in "Park
// Soo-jin" and "Kim Jong-un".
func (p *parser) isSyllable(start, i int) bool {
	before := p.words[i-1]
	form := p.words[i].form
	return i >= start+2 && len(form) <= 4 && len(before.form) <= 5 && before.shape == capital && !notSyllables[form] &&
		known.Lookup(before.form) == nil
}

// notSyllables are short words that English joins to a name with a hyphen.
var notSyllables = set("led", "era", "run", "born", "held", "type", "like", "wide", "only", "free", "made", "area", "sea", "bred",
	"rate", "cut", "cuts", "deal", "plan", "day", "week", "year", "old", "aid", "arms", "war", "wars", "plus", "on", "to", "up",
	"is", "as", "of", "and", "or", "by", "for", "bank", "tax", "gas", "oil", "gate", "list", "ally")

// isTitle reports whether word i is one of those that stand before a person's name: a
// title, or one of a few words that lead up to one ("Deputy Foreign Minister").
func (p *parser) isTitle(i int) bool {
	for end := min(i+6, len(p.words)); i < end && p.words[i].named(); i++ {
		form := p.words[i].form
		if known.Is(form, gazetteer.Honorific|gazetteer.Rank|gazetteer.Office) {
			// "Justice Party", "General Assembly", "Queen's Speech"
			return i+1 == len(p.words) || p.words[i+1].form != "'s" && !(p.words[i+1].named() && p.isBody(i+1))
		}
		if !known.Is(form, gazetteer.Modifier|gazetteer.Portfolio) {
			return false
		}
	}
	return false
}

// isBody reports whether word i is the head of an organisation's name.
func (p *parser) isBody(i int) bool {
	labels := known.Heads(p.words[i].form, gazetteer.End)
	return len(labels) > 0 && labels[0] == "ORG"
}

// isSmall reports whether a word, whatever its case, neither begins nor ends a name.
func isSmall(form string) bool { return small[strings.ToLower(form)] }

// small are the words that isSmall knows.
var small = set("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "in", "on",
	"at", "by", "for", "from", "of", "to", "with", "without", "and", "but", "or", "nor", "so", "yet", "if", "when", "while", "as",
	"since", "although", "though", "because", "after", "before", "during", "until", "despite", "however", "moreover", "meanwhile",
	"also", "both", "many", "some", "most", "all", "each", "every", "no", "not", "only", "even", "what", "who", "whose", "which",
	"where", "why", "how", "he", "she", "it", "they", "we", "you", "i", "there", "here", "today", "yesterday", "tomorrow", "now",
	"then", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "thirty", "another", "other", "such",
	"under", "over", "between", "among", "against", "about", "into", "through", "than", "is", "was", "are", "were", "has", "have",
	"had", "will", "would", "might", "can", "could", "should", "must", "do", "does", "did", "be", "been",
	"any", "several", "few", "more", "less", "according", "following", "including", "like", "per", "via", "versus", "vs", "vs.",
	"yes", "well", "still", "just", "never", "once", "whether", "across", "within", "throughout", "toward", "towards", "amid",
	"unlike", "instead", "indeed", "thus", "hence", "therefore", "further", "furthermore", "later", "earlier", "recently", "finally",
	"third", "last", "next", "elsewhere", "additionally", "nevertheless", "nonetheless", "overall")

// set makes a set of words.
func set(words ...string) map[string]bool {
	s := make(map[string]bool, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}
