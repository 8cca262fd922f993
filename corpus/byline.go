package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/internal/gazetteer"
)

// bylineFacts is what a line says of who wrote a brief, when and for whom.
type bylineFacts struct {
	authors   []string
	outlet    string
	published Date
	subject   string // of a memo: its title
	series    bool   // it is the name of a series alone: "Policy Brief No. 12", "MEMORANDUM"
	trust     trust
}

// trust says how surely a line is part of a byline.
type trust int

const (
	noByline trust = iota
	possible       // capitalised words that could be a name, or as well a heading
	likely         // names with an institution, an initial, a title or a known given name
	certain        // it says "By", or has a date, or a series beside something else
)

// gazette tells given names, places and everyday words.
var gazette = gazetteer.Known

var (
	// partCut separates the parts of a line such as "Jane Doe | Institute | May 2024".
	partCut = regexp.MustCompile(`\s+[|/·•–—-]\s+|\s*[|·•]\s*|\t+|\s*[\r\n\f\v]+\s*`)
	// fieldCut separates names, institutions and dates within a part, nameCut the names.
	fieldCut = regexp.MustCompile(`\s*[,;]\s*`)
	nameCut  = regexp.MustCompile(`\s+(?:and|with)\s+|\s*&\s*`)
	leadWord = regexp.MustCompile(`^(?:and|with)\s+`)
	// dateAtEnd matches a date behind a name without a mark between them.
	dateAtEnd = regexp.MustCompile(`^(.*\pL\.?)\s+((?:\d{1,2}\s+\pL{3,9}\.?|\pL{3,9}\.?\s+\d{1,2})(?:,\s*|\s+)\d{4}|\d{4}-\d\d-\d\d)$`)
	// placeAtEnd matches where an author writes from: "By Jane Doe in Nairobi".
	placeAtEnd = regexp.MustCompile(`\s+in\s+\p{Lu}[\p{L} .'’-]*$`)

	authorLabel  = regexp.MustCompile(`^(?i:(?:(?:written|prepared|edited|compiled|reported|authored) )?by:?|von|par|por|authors?(?:\(s\))?:|contributors?:|analysts?:|from:)\s+`)
	outletLabel  = regexp.MustCompile(`^(?i:published by:?|publisher:|source:|outlet:|issued by:?|a publication of|originally published (?:by|in):?)\s+`)
	subjectLabel = regexp.MustCompile(`^(?i:subject|re|title|topic):\s+`)
	// noisePart matches what stands in bylines and says nothing of the brief.
	noisePart = regexp.MustCompile(`^(?i:\d+\s*-?\s*min(?:ute)?s?(?: read)?|(?:last )?updated:?\b.*|share|print|listen|email|\d+ (?:comments?|shares|views|words))$`)
	// addressee matches the lines of a memo that name its readers.
	addressee = regexp.MustCompile(`^(?i:to|cc|for|attn|attention|distribution|classification):\s+`)

	// seriesPart matches the name of a series: "Policy Brief No. 12", "Africa Briefing 2024/3".
	seriesPart = regexp.MustCompile(`^(?:[\p{Lu}\d][\p{L}\d&'’-]*\s+){0,4}(?i:policy brief|policy note|policy paper|policy memo|issue brief|issue paper|briefing paper|briefing note|briefing|brief|working paper|discussion paper|occasional paper|research paper|research note|report|commentary|analysis|bulletin|newsletter|assessment|memorandum|memo|backgrounder|factsheet|fact sheet|viewpoint|expert comment|op-ed|speech|statement|press release|weekly|monthly|quarterly|volume|vol\.?|issue|paper)(?:\s+series)?(?:,?\s+(?i:no\.?|nr\.?|number|issue|vol\.?|volume|#)?\s*\d[\d/.:-]*)*$`)
	// teamPart matches authors who give no names: "Africa Team", "staff of the Research Department".
	teamPart = regexp.MustCompile(`^(?:[Tt]he\s+)?((?:[\p{Lu}\d][\p{L}\d&'’.-]*\s+|of\s+|for\s+|the\s+|and\s+){0,8}(?:[Tt]eam|[Ss]taff|[Dd]esk|[Uu]nit|[Gg]roup|[Dd]epartment|[Cc]orrespondents?|[Ss]ecretariat|[Bb]oard|[Cc]ommittee|[Oo]ffice|[Ii]nstitute|[Cc]entre|[Cc]enter|[Cc]ouncil))$`)
)

