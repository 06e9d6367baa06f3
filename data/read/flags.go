package read

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data/check"
)

// Flags defines the flags by which a user sets options.
func (o *Options) Flags(flags *flag.FlagSet) {
	flags.StringVar(&o.Language, "language", "", "the language of the drafted texts, such as de; one of "+strings.Join(text.Tags(), ", "))
	flags.StringVar(&o.Title, "title", "", "what the figures are about")
	flags.StringVar(&o.Source, "source", "", "who published the table")
	flags.StringVar(&o.Published, "published", "", "when it was published: 2024, 2024-09 or 2024-09-12")
	flags.StringVar(&o.URL, "url", "", "where it was published, https://…")
	list := func(to *[]string, name, usage string) {
		flags.Func(name, usage, func(s string) error { return AddNames(to, s) })
	}
	several := func(to *[]string, name, usage, form string) {
		flags.Func(name, usage, func(s string) error {
			if form != "" && !strings.Contains(s, "=") {
				return fmt.Errorf("write it as %q", form)
			}
			*to = append(*to, s)
			return nil
		})
	}
	several(&o.Units, "unit", "the unit of the values: %, £ million, tonnes, per 100,000 people, index 2015=100, number …; or of one measure, as \"price=£\"; can be given several times", "")
	flags.StringVar(&o.Counted, "counted", "", "what is counted, in a word or two")
	flags.StringVar(&o.Sheet, "sheet", "", "the sheet of a workbook, or the resource of a package")
	flags.StringVar(&o.Decimal, "decimal", "", "the decimal separator: point or comma")
	flags.StringVar(&o.Dates, "dates", "", "the order of dates such as 03/04/2018: dmy or mdy; what numbers such as 200910 are: years or months")
	flags.StringVar(&o.Columns, "columns", "", "what several columns of values are: groups (of one measure) or measures")
	flags.IntVar(&o.YearBegins, "year-begins", 0, "the month in which years such as 2018/19 begin, 1 to 12")
	list(&o.Values, "values", "the columns of values, as \"a,b\"; other columns of numbers are left out")
	list(&o.Periods, "period", "the columns of periods")
	list(&o.Categories, "category", "the columns of groups")
	list(&o.Notes, "note", "the columns of notes about each line")
	list(&o.Drop, "drop", "the columns to leave out")
	list(&o.Missing, "missing", "texts that stand for no value, as \"Not held,//0\"")
	list(&o.Totals, "total", "labels of totals, which are not shown beside their parts")
	list(&o.Parts, "part", "labels that are not totals")
	flags.BoolVar(&o.Negative, "negative", false, "numbers in brackets are negative")
	flags.StringVar(&o.Rows, "rows", "", "the lines of the table with its headings, such as 4-60")
	several(&o.Names, "name", "another name for a column, as \"Column=Age group\", or for one of its labels, as \"Sex: 1=Women\"; can be given several times", "Column=Age group")
	several(&o.Where, "where", "rows to keep, as \"Column=value\"; can be given several times", "Column=value")
}

// AddNames adds names that commas separate. A name that has a comma is written in quotes, as
// in CSV.
func AddNames(to *[]string, s string) error {
	names, err := csv.NewReader(strings.NewReader(s)).Read()
	if err != nil {
		return errors.New(`write it as "a,b"`)
	}
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" {
			*to = append(*to, name)
		}
	}
	return nil
}

// Wrong returns what is wrong with the value of an option, or "".
func (o Options) Wrong() string {
	for _, f := range []struct{ name, value, of string }{{"decimal", o.Decimal, "point comma"}, {"dates", o.Dates, "dmy mdy years months"}, {"columns", o.Columns, "groups measures"}} {
		if words := strings.Fields(f.of); f.value != "" && !slices.Contains(words, f.value) {
			return fmt.Sprintf("-%s is %q; write %s", f.name, f.value, strings.Join(words, " or "))
		}
	}
	switch {
	case o.Language != "" && text.In(o.Language) == nil:
		return fmt.Sprintf("-language is %q; write one of %s", o.Language, strings.Join(text.Tags(), ", "))
	case o.YearBegins < 0 || o.YearBegins > 12:
		return fmt.Sprintf("-year-begins is %d; write the number of a month, 1 to 12", o.YearBegins)
	case o.Published != "" && !check.Day.MatchString(o.Published):
		return fmt.Sprintf("-published is %q; write it as 2024, 2024-09 or 2024-09-12", o.Published)
	case o.URL != "" && !strings.HasPrefix(o.URL, "https://"):
		return fmt.Sprintf("-url is %q; write an address that begins with https://", o.URL)
	}
	return ""
}
