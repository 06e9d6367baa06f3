package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
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
	values  []value    // of a valued column, in the order of the body
	ends    [2]*column // of its interval, where it has one
	numbers int        // how many of its cells are
	wrong   place      // the first cell that is no number, of a column that has some
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
	lowerHead   = regexp.MustCompile(`(?i)(?:^lower$|\blower .*(?:ci|limit|bound|confidence|interval|[0-9]%)|(?:ci|limit|bound|confidence|interval|[0-9]%).* lower$|\blcl\b|\blow (?:ci|limit|bound)|\blci\b|\bci low|^low$|\blowci\b|^(?-i:[A-Za-z]+Low)$)`)
	upperHead   = regexp.MustCompile(`(?i)(?:^upper$|\bupper .*(?:ci|limit|bound|confidence|interval|[0-9]%)|(?:ci|limit|bound|confidence|interval|[0-9]%).* upper$|\bucl\b|\bhigh(?:er)? (?:ci|limit|bound)|\buci\b|\bci high|^high$|\bhighci\b|^(?-i:[A-Za-z]+High)$)`)
	footHead    = regexp.MustCompile(`(?i)^(?:foot)?notes?$`)
	rankHead    = regexp.MustCompile(`(?i)^(?:rank(?:ing)?|position|no\.?|nr\.?|#|row|index no|vector|coordinate|decimals|terminated|dguid|.*[_ ]id|id|is ?latest.*|latitude|longitude|lat|lon|lng|easting|northing)$`)
	codeHead    = regexp.MustCompile(`(?i)(?:\bcode\b|_code$|\bcodes$|^iso\d?$|\bgss\b|\bfips\b|^cdid$|\bnuts\b|^location$|^geo$|\babbr)`)
	groupHead   = regexp.MustCompile(`(?i)^(?:age|ages|age group|alter|âge|decile|quintile|quartile|grade|band|week|wave|household size|bedrooms)$`)
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
	intervals(columns)
	oneTime(columns, s, o)
	return columns, nil
}

// endWord is what tells the end of an interval from the value that it is of.
var endWord = regexp.MustCompile(`(?i)\b(?:lower|upper|low|high|95 ?%|90 ?%|99 ?%|ci|lcl|ucl|lci|uci|confidence|interval|limit|bound)\b|[^\pL0-9]+`)

// intervals takes the ends of an interval only where both are there, and of a
// value that their names tell; others are values of their own.
func intervals(columns []*column) {
	var values []*column
	for _, c := range columns {
		if c.role == valued {
			values = append(values, c)
		}
	}
	plain := func(c *column) string { return strings.ToLower(endWord.ReplaceAllString(c.name(), "")) }
	taken := map[*column]bool{}
	for _, c := range columns {
		if c.role != lower {
			continue
		}
		partner := slices.IndexFunc(columns, func(other *column) bool { return other.role == upper && !taken[other] && plain(other) == plain(c) })
		of := slices.IndexFunc(values, func(v *column) bool {
			return len(values) == 1 || strings.ToLower(endWord.ReplaceAllString(v.name(), "")) == plain(c)
		})
		if partner >= 0 && of >= 0 && values[of].ends[0] == nil {
			values[of].ends = [2]*column{c, columns[partner]}
			taken[c], taken[columns[partner]] = true, true
		}
	}
	for _, c := range columns {
		if (c.role == lower || c.role == upper) && !taken[c] {
			c.role = valued
		}
	}
}

// oneTime leaves one column to say when, or one with its months or its end
// beside it. Others tell figures apart as words do.
func oneTime(columns []*column, s shape, o Options) {
	var times []*column
	for _, c := range columns {
		if c.role == timed {
			times = append(times, c)
		}
	}
	if len(times) < 2 || len(times) == 2 && (startHead.MatchString(times[0].head()) && endHead.MatchString(times[1].head()) || monthsOnly(s, times[0].at) != monthsOnly(s, times[1].at)) {
		return
	}
	main := slices.IndexFunc(times, func(c *column) bool { return plainTime.MatchString(c.head()) })
	for i, c := range times {
		if i != max(0, main) && !sameColumn(s, c.at, times[max(0, main)].at) {
			c.role = category
			o.note("%q is read as groups; %q says when.", c.name(), times[max(0, main)].name())
		}
	}
}

