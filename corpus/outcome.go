package corpus

// Outcome says what became of a brief that was to be saved.
type Outcome string

// The outcomes of saving and of extracting again.
const (
	New         Outcome = "new"         // the source was not known
	Changed     Outcome = "changed"     // the source was known with other bytes: a new version
	Unchanged   Outcome = "unchanged"   // the bytes are there already; nothing was written
	Reextracted Outcome = "reextracted" // newer extractors ran over the text that is there
)

// Saved is what became of a brief, and where it is kept.
type Saved struct {
	Outcome  Outcome
	Document int64 // the document's number
	Version  int   // of the document, from 1
}
