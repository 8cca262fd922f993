//go:build !cgo

package store

// SQLite is written in C. Without cgo the driver builds and then fails at every call, so
// the build ends here, with a name that says what to do.
var _ = build_augury_with_CGO_ENABLED_1_and_a_C_compiler
