package corpus

import (
	"strings"

	"augury/internal/segment"
)

// sections cuts the blocks of a document into its parts: title, byline, and what stands
// under each heading. A paragraph or an item that begins with a known heading and a colon,
// "Short-term: …", is a part by itself; the one that it stands in goes on after it.
// Markup says whether lists and headings are known by markup.
func sections(text string, blocks []Block, f front, markup bool) []Section {
	var list []Section
	items := 0          // list items since the last heading
	var around *Section // what goes on after a part of one block
	for i, b := range blocks {
		if b.Kind == ListItem {
			items++
		}
		last := len(list) - 1
		label := runIn(text, b)
		switch {
		case i == f.heading:
			list = append(list, Section{Span: b.Span, Heading: b.Span, Level: b.Level, Role: RoleTitle})
		case i < f.end && b.Kind == Heading: // a subtitle, in the title's section
		case i < f.end:
			if last < 0 || list[last].Role != RoleByline {
				list = append(list, Section{Span: b.Span, Role: RoleByline})
			}
		case b.Kind == Heading:
			role := roleUnder(list, b.In(text), b.Level)
			list = append(list, Section{Span: b.Span, Heading: b.Span, Level: b.Level, Role: role})
			items, around = 0, nil
		case !label.Empty():
			if around == nil {
				around = &Section{Role: RoleBody}
				if i > f.end {
					*around = list[last]
				}
			}
			level := max(around.Level, 1) + 1
			role := roleUnder(list, label.In(text), level)
			list = append(list, Section{Span: b.Span, Heading: label, Level: level, Role: role})
		case around != nil:
			around.Span = b.Span
			list = append(list, *around)
			around = nil
		case i == f.end:
			list = append(list, Section{Span: b.Span, Role: RoleBody})
		case !markup && items > 1 && list[last].Role == RoleSummary && b.Kind == Paragraph:
			// Where no heading ends a summary of bullets, the first paragraph does.
			list = append(list, Section{Span: b.Span, Role: RoleBody})
		}
	}
	for i := range list {
		list[i].End = blocks[len(blocks)-1].End
		if i+1 < len(list) {
			list[i].End = list[i+1].Start
		}
	}
	return list
}

// runIn gives the span of the heading that stands in the first line of a paragraph or item
// before a colon, empty where there is none.
func runIn(text string, b Block) Span {
	if b.Kind != Paragraph && b.Kind != ListItem {
		return Span{}
	}
	words := b.In(text)
	at := strings.Index(words[:min(len(words), 60)], ": ")
	if at < 0 || len(strings.Fields(words[at:min(len(words), at+60)])) < 4 || !isKnownHeading(words[:at]) {
		return Span{}
	}
	role, _ := headingRole(words[:at])
	first := headingWords(words[:at])
	if role == RoleReferences || role == RoleOther || len(first) > 4 || first[0] == "in" {
		return Span{} // "Sources: …", "In short: …"
	}
	return Span{Start: b.Start, End: b.Start + at}
}

// markSummaryItems makes list items of the bullets of a summary that have lost their marks:
// lines of a sentence each under the heading, before longer paragraphs or the next heading.
func markSummaryItems(text string, blocks []Block) {
	for i, b := range blocks {
		if b.Kind != Heading {
			continue
		}
		if role, _ := headingRole(b.In(text)); role != RoleSummary {
			continue
		}
		end := i + 1
		for end < len(blocks) && blocks[end].Kind == Paragraph && isBullet(text, blocks[end]) {
			end++
		}
		items := blocks[i+1 : end]
		if len(items) < 2 || len(items) > 10 {
			continue
		}
		for k := range items {
			items[k].Kind, items[k].Level = ListItem, 1
		}
	}
}

// isBullet reports whether a paragraph has the size of a bullet: a sentence of up to 500 bytes.
func isBullet(text string, b Block) bool {
	return b.Len() <= 500 && len(segment.Sentences(b.In(text))) == 1
}

// roleUnder gives the role of the section that a heading of the given level begins: by its
// words, else that of the section that it stands under.
func roleUnder(before []Section, heading string, level int) Role {
	role, known := headingRole(heading)
	if known && !isHorizon(role) {
		return role
	}
	above := roleAbove(before, level)
	if known && above != RoleRecommendations {
		return role // but what should be done in the short term is no forecast
	}
	return above
}

// roleAbove gives the role of the section that a heading of the given level stands under.
func roleAbove(before []Section, level int) Role {
	for i := len(before) - 1; i >= 0; i-- {
		if above := before[i]; above.Level > 0 && above.Level < level {
			if above.Role == RoleTitle {
				return RoleBody
			}
			return above.Role
		}
	}
	return RoleBody
}

// isHorizon reports whether a role is that of a forecast for a stated time.
func isHorizon(role Role) bool {
	return role == RoleForecastShort || role == RoleForecastMedium || role == RoleForecastLong
}
