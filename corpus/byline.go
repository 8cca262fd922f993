package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineFacts is what a line says of who wrote a brief, when and for whom.
type bylineFacts struct {
	authors   []string
	outlet    string
	published Date
	trust     trust
}

// trust says how surely a line is part of a byline.
type trust int

const (
	noByline trust = iota
	possible       // capitalised words that could be a name, or as well a heading
	likely         // a name with an institution, or with an initial or title
	certain        // it says "By", or has a date, or the number of a series
)

var (
	// bylineCut separates the parts of a line such as "Jane Doe | Institute | May 2024".
	bylineCut   = regexp.MustCompile(`\s+[|/·•–—-]\s+|\s*[|·•]\s*|\t+|\s*[\r\n\f\v]+\s*`)
	authorLabel = regexp.MustCompile(`^(?i:(?:(?:written|prepared|edited|compiled|reported|authored) )?by:?|authors?(?:\(s\))?:|contributors?:|analysts?:)\s+`)
	outletLabel = regexp.MustCompile(`^(?i:published by:?|publisher:|source:|outlet:|issued by:?|a publication of|originally published (?:by|in):?)\s+`)
	// seriesName matches a part that names a series: "Policy Brief No. 12", "Africa Briefing 2024/3".
	seriesName = regexp.MustCompile(`^(?:[\p{Lu}\d][\p{L}\d&'’-]*\s+){0,4}(?i:policy brief|policy note|policy paper|policy memo|issue brief|issue paper|briefing paper|briefing note|briefing|brief|working paper|discussion paper|occasional paper|research paper|research note|report|commentary|analysis|bulletin|newsletter|assessment|memorandum|memo|backgrounder|factsheet|fact sheet|viewpoint|expert comment|op-ed|speech|statement|press release|weekly|monthly|quarterly|volume|vol\.?|issue|paper)(?:\s+series)?(?:,?\s+(?i:no\.?|nr\.?|number|issue|vol\.?|volume|#)?\s*\d[\d/.:-]*)*$`)
	hasFigure  = regexp.MustCompile(`\d`)
	// dateAtEnd matches a date behind a name without a mark between them.
	dateAtEnd = regexp.MustCompile(`^(.*\pL\.?)\s+((?:\d{1,2}\s+\pL{3,9}\.?|\pL{3,9}\.?\s+\d{1,2})(?:,\s*|\s+)\d{4}|\d{4}-\d\d-\d\d)$`)
	// noisePart matches what stands in bylines of web pages and says nothing of the brief.
	noisePart = regexp.MustCompile(`^(?i:\d+\s*-?\s*min(?:ute)?s?(?: read)?|(?:last )?updated:?\b.*|share|print|listen|email|\d+ (?:comments?|shares|views|words))$`)
	// fieldCut separates the names and institutions within a part.
	fieldCut = regexp.MustCompile(`\s*[,;]\s*`)
	nameCut  = regexp.MustCompile(`\s+(?:and|und|et|y|with)\s+|\s*&\s*`)
	leadWord = regexp.MustCompile(`^(?:and|with)\s+`)
	placeEnd = regexp.MustCompile(`\s+in\s+\p{Lu}[\p{L} .'’-]*$`)
	teamName = regexp.MustCompile(`^(?:[Tt]he\s+)?((?:[\p{Lu}\d][\p{L}\d&'’.-]*\s+|of\s+|for\s+|the\s+|and\s+){0,8}(?:[Tt]eam|[Ss]taff|[Dd]esk|[Uu]nit|[Gg]roup|[Dd]epartment|[Cc]orrespondents?|[Ss]ecretariat|[Bb]oard|[Cc]ommittee|[Oo]ffice|[Ii]nstitute|[Cc]entre|[Cc]enter|[Cc]ouncil))$`)
)

