package site

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data/datatest"

	"pgregory.net/rapid"
)

var linkedScript = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*)</script>`)

// Programs that read a page get a number with its bounds, its qualifier and its caution, and
// never a number where the source has none.
func TestFiguresForPrograms(t *testing.T) {
	datatest.Check(t, 40, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		for _, f := range p.Figures {
			found := linkedScript.FindStringSubmatch(linkedData(p, state.State{Figure: f.ID}, "https://figures.example/"))
			if found == nil {
				t.Fatalf("%s is not described", f.ID)
			}
			var o struct {
				Type                 string `json:"@type"`
				Name, Description    string
				Value                any
				MinValue, MaxValue   *float64
				MeasurementQualifier struct{ Name string }
			}
			if err := json.Unmarshal([]byte(found[1]), &o); err != nil {
				t.Fatal(err)
			}
			a, unit := f.Natural()
			if o.Type != "Observation" || o.Name != say.Phrase(f) || o.MeasurementQualifier.Name != say.Of(f).Word() || !strings.Contains(o.Description, say.FigureCaution(f).Shown) {
				t.Fatalf("%s: %+v", f.ID, o)
			}
			if a == nil {
				if _, isNumber := o.Value.(float64); isNumber {
					t.Fatalf("%s: a missing value is %v", f.ID, o.Value)
				}
				continue
			}
			shown := f.Rounded(*a, unit)
			if o.Value != shown.Number {
				t.Fatalf("%s: %v, not %v", f.ID, o.Value, shown.Number)
			}
			if a.IsRange() != (o.MinValue != nil) || a.IsRange() && (*o.MinValue != shown.Low || *o.MaxValue != shown.High) {
				t.Fatalf("%s: its range is %v to %v", f.ID, o.MinValue, o.MaxValue)
			}
		}
	})
}

// Without a public address a page has no description, because linked data has full addresses.
func TestNoDescriptionWithoutAnAddress(t *testing.T) {
	p := datatest.Default(t)
	for _, s := range state.Prerendered(p) {
		if linkedData(p, s, "") != "" {
			t.Fatal(s.Address())
		}
	}
}
