package read

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"factframe/data/load"
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
	valueHead   = regexp.MustCompile(`(?i)^(?:obs[_ ]?value|observation value|values?|v4[_ ]\d|wert|valeurs?|valor|val|data|daten|fact ?value ?numeric)$`)
	noteHead    = regexp.MustCompile(`(?i)^(?:flags?|flag codes|obs[_ ]flag|obs[_ ]status|observation status|status|symbols?|markers?|data markings?|footnotes?|notes?|conf[_ ]status.*|confidentiality.*|marks?|.*footnotes?|.*\bflags?\b.*)$`)
	unitHead    = regexp.MustCompile(`(?i)^(?:units?|unit[_ ]of[_ ]measure|unit[_ ]measure|uom|einheit|unité|measure type)$`)
	measureHead = regexp.MustCompile(`(?i)^(?:indicators?(?: name)?|measures?|series(?: name| title)?|variables?|metrics?|statistic(?:s| label)?|data item|kennzahl)$`)
	scaleHead   = regexp.MustCompile(`(?i)^(?:scalar[_ ]factor|unit[_ ]mult(?:iplier)?|scale|multiplier)$`)
	lowerHead   = regexp.MustCompile(`(?i)(?:^lower$|\blower .*(?:ci|limit|bound|confidence|interval|[0-9]%)|(?:ci|limit|bound|confidence|interval|[0-9]%).* lower$|\blcl\b|\blow (?:ci|limit|bound)|\blci\b|\bci low|^low$|\blowci\b|^(?-i:[A-Za-z]+Low)$)`)
	upperHead   = regexp.MustCompile(`(?i)(?:^upper$|\bupper .*(?:ci|limit|bound|confidence|interval|[0-9]%)|(?:ci|limit|bound|confidence|interval|[0-9]%).* upper$|\bucl\b|\bhigh(?:er)? (?:ci|limit|bound)|\buci\b|\bci high|^high$|\bhighci\b|^(?-i:[A-Za-z]+High)$)`)
	footHead    = regexp.MustCompile(`(?i)^(?:foot)?notes?$`)
	rankHead    = regexp.MustCompile(`(?i)^(?:rank(?:ing)?|position|no\.?|nr\.?|#|row|rang|rank|platz|puesto|posici[oó]n|classement|index no|vector|coordinate|decimals|terminated|dguid|.*[_ ]id|id|is ?latest.*|latitude|longitude|lat|lon|lng|easting|northing|sort(?:ing)?(?: order)?|order|day ?of ?(?:the )?week|weekday|dow)$`)
	codeHead    = regexp.MustCompile(`(?i)(?:\bcode\b|_code$|\bcodes$|^iso\d?$|\bgss\b|\bfips\b|^cdid$|\bnuts\b|^location$|^geo$|\babbr)`)
	groupHead   = regexp.MustCompile(`(?i)^(?:age|ages|age group|alter|âge|decile|quintile|quartile|grade|band|week|wave|household size|bedrooms)$`)
)

// retrieved matches headings of the time at which a line was made or collected.
var retrieved = regexp.MustCompile(`(?i)^(?:as ?(?:of|at)(?: date)?|(?:date |last |data )*(?:retrieved|accessed|updated?|scraped|downloaded|extracted|modified|created)(?: (?:on|at|date))?|time ?stamp|date of (?:access|update|extraction))$`)

// fileHead matches headings of the file or address that a line is from.
var fileHead = regexp.MustCompile(`(?i)^(?:sources?|source ?(?:file|url)s?|file ?(?:name)?s?|documents?|pdf|urls?|links?|weblinks?|quellen?|fuentes?|fonti?|zrodlo|źródło)$`)

// ratio matches ratios such as 7.14:1.
var ratio = regexp.MustCompile(`^[0-9][0-9.,]* ?: ?[0-9][0-9.,]*$`)

// kind is what a cell looks like.
type kind struct{ period, number, missing, refusal, slip bool }

// kindOf classifies a cell. Under a heading about time, numbers such as 200910 are periods.
func kindOf(cell string, ofTime bool, style convention) kind {
	v, ok := parseValue(cell, style)
	k := kind{number: ok && !v.missing, missing: ok && v.missing, period: isPeriod(cell) || ofTime && (packedMonth.MatchString(cell) || packedDay.MatchString(cell) || isPackedYear(cell))}
	if !ok {
		k.refusal = refusal.MatchString(cell)
		k.slip = !k.refusal && mistyped(cell) != ""
	}
	return k
}

// count counts the cells of each kind in a column. Lines with one cell are ignored.
func (c *column) count(s shape, style convention) {
	kinds, ofTime := map[string]kind{}, timeHead.MatchString(c.head()) // many cells repeat
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
		k, known := kinds[cell]
		if !known {
			k = kindOf(cell, ofTime, style)
			kinds[cell] = k
		}
		if k.period {
			c.periods++
		}
		switch {
		case k.number:
			c.numbers++
		case !k.missing:
			if c.words++; len(c.wrong) < mostWrong {
				c.wrong = append(c.wrong, place{l.Number, c.at, cell})
			}
			if k.refusal {
				c.refusals++
			} else if k.slip {
				c.slips++
			}
		}
	}
}

