package read

import (
	"regexp"
	"slices"
	"strings"
)

// endWord matches the words that distinguish the end of an interval from its value.
var endWord = regexp.MustCompile(`(?i)\b(?:lower|upper|low|high|95 ?%|90 ?%|99 ?%|ci|lcl|ucl|lci|uci|confidence|interval|limit|bound)\b|(?:low|high)$|[^\pL0-9]+`)

// intervals finds the two ends of each interval, and its value by name. Without both ends
// and a value, the columns remain ordinary values.
func intervals(columns []*column) {
	var values []*column
	for _, c := range columns {
		if c.role == valued {
			values = append(values, c)
		}
	}
	plain := func(c *column) string { return strings.ToLower(endWord.ReplaceAllString(c.name(), "")) }
	taken := map[*column]bool{}
	for _, c := range columns {
		if c.role != lower {
			continue
		}
		partner := slices.IndexFunc(columns, func(other *column) bool { return other.role == upper && !taken[other] && plain(other) == plain(c) })
		of := slices.IndexFunc(values, func(v *column) bool {
			return len(values) == 1 || plain(v) == plain(c)
		})
		if partner >= 0 && of >= 0 && values[of].ends[0] == nil {
			values[of].ends = [2]*column{c, columns[partner]}
			taken[c], taken[columns[partner]] = true, true
		}
	}
	for _, c := range columns {
		if (c.role == lower || c.role == upper) && !taken[c] {
			c.role = valued
		}
	}
}
