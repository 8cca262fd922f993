package corpus

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

// language gives the ISO 639-1 code of the language that text is most likely in, "" where
// it has too few letters to tell.
func language(text string) string {
	letters := 0
	end := 0
	for i, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
		end = i
		if letters == 4000 {
			break
		}
	}
	if letters < 60 {
		return ""
	}
	return whatlanggo.Detect(text[:end]).Lang.Iso6391()
}

// languageCode brings a language tag such as "en-GB" down to ISO 639-1, "" where it has
// no such code.
func languageCode(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	if len(base) != 2 || strings.Trim(base, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return base
}
