//go:build !js

package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/load"
	"factframe/data/read"
)

// newCommand makes a package from a table.
func newCommand(args []string, stdout, stderr io.Writer) int {
	var o read.Options
	flags := newFlags("new", stderr)
	from := flags.String("from", "", "the table: CSV, TSV, XLSX, or a Frictionless package; - reads standard input")
	out := flags.String("out", "", "the folder to write; new or empty")
	o.Flags(flags)
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	for _, f := range []struct{ name, value string }{{"from", *from}, {"out", *out}} {
		if f.value == "" {
			fmt.Fprintf(stderr, "factframe new: -%s is missing\n", f.name)
			next(stderr, "factframe help new")
			return badUsage
		}
	}
	if wrong := o.Wrong(); wrong != "" {
		fmt.Fprintln(stderr, "factframe new:", wrong)
		return badUsage
	}
	if isTerminal(os.Stdin) {
		asked := bufio.NewScanner(os.Stdin)
		o.Ask = once(func(question string, answers ...string) (string, error) { return ask(stdout, asked, question, answers) })
		if *from == "-" {
			o.Ask = nil // the table is read from there
		}
	}
	stop := bounded(*from, stderr)
	source, err := sourceOf(*from)
	if err == nil && len(source.Content) > slow {
		fmt.Fprintf(stderr, "Reading %s …\n", source.Name)
	}
	if err == nil && o.Ask != nil {
		askForWords(&o)
		err = askForColumns(stdout, source, &o)
	}
	var draft *read.Draft
	if err == nil {
		draft, err = read.New(source, o)
	}
	stop()
	if err == nil {
		draft.Files[read.SchemaFile], err = schemaJSON()
	}
	if err == nil {
		err = writeDraft(draft, *out)
	}
	if err != nil {
		fmt.Fprintln(stderr, firstOf(err))
		return failed
	}
	tell(stdout, draft, *out)
	return ok
}

// slow is the size in bytes from which reading a table may take a second.
const slow = 500_000

// mostPrinted is how many problems of a table are printed.
const mostPrinted = 10

// firstOf returns the first problems of an error, and how many there are in all.
func firstOf(err error) string {
	var problems load.Problems
	if !errors.As(err, &problems) || len(problems) <= mostPrinted {
		return err.Error()
	}
	return fmt.Sprintf("%v\nThere are %d problems; these are the first %d.", problems[:mostPrinted], len(problems), mostPrinted)
}

// sourceOf reads a table: a file, a folder with a Frictionless package, or standard input.
func sourceOf(path string) (read.Source, error) {
	if path == "-" {
		return read.From("standard input", os.Stdin)
	}
	return read.Open(path)
}

// tell prints the guesses, what is not stated, and the next command.
func tell(to io.Writer, draft *read.Draft, out string) {
	for _, guess := range draft.Guesses {
		fmt.Fprintln(to, "Guessed:", guess)
	}
	for _, warning := range draft.Warnings {
		fmt.Fprintln(to, "Warning:", warning)
	}
	for _, line := range draft.Unstated {
		fmt.Fprintln(to, "Not stated:", line)
	}
	fmt.Fprintf(to, "Wrote datapackage.json, with a draft of each headline, and figures.csv to %s.\n", out)
	next(to, "factframe dev -package "+out)
}

// writeDraft checks a draft and then moves its files into a new or empty folder. It
// keeps an existing folder, so that open shells, symbolic links and permissions stay
// valid.
func writeDraft(draft *read.Draft, out string) error {
	made := false
	switch entries, err := os.ReadDir(out); {
	case os.IsNotExist(err):
		made = true
	case err != nil:
		return fmt.Errorf("cannot write to %s; choose another folder", out)
	case len(entries) > 0:
		return fmt.Errorf("%s is not empty; choose a folder that is new or empty", out)
	}
	if _, _, err := check.Files(draft.Files); err != nil {
		return fmt.Errorf("the package made from this table is not valid:\n%w", err)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if err := moveInto(out, draft); err != nil {
		if made {
			os.Remove(out)
		}
		return err
	}
	return nil
}

// moveInto writes the files of a draft into a temporary folder and then renames them,
// datapackage.json last, so that a folder with that file is complete.
func moveInto(out string, draft *read.Draft) error {
	whole, err := writtenTo(out, draft)
	if err != nil {
		return err
	}
	defer os.RemoveAll(whole)
	names := slices.Sorted(maps.Keys(draft.Files))
	names = append(slices.DeleteFunc(names, func(name string) bool { return name == data.DefaultFile }), data.DefaultFile)
	for i, name := range names {
		if err := os.Rename(filepath.Join(whole, name), filepath.Join(out, name)); err != nil {
			for _, moved := range names[:i] {
				os.Remove(filepath.Join(out, moved))
			}
			return err
		}
	}
	return nil
}

// writtenTo writes a draft into a new folder inside dir.
func writtenTo(dir string, draft *read.Draft) (string, error) {
	folder, err := os.MkdirTemp(dir, ".factframe-new")
	if err != nil {
		return "", err
	}
	for name, content := range draft.Files {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			os.RemoveAll(folder)
			return "", err
		}
	}
	return folder, nil
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("CI") == "" && !isNull(info)
}

// isNull reports whether standard input is the null device, which is a character device
// but not a terminal.
func isNull(info os.FileInfo) bool {
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null)
}
