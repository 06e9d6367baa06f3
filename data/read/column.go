package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// role is what a column is of.
type role int

const (
	unused role = iota
	category
	timed
	valued
	lower
	upper
	noted    // marks and flags of values
	unitOf   // names the unit of each line
	measured // names what each line measures
	scaled   // names the power of ten of each line
)

// column is one column of a table and what was found out about it.
type column struct {
	at      int
	levels  []string // its heads, the group first
	role    role
	values  []value // of a valued column, in the order of the body
	layout  *layout // of a timed one
	numbers int     // how many of its cells are
	wrong   place   // the first cell that is no number, of a column that has some
}

// head is the lowest of a column's heads.
func (c *column) head() string {
	if len(c.levels) == 0 {
		return ""
	}
	return c.levels[len(c.levels)-1]
}

func (c *column) name() string {
	var parts []string
	for _, l := range c.levels {
		if l != "" && !slices.Contains(parts, l) {
			parts = append(parts, l)
		}
	}
	return strings.Join(parts, ": ")
}

var (
	timeHead    = regexp.MustCompile(`(?i)^(?:.*\b)?(?:years?|jahre?|années?|año|anno|jaar|år|dates?|datum|zeit|time|time[_ ]period|ref[_ ]date|periods?|période|periode|quarters?|quartal|trimestre|months?|monat|mois|fy|season|weeks?|day)(?:\b.*)?$`)
	valueHead   = regexp.MustCompile(`(?i)^(?:obs[_ ]?value|observation value|values?|v4_\d|wert|valeurs?|valor|val|factvaluenumeric)$`)
	noteHead    = regexp.MustCompile(`(?i)^(?:flags?|flag codes|obs[_ ]flag|obs[_ ]status|observation status|status|symbols?|markers?|data markings?|footnotes?|notes?|conf[_ ]status.*|confidentiality.*|marks?|.*footnotes?|flags? .*|.* flags?)$`)
	unitHead    = regexp.MustCompile(`(?i)^(?:units?|unit[_ ]of[_ ]measure|unit[_ ]measure|uom|einheit|unité|measure type)$`)
	measureHead = regexp.MustCompile(`(?i)^(?:indicators?(?: name)?|measures?|series(?: name| title)?|variables?|metrics?|statistic(?:s| label)?|data item|kennzahl)$`)
	scaleHead   = regexp.MustCompile(`(?i)^(?:scalar[_ ]factor|unit[_ ]mult(?:iplier)?|scale|multiplier)$`)
	lowerHead   = regexp.MustCompile(`(?i)(?:\blower\b|\blcl\b|\blow(?:er)? (?:ci|limit|bound)|\blci\b|\bci low|^low$|\blowci\b|^(?-i:[A-Za-z]+Low)$)`)
	upperHead   = regexp.MustCompile(`(?i)(?:\bupper\b|\bucl\b|\bhigh(?:er)? (?:ci|limit|bound)|\buci\b|\bci high|^high$|\bhighci\b|^(?-i:[A-Za-z]+High)$)`)
	footHead    = regexp.MustCompile(`(?i)^(?:foot)?notes?$`)
	rankHead    = regexp.MustCompile(`(?i)^(?:rank(?:ing)?|position|no\.?|nr\.?|#|row|index no|vector|coordinate|decimals|terminated|dguid|.*[_ ]id|id|is ?latest.*|latitude|longitude|lat|lon|lng|easting|northing)$`)
	codeHead    = regexp.MustCompile(`(?i)(?:\bcode\b|_code$|\bcodes$|^iso\d?$|\bgss\b|\bfips\b|^cdid$|\bnuts\b|^location$|^geo$|\babbr)`)
	groupHead   = regexp.MustCompile(`(?i)^(?:age|ages|age group|alter|âge|decile|quintile|quartile|grade|class|level|band|week|wave|household size|size|bedrooms|number of .*)$`)
)

