package store

import (
	"maps"
	"slices"
	"strings"
)

// Type is the type of a column's cells, by the names of XML Schema that CSVW uses.
type Type string

// The types of columns, and what holds their cells in a Row. Any cell may be nil: not
// stated, not known.
const (
	Integer  Type = "integer"  // int64
	Number   Type = "number"   // float64
	Boolean  Type = "boolean"  // bool
	Text     Type = "string"   // string
	DateTime Type = "dateTime" // string, RFC 3339 in UTC
)

// Column is a column of a table that queries give.
type Column struct {
	Name string
	Type Type
	Doc  string // what its cells hold, with the unit
	expr string // the SQL that gives them
}

// Table is a table that queries give: fixed columns in a fixed order, whatever the rows.
// Terminal, CSV, JSON and docs/columns.md all have them from here.
type Table struct {
	Name    string
	Doc     string
	Columns []Column

	with, from, group string
	order             string            // unique for each row
	where             map[string]string // by the name of the filter, the condition it sets
	single            map[string]string // the same for filters that look at single mentions where from has sums of them
	key               []string          // the columns that tell rows apart
	references        []reference
}

// reference says that cells of some columns are found in columns of another table.
type reference struct {
	columns []string
	table   string
	theirs  []string
}

// Tables lists the tables in the order in which an export writes them.
var Tables = []*Table{Documents, Claims, Entities, Mentions, Percentages}

// Documents has a row for each brief.
var Documents = &Table{
	Name: "documents",
	Doc:  "One row for each brief, as its current version has it.",
	Columns: []Column{
		{"id", Integer, "the document's number in this database", `d.id`},
		{"key", Text, "what tells its source apart over time: absolute path, address, or a hash for standard input", `d.key`},
		{"source", Text, "where it came from, as it was named on the command line", `v.source`},
		{"version", Integer, "number of the version, from 1", `v.number`},
		{"title", Text, "title", `v.title`},
		{"authors", Text, "names in the order of the byline, parted by a semicolon and a space",
			`(SELECT group_concat(a.name, '; ' ORDER BY a.position) FROM authors a WHERE a.version_id = v.id)`},
		{"published", Text, "date of publication as far as it is stated: YYYY, YYYY-MM or YYYY-MM-DD", `v.published`},
		{"published_precision", Text, "year, month or day", `v.published_precision`},
		{"outlet", Text, "who published it", `v.outlet`},
		{"language", Text, "ISO 639-1 code", `v.language`},
		{"url", Text, "canonical address", `v.url`},
		{"format", Text, "text, markdown or html", `v.format`},
		{"sha256", Text, "SHA-256 of the bytes that were read, in hex", `v.sha256`},
		{"first_seen", DateTime, "when the document was first saved", `d.first_seen`},
		{"saved_at", DateTime, "when this version was saved", `v.saved_at`},
		{"extractors", Text, "the extractors that ran last, with their versions", `v.extractors`},
		{"claims", Integer, "number of claims in it", countOf("claim")},
		{"mentions", Integer, "number of entity mentions in it", countOf("entity")},
		{"percentages", Integer, "number of percentages in it", countOf("percentage")},
	},
	from:  `FROM versions v JOIN documents d ON d.id = v.document_id`,
	order: `d.id, v.number`,
	where: conditions(map[string]string{
		"text":    `v.id IN (SELECT rowid FROM versions_fts WHERE versions_fts MATCH :text)`,
		"entity":  `v.id IN (SELECT version_id FROM entity_versions WHERE entity_id IN (` + entitiesNamed + `))`,
		"country": `v.id IN (SELECT version_id FROM entity_versions WHERE entity_id IN (` + entitiesAbout + `))`,
	}),
	key: []string{"id", "version"},
}

