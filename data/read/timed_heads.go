package read

import (
	"regexp"
	"slices"
	"strings"
)

// splitTimes splits headings that have a period beside other words, such as "Budget 2022/23"
// and "Apr-22 (£000)", into a line with the words and a line with the periods.
func splitTimes(columns []*column, s shape, o Options) shape {
	for level := 0; level < len(s.heads); level++ {
		words, periods := make([]string, len(columns)), make([]string, len(columns))
		beside, alone, all := 0, 0, 0
		seen, twice := map[string]bool{}, false
		for i, c := range columns {
			text := c.levels[level]
			words[i], periods[i] = text, ""
			if isPeriod(text) {
				words[i], periods[i] = "", text
				alone++
			} else if rest, period := periodWithin(text); period != "" && c.numbers > 0 {
				words[i], periods[i] = rest, period
				beside++
			}
			if c.numbers > 0 && !isPeriod(s.body[0].cell(c.at)) {
				all++
			}
			if periods[i] != "" {
				key := strings.Join(c.levels[:level], "\x00") + "\x00" + words[i] + "\x00" + periods[i] + "\x00" + strings.Join(c.levels[level+1:], "\x00")
				twice = twice || seen[key]
				seen[key] = true
			}
		}
		different := len(distinctOf(slices.DeleteFunc(slices.Clone(periods), func(p string) bool { return p == "" }))) > 1
		switch {
		case beside == 0:
			continue
		case twice, beside+alone < 2, !different && beside+alone < all:
			for _, c := range columns {
				if _, period := periodWithin(c.levels[level]); period != "" && c.numbers > 0 && !isPeriod(c.levels[level]) {
					o.guessOf(c, "-name \""+c.chosenBy()+"=…\"", "%q names the period %q, but is not read as one", c.name(), period)
					break
				}
			}
			continue
		}
		for i, c := range columns {
			if words[i] != "" && periods[i] != "" {
				o.guess("-name \""+c.chosenBy()+"=…\"", "Headings are read as periods and other words, as in %q: %q and %q", c.levels[level], periods[i], words[i])
				break
			}
		}
		for i, c := range columns {
			c.heading = c.name()
			c.levels = slices.Concat(c.levels[:level], []string{words[i], periods[i]}, c.levels[level+1:])
		}
		s.heads = slices.Insert(slices.Clone(s.heads), level, s.heads[level])
		level++
	}
	return s
}

var (
	anyYear     = regexp.MustCompile(`(?:1[5-9]|20|21)\d\d|[\pL]{3,10}[- ]'?\d\d\b|\b\d\d[-/]\d\d\b`)
	joiningWord = regexp.MustCompile(`(?i)(?:^|[ ,:–-]+)(?:in|for|of|at|to|as of|as at|during|since|per)?[ ,:–-]*$`)
	otherTime   = regexp.MustCompile(`(?i)^(?:from|since|vs\.?|versus|than|with|after|before|until|under|over|up|above|below|least|most|model|type|class|size|no\.?|nr\.?|number|[<>≤≥])$`)
	sizeUnit    = regexp.MustCompile(`(?i)^(?:cc|kg|g|t|kw|kwh|mwh|km|m|mm|cm|m²|l|ml|h|hours?|€|£|\$|euros?|pounds?|dollars?|people|persons|employees|inhabitants|units?|members?|homes|beds|pupils|students)\b`)
	dottedYear  = regexp.MustCompile(`(\pL)\.((?:1[5-9]|20|21)\d\d)$`)
	footMarks   = regexp.MustCompile(`^(.*\d)\s*[(\[][0-9a-z](?:, ?[0-9a-z])*[)\]]$`)
)

// yearsOnly reports whether a period is written with numbers of years only, which may also be
// sizes: "1500 to 2000".
func yearsOnly(period string) bool {
	return !strings.ContainsFunc(strings.Replace(period, "to", "", 1), func(c rune) bool { return !strings.ContainsRune("0123456789 –-", c) })
}

// periodWithin splits a heading into other words and the longest period in it. The period is
// empty if there is none.
func periodWithin(text string) (rest, period string) {
	if m := footMarks.FindStringSubmatch(text); m != nil && isPeriod(m[1]) {
		return "", m[1]
	}
	if !anyYear.MatchString(text) || len(text) > longestPeriod {
		return text, ""
	}
	words := strings.Fields(strings.NewReplacer("_", " ", ";", " ").Replace(dottedYear.ReplaceAllString(text, "$1 $2")))
	for n := min(len(words)-1, 7); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			part := strings.Trim(strings.Join(words[i:i+n], " "), ",:;()[]–-")
			if anyYear.MatchString(part) && isPeriod(part) {
				before, after := strings.Join(words[:i], " "), strings.Join(words[i+n:], " ")
				if i > 0 && otherTime.MatchString(words[i-1]) || n == 1 && i > 1 && words[i-1] == "to" || yearsOnly(part) && sizeUnit.MatchString(after) {
					return text, "" // a change from then, or a size
				}
				before, after = joiningWord.ReplaceAllString(before, ""), strings.TrimLeft(after, "–-,: ")
				return strings.TrimSpace(before + " " + after), part
			}
		}
	}
	return text, ""
}
