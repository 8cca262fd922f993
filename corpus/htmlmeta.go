package corpus

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// saying selects the elements that say something of a page.
var saying = selector("html", "head > title", "meta[content]", "link[rel]", "time", "a[rel]", "[itemprop]",
	`[class*="author"]`, `[class*="byline"]`, `[class*="date"]`, `[class*="publish"]`)

// Where a page states what, the most careful places first: names of OpenGraph, names that
// libraries use (citation_, dc.), other names, elements. JSON-LD, which is written with the
// most care of all, goes before these.
var (
	titlePlaces  = places("meta og:title", "meta citation_title", "meta dc.title", "meta dcterms.title", "meta twitter:title", "title")
	authorPlaces = places(
		"meta author", "meta article:author", "meta dc.creator", "meta dcterms.creator", "meta parsely-author",
		"meta sailthru.author", "meta byl", `a[rel~="author"]`, `[itemprop="author"] [itemprop="name"]`,
		`[itemprop="author"]:not([itemprop="comment"] *)`,
	)
	// bylineClasses are classes of elements that hold a name, or more than that.
	bylineClasses = places(`[class~="author-name"]`, `[class~="byline-name"]`, `[class~="author"]`, `[class*="author-link"]`, `[class~="byline"]`)
	familyFirst   = places("meta citation_author") // "Doe, Jane"
	outletPlaces  = places(
		"meta og:site_name", "meta citation_publisher", "meta dc.publisher", "meta dcterms.publisher", "meta publisher",
		"meta application-name",
	)
	datePlaces = places(
		"meta article:published_time", "meta og:published_time", "meta citation_publication_date", "meta citation_date",
		"meta dc.date.issued", "meta dcterms.issued", "meta dc.date", "meta dcterms.date", "meta dcterms.created",
		"meta dc.date.created", "meta datepublished", "meta publishdate", "meta publish-date", "meta pubdate", "meta pdate",
		"meta publication_date", "meta article.published", "meta parsely-pub-date", "meta sailthru.date", "meta date",
		`time[itemprop="datePublished"]`, `[itemprop="datePublished"]`, "time[pubdate]", "time[datetime]", "time",
		`[class*="publish-date"]`, `[class*="pub-date"]`, `[class*="pubdate"]`, `[class*="published"]`, `[class*="post-date"]`,
		`[class*="entry-date"]`, `[class*="article-date"]`, `[class*="dateline"]`,
	)
	urlPlaces      = places(`link[rel="canonical" i]`, "meta og:url")
	languagePlaces = places("html", "meta content-language", "meta dc.language", "meta og:locale")
)

// places compiles selectors of CSS; "meta NAME" is short for a <meta> element with this
// property or name.
func places(list ...string) []cascadia.Selector {
	var compiled []cascadia.Selector
	for _, place := range list {
		if name, ok := strings.CutPrefix(place, "meta "); ok {
			place = fmt.Sprintf(`meta[property=%q i], meta[name=%[1]q i], meta[itemprop=%[1]q i], meta[http-equiv=%[1]q i]`, name)
		}
		compiled = append(compiled, selector(place))
	}
	return compiled
}

// readMeta reads what a page says of itself.
func readMeta(doc *goquery.Document) page {
	ld := readLD(doc)
	m := pageMeta{doc.FindMatcher(saying)}
	p := page{
		title:    m.first(ld.headline, titlePlaces, anything),
		outlet:   m.first(ld.publisher, outletPlaces, isOutletName),
		url:      m.first("", urlPlaces, isAddress),
		language: languageCode(m.first("", languagePlaces, anything)),
	}
	if p.url == "" && isAddress(ld.url) {
		p.url = ld.url
	}
	if p.language == "" {
		p.language = languageCode(ld.language)
	}
	p.published, _ = statedDate(m.first(ld.published, datePlaces, isDate))
	p.authors = authorNames(ld.authors, p.outlet)
	if len(p.authors) == 0 {
		p.authors = authorNames(givenFirst(m.values(familyFirst[0])), p.outlet)
	}
	for _, place := range authorPlaces {
		if len(p.authors) > 0 {
			break
		}
		p.authors = authorNames(m.values(place), p.outlet)
	}
	for _, place := range bylineClasses {
		if values := m.values(place); len(p.authors) == 0 && len(values) > 0 {
			p.authors = authorNames(readByline(values[0]).authors, p.outlet)
		}
	}
	return p
}

func isDate(s string) bool {
	_, ok := statedDate(s)
	return ok
}

func anything(s string) bool { return s != "" }

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// isOutletName reports whether s is a name, not an address or an account.
func isOutletName(s string) bool {
	return s != "" && !strings.Contains(s, "://") && !strings.HasPrefix(s, "@")
}

// pageMeta holds the elements that say something of a page.
type pageMeta struct{ elements *goquery.Selection }

// values lists what the elements at a place say, in order of the page.
func (m pageMeta) values(place cascadia.Selector) []string {
	var values []string
	m.elements.FilterMatcher(place).Each(func(_ int, s *goquery.Selection) {
		if value := oneLine(said(s)); value != "" {
			values = append(values, value)
		}
	})
	return values
}

// first is best, where that is good, else the first good one of what stands first at each
// of places.
func (m pageMeta) first(best string, places []cascadia.Selector, good func(string) bool) string {
	if good(best) {
		return best
	}
	for _, place := range places {
		if values := m.values(place); len(values) > 0 && good(values[0]) {
			return values[0]
		}
	}
	return ""
}

