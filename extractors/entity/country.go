package entity

import "augury/corpus"

// homonym is a country whose name another place has as well.
type homonym struct {
	name   string
	near   map[string]bool // names that speak for the country
	others map[string]bool // names that speak for the other place
}

// homonyms lists the countries that share their name with a state of the United States.
var homonyms = []homonym{{
	name: "Georgia",
	near: set("Tbilisi", "Batumi", "Gori", "Abkhazia", "South Ossetia", "Ossetia", "Caucasus", "South Caucasus", "Georgian", "Georgians",
		"Russia", "Armenia", "Azerbaijan", "Ukraine", "Moldova", "Black Sea", "Caspian Sea", "Saakashvili"),
	others: set("United States", "U.S.", "US", "Atlanta", "Florida", "Alabama", "Tennessee", "North Carolina", "South Carolina", "Texas",
		"Ohio", "Congress", "Senate", "House", "Democrat", "Democrats", "Republican", "Republicans", "Sixth District", "Atlanta Fed"),
}}

// clearHomonyms takes the country's code from names that stand for another place here: where
// the document speaks of that place's surroundings and of none of the country's.
func clearHomonyms(text string, mentions []mention) {
	for _, h := range homonyms {
		near, others := false, false
		for _, m := range mentions {
			name := m.In(text)
			near = near || h.near[name]
			others = others || h.others[name]
		}
		if near || !others {
			continue
		}
		for i := range mentions {
			if m := &mentions[i]; m.label == corpus.GPE && m.entry != nil && m.entry.Name == h.name {
				m.country, m.rule = "", "place"
			}
		}
	}
}
