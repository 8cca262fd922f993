package corpus

import (
	"regexp"
	"strings"
	"time"
)

// front is what the first lines of a brief say of it.
type front struct {
	title     string
	authors   []string
	outlet    string
	published Date
	end       int // number of blocks that it takes
}

// readFront reads title and byline off the first blocks, and marks these blocks.
func readFront(text string, blocks []Block) front {
	var f front
	for i := range blocks {
		if i == 6 {
			break
		}
		b := &blocks[i]
		words := b.In(text)
		if line, ok := readByline(words); ok {
			b.Kind = Byline
			f.authors = append(f.authors, line.authors...)
			if f.published.Year == 0 {
				f.published = line.published
			}
			f.end = i + 1
			continue
		}
		if f.title == "" && b.Kind == Paragraph && i+1 < len(blocks) && looksLikeHeading(words) {
			if _, known := headingRole(words); known && len(headingWords(words)) < 4 {
				break
			}
			b.Kind, b.Level, f.title, f.end = Heading, 1, words, i+1
			continue
		}
		break
	}
	return f
}

var (
	bylineParts = regexp.MustCompile(`\s+[|·•–—-]\s+|\t+`)
	by          = regexp.MustCompile(`^(?i:by|authors?:)\s+`)
	name        = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|bin|al|el|da|la)){1,4}$`)
)

// readByline reads a line that names authors, date or outlet.
func readByline(words string) (front, bool) {
	var f front
	if len(words) > 200 {
		return f, false
	}
	said := by.MatchString(words)
	var names []string
	for _, part := range bylineParts.Split(by.ReplaceAllString(words, ""), -1) {
		if date, ok := statedDate(part); ok {
			f.published = date
			said = true
			continue
		}
		for _, n := range regexp.MustCompile(`,\s+|\s+and\s+|\s+&\s+`).Split(part, -1) {
			if !name.MatchString(n) {
				return f, false
			}
			names = append(names, n)
		}
	}
	f.authors = names
	return f, said
}

// statedDate reads a date of publication.
func statedDate(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{"2 January 2006", "January 2, 2006", "Monday, January 2, 2006", "2006-01-02", "2 Jan 2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return Date{t.Year(), int(t.Month()), t.Day()}, true
		}
	}
	for _, layout := range []string{"January 2006", "Jan 2006", "2006-01"} {
		if t, err := time.Parse(layout, s); err == nil {
			return Date{Year: t.Year(), Month: int(t.Month())}, true
		}
	}
	return Date{}, false
}
