package read

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factframe/app/text"
)

// Options are what the user says about a table. Anything else is inferred from the table,
// or asked for if Ask is set, or recorded as "not stated". Columns are given by their name,
// or by their letter in a workbook and their number in a text.
type Options struct {
	Language                      string // BCP 47, of the texts in the draft; English if empty
	Title, Source, Published, URL string
	Counted                       string
	Sheet                         string
	Decimal                       string // "point" or "comma"
	Dates                         string // "dmy" or "mdy", for dates such as 03/04/2018
	Columns                       string // "groups" of one measure, or separate "measures"
	YearBegins                    int    // the month in which years such as 2018/19 begin; 0 if not given

	Rows       string   // the lines of the table with its headings, as "4-60"
	Values     []string // columns of values; other columns of numbers are left out
	Periods    []string // columns of periods
	Categories []string // columns of groups
	Notes      []string // columns of notes about each line
	Drop       []string // columns to leave out
	Units      []string // "£", or "price=£" for one measure
	Names      []string // "Column=Age group", or "Column: label=name" for one of its labels
	Missing    []string // texts that stand for a missing value
	Negative   bool     // numbers in brackets are negative
	Totals     []string // labels of totals
	Parts      []string // labels that are not totals
	Where      []string // "Column=value": rows to keep
	Cells      []Cell   // texts to read in place of what cells of the table have
	Leave      []int    // numbers of lines to leave out

	// Ask asks the user a question. Without answers to choose from, any text is an answer.
	// It is nil if nobody can be asked.
	Ask func(question string, answers ...string) (string, error) `json:"-"`

	guesses *[]Guess
}

// Guess is what was inferred about a table.
type Guess struct {
	Text   string // what was inferred, and from what
	Option string // the option that changes it; empty if none does
	Column int    // of the table, from 1; 0 if it is about the whole table
}

// String is the guess as a sentence.
func (g Guess) String() string {
	if g.Option == "" {
		return g.Text + "."
	}
	return g.Text + "; to change this, add " + g.Option + "."
}

// words is the language of the texts in the draft.
func (o Options) words() *text.Language { return text.In(o.Language).Plain() }

// guess records a guess about the whole table, and the option that changes it.
func (o Options) guess(option, format string, args ...any) {
	o.record(Guess{Text: fmt.Sprintf(format, args...), Option: option})
}

// guessOf records a guess about a column, and the option that changes it. In the option, %q is
// the name of the column, and %v all columns of values.
func (o Options) guessOf(c *column, option, format string, args ...any) {
	option = strings.ReplaceAll(option, "%q", inList(c.chosenBy()))
	option = strings.ReplaceAll(option, "%v", `"…" with all columns of values`)
	o.record(Guess{fmt.Sprintf(format, args...), option, c.at + 1})
}

func (o Options) record(g Guess) {
	if o.guesses != nil && !slices.Contains(*o.guesses, g) {
		*o.guesses = append(*o.guesses, g)
	}
}

// inList writes a name as an option takes it that may have several, separated by commas.
func inList(name string) string {
	if strings.ContainsAny(name, ",\"") {
		return `'"` + strings.ReplaceAll(name, `"`, `""`) + `"'`
	}
	return strconv.Quote(name)
}

var errNobody = errors.New("nobody can be asked")

func (o Options) ask(question string, answers ...string) (string, error) {
	if o.Ask == nil {
		return "", errNobody
	}
	return o.Ask(question, answers...)
}
