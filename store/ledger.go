package store

import (
	"context"
	"database/sql"
)

// Action says what a decision about entities does.
type Action string

// The actions of decisions.
const (
	Merge   Action = "merge"   // the mentions of one entity belong to another
	Split   Action = "split"   // mentions with some words become an entity of their own
	Rename  Action = "rename"  // an entity gets another name
	Alias   Action = "alias"   // some words lead to an entity
	Unalias Action = "unalias" // they no longer do
	Undo    Action = "undo"    // an earlier decision is taken back
)

// SplitBy says what the words of a split are compared with.
type SplitBy string

// The ways to say which mentions a split is about.
const (
	ByMention SplitBy = "mention" // their own words
	ByName    SplitBy = "name"    // the canonical name that their brief has for the thing
)

// ledger is the decisions that stand, in order. Where a mention belongs and what an entity
// is called follow from what extraction gives and the ledger alone, so that decisions hold
// for mentions of briefs to come and of extractors to come.
type ledger []entry

// entry is what a decision says, with folded words.
type entry struct {
	id       int64
	action   Action
	entity   int64
	other    int64  // merged into entity; split off it
	words    string // as a person wrote them
	folded   string
	by       SplitBy
	document int64 // 0 for all documents
}

// use is a mention as the ledger sees it.
type use struct {
	named     int64  // the entity that is known by the mention's label and canonical name
	canonical string // in its brief
	wording   string // folded
	document  int64
}

// loadLedger reads the decisions that no later one undoes.
func loadLedger(ctx context.Context, db queryer) (ledger, error) {
	return collect(ctx, db, `
		SELECT id, action, entity_id, coalesce(other_id, 0), coalesce(words, ''), coalesce(by, ''), coalesce(document_id, 0)
		FROM entity_decisions d
		WHERE action <> ? AND NOT EXISTS (SELECT 1 FROM entity_decisions u WHERE u.undoes = d.id)
		ORDER BY id`, string(Undo), func(rows *sql.Rows) (e entry, err error) {
		err = rows.Scan(&e.id, &e.action, &e.entity, &e.other, &e.words, &e.by, &e.document)
		e.folded = fold(e.words)
		return e, err
	})
}

// entityOf is the entity that a mention belongs to: the one that it names, moved by each
// decision in turn.
func (l ledger) entityOf(u use) int64 {
	at := u.named
	for _, e := range l {
		switch {
		case e.action == Merge && e.other == at:
			at = e.entity
		case e.action == Split && e.entity == at && e.splits(u):
			at = e.other
		}
	}
	return at
}

// splits reports whether a split is about the mention, wherever that belongs.
func (e entry) splits(u use) bool {
	if e.document != 0 && e.document != u.document {
		return false
	}
	if e.by == ByName {
		return fold(u.canonical) == e.folded
	}
	return u.wording == e.folded
}

// home is what an entity as a whole has been merged into, itself where it has not been.
func (l ledger) home(entity int64) int64 {
	for _, e := range l {
		if e.action == Merge && e.other == entity {
			entity = e.entity
		}
	}
	return entity
}

// name is what an entity has been renamed to, "" where it has not been.
func (l ledger) name(entity int64) string {
	name := ""
	for _, e := range l {
		if e.action == Rename && e.entity == entity {
			name = e.words
		}
	}
	return name
}

// aliases gives the last decision on each of an entity's aliases, Alias or Unalias, by the
// folded words.
func (l ledger) aliases(entity int64) map[string]entry {
	last := map[string]entry{}
	for _, e := range l {
		if e.entity == entity && (e.action == Alias || e.action == Unalias) {
			last[e.folded] = e
		}
	}
	return last
}
