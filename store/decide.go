package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"augury/corpus"
)

// Decision is what a person decided about entities: a row of a log that only grows.
// Decisions are carried out over whatever extraction gives, now and later.
type Decision struct {
	ID       int64         `json:"id"`
	At       string        `json:"at"` // RFC 3339, UTC
	Reviewer string        `json:"reviewer"`
	Action   Action        `json:"action"`
	Entity   int64         `json:"entity"`
	Other    int64         `json:"other,omitempty"`    // merged into Entity; split off it
	Words    string        `json:"words,omitempty"`    // the new name; the alias; what the mentions split off read or are named
	By       SplitBy       `json:"by,omitempty"`       // of a split
	Document int64         `json:"document,omitempty"` // of a split: in this document alone
	Undoes   int64         `json:"undoes,omitempty"`   // of an undo: the decision that it takes back
	Undone   bool          `json:"undone,omitempty"`   // whether a later one has taken it back
	Before   []EntityState `json:"before"`
	After    []EntityState `json:"after"`
}

// EntityState is what decisions change about an entity.
type EntityState struct {
	ID       int64        `json:"id"`
	Name     string       `json:"name"`
	Label    corpus.Label `json:"label"`
	Mentions int64        `json:"mentions"`          // in the current versions
	Added    []string     `json:"added,omitempty"`   // aliases given by hand
	Removed  []string     `json:"removed,omitempty"` // names that by hand no longer lead to it
}

// SplitOff says which mentions of an entity are to become one of their own.
type SplitOff struct {
	By       SplitBy
	Words    string // without regard to case and accents
	Document int64  // in this document alone; 0 for all
	As       string // the new entity's name; "" for the commonest wording of these mentions
}

// The methods below take an entity by its number, or by any of its names where that is its
// alone. The error is ErrNotFound where there is none.

// MergeEntities makes the mentions of other entities belong to the first, which keeps its
// name: one decision for each of the others.
func (s *Store) MergeEntities(ctx context.Context, reviewer, keep string, others ...string) ([]Decision, error) {
	return s.decide(ctx, "merge entities", reviewer, func(d *decider) error {
		into, err := d.find(ctx, keep)
		if err != nil {
			return err
		}
		for _, name := range others {
			other, err := d.find(ctx, name)
			if err != nil {
				return err
			}
			if other == into {
				return fmt.Errorf("%q and %q are entity %d both", keep, name, into)
			}
			if err := d.record(ctx, Decision{Action: Merge, Entity: into, Other: other}); err != nil {
				return err
			}
		}
		return nil
	})
}

// SplitEntity makes some mentions of an entity one of their own. Where an entity with its
// label and the new name is known already, they become mentions of that: the same name and
// label is one entity. So a split also takes out what a merge has put in.
func (s *Store) SplitEntity(ctx context.Context, reviewer, entity string, off SplitOff) (Decision, error) {
	return only(s.decide(ctx, "split an entity", reviewer, func(d *decider) error {
		from, err := d.find(ctx, entity)
		if err != nil {
			return err
		}
		if fold(off.Words) == "" || off.By != ByMention && off.By != ByName {
			return errors.New("a split needs the words of the mentions to split off, or their name")
		}
		name, err := d.commonest(ctx, from, off)
		if err != nil {
			return err
		}
		if off.As != "" {
			name = strings.Join(strings.Fields(off.As), " ")
		}
		var label corpus.Label
		if err := d.tx.QueryRowContext(ctx, `SELECT label FROM entities WHERE id = ?`, from).Scan(&label); err != nil {
			return err
		}
		to, err := d.entity(ctx, corpus.Entity{Label: label, Canonical: name})
		if err != nil {
			return err
		}
		if to == from {
			return fmt.Errorf("entity %d is known as %q itself: the new one needs another name", from, name)
		}
		return d.record(ctx, Decision{Action: Split, Entity: from, Other: to, Words: off.Words, By: off.By, Document: off.Document})
	}))
}

