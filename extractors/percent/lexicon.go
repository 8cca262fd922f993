package percent

import (
	"maps"
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
		"surpassed", "surpassing", "overshoot", "overshoots", "overshot", "broke", "broken", "better than", "beyond", "as little as", "as few as",
		"as low as", "upward from", "at or above", ">", "≥", ">=", "north of",
	}},
	{corpus.AtMost, []string{
		"at most", "up to", "less than", "under", "below", "as much as", "as many as", "as high as",
		"no more than", "not more than", "no greater than", "no higher than", "not above", "fewer than",
		"lower than", "smaller than", "not exceed", "not exceeding", "not exceeded", "short of", "south of",
		"beneath", "undershoot", "undershoots", "undershot", "at or below", "<", "≤", "<=",
	}},
}

// levelBounds start bounding phrases that compare with a level, never with the size of a
// change: "fell below 3 percent".
var levelBounds = words(`above below beneath beyond exceed exceeds exceeded exceeding top topped topping surpass
	surpasses surpassed surpassing overshoot overshoots overshot undershoot undershoots undershot`)

// nearWords start bounding phrases that may follow a noun directly: "growth near 3 percent".
var nearWords = words(`near close closer`)

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
var boundingWords = func() map[string]bool {
	set := words(`a an the just only slightly well either between currently`)
	for _, list := range boundPhrases {
		for _, phrase := range list.phrases {
			maps.Copy(set, words(phrase))
		}
	}
	return set
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
		contribute contributes contributed contributing contribution boost boosts boosted boosting climb climbs climbed climbing edge-up escalate escalated escalating expand
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
	pace peak trough plateau part lead share proportion portion fraction percentage record rate rates mode tendency midpoint value
	amount equivalent sum majority margin balance`)

// movementNouns name a change of what stands behind "in" or "of", up or down.
var movementNouns = words(`change changes moderation pickup pick-up shift move movement swing revision turnaround`)

// plainMeasures are those that never point at something by themselves, as "the rate" does.
var plainMeasures = words(`pace tendency range average median mean midpoint mode`)

// rateWords are what a figure before them, or one after "at a", is the speed of.
var rateWords = words(`rate rates pace clip speed`)

// partWords name a part whose whole stands behind "of".
var partWords = words(`share shares proportion portion fraction percentage part percent stake majority`)

// intransitives are verbs of change without an object: what changes is their subject.
var intransitives = words(`rise rises rose risen rising fall falls fell fallen falling decline declines declined
	declining slow slows slowed slowing climb climbs climbed climbing pick picks picked picking edge edges edged
	edging creep creeps crept creeping slip slips slipped slipping be is are was were been being come comes came
	coming go goes went gone going accelerate accelerated remain remains remained remaining soar soared jump
	jumped jumps surge surges surged plunge plunged range ranges ranged ranging average averages averaged
	averaging`)

// havingVerbs have for an object what is measured of their subject: "Spain had an
// unemployment rate of 3 percent".
var havingVerbs = words(`saw seen show shows showed shown suffer suffered face faces faced enjoyed have has had having post posts posted posting record records recorded recording report
	reported register registered registering`)

// givingVerbs have two objects, the second the figure: "polls give the party 3 percent".
var givingVerbs = words(`give gives gave given giving grant grants granted hand hands handed cost costs costing`)

// takingUp are verbs whose "up" says no rise: "they make up 3 percent".
var takingUp = words(`make makes made making take takes took taken taking end ends ended`)

// lossWords name a loss that may be a level: "losses in the network were 3 percent".
var lossWords = words(`loss losses`)

// determiners may open an expression of time.
var determiners = words(`the a an this that these those each every some any all both`)

// equatingVerbs say behind a comma what the noun before it amounts to.
var equatingVerbs = words(`representing constituting comprising equaling equalling amounting`)

// verbJoints stand between two verbs with one subject.
var verbJoints = words(`and but or then before after while — --`)

// pastForms are those of the past that are no participles.
var pastForms = words(`fell rose grew took gave went came saw did was were had began became broke drove shook tore
	threw knew wrote spoke chose froze sank shrank ran`)

// auxiliaries stand before another verb and make one with it.
var auxiliaries = words(`be is are was were been being am 's 're have has had having do does did get gets got
	can could may might must shall should will would`)

// verbAdjectives stand inside a verb with "to": "is likely to fall".
var verbAdjectives = words(`likely unlikely set due able expected poised certain sure bound about`)

// estimateWords name an estimate of something, behind "of" or "for".
var estimateWords = words(`average projection projections forecast forecasts estimate estimates median midpoint path
	outlook expectations expectation prediction predictions range`)

// forecastWords name an estimate that something before it has too; expectations are
// measured themselves.
var forecastWords = words(`projection projections forecast forecasts estimate estimates prediction predictions trend
	reading readings`)

// answerVerbs say what a share of people think; the tagger takes many for nouns.
var answerVerbs = words(`approve approved disapprove disapproved oppose opposed support supported favor favored favour
	agree agreed disagree disagreed believe believed think thought say said want wanted vote voted name named report
	reported expect expected trust trusted`)

// sayingVerbs are followed by the day of the saying: "said Monday", "a poll released Monday".
var sayingVerbs = words(`say says said announced reported released issued published told`)

// reportingVerbs have a clause behind them whose subject is not theirs: "the Bank
// projects inflation to fall".
var reportingVerbs = words(`projects projected estimates estimated expects expected forecasts forecast predicts
	predicted sees saw says said anticipates anticipated assumes assumed believes believed shows showed suggests
	suggested imply implies implied forecasted estimating projecting expecting predicting indicates indicated
	report reports reported show indicate suggest imply`)

// wholeLinks are the prepositions by which the words for a base go on; baseLinks are those
// by which the words for a subject do.
var (
	wholeLinks = words(`of in from over around across under within between`)
	baseLinks  = words(`of in for on over around across with to from under within`)
)

// The words that expressions of time are made of.
var (
	// timeAdverbs are expressions of time by themselves.
	timeAdverbs = words(`now today currently thereafter yesterday tomorrow tonight nowadays presently`)

	// calendarNames are months and days of the week, also as they are shortened.
	calendarNames = words(`january february march april june july august september october november december
		jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
		monday tuesday wednesday thursday friday saturday sunday`)

	// spells are the nouns that expressions of time end in.
	spells = words(`year years quarter quarters month months decade decades century centuries week weeks day days
		half period periods interval horizon term run time future years' season winter summer spring autumn era
		weekend cycle cycles span window mid-decade mid-year midyear mid-century quarter-century half-century year-end short-run long-run short-term
		near-term medium-term long-term`)

	// spellModifiers are the nouns that may stand before a spell.
	spellModifiers = words(`fiscal calendar base budget forecast projection election reporting survey review
		reference sample medium long short near financial business tax plan planning`)

	// spellEdges are the nouns that "of" joins to a spell.
	spellEdges = words(`end start beginning number couple half quarter quarters rest remainder course part middle months years
		year month weeks days most much all close turn balance bulk decades time`)

	// timePrepositions open an expression of time. Those in silentPrepositions are left out
	// of it: "2022" is when, "by 2030" too.
	timePrepositions   = words(`in by over during since through throughout until till at for from between before after within around on towards toward across into beyond`)
	silentPrepositions = words(`in during for on`)

	// orientations set an expression of time against another: "a year earlier".
	orientations = words(`ago earlier later before previously hence onward onwards forward`)
)

// taxWords name what is levied "on" its base.
var taxWords = words(`tax taxes tariff tariffs duty duties levy levies surcharge`)

// fillers stand between bounding words and a figure, or between a figure and the word
// that governs it.
var fillers = words(`a an just only another additional further extra average annual annualized estimated
	cumulative seasonally adjusted net combined positive modest mere whopping staggering full - also even still
	now already bit little slightly well considerably substantially somewhat moderately significantly far much`)

// comparing are words before a figure of the same thing as the figure before it.
var comparing = words(`and or but than versus instead then plus including`)

// governingPrepositions tie a figure to a verb.
var governingPrepositions = words(`by to from at in on into with between toward towards for`)

// paceAdverbs say by what time a change is measured.
var paceAdverbs = words(`year-to-date year-on-year year-over-year quarter-on-quarter quarter-over-quarter
	month-on-month month-over-month yoy y/y q/q m/m annualised annualized`)

// turningPoints are reached by something else: "yields reach a peak at 3 percent".
var turningPoints = words(`plateau peak trough bottom level high low range record bit`)

// levelPrepositions stand between a verb and a figure.
var levelPrepositions = words(`at to from by above below`)

// misreadVerbs are verbs that the tagger takes for nouns behind a noun.
var misreadVerbs = words(`stabilizes stabilises averages peaks moves edges hovers stands runs settles returns`)

// aims are levels that somebody wants, whenever.
var aims = words(`target targets goal goals objective objectives threshold ceiling limit cap`)

// clauseOpeners start a clause of their own, to which the time behind them belongs.
var clauseOpeners = words(`while whereas although though because but which who if unless compared versus relative`)

// comparisons set a figure against something that has a time of its own.
var comparisons = words(`above below versus`)

// words turns a list into a set of its words.
func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

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
