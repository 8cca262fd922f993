package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// headingRoles says what part of a brief stands under which heading. A pattern is matched
// against the words of a heading in lower case, without number, article and punctuation;
// "*" stands for any words or none, "#" for a number, "@" for a word such as
// outlook. The first that matches holds. A time alone is a horizon only where the whole
// heading speaks of it: "Interest rates over the long term" is a subject.
var headingRoles = []struct {
	role     Role
	patterns []string
}{
	{RoleReferences, []string{
		"references", "reference list", "notes", "endnotes", "footnotes", "notes and references",
		"references and notes", "notes and sources", "sources", "sources and notes", "bibliography",
		"select bibliography", "selected bibliography", "further reading", "works cited", "literature", "literature cited",
	}},
	{RoleOther, []string{
		"about", "about * author", "about * authors", "about us", "about * institute", "about * series", "author", "authors",
		"author biography", "acknowledgements", "acknowledgments", "acknowledgement", "disclaimer",
		"contact", "contacts", "contact us", "contact information", "for more information", "press contact",
		"media contact", "copyright", "legal notice", "imprint", "share this *", "related", "related articles", "related content",
		"funding", "conflict of interest", "table of contents", "contents",
	}},
	{RoleSummary, []string{
		"summary", "executive summary", "policy summary", "in summary", "key judgement", "key judgements", "key judgment", "key judgments",
		"key point", "key points", "main points", "key message", "key messages", "key finding", "key findings",
		"main findings", "principal findings", "key takeaway", "key takeaways", "takeaways", "main takeaways", "bottom line",
		"bottom line up front", "bluf", "highlights", "key highlights", "abstract", "synopsis", "at a glance", "in brief",
		"in short", "key facts", "key insights", "tl dr", "tldr", "overview", "summary and *", "summary of key *", "what you need to know",
	}},
	{RoleRecommendations, []string{
		"recommendation", "recommendations", "* recommendations", "recommendations *", "policy options", "options", "policy implications",
		"implications for policy", "what should be done", "what * should do", "what to do", "what can be done", "way forward", "ways forward", "next steps",
		"policy responses", "policy proposals", "proposals", "recommended actions", "actions", "action points", "options for *",
	}},
	{RoleForecastShort, []string{
		"short term", "near term", "short run", "immediate term", "immediate future", "short to medium term", "near future",
		"short term @", "near term @", "short run @", "immediate @", "@ for * short term", "@ for * near term", "@ in * short term",
		"@ short term", "@ near term", "in * short term", "in * near term", "over * short term", "over * near term",
		"next # months", "in * next # months", "over * next # months", "@ for * next # months", "next # weeks", "coming weeks",
		"coming months", "in * coming months", "over * coming months", "@ for * coming months", "months ahead",
		"next year", "coming year", "year ahead", "in * coming year", "over * coming year", "@ for * year ahead", "@ for * coming year",
	}},
	{RoleForecastMedium, []string{
		"medium term", "mid term", "medium run", "medium to long term", "medium term @", "mid term @", "@ medium term",
		"@ for * medium term", "@ in * medium term", "in * medium term", "over * medium term",
		"next # years", "next few years", "coming years", "years ahead", "in * next # years", "over * next # years",
		"@ for * next # years", "in * coming years", "over * coming years",
	}},
	{RoleForecastLong, []string{
		"long term", "longer term", "long run", "longer run", "long term @", "longer term @", "long run @", "@ long term",
		"@ for * long term", "@ for * longer term", "@ in * long term", "in * long term", "in * longer term", "over * long term",
		"over * longer term", "in * long run", "next decade", "over * next decade", "in * next decade", "coming decade",
		"coming decades", "decades ahead", "@ for * next decade",
	}},
	{RoleForecast, []string{
		"* outlook *", "* forecast *", "* forecasts *", "forecasting *", "* projection *", "* projections *", "prospects", "prospects *", "* prospects",
		"what next", "what next *", "what comes next", "what comes next *", "what happens next", "what is next", "what is next *", "whats next", "whats next *", "what lies ahead", "what to expect", "what to expect *",
		"what to watch", "what to watch *", "looking ahead", "looking ahead *", "looking forward", "looking to the future", "road ahead", "path ahead", "scenario", "scenarios", "scenario *", "* scenarios", "scenarios *",
		"expectations", "predictions", "future developments", "likely developments", "future", "future trends", "next",
	}},
}

