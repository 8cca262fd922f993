// Package span holds the one coordinate of the program: a range of bytes.
package span

// Span is a half-open range of bytes, [Start, End), of a text in UTF-8. The zero
// Span is empty and stands for "not there".
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns the words that the span covers in text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether every byte of other lies in s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Overlap is the number of bytes that the two spans share.
func (s Span) Overlap(other Span) int {
	return max(0, min(s.End, other.End)-max(s.Start, other.Start))
}

// IoU is the number of bytes that the two spans share over the number that either
// covers, 0 to 1 (intersection over union, the Jaccard index).
func (s Span) IoU(other Span) float64 {
	shared := s.Overlap(other)
	union := s.Len() + other.Len() - shared
	if union == 0 {
		return 0
	}
	return float64(shared) / float64(union)
}

// Shift moves the span by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Compare orders spans by start, the longer first where two start together.
func Compare(a, b Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}