// bodyWords are words of the names of institutions, roleWords of what people do in them.
var (
	bodyWords = wordSet(`academy administration agency alliance assembly associates association authority bank board
		bureau cabinet center centre chamber chambers college commission committee consortium consultancy consulting
		corporation council department directorate division embassy federation forum foundation fund gazette group
		herald house initiative institut institute institution intelligence journal laboratory lab league library
		ltd llc llp inc gmbh magazine media ministry mission monitor museum network news newspaper observatory office
		organisation organization parliament partners party policy post press programme program project research
		review school secretariat senate service services society staff strategies studies survey taskforce team
		think-tank times treasury tribune trust union unit university watch`)
	roleWords = wordSet(`adviser advisor ambassador analyst assistant associate author chair chairman chairwoman chief
		columnist consultant contributor coordinator correspondent dean deputy director economist editor executive
		expert fellow founder governor head historian journalist lead lecturer manager member minister officer
		partner postdoctoral president principal professor reader reporter representative researcher scholar scientist
		secretary senior specialist spokesperson strategist student visiting writer`)
	// titleWords stand before a name, and suffixWords after it; neither is part of it.
	titleWords = wordSet(`dr prof professor mr mrs ms miss sir dame lord lady amb ambassador gen general col colonel
		lt maj capt adm rev hon senator rep governor president chairman chair`)
	suffixWords = wordSet(`phd dphil md mp mep mpp ma msc ba bsc mba mphil llm jd cfa esq obe cbe mbe frs ret`)
	particles   = wordSet(`de del della di da dos das do du la le van von der den ter ten bin bint ibn al el ul und y e zu zur ben abu st`)
)

// wordSet makes a set of the words of a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// readByline reads a line, or a block of lines, that names authors, institutions, date or
// outlet. All its parts must be such, or it is no byline.
func readByline(words string) bylineFacts {
	if len(words) > 300 {
		return bylineFacts{}
	}
	var facts bylineFacts
	var outlets []string // parts that name an institution or a paper and no author
	series := false
	for _, part := range bylineCut.Split(strings.TrimSuffix(words, "."), -1) {
		part = strings.TrimSpace(part)
		switch {
		case part == "" || noisePart.MatchString(part):
			continue
		case outletLabel.MatchString(part):
			part = strings.TrimPrefix(outletLabel.ReplaceAllString(part, ""), "the ")
			if !startsUpper(part) || len(strings.Fields(part)) > 12 {
				return bylineFacts{}
			}
			facts.outlet = part
			facts.trust = certain
			continue
		case seriesName.MatchString(part):
			series = true
			if hasFigure.MatchString(part) {
				facts.trust = max(facts.trust, likely)
			}
			continue
		}
		if date, ok := statedDate(part); ok {
			if facts.published.Precision() == NoDate {
				facts.published = date
			}
			facts.trust = certain
			continue
		}
		p := readPart(part)
		switch {
		case p.trust == noByline && len(strings.Fields(part)) <= 4 && startsUpper(part) && !hasFigure.MatchString(part):
			outlets = append(outlets, part) // holds only beside a part that is sure
			continue
		case p.trust == noByline:
			return bylineFacts{}
		}
		facts.trust = max(facts.trust, p.trust)
		facts.authors = append(facts.authors, p.authors...)
		if p.published.Precision() != NoDate {
			facts.published = p.published
		}
		if p.outlet != "" {
			outlets = append(outlets, p.outlet)
		}
	}
	if series && (len(outlets) > 0 || facts.trust >= likely) {
		facts.trust = certain
	}
	if len(outlets) > 0 {
		if facts.trust == noByline {
			return bylineFacts{}
		}
		if facts.outlet == "" {
			facts.outlet = outlets[0]
		}
	}
	return facts
}

// readPart reads a part of a byline: names with institutions and perhaps a date, all
// separated by commas.
func readPart(part string) bylineFacts {
	var facts bylineFacts
	said := authorLabel.MatchString(part)
	if said {
		part = authorLabel.ReplaceAllString(part, "")
		if !startsUpper(part) && !strings.HasPrefix(part, "the ") {
			return bylineFacts{}
		}
		part = placeEnd.ReplaceAllString(part, "")
	}
	if m := dateAtEnd.FindStringSubmatch(part); m != nil {
		if date, ok := statedDate(m[2]); ok {
			facts.published, facts.trust = date, certain
			part = m[1]
		}
	}
	fields := fieldCut.Split(part, -1)
	for i := range fields {
		if date, ok := statedDate(strings.Join(fields[i:], " ")); ok && i > 0 {
			facts.published = date
			facts.trust = certain
			fields = fields[:i]
			break
		}
	}
	bodies, unknown := 0, 0
	for i, field := range fields {
		field = leadWord.ReplaceAllString(strings.TrimSpace(field), "")
		if field == "" || suffixWords[plain(field)] || field == "Jr." || field == "Jr" {
			continue
		}
		if isBody(field) {
			bodies++
			continue
		}
		names, sure := readNames(field)
		switch {
		case len(names) > 0:
			facts.authors = append(facts.authors, names...)
			if sure {
				facts.trust = max(facts.trust, likely)
			}
		case i == 0 && facts.published.Precision() != NoDate && len(fields) == 1 && len(strings.Fields(field)) == 1:
			// a place before the date: "London, 3 May 2024"
		default:
			unknown++
		}
	}
	if said && len(facts.authors) == 0 {
		if team := teamName.FindStringSubmatch(part); team != nil {
			facts.authors = []string{team[1]}
			unknown, bodies = 0, 0
		}
	}
	switch {
	case unknown > 0 && !(said && len(facts.authors) > 0 && unknown <= 2 && len(part) < 160):
		return bylineFacts{}
	case said && len(facts.authors) > 0:
		facts.trust = certain
	case len(facts.authors) > 0 && bodies > 0:
		facts.trust = max(facts.trust, likely)
	case len(facts.authors) > 0 || bodies > 0:
		facts.trust = max(facts.trust, possible)
	}
	if bodies > 0 && len(facts.authors) == 0 {
		facts.outlet = strings.TrimSpace(fields[0])
	}
	return facts
}

