package read

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"factframe/data"
)

// value is the content of a cell: a number, or why it is missing, and any marks.
type value struct {
	number    float64
	missing   bool
	status    data.Status
	qualifier data.Qualifier
	plain     string // the number with a decimal point and no thousands marks
	sign      sign
	mark      string // the mark next to it, such as "*" or "[p]"
}

// sign is the unit sign before or after a number. All cells of a column share it.
type sign struct{ before, after string }

// missing maps cells without a value to the reason.
var missing = map[string]data.Status{
	"..": data.Missing, "...": data.Missing, "…": data.Missing, ".": data.Missing, ":": data.Missing, "-": data.Missing, "–": data.Missing, "—": data.Missing, "--": data.Missing,
	"n/a": data.Missing, "na": data.Missing, "n.a.": data.Missing, "#n/a": data.Missing, "null": data.Missing, "none": data.Missing, "nan": data.Missing, "[x]": data.Missing, "x": data.Missing, "[w]": data.Missing,
	"not available": data.Missing, "no data": data.Missing, "[na]": data.Missing, "n.d.": data.Missing, "nd": data.Missing, "not published": data.Missing,
	"/": data.Missing, "//": data.Missing, "//0": data.Missing,
	"!": data.Missing, "~": data.Missing, "#": "Q", "[c]": "Q", "c": "Q", "*": "Q", "**": "Q", "[s]": "Q", "s": "Q", "(d)": "Q", "(s)": "Q", "suppressed": "Q", "confidential": "Q", "[suppressed]": "Q", "(x)": "Q", "[u]": "Q",
	"[z]": "M", "z": "M", "not applicable": "M", "[n/a]": "M", ":c": "Q", ": c": "Q", ":z": "M", ": z": "M", ":u": "O", ": u": "O", "f": "Q", "[low]": "Q", "[k]": "Q",
}

// shorthand matches the marks that government statistics write in place of a value, such as
// [n] and [low]; those with another reason than that it is missing are listed above. They
// are recommended in https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/
var shorthand = regexp.MustCompile(`^\[[a-z]{1,4}[0-9]?\]$`)

// refusal matches what public bodies answer in place of a number.
var refusal = regexp.MustCompile(`(?i)^(?:(?:data |information |figures? )?not (?:held|stated|given|provided|known|recorded|available|published|collected|disclosed|reported|asked|supplied|answered)|refused|withheld|exempt(?:ed)?(?: from disclosure)?|redacted|unknown|no (?:data|answer|response|reply|records?|information|figures?)(?: (?:held|provided|available))?|did not (?:respond|reply|answer)|keine angabe|k\. ?a\.|non disponible|no disponible|sin datos|dato non disponibile|brak danych)$`)

// missingIn returns why a cell has no value, if it has none.
func (c convention) missingIn(cell string) (status data.Status, is bool) {
	small := strings.ToLower(cell)
	if status, is = missing[small]; is {
		return status, true
	}
	return data.Missing, c.missing[small] || shorthand.MatchString(small)
}

// statuses maps marks that statistical offices put next to a value to their meaning.
var statuses = map[string]data.Status{"p": "P", "[p]": "P", "(p)": "P", "e": "E", "[e]": "E", "(e)": "E", "b": "B", "[b]": "B", "(b)": "B", "u": "U", "[u]": "U", "d": "D", "bp": "B", "ep": "E", "s": "E"}

const (
	spaces = " \u00a0\u202f\u2009\u2007"
	digits = `[0-9](?:[0-9.,'’` + spaces + `]*[0-9])?|\.[0-9]+`
)

var numberPattern = regexp.MustCompile(`^(<=|>=|[<>~≤≥≈])?\s*([-+−–‒])?\s*((?:[A-Z]{1,3})?[$£€¥₹]|CHF|EUR|USD|GBP)?\s*([-+−–‒])?(` + digits + `)([eE][-+]?[0-9]{1,3})?` +
	`([` + spaces + `]?(?:%|‰|per cent|percent|pp|[$£€¥₹]|EUR|USD|GBP|CHF|kr|million|billion|trillion|bn|tn|mn|kg|km|ha|kWh|MWh|GWh|TWh|[kKmMgtl]))?` +
	`((?:[` + spaces + `]?(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰#]+|\[[A-Za-z0-9 ,]{1,12}\]|\([a-z0-9]{1,2}\)))*(?:[` + spaces + `][bcdefnprsuz]{1,2}|[prefu])?)$`)

