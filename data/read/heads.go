package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
)

// heads describes the columns of values: by periods, codes of a dimension, units or
// separate measures.
type heads struct {
	columns   []*column
	periods   []written // one for each column, or empty
	months    bool      // they are months or quarters, and a column gives the year
	labels    []string  // of the codes in the dimension
	dimension string
	measures  []string
	units     []string
}

// headsOf parses the headings of the columns of values.
func (t *Table) headsOf(values []*column, timed bool, s shape, o Options) (heads, error) {
	h := heads{columns: values}
	levels := len(s.heads)
	if times := timeLevel(values, levels, timed); times >= 0 {
		for _, c := range values {
			if text := c.levels[times]; text != "" && text[0] >= '0' && text[0] <= '9' && !isPeriod(text) && !timed && !besideYears.MatchString(text) {
				return h, t.problem(s.heads[times].Number, c.at, fmt.Sprintf("%q is not a known form of period, unlike its neighbours", text), "write it in the same form")
			}
		}
		h.columns = slices.DeleteFunc(slices.Clone(values), func(c *column) bool {
			text := c.levels[times]
			if text == "" && c.heading != "" {
				return false // its heading was split, and it has no period
			}
			out := !isPeriod(text) && !(timed && (month(text) > 0 || quarterOnly.MatchString(text)))
			if out {
				o.guessOf(c, "-values %v", "Left out: %q, which is not a period but is next to periods", c.name())
			}
			return out
		})
		for _, c := range h.columns {
			h.periods = append(h.periods, written{s.heads[times].Number, c.at, c.levels[times]})
			c.levels = slices.Concat(c.levels[:times], c.levels[times+1:])
		}
		h.months = timed
	}
	if h.periods == nil && len(h.columns) > mostGroups {
		return h, t.problem(s.heads[0].Number, h.columns[mostGroups].at, fmt.Sprintf("is column %d of %d with values, and their names are not periods", mostGroups+1, len(h.columns)), "keep only columns that belong together, or put them below each other and add a column with their names")
	}
	h.units, h.measures = make([]string, len(h.columns)), make([]string, len(h.columns))
	names := make([]string, len(h.columns))
	for i, c := range h.columns {
		for level, text := range c.levels {
			name, unit := partUnit(text, unitLevel(h.columns, level))
			h.units[i] = strings.TrimSpace(h.units[i] + " " + unit)
			if name != "" && !valueHead.MatchString(name) {
				names[i] = strings.TrimPrefix(names[i]+", "+name, ", ")
			}
		}
		if beside := c.sign(); beside != (sign{}) && !strings.Contains(h.units[i], beside.words()) {
			h.units[i] = strings.TrimSpace(h.units[i] + " " + beside.words())
		}
	}
	names = allDisplayed(names)
	copy(h.measures, names)
	if len(distinctOf(names)) > 1 {
		h.part(names, o)
	}
	return h, nil
}

// mostGroups is the most columns of values that are not periods.
const mostGroups = 60

// besideYears matches a total or change next to the periods that it summarises.
var besideYears = regexp.MustCompile(`(?i)\b(?:total|average|mean|change|difference)\b`)

// timeLevel returns the index of the heading line with periods, or -1. Some columns may not
// have one, such as a change next to two years.
func timeLevel(values []*column, levels int, timed bool) int {
	for level := range levels {
		n := 0
		for _, c := range values {
			if text := c.levels[level]; isPeriod(text) && !timed || timed && (month(text) > 0 || quarterHead.MatchString(text)) {
				n++
			}
		}
		split := len(values) > 0 && values[0].heading != "" && n > 1
		if split && slices.ContainsFunc(values, func(c *column) bool { return isPeriod(c.levels[level]) }) {
			return level
		}
		if n > 0 && n*2 >= len(values) && (n > 1 || len(values) <= 2 && !timed) {
			return level
		}
	}
	return -1
}

var quarterHead = regexp.MustCompile(`^(?:Q|T|K|Quarter )([1-4])$`)

// sign returns the unit sign that the values of a column share.
func (c *column) sign() sign {
	for _, v := range c.values {
		if !v.missing {
			return v.sign
		}
	}
	return sign{}
}

func (s sign) words() string { return strings.TrimSpace(s.before + " " + s.after) }

// numberOf matches units that say what is counted, and so are names.
var numberOf = regexp.MustCompile(`(?i)^(?:numbers?|count) of `)

var headUnit = regexp.MustCompile(`^(.*?)[,:]? ?[(\[]([^()\[\]]*)[)\]]$`)

// unitBehind matches a unit after a name: "Share in %", "Income, £ million".
var unitBehind = regexp.MustCompile(`(?i)^(.*?\S)(?:,| in|:)? (%|per ?cent|[£$€][ a-z0-9'’]*|(?:Mio|Mrd|Tsd|million|billion|thousand)s?\b.*)$`)

// unitLevel reports whether a heading line contains only units.
func unitLevel(columns []*column, level int) bool {
	for _, c := range columns {
		if _, known := knownUnit(c.levels[level]); !known {
			return false
		}
	}
	return true
}

// partUnit splits a heading into name and unit. The unit is in brackets, after the name, or,
// if whole is set, the entire heading.
func partUnit(text string, whole bool) (name, unit string) {
	if u, known := knownUnit(text); whole && known && (u.Kind != data.IndexKind || len(strings.Fields(text)) < 4) && u.Kind != data.RateKind && !numberOf.MatchString(text) {
		return "", text
	}
	if m := headUnit.FindStringSubmatch(text); m != nil {
		if _, known := knownUnit(m[2]); known || m[1] != "" && looksLikeUnit(m[2]) {
			return strings.TrimSpace(m[1]), m[2]
		}
	}
	if m := unitBehind.FindStringSubmatch(text); m != nil && !strings.HasSuffix(m[1], " per") {
		if _, known := knownUnit(m[2]); known {
			return strings.Trim(m[1], " ,:"), m[2]
		}
	}
	return text, ""
}
