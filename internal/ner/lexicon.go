package ner

import (
	"math/bits"
	"strings"

	"augury/internal/gazetteer"
)

// Lexicon is what is known of words before any text is read: the gazetteer's facts, and
// the tables that training wrote. Words are held as hashes.
type Lexicon struct {
	names    *gazetteer.Gazetteer
	clusters *HashTable // word: its class among few, and among many classes
	lists    *HashTable // words of a name so far: the lists that have it, and listGoesOn
}

// NewLexicon puts a lexicon together. clusters and lists are as Clusters and Lists make them.
func NewLexicon(names *gazetteer.Gazetteer, clusters, lists *HashTable) *Lexicon {
	return &Lexicon{names: names, clusters: clusters, lists: lists}
}

// listGoesOn marks words with which a longer name of some list starts.
const listGoesOn = 1 << 15

// AddName enters a name, given by its words, under a list, numbered from 0 to 14.
func AddName(table map[uint32]uint16, words []string, list int) {
	var h uint32
	for i, w := range words {
		h = mix(h, hashOf(w))
		if i == len(words)-1 {
			table[h] |= 1 << list
		} else {
			table[h] |= listGoesOn
		}
	}
}

// WordKey is the key of a word in the table of clusters.
func WordKey(word string) uint32 { return hashOf(word) }

// mix folds b into a; the order counts.
func mix(a, b uint32) uint32 {
	h := a*0x9e3779b1 ^ b
	h ^= h >> 15
	h *= 0x85ebca6b
	h ^= h >> 13
	return h
}

// HashTable maps hashes to small numbers. It is written once and may then be read by many
// goroutines at once.
type HashTable struct {
	keys   []uint32 // 0 where the slot is free
	values []uint16
	mask   uint32
	shift  int // the highest bits of a key say where it belongs
}

// NewHashTable makes a table with room for n entries.
func NewHashTable(n int) *HashTable {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &HashTable{keys: make([]uint32, size), values: make([]uint16, size), mask: uint32(size - 1), shift: 33 - bits.Len(uint(size))}
}

// Put sets the value of a key.
func (t *HashTable) Put(key uint32, value uint16) {
	i := t.find(key)
	t.keys[i], t.values[i] = key, value
}

// Get returns the value of a key, 0 where there is none.
func (t *HashTable) Get(key uint32) uint16 {
	if i := t.find(key); t.keys[i] == key {
		return t.values[i]
	}
	return 0
}

// find returns the slot that holds key, or the free one where it belongs. The table is
// never more than half full.
func (t *HashTable) find(key uint32) uint32 {
	i := key >> t.shift
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & t.mask
	}
	return i
}

// fact is a set of what the gazetteer knows of a single word.
type fact uint64

const (
	isMonth fact = 1 << iota
	isWeekday
	isCalendar
	isHonorific
	isRank
	isOffice
	isRole
	isReference
	isPublication
	isVehicle
	isGivenName
	isCommon
	endsOrg // as the last word of a name
	endsGPE
	endsLoc
	endsInitiative
	endsEvent
	startsOrg // as the first word of one
	startsGPE
	startsLoc
	startsInitiative
	startsEvent
	isModifier
	isPortfolio
	isUnnamed
	besideStart // the first of 15 for words beside a name: before, after, and before "of" it, by label
)

const headFacts = endsOrg | endsGPE | endsLoc | endsInitiative | endsEvent

var kindFacts = []struct {
	kind gazetteer.Kind
	fact fact
}{
	{gazetteer.Month, isMonth}, {gazetteer.Weekday, isWeekday}, {gazetteer.Calendar, isCalendar},
	{gazetteer.Honorific, isHonorific}, {gazetteer.Rank, isRank}, {gazetteer.Office, isOffice},
	{gazetteer.Role, isRole}, {gazetteer.Reference, isReference},
	{gazetteer.Publication, isPublication}, {gazetteer.Vehicle, isVehicle}, {gazetteer.GivenName, isGivenName},
}

var endFacts = map[string]fact{
	"ORG": endsOrg, "GPE": endsGPE, "LOC": endsLoc, "INITIATIVE": endsInitiative, "EVENT": endsEvent,
}

var startFacts = map[string]fact{
	"ORG": startsOrg, "GPE": startsGPE, "LOC": startsLoc, "INITIATIVE": startsInitiative, "EVENT": startsEvent,
}

// factsOf gathers what the gazetteer knows of a word.
func (l *Lexicon) factsOf(word string) fact {
	var facts fact
	for _, k := range kindFacts {
		if l.names.Is(word, k.kind) {
			facts |= k.fact
		}
	}
	if l.names.IsCommon(word) {
		facts |= isCommon
	}
	for _, label := range l.names.Heads(word, gazetteer.End) {
		facts |= endFacts[label]
	}
	if word != "" && 'a' <= word[0] && word[0] <= 'z' { // "the Kyoto protocol"
		for _, label := range l.names.Heads(strings.ToUpper(word[:1])+word[1:], gazetteer.End) {
			facts |= endFacts[label]
		}
	}
	for _, label := range l.names.Heads(word, gazetteer.Start) {
		facts |= startFacts[label]
	}
	for n, place := range [...]gazetteer.Place{gazetteer.Before, gazetteer.After, gazetteer.Of} {
		for _, label := range l.names.Heads(word, place) {
			facts |= startFacts[label] / startsOrg * besideStart << (5 * n)
		}
	}
	return facts
}

// sureNats is what it weighs that the gazetteer has a name for a country's or a nation's.
// Texts that were learnt from name some of them only, and not always by our definition.
const sureNats = 1.5

// sureStates gives the state of each word of such a name, by what lookUp notes on it.
func sureStates() map[uint32]State {
	states := map[uint32]State{}
	for _, kind := range []struct {
		label Label
		kind  string
	}{{GPE, "country"}, {NORP, "nation"}, {NORP, "ethnic"}, {NORP, "region"}, {NORP, "religion"}} {
		name := kindOf(&gazetteer.Entry{Label: kind.label.String(), Kind: kind.kind})
		for place, part := range map[uint32]Part{nameUnit: Unit, nameBegin: Begin, nameInside: Inside, nameLast: Last} {
			states[mix(name, place)] = StateOf(kind.label, part)
		}
	}
	return states
}
