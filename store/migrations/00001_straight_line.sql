-- +goose Up

-- "AUGR": tells a database of ours from any other program's.
PRAGMA application_id = 1096107858;

-- A document is a source over time; each text that it has had is a version.
CREATE TABLE documents (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    key        TEXT NOT NULL UNIQUE, -- absolute path, address, or a hash for standard input
    first_seen TEXT NOT NULL         -- RFC 3339, UTC
) STRICT;

CREATE TABLE versions (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id         INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number              INTEGER NOT NULL CHECK (number >= 1),
    current             INTEGER NOT NULL CHECK (current IN (0, 1)),
    sha256              TEXT NOT NULL, -- of the bytes that were read, in hex
    source              TEXT NOT NULL, -- as it was named on the command line
    format              TEXT NOT NULL,
    title               TEXT,
    published           TEXT, -- YYYY, YYYY-MM or YYYY-MM-DD
    published_precision TEXT, -- year, month or day
    outlet              TEXT,
    language            TEXT, -- ISO 639-1
    url                 TEXT,
    extractors          TEXT NOT NULL, -- name and version of those that ran last, by name
    saved_at            TEXT NOT NULL, -- RFC 3339, UTC
    -- The text stands last, so that reading the columns before it does not page through it.
    text                TEXT NOT NULL, -- what every start and end below counts the bytes of
    UNIQUE (document_id, number)
) STRICT;

CREATE UNIQUE INDEX versions_current ON versions (document_id) WHERE current = 1;
CREATE INDEX versions_sha256 ON versions (sha256) WHERE current = 1;

CREATE TABLE authors (
    version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;

-- Blocks are kept so that extractors can run again without the file.
CREATE TABLE blocks (
    version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    level      INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
    version_id    INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    role          TEXT NOT NULL,
    level         INTEGER NOT NULL,
    start         INTEGER NOT NULL,
    end           INTEGER NOT NULL,
    heading       TEXT,
    heading_start INTEGER,
    heading_end   INTEGER,
    PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences (
    id         INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    section    INTEGER, -- position of the section that it starts in
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    text       TEXT NOT NULL,
    UNIQUE (version_id, start, end)
) STRICT;

-- A finding's key is made of its words and their place among equal words, not of offsets,
-- so that it stays the same when extractors run again and when the brief changes elsewhere.
CREATE TABLE findings (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id        INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    sentence_id       INTEGER NOT NULL REFERENCES sentences (id),
    key               TEXT NOT NULL,
    kind              TEXT NOT NULL CHECK (kind IN ('entity', 'percentage', 'claim')),
    start             INTEGER NOT NULL CHECK (start >= 0),
    end               INTEGER NOT NULL CHECK (end > start),
    quote             TEXT NOT NULL, -- the bytes from start to end
    occurrence        INTEGER NOT NULL, -- how often the same words stand in equal sentences before
    extractor         TEXT NOT NULL,
    extractor_version TEXT NOT NULL,
    rule              TEXT NOT NULL,
    UNIQUE (version_id, key)
) STRICT;

CREATE INDEX findings_place ON findings (version_id, kind, start, end);
CREATE INDEX findings_mention ON findings (quote COLLATE NOCASE) WHERE kind = 'entity';
CREATE INDEX findings_sentence ON findings (sentence_id);

-- A named thing, the same across briefs wherever label, canonical name and country agree.
CREATE TABLE entities (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    label     TEXT NOT NULL,
    canonical TEXT NOT NULL,
    country   TEXT NOT NULL, -- ISO 3166-1 alpha-2; '' where it is no country
    UNIQUE (label, canonical, country)
) STRICT;

-- Label, canonical name and country are what the extractor said; entity_id is the entity
-- that this has been resolved to.
CREATE TABLE mentions (
    finding_id INTEGER PRIMARY KEY REFERENCES findings (id) ON DELETE CASCADE,
    entity_id  INTEGER NOT NULL REFERENCES entities (id),
    label      TEXT NOT NULL,
    canonical  TEXT NOT NULL,
    country    TEXT
) STRICT;

CREATE INDEX mentions_entity ON mentions (entity_id);

CREATE TABLE percentages (
    finding_id    INTEGER PRIMARY KEY REFERENCES findings (id) ON DELETE CASCADE,
    low           REAL NOT NULL, -- in the unit, as high
    high          REAL NOT NULL,
    unit          TEXT NOT NULL,
    bound         TEXT NOT NULL,
    change        TEXT NOT NULL,
    of            TEXT,
    of_start      INTEGER,
    of_end        INTEGER,
    subject       TEXT,
    subject_start INTEGER,
    subject_end   INTEGER,
    time          TEXT,
    time_start    INTEGER,
    time_end      INTEGER
) STRICT;

CREATE TABLE claims (
    finding_id           INTEGER PRIMARY KEY REFERENCES findings (id) ON DELETE CASCADE,
    type                 TEXT NOT NULL,
    certainty            TEXT NOT NULL,
    negated              INTEGER NOT NULL CHECK (negated IN (0, 1)),
    horizon              TEXT NOT NULL,
    cue                  TEXT,
    cue_start            INTEGER,
    cue_end              INTEGER,
    certainty_text       TEXT,
    certainty_text_start INTEGER,
    certainty_text_end   INTEGER,
    horizon_text         TEXT,
    horizon_text_start   INTEGER,
    horizon_text_end     INTEGER,
    condition            TEXT,
    condition_start      INTEGER,
    condition_end        INTEGER,
    source               TEXT,
    source_start         INTEGER,
    source_end           INTEGER
) STRICT;

-- What reviewers have come to, by the finding's lasting key; a finding without a row is open.
CREATE TABLE reviews (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    finding_key TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'rejected')),
    PRIMARY KEY (document_id, finding_key)
) STRICT, WITHOUT ROWID;

-- The indexes of words hold no text of their own. They are fed at the end of each
-- transaction by one insert … select; a trigger for each row is several times slower.
CREATE VIRTUAL TABLE versions_fts USING fts5 (
    title, text, content = 'versions', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
    text, content = 'sentences', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