// columnsOf finds out what each column of a table is.
func (t *Table) columnsOf(s shape, o Options) ([]*column, error) {
	var columns []*column
	for i := range s.width {
		c := &column{at: i}
		for j, h := range s.heads {
			text := h.cell(i)
			if text == "" && j < len(s.heads)-1 { // a group stands above the first of its columns
				for k := i - 1; k > 0 && text == "" && t.Delimiter != 0 && s.heads[j+1].cell(i) != ""; k-- {
					text = h.cell(k)
				}
			}
			c.levels = append(c.levels, text)
		}
		columns = append(columns, c)
	}
	style, err := t.conventionOf(s, o)
	if err != nil {
		return nil, err
	}
	named := slices.ContainsFunc(columns, func(c *column) bool {
		return valueHead.MatchString(c.head()) && len(s.heads) == 1 && mostlyNumbers(s, c.at, style)
	})
	for _, c := range columns {
		if err := t.findRole(c, s, named, style, o); err != nil {
			return nil, err
		}
	}
	if err := t.headsDiffer(columns, s); err != nil {
		return nil, err
	}
	return columns, nil
}

// conventionOf looks at every cell that may be a value.
func (t *Table) conventionOf(s shape, o Options) (convention, error) {
	var e evidence
	for _, l := range s.body {
		for i, c := range l.Cells {
			if i < s.width && c != "" && !isPeriod(c) && !timeHead.MatchString(s.heads[len(s.heads)-1].cell(i)) {
				e.see(l.Number, i, c)
			}
		}
	}
	if t.Delimiter == 0 { // cells of a workbook are written by it, with points
		return pointed, nil
	}
	return e.decide(t, o)
}

// findRole decides by the head first, and by the cells where it does not tell.
func (t *Table) findRole(c *column, s shape, named bool, style convention, o Options) error {
	head := c.head()
	numbers, words, filled, periods, lines := 0, 0, 0, 0, 0
	wordLine, wordCell := Line{}, ""
	for _, l := range s.body {
		cell := l.cell(c.at)
		if l.filled() > 1 {
			lines++
		}
		if cell == "" || l.filled() == 1 {
			continue
		}
		filled++
		if isPeriod(cell) || timeHead.MatchString(head) && packedMonth.MatchString(cell) {
			periods++
		}
		switch v, ok := parseValue(cell, style); {
		case !ok:
			if words++; wordCell == "" {
				wordLine, wordCell = l, cell
			}
		case !v.missing:
			numbers++
		}
	}
	c.numbers = numbers
	if words > 0 {
		c.wrong = place{wordLine.Number, c.at, wordCell}
	}
	switch {
	case filled == 0:
		if head != "" && (isPeriod(head) || len(s.heads) > 1) {
			c.role = valued // a year for which nothing is there
		} else if head != "" {
			o.note("Left out: %q, which is empty.", head)
		}
	case timeHead.MatchString(head) && (periods*2 > filled || monthsOnly(s, c.at)) || c.at == 0 && periods == filled && (words == filled || head == "" || risesOrRepeats(s, c.at)) || periods == filled && words == filled:
		c.role = timed
	case filled > 0 && isPeriod(head) && words > 0 && !timeHead.MatchString(head):
		return t.noNumber(c)
	case named && valueHead.MatchString(head) && numbers*2 <= filled:
		o.note("Left out: %q, whose numbers another column has.", head)
	case footHead.MatchString(head), noteHead.MatchString(head) && numbers == 0, strings.EqualFold(head, "codes") && shortest(s, c.at):
		c.role = noted
	case unitHead.MatchString(head) && numbers == 0:
		c.role = unitOf
	case scaleHead.MatchString(head):
		c.role = scaled
	case measureHead.MatchString(head) && words > 0:
		c.role = measured
	case rankHead.MatchString(head) && (words > 0 || named || numbers == filled):
		o.note("Left out: %q, which tells no figures apart.", head)
	case numbers > 0 && (groupHead.MatchString(head) || codeHead.MatchString(head)) || named && !valueHead.MatchString(head) && !lowerHead.MatchString(head) && !upperHead.MatchString(head):
		c.role = category
	case (words*2 >= filled || numbers == 0 && words > 0) && filled*2 < lines && s.width > 2:
		c.role = noted
	case words*2 >= filled, numbers == 0 && words > 0:
		c.role = category
	case words > 0:
		return t.noNumber(c)
	default:
		c.role = valued
		switch {
		case lowerHead.MatchString(c.name()):
			c.role = lower
		case upperHead.MatchString(c.name()):
			c.role = upper
		}
	}
	if c.role == valued || c.role == lower || c.role == upper {
		return t.readValues(c, s, style)
	}
	return nil
}

