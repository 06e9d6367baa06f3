package read

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"factframe/data"
)

// unitsOf assigns the units that the user gives to the series that they fit: "price=£" to one
// measure, and "£" to all that may be money.
func (t *Table) unitsOf(list []*series, o Options) (map[*series]string, error) {
	units := map[*series]string{}
	var measures []string
	for _, s := range list {
		measures = append(measures, s.measure)
	}
	measures = distinctOf(measures)
	for _, given := range o.Units {
		name, unit, named := strings.Cut(given, "=")
		_, known := knownUnit(given)
		of := func(s *series) bool {
			return strings.EqualFold(s.measure, tidy(name)) || strings.EqualFold(s.measure, displayed(tidy(name)))
		}
		switch {
		case named && slices.ContainsFunc(list, of):
			for _, s := range list {
				if of(s) {
					units[s] = strings.TrimSpace(unit)
				}
			}
			continue
		case named && !known:
			return nil, t.problem(0, -1, fmt.Sprintf("has no measure %q, which -unit names", name), "use one of "+strings.Join(quotedAll(measures), ", "))
		}
		var fit, names []string
		for _, s := range list {
			if units[s] == "" && (len(measures) == 1 || fitsUnit(s, given)) {
				units[s] = given
				fit = append(fit, s.measure)
			} else {
				names = append(names, s.measure)
			}
		}
		if example := distinctOf(append(slices.Clone(names), fit...)); len(measures) > 1 {
			option := fmt.Sprintf("-unit \"%s=%s\"", example[0], given)
			if len(fit) == 0 {
				o.guess(option, "-unit %q is not used, because it is not clear which of %s is in it", given, listed(measures))
			} else if len(names) > 0 {
				o.guess(option, "-unit %q is used for %s only, because the other measures are something else", given, listed(distinctOf(fit)))
			}
		}
	}
	return units, nil
}

// moneyName matches measures that are amounts of money, in several languages.
var moneyName = regexp.MustCompile(`(?i)\b(?:prices?|costs?|spend(?:ing)?|spent|expenditures?|incomes?|earnings|wages?|salar(?:y|ies)|pay|paid|payments?|revenues?|turnover|budgets?|grants?|funding|funds|rents?|fees?|fines?|tax(?:es)?|debts?|amounts?|loans?|bills?|benefits?|backlogs?|profits?|gdp|gva|prix|coûts?|montants?|precios?|costes?|importes?|prezz[io]|cost[io]|cen[ay]|koszty)\b|preis|kosten|einkommen|umsatz|ausgaben|einnahmen|lohn|gehalt|miete`)

// fitsUnit reports whether the values of a series may be in a unit.
func fitsUnit(s *series, unit string) bool {
	name := inWords(s.measure)
	if u, stated := knownUnit(s.words); stated && u.Kind != data.CountKind {
		return false
	}
	u, known := knownUnit(unit)
	money, share := moneyName.MatchString(name), percentWithin.MatchString(name) || shareName.MatchString(name)
	rate, index := rateWord.MatchString(name), indexWord.MatchString(name)
	switch {
	case known && u.ID == data.Percent.ID:
		return share || rate && !money
	case known && u.Kind == data.RateKind:
		return rate
	case known && u.Kind == data.IndexKind:
		return index
	case known && (u.Prefix != "" || u.ID == "money"):
		return money && !share && !rate && !index
	}
	isWhole := !slices.ContainsFunc(s.points, func(p point) bool { return strings.Contains(p.value.plain, ".") || p.value.number < 0 })
	return !money && !share && !rate && !index && (isWhole || known && u.Kind == data.AmountKind)
}

var shareName = regexp.MustCompile(`(?i)\b(?:shares?|proportions?|percentages?|anteil|part|quote)\b`)

func quotedAll(list []string) []string {
	var quoted []string
	for _, s := range list {
		quoted = append(quoted, fmt.Sprintf("%q", s))
	}
	return quoted
}

// perUnit returns the option that gives a measure its unit.
func perUnit(measure string) string {
	if measure == "" {
		return "-unit"
	}
	return fmt.Sprintf("-unit \"%s=…\"", measure)
}
