package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
)

// heads is what stands above the values of a table: periods, the codes of a
// dimension, units, or measures of their own.
type heads struct {
	columns   []*column
	periods   []written // one for each column, or none
	months    bool      // they are months or quarters of the year that a column has
	labels    []string  // of the dimension
	dimension string
	measures  []string
	units     []string
}

// headsOf parts what the heads of the columns of values say.
func (t *Table) headsOf(values []*column, timed bool, s shape, o Options) (heads, error) {
	h := heads{columns: values}
	levels := len(s.heads)
	if times := timeLevel(values, levels, timed); times >= 0 {
		for _, c := range values {
			if text := c.levels[times]; text != "" && text[0] >= '0' && text[0] <= '9' && !isPeriod(text) && !timed && !besideYears.MatchString(text) {
				return h, t.problem(s.heads[times].Number, c.at, fmt.Sprintf("%q is no period that can be read, and its neighbours are", text), "write it as they are")
			}
		}
		h.columns = slices.DeleteFunc(slices.Clone(values), func(c *column) bool {
			text := c.levels[times]
			out := !isPeriod(text) && !(timed && (month(text) > 0 || quarterOnly.MatchString(text)))
			if out {
				o.note("Left out: %q, which stands beside periods and is none.", c.name())
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
		return h, t.problem(s.heads[0].Number, h.columns[mostGroups].at, fmt.Sprintf("is the %dst of %d columns of values, whose names are no periods", mostGroups+1, len(h.columns)), "keep the columns that belong together, or write them below each other with a column of their names")
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
	copy(h.measures, names)
	if len(distinctOf(names)) > 1 {
		h.part(names, o)
	}
	return h, nil
}

// mostGroups is how many columns of values may stand side by side, but for periods.
const mostGroups = 60

// besideYears is a sum or a change that stands beside the periods it is of.
var besideYears = regexp.MustCompile(`(?i)\b(?:total|average|mean|change|difference)\b`)

// timeLevel is the line of heads that has periods, or −1. Some of its columns
// may have none, such as a change beside two years.
func timeLevel(values []*column, levels int, timed bool) int {
	for level := range levels {
		n := 0
		for _, c := range values {
			if text := c.levels[level]; isPeriod(text) && !timed || timed && (month(text) > 0 || quarterHead.MatchString(text)) {
				n++
			}
		}
		if n > 0 && n*2 >= len(values) && (n > 1 || len(values) <= 2 && !timed) {
			return level
		}
	}
	return -1
}

var quarterHead = regexp.MustCompile(`^(?:Q|T|K|Quarter )([1-4])$`)

// sign is what the values of a column have beside them.
func (c *column) sign() sign {
	for _, v := range c.values {
		if !v.missing {
			return v.sign
		}
	}
	return sign{}
}

func (s sign) words() string { return strings.TrimSpace(s.before + " " + s.after) }

var headUnit = regexp.MustCompile(`^(.*?)[,:]? ?[(\[]([^()\[\]]*)[)\]]$`)

// unitBehind is a unit behind a name: "Share in %", "Income, £ million".
var unitBehind = regexp.MustCompile(`(?i)^(.*?\S)(?:,| in|:)? (%|per ?cent|[£$€][ a-z0-9'’]*|(?:Mio|Mrd|Tsd|million|billion|thousand)s?\b.*)$`)

// unitLevel reports whether a line of heads names units alone.
func unitLevel(columns []*column, level int) bool {
	for _, c := range columns {
		if _, known := knownUnit(c.levels[level]); !known {
			return false
		}
	}
	return true
}

// partUnit parts the unit in brackets, or of a head that may be one, from its name.
func partUnit(text string, whole bool) (name, unit string) {
	if u, known := knownUnit(text); whole && known && (u.Kind != data.IndexKind || len(strings.Fields(text)) < 4) && u.Kind != data.RateKind {
		return "", text
	}
	if m := headUnit.FindStringSubmatch(text); m != nil {
		if _, known := knownUnit(m[2]); known || m[1] != "" && looksLikeUnit(m[2]) {
			return strings.TrimSpace(m[1]), m[2]
		}
	}
	if m := unitBehind.FindStringSubmatch(text); m != nil {
		if _, known := knownUnit(m[2]); known {
			return strings.Trim(m[1], " ,:"), m[2]
		}
	}
	return text, ""
}
