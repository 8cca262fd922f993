package corpus

import "augury/internal/segment"

// sections cuts the blocks of a document into its parts: title, byline, and what stands
// under each heading. Markup says whether list and headings are known by markup.
func sections(text string, blocks []Block, f front, markup bool) []Section {
	var list []Section
	items := 0 // list items in a row at the start of the summary
	for i, b := range blocks {
		last := len(list) - 1
		switch {
		case i == f.heading:
			list = append(list, Section{Span: b.Span, Heading: b.Span, Level: b.Level, Role: RoleTitle})
		case b.Kind == Heading && i < f.end: // a subtitle, in the title's section
		case b.Kind == Byline && i < f.end:
			if last < 0 || list[last].Role != RoleByline {
				list = append(list, Section{Span: b.Span, Role: RoleByline})
			}
		case b.Kind == Heading:
			list = append(list, Section{Span: b.Span, Heading: b.Span, Level: b.Level, Role: roleUnder(list, text, b)})
			items = 0
		case i == f.end:
			list = append(list, Section{Span: b.Span, Role: RoleBody})
		case b.Kind == ListItem:
			items++
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

// roleUnder gives the role of the section that heading b begins: by its words, else that of
// the section that it stands under.
func roleUnder(before []Section, text string, b Block) Role {
	role, known := headingRole(b.In(text))
	horizon := role == RoleForecastShort || role == RoleForecastMedium || role == RoleForecastLong
	if known && !horizon {
		return role
	}
	above := roleAbove(before, b.Level)
	if known && above != RoleRecommendations {
		return role
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
