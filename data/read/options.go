package read

import (
	"errors"
	"fmt"

	"factframe/app/text"
)

// Options are what the user says about a table. Anything else is inferred from the table,
// or asked for if Ask is set, or recorded as "not stated".
type Options struct {
	Language                      string // BCP 47, of the texts in the draft; English if empty
	Title, Source, Published, URL string
	Unit, Counted                 string
	Sheet                         string
	Decimal                       string   // "point" or "comma"
	Dates                         string   // "dmy" or "mdy", for dates such as 03/04/2018
	Columns                       string   // "groups" of one measure, or separate "measures"
	YearBegins                    int      // the month in which years such as 2018/19 begin; 0 if not given
	Where                         []string // "Column=value": rows to keep

	// Ask asks the user a question. Without answers to choose from, any text is an answer.
	// It is nil if nobody can be asked.
	Ask func(question string, answers ...string) (string, error)

	notes *[]string
}

// words is the language of the texts in the draft.
func (o Options) words() *text.Language { return text.In(o.Language).Plain() }

// note records a guess and what it was based on.
func (o Options) note(format string, args ...any) {
	if line := fmt.Sprintf(format, args...); o.notes != nil {
		*o.notes = append(*o.notes, line)
	}
}

var errNobody = errors.New("nobody can be asked")

func (o Options) ask(question string, answers ...string) (string, error) {
	if o.Ask == nil {
		return "", errNobody
	}
	return o.Ask(question, answers...)
}
