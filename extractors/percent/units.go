package percent

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
)

// spellings lists how the units are written, the longer before what they start with. A
// blank stands for white space, hyphens or nothing: "per cent" also reads "per-cent" and
// "percent". Case does not matter, except in what is written in lower case only.
var spellings = []struct {
	unit    corpus.Unit
	written string
	exact   bool // in lower case only: "BP" is a firm
}{
	{corpus.PercentagePoint, "percentage points", false},
	{corpus.PercentagePoint, "percentage point", false},
	{corpus.PercentagePoint, "percent age points", false}, // as scanners leave it
	{corpus.PercentagePoint, "percent age point", false},
	{corpus.PercentagePoint, "percentage pts", false},
	{corpus.PercentagePoint, "percentage pt", false},
	{corpus.PercentagePoint, "per cent points", false},
	{corpus.PercentagePoint, "per cent point", false},
	{corpus.PercentagePoint, "pct points", false},
	{corpus.PercentagePoint, "pct point", false},
	{corpus.PercentagePoint, "% points", false},
	{corpus.PercentagePoint, "% point", false},
	{corpus.PercentagePoint, "%pts", false},
	{corpus.PercentagePoint, "%pt", false},
	{corpus.PercentagePoint, "p.p.", false},
	{corpus.PercentagePoint, "ppts", true},
	{corpus.PercentagePoint, "ppt", true},
	{corpus.PercentagePoint, "pps", true},
	{corpus.PercentagePoint, "pp", true},
	{corpus.BasisPoint, "basis points", false},
	{corpus.BasisPoint, "basis point", false},
	{corpus.BasisPoint, "bps", true},
	{corpus.BasisPoint, "bp", true},
	{corpus.Percent, "percentage", false},
	{corpus.Percent, "per cents", false},
	{corpus.Percent, "per cent", false},
	{corpus.Percent, "pct", false},
	{corpus.Percent, "%", false},
	{corpus.Percent, "％", false},
}

// unitAt reads the unit that starts at byte i of text and returns where it ends.
func unitAt(text string, i int) (unit corpus.Unit, end int, ok bool) {
	if !mayStartUnit(text, i) {
		return "", i, false
	}
	for _, s := range spellings {
		end, ok := spelled(text, i, s.written, s.exact)
		if !ok || !unitEnds(text, end, s.written) {
			continue
		}
		if after, ok := scannedFraction(text, end, s.written); ok {
			return s.unit, after, true
		}
		return s.unit, end, true
	}
	return "", i, false
}

// holdsUnit reports whether a unit stands anywhere in text. Most sentences hold none, and
// are left at once.
func holdsUnit(text string) bool {
	for i := 0; i < len(text); i++ {
		if !mayStartUnit(text, i) {
			continue
		}
		if _, _, ok := unitAt(text, i); ok {
			return true
		}
	}
	return false
}

// mayStartUnit reports whether the byte at i may start a unit: that of a sign, or of a
// word with the first letter of one.
func mayStartUnit(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	switch text[i] {
	case '%', "％"[0]:
		return true
	case 'p', 'P', 'b', 'B':
		return i == 0 || !isASCIILetter(text[i-1])
	}
	return false
}

// spelled matches what is written against the text from byte i on. Between any two
// letters of the text it passes over a soft hyphen, and over the hyphen at the end of a
// line, which scanners and line breaking leave behind.
func spelled(text string, i int, written string, exact bool) (end int, ok bool) {
	for at, want := range written {
		if want == ' ' {
			i = skipJoint(text, i)
			continue
		}
		if at > 0 {
			i = skipBreak(text, i)
		}
		got, size := utf8.DecodeRuneInString(text[i:])
		if !exact {
			got = unicode.ToLower(got)
		}
		if got != want {
			return 0, false
		}
		i += size
	}
	return i, true
}

// unitEnds reports whether a unit written so may end at byte i: a word of letters where
// no letter follows, a sign anywhere but in the escapes of web addresses ("%20").
func unitEnds(text string, i int, written string) bool {
	next, _ := utf8.DecodeRuneInString(text[i:])
	last, _ := utf8.DecodeLastRuneInString(written)
	if unicode.IsLetter(last) {
		return !unicode.IsLetter(next) && !unicode.IsDigit(next)
	}
	if last == '.' {
		return true
	}
	return !unicode.IsDigit(next) && !inAddress(text, i)
}

// longestAddress is how many bytes of a web address before an escape are looked at.
const longestAddress = 512

// inAddress reports whether the run without white space that byte i ends is part of a web
// address.
func inAddress(text string, i int) bool {
	run := text[max(0, i-longestAddress):i]
	run = run[strings.LastIndexFunc(run, unicode.IsSpace)+1:]
	return strings.Contains(run, "://") || strings.HasPrefix(run, "www.")
}

// scannedFraction passes over the word behind a sign of percent that a scanner made of a
// fraction: in "5% percent" the sign was once a ½ or ¾, which is lost.
func scannedFraction(text string, i int, written string) (end int, ok bool) {
	if written != "%" {
		return i, false
	}
	start := skipSpace(text, i)
	end, ok = spelled(text, start, "per cent", false)
	if !ok || start == i || !unitEnds(text, end, "per cent") {
		return i, false
	}
	return end, true
}

// skipJoint passes over white space and hyphens.
func skipJoint(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) && !isHyphen(r) {
			break
		}
		i += size
	}
	return i
}

// skipSpace passes over white space.
func skipSpace(text string, i int) int {
	return len(text) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
}

// skipBreak passes over a break inside a word: a soft hyphen, or a hyphen and white space.
func skipBreak(text string, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	if r == '\u00ad' || r == '¬' {
		return skipSpace(text, i+size)
	}
	if !isHyphen(r) {
		return i
	}
	if after := skipSpace(text, i+size); after > i+size {
		return after
	}
	return i
}

func isHyphen(r rune) bool {
	return r == '-' || r == '‐' || r == '‑' || r == '\u00ad' || r == '¬'
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
