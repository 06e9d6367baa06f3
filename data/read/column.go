package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data/load"
)

// column is one column of a table, and what was inferred about it.
type column struct {
	at       int
	place    string   // its letter or number
	levels   []string // its headings, group first
	chosen   bool     // the user gave it a role
	instead  role     // what it is if lines are the same without it
	left     *Guess   // why it is left out or used for notes
	settled  bool     // its role is known before the others: a part of a date, or a number that is left out
	heading  string   // its heading in the table, where levels has parts of it
	original string   // its name before the user gave it another
	role     role
	values   []value    // for a column of values, in the order of the body
	ends     [2]*column // the ends of its interval, if any

	filled, numbers, words, periods int     // number of cells of each kind
	refusals, slips                 int     // of the words, those such as "Not held", and mistyped numbers
	lines                           int     // number of lines
	wrong                           []place // cells that are not numbers
}

// head returns the lowest of a column's headings, with spaces between its words.
func (c *column) head() string {
	for i := len(c.levels) - 1; i >= 0; i-- {
		if c.levels[i] != "" {
			return inWords(c.levels[i])
		}
	}
	return ""
}

func (c *column) name() string {
	if c.heading != "" {
		return c.heading
	}
	var parts []string
	for _, l := range c.levels {
		if l != "" && !slices.Contains(parts, l) {
			parts = append(parts, l)
		}
	}
	return strings.Join(parts, ": ")
}

// columnsOf determines what each column of a table contains. It returns the table with the
// labels and periods that this implies; and the columns also if some of their cells are wrong.
func (t *Table) columnsOf(s shape, o Options) ([]*column, shape, error) {
	columns := t.headed(s)
	var err error
	if s.body, err = t.renamed(columns, s.body, o); err != nil {
		return nil, s, err
	}
	by, err := t.rolesOf(columns, o)
	if err != nil {
		return nil, s, err
	}
	style, err := t.conventionOf(columns, s, o)
	if err != nil {
		return nil, s, err
	}
	for _, c := range columns {
		c.count(s, style)
	}
	s = splitTimes(columns, s, o)
	s = t.joinTimes(columns, s, by, o)
	named := slices.ContainsFunc(columns, func(c *column) bool {
		return valueHead.MatchString(c.head()) && len(s.heads) == 1 && c.numbers*2 > c.filled
	})
	t.withoutNumbers(columns, s, by, o)
	var problems load.Problems
	for _, c := range columns {
		problems = append(problems, t.findRole(c, s, named, style, by, o)...)
	}
	problems = append(problems, t.headsDiffer(columns, s)...)
	if err := problems.Or(); err != nil {
		return columns, s, err
	}
	oneTime(columns, s, by)
	distinguishing(columns, s)
	for _, c := range columns {
		if c.left != nil && (c.role == unused || c.role == noted) {
			o.guessOf(c, c.left.Option, "%s", c.left.Text)
		}
	}
	s = t.withoutBases(columns, s, o)
	s = t.fillBlanks(columns, s, o)
	intervals(columns)
	withoutYears(columns, s, o)
	return columns, withoutTimeTotals(columns, s, o), nil
}

// withoutNumbers leaves out columns with the number of what another column names, in every
// line in which that has it.
func (t *Table) withoutNumbers(columns []*column, s shape, by chosen, o Options) {
	for _, c := range columns {
		if _, is := by.roles[c]; is || c.settled || c.numbers == 0 || isCode(c, s) || !whole(s, c.at) || valueHead.MatchString(c.head()) {
			continue
		}
		for _, other := range columns {
			named := other.numbers == 0 && other.words*2 >= other.filled && !other.settled || other.periods == other.filled && other.filled > 0
			if other != c && named && c.follows(other, s) && !isPeriod(s.body[0].cell(c.at)) {
				c.settled = true
				o.guessOf(c, "-category %q", "Left out: %q, which is the same wherever %q is", c.name(), other.name())
				break
			}
		}
	}
}

