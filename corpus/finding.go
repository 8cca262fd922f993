package corpus

// Kind says what a finding is.
type Kind string

// The kinds of finding.
const (
	KindEntity     Kind = "entity"
	KindPercentage Kind = "percentage"
	KindClaim      Kind = "claim"
)

// Finding is something that an extractor found: a span of the text and what was read off
// it. A finding paraphrases nothing: every words-valued field is itself a span.
type Finding struct {
	Kind      Kind
	Span      Span
	Rule      string // what fired, a rule's or a model's name, so that a reviewer can ask why
	Extractor string // name of the extractor, stamped by the pipeline
	Version   string // version of the extractor, stamped by the pipeline
	Value     Value  // Entity, Percentage or Claim
}

// Value is what was read off a finding, typed by its kind.
type Value interface {
	Kind() Kind
	// Fields lists the value's fields by name in a fixed order, for storing and showing.
	Fields(text string) []Field
	// Spans lists every span that the value holds, empty ones too, for checking.
	Spans() []Span
}

// Field is one named field of a value: a string, float64, bool or nil for "not stated".
type Field struct {
	Name  string
	Value any
}

// words gives the words of a span as a field value, nil where the span is empty.
func words(text string, s Span) any {
	if s.Empty() {
		return nil
	}
	return s.In(text)
}

// Label says what kind of named thing an entity is.
type Label string

// The labels of entities; what each holds is in docs/findings.md.
const (
	Person     Label = "PERSON"
	Org        Label = "ORG"
	GPE        Label = "GPE"
	Loc        Label = "LOC"
	NORP       Label = "NORP"
	Initiative Label = "INITIATIVE"
	Event      Label = "EVENT"
)

// Labels lists every label.
var Labels = []Label{Person, Org, GPE, Loc, NORP, Initiative, Event}

// Entity is a mention of a named thing.
type Entity struct {
	Label     Label
	Canonical string // the one name that all mentions of the thing share in the document
	Country   string // ISO 3166-1 alpha-2 code of a GPE that is a country, else ""
}

// Kind is KindEntity.
func (Entity) Kind() Kind { return KindEntity }

// Fields lists label, canonical and country.
func (e Entity) Fields(string) []Field {
	var country any
	if e.Country != "" {
		country = e.Country
	}
	return []Field{{"label", string(e.Label)}, {"canonical", e.Canonical}, {"country", country}}
}

// Spans is empty: an entity has no span but its own.
func (Entity) Spans() []Span { return nil }

// Unit is the unit of a percentage.
type Unit string

// The units of percentages.
const (
	Percent         Unit = "percent"
	PercentagePoint Unit = "percentage_point"
	BasisPoint      Unit = "basis_point"
)

// Bound says on which side of the figure the true value may lie.
type Bound string

// The bounds of percentages.
const (
	Exact   Bound = "exact"
	About   Bound = "about"
	AtLeast Bound = "at_least"
	AtMost  Bound = "at_most"
)

// Change says whether a percentage states a rise, a fall, or a level or share.
type Change string

// The changes that percentages state.
const (
	Up       Change = "up"
	Down     Change = "down"
	NoChange Change = "none"
)

// Percentage is a figure in percent, percentage points or basis points.
type Percentage struct {
	Low, High float64 // in the unit; equal unless it is a range
	Unit      Unit
	Bound     Bound
	Change    Change
	Of        Span // what it is a percentage of
	Subject   Span // whose percentage it is
	Time      Span // when it holds
}

// Kind is KindPercentage.
func (Percentage) Kind() Kind { return KindPercentage }

// Fields lists low, high, unit, bound, change, of, subject and time.
func (p Percentage) Fields(text string) []Field {
	return []Field{
		{"low", p.Low}, {"high", p.High}, {"unit", string(p.Unit)},
		{"bound", string(p.Bound)}, {"change", string(p.Change)},
		{"of", words(text, p.Of)}, {"subject", words(text, p.Subject)}, {"time", words(text, p.Time)},
	}
}

// Spans lists of, subject and time.
func (p Percentage) Spans() []Span { return []Span{p.Of, p.Subject, p.Time} }

// ClaimType says how a claim speaks of the future.
type ClaimType string

// The types of claims.
const (
	Prediction ClaimType = "prediction"
	Risk       ClaimType = "risk"
	Plan       ClaimType = "plan"
	Scheduled  ClaimType = "scheduled"
)

// ClaimTypes lists every type.
var ClaimTypes = []ClaimType{Prediction, Risk, Plan, Scheduled}

// Certainty is the class of a claim's wording.
type Certainty string

// The classes of certainty, the surest first; Possible, Unhedged and Stated have no
// place in that order.
const (
	Unhedged      Certainty = "unhedged"
	AlmostCertain Certainty = "almost_certain"
	VeryLikely    Certainty = "very_likely"
	Likely        Certainty = "likely"
	Even          Certainty = "even"
	Unlikely      Certainty = "unlikely"
	VeryUnlikely  Certainty = "very_unlikely"
	Remote        Certainty = "remote"
	Possible      Certainty = "possible"
	Stated        Certainty = "stated"
)

// Certainties lists every class.
var Certainties = []Certainty{
	Unhedged, AlmostCertain, VeryLikely, Likely, Even, Unlikely, VeryUnlikely, Remote, Possible, Stated,
}

// Horizon is the class of time that a claim speaks of.
type Horizon string

// The classes of horizon.
const (
	HorizonNone Horizon = "none"
	Dated       Horizon = "dated"
	Short       Horizon = "short"  // up to a year
	Medium      Horizon = "medium" // one to five years
	Long        Horizon = "long"   // beyond
)

// Horizons lists every class.
var Horizons = []Horizon{HorizonNone, Dated, Short, Medium, Long}

// Claim is a forecast claim: its finding's span is the clause.
type Claim struct {
	Cue           Span // the words that put the clause into the future or make it uncertain
	Type          ClaimType
	Certainty     Certainty
	CertaintyText Span // the words that the certainty was read from
	Negated       bool // whether the claim says that it will not be
	Horizon       Horizon
	HorizonText   Span // the words or the heading that the horizon was read from
	Condition     Span
	Source        Span // who holds the claim, where it is not the author
}

// Kind is KindClaim.
func (Claim) Kind() Kind { return KindClaim }

// Fields lists cue, type, certainty, certainty_text, negated, horizon, horizon_text,
// condition and source.
func (c Claim) Fields(text string) []Field {
	return []Field{
		{"cue", words(text, c.Cue)}, {"type", string(c.Type)},
		{"certainty", string(c.Certainty)}, {"certainty_text", words(text, c.CertaintyText)},
		{"negated", c.Negated},
		{"horizon", string(c.Horizon)}, {"horizon_text", words(text, c.HorizonText)},
		{"condition", words(text, c.Condition)}, {"source", words(text, c.Source)},
	}
}

// Spans lists cue, certainty_text, horizon_text, condition and source.
func (c Claim) Spans() []Span {
	return []Span{c.Cue, c.CertaintyText, c.HorizonText, c.Condition, c.Source}
}
