package say

import (
	"testing"

	"factframe/app/text"
	"factframe/data"

	"github.com/stretchr/testify/assert"
)

// The sign of a currency is where the language has it, and a minus stays with its number:
// from right to left too, where U+2068 would move it to the other side.
func TestCurrencyInEachLanguage(t *testing.T) {
	for tag, want := range map[string]string{
		"en-GB": "£83.78", "cy": "£83.78", "de": "83,78\u00a0£", "fr": "83,78\u00a0£", "es": "83,78\u00a0£", "pl": "83,78\u00a0£", "ar": "83.78\u00a0£",
	} {
		words := text.In(tag)
		signs := signsOf(words, &data.Unit{Prefix: "£"})
		assert.Equal(t, want, signs.Prefix+words.Number(83.78, 2)+signs.Suffix, tag)
	}
}
