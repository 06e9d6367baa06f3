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
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/read"
)

// newCommand makes a package from a table.
func newCommand(args []string, stdout, stderr io.Writer) int {
	var o read.Options
	flags := newFlags("new", stderr)
	from := flags.String("from", "", "the table: CSV, TSV, XLSX, or a Frictionless package")
	out := flags.String("out", "", "the folder to write; new or empty")
	flags.StringVar(&o.Language, "language", "", "the language of the drafted texts, such as de; one of "+strings.Join(text.Tags(), ", "))
	flags.StringVar(&o.Title, "title", "", "what the figures are about")
	flags.StringVar(&o.Source, "source", "", "who published the table")
	flags.StringVar(&o.Published, "published", "", "when it was published: 2024, 2024-09 or 2024-09-12")
	flags.StringVar(&o.URL, "url", "", "where it was published, https://…")
	flags.StringVar(&o.Unit, "unit", "", "the unit of the values: %, £ million, tonnes, per 100,000 people, index 2015=100, number …")
	flags.StringVar(&o.Counted, "counted", "", "what is counted, in a word or two")
	flags.StringVar(&o.Sheet, "sheet", "", "the sheet of a workbook, or the resource of a package")
	flags.StringVar(&o.Decimal, "decimal", "", "the decimal separator: point or comma")
	flags.StringVar(&o.Dates, "dates", "", "the order of dates such as 03/04/2018: dmy or mdy")
	flags.StringVar(&o.Columns, "columns", "", "what several columns of values are: groups (of one measure) or measures")
	flags.IntVar(&o.YearBegins, "year-begins", 0, "the month in which years such as 2018/19 begin, 1 to 12")
	flags.Func("where", "rows to keep, as \"Column=value\"; can be given several times", func(s string) error {
		if !strings.Contains(s, "=") {
			return errors.New(`write it as "Column=value"`)
		}
		o.Where = append(o.Where, s)
		return nil
	})
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	for _, f := range []struct{ name, value, of string }{{"from", *from, ""}, {"out", *out, ""}, {"decimal", o.Decimal, "point comma"}, {"dates", o.Dates, "dmy mdy"}, {"columns", o.Columns, "groups measures"}} {
		switch {
		case f.of == "" && f.value == "":
			fmt.Fprintf(stderr, "factframe new: -%s is missing\n", f.name)
			next(stderr, "factframe help new")
			return badUsage
		case f.of != "" && f.value != "" && !slices.Contains(strings.Fields(f.of), f.value):
			fmt.Fprintf(stderr, "factframe new: -%s is %q; write %s\n", f.name, f.value, strings.Join(strings.Fields(f.of), " or "))
			return badUsage
		}
	}
	if o.Language != "" && text.In(o.Language) == nil {
		fmt.Fprintf(stderr, "factframe new: -language is %q; write one of %s\n", o.Language, strings.Join(text.Tags(), ", "))
		return badUsage
	}
	if o.YearBegins < 0 || o.YearBegins > 12 {
		fmt.Fprintf(stderr, "factframe new: -year-begins is %d; write the number of a month, 1 to 12\n", o.YearBegins)
		return badUsage
	}
	if wrong := wrongWord(o); wrong != "" {
		fmt.Fprintln(stderr, "factframe new:", wrong)
		return badUsage
	}
	if isTerminal(os.Stdin) {
		asked := bufio.NewScanner(os.Stdin)
		o.Ask = func(question string, answers ...string) (string, error) { return ask(stdout, asked, question, answers) }
		askForWords(&o)
	}
	stop := bounded(*from, stderr)
	draft, err := read.New(*from, o)
	stop()
	if err == nil {
		draft.Files[read.SchemaFile], err = schemaJSON()
	}
	if err == nil {
		err = writeDraft(draft, *out)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	tell(stdout, draft, *out)
	return ok
}

// tell prints the guesses, what is not stated, and the next command.
func tell(to io.Writer, draft *read.Draft, out string) {
	for _, line := range draft.Guesses {
		fmt.Fprintln(to, "Guessed:", line)
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
	checked, err := writtenTo("", draft)
	if err != nil {
		return err
	}
	defer os.RemoveAll(checked)
	if _, _, err := check.File(checked); err != nil {
		return fmt.Errorf("the package made from this table is not valid:\n%s", strings.ReplaceAll(err.Error(), checked+string(filepath.Separator), ""))
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

// writtenTo writes a draft into a new folder inside dir, or inside the system's folder
// for temporary files if dir is empty.
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

// wrongWord returns what is wrong with the date or the address in o, or "".
func wrongWord(o read.Options) string {
	switch {
	case o.Published != "" && !check.Day.MatchString(o.Published):
		return fmt.Sprintf("-published is %q; write it as 2024, 2024-09 or 2024-09-12", o.Published)
	case o.URL != "" && !strings.HasPrefix(o.URL, "https://"):
		return fmt.Sprintf("-url is %q; write an address that begins with https://", o.URL)
	}
	return ""
}

// askForWords asks for the details that a table does not contain.
func askForWords(o *read.Options) {
	for _, each := range []struct {
		to       *string
		question string
	}{
		{&o.Title, "What are the figures about (a title)"}, {&o.Source, "Who published the table"}, {&o.Published, "When (2024, 2024-09 or 2024-09-12)"},
		{&o.URL, "At which address (https://…)"}, {&o.Counted, "What is counted, in a word or two"}, {&o.Unit, "In which unit, if the table does not say"},
	} {
		for *each.to == "" {
			answer, err := o.Ask(each.question + ", or Enter if you do not know")
			if *each.to = answer; err != nil || answer == "" || wrongWord(*o) == "" {
				break
			}
			*each.to = ""
		}
	}
}

// ask repeats a question until the answer is one of the choices. Without choices it
// accepts any answer.
func ask(to io.Writer, answers *bufio.Scanner, question string, choices []string) (string, error) {
	for {
		fmt.Fprint(to, question)
		if len(choices) > 0 {
			fmt.Fprintf(to, " (%s)", strings.Join(choices, ", "))
		}
		fmt.Fprint(to, "? ")
		if !answers.Scan() {
			return "", io.EOF
		}
		answer := strings.TrimSpace(answers.Text())
		if len(choices) == 0 || slices.Contains(choices, answer) {
			return answer, nil
		}
		fmt.Fprintf(to, "Type one of these: %s\n", strings.Join(choices, ", "))
	}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("CI") == "" && f.Name() != os.DevNull && !isNull(info)
}

// isNull reports whether standard input is the null device, which is a character device
// but not a terminal.
func isNull(info os.FileInfo) bool {
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null)
}
