package postag

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// standIns are the marks that the training text, newswire of the 1980s in ASCII, never
// had or wrote otherwise, each with the mark that it had in that place. Without them the
// model guesses, and its guess misleads it about the words on both sides.
var standIns = map[string]string{
	"“": "``", "„": "``", "«": "``", "”": "''", "»": "''", "‘": "`", "‚": "`", "’": "'",
	"[": "(", "]": ")",
	"–": "--", "—": "--", "―": "--", "---": "--", "−": "-", "‐": "-", "‑": "-",
	"…": "...", "....": "...", "•": "--", "·": "--", "▪": "--", "*": "--",
	"€": "$", "£": "$", "¥": "$", "₹": "$", "₽": "$", "₩": "$",
}

// plain writes a word with the apostrophes and hyphens of ASCII and without the
// characters that only say where a line may break.
var plain = strings.NewReplacer(
	"’", "'", "‘", "'", "ʼ", "'", "‐", "-", "‑", "-", "−", "-",
	"\u00ad", "", "\u200c", "", "\u200d", "", "\u2060", "",
)

// asPenn rewrites the words of a sentence as the training text would have had them.
func asPenn(words []string) []string {
	penn := make([]string, len(words))
	quoted := false
	for i, word := range words {
		if word == `"` {
			quoted = !quoted && !closes(words[i+1:])
			if penn[i] = "''"; quoted {
				penn[i] = "``"
			}
			continue
		}
		penn[i] = inPenn(word)
	}
	return penn
}

// closes reports whether what follows a straight quotation mark shows it to be a closing
// one: a mark, or the end of the sentence.
func closes(rest []string) bool {
	return len(rest) == 0 || strings.Contains(".,;:!?)]", rest[0])
}

func inPenn(word string) string {
	if mark, found := standIns[word]; found {
		return mark
	}
	if len(word) > 1 && word[len(word)-1] == '$' { // "HK$"
		return "$"
	}
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return cmp.Or(plain.Replace(word), word) // break marks alone stay
		}
	}
	return word
}

// isAddress reports whether a word is the address of a page or a mailbox, or a handle.
func isAddress(word string) bool {
	if len(word) < 3 {
		return false
	}
	return strings.Contains(word, "@") || strings.Contains(word, "://") || strings.HasPrefix(word, "www.")
}
