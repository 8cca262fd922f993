package corpus

// sections cuts the blocks of a document into its parts: at each heading, and after the
// byline.
func sections(text string, blocks []Block) []Section {
	var list []Section
	for i, b := range blocks {
		switch {
		case b.Kind == Heading && b.Level == 1 && i == 0:
			list = append(list, Section{Span: b.Span, Heading: b.Span, Level: 1, Role: RoleTitle})
		case b.Kind == Heading:
			list = append(list, Section{Span: b.Span, Heading: b.Span, Level: b.Level, Role: roleUnder(list, text, b)})
		case b.Kind == Byline:
			if n := len(list); n == 0 || list[n-1].Role != RoleByline {
				list = append(list, Section{Span: b.Span, Role: RoleByline})
			}
		case len(list) == 0 || list[len(list)-1].Role == RoleTitle || list[len(list)-1].Role == RoleByline:
			list = append(list, Section{Span: b.Span, Role: RoleBody})
		}
	}
	for i := range list {
		if i+1 < len(list) {
			list[i].End = list[i+1].Start
		} else {
			list[i].End = blocks[len(blocks)-1].End
		}
	}
	return list
}

// roleUnder gives the role of the section that heading b begins: by its words, else that of
// the section that it stands under.
func roleUnder(before []Section, text string, b Block) Role {
	role, known := headingRole(b.In(text))
	if known {
		return role
	}
	for i := len(before) - 1; i >= 0; i-- {
		if above := before[i]; above.Level > 0 && above.Level < b.Level {
			if above.Role == RoleTitle {
				return RoleBody
			}
			return above.Role
		}
	}
	return RoleBody
}
