package read

import (
	"errors"
	"fmt"
)

// Options are what a person says of a table. What nobody says is guessed from
// the table where it tells, asked where there is somebody to ask, and "not
// stated" otherwise.
type Options struct {
	Title, Source, Published, URL string
	Unit, Counted                 string
	Sheet                         string
	Decimal                       string   // "point" or "comma"
	Dates                         string   // "dmy" or "mdy", of dates such as 03/04/2018
	Columns                       string   // "groups" of one measure, or "measures" of their own
	YearBegins                    int      // the month that years such as 2018/19 begin in; 0 where nobody says
	Where                         []string // "Column=value": rows to keep

	// Ask puts a question to a person, with the answers to choose from, none of
	// them for any text. It is nil where there is nobody.
	Ask func(question string, answers ...string) (string, error)

	notes *[]string
}

// note says what was guessed, and from what.
func (o Options) note(format string, args ...any) {
	if line := fmt.Sprintf(format, args...); o.notes != nil {
		*o.notes = append(*o.notes, line)
	}
}

var errNobody = errors.New("there is nobody to ask")

func (o Options) ask(question string, answers ...string) (string, error) {
	if o.Ask == nil {
		return "", errNobody
	}
	return o.Ask(question, answers...)
}
