-- +goose Up

-- What a trained model gives a finding, 0 to 1; 0 where none has scored it.
ALTER TABLE findings ADD COLUMN score REAL NOT NULL DEFAULT 0;

-- What a reviewer asks next about a claim. Claims that were saved before this have none of it
-- until `augury reextract` has been over them.
ALTER TABLE claims ADD COLUMN probability_low REAL;  -- percent, as stated in figures
ALTER TABLE claims ADD COLUMN probability_high REAL;
ALTER TABLE claims ADD COLUMN horizon_start TEXT;    -- YYYY-MM-DD, the first day
ALTER TABLE claims ADD COLUMN horizon_end TEXT;      -- YYYY-MM-DD, the last day
ALTER TABLE claims ADD COLUMN direction TEXT;
ALTER TABLE claims ADD COLUMN scorable INTEGER NOT NULL DEFAULT 0 CHECK (scorable IN (0, 1));
ALTER TABLE claims ADD COLUMN unscorable TEXT;       -- why not
ALTER TABLE claims ADD COLUMN restates TEXT;         -- cue of the earlier claim that it says again
ALTER TABLE claims ADD COLUMN restates_start INTEGER;
ALTER TABLE claims ADD COLUMN restates_end INTEGER;
