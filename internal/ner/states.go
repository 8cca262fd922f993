package ner

// State says what part of which name a piece of the text is: outside of any (0), or for a
// label its beginning, inside, last or only piece.
type State uint8

// Outside is the state of what is no part of a name.
const Outside State = 0

// Part is the place of a piece in a name.
type Part uint8

// The parts of a name.
const (
	Begin Part = iota
	Inside
	Last
	Unit
)

// States is the number of states.
const States = 1 + 4*labels

// StateOf returns the state of a part of a name.
func StateOf(l Label, p Part) State { return State(1 + 4*uint8(l) + uint8(p)) }

func (s State) label() Label { return Label((s - 1) / 4) }
func (s State) part() Part   { return Part((s - 1) % 4) }

// opens reports whether a name is open behind the state: its next piece must follow.
func (s State) opens() bool { return s != Outside && (s.part() == Begin || s.part() == Inside) }

// continues reports whether the state goes on a name that is open before it.
func (s State) continues() bool { return s != Outside && (s.part() == Inside || s.part() == Last) }

// MayFollow reports whether one state may stand behind another. A text starts and ends as
// if outside.
func MayFollow(from, to State) bool {
	if from.opens() != to.continues() {
		return false
	}
	return !from.opens() || from.label() == to.label()
}

// follows[to] lists the states that may stand before a state.
var follows = followTable()

func followTable() [States][]State {
	var table [States][]State
	for to := range State(States) {
		for from := range State(States) {
			if MayFollow(from, to) {
				table[to] = append(table[to], from)
			}
		}
	}
	return table
}
