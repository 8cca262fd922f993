package forecast

import (
	"strings"

	"augury/corpus"
	"augury/internal/likelihood"
	"augury/internal/when"
)

// withDetail fills in, for all claims of a document, what follows from the fields that were
// read off the text: the days of the horizon, the direction, a probability in figures,
// whether the claim can be scored, and which earlier claim it restates.
func withDetail(doc *corpus.Document, found []corpus.Finding) []corpus.Finding {
	period := definedPeriod(doc)
	for i, f := range found {
		c, ok := f.Value.(corpus.Claim)
		if !ok {
			continue
		}
		days := horizonDays(doc, c.HorizonText, period)
		c.HorizonStart, c.HorizonEnd = corpus.Date(days.Start), corpus.Date(days.End)
		words := predicate(doc, f.Span, c.Cue)
		c.Direction = direction(words)
		c.Probability.Low, c.Probability.High, c.Probability.Stated = likelihood.Figure(doc.Words(c.CertaintyText))
		c.Unscorable = unscorable(c, words)
		c.Scorable = c.Unscorable == ""
		found[i].Value = c
	}
	linkRestatements(doc, found)
	return found
}

// horizonDays resolves the words of a horizon by the date of the document. Words that have
// no length of their own, such as "the forecast period", get that of a bracket right behind
// them ("the forecast period (2031–33)"), else the period that the brief defines so.
func horizonDays(doc *corpus.Document, words corpus.Span, period when.Interval) when.Interval {
	if words.Empty() {
		return when.Interval{}
	}
	text, reference := doc.Words(words), when.Day(doc.Published)
	if days := when.Resolve(text, reference); days != (when.Interval{}) {
		return days
	}
	if days := bracketed(doc, words.End); days != (when.Interval{}) {
		return days
	}
	if namesPeriod(text) {
		return period
	}
	return when.Interval{}
}

// bracketed resolves the years in a bracket that opens right at an offset of the text.
func bracketed(doc *corpus.Document, at int) when.Interval {
	rest, ok := strings.CutPrefix(strings.TrimLeft(doc.Text[at:], " "), "(")
	if !ok {
		return when.Interval{}
	}
	const longest = 40 // bytes; what is longer is no bare time
	inside, _, ok := strings.Cut(rest[:min(len(rest), longest)], ")")
	if !ok {
		return when.Interval{}
	}
	return when.Resolve(inside, when.Day(doc.Published))
}

// periodNames are the names of the years that a forecast is for.
var periodNames = []string{"forecast period", "forecast horizon", "projection period", "projection horizon", "planning period"}

func namesPeriod(text string) bool {
	lower := strings.ToLower(text)
	for _, name := range periodNames {
		if strings.Contains(lower, name) {
			return true
		}
	}
	return false
}

// definedPeriod gives the years that the brief states in brackets behind the first name of
// its forecast period that has any.
func definedPeriod(doc *corpus.Document) when.Interval {
	for _, s := range doc.Sentences {
		tokens := doc.SentenceTokens(s)
		for i := 2; i < len(tokens); i++ {
			if doc.Words(tokens[i].Span) != "(" {
				continue
			}
			if !namesPeriod(doc.Words(corpus.Span{Start: tokens[i-2].Start, End: tokens[i-1].End})) {
				continue
			}
			if days := bracketed(doc, tokens[i].Start); days != (when.Interval{}) {
				return days
			}
		}
	}
	return when.Interval{}
}

// unscorable says what a claim lacks to be scored, "" where it lacks nothing. A plan or a
// plain "will" has a certainty: it says that the thing is to be.
func unscorable(c corpus.Claim, words []predicateWord) corpus.Unscorable {
	switch {
	case isVague(words):
		return corpus.NoEvent
	case c.Certainty == corpus.Possible && !c.Probability.Stated:
		return corpus.NoCertainty
	case c.HorizonEnd == corpus.Date{}:
		return corpus.NoHorizon
	}
	return ""
}