// said is what an element says: in the attribute that its kind has for this, else by its
// words.
func said(s *goquery.Selection) string {
	attribute := map[string]string{"meta": "content", "link": "href", "time": "datetime", "html": "lang"}[goquery.NodeName(s)]
	if value := s.AttrOr(attribute, ""); value != "" {
		return value
	}
	if goquery.NodeName(s) == "html" {
		return s.AttrOr("xml:lang", "")
	}
	return s.Text()
}

// authorNames lists the people that values name. Addresses of profiles and accounts of a
// site's software are not names, and the outlet is not its own author.
func authorNames(values []string, outlet string) []string {
	var names []string
	for _, value := range values {
		value, _, _ = strings.Cut(value, " | ") // "Jane Doe | Lake Times"
		if strings.ContainsAny(value, "@_") || strings.Contains(value, "://") || len(value) > 200 || strings.EqualFold(value, outlet) {
			continue
		}
		for i, name := range splitAuthors(value) {
			name = strings.TrimSuffix(name, " "+outlet)
			// "Jane Doe, Economics Writer": where somebody is named, what follows is no name.
			if isAccount(name) || slices.Contains(names, name) || i > 0 && isBody(name) || len(names) > 0 && sharesStart(name, outlet) {
				continue
			}
			names = append(names, name)
		}
	}
	return names
}

// givenFirst turns names such as "Doe, Jane" around.
func givenFirst(names []string) []string {
	for i, name := range names {
		if family, given, ok := strings.Cut(name, ","); ok && !strings.Contains(given, ",") {
			names[i] = strings.TrimSpace(given) + " " + strings.TrimSpace(family)
		}
	}
	return names
}

// accounts are the names that the software of sites gives to those who write there.
var accounts = wordSet("admin administrator author editor guest root staff user webmaster")

// isAccount reports whether a name is one of these or, all in small letters, of their kind.
func isAccount(name string) bool {
	lower := strings.ToLower(name)
	return accounts[lower] || lower == name && strings.ToUpper(name) != name && !strings.Contains(name, " ")
}

// sharesStart reports whether one of two names begins with the other: "Lake Times" and "Lake
// Times Business".
func sharesStart(a, b string) bool {
	a, b = strings.ToLower(a)+" ", strings.ToLower(b)+" "
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// ldArticle is what JSON-LD says of the article of a page.
type ldArticle struct {
	headline, published, publisher, url, language string
	authors                                       []string
}

// readLD reads the JSON-LD of a page: what it says of the article, and where that says
// nothing, of the page. The first that says something holds.
func readLD(doc *goquery.Document) ldArticle {
	var all []any
	named := map[string]any{}
	doc.Find(`script[type="application/ld+json" i]`).Each(func(_ int, s *goquery.Selection) {
		// Line ends and tabs within strings are common and not allowed.
		text := strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return ' '
			}
			return r
		}, s.Text())
		var data any
		if json.Unmarshal([]byte(text), &data) == nil {
			ldNamed(data, named, 0)
			all = append(all, data)
		}
	})
	var a ldArticle
	a.read(all, isArticle, named, 0)
	a.read(all, isPage, named, 0)
	return a
}

// ldDepth bounds how deep values of JSON-LD are read.
const ldDepth = 8

// ldNamed finds the objects that have names, by the identifiers that other objects refer
// to them with.
func ldNamed(data any, named map[string]any, depth int) {
	if depth > ldDepth {
		return
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			ldNamed(item, named, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] != nil {
			named[id] = v["name"]
		}
		ldNamed(v["@graph"], named, depth+1)
	}
}

// read takes over what a value of JSON-LD says of things of the wanted types.
func (a *ldArticle) read(data any, wanted func(kind string) bool, named map[string]any, depth int) {
	if depth > ldDepth {
		return
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			a.read(item, wanted, named, depth+1)
		}
	case map[string]any:
		a.read(v["@graph"], wanted, named, depth+1)
		a.read(v["mainEntity"], wanted, named, depth+1)
		if !slices.ContainsFunc(ldNames(v["@type"], nil), wanted) {
			return
		}
		for _, field := range []struct {
			at  *string
			key string
		}{
			{&a.headline, "headline"}, {&a.published, "datePublished"}, {&a.publisher, "publisher"},
			{&a.url, "url"}, {&a.language, "inLanguage"},
		} {
			if names := ldNames(v[field.key], named); *field.at == "" && len(names) > 0 {
				*field.at = names[0]
			}
		}
		if len(a.authors) == 0 {
			a.authors = ldNames(v["author"], named)
		}
	}
}

// isArticle reports whether a type of JSON-LD is one of texts: Article, NewsArticle, Report.
func isArticle(kind string) bool {
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || strings.HasSuffix(kind, "Review") ||
		kind == "Report" || kind == "Statement"
}

// isPage reports whether a type of JSON-LD is that of the page as a whole.
func isPage(kind string) bool { return kind == "WebPage" || kind == "ItemPage" }

// ldNames lists the names of a value: a string, an object that has a name or refers to one,
// or a list of these.
func ldNames(value any, named map[string]any) []string {
	switch v := value.(type) {
	case string:
		if s := oneLine(html.UnescapeString(v)); s != "" {
			return []string{s}
		}
	case map[string]any:
		name := v["name"]
		if id, ok := v["@id"].(string); ok && name == nil {
			name = named[id]
		}
		if s, ok := name.(string); ok {
			return ldNames(s, nil)
		}
	case []any:
		var names []string
		for _, item := range v {
			if _, nested := item.([]any); !nested {
				names = append(names, ldNames(item, named)...)
			}
		}
		return names
	}
	return nil
}
