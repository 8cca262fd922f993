package store

// What leads from words and from countries to entities, in SQL. An entity that has been
// merged into another is found by its names as before; its home is the other. Each of these
// starts from the few names or mentions asked for, not from each row that could have one.
const (
	// entitiesNamed are the entities that :entity, folded, is a name of: what briefs call
	// them, how a mention of them reads, what a person calls them, or what a country is
	// called.
	entitiesNamed = `
		WITH named (id) AS (
			SELECT id FROM entities WHERE folded = :entity
			UNION SELECT entity_id FROM aliases WHERE folded = :entity AND kind <> 'removed'
			UNION SELECT m.entity_id FROM wordings w JOIN mentions m ON m.wording_id = w.id WHERE w.folded = :entity
			UNION SELECT e.id FROM country_names n JOIN entities e ON e.country = n.country
				WHERE n.folded = :entity AND n.kind IN ('name', 'official')),
		removed (id) AS (SELECT entity_id FROM aliases WHERE folded = :entity AND kind = 'removed')
		SELECT id FROM named UNION ` + homesOf + `named
		EXCEPT SELECT id FROM removed EXCEPT ` + homesOf + `removed`

	// entitiesAbout are those that are the country :country or point at it.
	entitiesAbout = `
		WITH about (id) AS (
			SELECT id FROM entities WHERE country = :country AND country <> ''
			UNION SELECT member.id FROM country_names n JOIN entities member ON member.folded = n.folded
				WHERE n.country = :country AND ` + pointing + `)
		SELECT id FROM about UNION ` + homesOf + `about`

	homesOf = `SELECT home FROM entities WHERE home IS NOT NULL AND id IN `

	// pointing holds for an entity and a name n where mentions of the entity, named so,
	// point at n's country.
	pointing = `member.country = '' AND CASE member.label
				WHEN 'GPE' THEN n.kind IN ('capital', 'territory')
				WHEN 'NORP' THEN n.kind = 'people' END`

	claimsOf = `
		SELECT c.claim_id FROM mentions m JOIN clause_mentions c ON c.mention_id = m.finding_id
		WHERE m.entity_id IN `

	sentencesOf = `
		SELECT f.sentence_id FROM mentions m JOIN findings f ON f.id = m.finding_id
		WHERE m.entity_id IN `

	// ofEntity holds for entity e itself and for those that have been merged into it.
	ofEntity = `(member.id = e.id OR member.home = e.id)`

	// aboutExpr lists the countries that entity e is or points at.
	aboutExpr = `(SELECT group_concat(country, '; ' ORDER BY country) FROM (
		SELECT member.country FROM entities member WHERE ` + ofEntity + ` AND member.country <> ''
		UNION SELECT n.country FROM entities member JOIN country_names n ON n.folded = member.folded
			WHERE ` + ofEntity + ` AND ` + pointing + `))`

	// namesExpr lists how mentions of entity e read, and its aliases.
	namesExpr = `(SELECT group_concat(text, '; ' ORDER BY text) FROM (
		SELECT w.text, w.folded
		FROM (SELECT DISTINCT wording_id FROM mentions WHERE entity_id = e.id) n JOIN wordings w ON w.id = n.wording_id
		UNION SELECT a.name, a.folded FROM entities member JOIN aliases a ON a.entity_id = member.id
			WHERE ` + ofEntity + ` AND a.kind = 'added') x
		WHERE NOT EXISTS (SELECT 1 FROM entities member JOIN aliases a ON a.entity_id = member.id
			WHERE ` + ofEntity + ` AND a.kind = 'removed' AND a.folded = x.folded))`
)
