package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"augury/corpus"
	"augury/internal/gazetteer"
)

// registry gives the mentions of one transaction their entities. What it keeps beside the
// mentions (folded names, homes, names by hand, sums) can all be made again from them and
// from the ledger; refresh does so.
type registry struct {
	tx       *sql.Tx
	ledger   ledger
	entities map[corpus.Entity]int64 // by what extraction knows them by
	wordings map[string]wording
}

// wording is how a mention reads.
type wording struct {
	id     int64
	folded string
}

func openRegistry(ctx context.Context, tx *sql.Tx) (*registry, error) {
	decisions, err := loadLedger(ctx, tx)
	if err != nil {
		return nil, err
	}
	return &registry{tx, decisions, map[corpus.Entity]int64{}, map[string]wording{}}, nil
}

// put adds a mention with its entity, or replaces what is there.
func (r *registry) put(ctx context.Context, finding, document int64, quote string, e corpus.Entity) error {
	named, err := r.named(ctx, e)
	if err != nil {
		return err
	}
	w, err := r.wording(ctx, quote)
	if err != nil {
		return err
	}
	entity := r.ledger.entityOf(use{named, e.Canonical, w.folded, document})
	_, err = r.tx.ExecContext(ctx, `
		INSERT OR REPLACE INTO mentions (finding_id, entity_id, named_id, wording_id, label, canonical, country)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
		finding, entity, named, w.id, string(e.Label), e.Canonical, optional(e.Country))
	return err
}

// named gives the entity that is known by what extraction says of a mention, a new one
// where there is none: a country by its code, all else by label and canonical name.
func (r *registry) named(ctx context.Context, e corpus.Entity) (int64, error) {
	if e.Label != corpus.GPE {
		e.Country = ""
	}
	if id, there := r.entities[e]; there {
		return id, nil
	}
	key := e
	if e.Label == corpus.GPE && e.Country == "" {
		err := r.tx.QueryRowContext(ctx, `SELECT country FROM country_names WHERE kind = 'official' AND folded = ?`,
			fold(e.Canonical)).Scan(&key.Country)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return 0, err
		}
	}
	if key.Country != "" {
		err := r.tx.QueryRowContext(ctx, `SELECT name FROM country_names WHERE kind = 'usual' AND country = ?`,
			key.Country).Scan(&key.Canonical)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return 0, err
		}
	}
	id, err := r.entity(ctx, key)
	if err != nil {
		return 0, err
	}
	r.entities[e] = id
	return id, nil
}

// entity gives the entity with a country's code, else with a label and canonical name; a
// new one where there is none.
func (r *registry) entity(ctx context.Context, key corpus.Entity) (int64, error) {
	query, args := `SELECT id FROM entities WHERE country = ? AND country <> ''`, []any{key.Country}
	if key.Country == "" {
		query, args = `SELECT id FROM entities WHERE label = ? AND canonical = ? AND country = ''`, []any{string(key.Label), key.Canonical}
	}
	var id int64
	err := r.tx.QueryRowContext(ctx, query, args...).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	result, err := r.tx.ExecContext(ctx, `
		INSERT INTO entities (label, canonical, folded, country, name) VALUES (?1, ?2, ?3, ?4, ?2)`,
		string(key.Label), key.Canonical, fold(key.Canonical), key.Country)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

func (r *registry) wording(ctx context.Context, text string) (wording, error) {
	if w, there := r.wordings[text]; there {
		return w, nil
	}
	w := wording{folded: fold(text)}
	err := r.tx.QueryRowContext(ctx, `SELECT id FROM wordings WHERE text = ?`, text).Scan(&w.id)
	if errors.Is(err, sql.ErrNoRows) {
		var result sql.Result
		result, err = r.tx.ExecContext(ctx, `INSERT INTO wordings (text, folded) VALUES (?, ?)`, text, w.folded)
		if err != nil {
			return wording{}, err
		}
		w.id, err = result.LastInsertId()
	}
	if err != nil {
		return wording{}, err
	}
	r.wordings[text] = w
	return w, nil
}

// The sums of the mentions that pass a condition.
const sums = `
	INSERT INTO entity_versions (entity_id, version_id, mentions, claims)
	SELECT m.entity_id, f.version_id, count(DISTINCT m.finding_id), count(DISTINCT c.claim_id)
	FROM mentions m
	JOIN findings f ON f.id = m.finding_id
	LEFT JOIN clause_mentions c ON c.mention_id = m.finding_id
	WHERE %s
	GROUP BY m.entity_id, f.version_id`

// sumVersion notes which mentions of a version stand within which clauses, and sums up
// the mentions by entity. It is called once the version's findings are as they are to be.
func (r *registry) sumVersion(ctx context.Context, version int64) error {
	for _, query := range []string{
		`DELETE FROM clause_mentions WHERE mention_id IN (SELECT id FROM findings WHERE version_id = ? AND kind = 'entity')`,
		`INSERT INTO clause_mentions (mention_id, claim_id)
		SELECT m.id, c.id FROM findings c
		JOIN findings m ON m.version_id = c.version_id AND m.kind = 'entity'
			AND m.start >= c.start AND m.start < c.end AND m.end <= c.end
		WHERE c.version_id = ? AND c.kind = 'claim'`,
		`DELETE FROM entity_versions WHERE version_id = ?`,
		fmt.Sprintf(sums, `f.version_id = ?`),
	} {
		if _, err := r.tx.ExecContext(ctx, query, version); err != nil {
			return err
		}
	}
	return nil
}

// move brings homes and mentions in line with the ledger, for entities whose mentions may
// now belong elsewhere. It returns the entities whose sums no longer hold.
func (r *registry) move(ctx context.Context, entities []int64) ([]int64, error) {
	from, err := json.Marshal(entities)
	if err != nil {
		return nil, err
	}
	members, err := collect(ctx, r.tx, `
		SELECT id FROM entities
		WHERE id IN (SELECT value FROM json_each(?1)) OR home IN (SELECT value FROM json_each(?1))`,
		string(from), scanID)
	if err != nil {
		return nil, err
	}
	for _, id := range members {
		_, err := r.tx.ExecContext(ctx, `UPDATE entities SET home = nullif(?1, id) WHERE id = ?2 AND home IS NOT nullif(?1, id)`,
			r.ledger.home(id), id)
		if err != nil {
			return nil, err
		}
	}
	type mention struct {
		use
		finding, entity int64
	}
	mentions, err := collect(ctx, r.tx, `
		SELECT m.finding_id, m.entity_id, m.named_id, m.canonical, w.folded, v.document_id
		FROM mentions m
		JOIN wordings w ON w.id = m.wording_id
		JOIN findings f ON f.id = m.finding_id
		JOIN versions v ON v.id = f.version_id
		WHERE m.entity_id IN (SELECT value FROM json_each(?))`,
		string(from), func(rows *sql.Rows) (m mention, err error) {
			err = rows.Scan(&m.finding, &m.entity, &m.named, &m.canonical, &m.wording, &m.document)
			return m, err
		})
	if err != nil {
		return nil, err
	}
	touched := map[int64]bool{}
	for _, m := range mentions {
		entity := r.ledger.entityOf(m.use)
		if entity == m.entity {
			continue
		}
		touched[m.entity], touched[entity] = true, true
		if _, err := r.tx.ExecContext(ctx, `UPDATE mentions SET entity_id = ? WHERE finding_id = ?`, entity, m.finding); err != nil {
			return nil, err
		}
	}
	return slices.Sorted(maps.Keys(touched)), nil
}

// sumEntities sums up the mentions of some entities anew.
func (r *registry) sumEntities(ctx context.Context, entities []int64) error {
	for _, id := range entities {
		if _, err := r.tx.ExecContext(ctx, `DELETE FROM entity_versions WHERE entity_id = ?`, id); err != nil {
			return err
		}
		if _, err := r.tx.ExecContext(ctx, fmt.Sprintf(sums, `m.entity_id = ?`), id); err != nil {
			return err
		}
	}
	return nil
}

// rename brings the names that persons have given an entity in line with the ledger.
func (r *registry) rename(ctx context.Context, entity int64) error {
	name := r.ledger.name(entity)
	_, err := r.tx.ExecContext(ctx, `UPDATE entities SET name = coalesce(nullif(?, ''), canonical) WHERE id = ?`, name, entity)
	if err != nil {
		return err
	}
	if _, err := r.tx.ExecContext(ctx, `DELETE FROM aliases WHERE entity_id = ?`, entity); err != nil {
		return err
	}
	put := func(folded, name, kind string) error {
		_, err := r.tx.ExecContext(ctx, `INSERT INTO aliases (entity_id, folded, name, kind) VALUES (?, ?, ?, ?)`,
			entity, folded, name, kind)
		return err
	}
	if name != "" {
		if err := put(fold(name), name, "renamed"); err != nil {
			return err
		}
	}
	for folded, e := range r.ledger.aliases(entity) {
		kind := "added"
		if e.action == Unalias {
			kind = "removed"
		}
		if err := put(folded, e.words, kind); err != nil {
			return err
		}
	}
	return nil
}

// made names what the computed columns are computed with.
func made() string { return fmt.Sprintf("fold %d, %s", foldVersion, gazetteer.CountriesVersion()) }

// refresh computes what the registry keeps anew, where the program that did so last knew
// other facts or folded names otherwise, or where a migration has left it to do.
func refresh(ctx context.Context, db *sql.DB) error {
	made := made()
	var before string
	if err := db.QueryRowContext(ctx, `SELECT made FROM registry`).Scan(&before); err != nil || before == made {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit
	r, err := openRegistry(ctx, tx)
	if err != nil {
		return err
	}
	if err := r.rebuild(ctx); err != nil {
		return fmt.Errorf("bring the registry of entities up to date: %w", err)
	}
	if _, err := tx.ExecContext(ctx, `UPDATE registry SET made = ?`, made); err != nil {
		return err
	}
	return tx.Commit()
}

// rebuild computes everything that is kept beside mentions and decisions.
func (r *registry) rebuild(ctx context.Context) error {
	if err := r.putCountries(ctx, gazetteer.Countries()); err != nil {
		return err
	}
	if err := r.foldAll(ctx); err != nil {
		return err
	}
	if err := r.nameAll(ctx); err != nil {
		return err
	}
	for _, e := range r.ledger {
		if err := r.rename(ctx, e.entity); err != nil {
			return err
		}
	}
	entities, err := collect(ctx, r.tx, `SELECT id FROM entities`, nil, scanID)
	if err != nil {
		return err
	}
	if _, err := r.move(ctx, entities); err != nil {
		return err
	}
	versions, err := collect(ctx, r.tx, `SELECT id FROM versions`, nil, scanID)
	if err != nil {
		return err
	}
	for _, id := range versions {
		if err := r.sumVersion(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// putCountries replaces the facts of countries.
func (r *registry) putCountries(ctx context.Context, countries []gazetteer.Country) error {
	if _, err := r.tx.ExecContext(ctx, `DELETE FROM country_names`); err != nil {
		return err
	}
	for _, c := range countries {
		names := "name"
		if c.Territory {
			names = "territory"
		}
		for _, group := range []struct {
			kind  string
			names []string
		}{
			{"usual", []string{c.Name}}, {names, append(c.Names, c.Name)}, {"official", c.Official},
			{"capital", c.Capitals}, {"people", c.Demonyms},
		} {
			for _, name := range group.names {
				_, err := r.tx.ExecContext(ctx, `
					INSERT INTO country_names (country, kind, name, folded) VALUES (?, ?, ?, ?)`,
					c.Code, group.kind, name, fold(name))
				if err != nil {
					return err
				}
			}
		}
	}
	_, err := r.tx.ExecContext(ctx, `
		UPDATE entities SET canonical = n.name, name = n.name FROM country_names n
		WHERE n.country = entities.country AND n.kind = 'usual'`)
	return err
}

// foldAll folds every stored name anew.
func (r *registry) foldAll(ctx context.Context) error {
	for _, table := range []struct{ name, column string }{{"entities", "canonical"}, {"wordings", "text"}} {
		type row struct {
			id   int64
			text string
		}
		all, err := collect(ctx, r.tx, `SELECT id, `+table.column+` FROM `+table.name,
			nil, func(rows *sql.Rows) (w row, err error) {
				err = rows.Scan(&w.id, &w.text)
				return w, err
			})
		if err != nil {
			return err
		}
		for _, w := range all {
			_, err := r.tx.ExecContext(ctx, `UPDATE `+table.name+` SET folded = ?1 WHERE id = ?2 AND folded <> ?1`, fold(w.text), w.id)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// nameAll finds anew the entity that each mention names.
func (r *registry) nameAll(ctx context.Context) error {
	type mention struct {
		corpus.Entity
		finding, named int64
	}
	all, err := collect(ctx, r.tx, `
		SELECT finding_id, named_id, label, canonical, coalesce(country, '') FROM mentions ORDER BY finding_id`,
		nil, func(rows *sql.Rows) (m mention, err error) {
			err = rows.Scan(&m.finding, &m.named, &m.Label, &m.Canonical, &m.Country)
			return m, err
		})
	if err != nil {
		return err
	}
	for _, m := range all {
		id, err := r.named(ctx, m.Entity)
		if err != nil {
			return err
		}
		if id == m.named {
			continue
		}
		if _, err := r.tx.ExecContext(ctx, `UPDATE mentions SET named_id = ? WHERE finding_id = ?`, id, m.finding); err != nil {
			return err
		}
	}
	return nil
}

func scanID(rows *sql.Rows) (id int64, err error) {
	err = rows.Scan(&id)
	return id, err
}
