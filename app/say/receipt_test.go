package say_test

import (
	"strings"
	"testing"

	"factframe/app/figuretest"
	"factframe/data/check"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A receipt shows the number covered, out of how many. Without a description of who is
// covered, it does not end with a colon.
func TestWhoIsCovered(t *testing.T) {
	_, raw, err := check.File(datatest.KindPath("growth"))
	require.NoError(t, err)
	own := strings.Replace(string(raw), `"coverage_who": "eight regions"`, `"coverage_n": 8, "coverage_m": 9, "coverage_who": "regions that sent accounts"`, 1)
	own = strings.Replace(own, `"population": "output of a region",`, "", 1)
	require.NotEqual(t, string(raw), own)
	p, err := check.Bytes("growth.json", []byte(own))
	require.NoError(t, err)
	receipt := figuretest.OpenPackage(t, p, "").Receipt("coast-2024")
	assert.Equal(t, "Regions that sent accounts (8 of 9)", receipt["Who"])
	assert.Equal(t, "Output", receipt["Counts"])
}
