// Package samples holds briefs of our own writing, in text, Markdown and HTML and in
// different house styles, each with its findings annotated by hand as docs/findings.md
// defines them. They are test data, a demonstration and documentation; README says what
// is there.
package samples

import "embed"

// FS holds the briefs, NAME.txt, NAME.md or NAME.html, each with NAME.gold.json beside it.
//
//go:embed *.txt *.md *.html *.gold.json
var FS embed.FS