var (
	// bodyWords are words of the names of institutions, roleWords of what people do in them.
	bodyWords = wordSet(`academy administration agency alliance assembly associates association authority bank board
		bureau cabinet center centre chamber chambers circle college commission committee consortium consultancy
		consulting corporation council department directorate division embassy federation forum foundation fund gazette
		group herald house initiative institut institute institution intelligence journal laboratory lab league library
		ltd llc llp inc gmbh magazine media ministry mission monitor museum network news newspaper observatory office
		organisation organization parliament partners party policy post press programme program project research
		review school secretariat senate service services society staff strategies studies survey taskforce team
		think-tank times treasury tribune trust union unit university watch`)
	// strongBodyWords are those that headings of parts seldom have.
	strongBodyWords = wordSet(`academy agency association bank bureau center centre college commission corporation
		council department directorate embassy federation foundation institut institute institution ministry
		observatory office organisation organization secretariat society treasury university ltd llc llp inc gmbh
		think-tank`)
	roleWords = wordSet(`adviser advisor ambassador analyst assistant associate author chair chairman chairwoman chief
		columnist consultant contributor coordinator correspondent dean deputy director economist editor executive
		expert fellow founder governor head historian journalist lead lecturer manager member minister officer
		partner postdoctoral president principal professor reader reporter representative researcher scholar scientist
		secretary senior specialist spokesperson strategist student visiting writer`)
	// titleWords stand before a name, and suffixWords after it; neither is part of it.
	titleWords = wordSet(`dr prof professor mr mrs ms miss sir dame lord lady amb ambassador gen general col colonel
		lt maj capt adm rev hon senator rep governor president chairman chair`)
	suffixWords = wordSet(`jr sr phd dphil md mp mep mpp ma msc ba bsc mba mphil llm jd cfa esq obe cbe mbe frs ret`)
	particles   = wordSet(`de del della di da dos das do du la le van von der den ter ten bin bint ibn al el ul und y e zu zur ben abu st`)
	// notInNames are words of titles and dates that no name has.
	notInNames = wordSet(`the a an of in on at to for and or but how why what when where who is are was will
		this that its their our your from by with after before new key executive introduction background
		january february march april june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter`)
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
	var outlets, unclear []string // parts that name an institution, and what may be one
	series := false
	for _, part := range partCut.Split(words, -1) {
		part = strings.TrimSpace(part)
		date, dated := statedDate(part)
		switch {
		case part == "" || noisePart.MatchString(part):
		case dated:
			facts.trust = certain
			if facts.published.Precision() == NoDate {
				facts.published = date
			}
		case addressee.MatchString(part):
			facts.trust = certain
		case subjectLabel.MatchString(part):
			facts.trust = certain
			facts.subject = subjectLabel.ReplaceAllString(part, "")
		case outletLabel.MatchString(part):
			outlet := strings.TrimPrefix(outletLabel.ReplaceAllString(part, ""), "the ")
			if !startsUpper(outlet) || len(strings.Fields(outlet)) > 12 {
				return bylineFacts{}
			}
			facts.trust, facts.outlet = certain, outlet
		case seriesPart.MatchString(part):
			series = true
		default:
			p := readPart(part)
			if p.trust == noByline {
				if !isOutletLike(part) {
					return bylineFacts{}
				}
				unclear = append(unclear, part)
				continue
			}
			facts.trust = max(facts.trust, p.trust)
			facts.authors = append(facts.authors, p.authors...)
			if facts.published.Precision() == NoDate {
				facts.published = p.published
			}
			if p.outlet != "" {
				outlets = append(outlets, p.outlet)
			}
		}
	}
	facts.series = series && facts.trust == noByline && len(unclear) == 0
	if series && (len(unclear) > 0 || facts.trust > noByline) {
		facts.trust = certain
	}
	if len(unclear) > 0 && facts.trust < likely {
		return bylineFacts{}
	}
	if outlets = append(outlets, unclear...); facts.outlet == "" && len(outlets) > 0 {
		facts.outlet = outlets[0]
	}
	return facts
}