// Claims has a row for each forecast claim.
var Claims = &Table{
	Name: "claims",
	Doc:  "One row for each forecast claim; its quote is the clause.",
	Columns: slices.Concat(findingHead, []Column{
		{"type", Text, "prediction, risk, plan or scheduled", `c.type`},
		{"certainty", Text, "class of the wording: unhedged, almost_certain, very_likely, likely, even, unlikely, very_unlikely, remote, possible or stated", `c.certainty`},
		{"certainty_text", Text, "the words that the class was read from", `c.certainty_text`},
		{"likelihood_low", Number, "lower end of the class's range by the yardstick, percent", `y.low`},
		{"likelihood_high", Number, "upper end of the range, percent", `y.high`},
		{"yardstick", Text, "the standard that gives the range, empty where it gives none", `y.name`},
		{"probability_low", Number, "lower end of the probability that it states in figures, percent", `c.probability_low`},
		{"probability_high", Number, "upper end of that probability, percent", `c.probability_high`},
		{"negated", Boolean, "whether the claim says that it will not be", `c.negated`},
		{"horizon", Text, "class of the time meant: none, dated, short (up to a year), medium (one to five years) or long", `c.horizon`},
		{"horizon_text", Text, "the words or the heading that the horizon was read from", `c.horizon_text`},
		{"horizon_start", Text, "first day of the horizon, YYYY-MM-DD, as the brief's date resolves it", `c.horizon_start`},
		{"horizon_end", Text, "last day of the horizon, YYYY-MM-DD, included", `c.horizon_end`},
		{"condition", Text, "the words of the condition", `c.condition`},
		{"source", Text, "the words for who holds the claim, where it is not the author", `c.source`},
		{"cue", Text, "the words that put the clause into the future or make it uncertain", `c.cue`},
		{"cue_start", Integer, "first byte of the cue in the text", `c.cue_start`},
		{"cue_end", Integer, "byte after the cue", `c.cue_end`},
		{"direction", Text, "the way in which things are to go: increase, decrease, begin, end, continue, no_change or other", `c.direction`},
		{"scorable", Boolean, "whether later events could be held against it: it has an event, a horizon with an end, and a certainty", `c.scorable`},
		{"unscorable", Text, "why not: no_event, no_certainty or no_horizon", `c.unscorable`},
		{"restates", Text, "key of the earlier claim of the brief that it says again, empty for the first", restatedKey},
	}, findingTail),
	with: `WITH yardstick (name, certainty, low, high) AS (
		SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(:yardstick))`,
	from: fromFindings("claim") + `
		JOIN claims c ON c.finding_id = f.id
		LEFT JOIN yardstick y ON y.certainty = c.certainty`,
	order: findingOrder,
	where: findingConditions(map[string]string{
		"entity":    `f.id IN (` + claimsOf + `(` + entitiesNamed + `))`,
		"country":   `f.id IN (` + claimsOf + `(` + entitiesAbout + `))`,
		"type":      `c.type = :type`,
		"certainty": `c.certainty = :certainty`,
		"horizon":   `c.horizon = :horizon`,
		"direction": `c.direction = :direction`,
		"scorable":  `c.scorable = 1`,
		"distinct":  `c.restates_start IS NULL`,
	}),
	key:        []string{"id"},
	references: []reference{toDocument},
}

// Entities has a row for each named thing, over all briefs.
var Entities = &Table{
	Name: "entities",
	Doc:  "One row for each named thing, with its mentions over all briefs.",
	Columns: []Column{
		{"id", Integer, "the entity's number in this database", `e.id`},
		{"canonical", Text, "its one name across briefs", `e.name`},
		{"label", Text, "PERSON, ORG, GPE, LOC, NORP, INITIATIVE or EVENT", `e.label`},
		{"country", Text, "ISO 3166-1 alpha-2 code of a country", `nullif(e.country, '')`},
		{"about_country", Text, aboutDoc, aboutExpr},
		{"names", Text, "every wording of its mentions in the database and the aliases given by hand, parted by a semicolon and a space", namesExpr},
		{"mentions", Integer, "number of mentions", `sum(t.mentions)`},
		{"documents", Integer, "number of briefs that mention it", `count(DISTINCT v.document_id)`},
		{"claims", Integer, "number of claims whose clause mentions it", `sum(t.claims)`},
		{"first_published", Text, "date of the earliest of these briefs", `min(v.published)`},
		{"last_published", Text, "date of the latest", `max(v.published)`},
	},
	// CROSS JOIN keeps to this order, in which the rows come grouped: from the versions, which
	// SQLite would start from, they would have to be sorted.
	from: `FROM entities e
		CROSS JOIN ` + sumsTable + ` t ON t.entity_id = e.id
		CROSS JOIN versions v ON v.id = t.version_id`,
	group: `GROUP BY e.id`,
	order: `e.id`,
	where: conditions(map[string]string{
		"entity":  `e.id IN (` + entitiesNamed + `)`,
		"country": `e.id IN (` + entitiesAbout + `)`,
		"label":   `e.label = :label`,
	}),
	single: map[string]string{"text": inSentence, "role": inRole, "status": hasStatus},
	key:    []string{"id"},
}

