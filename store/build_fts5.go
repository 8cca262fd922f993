//go:build !sqlite_fts5 && !fts5

package store

// SQLite has full-text search only where this tag compiles it in. Without the tag every
// search would fail at run time, so the build ends here, with a name that says what to do.
var _ = build_augury_with_go_build_tags_sqlite_fts5