// noNumber tells of a cell among numbers that is none.
func (t *Table) noNumber(c *column) error {
	want := `write a number, or leave the cell empty or write ".." where there is none`
	switch cell := c.wrong.cell; {
	case bracketed.MatchString(cell):
		want = fmt.Sprintf("write -%[1]s if it is negative, or %[1]s", strings.Trim(cell, "()"))
	case strings.HasPrefix(cell, "#"):
		want = "mend the formula in the spreadsheet"
	}
	return t.problem(c.wrong.line, c.wrong.column, fmt.Sprintf("%q is no number, and others in %q are", c.wrong.cell, c.name()), want)
}

// readValues reads the cells of a column, which share one unit.
func (t *Table) readValues(c *column, s shape, style convention) error {
	var first *value
	for _, l := range s.body {
		cell := l.cell(c.at)
		v, ok := parseValue(cell, style)
		if !ok && l.filled() > 1 {
			c.wrong = place{l.Number, c.at, cell}
			return t.noNumber(c)
		}
		if !v.missing && first != nil && v.sign != first.sign {
			return t.problem(l.Number, c.at, fmt.Sprintf("%q and others in %q differ in their unit", cell, c.name()), "give each unit a column of its own, and every number of a column the same sign")
		}
		if !v.missing && first == nil {
			first = &v
		}
		c.values = append(c.values, v)
	}
	return nil
}

// risesOrRepeats reports whether a column of years is in the order of time, as
// one of values hardly is.
func risesOrRepeats(s shape, at int) bool {
	last, falls, rises := "", 0, 0
	for _, l := range s.body {
		if c := l.cell(at); c != "" {
			if last != "" && c < last {
				falls++
			}
			if last != "" && c > last {
				rises++
			}
			last = c
		}
	}
	return falls == 0 || rises == 0
}

func mostlyNumbers(s shape, at int, style convention) bool {
	numbers, filled := 0, 0
	for _, l := range s.body {
		if cell := l.cell(at); cell != "" && l.filled() > 1 {
			filled++
			if v, ok := parseValue(cell, style); ok && !v.missing {
				numbers++
			}
		}
	}
	return numbers*2 > filled
}

// shortest reports whether no cell of a column is longer than a flag.
func shortest(s shape, at int) bool {
	return !slices.ContainsFunc(s.body, func(l Line) bool { return len(l.cell(at)) > 2 })
}

func monthsOnly(s shape, at int) bool {
	n := 0
	for _, l := range s.body {
		if c := l.cell(at); c != "" {
			if month(c) == 0 && !quarterOnly.MatchString(c) {
				return false
			}
			n++
		}
	}
	return n > 0
}

var quarterOnly = regexp.MustCompile(`^(?:Q|T|K|Quarter )?([1-4])$`)

// headsDiffer refuses two columns of one name, and values without any.
func (t *Table) headsDiffer(columns []*column, s shape) error {
	line := s.heads[len(s.heads)-1].Number
	first := map[string]*column{}
	for _, c := range columns {
		name := c.name()
		if name == "" && c.role != unused {
			if c.at == 0 {
				continue // many tables leave the corner empty
			}
			return t.problem(line, c.at, "has no name, and there are cells below it", "write what the column holds")
		}
		if other := first[name]; other != nil && c.role != unused && other.role != unused {
			return t.problem(line, c.at, fmt.Sprintf("%q is the name of column %s too", c.name(), t.columnName(other.at)), "give each column a name of its own")
		}
		if first[name] == nil {
			first[name] = c
		}
	}
	return nil
}
