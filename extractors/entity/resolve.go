package entity

import (
	"strings"
	"unicode/utf8"

	"augury/corpus"
	"augury/internal/gazetteer"
)

// resolve gives each mention the one name that it shares with the other mentions of the
// same thing: the longest form that the document has of it. It looks at the mentions'
// words and labels and at the acronyms that the document defines, not at how they were
// found.
func resolve(text string, mentions []mention, definitions []definition) []string {
	r := &resolver{index: map[key]int{}}
	of := make([]int, len(mentions))
	for i, m := range mentions {
		of[i] = r.form(m, text)
	}
	r.joinKnown()
	for _, d := range definitions {
		r.joinDefinition(text, d)
	}
	r.joinParts()
	longest := r.longest()
	names := make([]string, len(mentions))
	for i := range mentions {
		names[i] = longest[r.root(of[i])]
	}
	return names
}

// resolver joins the forms of a document's names into groups, each the forms of one thing.
type resolver struct {
	forms []form
	index map[key]int
}

type key struct {
	name  string
	label corpus.Label
}

// form is a name as the document writes it.
type form struct {
	key
	words  []string
	entry  *gazetteer.Entry
	parent int // index of another form of the same thing; its own where it has none
}

// form gives the index of a mention's form, a new one for a form not seen before.
func (r *resolver) form(m mention, text string) int {
	words := strings.Fields(gazetteer.Fold(m.In(text)))
	k := key{strings.Join(strings.Fields(m.In(text)), " "), m.label}
	i, ok := r.index[k]
	if !ok {
		i = len(r.forms)
		r.index[k] = i
		r.forms = append(r.forms, form{key: k, words: words, entry: m.entry, parent: i})
	}
	return i
}

// root gives the form that stands for the group of form i.
func (r *resolver) root(i int) int {
	for r.forms[i].parent != i {
		i = r.forms[i].parent
	}
	return i
}

// join makes two forms names of one thing.
func (r *resolver) join(i, j int) {
	i, j = r.root(i), r.root(j)
	r.forms[max(i, j)].parent = min(i, j)
}

// joinKnown joins the forms that the gazetteer has as names of one thing.
func (r *resolver) joinKnown() {
	first := map[*gazetteer.Entry]int{}
	for i, f := range r.forms {
		if f.entry == nil {
			continue
		}
		if j, ok := first[f.entry]; ok {
			r.join(i, j)
		} else {
			first[f.entry] = i
		}
	}
}

// joinDefinition joins an acronym, and its plural or singular, with what it is short for.
func (r *resolver) joinDefinition(text string, d definition) {
	if d.long.Empty() {
		return
	}
	long, ok := r.index[key{strings.Join(strings.Fields(d.long.In(text)), " "), d.label}]
	if !ok {
		return
	}
	for _, short := range d.forms() {
		if i, ok := r.index[key{short, d.label}]; ok {
			r.join(i, long)
		}
	}
}

// joinParts joins a form with a longer one that it is a part of: a surname with the full
// name, "Parliament" with "Parliament of Canada". Of several longer ones it takes the one
// that the document has first.
func (r *resolver) joinParts() {
	whole, starts, ends := map[key]int{}, map[key][]int{}, map[key][]int{}
	for i, f := range r.forms {
		if f.label == corpus.GPE || f.label == corpus.NORP {
			continue // a city is no part of another, and a people's adjective and noun keep their own names
		}
		k := key{strings.ToLower(f.name), f.label}
		if same, ok := whole[k]; ok {
			r.join(i, same)
			continue
		}
		whole[k] = i
		for n := 1; n < len(f.words); n++ {
			start := key{lowerWords(f.words[:n]), f.label}
			end := key{lowerWords(f.words[n:]), f.label}
			starts[start] = append(starts[start], i)
			ends[end] = append(ends[end], i)
		}
		if _, name, ok := strings.Cut(f.words[len(f.words)-1], "-"); ok && len(f.words) > 1 { // "al-Farabi"
			end := key{strings.ToLower(name), f.label}
			ends[end] = append(ends[end], i)
		}
	}
	for i, f := range r.forms {
		k := key{lowerWords(f.words), f.label}
		long := first(ends[k], func(j int) bool { return isEnd(f, r.forms[j]) })
		if long < 0 {
			long = first(starts[k], func(j int) bool { return isStart(f, r.forms[j]) })
		}
		if n := len(f.words) - 1; long < 0 && n > 0 {
			all := starts[key{lowerWords(f.words[:n]), f.label}]
			long = first(all, func(j int) bool { return isAbbreviated(f.words, r.forms[j].words) })
		}
		if plural, ok := whole[key{strings.ToLower(f.name) + "s", f.label}]; ok && f.label == corpus.Initiative {
			long = plural // "Green Port Project"
		}
		if long >= 0 {
			r.join(i, long)
		}
	}
}

// first gives the first index that fits, -1 where none does.
func first(indexes []int, fits func(int) bool) int {
	for _, i := range indexes {
		if fits(i) {
			return i
		}
	}
	return -1
}

func lowerWords(words []string) string { return strings.ToLower(strings.Join(words, " ")) }

// isEnd reports whether short, which the longer name long ends with, is another form of it:
// "Supreme Court" of "Oregon Supreme Court".
func isEnd(short, long form) bool {
	switch short.label {
	case corpus.Person, corpus.Loc:
		return true
	}
	if short.entry != nil && long.entry != nil {
		return false // two things, as the gazetteer has it
	}
	return len(short.words) > 1 || short.label != corpus.Org || short.entry != nil
}

// isStart reports whether short, which the longer name long starts with, is another form of
// it: "Parliament" of "Parliament of Canada", "Orion" of "Orion Corporation".
func isStart(short, long form) bool {
	n := len(short.words)
	switch {
	case short.label == corpus.Person:
		return true
	case long.words[n] == "of":
		return short.label != corpus.Loc // "the Gulf" is not "Gulf of Oman"
	case short.entry != nil:
		return false
	}
	return n == 1 && long.entry == nil || n == len(long.words)-1 && len(known.Heads(long.words[n], gazetteer.End)) > 0
}

// isAbbreviated reports whether two names that start alike differ only in that the last word
// of the first is cut short: "Orion Corp." and "Orion Corporation".
func isAbbreviated(short, long []string) bool {
	last := len(short) - 1
	stem, cut := strings.CutSuffix(short[last], ".")
	return cut && len(long) == len(short) && strings.HasPrefix(long[last], stem) && !strings.HasSuffix(long[last], ".")
}

// longest gives for each group, by its root, the longest of its forms, the first of them
// where several are as long.
func (r *resolver) longest() map[int]string {
	names := map[int]string{}
	for i, f := range r.forms {
		root := r.root(i)
		if name, ok := names[root]; !ok || utf8.RuneCountInString(f.name) > utf8.RuneCountInString(name) {
			names[root] = f.name
		}
	}
	return names
}