var qualifierOf = map[string]data.Qualifier{"<": data.LessThan, ">": data.MoreThan, "≥": data.AtLeast, ">=": data.AtLeast, "~": data.About, "≈": data.About}

// parseValue parses a cell. ok is false if the cell is not a value.
func parseValue(cell string, c convention) (v value, ok bool) {
	if cell == "" {
		return value{missing: true, status: data.Missing}, true
	}
	if status, is := c.missingIn(cell); is {
		return value{missing: true, status: status, mark: cell}, true
	}
	if c.negative && bracketed.MatchString(cell) {
		cell = "-" + strings.Trim(cell, "()")
	}
	m := numberPattern.FindStringSubmatch(cell)
	if m == nil || m[2] != "" && m[4] != "" || m[1] == "≤" || m[1] == "<=" {
		return v, false
	}
	plain, ok := c.plain(m[5])
	if !ok {
		return v, false
	}
	if minus := m[2] + m[4]; minus != "" && minus != "+" {
		plain = "-" + plain
	}
	v.plain = plain + strings.ToLower(m[6])
	number, err := strconv.ParseFloat(v.plain, 64)
	if err != nil {
		return v, false
	}
	if m[6] != "" {
		v.plain = strconv.FormatFloat(number, 'f', -1, 64)
	}
	if decimalsIn(v.plain) > mostDecimals {
		v.plain = strconv.FormatFloat(number, 'f', mostDecimals, 64)
	}
	v.number, v.sign, v.qualifier = number, sign{m[3], strings.Trim(m[7], spaces)}, qualifierOf[m[1]]
	v.mark = strings.Trim(m[8], spaces)
	v.status = statusOf(v.mark)
	return v, true
}

// mostDecimals is the most decimals of a figure in a package.
const mostDecimals = 20

// statusOf returns the status that a mark next to a value stands for. Eurostat combines
// letters: "bd" is a break and a different definition.
func statusOf(mark string) data.Status {
	mark = strings.ToLower(mark)
	if status, is := statuses[mark]; is || len(mark) != 2 {
		return status
	}
	first := statuses[mark[:1]]
	if first == "" {
		first = statuses[mark[1:]]
	}
	return first
}

// convention is how a table writes numbers: its decimal and thousands marks. Spaces and
// apostrophes between thousands are always accepted.
type convention struct {
	decimal, thousands rune
	missing            map[string]bool // texts that the user declares as missing, in lower case
	negative           bool            // numbers in brackets are negative
}

var (
	pointed = convention{decimal: '.', thousands: ','}
	commaed = convention{decimal: ',', thousands: '.'}
)

var (
	spaced    = regexp.MustCompile(`^[0-9]{1,3}(?:[` + spaces + `'’][0-9]{3})+$`)
	undivided = regexp.MustCompile(`^[0-9]*$`)
	byComma   = regexp.MustCompile(`^[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}$`) // also Indian grouping
	byPoint   = regexp.MustCompile(`^[0-9]{1,3}(?:\.[0-9]{3})+$`)
)

// plain returns a number with a decimal point and without thousands marks. It returns false
// if the number does not fit the convention.
func (c convention) plain(s string) (string, bool) {
	whole, fraction, has := s, "", false
	if i := strings.LastIndexByte(s, byte(c.decimal)); i >= 0 {
		whole, fraction, has = s[:i], s[i+1:], true
	}
	divided := byComma
	if c.thousands == '.' {
		divided = byPoint
	}
	if !undivided.MatchString(fraction) || !undivided.MatchString(whole) && !spaced.MatchString(whole) && !divided.MatchString(whole) {
		return "", false
	}
	plain := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, whole)
	if plain == "" {
		plain = "0"
	}
	if has {
		plain += "." + fraction
	}
	return plain, true
}

// evidence is what the numbers of a table show about how it writes them.
type evidence struct {
	point, comma         place // a number that certainly has this decimal mark
	maybePoint, maybeCom place // one with three digits after its only mark
	large                bool  // one of four digits or more without a mark
	small                bool  // one of three digits or fewer without a mark
	grouped              place // one with three digits after its only point, in a column that also has whole numbers of up to three digits
}

