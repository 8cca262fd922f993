package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"augury/corpus"
)

// putClaim adds what was read off the claim with this id, or replaces what is there.
func putClaim(ctx context.Context, tx *sql.Tx, id int64, text string, c corpus.Claim) error {
	var low, high any
	if c.Probability.Stated {
		low, high = c.Probability.Low, c.Probability.High
	}
	_, err := tx.ExecContext(ctx, `
		INSERT OR REPLACE INTO claims (finding_id, type, certainty, negated, horizon,
			probability_low, probability_high, horizon_start, horizon_end, direction, scorable, unscorable,
			cue, cue_start, cue_end, certainty_text, certainty_text_start, certainty_text_end,
			horizon_text, horizon_text_start, horizon_text_end, condition, condition_start, condition_end,
			source, source_start, source_end, restates, restates_start, restates_end)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		slices.Concat([]any{id, string(c.Type), string(c.Certainty), c.Negated, string(c.Horizon),
			low, high, optional(c.HorizonStart.String()), optional(c.HorizonEnd.String()),
			optional(string(c.Direction)), c.Scorable, optional(string(c.Unscorable))},
			words(text, c.Cue), words(text, c.CertaintyText), words(text, c.HorizonText),
			words(text, c.Condition), words(text, c.Source), words(text, c.Restates))...)
	return err
}

// claimColumns are the columns of a row of claims, c, that scanClaim reads, in its order.
const claimColumns = `c.type, c.certainty, c.negated, c.horizon,
	c.probability_low, c.probability_high, coalesce(c.horizon_start, ''), coalesce(c.horizon_end, ''),
	coalesce(c.direction, ''), c.scorable, coalesce(c.unscorable, ''),
	coalesce(c.cue_start, 0), coalesce(c.cue_end, 0),
	coalesce(c.certainty_text_start, 0), coalesce(c.certainty_text_end, 0),
	coalesce(c.horizon_text_start, 0), coalesce(c.horizon_text_end, 0),
	coalesce(c.condition_start, 0), coalesce(c.condition_end, 0),
	coalesce(c.source_start, 0), coalesce(c.source_end, 0),
	coalesce(c.restates_start, 0), coalesce(c.restates_end, 0)`

// scanClaim reads a row of the columns that before is for, and of claimColumns.
func scanClaim(rows *sql.Rows, before []any) (corpus.Claim, error) {
	var c corpus.Claim
	var low, high sql.NullFloat64
	var start, end string
	err := rows.Scan(append(before, &c.Type, &c.Certainty, &c.Negated, &c.Horizon,
		&low, &high, &start, &end, &c.Direction, &c.Scorable, &c.Unscorable,
		&c.Cue.Start, &c.Cue.End, &c.CertaintyText.Start, &c.CertaintyText.End,
		&c.HorizonText.Start, &c.HorizonText.End, &c.Condition.Start, &c.Condition.End,
		&c.Source.Start, &c.Source.End, &c.Restates.Start, &c.Restates.End)...)
	if err != nil {
		return corpus.Claim{}, err
	}
	c.Probability = corpus.Probability{Stated: low.Valid && high.Valid, Low: low.Float64, High: high.Float64}
	for _, date := range []struct {
		text string
		into *corpus.Date
	}{{start, &c.HorizonStart}, {end, &c.HorizonEnd}} {
		if date.text == "" {
			continue
		}
		if *date.into, err = corpus.ParseDate(date.text); err != nil {
			return corpus.Claim{}, fmt.Errorf("horizon: %w", err)
		}
	}
	return c, nil
}

// restatedKey is the key of the claim that a claim restates, found by its cue. Should two
// have the same one, it is the first.
const restatedKey = `(SELECT earlier.key FROM findings earlier JOIN claims ec ON ec.finding_id = earlier.id
		WHERE c.restates_start IS NOT NULL AND earlier.version_id = f.version_id AND earlier.kind = 'claim'
			AND ec.cue_start = c.restates_start AND ec.cue_end = c.restates_end
		ORDER BY earlier.start, earlier.id LIMIT 1)`
