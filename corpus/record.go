package corpus

import "slices"

// Record is a document with its findings as JSON: what `augury extract --json` prints,
// one object a file and line, and what gold files hold. Start and end are half-open
// byte offsets into document.text.
type Record struct {
	File        string             `json:"file,omitempty"`
	Document    *RecordDocument    `json:"document,omitempty"`
	Entities    []RecordEntity     `json:"entities"`
	Percentages []RecordPercentage `json:"percentages"`
	Claims      []RecordClaim      `json:"claims"`
}

// RecordDocument is the brief itself.
type RecordDocument struct {
	Title     string          `json:"title"`
	Authors   []string        `json:"authors"`
	Published string          `json:"published"`
	Outlet    string          `json:"outlet"`
	Language  string          `json:"language"`
	URL       string          `json:"url"`
	Format    string          `json:"format"`
	Hash      string          `json:"sha256"`
	Sections  []RecordSection `json:"sections"`
	Text      string          `json:"text"`
}

// RecordSection is a section of the brief.
type RecordSection struct {
	Role    Role   `json:"role"`
	Heading string `json:"heading"`
	Level   int    `json:"level"`
	Span
}

// Quoted is a span with its words.
type Quoted struct {
	Span
	Text string `json:"text"`
}

// Made says what made a finding; gold files leave it out.
type Made struct {
	Rule      string `json:"rule,omitempty"`
	Extractor string `json:"extractor,omitempty"`
	Version   string `json:"version,omitempty"`

	// Score is what a trained model gives the finding, 0 to 1; left out where none did.
	Score float64 `json:"score,omitempty"`
}

// RecordEntity is an entity mention.
type RecordEntity struct {
	Quoted
	Label     Label   `json:"label"`
	Canonical string  `json:"canonical"`
	Country   *string `json:"country"`
	Made
}

// RecordPercentage is a percentage.
type RecordPercentage struct {
	Quoted
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Unit    Unit    `json:"unit"`
	Bound   Bound   `json:"bound"`
	Change  Change  `json:"change"`
	Of      *string `json:"of"`
	Subject *string `json:"subject"`
	Time    *string `json:"time"`
	Made
}

// Range is a probability range in percent and the standard that gives it.
type Range struct {
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	Yardstick string  `json:"yardstick"`
}

// RecordClaim is a forecast claim. Likelihood is left out where the certainty has no range.
type RecordClaim struct {
	Quoted
	Cue           Quoted    `json:"cue"`
	Type          ClaimType `json:"type"`
	Certainty     Certainty `json:"certainty"`
	CertaintyText *string   `json:"certainty_text,omitempty"`
	Negated       bool      `json:"negated"`
	Horizon       Horizon   `json:"horizon"`
	HorizonText   *string   `json:"horizon_text"`
	Condition     *string   `json:"condition"`
	Source        *string   `json:"source"`
	Likelihood    *Range    `json:"likelihood,omitempty"`
	Sentence      string    `json:"sentence,omitempty"`
	Detail
	Made
}

// Detail is what a reviewer asks next about a claim. Gold files leave it out; they hold
// what a person reads in the text, and all of this follows from that.
type Detail struct {
	ProbabilityLow  *float64  `json:"probability_low,omitempty"` // percent, as stated in figures
	ProbabilityHigh *float64  `json:"probability_high,omitempty"`
	HorizonStart    *string   `json:"horizon_start,omitempty"` // YYYY-MM-DD, included
	HorizonEnd      *string   `json:"horizon_end,omitempty"`   // YYYY-MM-DD, included
	Direction       Direction `json:"direction,omitempty"`

	Scorable   *bool      `json:"scorable,omitempty"`
	Unscorable Unscorable `json:"unscorable,omitempty"` // why not

	Restates    *Quoted  `json:"restates,omitempty"`    // cue of the earlier claim that it says again
	Entities    []Quoted `json:"entities,omitempty"`    // mentions inside the clause
	Percentages []Quoted `json:"percentages,omitempty"` // and figures
}

