package say_test

import (
	"testing"
	"unicode"

	"factframe/app/figuretest"
	"factframe/app/state"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
)

func TestSentencesFollowTheFilters(t *testing.T) {
	p := datatest.Default(t)
	for address, want := range map[string]string{
		"outcomes/outcome-other-agency/":                   "The 26 police forces that answered, April 2015 to March 2016: Another agency acted, 92.",
		"outcomes/?unit=percent&outcome=charge-or-caution": "The 26 police forces that answered, April 2015 to March 2016: Charge or formal caution, 6 per cent.",
		"time/?series=met-outcome-21":                      "Outcome 21 used, the Met (the Metropolitan Police): 38 in 2018 and 90 in 2019.",
		"outcomes/":                                        "The 26 police forces that answered, April 2015 to March 2016: Not in the public interest, 493, is the highest of six values; Another agency acted, 92, is the lowest.",
		"glance/":                                          "Shown: 12 figures from five sources. They count different things, so they cannot be added up.",
		"glance/?source=college-2016":                      "Children in a survey; its sample, place and date are not stated: Surveyed 11 to 16 year olds who took such a picture, 3 per cent.",
	} {
		assert.Equal(t, want, figuretest.OpenPackage(t, p, address).Sentence(), address)
	}
	for _, s := range state.Prerendered(p) {
		if s.View != "" {
			first := []rune(figuretest.OpenPackage(t, p, s.Address()).Sentence())[0]
			assert.False(t, unicode.IsDigit(first), "%s begins with a numeral", s.Address())
		}
	}
}