// readPart reads a part of a byline: names with institutions and perhaps a date, separated
// by commas.
func readPart(part string) bylineFacts {
	var facts bylineFacts
	said := authorLabel.MatchString(part)
	if said {
		part = strings.TrimSuffix(authorLabel.ReplaceAllString(part, ""), ".")
		if !startsUpper(part) && !strings.HasPrefix(part, "the ") {
			return bylineFacts{}
		}
	}
	if m := dateAtEnd.FindStringSubmatch(part); m != nil {
		if date, ok := statedDate(m[2]); ok {
			facts.published = date
			part = m[1]
		}
	}
	if said {
		part = placeAtEnd.ReplaceAllString(part, "")
	}
	fields := fieldCut.Split(part, -1)
	for i := 1; i < len(fields); i++ {
		if date, ok := statedDate(strings.Join(fields[i:], " ")); ok {
			facts.published = date
			fields = fields[:i]
			break
		}
	}
	dated := facts.published.Precision() != NoDate
	var bodies, unclear []string
	sure := false
	for _, field := range fields {
		field = leadWord.ReplaceAllString(strings.TrimSpace(field), "")
		if field == "" || suffixWords[plain(field)] {
			continue
		}
		if isBody(field) {
			bodies = append(bodies, field)
			continue
		}
		names, known := readNames(field)
		if len(names) == 0 {
			unclear = append(unclear, field)
			continue
		}
		facts.authors = append(facts.authors, names...)
		sure = sure || known
	}
	if said && len(facts.authors) == 0 {
		if team := teamPart.FindStringSubmatch(part); team != nil {
			return bylineFacts{authors: []string{team[1]}, trust: certain}
		}
	}
	switch {
	case len(unclear) == 1 && dated && len(facts.authors) == 0 && len(bodies) == 0:
		// "London, 3 May 2024", or an outlet that no word of it gives away
		if !isOutletLike(unclear[0]) {
			return bylineFacts{}
		}
		facts.outlet = placeless(unclear[0])
	case len(unclear) > 2 || len(unclear) > 0 && !(said && len(facts.authors) > 0):
		return bylineFacts{}
	}
	switch {
	case dated || said && len(facts.authors) > 0:
		facts.trust = certain
	case len(facts.authors) > 0 && (sure || len(bodies) > 0):
		facts.trust = likely
	case len(facts.authors) > 0 || len(bodies) > 0 && isStrongBody(bodies[0]):
		facts.trust = possible
	case len(bodies) > 0:
		return bylineFacts{}
	}
	// An institution by itself, or last before the date, is who published.
	if n := len(bodies); n > 0 && (len(facts.authors) == 0 || dated) && !hasRole(bodies[n-1]) {
		facts.outlet = strings.TrimPrefix(bodies[n-1], "the ")
	}
	return facts
}

// isOutletLike reports whether words may be the name of a place or an outlet by their look:
// a few, all with capitals but for small words between them.
func isOutletLike(words string) bool {
	list := strings.Fields(words)
	if len(list) == 0 || len(list) > 6 || !startsUpper(words) || endsSentence(words) {
		return false
	}
	for _, word := range list {
		if !startsUpper(word) && !slices.Contains([]string{"of", "for", "the", "and", "on", "in", "&"}, word) && !particles[word] {
			return false
		}
	}
	return true
}

