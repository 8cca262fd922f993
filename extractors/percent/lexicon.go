package percent

import (
	"strings"

	"augury/corpus"
)

// boundPhrases say on which side of a figure the true value lies. Where several end at a
// figure the longest is read.
var boundPhrases = []struct {
	bound   corpus.Bound
	phrases []string
}{
	{corpus.About, []string{
		"about", "around", "approximately", "approx", "approx.", "roughly", "nearly", "almost", "some", "circa",
		"ca.", "c.", "close to", "closer to", "approaching", "in the region of", "in the neighborhood of",
		"in the neighbourhood of", "on the order of", "of the order of", "in the order of", "something like",
		"not far from", "near", "nearing", "virtually", "more or less", "in the vicinity of", "~", "∼", "≈", "±",
	}},
	{corpus.AtLeast, []string{
		"at least", "more than", "over", "above", "greater than", "higher than", "larger than", "in excess of",
		"upwards of", "upward of", "no less than", "not less than", "no fewer than", "no lower than", "not below",
		"exceed", "exceeds", "exceeded", "exceeding", "top", "topped", "topping", "surpass", "surpasses",
		"surpassed", "surpassing", "broke", "broken", "better than", "beyond", "as little as", "as few as",
		"as low as", "upward from", "at or above", ">", "≥", ">=", "north of",
	}},
	{corpus.AtMost, []string{
		"at most", "up to", "less than", "under", "below", "as much as", "as many as", "as high as",
		"no more than", "not more than", "no greater than", "no higher than", "not above", "fewer than",
		"lower than", "smaller than", "not exceed", "not exceeding", "not exceeded", "short of", "south of",
		"beneath", "at or below", "<", "≤", "<=",
	}},
}

// levelBounds start bounding phrases that compare with a level, never with the size of a
// change: "fell below 3 percent".
var levelBounds = words(`above below beneath beyond exceed exceeds exceeded exceeding top topped topping surpass
	surpasses surpassed surpassing`)

// boundsBehind say the same behind a figure: "3 percent or more".
var boundsBehind = []struct {
	bound   corpus.Bound
	phrases []string
}{
	{corpus.About, []string{"or so", "or thereabouts", "or thereabout", "give or take"}},
	{corpus.AtLeast, []string{
		"or more", "or higher", "or above", "or greater", "or better", "or over", "and above", "and over",
		"and more", "and higher", "and up", "at least", "at a minimum", "+",
	}},
	{corpus.AtMost, []string{
		"or less", "or lower", "or below", "or fewer", "or under", "and below", "and under", "at most",
		"at a maximum",
	}},
}

// boundingWords are the single words of bounding phrases, and those that stand between
// them and a figure.
var boundingWords = func() []string {
	words := []string{"a", "an", "the", "just", "only", "slightly", "well", "either", "between", "currently"}
	for _, list := range boundPhrases {
		for _, phrase := range list.phrases {
			words = append(words, strings.Fields(phrase)...)
		}
	}
	return words
}()

// movingUp are verbs whose "up" belongs to them: "edged up to 5 percent" is no bound.
var movingUp = words(`edge edges edged edging creep creeps crept creeping move moves moved moving pick picks
	picked picking go goes went gone going push pushes pushed pushing drift drifts drifted drifting bring brings
	brought bringing climb climbs climbed climbing inch inches inched inching tick ticks ticked ticking come
	comes came coming rev revised ratchet ratcheted step steps stepped stepping shoot shot bump bumped nudge
	nudged build built jump jumped trend trending back way`)

// changeWords are the verbs and nouns of rise and fall, in all their forms.
var changeWords = directions(map[corpus.Change]string{
	corpus.Up: `
		accelerate accelerates accelerated accelerating acceleration add adds added adding addition advance
		advances advanced advancing appreciate appreciates appreciated appreciating appreciation balloon ballooned
		boost boosts boosted boosting climb climbs climbed climbing edge-up escalate escalated escalating expand
		expands expanded expanding expansion gain gains gained gaining grow grows grew grown growing growth heighten
		hike hikes hiked hiking improve improves improved improving improvement increase increases increased
		increasing jump jumps jumped jumping leap leaps leapt leaped lift lifts lifted lifting mount mounted
		outperform outperformed raise raises raised raising rally rallied rebound rebounds rebounded rebounding
		recover recovers recovered recovering recovery rise rises rose risen rising skyrocket skyrocketed soar soars
		soared soaring spike spikes spiked spiking strengthen strengthens strengthened strengthening surge surges
		surged surging swell swells swelled swollen upswing uptick upturn widen widens widened widening`,
	corpus.Down: `
		collapse collapses collapsed collapsing contract contracts contracted contracting contraction contractions
		curb curbed curtail curtailed cut cuts cutting cutback cutbacks decelerate decelerates decelerated
		deceleration decline declines declined declining decrease decreases decreased decreasing deduct deducted
		deepen depreciate depreciates depreciated depreciation depress depresses depressed depressing
		devaluation devalue devalued dim diminish diminished diminishing dip dips dipped dipping downturn drop drops dropped
		dropping ease eases eased easing erode erodes eroded eroding erosion fall falls fell fallen falling lose
		loses lost losing loss losses lower lowers lowered lowering narrow narrows narrowed narrowing pare pared
		plummet plummets plummeted plunge plunges plunged plunging recede receded reduce reduces reduced reducing
		reduction reductions retreat retreated sank shave shaved shed shedding shrink shrinks shrank shrunk
		shrinking shrinkage sink sinks sinking slash slashes slashed slashing slide slides slid sliding slip slips
		slipped slipping slow slows slowed slowing slowdown slump slumps slumped slumping subtract subtracts
		subtracted subtracting tumble tumbles tumbled tumbling trim trims trimmed trimming weaken weakens weakened
		weakening worsen worsened`,
})

