package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// role is what a column contains.
type role int

const (
	unused role = iota
	category
	timed
	valued
	lower
	upper
	noted    // marks and flags next to values
	unitOf   // the unit of each line
	measured // what each line measures
	scaled   // the power of ten of each line
)

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

// count classifies each cell of a column. Lines with one cell are ignored.
func (c *column) count(s shape, style convention) {
	for _, l := range s.body {
		if l.filled() < 2 {
			continue
		}
		c.lines++
		cell := l.cell(c.at)
		if cell == "" {
			continue
		}
		c.filled++
		if isPeriod(cell) || timeHead.MatchString(c.head()) && packedMonth.MatchString(cell) {
			c.periods++
		}
		switch v, ok := parseValue(cell, style); {
		case !ok:
			if c.words++; c.words == 1 {
				c.wrong = place{l.Number, c.at, cell}
			}
		case !v.missing:
			c.numbers++
		}
	}
}

// findRole determines the role of a column by its heading, or otherwise by its cells.
func (t *Table) findRole(c *column, s shape, named bool, style convention, o Options) error {
	head, filled, numbers, words, periods := c.head(), c.filled, c.numbers, c.words, c.periods
	switch {
	case filled == 0:
		if head != "" && (isPeriod(head) || len(s.heads) > 1) {
			c.role = valued // a year without values
		} else if head != "" {
			o.note("Left out: %q, which is empty.", head)
		}
	case timeHead.MatchString(head) && (periods*2 > filled || monthsOnly(s, c.at)) || c.at == 0 && periods == filled && (words == filled || head == "" || stepByStep(s, c.at)) || periods == filled && words == filled:
		c.role = timed
	case filled > 0 && isPeriod(head) && words > 0 && !timeHead.MatchString(head):
		return t.noNumber(c)
	case named && valueHead.MatchString(head) && numbers*2 <= filled:
		o.note("Left out: %q, whose numbers are also in another column.", head)
	case footHead.MatchString(head), noteHead.MatchString(head) && numbers == 0 && c.at > 0, strings.EqualFold(head, "codes") && shortest(s, c.at):
		c.role = noted
	case unitHead.MatchString(head) && numbers == 0:
		c.role = unitOf
	case scaleHead.MatchString(head):
		c.role = scaled
	case measureHead.MatchString(head) && words > 0:
		c.role = measured
	case rankHead.MatchString(head) && (words > 0 || named || numbers == filled):
		o.note("Left out: %q, which does not distinguish figures.", head)
	case numbers > 0 && (groupHead.MatchString(head) || codeHead.MatchString(head)) && whole(s, c.at):
		c.role = category
	case named && numbers > 0 && !valueHead.MatchString(head) && whole(s, c.at) && repeats(s, c.at):
		c.role = category
		o.note("%q is read as groups: it has repeated whole numbers, next to a column of values.", head)
	case words == 0 && numbers == 0 && filled > 0 && lettersOnly(s, c.at) && !isPeriod(head):
		c.role = category
	case (words*2 >= filled || numbers == 0 && words > 0) && filled*2 < c.lines && s.width > 2:
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

// stepByStep reports whether each year in a column is the next one after, or the same as, the
// year before it. Values hardly ever are.
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

// whole reports whether all numbers of a column are whole.
func whole(s shape, at int) bool {
	return !slices.ContainsFunc(s.body, func(l Line) bool { return strings.ContainsAny(l.cell(at), ".,%") })
}

// repeats reports whether the texts of a column occur at least twice on average.
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
		return l.filled() > 1 && strings.ContainsFunc(l.cell(at), func(c rune) bool { return !unicode.IsLetter(c) && c != ' ' })
	})
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