// RenameEntity gives an entity another name. Its names so far go on leading to it.
func (s *Store) RenameEntity(ctx context.Context, reviewer, entity, name string) (Decision, error) {
	return only(s.decide(ctx, "rename an entity", reviewer, func(d *decider) error {
		id, err := d.find(ctx, entity)
		if err != nil {
			return err
		}
		name = strings.Join(strings.Fields(name), " ")
		if fold(name) == "" {
			return fmt.Errorf("%q is no name", name)
		}
		var twin int64
		err = d.tx.QueryRowContext(ctx, `
			SELECT o.id FROM entities o JOIN entities e ON e.label = o.label
			WHERE e.id = ? AND o.name = ? AND EXISTS (SELECT 1 FROM mentions WHERE entity_id = o.id)
			ORDER BY o.id LIMIT 1`, id, name).Scan(&twin)
		switch {
		case errors.Is(err, sql.ErrNoRows):
		case err != nil:
			return err
		case twin == id:
			return fmt.Errorf("entity %d is called %q already", id, name)
		default:
			return fmt.Errorf("entity %d is called %q already: merge them", twin, name)
		}
		return d.record(ctx, Decision{Action: Rename, Entity: id, Words: name})
	}))
}

// AddAlias makes words lead to an entity, as the wordings of its mentions do. It moves no
// mentions: to make those of another entity belong to it, merge that.
func (s *Store) AddAlias(ctx context.Context, reviewer, entity, words string) (Decision, error) {
	return only(s.decide(ctx, "add an alias", reviewer, func(d *decider) error {
		id, known, err := d.known(ctx, entity, words)
		if err != nil {
			return err
		}
		if known {
			return fmt.Errorf("%q leads to entity %d already", words, id)
		}
		return d.record(ctx, Decision{Action: Alias, Entity: id, Words: strings.Join(strings.Fields(words), " ")})
	}))
}

// RemoveAlias makes words lead to an entity no more, be they an alias or the wording of
// mentions. It moves no mentions: to make them belong elsewhere, split them off.
func (s *Store) RemoveAlias(ctx context.Context, reviewer, entity, words string) (Decision, error) {
	return only(s.decide(ctx, "remove an alias", reviewer, func(d *decider) error {
		id, known, err := d.known(ctx, entity, words)
		if err != nil {
			return err
		}
		var name string
		if err := d.tx.QueryRowContext(ctx, `SELECT name FROM entities WHERE id = ?`, id).Scan(&name); err != nil {
			return err
		}
		switch {
		case !known:
			return fmt.Errorf("%q is none of the names of entity %d", words, id)
		case fold(name) == fold(words):
			return fmt.Errorf("entity %d is called %q: rename it", id, name)
		}
		return d.record(ctx, Decision{Action: Unalias, Entity: id, Words: strings.Join(strings.Fields(words), " ")})
	}))
}

// UndoDecision takes back the last decision about entities that stands.
func (s *Store) UndoDecision(ctx context.Context, reviewer string) (Decision, error) {
	return only(s.decide(ctx, "undo", reviewer, func(d *decider) error {
		if len(d.ledger) == 0 {
			return errors.New("there is no decision to undo")
		}
		last := d.ledger[len(d.ledger)-1]
		return d.record(ctx, Decision{
			Action: Undo, Entity: last.entity, Other: last.other, Words: last.words, By: last.by, Document: last.document,
			Undoes: last.id,
		})
	}))
}

// EntityDecisions lists all decisions about entities in the order in which they were made.
func (s *Store) EntityDecisions(ctx context.Context) ([]Decision, error) {
	all, err := collect(ctx, s.read, `
		SELECT id, made_at, reviewer, action, entity_id, coalesce(other_id, 0), coalesce(words, ''), coalesce(by, ''),
			coalesce(document_id, 0), coalesce(undoes, 0), before, after,
			EXISTS (SELECT 1 FROM entity_decisions u WHERE u.undoes = d.id)
		FROM entity_decisions d ORDER BY id`,
		nil, func(rows *sql.Rows) (d Decision, err error) {
			var before, after []byte
			err = rows.Scan(&d.ID, &d.At, &d.Reviewer, &d.Action, &d.Entity, &d.Other, &d.Words, &d.By,
				&d.Document, &d.Undoes, &before, &after, &d.Undone)
			if err != nil {
				return d, err
			}
			return d, errors.Join(json.Unmarshal(before, &d.Before), json.Unmarshal(after, &d.After))
		})
	if err != nil {
		return nil, fmt.Errorf("list the decisions about entities: %w", explain(err))
	}
	return all, nil
}

// decider makes decisions within one transaction.
type decider struct {
	*registry
	reviewer, now string
	done          []Decision
}

