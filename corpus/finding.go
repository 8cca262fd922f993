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

	// Score is what a trained model gives the finding, 0 to 1: the higher, the surer it is
	// that this is a finding at all. 0 means that no model has scored it.
	Score float64
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

// Direction is the way in which a claim says that things will go.
type Direction string

// The directions of claims.
const (
	Increase       Direction = "increase"
	Decrease       Direction = "decrease"
	Begin          Direction = "begin"     // something comes to be, starts or takes effect
	End            Direction = "end"       // something stops, expires or fails
	Continue       Direction = "continue"  // what goes on already goes on
	Steady         Direction = "no_change" // something stays as it is, or does not change
	OtherDirection Direction = "other"     // none of these, or not said
)

// Directions lists every direction.
var Directions = []Direction{Increase, Decrease, Begin, End, Continue, Steady, OtherDirection}

// Unscorable is the reason why a claim cannot be scored against what came about, "" for one
// that can.
type Unscorable string

// The reasons, the gravest first: of several that hold, a claim gives the first.
const (
	NoEvent     Unscorable = "no_event"     // says nothing that could be seen to happen ("will be important")
	NoCertainty Unscorable = "no_certainty" // only possible ("may", "could"): both outcomes fit
	NoHorizon   Unscorable = "no_horizon"   // no time by which it is to be
)

// Probability is a probability that a claim states in figures, in percent, 0 to 100: low
// and high are equal unless it is a range ("a 60 to 70 percent chance").
type Probability struct {
	Stated    bool // whether the claim states one; low and high are 0 otherwise
	Low, High float64
}

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

	// HorizonStart and HorizonEnd are the first and the last day that the horizon covers,
	// both known to the day and both included. Either may be no date: "by 2030" in a brief
	// without a date has no start, "over the forecast period" has neither.
	HorizonStart, HorizonEnd Date

	Direction   Direction
	Probability Probability

	// Scorable says whether later events could be held against the claim: it tells of an
	// event, by some day, with some certainty. Unscorable names what is missing where not.
	Scorable   bool
	Unscorable Unscorable

	// Restates is the cue of the first claim of the brief that this one says again; empty
	// where it is the first or the only one to say it.
	Restates Span
}

// Kind is KindClaim.
func (Claim) Kind() Kind { return KindClaim }

// Fields lists cue, type, certainty, certainty_text, probability_low, probability_high,
// negated, horizon, horizon_text, horizon_start, horizon_end, condition, source, direction,
// scorable, unscorable and restates.
func (c Claim) Fields(text string) []Field {
	return []Field{
		{"cue", words(text, c.Cue)}, {"type", string(c.Type)},
		{"certainty", string(c.Certainty)}, {"certainty_text", words(text, c.CertaintyText)},
		{"probability_low", c.Probability.figure(c.Probability.Low)},
		{"probability_high", c.Probability.figure(c.Probability.High)},
		{"negated", c.Negated},
		{"horizon", string(c.Horizon)}, {"horizon_text", words(text, c.HorizonText)},
		{"horizon_start", stated(c.HorizonStart.String())}, {"horizon_end", stated(c.HorizonEnd.String())},
		{"condition", words(text, c.Condition)}, {"source", words(text, c.Source)},
		{"direction", stated(string(c.Direction))},
		{"scorable", c.Scorable}, {"unscorable", stated(string(c.Unscorable))},
		{"restates", words(text, c.Restates)},
	}
}

// figure gives one end of the probability as a field value, nil where none is stated.
func (p Probability) figure(end float64) any {
	if !p.Stated {
		return nil
	}
	return end
}

// stated gives a string as a field value, nil where it is empty.
func stated(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// Spans lists cue, certainty_text, horizon_text, condition, source and restates.
func (c Claim) Spans() []Span {
	return []Span{c.Cue, c.CertaintyText, c.HorizonText, c.Condition, c.Source, c.Restates}
}