// isBody reports whether the words name an institution, or what somebody is in one.
func isBody(words string) bool {
	list := strings.Fields(words)
	if len(list) > 14 || len(list) == 0 || !startsUpper(words) && !roleWords[plain(list[0])] && list[0] != "the" {
		return false
	}
	for _, word := range list {
		if w := plain(word); bodyWords[w] || roleWords[w] {
			return true
		}
	}
	return false
}

// readNames reads the names of people in words, "Jane Doe and John Q. Roe", without titles.
// Sure says that one of them cannot be a heading: it has a title or an initial. All words
// must belong to names, or none is returned.
func readNames(words string) (names []string, sure bool) {
	for _, piece := range nameCut.Split(words, -1) {
		list := strings.Fields(piece)
		for len(list) > 1 && titleWords[plain(list[0])] {
			list = list[1:]
			sure = true
		}
		for len(list) > 1 && suffixWords[plain(list[len(list)-1])] {
			list = list[:len(list)-1]
			sure = true
		}
		if len(list) < 2 || len(list) > 6 {
			return nil, false
		}
		for i, word := range list {
			switch {
			case isInitial(word):
				sure = true
			case particles[word] && i > 0 && i < len(list)-1:
			case !isNameWord(word):
				return nil, false
			}
		}
		names = append(names, strings.Join(list, " "))
	}
	return names, sure
}

// isInitial reports whether word is an initial or two: "J.", "J.-P.".
func isInitial(word string) bool {
	return len(word) <= 8 && strings.HasSuffix(word, ".") && startsUpper(word) &&
		strings.IndexFunc(word, unicode.IsLower) < 0
}

// isNameWord reports whether word may be part of a person's name by its letters.
func isNameWord(word string) bool {
	if !startsUpper(word) && !strings.HasPrefix(word, "al-") && !strings.HasPrefix(word, "el-") && !strings.HasPrefix(word, "d’") && !strings.HasPrefix(word, "d'") {
		return false
	}
	odd := strings.IndexFunc(strings.TrimSuffix(word, "."), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("'’-", r)
	})
	w := plain(word)
	return odd < 0 && !bodyWords[w] && !roleWords[w] && !slices.Contains(notInNames, w)
}

// notInNames are capitalised words of titles and headings that no name has.
var notInNames = strings.Fields(`the a an of in on at to for and or but how why what when where who is are was will
	this that its their our your from by with after before new key economic political security international national
	global regional brief briefing report paper analysis outlook forecast summary introduction background conclusion
	conclusions recommendations january february march april june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter growth risks trade markets
	prices inflation energy climate election elections government war crisis reform reforms development policy states
	nations`)

// plain is a word in lower case without the marks around it.
func plain(word string) string {
	return strings.ToLower(strings.Trim(strings.ReplaceAll(word, ".", ""), ",;:()'’\"“”"))
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// splitAuthors splits a line of names: "Jane Doe, John Roe and Ann Poe".
func splitAuthors(line string) []string {
	var names []string
	for _, field := range fieldCut.Split(authorLabel.ReplaceAllString(strings.TrimSpace(line), ""), -1) {
		for _, name := range nameCut.Split(leadWord.ReplaceAllString(field, ""), -1) {
			if name = strings.TrimSpace(name); name != "" && !suffixWords[plain(name)] && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
