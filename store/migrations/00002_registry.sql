-- +goose Up

-- One name for one thing: mentions get an entity that the registry decides, across briefs.
-- What can be computed (folded names, the facts of countries, which entity a mention
-- belongs to, the sums) is filled in by the program when it opens the database.

ALTER TABLE mentions RENAME TO old_mentions;
ALTER TABLE entities RENAME TO old_entities;
DROP INDEX mentions_entity;
DROP INDEX findings_mention;

-- A named thing across briefs. Extraction knows it by label and canonical name, a country by
-- its code alone; name is what it is called, and differs once a person has renamed it. A
-- row is never deleted, as decisions name it.
CREATE TABLE entities (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    label     TEXT NOT NULL,
    canonical TEXT NOT NULL,
    folded    TEXT NOT NULL, -- the canonical name as names are compared
    country   TEXT NOT NULL, -- ISO 3166-1 alpha-2; '' where it is no country
    name      TEXT NOT NULL,
    home      INTEGER REFERENCES entities (id) -- what it has been merged into
) STRICT;

INSERT INTO entities (id, label, canonical, folded, country, name)
SELECT min(id), label, canonical, '', country, canonical FROM old_entities
WHERE label = 'GPE' AND country <> '' GROUP BY country;
INSERT INTO entities (id, label, canonical, folded, country, name)
SELECT min(id), label, canonical, '', '', canonical FROM old_entities
WHERE label <> 'GPE' OR country = '' GROUP BY label, canonical;

CREATE UNIQUE INDEX entities_country ON entities (country) WHERE country <> '';
CREATE UNIQUE INDEX entities_canonical ON entities (label, canonical) WHERE country = '';
CREATE INDEX entities_folded ON entities (folded);
CREATE INDEX entities_home ON entities (home) WHERE home IS NOT NULL;

-- Each wording of a mention, once.
CREATE TABLE wordings (
    id     INTEGER PRIMARY KEY,
    text   TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
) STRICT;

INSERT INTO wordings (text, folded)
SELECT DISTINCT f.quote, '' FROM old_mentions m JOIN findings f ON f.id = m.finding_id;

CREATE INDEX wordings_folded ON wordings (folded);

-- Label, canonical name and country are what the extractor said, and named_id the entity
-- that is known by them; entity_id is the entity that the mention belongs to after all
-- decisions.
CREATE TABLE mentions (
    finding_id INTEGER PRIMARY KEY REFERENCES findings (id) ON DELETE CASCADE,
    entity_id  INTEGER NOT NULL REFERENCES entities (id),
    named_id   INTEGER NOT NULL REFERENCES entities (id),
    wording_id INTEGER NOT NULL REFERENCES wordings (id),
    label      TEXT NOT NULL,
    canonical  TEXT NOT NULL,
    country    TEXT
) STRICT;

INSERT INTO mentions (finding_id, entity_id, named_id, wording_id, label, canonical, country)
SELECT m.finding_id, e.id, e.id, w.id, m.label, m.canonical, m.country
FROM old_mentions m
JOIN findings f ON f.id = m.finding_id
JOIN wordings w ON w.text = f.quote
JOIN entities e ON CASE WHEN m.label = 'GPE' AND m.country <> ''
    THEN e.country = m.country
    ELSE e.label = m.label AND e.canonical = m.canonical AND e.country = '' END;

CREATE INDEX mentions_entity ON mentions (entity_id, wording_id);
CREATE INDEX mentions_wording ON mentions (wording_id, entity_id);

DROP TABLE old_mentions;
DROP TABLE old_entities;

-- The mentions that stand within the clause of a claim.
CREATE TABLE clause_mentions (
    mention_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
    claim_id   INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
    PRIMARY KEY (mention_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX clause_mentions_claim ON clause_mentions (claim_id);

-- How often each version of a brief mentions each entity: sums over mentions, kept because
-- summing up all of them takes too long for a question at the terminal.
CREATE TABLE entity_versions (
    entity_id  INTEGER NOT NULL REFERENCES entities (id),
    version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    mentions   INTEGER NOT NULL,
    claims     INTEGER NOT NULL, -- whose clause mentions it
    PRIMARY KEY (entity_id, version_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_versions_version ON entity_versions (version_id);

-- What the program knows of countries. A 'name' leads to the country's entity, an
-- 'official' one from a mention without a code too; a 'territory' or a 'capital' that is
-- mentioned as GPE, and a 'people' mentioned as NORP, point at the country.
CREATE TABLE country_names (
    country TEXT NOT NULL, -- ISO 3166-1 alpha-2
    kind    TEXT NOT NULL CHECK (kind IN ('usual', 'name', 'official', 'territory', 'capital', 'people')),
    name    TEXT NOT NULL,
    folded  TEXT NOT NULL,
    PRIMARY KEY (country, kind, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX country_names_folded ON country_names (folded);

-- What persons have decided about entities, in order. A decision stands as long as no later
-- row undoes it. Rows are never changed.
CREATE TABLE entity_decisions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at     TEXT NOT NULL, -- RFC 3339, UTC
    reviewer    TEXT NOT NULL,
    action      TEXT NOT NULL CHECK (action IN ('merge', 'split', 'rename', 'alias', 'unalias', 'undo')),
    entity_id   INTEGER NOT NULL REFERENCES entities (id),
    other_id    INTEGER REFERENCES entities (id), -- merged into the entity; split off it
    words       TEXT,    -- the new name; the alias; what the mentions split off read or are named
    by          TEXT CHECK (by IN ('mention', 'name')), -- of a split: which of these the words are
    document_id INTEGER, -- of a split: in this document alone
    undoes      INTEGER UNIQUE REFERENCES entity_decisions (id),
    before      TEXT NOT NULL, -- JSON, the entities as they were
    after       TEXT NOT NULL  -- and as they are since
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER entity_decisions_stay BEFORE UPDATE ON entity_decisions
BEGIN
    SELECT raise(ABORT, 'decisions are never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entity_decisions_last BEFORE DELETE ON entity_decisions
BEGIN
    SELECT raise(ABORT, 'decisions are never deleted');
END;
-- +goose StatementEnd

-- The names that persons have given entities, or taken from them.
CREATE TABLE aliases (
    entity_id INTEGER NOT NULL REFERENCES entities (id),
    folded    TEXT NOT NULL,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('renamed', 'added', 'removed')),
    PRIMARY KEY (entity_id, folded, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX aliases_folded ON aliases (folded);

-- One row: what the computed columns were last computed with.
CREATE TABLE registry (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    made TEXT NOT NULL
) STRICT;

INSERT INTO registry (id, made) VALUES (1, '');
