package read

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"factframe/data"
)

// value is what a cell says: a number, or why there is none, and the marks beside it.
type value struct {
	number    float64
	missing   bool
	status    data.Status
	qualifier data.Qualifier
	plain     string // the number with a decimal point and no thousands marks
	sign      sign
	mark      string // what is printed beside it, such as "*" or "[p]"
}

// sign is what makes a number one of a unit: all cells of a column share it.
type sign struct{ before, after string }

// missing are cells that stand for no value, by what they say of why.
var missing = map[string]data.Status{
	"..": data.Missing, "...": data.Missing, "…": data.Missing, ".": data.Missing, ":": data.Missing, "-": data.Missing, "–": data.Missing, "—": data.Missing, "--": data.Missing,
	"n/a": data.Missing, "na": data.Missing, "n.a.": data.Missing, "#n/a": data.Missing, "null": data.Missing, "none": data.Missing, "nan": data.Missing, "[x]": data.Missing, "x": data.Missing, "[w]": data.Missing,
	"not available": data.Missing, "no data": data.Missing, "[na]": data.Missing, "n.d.": data.Missing, "nd": data.Missing, "not published": data.Missing,
	"!": data.Missing, "~": data.Missing, "#": "Q", "[c]": "Q", "c": "Q", "*": "Q", "**": "Q", "[s]": "Q", "s": "Q", "(d)": "Q", "(s)": "Q", "suppressed": "Q", "confidential": "Q", "[suppressed]": "Q", "(x)": "Q", "[u]": "Q",
	"[z]": "M", "z": "M", "not applicable": "M", "[n/a]": "M", ":c": "Q", ": c": "Q", ":z": "M", ": z": "M", ":u": "O", ": u": "O", "f": "Q", "[low]": "Q", "[k]": "Q",
}

// statuses are marks that statistical offices put beside a value, by what they say.
var statuses = map[string]data.Status{"p": "P", "[p]": "P", "(p)": "P", "e": "E", "[e]": "E", "(e)": "E", "b": "B", "[b]": "B", "(b)": "B", "u": "U", "[u]": "U", "d": "D", "bp": "B", "ep": "E", "s": "E"}

const (
	spaces = " \u00a0\u202f\u2009\u2007"
	digits = `[0-9](?:[0-9.,'’` + spaces + `]*[0-9])?|\.[0-9]+`
)

var numberPattern = regexp.MustCompile(`^(<=|>=|[<>~≤≥≈])?\s*([-+−–‒])?\s*((?:[A-Z]{1,3})?[$£€¥₹]|CHF|EUR|USD|GBP)?\s*([-+−–‒])?(` + digits + `)([eE][-+]?[0-9]{1,3})?` +
	`([` + spaces + `]?(?:%|‰|per cent|percent|pp|[$£€¥₹]|EUR|USD|GBP|CHF|kr|million|billion|trillion|bn|tn|mn|kg|km|ha|kWh|MWh|GWh|TWh|[kKmMgtl]))?` +
	`((?:[` + spaces + `]?(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰#]+|\[[A-Za-z0-9 ,]{1,12}\]|\([a-z0-9]{1,2}\)))*(?:[` + spaces + `][bcdefnprsuz]{1,2}|[prefu])?)$`)

var qualifierOf = map[string]data.Qualifier{"<": data.LessThan, ">": data.MoreThan, "≥": data.AtLeast, ">=": data.AtLeast, "~": data.About, "≈": data.About}

// parseValue reads a cell. It is not ok where the cell is no value.
func parseValue(cell string, c convention) (v value, ok bool) {
	if cell == "" {
		return value{missing: true, status: data.Missing}, true
	}
	if status, is := missing[strings.ToLower(cell)]; is {
		return value{missing: true, status: status, mark: cell}, true
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
	v.number, v.sign, v.qualifier = number, sign{m[3], strings.Trim(m[7], spaces)}, qualifierOf[m[1]]
	v.mark = strings.Trim(m[8], spaces)
	v.status = statuses[strings.ToLower(v.mark)]
	return v, true
}

// convention is how a table writes numbers: which marks stand before decimals
// and between thousands. Spaces and apostrophes between thousands need no saying.
type convention struct{ decimal, thousands rune }

var (
	pointed = convention{'.', ','}
	commaed = convention{',', '.'}
)

var (
	spaced    = regexp.MustCompile(`^[0-9]{1,3}(?:[` + spaces + `'’][0-9]{3})+$`)
	undivided = regexp.MustCompile(`^[0-9]*$`)
	byComma   = regexp.MustCompile(`^[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}$`) // Indian ones too
	byPoint   = regexp.MustCompile(`^[0-9]{1,3}(?:\.[0-9]{3})+$`)
)

// plain is a number with a point and no thousands marks, if the convention can
// have written it.
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

// evidence is what the numbers of a table say of how it writes them.
type evidence struct {
	point, comma         place // a number whose decimals stand behind it for certain
	maybePoint, maybeCom place // one with three digits behind its only mark
	large                bool  // one of four digits or more without a mark
	small                bool  // one of three digits or fewer without a mark
}

type place struct {
	line, column int
	cell         string
}

// see takes one number into account.
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
	case points > 1, commas > 1: // no number
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

// decide chooses the convention of a table, says from what, and asks where two
// are as likely.
func (e evidence) decide(t *Table, o Options) (convention, error) {
	switch {
	case o.Decimal == "point":
		return pointed, nil
	case o.Decimal == "comma":
		return commaed, nil
	case e.point.cell != "" && e.comma.cell != "":
		return pointed, t.problem(e.comma.line, e.comma.column, fmt.Sprintf("%q has a decimal comma, and %q in line %d has a decimal point", e.comma.cell, e.point.cell, e.point.line), "write all numbers in one way")
	case e.comma.cell != "":
		o.note("Numbers have decimal commas, as %q in line %d.", e.comma.cell, e.comma.line)
		return commaed, nil
	case e.point.cell != "":
		if e.maybeCom.cell != "" {
			o.note("%q is read as %s, because other numbers have decimal points.", e.maybeCom.cell, strings.ReplaceAll(e.maybeCom.cell, ",", ""))
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
		return pointed, t.problem(e.maybeCom.line, e.maybeCom.column, fmt.Sprintf("%q and %q, in line %d, have different marks, and nothing says which stands before decimals", e.maybeCom.cell, e.maybePoint.cell, e.maybePoint.line), "write all numbers in one way, or say -decimal point or -decimal comma")
	case t.Delimiter != ';' && e.maybeCom.cell != "" && !e.large && (t.Delimiter == ',' || e.small):
		o.note("%q in line %d is read with a comma between thousands; say -decimal comma if it is none.", ambiguous.cell, ambiguous.line)
		return pointed, nil
	case t.Delimiter != ';' && t.Delimiter != '\t' && e.maybeCom.cell == "":
		o.note("%q in line %d is read with a decimal point; say -decimal comma if the point stands between thousands.", ambiguous.cell, ambiguous.line)
		return pointed, nil
	}
	answer, err := o.ask(fmt.Sprintf("Is %q a number in thousands or one with three decimals", ambiguous.cell), "thousands", "decimals")
	if err != nil {
		return pointed, t.problem(ambiguous.line, ambiguous.column, fmt.Sprintf("%q may have thousands or three decimals", ambiguous.cell), "say which mark stands before decimals: -decimal point or -decimal comma")
	}
	if (answer == "decimals") == (e.maybeCom.cell != "") {
		return commaed, nil
	}
	return pointed, nil
}
