// Command augury reads policy briefs and keeps what they claim: entities, percentages and
// forecasts, each tied to the exact words it came from.
package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"augury/extractors"
	"augury/internal/likelihood"
	"augury/pipeline"
	"augury/store"
)

// version of the program; extractors have versions of their own.
const version = "0.1.0"

// Exit codes: what a script can tell apart.
const (
	exitDone    = 0 // all that was asked for was done
	exitFailed  = 1 // nothing of it was done
	exitUsage   = 2 // the command line was wrong
	exitPartial = 3 // some briefs failed, the others are done
)

// errPartial ends a run in which some briefs failed; each was named when it did.
var errPartial = errors.New("some briefs failed")

// errUsage marks an error in the command line.
type errUsage struct{ error }

func (e errUsage) Unwrap() error { return e.error }

// gcPercent lets the heap grow to five times what is live before it is collected. Runs
// are short and loading the models makes much garbage: the start takes half as long.
const gcPercent = 400

func main() {
	debug.SetGCPercent(gcPercent)
	os.Exit(run(os.Args[1:]))
}

// run is main with an exit code.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{ui: newUI(os.Stdout, os.Stderr)}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	a.stopBar()
	var usage errUsage
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errPartial):
		a.fault(err)
		return exitPartial
	case errors.As(err, &usage):
		a.fault(err)
		a.note("Try 'augury --help'.")
		return exitUsage
	}
	a.fault(err)
	return exitFailed
}

// app is what the verbs share: the flags of the root command and the rules of output.
type app struct {
	*ui
	database  string
	yardstick string
	workers   int
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "augury",
		Short: "Read policy briefs and keep what they claim",
		Long: `augury reads policy briefs and keeps what they claim: who and what is named, which
percentages are given, and what is forecast: how surely, by when, on what condition,
according to whom. Each finding is tied to the exact words it came from.

Exit codes: 0 all done, 1 failed, 2 wrong use, 3 some briefs failed and the others are done.`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	database := os.Getenv("AUGURY_DB")
	if database == "" {
		database = "augury.db"
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.database, "db", database, "the database `FILE`; AUGURY_DB sets another default")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "no notes and no progress bar on standard error")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return errUsage{err} })
	root.AddCommand(
		a.ingestCommand(), a.extractCommand(), a.reextractCommand(), a.queryCommand(),
		a.showCommand(), a.explainCommand(), a.exportCommand(), a.evalCommand(), a.versionCommand(),
		a.entitiesCommand(),
	)
	for _, command := range root.Commands() {
		markUsage(command)
	}
	root.Args = usageArgs(root.Args)
	return root
}

// markUsage makes errors in a command's arguments errors of usage, in its children too.
func markUsage(command *cobra.Command) {
	command.Args = usageArgs(command.Args)
	for _, child := range command.Commands() {
		markUsage(child)
	}
}

func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check == nil {
			return nil
		}
		if err := check(cmd, args); err != nil {
			return errUsage{err}
		}
		return nil
	}
}

// addWorkers adds the flag that says how many briefs are in flight at once.
func (a *app) addWorkers(command *cobra.Command) {
	command.Flags().IntVar(&a.workers, "workers", runtime.NumCPU(), "briefs in flight at once; the result is the same for any `N`")
}

// addYardstick adds the flag that says which standard turns words into ranges.
func (a *app) addYardstick(command *cobra.Command) {
	command.Flags().StringVar(&a.yardstick, "yardstick", likelihood.Yardsticks[0],
		"the standard that turns words of likelihood into percent: icd203, phia, ipcc or kent")
}

// openStore opens the database; the caller closes it.
func (a *app) openStore(ctx context.Context) (*store.Store, error) {
	return store.Open(ctx, a.database, store.Options{})
}

// openExisting opens the database to read from; it makes none. The caller closes it.
func (a *app) openExisting(ctx context.Context) (*store.Store, error) {
	briefs, err := store.Open(ctx, a.database, store.Options{MustExist: true})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no database %s; 'augury ingest' makes one, --db names another", a.database)
	}
	return briefs, err
}

// loadPipeline readies all extractors.
func loadPipeline() (*pipeline.Pipeline, error) { return pipeline.New(extractors.All) }