// headed returns the columns of a table with their headings.
func (t *Table) headed(s shape) []*column {
	var columns []*column
	for i := range s.width {
		c := &column{at: i, place: t.columnName(i)}
		for j, h := range s.heads {
			text := h.cell(i)
			if text == "" && j < len(s.heads)-1 { // a group heading is above the first of its columns
				for k := i - 1; k > 0 && text == "" && t.Delimiter != 0 && s.heads[j+1].cell(i) != ""; k-- {
					text = h.cell(k)
				}
			}
			c.levels = append(c.levels, text)
		}
		columns = append(columns, c)
	}
	return columns
}

// oneTime keeps one time column, or one with its months or its end in another column. Other
// time columns are used for notes, or as groups if lines are the same without them.
func oneTime(columns []*column, s shape, by chosen) {
	var times []*column
	for _, c := range columns {
		if c.role == timed {
			times = append(times, c)
		}
	}
	if len(times) < 2 || len(times) == 2 && (startHead.MatchString(times[0].head()) && endHead.MatchString(times[1].head()) || monthsOnly(s, times[0].at) != monthsOnly(s, times[1].at)) {
		return
	}
	main := times[max(0, slices.IndexFunc(times, func(c *column) bool { return plainTime.MatchString(c.head()) }))]
	for _, c := range times {
		within := monthsOnly(s, c.at) && !monthsOnly(s, main.at)
		if _, is := by.roles[c]; !is && c != main && !within && !oneToOne(block{lines: s.body}, c.at, main.at) {
			c.role, c.instead = noted, category // groups, if lines are the same without it
			c.left = &Guess{Text: fmt.Sprintf("%q is used for notes, because %q gives the period", c.name(), main.name()), Option: "-category %q"}
		}
	}
}

// withoutYears makes months that have no year groups, such as those of an average year.
func withoutYears(columns []*column, s shape, o Options) {
	var months *column
	for _, c := range columns {
		years := c.role == timed && !monthsOnly(s, c.at) || c.role == valued && slices.ContainsFunc(c.levels, isPeriod)
		if years {
			return
		}
		if c.role == timed {
			months = c
		}
	}
	if months != nil && !months.chosen {
		months.role = category
		o.guessOf(months, "-name \""+months.chosenBy()+"=…\"", "%q is read as groups, because no year is given", months.name())
	}
}

// withoutTimeTotals leaves out lines with the total of all times, such as "Total" below months.
func withoutTimeTotals(columns []*column, s shape, o Options) shape {
	for _, c := range columns {
		if c.role != timed || c.periods == 0 {
			continue
		}
		for at := len(s.body) - 1; at >= 0; at-- {
			if cell := s.body[at].cell(c.at); isTotalName(cell) && !isPeriod(cell) {
				o.guessOf(c, "", "Line %d is left out: %q is the total of all times", s.body[at].Number, cell)
				s.body = slices.Delete(slices.Clone(s.body), at, at+1)
				for _, other := range columns {
					if len(other.values) > at {
						other.values = slices.Delete(slices.Clone(other.values), at, at+1)
					}
				}
			}
		}
	}
	return s
}

var plainTime = regexp.MustCompile(`(?i)^(?:year|date|time|time[_ ]period|period|month|quarter|jahr|datum|zeit|année|ref[_ ]date)$`)

// headsDiffer reports duplicate column names, and values without a column name.
func (t *Table) headsDiffer(columns []*column, s shape) load.Problems {
	line := s.heads[len(s.heads)-1].Number
	first := map[string]*column{}
	var problems load.Problems
	for _, c := range columns {
		name := c.name()
		if name == "" && c.role != unused {
			if c.at == 0 || c.at == 1 && c.role == category && columns[0].numbers > 0 {
				continue // many tables have an empty corner
			}
			problems = append(problems, t.problem(line, c.at, "has no name, but there are cells below it", fmt.Sprintf(`write a name for the column, or add -name "%s=…" or -drop %s`, c.place, c.place))...)
			continue
		}
		if other := first[name]; other != nil && c.role != unused && other.role != unused {
			problems = append(problems, t.problem(line, c.at, fmt.Sprintf("%q is also the name of column %s", c.name(), other.place), fmt.Sprintf(`give each column a unique name, or add -name "%s=…" or -drop %s`, c.place, c.place))...)
		}
		if first[name] == nil {
			first[name] = c
		}
	}
	return problems
}
