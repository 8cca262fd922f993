// Train learns the weights of internal/ner and writes them to model.bin.
//
//	go run ./internal/ner/train -gold ../shared/gold -ner ../shared/ner -texts ../shared/texts -out internal/ner/model.bin
//	go run ./internal/ner/train -gold ../shared/gold -ner ../shared/ner -texts ../shared/texts -folds 5
//
// The first form trains on everything but the development sets, prints how well the model
// does on those, with prose's recogniser beside it, and writes it. The second prints how
// well such a model does on gold documents that it has not seen. The same data and the
// same gazetteer give the same bytes, whatever the number of cores.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"

	"augury/internal/ner"
)

// config says where the data are and what to do with them.
type config struct {
	gold, ner, texts string // folders
	out              string // file to write, "" for none
	folds            int
	errors           bool
}

func main() {
	var c config
	flag.StringVar(&c.gold, "gold", "../shared/gold", "folder of gold files")
	flag.StringVar(&c.ner, "ner", "../shared/ner", "folder of public corpora, lists and raw text")
	flag.StringVar(&c.texts, "texts", "../shared/texts", "folder of raw texts of the domain")
	flag.StringVar(&c.out, "out", "", "file to write the model to")
	flag.IntVar(&c.folds, "folds", 0, "cross-validate on the gold in so many folds, and write nothing")
	flag.BoolVar(&c.errors, "errors", false, "list what was missed and wrongly found")
	flag.Parse()
	if err := run(os.Stdout, c); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, c config) error {
	m, err := read(c)
	if err != nil {
		return err
	}
	m.base = m.pretrain()
	if c.folds > 0 {
		return crossValidate(w, m, c.folds, runtime.GOMAXPROCS(0), c.errors)
	}
	packed := m.train(m.gold)
	model, err := ner.Unpack(packed, m.names)
	if err != nil {
		return err
	}
	if err := compare(w, model, m, c.errors); err != nil {
		return err
	}
	fmt.Fprintf(w, "%d bytes\n", len(packed))
	if c.out == "" {
		return nil
	}
	return os.WriteFile(c.out, packed, 0o644)
}