// decide runs choose in a transaction and returns the decisions that it recorded; where it
// fails there are none. What names the operation in errors.
func (s *Store) decide(ctx context.Context, what, reviewer string, choose func(*decider) error) ([]Decision, error) {
	if strings.TrimSpace(reviewer) == "" {
		return nil, fmt.Errorf("%s: the name of who decides is missing", what)
	}
	done, err := s.decideAll(ctx, strings.TrimSpace(reviewer), choose)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, explain(err))
	}
	return done, nil
}

func (s *Store) decideAll(ctx context.Context, reviewer string, choose func(*decider) error) ([]Decision, error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit
	r, err := openRegistry(ctx, tx)
	if err != nil {
		return nil, err
	}
	d := &decider{registry: r, reviewer: reviewer, now: s.now().UTC().Format(time.RFC3339)}
	if err := choose(d); err != nil {
		return nil, err
	}
	return d.done, tx.Commit()
}

// only is the one decision of those.
func only(all []Decision, err error) (Decision, error) {
	if err != nil || len(all) == 0 {
		return Decision{}, err
	}
	return all[0], nil
}

// record carries a decision out and writes it to the log.
func (d *decider) record(ctx context.Context, made Decision) error {
	made.At, made.Reviewer = d.now, d.reviewer
	var err error
	if made.Before, err = d.states(ctx, made); err != nil {
		return err
	}
	e := entry{action: made.Action, entity: made.Entity, other: made.Other, words: made.Words, folded: fold(made.Words), by: made.By, document: made.Document}
	from := map[Action]int64{Merge: made.Other, Split: made.Entity}
	if made.Action == Undo {
		e = d.ledger[len(d.ledger)-1]
		d.ledger = d.ledger[:len(d.ledger)-1]
		from = map[Action]int64{Merge: made.Entity, Split: made.Other}
	} else {
		d.ledger = append(d.ledger, e)
	}
	if id, moves := from[e.action]; moves {
		touched, err := d.move(ctx, []int64{id})
		if err != nil {
			return err
		}
		if err := d.sumEntities(ctx, touched); err != nil {
			return err
		}
	} else if err := d.rename(ctx, e.entity); err != nil {
		return err
	}
	if made.After, err = d.states(ctx, made); err != nil {
		return err
	}
	before, err := json.Marshal(made.Before)
	if err != nil {
		return err
	}
	after, err := json.Marshal(made.After)
	if err != nil {
		return err
	}
	number := func(n int64) any {
		if n == 0 {
			return nil
		}
		return n
	}
	result, err := d.tx.ExecContext(ctx, `
		INSERT INTO entity_decisions (made_at, reviewer, action, entity_id, other_id, words, by, document_id, undoes, before, after)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		made.At, made.Reviewer, string(made.Action), made.Entity, number(made.Other), optional(made.Words),
		optional(string(made.By)), number(made.Document), number(made.Undoes), string(before), string(after))
	if err != nil {
		return err
	}
	if made.ID, err = result.LastInsertId(); err != nil {
		return err
	}
	d.done = append(d.done, made)
	return nil
}

// states gives the entities of a decision as they are now.
func (d *decider) states(ctx context.Context, made Decision) ([]EntityState, error) {
	var states []EntityState
	for _, id := range []int64{made.Entity, made.Other} {
		if id == 0 {
			continue
		}
		e := EntityState{ID: id}
		err := d.tx.QueryRowContext(ctx, `
			SELECT name, label, (SELECT coalesce(sum(t.mentions), 0) FROM entity_versions t
				JOIN versions v ON v.id = t.version_id AND v.current = 1 WHERE t.entity_id = entities.id)
			FROM entities WHERE id = ?`, id).Scan(&e.Name, &e.Label, &e.Mentions)
		if err != nil {
			return nil, err
		}
		type alias struct{ name, kind string }
		aliases, err := collect(ctx, d.tx, `
			SELECT name, kind FROM aliases WHERE entity_id = ? AND kind <> 'renamed' ORDER BY name`,
			id, func(rows *sql.Rows) (a alias, err error) {
				err = rows.Scan(&a.name, &a.kind)
				return a, err
			})
		if err != nil {
			return nil, err
		}
		for _, a := range aliases {
			if a.kind == "added" {
				e.Added = append(e.Added, a.name)
			} else {
				e.Removed = append(e.Removed, a.name)
			}
		}
		states = append(states, e)
	}
	return states, nil
}

// find gives the entity that a person means by a number or a name: one that has mentions.
func (d *decider) find(ctx context.Context, meant string) (int64, error) {
	if id, err := strconv.ParseInt(meant, 10, 64); err == nil {
		var alive bool
		var home sql.NullInt64
		err := d.tx.QueryRowContext(ctx, `
			SELECT home, EXISTS (SELECT 1 FROM mentions WHERE entity_id = entities.id) FROM entities WHERE id = ?`,
			id).Scan(&home, &alive)
		switch {
		case err == nil && alive:
			return id, nil
		case err == nil && home.Valid:
			return 0, fmt.Errorf("entity %d has been merged into %d", id, home.Int64)
		case err != nil && !errors.Is(err, sql.ErrNoRows):
			return 0, err
		}
	}
	if fold(meant) == "" {
		return 0, fmt.Errorf("%q is no name", meant)
	}
	found, err := d.namedBy(ctx, meant)
	if err != nil {
		return 0, err
	}
	// What an entity is called goes before what else leads to one.
	var called []candidate
	for _, c := range found {
		if fold(c.name) == fold(meant) {
			called = append(called, c)
		}
	}
	if len(called) > 0 {
		found = called
	}
	switch len(found) {
	case 0:
		return 0, fmt.Errorf("entity %q: %w", meant, ErrNotFound)
	case 1:
		return found[0].id, nil
	}
	var choice []string
	for _, c := range found {
		choice = append(choice, fmt.Sprintf("%d %s (%s)", c.id, c.name, c.label))
	}
	return 0, fmt.Errorf("%q may mean %s: give the number", meant, strings.Join(choice, ", "))
}

// candidate is an entity that a name may mean.
type candidate struct {
	id          int64
	name, label string
}

// namedBy lists the entities with mentions that a name leads to, by number.
func (d *decider) namedBy(ctx context.Context, name string) ([]candidate, error) {
	return collect(ctx, d.tx, `
		SELECT id, name, label FROM entities
		WHERE id IN (`+entitiesNamed+`) AND EXISTS (SELECT 1 FROM mentions WHERE entity_id = entities.id)
		ORDER BY id`,
		sql.Named("entity", fold(name)), func(rows *sql.Rows) (c candidate, err error) {
			err = rows.Scan(&c.id, &c.name, &c.label)
			return c, err
		})
}

// known finds an entity and says whether words lead to it.
func (d *decider) known(ctx context.Context, entity, words string) (id int64, known bool, err error) {
	if fold(words) == "" {
		return 0, false, fmt.Errorf("%q is no name", words)
	}
	if id, err = d.find(ctx, entity); err != nil {
		return 0, false, err
	}
	found, err := d.namedBy(ctx, words)
	for _, c := range found {
		known = known || c.id == id
	}
	return id, known, err
}

// commonest gives the wording that most of the mentions have which a split is about, the
// first by alphabet of equals; with ByName their canonical name.
func (d *decider) commonest(ctx context.Context, entity int64, off SplitOff) (string, error) {
	type row struct {
		use
		text string
	}
	all, err := collect(ctx, d.tx, `
		SELECT m.canonical, w.folded, w.text, v.document_id
		FROM mentions m
		JOIN wordings w ON w.id = m.wording_id
		JOIN findings f ON f.id = m.finding_id
		JOIN versions v ON v.id = f.version_id
		WHERE m.entity_id = ?`,
		entity, func(rows *sql.Rows) (r row, err error) {
			err = rows.Scan(&r.canonical, &r.wording, &r.text, &r.document)
			return r, err
		})
	if err != nil {
		return "", err
	}
	split := entry{folded: fold(off.Words), by: off.By, document: off.Document}
	counts := map[string]int{}
	best := ""
	for _, r := range all {
		if !split.splits(r.use) {
			continue
		}
		text := r.text
		if off.By == ByName {
			text = r.canonical
		}
		counts[text]++
		if n, most := counts[text], counts[best]; n > most || n == most && text < best {
			best = text
		}
	}
	if best == "" {
		return "", fmt.Errorf("no mention of entity %d reads or is named %q there", entity, off.Words)
	}
	return strings.Join(strings.Fields(best), " "), nil
}