// Mentions has a row for each mention of an entity.
var Mentions = &Table{
	Name: "mentions",
	Doc:  "One row for each mention of a named thing.",
	Columns: slices.Concat(findingHead, []Column{
		{"entity_id", Integer, "number of the entity, a row of entities", `e.id`},
		{"entity", Text, "the entity's one name across briefs", `e.name`},
		{"canonical", Text, "the one name that all mentions of the same thing share within the brief", `m.canonical`},
		{"label", Text, "PERSON, ORG, GPE, LOC, NORP, INITIATIVE or EVENT", `m.label`},
		{"country", Text, "ISO 3166-1 alpha-2 code of a country", `m.country`},
		{"about_country", Text, aboutDoc, aboutExpr},
	}, findingTail),
	from: fromFindings("entity") + `
		JOIN mentions m ON m.finding_id = f.id
		JOIN entities e ON e.id = m.entity_id`,
	order: findingOrder,
	where: findingConditions(map[string]string{
		"entity":  `m.entity_id IN (` + entitiesNamed + `)`,
		"country": `m.entity_id IN (` + entitiesAbout + `)`,
		"label":   `m.label = :label`,
	}),
	key:        []string{"id"},
	references: []reference{toDocument, {[]string{"entity_id"}, "entities", []string{"id"}}},
}

// Percentages has a row for each figure in percent, percentage points or basis points.
var Percentages = &Table{
	Name: "percentages",
	Doc:  "One row for each figure in percent, percentage points or basis points.",
	Columns: slices.Concat(findingHead, []Column{
		{"low", Number, "the figure in its unit, the lower end of a range", `p.low`},
		{"high", Number, "the upper end of a range, else the same as low", `p.high`},
		{"unit", Text, "percent, percentage_point or basis_point", `p.unit`},
		{"bound", Text, "exact, about, at_least or at_most", `p.bound`},
		{"change", Text, "up or down where it states a rise or a fall, none for a level or share", `p.change`},
		{"of", Text, "the words for what it is a percentage of", `p.of`},
		{"subject", Text, "the words for whose percentage it is", `p.subject`},
		{"time", Text, "the words for when it holds", `p.time`},
	}, findingTail),
	from: fromFindings("percentage") + `
		JOIN percentages p ON p.finding_id = f.id`,
	order: findingOrder,
	where: findingConditions(map[string]string{
		"entity":  `f.sentence_id IN (` + sentencesOf + `(` + entitiesNamed + `))`,
		"country": `f.sentence_id IN (` + sentencesOf + `(` + entitiesAbout + `))`,
	}),
	key:        []string{"id"},
	references: []reference{toDocument},
}