var plainTime = regexp.MustCompile(`(?i)^(?:year|date|time|time[_ ]period|period|month|quarter|jahr|datum|zeit|année|ref[_ ]date)$`)

// sameColumn reports whether each cell of a column goes with one of another.
func sameColumn(s shape, a, b int) bool { return oneToOne(block{lines: s.body}, a, b) }

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
	case timeHead.MatchString(head) && (periods*2 > filled || monthsOnly(s, c.at)) || c.at == 0 && periods == filled && (words == filled || head == "" || stepByStep(s, c.at)) || periods == filled && words == filled:
		c.role = timed
	case filled > 0 && isPeriod(head) && words > 0 && !timeHead.MatchString(head):
		return t.noNumber(c)
	case named && valueHead.MatchString(head) && numbers*2 <= filled:
		o.note("Left out: %q, whose numbers another column has.", head)
	case footHead.MatchString(head), noteHead.MatchString(head) && numbers == 0 && c.at > 0, strings.EqualFold(head, "codes") && shortest(s, c.at):
		c.role = noted
	case unitHead.MatchString(head) && numbers == 0:
		c.role = unitOf
	case scaleHead.MatchString(head):
		c.role = scaled
	case measureHead.MatchString(head) && words > 0:
		c.role = measured
	case rankHead.MatchString(head) && (words > 0 || named || numbers == filled):
		o.note("Left out: %q, which tells no figures apart.", head)
	case numbers > 0 && (groupHead.MatchString(head) || codeHead.MatchString(head)) && whole(s, c.at):
		c.role = category
	case named && numbers > 0 && !valueHead.MatchString(head) && whole(s, c.at) && repeats(s, c.at):
		c.role = category
		o.note("%q is read as groups: whole numbers that come again, beside a column of values.", head)
	case words == 0 && numbers == 0 && filled > 0 && lettersOnly(s, c.at) && !isPeriod(head):
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

// stepByStep reports whether a column of years has each year after the one
// before, or the same again, as one of values hardly has.
func stepByStep(s shape, at int) bool {
	last := 0
	for _, l := range s.body {
		n := atoi(l.cell(at))
		if l.cell(at) == "" {
			continue
		}
		if last != 0 && n != last && n != last+1 && n != last-1 {
			return false
		}
		last = n
	}
	return last > 0
}

// whole reports whether the numbers of a column have no decimals.
func whole(s shape, at int) bool {
	return !slices.ContainsFunc(s.body, func(l Line) bool { return strings.ContainsAny(l.cell(at), ".,%") })
}

// repeats reports whether the cells of a column come twice each, at least.
func repeats(s shape, at int) bool {
	seen, n := map[string]bool{}, 0
	for _, l := range s.body {
		if c := l.cell(at); c != "" {
			seen[c] = true
			n++
		}
	}
	return 2*len(seen) <= n
}

func lettersOnly(s shape, at int) bool {
	return !slices.ContainsFunc(s.body, func(l Line) bool {
		return l.filled() > 1 && strings.ContainsFunc(l.cell(at), func(c rune) bool { return !unicode.IsLetter(c) })
	})
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
			if month(c) == 0 && !(quarterOnly.MatchString(c) && (c[0] > '9' || quarterName.MatchString(s.heads[len(s.heads)-1].cell(at)))) {
				return false
			}
			n++
		}
	}
	return n > 0
}

var quarterName = regexp.MustCompile(`(?i)\b(?:quarter|qtr|quartal|trimestre|kvartal)\b`)

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
