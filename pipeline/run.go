package pipeline

import (
	"context"
	"fmt"
	"iter"

	"augury/corpus"
)

// Sink keeps documents.
type Sink interface {
	// Known reports whether the bytes that a document was read from are kept already, so
	// that there is no need to analyse them. It is called from several goroutines at once.
	Known(context.Context, *corpus.Document) (corpus.Saved, bool, error)
	// Save keeps a document with its findings, whole or not at all. It is called from one
	// goroutine, in the order of the sources.
	Save(context.Context, *corpus.Document) (corpus.Saved, error)
}

// Runner takes many briefs through the pipeline at once.
type Runner struct {
	Pipeline *Pipeline
	Limits   corpus.Limits
	Workers  int  // briefs in flight; at least 1
	Sink     Sink // nil where nothing is to be kept
}

// Result is what became of one source.
type Result struct {
	Name     string           // of the source
	Document *corpus.Document // nil where Err is not; without findings where it was known
	Saved    corpus.Saved     // the zero value without a Sink
	Err      error            // why this one failed; the others go on
}

// Run reads, analyses and saves every source and yields one result for each, in the order
// of the sources, whatever the number of workers. The sources are drawn from a goroutine
// of their own. Where ctx ends, the run ends with the brief in hand; what was saved stays
// saved.
func (r Runner) Run(ctx context.Context, sources iter.Seq2[corpus.Source, error]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		for pending := range r.start(ctx, sources) {
			result := <-pending
			if ctx.Err() != nil {
				return
			}
			if result.Err == nil && r.Sink != nil && result.Saved == (corpus.Saved{}) {
				result.Saved, result.Err = r.Sink.Save(ctx, result.Document)
			}
			if result.Err != nil {
				result.Document = nil
			}
			if !yield(result) {
				return
			}
		}
	}
}

// start sends a channel for each source, in order, on which its result will come. The
// queue's length bounds the number of briefs in flight.
func (r Runner) start(ctx context.Context, sources iter.Seq2[corpus.Source, error]) <-chan chan Result {
	queue := make(chan chan Result, max(1, r.Workers)-1)
	go func() {
		defer close(queue)
		for source, err := range sources {
			pending := make(chan Result, 1)
			select {
			case queue <- pending:
			case <-ctx.Done():
				return
			}
			if err != nil {
				pending <- Result{Name: source.Name, Err: err}
				continue
			}
			go func() { pending <- r.analyse(ctx, source) }()
		}
	}()
	return queue
}

// analyse takes one source through all stages but the saving.
func (r Runner) analyse(ctx context.Context, source corpus.Source) Result {
	result := Result{Name: source.Name}
	result.Document, result.Err = corpus.Read(source, r.Limits)
	if result.Err != nil {
		return result
	}
	if r.Sink != nil {
		saved, known, err := r.Sink.Known(ctx, result.Document)
		if err != nil || known {
			result.Saved, result.Err = saved, err
			return result
		}
	}
	if err := r.Pipeline.Analyse(result.Document); err != nil {
		result.Err = fmt.Errorf("%s: %w", source.Name, err)
	}
	return result
}
