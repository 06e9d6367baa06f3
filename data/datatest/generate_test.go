package datatest

import (
	"fmt"
	"regexp"
	"testing"

	"factframe/data"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

var names = regexp.MustCompile(`"[^"]*"|[a-z]+-[0-9]+|[0-9.]+`)

// Generated packages cover everything a package can contain, and most candidates are
// accepted. Otherwise tests with generated packages would test little.
func TestWhatIsGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("-short generates too few packages to count their contents")
	}
	accepted, refused := map[string]int{}, map[string]int{}
	observe = func(err error) { refused[names.ReplaceAllString(err.Error(), "…")]++ }
	defer func() { observe = nil }()
	Check(t, 150, func(t *rapid.T) {
		p := Package().Draw(t, "package").Package
		for _, v := range p.Views {
			for _, spec := range v.Panels {
				accepted["mark "+string(spec.Mark)]++
				for channel := range spec.Channels {
					accepted["channel "+channel]++
				}
				for _, s := range spec.Series {
					accepted["kind "+string(s.Unit.Kind)]++
					if s.Records != nil {
						accepted["records"]++
					}
				}
				if len(spec.Events) > 0 {
					accepted["events"]++
				}
			}
			if len(v.Filters) > 0 {
				accepted["filters"]++
			}
			if len(v.OneOf) > 0 {
				accepted["one of"]++
			}
			if len(v.Units) > 1 {
				accepted["units"]++
			}
			if v.Spans {
				accepted["span"]++
			}
		}
		for _, f := range p.Figures {
			switch {
			case f.Value == nil:
				accepted["missing"]++
			case f.Value.IsOpen():
				accepted["open"]++
			case f.Value.IsRange():
				accepted["range"]++
			case f.Value.Number < 0:
				accepted["negative"]++
			}
			if f.Base != nil && f.Percent != nil {
				accepted["share"]++
			}
			if f.Calculated() {
				accepted["formula "+string(f.Formula)]++
			}
			if !f.Period.Known() {
				accepted["undated"]++
			}
		}
	})
	wanted := []string{"records", "events", "filters", "one of", "units", "span", "missing", "open", "range", "negative", "share", "undated"}
	for _, formula := range data.Formulas {
		if formula != string(data.BeforeChange) { // it needs two series that differ only in their unit
			wanted = append(wanted, "formula "+formula)
		}
	}
	for _, mark := range data.Marks() {
		wanted = append(wanted, "mark "+mark)
	}
	for _, kind := range data.UnitKinds() {
		wanted = append(wanted, "kind "+kind)
	}
	for _, channel := range data.Channels {
		wanted = append(wanted, "channel "+channel)
	}
	for _, what := range wanted {
		assert.GreaterOrEqual(t, accepted[what], 5, "%s is generated too seldom", what)
	}
	total := 0
	for _, n := range refused {
		total += n
	}
	t.Logf("accepted %v", accepted)
	for why, n := range refused {
		if n > 5 {
			t.Log(n, why)
		}
	}
	assert.Less(t, total, 450, fmt.Sprintf("%d candidates were refused", total))
}
