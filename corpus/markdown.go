package corpus

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"go.yaml.in/yaml/v3"
)

// readMarkdown renders Markdown: CommonMark with tables, strike-through and footnotes, and
// with front matter in YAML. The text is what a reader of the rendered page sees, so that
// offsets lead to words and not to marks.
func readMarkdown(name, text string) (page, error) {
	matter, body := cutFrontMatter(text)
	markdown := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote),
		// Line ends are kept: names and dates of a byline often stand in lines of their own.
		goldmark.WithRendererOptions(html.WithUnsafe(), html.WithHardWraps()),
	)
	var rendered bytes.Buffer
	if err := markdown.Convert([]byte(body), &rendered); err != nil {
		return page{}, refuse(name, ErrMarkup, "is broken Markdown: %v", err)
	}
	doc, err := parseHTML(name, rendered.String())
	if err != nil {
		return page{}, err
	}
	var b builder
	doc.FindMatcher(unseen).Remove()
	for _, r := range htmlBlocks(doc.Selection, marks{}) {
		b.add(r.kind, r.level, r.words)
	}
	p := page{text: b.text.String(), blocks: b.blocks, markup: true}
	if err := p.readMatter(matter); err != nil {
		return page{}, refuse(name, ErrMarkup, "has broken front matter: %v", err)
	}
	return p, nil
}

// cutFrontMatter splits a text that begins with front matter between lines of "---".
func cutFrontMatter(text string) (matter, body string) {
	first, next := lineEnd(text, 0)
	if strings.TrimRight(text[:first], " \t") != "---" {
		return "", text
	}
	for start := next; start < len(text); {
		end, after := lineEnd(text, start)
		if line := strings.TrimRight(text[start:end], " \t"); line == "---" || line == "..." {
			return text[next:start], text[after:]
		}
		start = after
	}
	return "", text
}

// readMatter reads title, authors, date, outlet, language and address off front matter.
func (p *page) readMatter(matter string) error {
	var fields map[string]any
	if err := yaml.Unmarshal([]byte(matter), &fields); err != nil {
		return err
	}
	named := map[string]any{}
	for key, value := range fields {
		named[strings.ToLower(key)] = value
	}
	first := func(keys ...string) any {
		for _, key := range keys {
			if value, ok := named[key]; ok {
				return value
			}
		}
		return nil
	}
	p.title = plainValue(first("title"))
	p.authors = listValue(first("authors", "author", "by", "byline"))
	p.published = dateValue(first("date", "published", "pubdate"))
	p.outlet = plainValue(first("outlet", "publisher", "publication", "source", "institution"))
	p.language = languageCode(plainValue(first("lang", "language")))
	p.url = plainValue(first("url", "canonical", "canonical_url", "link"))
	return nil
}

// plainValue is a value of front matter as words.
func plainValue(value any) string {
	switch v := value.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case int, float64, bool:
		return fmt.Sprint(v)
	case map[string]any:
		return plainValue(v["name"])
	}
	return ""
}

// listValue is a value of front matter as a list of names: a list, or names in a line.
func listValue(value any) []string {
	if list, ok := value.([]any); ok {
		var names []string
		for _, item := range list {
			if name := plainValue(item); name != "" {
				names = append(names, name)
			}
		}
		return names
	}
	return splitAuthors(plainValue(value))
}

// dateValue is a value of front matter as a date.
func dateValue(value any) Date {
	switch v := value.(type) {
	case time.Time:
		return Date{v.Year(), int(v.Month()), v.Day()}
	case int:
		d, _ := statedDate(fmt.Sprint(v))
		return d
	case string:
		d, _ := statedDate(v)
		return d
	}
	return Date{}
}