// findRole determines the role of a column: as the user says, by its heading, or otherwise by
// its cells.
func (t *Table) findRole(c *column, s shape, named bool, style convention, by chosen, o Options) load.Problems {
	chosen, is := by.roles[c]
	switch {
	case is:
		c.role = chosen
	case c.settled:
		return nil
	default:
		c.role = c.roleIn(s, named, o)
	}
	if by.onlyThese && !is && (c.role == valued || c.role == lower || c.role == upper) {
		c.role = unused
	}
	if c.role == valued || c.role == lower || c.role == upper {
		return t.readValues(c, s, style, o)
	}
	return nil
}

// roleIn infers the role of a column.
func (c *column) roleIn(s shape, named bool, o Options) role {
	if r, is := c.leftOut(s, named); is {
		return r
	}
	head, filled, numbers, words := c.head(), c.filled, c.numbers, c.wordsIn()
	text := words*2 >= filled || numbers == 0 && words > 0
	switch {
	case numbers > 0 && words > 0 && whole(s, c.at) && bandsBeside(s, c.at):
		return category
	case filled == 0, c.slips > 0 && c.slips == words && numbers > 0, isPeriod(head) && words > 0 && !timeHead.MatchString(head):
		return valued
	case unitHead.MatchString(head) && numbers == 0:
		return unitOf
	case scaleHead.MatchString(head):
		return scaled
	case measureHead.MatchString(head) && (words > 0 || named && whole(s, c.at) && repeats(s, c.at)):
		return measured
	case numbers > 0 && groupHead.MatchString(head) && whole(s, c.at), isCode(c, s):
		return category
	case named && numbers > 0 && !valueHead.MatchString(head) && whole(s, c.at) && repeats(s, c.at):
		o.guessOf(c, "-values %v", "%q is read as groups: it has repeated whole numbers, next to a column of values", c.name())
		return category
	case words == 0 && numbers == 0 && lettersOnly(s, c.at) && !isPeriod(head):
		return category
	case valueHead.MatchString(head) && numbers > 0:
		return valued
	case text && filled*2 < c.lines && s.width > 2:
		return noted
	case text:
		return category
	case lowerHead.MatchString(c.name()):
		return lower
	case upperHead.MatchString(c.name()):
		return upper
	}
	return valued
}

// leftOut returns the role of a column that is a period, is left out or is used for notes, if
// its heading or its cells show that.
func (c *column) leftOut(s shape, named bool) (role, bool) {
	head, filled, numbers, words, periods := c.head(), c.filled, c.numbers, c.wordsIn(), c.periods
	leave := func(as, instead role, option, format string, args ...any) (role, bool) {
		c.instead, c.left = instead, &Guess{fmt.Sprintf(format, args...), option, c.at + 1}
		return as, true
	}
	switch {
	case filled == 0 && head != "" && !isPeriod(head) && len(s.heads) == 1:
		return leave(unused, unused, "", "Left out: %q, which is empty", c.name())
	case filled == 0 && head == "":
		return unused, true
	case retrieved.MatchString(head) && periods*2 > filled:
		return leave(unused, timed, "-period %q", "Left out: %q, which is when the table was made", c.name())
	case timeHead.MatchString(head) && (periods*2 > filled || monthsOnly(s, c.at)) || c.at == 0 && periods == filled && (c.words == filled || head == "" || stepByStep(s, c.at)) || periods == filled && c.words == filled && filled > 0:
		return timed, true
	case links(c, s):
		return leave(noted, category, "-drop %q", "The links in %q are used for notes", c.name())
	case fileHead.MatchString(head) && numbers == 0 && words > 0 && c.at > 0:
		return leave(noted, category, "-category %q", "%q is used for notes", c.name())
	case named && valueHead.MatchString(head) && numbers*2 <= filled:
		return leave(unused, unused, "-values %v", "Left out: %q, whose numbers are also in another column", c.name())
	case footHead.MatchString(head), noteHead.MatchString(head) && numbers == 0 && c.at > 0, strings.EqualFold(head, "codes") && shortest(s, c.at):
		return noted, true
	case numbers == 0 && each(s, c.at, func(cell string) bool { return strings.EqualFold(cell, "true") || strings.EqualFold(cell, "false") }):
		return leave(noted, category, "-category %q", "%q is used for notes", c.name())
	case numbers == 0 && c.at > 0 && words > 0 && each(s, c.at, ratio.MatchString):
		return leave(noted, category, "-category %q", "%q is used for notes", c.name())
	case c.numbersRows(s):
		return leave(unused, category, "-category %q", "Left out: %s, which numbers the lines", columnCalled(c))
	case rankHead.MatchString(head) && !measureHead.MatchString(head) && (words > 0 || named || numbers == filled) && filled > 0:
		return leave(unused, category, "-category %q", "Left out: %q, which does not distinguish figures", c.name())
	}
	return unused, false
}

// wordsIn counts the words of a column that are not answers in place of a number.
func (c *column) wordsIn() int {
	if c.numbers > 0 {
		return c.words - c.refusals
	}
	return c.words
}

func columnCalled(c *column) string {
	if c.name() == "" {
		return "column " + c.place
	}
	return strconv.Quote(c.name())
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