// The columns with which the rows of all findings begin and end.
var (
	findingHead = []Column{
		{"id", Integer, "the finding's number in this database", `f.id`},
		{"key", Text, "what stays the same when extractors run again or the brief changes elsewhere", `f.key`},
		{"document_id", Integer, "number of the document, a row of documents", `v.document_id`},
		{"version", Integer, "number of the document's version", `v.number`},
		{"title", Text, "title of the document", `v.title`},
		{"published", Text, "date of the document: YYYY, YYYY-MM or YYYY-MM-DD", `v.published`},
		{"role", Text, "role of the section: title, byline, summary, body, forecast, forecast_short, forecast_medium, forecast_long, recommendations, references or other", `sec.role`},
		{"heading", Text, "heading of the section", `sec.heading`},
	}
	findingTail = []Column{
		{"quote", Text, "the finding's words", `f.quote`},
		{"start", Integer, "first byte of the quote in the document's text (UTF-8, from 0)", `f.start`},
		{"end", Integer, "byte after the quote", `f.end`},
		{"sentence", Text, "the whole sentence that the quote starts in", `s.text`},
		{"sentence_start", Integer, "first byte of the sentence", `s.start`},
		{"sentence_end", Integer, "byte after the sentence", `s.end`},
		{"status", Text, "of the review: open, accepted or rejected", statusExpr},
		{"extractor", Text, "the extractor that found it", `f.extractor`},
		{"extractor_version", Text, "the version of the extractor that first found it so", `f.extractor_version`},
		{"rule", Text, "the rule or model that fired", `f.rule`},
		{"score", Number, "what a trained model gives the finding, 0 to 1, empty where none did", `nullif(f.score, 0)`},
	}
	toDocument = reference{[]string{"document_id", "version"}, "documents", []string{"id", "version"}}
)

// sumsTable holds the sums of mentions, by entity and version.
const sumsTable = `entity_versions`

// sumsOver makes the sums anew, over the mentions that pass some conditions.
func sumsOver(conditions []string) string {
	return `(SELECT m.entity_id, f.version_id, count(DISTINCT f.id) AS mentions, count(DISTINCT cm.claim_id) AS claims
		` + fromFindings("entity") + `
		JOIN mentions m ON m.finding_id = f.id
		LEFT JOIN clause_mentions cm ON cm.mention_id = f.id
		WHERE ` + strings.Join(conditions, " AND ") + `
		GROUP BY m.entity_id, f.version_id)`
}

// fromFindings joins the findings of one kind with what stands around them. With the kind
// named, an index gives them in their order.
func fromFindings(kind string) string {
	return `FROM versions v
		JOIN findings f ON f.version_id = v.id AND f.kind = '` + kind + `'
		JOIN sentences s ON s.id = f.sentence_id
		LEFT JOIN sections sec ON sec.version_id = s.version_id AND sec.position = s.section
		LEFT JOIN reviews r ON r.document_id = v.document_id AND r.finding_key = f.key`
}

const (
	findingOrder = `v.document_id, v.number, f.start, f.end, f.id`
	statusExpr   = `coalesce(r.status, 'open')`
	aboutDoc     = "ISO 3166-1 alpha-2 codes of the countries that it is, or that it points at as their people, capital or territory, parted by a semicolon and a space"
)

// The conditions of filters on single findings.
const (
	inSentence = `f.sentence_id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH :text)`
	inRole     = `sec.role = :role`
	hasStatus  = statusExpr + ` = :status`
)

func countOf(kind string) string {
	return `(SELECT count(*) FROM findings f WHERE f.version_id = v.id AND f.kind = '` + kind + `')`
}

// findingConditions are the conditions on all findings, with those of one table.
func findingConditions(own map[string]string) map[string]string {
	all := conditions(own)
	all["text"], all["role"], all["status"] = inSentence, inRole, hasStatus
	return all
}

// conditions are the conditions on documents, with those of one table.
func conditions(own map[string]string) map[string]string {
	all := map[string]string{
		"document": `v.document_id = :document`,
		"author": `EXISTS (SELECT 1 FROM authors a
			WHERE a.version_id = v.id AND instr(lower(a.name), lower(:author)) > 0)`,
		"outlet": `instr(lower(v.outlet), lower(:outlet)) > 0`,
		// A date known to the month or year alone is in the range where some day of it is.
		"from": `v.published || substr('0000-12-31', length(v.published) + 1) >= :from`,
		"to":   `v.published || substr('0000-01-01', length(v.published) + 1) <= :to`,
	}
	maps.Copy(all, own)
	return all
}
