package corpus

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readMeta reads what the head of a page says of it. JSON-LD goes first, as it is written
// with the most care; then come OpenGraph, the names that libraries use (citation_, dc.),
// other <meta> elements, and <time>.
func readMeta(root *html.Node) page {
	m := collectMeta(root)
	p := page{
		title:    m.first(ldHeadline, "og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "<title>"),
		outlet:   m.outlet(ldPublisher, "og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher", "application-name"),
		url:      m.address("<canonical>", "og:url", ldURL),
		language: languageCode(m.first("<lang>", ldLanguage, "content-language", "dc.language", "og:locale")),
	}
	for _, key := range []string{ldAuthor, "citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "<author>"} {
		if p.authors = m.authors(key, p.outlet); len(p.authors) > 0 {
			break
		}
	}
	for _, key := range []string{
		ldPublished, "article:published_time", "og:published_time", "citation_publication_date", "citation_date", "dc.date.issued",
		"dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "datepublished", "publishdate", "publish-date",
		"pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "date", "<time>",
	} {
		if date, ok := statedDate(m.first(key)); ok {
			p.published = date
			break
		}
	}
	return p
}

// Keys of what is read off JSON-LD, beside the names of <meta> elements and of elements.
const (
	ldHeadline  = "ld:headline"
	ldPublisher = "ld:publisher"
	ldAuthor    = "ld:author"
	ldPublished = "ld:datePublished"
	ldURL       = "ld:url"
	ldLanguage  = "ld:inLanguage"
)

// pageMeta holds what is said under each key, in order of the page.
type pageMeta map[string][]string

func (m pageMeta) add(key, value string) {
	if value = oneLine(value); value != "" {
		m[key] = append(m[key], value)
	}
}

// first is the first value under the first of keys that has one.
func (m pageMeta) first(keys ...string) string {
	for _, key := range keys {
		if len(m[key]) > 0 {
			return m[key][0]
		}
	}
	return ""
}

// address is the first value under keys that is a full address.
func (m pageMeta) address(keys ...string) string {
	for _, key := range keys {
		if s := m.first(key); strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			return s
		}
	}
	return ""
}

// outlet is the first value under keys that is a name, not an address or an account.
func (m pageMeta) outlet(keys ...string) string {
	for _, key := range keys {
		if s := m.first(key); s != "" && !strings.Contains(s, "://") && !strings.HasPrefix(s, "@") {
			return s
		}
	}
	return ""
}

// authors lists the people under key. Addresses of profiles are not names, and the outlet
// is not its own author.
func (m pageMeta) authors(key, outlet string) []string {
	var names []string
	for _, value := range m[key] {
		if strings.Contains(value, "://") || strings.Contains(value, "@") || len(value) > 200 || strings.EqualFold(value, outlet) {
			continue
		}
		list := splitAuthors(value)
		if key == "citation_author" && strings.Count(value, ",") == 1 {
			last, given, _ := strings.Cut(value, ",") // "Doe, Jane"
			list = []string{strings.TrimSpace(given) + " " + strings.TrimSpace(last)}
		}
		for i, name := range list {
			// "Jane Doe, Economics Writer": where somebody is named, what follows is no name.
			if !slices.Contains(names, name) && (i == 0 || !isBody(name)) {
				names = append(names, name)
			}
		}
	}
	return names
}

// collectMeta walks a page for what it says of itself.
func collectMeta(root *html.Node) pageMeta {
	m := pageMeta{}
	for node := range root.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		switch node.DataAtom {
		case atom.Html:
			m.add("<lang>", attribute(node, "lang"))
			m.add("<lang>", attribute(node, "xml:lang"))
		case atom.Title:
			if node.Parent != nil && node.Parent.DataAtom == atom.Head {
				m.add("<title>", textContent(node))
			}
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				if name := attribute(node, key); name != "" {
					m.add(strings.ToLower(name), attribute(node, "content"))
				}
			}
		case atom.Link:
			if strings.EqualFold(attribute(node, "rel"), "canonical") {
				m.add("<canonical>", attribute(node, "href"))
			}
		case atom.Time:
			m.add("<time>", attribute(node, "datetime"))
		case atom.A:
			if attribute(node, "rel") == "author" {
				m.add("<author>", textContent(node))
			}
		case atom.Script:
			if strings.EqualFold(attribute(node, "type"), "application/ld+json") {
				var data any
				if json.Unmarshal([]byte(textContent(node)), &data) == nil {
					m.addLD(data, 0)
				}
			}
		}
	}
	return m
}

// addLD takes over what a value of JSON-LD says of an article.
func (m pageMeta) addLD(data any, depth int) {
	if depth > 8 {
		return
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			m.addLD(item, depth+1)
		}
	case map[string]any:
		m.addLD(v["@graph"], depth+1)
		if !isArticle(v["@type"]) {
			return
		}
		m.add(ldHeadline, ldName(v["headline"]))
		for _, name := range ldNames(v["author"]) {
			m.add(ldAuthor, name)
		}
		m.add(ldPublished, ldName(v["datePublished"]))
		m.add(ldPublisher, ldName(v["publisher"]))
		m.add(ldURL, ldName(v["url"]))
		m.add(ldLanguage, ldName(v["inLanguage"]))
	}
}

// isArticle reports whether a JSON-LD type is one of texts: Article, NewsArticle, Report.
func isArticle(kind any) bool {
	for _, name := range ldNames(kind) {
		if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") || name == "Report" || name == "Statement" {
			return true
		}
	}
	return false
}

// ldName is the first name of a value of JSON-LD.
func ldName(value any) string {
	if names := ldNames(value); len(names) > 0 {
		return names[0]
	}
	return ""
}

// ldNames lists the names of a value: a string, an object with a name, or a list of these.
func ldNames(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{html.UnescapeString(v)}
	case map[string]any:
		if name, ok := v["name"].(string); ok {
			return []string{html.UnescapeString(name)}
		}
	case []any:
		var names []string
		for _, item := range v {
			if _, nested := item.([]any); !nested {
				names = append(names, ldNames(item)...)
			}
		}
		return names
	}
	return nil
}
