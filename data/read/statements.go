package read

import (
	"regexp"
	"slices"
	"strings"
)

var (
	titleLine     = regexp.MustCompile(`(?i)^(?:(?:series |table )?title|titel|libellé|dataset)$`)
	sourceLine    = regexp.MustCompile(`(?i)^(?:data )?(?:source|quelle|källa|kilde|fuente)s?\s*:?$`)
	publishedLine = regexp.MustCompile(`(?i)^(?:release date|last updated(?: date)?|published|publication date|date published|date of release|dernière mise à jour|stand)\s*:?$`)
	unitLine      = regexp.MustCompile(`(?i)^(?:units?|unit of measure(?:ment)?|einheit|unité)\s*:?$`)
	keyed         = regexp.MustCompile(`(?i)^(title|titel|source|sources|quelle|data source|release date|published|last updated|publication date|units?|einheit)\s*:\s*(.+)$`)
	periodLine    = regexp.MustCompile(`(?i)^(?:date|period|time period|reference period|zeitraum|période)\s*:?$`)
	baseLine      = regexp.MustCompile(`(?i)^(?:base period|index base)\s*:?$`)
	numberLine    = regexp.MustCompile(`(?i)^(?:tabelle|tableau|table|tab\.?)\s*:?\s*[0-9][0-9A-Z.-]*$`)
	bracketUnit   = regexp.MustCompile(`^[(\[]([^()\[\]]{1,40})[)\]]$`)
)

// statements parses what the lines above and below a table say about it. It adds this to of,
// and returns the other lines as notes.
func (s shape) statements(of stated) (stated, []string) {
	var notes []string
	take := func(key, text string) bool {
		key = strings.TrimSuffix(strings.TrimSpace(key), ":")
		for _, to := range []struct {
			pattern *regexp.Regexp
			field   *string
		}{{titleLine, &of.title}, {sourceLine, &of.publisher}, {publishedLine, &of.published}, {unitLine, &of.unit}, {periodLine, &of.period}} {
			if to.pattern.MatchString(key) && text != "" {
				if *to.field == "" {
					*to.field = text
				}
				return true
			}
		}
		return false
	}
	for i, l := range append(append([]Line{}, s.above...), s.below...) {
		text := strings.TrimSpace(strings.Join(l.Cells, " "))
		if (l.filled() == 2 || strings.EqualFold(l.cell(2), "codes")) && take(l.cell(0), l.cell(1)) || text == "" {
			continue
		}
		if l.filled() == 2 && baseLine.MatchString(l.cell(0)) && of.unit == "" {
			of.unit = "index " + l.cell(1)
			continue
		}
		if m := keyed.FindStringSubmatch(text); m != nil && take(m[1], strings.TrimSuffix(m[2], ".")) {
			continue
		}
		if l.filled() == 2 && i < len(s.above) && of.title == "" && len(strings.Fields(l.cell(0))) > 2 { // a comma within a title
			of.title = l.cell(0) + ", " + l.cell(1)
			continue
		}
		m := bracketUnit.FindStringSubmatch(text)
		first, _, _ := strings.Cut(text, ". ")
		unit := strings.TrimSuffix(first, ".")
		_, known := knownUnit(unit)
		if m != nil {
			_, known = knownUnit(m[1])
		}
		switch {
		case l.filled() == 1 && known && m == nil && of.unit == "" && len(strings.Fields(unit)) < 6:
			of.unit = unit
			if text != unit {
				notes = append(notes, text)
			}
		case i >= len(s.above):
			notes = append(notes, text)
		case m != nil && of.unit == "" && (known || looksLikeUnit(m[1])):
			of.unit = m[1]
		case of.title == "" && l.filled() == 1 && m == nil && !numberLine.MatchString(text):
			of.title = text
		default:
			notes = append(notes, strings.Join(slices.DeleteFunc(slices.Clone(l.Cells), func(c string) bool { return c == "" }), " "))
		}
	}
	if _, unit := partUnit(of.title, false); of.unit == "" && unit != "" {
		of.unit = unit
	}
	return of, notes
}