type place struct {
	line, column int
	cell         string
}

// see adds one number to the evidence.
func (e *evidence) see(line, column int, cell string) {
	m := numberPattern.FindStringSubmatch(cell)
	if m == nil {
		return
	}
	s, at := m[5], place{line, column, cell}
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	first := func(p *place) {
		if p.cell == "" {
			*p = at
		}
	}
	switch {
	case points+commas == 0:
		e.large = e.large || len(s) > 3 && undivided.MatchString(s) && !yearNumber.MatchString(s)
		e.small = e.small || len(s) <= 3
	case points > 0 && commas > 0 && strings.LastIndex(s, ".") > strings.LastIndex(s, ","), commas > 1 && byComma.MatchString(s):
		first(&e.point)
	case points > 0 && commas > 0, points > 1 && byPoint.MatchString(s):
		first(&e.comma)
	case points > 1, commas > 1: // not a number
	case points == 1 && (!byPoint.MatchString(s) || strings.HasPrefix(s, "0")):
		first(&e.point)
	case commas == 1 && (!byComma.MatchString(s) || strings.HasPrefix(s, "0")):
		first(&e.comma)
	case points == 1:
		first(&e.maybePoint)
	default:
		first(&e.maybeCom)
	}
}

// decide chooses the convention of a table, notes the reason, and asks if two are equally
// likely.
func (e evidence) decide(t *Table, o Options) (convention, error) {
	switch {
	case o.Decimal == "point":
		return pointed, nil
	case o.Decimal == "comma":
		return commaed, nil
	case e.point.cell != "" && e.comma.cell != "":
		return pointed, t.problem(e.comma.line, e.comma.column, fmt.Sprintf("%q has a decimal comma, but %q in line %d has a decimal point", e.comma.cell, e.point.cell, e.point.line), "write all numbers in the same form")
	case e.comma.cell != "":
		o.guess("-decimal point", "Numbers have decimal commas, as in %q in line %d", e.comma.cell, e.comma.line)
		return commaed, nil
	case e.point.cell != "":
		if e.maybeCom.cell != "" {
			o.guess("-decimal comma", "%q is read as %s, because other numbers have decimal points", e.maybeCom.cell, strings.ReplaceAll(e.maybeCom.cell, ",", ""))
		}
		return pointed, nil
	}
	ambiguous := e.maybePoint
	if e.maybeCom.cell != "" {
		ambiguous = e.maybeCom
	}
	switch {
	case ambiguous.cell == "":
		return pointed, nil
	case e.maybePoint.cell != "" && e.maybeCom.cell != "":
		return pointed, t.problem(e.maybeCom.line, e.maybeCom.column, fmt.Sprintf("%q and %q in line %d have different marks, and it is not clear which is the decimal mark", e.maybeCom.cell, e.maybePoint.cell, e.maybePoint.line), "write all numbers in the same form, or add -decimal point or -decimal comma")
	case t.Delimiter != ';' && e.maybeCom.cell != "" && (!e.large || t.Delimiter == ',') && (t.Delimiter == ',' || e.small):
		o.guess("-decimal comma", "The comma in %q, line %d, is read as a thousands mark", ambiguous.cell, ambiguous.line)
		return pointed, nil
	case e.grouped.cell != "" && !e.large && e.maybeCom.cell == "":
		o.guess("-decimal point", "The point in %q, line %d, is read as a thousands mark, because other numbers of its column have none", e.grouped.cell, e.grouped.line)
		return commaed, nil
	case t.Delimiter != ';' && t.Delimiter != '\t' && e.maybeCom.cell == "":
		o.guess("-decimal comma", "The point in %q, line %d, is read as a decimal point", ambiguous.cell, ambiguous.line)
		return pointed, nil
	}
	answer, err := o.ask(fmt.Sprintf("Is the mark in %q a thousands mark or a decimal mark", ambiguous.cell), "thousands", "decimals")
	if err != nil {
		return pointed, t.problem(ambiguous.line, ambiguous.column, fmt.Sprintf("the mark in %q may be a thousands mark or a decimal mark", ambiguous.cell), "add -decimal point or -decimal comma")
	}
	if (answer == "decimals") == (e.maybeCom.cell != "") {
		return commaed, nil
	}
	return pointed, nil
}
