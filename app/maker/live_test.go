package maker

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"factframe/data/draft"
)

// A person sees and types values; the package has ids, so that the text follows the table.
func TestLiveNumbers(t *testing.T) {
	figures := []draft.Choice{{ID: "north-2024", Value: "6,120"}, {ID: "south-2023", Value: "15"}, {ID: "south-2024", Value: "15"}}
	for _, each := range []struct{ stored, seen string }{
		{"North: {north-2024}", "North: {6,120}"},
		{"South: {south-2024} and {south-2023}", "South: {15 south-2024} and {15 south-2023}"},
		{"No number", "No number"},
		{"{unknown} and {", "{unknown} and {"},
	} {
		assert.Equal(t, each.seen, inValues(each.stored, figures))
		assert.Equal(t, each.stored, inIDs(each.seen, figures))
	}
}
