package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"augury/store"
)

// entitiesFlags are the flags that all `augury entities` verbs share.
type entitiesFlags struct {
	reviewer string
	asJSON   bool
}

func (a *app) entitiesCommand() *cobra.Command {
	var flags entitiesFlags
	entities := &cobra.Command{
		Use:   "entities",
		Short: "Decide which names are one thing",
		Long: `entities merges, splits and renames the entities of 'augury query entities' by hand. An
ENTITY is given by its number, or by any of its names where that is its alone.

Decisions are kept in a log with who made them and when, and hold for whatever briefs and
extractors bring later. 'undo' takes back the last one that stands, then the one before.`,
		Example: `  augury entities suggest
  augury entities merge "International Monetary Fund" IMF --reviewer ana
  augury entities split 12 --mention Smith --document 7 --as "John Smith"
  augury entities undo`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	set := entities.PersistentFlags()
	set.StringVar(&flags.reviewer, "reviewer", cmp.Or(os.Getenv("AUGURY_REVIEWER"), os.Getenv("USER"), os.Getenv("USERNAME")),
		"the `NAME` of who decides; AUGURY_REVIEWER sets another default")
	set.BoolVar(&flags.asJSON, "json", false, "print one JSON object a decision or suggestion and line")
	entities.AddCommand(
		a.mergeCommand(&flags), a.splitCommand(&flags), a.renameCommand(&flags), a.aliasCommand(&flags),
		a.undoCommand(&flags), a.logCommand(&flags), a.suggestCommand(&flags),
	)
	return entities
}

func (a *app) mergeCommand(flags *entitiesFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "merge ENTITY OTHER…",
		Short: "Make the mentions of other entities belong to the first",
		Long: `merge makes all mentions of the other entities belong to the first, which keeps its name
and label. So do mentions to come that would have been the others'.`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.decide(cmd, flags, func(briefs *store.Store) ([]store.Decision, error) {
				return briefs.MergeEntities(cmd.Context(), flags.reviewer, args[0], args[1:]...)
			})
		},
	}
}

func (a *app) splitCommand(flags *entitiesFlags) *cobra.Command {
	var mention, name string
	var off store.SplitOff
	command := &cobra.Command{
		Use:   "split ENTITY --mention WORDS | --name WORDS",
		Short: "Make some mentions of an entity one of their own",
		Long: `split makes the mentions that read WORDS, or whose brief has WORDS as the one name of the
thing, an entity of their own; so do mentions to come. Case and accents do not count. Its
name is how most of the mentions read, or --as NAME. Where there is an entity of that name
and label already the mentions become its: so a split also takes out what a merge put in.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case (mention == "") == (name == ""):
				return errUsage{errors.New("split: give either --mention or --name")}
			case mention != "":
				off.By, off.Words = store.ByMention, mention
			default:
				off.By, off.Words = store.ByName, name
			}
			return a.decideOne(cmd, flags, func(briefs *store.Store) (store.Decision, error) {
				return briefs.SplitEntity(cmd.Context(), flags.reviewer, args[0], off)
			})
		},
	}
	command.Flags().StringVar(&mention, "mention", "", "the mentions that read `WORDS`")
	command.Flags().StringVar(&name, "name", "", "the mentions whose brief has `WORDS` as the canonical name")
	command.Flags().Int64Var(&off.Document, "document", 0, "only those in the `DOCUMENT` of this number")
	command.Flags().StringVar(&off.As, "as", "", "the `NAME` of the new entity")
	return command
}

func (a *app) renameCommand(flags *entitiesFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "rename ENTITY NAME",
		Short: "Give an entity another name",
		Long:  "rename gives an entity another name across briefs. Its names so far go on leading to it.",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.decideOne(cmd, flags, func(briefs *store.Store) (store.Decision, error) {
				return briefs.RenameEntity(cmd.Context(), flags.reviewer, args[0], args[1])
			})
		},
	}
}

func (a *app) aliasCommand(flags *entitiesFlags) *cobra.Command {
	var remove bool
	command := &cobra.Command{
		Use:   "alias ENTITY WORDS",
		Short: "Make words lead to an entity, or no longer",
		Long: `alias makes WORDS lead to an entity wherever one is asked for, as the wordings of its
mentions do. With --remove they no longer do, be they an alias or a wording. It moves no
mentions: that is for merge and split.`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.decideOne(cmd, flags, func(briefs *store.Store) (store.Decision, error) {
				if remove {
					return briefs.RemoveAlias(cmd.Context(), flags.reviewer, args[0], args[1])
				}
				return briefs.AddAlias(cmd.Context(), flags.reviewer, args[0], args[1])
			})
		},
	}
	command.Flags().BoolVar(&remove, "remove", false, "the words no longer lead to the entity")
	return command
}

func (a *app) undoCommand(flags *entitiesFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "undo",
		Short: "Take back the last decision that stands",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.decideOne(cmd, flags, func(briefs *store.Store) (store.Decision, error) {
				return briefs.UndoDecision(cmd.Context(), flags.reviewer)
			})
		},
	}
}

func (a *app) logCommand(flags *entitiesFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "log",
		Short: "List all decisions about entities, the first one first",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			briefs, err := a.openExisting(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { _ = briefs.Close() }()
			all, err := briefs.EntityDecisions(cmd.Context())
			if err != nil {
				return err
			}
			var rows [][]string
			for _, made := range all {
				if flags.asJSON {
					if err := a.json(made); err != nil {
						return err
					}
					continue
				}
				stands := "stands"
				switch {
				case made.Undone:
					stands = "undone"
				case made.Action == store.Undo:
					stands = ""
				}
				rows = append(rows, []string{strconv.FormatInt(made.ID, 10), made.At, oneLine(made.Reviewer), stands, describeDecision(made)})
			}
			if len(rows) > 0 {
				a.table([]string{"ID", "AT", "REVIEWER", "STATE", "DECISION"}, rows)
			}
			if !flags.asJSON {
				a.note("%s", plural(len(all), "decision"))
			}
			return nil
		},
	}
}

func (a *app) suggestCommand(flags *entitiesFlags) *cobra.Command {
	var limit int
	command := &cobra.Command{
		Use:   "suggest",
		Short: "List entities that are likely to be one, with the reason",
		Long: `suggest lists pairs of entities that are likely to be one, the surest first, each with the
words that the reason rests on:

  country    the name of a country, without its code
  letters    names that differ in case, punctuation and accents alone
  acronym    the same acronym, or one is the other's initials
  name       briefs call the one as the other is called
  surname    a person's last name, in a brief that has the full one
  contained  one name starts or ends with all of the other
  spelling   long names that differ in one letter
  label      the same name with another label

'augury entities merge KEEP JOIN' makes them one.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if limit < 0 {
				return errUsage{fmt.Errorf("suggest: --limit %d is negative", limit)}
			}
			briefs, err := a.openExisting(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { _ = briefs.Close() }()
			all, err := briefs.SuggestMerges(cmd.Context())
			if err != nil {
				return err
			}
			if limit > 0 && len(all) > limit {
				all = all[:limit]
			}
			var rows [][]string
			for _, found := range all {
				if flags.asJSON {
					if err := a.json(found); err != nil {
						return err
					}
					continue
				}
				rows = append(rows, []string{
					string(found.Reason), string(found.Keep.Label), cut(oneLine(found.Words), 30),
					describeSuggested(found.Keep), describeSuggested(found.Join),
				})
			}
			if len(rows) > 0 {
				a.table([]string{"REASON", "LABEL", "WORDS", "KEEP", "JOIN"}, rows)
			}
			if !flags.asJSON {
				a.note("%s", plural(len(all), "suggestion"))
			}
			return nil
		},
	}
	command.Flags().IntVar(&limit, "limit", 0, "at most `N`; 0 for all")
	return command
}