// NewRecord gives a document and its findings in the form of a Record.
func NewRecord(d *Document) Record {
	record := Record{
		File: d.Source,
		Document: &RecordDocument{
			Title: d.Title, Authors: append([]string{}, d.Authors...), Published: d.Published.String(),
			Outlet: d.Outlet, Language: d.Language, URL: d.URL, Format: d.Format, Hash: d.Hash,
			Sections: []RecordSection{}, Text: d.Text,
		},
		Entities: []RecordEntity{}, Percentages: []RecordPercentage{}, Claims: []RecordClaim{},
	}
	for _, s := range d.Sections {
		record.Document.Sections = append(record.Document.Sections,
			RecordSection{Role: s.Role, Heading: d.Words(s.Heading), Level: s.Level, Span: s.Span})
	}
	for _, f := range d.Findings {
		quoted := d.quoted(f.Span)
		made := Made{Rule: f.Rule, Extractor: f.Extractor, Version: f.Version, Score: f.Score}
		switch v := f.Value.(type) {
		case Entity:
			entity := RecordEntity{Quoted: quoted, Label: v.Label, Canonical: v.Canonical, Made: made}
			if v.Country != "" {
				entity.Country = &v.Country
			}
			record.Entities = append(record.Entities, entity)
		case Percentage:
			record.Percentages = append(record.Percentages, RecordPercentage{
				Quoted: quoted, Low: v.Low, High: v.High, Unit: v.Unit, Bound: v.Bound, Change: v.Change,
				Of: d.optional(v.Of), Subject: d.optional(v.Subject), Time: d.optional(v.Time), Made: made,
			})
		case Claim:
			claim := RecordClaim{
				Quoted: quoted, Cue: d.quoted(v.Cue), Type: v.Type,
				Certainty: v.Certainty, CertaintyText: d.optional(v.CertaintyText),
				Negated: v.Negated, Horizon: v.Horizon, HorizonText: d.optional(v.HorizonText),
				Condition: d.optional(v.Condition), Source: d.optional(v.Source),
				Detail: d.detail(f.Span, v), Made: made,
			}
			if i := d.SentenceAt(v.Cue.Start); i >= 0 {
				claim.Sentence = d.Words(d.Sentences[i].Span)
			}
			record.Claims = append(record.Claims, claim)
		}
	}
	return record
}

// detail gives the fields of a claim beyond those of gold files.
func (d *Document) detail(clause Span, c Claim) Detail {
	more := Detail{Direction: c.Direction, Scorable: &c.Scorable, Unscorable: c.Unscorable}
	if c.Probability.Stated {
		more.ProbabilityLow, more.ProbabilityHigh = &c.Probability.Low, &c.Probability.High
	}
	if day := c.HorizonStart.String(); day != "" {
		more.HorizonStart = &day
	}
	if day := c.HorizonEnd.String(); day != "" {
		more.HorizonEnd = &day
	}
	if !c.Restates.Empty() {
		cue := d.quoted(c.Restates)
		more.Restates = &cue
	}
	first, _ := slices.BinarySearchFunc(d.Findings, clause.Start, func(f Finding, at int) int { return f.Span.Start - at })
	for _, f := range d.Findings[first:] {
		if f.Span.Start >= clause.End {
			break
		}
		switch {
		case !clause.Contains(f.Span):
		case f.Kind == KindEntity:
			more.Entities = append(more.Entities, d.quoted(f.Span))
		case f.Kind == KindPercentage:
			more.Percentages = append(more.Percentages, d.quoted(f.Span))
		}
	}
	return more
}

func (d *Document) quoted(s Span) Quoted { return Quoted{Span: s, Text: d.Words(s)} }

func (d *Document) optional(s Span) *string {
	if s.Empty() {
		return nil
	}
	words := d.Words(s)
	return &words
}