// rolePattern is a pattern of headingRoles cut into words.
type rolePattern struct {
	role  Role
	words []string
}

// rolePatterns are the patterns of headingRoles in their order, and roleKeys the words of
// which a heading must have one to match any.
var (
	rolePatterns = cutPatterns()
	roleKeys     = patternKeys(rolePatterns)
)

func cutPatterns() []rolePattern {
	var list []rolePattern
	for _, group := range headingRoles {
		for _, pattern := range group.patterns {
			list = append(list, rolePattern{group.role, strings.Fields(pattern)})
		}
	}
	return list
}

func patternKeys(patterns []rolePattern) map[string]bool {
	keys := map[string]bool{}
	for _, p := range patterns {
		for _, word := range p.words {
			keys[word] = true
		}
	}
	return keys
}

var (
	// headingNumber matches the number before a heading: "1. ", "2.1 ", "IV. ", "Box 3: ".
	headingNumber = regexp.MustCompile(`^(?:(?:part|section|chapter|box)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[ivx]{1,5}[.):]|[a-z][.)])\s+`)
	// headingTail matches a remark in brackets behind it: "Short term (0-12 months)".
	headingTail = regexp.MustCompile(`\s*\([^()]*\)[.:]?$`)
	// headingMarks are written as words or left out, so that "Sources & notes" is "sources
	// and notes" and "What's next?" is "whats next".
	headingMarks = strings.NewReplacer("’", "", "'", "", "&", " and ")
	// outlookWords are what "@" stands for, and amountWords, beside figures, what "#" does.
	outlookWords = wordSet(`outlook forecast forecasts prospects projection projections prediction predictions
		expectations scenario scenarios implications risks trends view developments perspective`)
	amountWords = wordSet(`two three four five six nine ten twelve eighteen few`)
)

// headingRole gives the role of the part under a heading by the words of the heading, and
// whether these are known.
func headingRole(heading string) (Role, bool) {
	words := headingWords(heading)
	if len(words) > 12 || !slices.ContainsFunc(words, func(word string) bool { return roleKeys[word] }) {
		return RoleBody, false
	}
	for _, p := range rolePatterns {
		if matchWords(p.words, words) {
			return p.role, true
		}
	}
	return RoleBody, false
}

// headingWords brings the words of a heading into the form that patterns have; none where
// it is too long for a heading.
func headingWords(heading string) []string {
	if len(heading) > 200 {
		return nil
	}
	s := strings.ToLower(strings.TrimSpace(heading))
	if strings.ContainsAny(s, ".:) 0123456789") {
		s = headingNumber.ReplaceAllString(s, "")
	}
	if strings.Contains(s, "(") {
		s = headingTail.ReplaceAllString(s, "")
	}
	words := strings.FieldsFunc(headingMarks.Replace(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	if len(words) > 1 && (words[0] == "the" || words[0] == "our") {
		words = words[1:]
	}
	return words
}

// matchWords reports whether words match a pattern.
func matchWords(pattern, words []string) bool {
	if len(pattern) == 0 {
		return len(words) == 0
	}
	if pattern[0] == "*" {
		for skip := 0; skip <= len(words); skip++ {
			if matchWords(pattern[1:], words[skip:]) {
				return true
			}
		}
		return false
	}
	return len(words) > 0 && matchWord(pattern[0], words[0]) && matchWords(pattern[1:], words[1:])
}

func matchWord(pattern, word string) bool {
	switch pattern {
	case "@":
		return outlookWords[word]
	case "#":
		return amountWords[word] || strings.Trim(word, "0123456789") == ""
	}
	return pattern == word
}
