package say

import (
	"testing"
	"unicode"

	"factframe/app/state"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
)

func TestSentencesFollowTheFilters(t *testing.T) {
	p := datatest.Default(t)
	tests := []struct {
		state state.State
		want  string
	}{
		{state.State{View: "outcomes"}.WithOnly("outcome", "other-agency"), "The 26 police forces that answered, April 2015 to March 2016: Another agency acted, 92."},
		{state.State{View: "outcomes", Unit: "percent"}.WithOnly("outcome", "charge-or-caution"), "The 26 police forces that answered, April 2015 to March 2016: Charge or formal caution, 6 per cent."},
		{state.State{View: "time"}.WithOnly("series", "met-outcome-21"), "Outcome 21 used, the Met (the Metropolitan Police): 38 in 2018 and 90 in 2019."},
		{state.State{View: "outcomes"}, "The 26 police forces that answered, April 2015 to March 2016: Not in the public interest, 493, is the highest of six values; Another agency acted, 92, is the lowest."},
		{state.State{View: "glance"}, "Twelve figures from five sources. They count different things, so they cannot be added up."},
		{state.State{View: "glance"}.WithOnly("source", "college-2016"), "Children in a survey; its sample, place and date are not stated: Surveyed 11 to 16 year olds who took such a picture, 3 per cent."},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Sentence(p.Select(test.state.Query(p))))
	}
	for _, s := range state.Prerendered(p) {
		if s.View != "" {
			first := []rune(Sentence(p.Select(s.Query(p))))[0]
			assert.False(t, unicode.IsDigit(first), "%s begins with a numeral", s.Address())
		}
	}
}
