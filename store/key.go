package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"augury/corpus"
)

// keyed is a finding with what tells it apart from all others of its document.
type keyed struct {
	corpus.Finding
	sentence   int    // index into Document.Sentences of the one that it starts in
	occurrence int    // how often the same words stand in equal sentences before
	key        string // 16 bytes in hex
}

// place is a sentence as keys see it.
type place struct {
	words   string // with all white space squeezed, so that wrapping lines anew changes no key
	repeats int    // how many sentences before it have the same words
	hash    [sha256.Size]byte
}

// keys checks that every finding lies in the text and starts in a sentence, and gives
// each its key. No two findings of a document have the same.
func keys(d *corpus.Document) ([]keyed, error) {
	places := sentencePlaces(d)
	twins := map[string]int{}
	all := make([]keyed, len(d.Findings))
	for i, f := range d.Findings {
		if err := checkFinding(d, f); err != nil {
			return nil, err
		}
		k := keyed{Finding: f, sentence: d.SentenceAt(f.Span.Start)}
		if k.sentence < 0 || f.Span.Start >= d.Sentences[k.sentence].End {
			return nil, fmt.Errorf("the %s at byte %d starts in no sentence", f.Kind, f.Span.Start)
		}
		at := places[k.sentence]
		quote := squeeze(d.Words(f.Span))
		before := len(squeeze(d.Text[d.Sentences[k.sentence].Start:f.Span.Start]))
		earlier, total := countBefore(at.words, quote, before)
		// A quote that runs past its sentence is not found in it, and counts once.
		k.occurrence = at.repeats*max(1, total) + earlier
		// Two claims on one clause share all that a key is made of; their order keeps them
		// apart.
		k.key = at.key(f.Kind, quote, k.occurrence, 0)
		twin := twins[k.key]
		twins[k.key]++
		if twin > 0 {
			k.key = at.key(f.Kind, quote, k.occurrence, twin)
		}
		all[i] = k
	}
	return all, nil
}

// key is SHA-256, cut to 16 bytes, over what a finding is known by when it is found
// again: its kind, its sentence, its words, and which of the places that have these words
// it is. Places are counted in the text, not among the findings, so that a finding which a
// newer extractor adds before another leaves the other's key alone. What stands elsewhere
// in the brief has no part in it, unless it is the very same sentence.
func (p place) key(kind corpus.Kind, quote string, occurrence, twin int) string {
	hash := sha256.New()
	for _, part := range []string{string(kind), string(p.hash[:]), quote} {
		// The length before each part keeps the parts apart. Writing to a hash cannot fail.
		_, _ = fmt.Fprintf(hash, "%d:%s", len(part), part)
	}
	_, _ = fmt.Fprintf(hash, "%d,%d", occurrence, twin)
	return hex.EncodeToString(hash.Sum(nil)[:16])
}

// checkFinding reports a finding that cannot be stored.
func checkFinding(d *corpus.Document, f corpus.Finding) error {
	if f.Value == nil || f.Kind != f.Value.Kind() {
		return fmt.Errorf("the %s at byte %d has no value of its kind", f.Kind, f.Span.Start)
	}
	for _, s := range append(f.Value.Spans(), f.Span) {
		if s == (corpus.Span{}) && s != f.Span {
			continue // a field that is not stated
		}
		if s.Start < 0 || s.End > len(d.Text) || s.Empty() || !utf8.ValidString(d.Words(s)) {
			return fmt.Errorf("the %s at byte %d has a span [%d,%d) that is no words of the text", f.Kind, f.Span.Start, s.Start, s.End)
		}
	}
	return nil
}

// sentencePlaces prepares each sentence once for the keys of all its findings.
func sentencePlaces(d *corpus.Document) []place {
	repeats := map[string]int{}
	places := make([]place, len(d.Sentences))
	for i, s := range d.Sentences {
		words := squeeze(d.Words(s.Span))
		places[i] = place{words: words, repeats: repeats[words], hash: sha256.Sum256([]byte(words))}
		repeats[words]++
	}
	return places
}

// countBefore counts the places in text where words begin: those before the byte at
// limit, and all. Places may overlap.
func countBefore(text, words string, limit int) (before, all int) {
	for at := 0; ; {
		next := strings.Index(text[at:], words)
		if next < 0 {
			return before, all
		}
		all++
		if at+next < limit {
			before++
		}
		at += next + 1
	}
}

// squeeze turns each run of white space into one space.
func squeeze(text string) string {
	var squeezed strings.Builder
	squeezed.Grow(len(text))
	inSpace := false
	for _, r := range text {
		if unicode.IsSpace(r) {
			if !inSpace {
				squeezed.WriteByte(' ')
			}
			inSpace = true
			continue
		}
		inSpace = false
		squeezed.WriteRune(r)
	}
	return squeezed.String()
}