// decideOne makes one decision and prints it.
func (a *app) decideOne(cmd *cobra.Command, flags *entitiesFlags, make func(*store.Store) (store.Decision, error)) error {
	return a.decide(cmd, flags, func(briefs *store.Store) ([]store.Decision, error) {
		made, err := make(briefs)
		return []store.Decision{made}, err
	})
}

// decide makes decisions and prints them.
func (a *app) decide(cmd *cobra.Command, flags *entitiesFlags, make func(*store.Store) ([]store.Decision, error)) error {
	if flags.reviewer == "" {
		return errUsage{errors.New("who decides? --reviewer NAME or AUGURY_REVIEWER says so")}
	}
	briefs, err := a.openExisting(cmd.Context())
	if err != nil {
		return err
	}
	defer func() { _ = briefs.Close() }()
	all, err := make(briefs)
	if err != nil {
		return err
	}
	for _, made := range all {
		if flags.asJSON {
			if err := a.json(made); err != nil {
				return err
			}
			continue
		}
		a.line(a.out, describeDecision(made))
	}
	return nil
}

// describeDecision says in a line what a decision did. The first state is that of its
// entity, the second that of the other one where it has one.
func describeDecision(made store.Decision) string {
	name := func(states []store.EntityState, i int) string {
		if i >= len(states) {
			return ""
		}
		return fmt.Sprintf("%d %s", states[i].ID, cut(oneLine(states[i].Name), 40))
	}
	words := "“" + oneLine(made.Words) + "”"
	switch made.Action {
	case store.Merge:
		return fmt.Sprintf("merge %s into %s", name(made.Before, 1), name(made.Before, 0))
	case store.Split:
		which := "mentions that read " + words
		if made.By == store.ByName {
			which = "mentions of what is named " + words
		}
		if made.Document != 0 {
			which += fmt.Sprintf(" in document %d", made.Document)
		}
		return fmt.Sprintf("split %s off %s: %s", name(made.After, 1), name(made.Before, 0), which)
	case store.Rename:
		return fmt.Sprintf("rename %s to %s", name(made.Before, 0), words)
	case store.Alias:
		return fmt.Sprintf("alias %s: %s leads to it", name(made.Before, 0), words)
	case store.Unalias:
		return fmt.Sprintf("alias %s: %s no longer leads to it", name(made.Before, 0), words)
	}
	return fmt.Sprintf("undo %d: %s is as before", made.Undoes, name(made.After, 0))
}

// describeSuggested is an entity in short: number, name, number of mentions.
func describeSuggested(e store.Suggested) string {
	return fmt.Sprintf("%d %s (%d)", e.ID, cut(oneLine(e.Name), 40), e.Mentions)
}
