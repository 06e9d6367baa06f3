package read

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// part decides, for the columns of each unit, whether they are groups of one measure.
func (h *heads) part(names []string, o Options) {
	var own []string
	for _, unit := range distinctOf(h.units) {
		var of []int
		var list []string
		for i := range h.columns {
			if h.units[i] == unit {
				of, list = append(of, i), append(list, names[i])
			}
		}
		list = distinctOf(list)
		for j, name := range list {
			list[j] = cmp.Or(name, "the values")
		}
		if len(list) == 1 || !h.groups(of, names, o) {
			own = append(own, list...)
			continue
		}
		for _, i := range of {
			names[i], h.measures[i] = cmp.Or(names[i], displayed(h.columns[i].name()), o.words().Say("draft.value")), ""
		}
		h.labels, h.dimension = names, cmp.Or(o.groups(), displayed(groupName(h.columns)), o.words().Say("draft.group"))
		o.guess(`-columns measures, or -name "Column=…" to say what the groups are`, "The columns %s are read as groups of one measure", listed(list))
	}
	if len(own) > 1 {
		option := ""
		if len(distinctOf(h.units)) == 1 {
			option = "-columns groups"
		}
		o.guess(option, "The columns %s are read as separate measures, which do not share an axis", listed(own))
	}
}

// distinctOf returns the distinct texts of a list, in order.
func distinctOf(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// groups decides whether columns are groups of one measure: as the user says, or by
// whether their units and sizes are alike.
func (h heads) groups(of []int, names []string, o Options) bool {
	if o.Columns != "" {
		return o.Columns == "groups"
	}
	var medians []float64
	var asked []string
	decimals, kinds := map[bool]int{}, map[string]bool{}
	for _, i := range of {
		c := h.columns[i]
		asked = append(asked, names[i])
		kinds[kindIn(names[i])] = true
		if n := c.median(); n > 0 && !totalWord.MatchString(names[i]) {
			medians = append(medians, n)
		}
		decimals[slices.ContainsFunc(c.values, func(v value) bool { return strings.Contains(v.plain, ".") })]++
	}
	const alike = 400 // the largest group may be this many times as large as the smallest
	if len(decimals) > 1 || len(kinds) > 1 || len(medians) > 1 && slices.Max(medians) > alike*slices.Min(medians) {
		return false
	}
	if answer, err := o.ask(fmt.Sprintf("Are %s groups of one measure, or separate measures", listed(distinctOf(asked))), "groups", "measures"); err == nil {
		return answer == "groups"
	}
	return true
}

var (
	errorish    = regexp.MustCompile(`(?i)\b(?:margin of error|standard error|moe|se|conf|confidence|cv|sample size|denominator|numerator)\b`)
	peopleWord  = regexp.MustCompile(`(?i)^(?:pop|population|inhabitants|einwohner|población|poblacion|popolazione|habitants|ludność)$`)
	runningWord = regexp.MustCompile(`(?i)\b(?:cumul|acumulad|kumul|running|n?cum)`)
	priceWord   = regexp.MustCompile(`(?i)\b(?:prices?|costs?|wages?|salar(?:y|ies)|earnings|rents?|c?gdp(?:pc)?|cgdppc|preise?|prix|precios?|prezz[io])\b`)
	rateWord    = regexp.MustCompile(`(?i)\b(?:rates?|ratio|per)\b`)
)

// kindIn returns the sort of number that a column name suggests, if any. Columns of
// different sorts are not groups of one measure.
func kindIn(name string) string {
	switch {
	case errorish.MatchString(name), numberOf.MatchString(name):
		return name
	case changeish.MatchString(name):
		return "change"
	case indexWord.MatchString(name):
		return "index"
	case percentWithin.MatchString(name):
		return "percent"
	case rateWord.MatchString(name):
		return "rate"
	case priceWord.MatchString(name):
		return "price"
	case peopleWord.MatchString(name):
		return "people"
	case runningWord.MatchString(name):
		return "running sum"
	}
	return ""
}

func (c *column) median() float64 {
	var list []float64
	for _, v := range c.values {
		if !v.missing {
			list = append(list, max(v.number, -v.number))
		}
	}
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return list[len(list)/2]
}

// groupName returns the heading above all columns, if there is one.
func groupName(columns []*column) string {
	if len(columns[0].levels) < 2 {
		return ""
	}
	name := columns[0].levels[0]
	for _, c := range columns {
		if c.levels[0] != name {
			return ""
		}
	}
	return name
}

func listed(names []string) string {
	const most = 4
	var quoted []string
	for _, n := range names[:min(len(names), most)] {
		quoted = append(quoted, fmt.Sprintf("%q", n))
	}
	if len(names) > most {
		if rest := len(names) - most; rest == 1 {
			quoted = append(quoted, "and one other")
		} else {
			quoted = append(quoted, fmt.Sprintf("and %d others", rest))
		}
	}
	return strings.Join(quoted, ", ")
}