// growthWords name a rate of change: what is measured by it is itself a change.
var growthWords = directions(map[corpus.Change]string{
	corpus.Up:   `growth expansion appreciation acceleration`,
	corpus.Down: `contraction shrinkage depreciation`,
})

// paceVerbs take a rate of growth, before and after: "growth slowed to 3 percent".
var paceVerbs = words(`slow slows slowed slowing accelerate accelerates accelerated accelerating decelerate
	decelerates decelerated decelerating`)

// comparatives stand behind the size of a difference: "3 percent higher".
var comparatives = directions(map[corpus.Change]string{
	corpus.Up:   `higher larger bigger more greater faster stronger`,
	corpus.Down: `lower smaller less fewer weaker slower cheaper`,
})

// levelWords name what is a level, also where it moves.
var levelWords = words(`inflation unemployment rate rates yield yields share shares ratio deficit`)

// movingWords move a level, up or down: behind them "from 3 to 5 percent" is no range.
var movingWords = words(`move moves moved moving revise revises revised revising revision shift shifts shifted
	shifting change changes changed changing go goes went gone going swing swings swung push pushed pushing bring
	brings brought bringing take takes took taken adjust adjusted adjusting adjustment double doubles doubled
	doubling triple tripled halve halved halving upgrade upgraded downgrade downgraded convert transition inch
	inches inched inching edge edges edged edging creep crept creeping tick ticked ticking drift drifted scale`)

// spanningWords have a range behind them: "ranged from 3 to 5 percent".
var spanningWords = words(`range ranges ranged ranging vary varies varied varying span spans spanned spanning
	estimated estimates between anywhere fluctuate fluctuated extend extends`)

// measureWords name a way of measuring, not what is measured: whose "average of 3
// percent" it is stands elsewhere.
var measureWords = words(`average averages mean median minimum maximum range total level levels low high lows highs
	pace peak trough plateau part share proportion portion fraction percentage record rate rates mode tendency midpoint value
	amount equivalent sum majority margin balance`)

// rateWords are what a figure before them, or one after "at a", is the speed of.
var rateWords = words(`rate rates pace clip speed`)

// partWords name a part whose whole stands behind "of".
var partWords = words(`share shares proportion portion fraction percentage part percent`)

// intransitives are verbs of change without an object: what changes is their subject.
var intransitives = words(`rise rises rose risen rising fall falls fell fallen falling decline declines declined
	declining slow slows slowed slowing climb climbs climbed climbing pick picks picked picking edge edges edged
	edging creep creeps crept creeping slip slips slipped slipping be is are was were been being come comes came
	coming go goes went gone going accelerate accelerated remain remains remained remaining soar soared jump
	jumped jumps surge surges surged plunge plunged range ranges ranged ranging average averages averaged
	averaging`)

// havingVerbs have for an object what is measured of their subject: "Spain had an
// unemployment rate of 3 percent".
var havingVerbs = words(`have has had having post posts posted posting record records recorded recording report
	reported register registered registering`)

// equatingVerbs say behind a comma what the noun before it amounts to.
var equatingVerbs = words(`representing accounting constituting comprising equaling equalling amounting`)

// verbJoints stand between two verbs with one subject.
var verbJoints = words(`and but or then before after while — --`)

// verbAdjectives stand inside a verb with "to": "is likely to fall".
var verbAdjectives = words(`likely unlikely set due able expected poised certain sure bound about`)

// estimateWords name an estimate of something, behind "of" or "for".
var estimateWords = words(`projection projections forecast forecasts estimate estimates median midpoint path
	outlook expectations expectation prediction predictions range`)

// reportingVerbs have a clause behind them whose subject is not theirs: "the Bank
// projects inflation to fall".
var reportingVerbs = words(`projects projected estimates estimated expects expected forecasts forecast predicts
	predicted sees saw says said anticipates anticipated assumes assumed believes believed shows showed suggests
	suggested imply implies implied forecasted estimating projecting expecting predicting indicates indicated`)

// words cuts a list into its words.
func words(list string) []string { return strings.Fields(list) }

// directions turns lists of words into a table.
func directions(lists map[corpus.Change]string) map[string]corpus.Change {
	table := map[string]corpus.Change{}
	for change, list := range lists {
		for _, word := range strings.Fields(list) {
			table[word] = change
		}
	}
	return table
}