// placeless is the name, or "" where it is one of a place.
func placeless(name string) string {
	if entry := gazette.Lookup(name); entry != nil && (entry.Label == "GPE" || entry.Label == "LOC") || !strings.Contains(name, " ") {
		return ""
	}
	return name
}

// isBody reports whether the words name an institution, or what somebody is in one. A
// sentence about one, "The ministry expects growth to slow.", does neither.
func isBody(words string) bool {
	list := strings.Fields(words)
	if len(list) == 0 || endsSentence(words) && !strongBodyWords[plain(list[len(list)-1])] { // "Widgets Inc." is none
		return false
	}
	if len(list) > 14 || !startsUpper(words) && !roleWords[plain(list[0])] && list[0] != "the" {
		return false
	}
	return hasRole(words) || slices.ContainsFunc(list, func(word string) bool { return bodyWords[plain(word)] })
}

// isStrongBody reports whether the words are those of an institution for certain.
func isStrongBody(words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(word string) bool { return strongBodyWords[plain(word)] })
}

// hasRole reports whether one of the words says what somebody does.
func hasRole(words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(word string) bool { return roleWords[plain(word)] })
}

// readNames reads the names of people in words, "Jane Doe and Dr John Q. Roe", without their
// titles. All words must belong to names, or none is returned. Known says that one of the
// names is a person's for certain: it has a title, an initial or a known given name.
func readNames(words string) (names []string, known bool) {
	for _, piece := range nameCut.Split(words, -1) {
		list := strings.Fields(piece)
		sure := false
		for len(list) > 1 && titleWords[plain(list[0])] {
			list, sure = list[1:], true
		}
		for len(list) > 1 && suffixWords[plain(list[len(list)-1])] {
			list, sure = list[:len(list)-1], true
		}
		if len(list) < 2 || len(list) > 6 {
			return nil, false
		}
		given := properCase(list[0])
		place := gazette.Lookup(given) != nil
		sure = sure || gazette.Is(given, gazetteer.GivenName) && !place
		common := false
		for i, word := range list {
			switch {
			case isInitial(word):
				sure = true
			case particles[word] && i > 0 && i < len(list)-1:
			case !isNameWord(word):
				return nil, false
			}
			common = common || gazette.IsCommon(word)
		}
		if !sure && (place || common || gazette.Lookup(piece) != nil) {
			return nil, false
		}
		known = known || sure
		names = append(names, strings.Join(list, " "))
	}
	return names, known
}

// isInitial reports whether word is an initial or two: "J.", "J.-P.".
func isInitial(word string) bool {
	return len(word) <= 8 && strings.HasSuffix(word, ".") && startsUpper(word) &&
		strings.IndexFunc(word, unicode.IsLower) < 0
}

// isNameWord reports whether word may be part of a person's name by its letters.
func isNameWord(word string) bool {
	bare := word
	for _, article := range []string{"al-", "el-", "d’", "d'"} {
		bare = strings.TrimPrefix(bare, article)
	}
	odd := strings.IndexFunc(strings.TrimSuffix(word, "."), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("'’-", r)
	})
	w := plain(word)
	return startsUpper(bare) && odd < 0 && !bodyWords[w] && !roleWords[w] && !notInNames[w]
}

// properCase brings a name in capitals into the case that tables have: "JANE" to "Jane".
func properCase(word string) string {
	if !isCapitals(word) {
		return word
	}
	_, size := utf8.DecodeRuneInString(word)
	return word[:size] + strings.ToLower(word[size:])
}

// plain is a word in lower case without the marks around it.
func plain(word string) string {
	return strings.ToLower(strings.Trim(strings.ReplaceAll(word, ".", ""), ",;:()'’\"“”"))
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// splitAuthors splits a line that is known to hold names: "Jane Doe, John Roe and Ann Poe".
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
