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
	for i := range r.forms {
		for j := range r.forms {
			if i == j || r.forms[i].label != r.forms[j].label {
				continue
			}
			if isPart(r.forms[i], r.forms[j]) {
				r.join(i, j)
				break
			}
		}
	}
}

// isPart reports whether short is another form of the longer name long.
func isPart(short, long form) bool {
	if strings.EqualFold(short.name, long.name) {
		return true
	}
	n, all := len(short.words), len(long.words)
	switch short.label {
	case corpus.GPE, corpus.NORP: // a people's adjective and noun keep their own names
		return false
	case corpus.Initiative:
		if strings.EqualFold(short.name+"s", long.name) { // "Safe City Project"
			return true
		}
	case corpus.Person:
		return n < all && (hasSuffix(long.words, short.words) || hasPrefix(long.words, short.words) ||
			n == 1 && strings.HasSuffix(long.words[all-1], "-"+short.words[0]))
	}
	if n > all {
		return false
	}
	if n == all {
		return isAbbreviated(short.words, long.words)
	}
	both := short.entry != nil && long.entry != nil // and the gazetteer has them as two things
	if hasSuffix(long.words, short.words) {
		return !both && (n > 1 || short.label != corpus.Org || short.entry != nil) || short.label == corpus.Loc
	}
	if !hasPrefix(long.words, short.words) || short.label == corpus.Loc && long.words[n] == "of" {
		return false
	}
	if long.words[n] == "of" {
		return true
	}
	// "Shin" and "Shin Corporation": all but the head.
	return short.entry == nil && (n == all-1 && len(known.Heads(long.words[n], gazetteer.End)) > 0 || n == 1 && long.entry == nil)
}

// isAbbreviated reports whether two names differ only in that the last word of the first
// is cut short: "Shin Corp." and "Shin Corporation".
func isAbbreviated(short, long []string) bool {
	last := len(short) - 1
	if !hasPrefix(long, short[:last]) || !strings.HasSuffix(short[last], ".") {
		return false
	}
	return last > 0 && strings.HasPrefix(long[last], strings.TrimSuffix(short[last], "."))
}

func hasPrefix(long, short []string) bool {
	for i, w := range short {
		if !strings.EqualFold(long[i], w) {
			return false
		}
	}
	return true
}

func hasSuffix(long, short []string) bool { return hasPrefix(long[len(long)-len(short):], short) }

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
