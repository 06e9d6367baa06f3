package read

import (
	"regexp"
	"strings"
)

// unnamed matches labels that say that something is not known.
var unnamed = regexp.MustCompile(`(?i)^\(?(?:blank|not (?:stated|known|recorded|specified|applicable|available)|unknown|unspecified|missing|n/?a|none|other|others|unbekannt|ohne angabe|inconnu|non précisé|desconocido|no consta|nieznan[ey])\)?$`)

// bandStart matches the lower end of a band: 50–99, 65+, £10,000 to £19,999, 500 and over.
var bandStart = regexp.MustCompile(`(?i)^(?:ages?|aged|year|grade|decile|quintile|stage|level|band)? ?[£$€]?([0-9][0-9,.]*) ?[%kmKM]?(?:$|[–+-]| [–-] | ?(?:to|and|or|bis|à|a|do|years?|jahre?|ans)\b)`)

// bandBelow matches the first of several bands: under 50, less than £10,000, <5.
var bandBelow = regexp.MustCompile(`(?i)^(?:under|less than|below|up to|fewer than|unter|bis|moins de|menos de|poniżej|[<≤]) ?[£$€]?[0-9]`)

// bandsBeside reports whether the words of a column of small numbers are bands and totals beside
// them, as in 1, 2, 3, "4 or more".
func bandsBeside(s shape, at int) bool {
	return each(s, at, func(cell string) bool {
		number := undivided.MatchString(cell) && len(cell) <= 3
		band := bandStart.MatchString(cell) || bandBelow.MatchString(cell)
		return number || band || isTotalName(cell) || unnamed.MatchString(cell)
	})
}

// isOrdered reports whether labels are bands or numbers in order, such as ages or sizes.
func isOrdered(labels []string) bool {
	last, n := -1.0, 0
	for _, label := range labels {
		label = strings.TrimSpace(label)
		switch m := bandStart.FindStringSubmatch(label); {
		case bandBelow.MatchString(label) && n == 0:
			n++
		case m != nil:
			v, ok := parseValue(strings.TrimRight(m[1], ",."), pointed)
			if !ok || v.missing || v.number <= last {
				return false
			}
			last = v.number
			n++
		case unnamed.MatchString(label) || isTotalName(label):
		default:
			return false
		}
	}
	return n > 2
}
