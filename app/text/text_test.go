package text

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumber(t *testing.T) {
	tests := []struct {
		n        float64
		decimals int
		want     string
	}{{0, 0, "0"}, {999, 0, "999"}, {2287, 0, "2,287"}, {1234567, 0, "1,234,567"}, {6.2486, 1, "6.2"}, {-50, 0, "−50"}, {62.7022, 1, "62.7"}}
	for _, test := range tests {
		assert.Equal(t, test.want, Number(test.n, test.decimals))
	}
}

func TestAmounts(t *testing.T) {
	inf := math.Inf(1)
	percent := Unit{Beside: Signs{"", "%"}, InWords: Signs{"", " per cent"}, BeforeLabel: Signs{"", "%"}}
	change := percent
	change.Form = Risen
	aDay := Unit{Beside: Signs{"", " a day"}, InWords: Signs{"", " a day"}}
	years := Unit{Beside: Signs{"", " years"}, InWords: Signs{"", " years"}, BeforeLabel: Signs{"", " years"}}
	times := Unit{Beside: Signs{"×", ""}, InWords: Signs{"×", ""}, BeforeLabel: Signs{"", " times"}}
	money := Unit{Beside: Signs{"£", " bn"}, InWords: Signs{"£", " bn"}, BeforeLabel: Signs{"£", " bn"}}
	signed := Unit{Beside: Signs{"", "%"}, InWords: Signs{"", " per cent"}, BeforeLabel: Signs{"", "%"}, Form: Signed}
	tests := []struct {
		a                       Amount
		short, long, word, bare string
	}{
		{Amount{Number: 2287, Low: 2287, High: 2287, Qualifier: "exact", Unit: Unit{}}, "2,287", "2,287", "", "2,287"},
		{Amount{Number: 6, Low: 6, High: inf, Qualifier: "more_than", Unit: aDay}, "more than 6 a day", "more than 6 a day", "more than", "6"},
		{Amount{Number: 137, Low: 126, High: 148, Qualifier: "about", Unit: Unit{}, Calculated: true}, "about 137", "about 137", "about", "137"},
		{Amount{Number: 3, Qualifier: "less_than", Unit: percent}, "less than 3%", "less than 3 per cent", "less than", "3%"},
		{Amount{Number: 131, Qualifier: "rounded", Unit: change}, "a rise of 131%", "a rise of 131 per cent", "rounded", "131%"},
		{Amount{Number: -50, Low: -100, High: -50, Qualifier: "more_than", Unit: change}, "a fall of more than 50%", "a fall of more than 50 per cent", "more than", "50%"},
		{Amount{Number: 1.0 / 3, Qualifier: "about", Unit: Unit{Form: Divided}}, "about one third", "about one third", "about", "one third"},
		{Amount{Number: 13, Low: 13, High: inf, Qualifier: "at_least", Unit: years}, "at least 13 years", "at least 13 years", "at least", "13 years"},
		{Amount{Number: 2.368, Qualifier: "exact", Unit: times, Decimals: 1, Calculated: true}, "×2.4", "×2.4", "calculated", "2.4 times"},
		{Amount{Number: 14.75, Decimals: 2, Unit: money}, "£14.75 bn", "£14.75 bn", "", "£14.75 bn"},
		{Amount{Number: 0.4, Decimals: 2, Unit: money}, "£0.40 bn", "£0.40 bn", "", "£0.40 bn"},
		{Amount{Number: -1234.5, Decimals: 1, Unit: money}, "−£1,234.5 bn", "−£1,234.5 bn", "", "−£1,234.5 bn"},
		{Amount{Number: 5.6, Decimals: 1, Unit: signed}, "+5.6%", "+5.6 per cent", "", "+5.6%"},
		{Amount{Number: -0.4, Decimals: 1, Unit: signed}, "−0.4%", "−0.4 per cent", "", "−0.4%"},
		{Amount{Number: -0.02, Decimals: 1, Unit: signed}, "0.0%", "0.0 per cent", "", "0.0%"},
		{Amount{Missing: true}, "not printed", "a number that is not printed", "", "Not printed"},
	}
	for _, test := range tests {
		assert.Equal(t, test.short, test.a.Short())
		assert.Equal(t, test.long, test.a.Long())
		assert.Equal(t, test.word, test.a.Word())
		assert.Equal(t, test.bare, test.a.Bare())
	}
}

func TestRange(t *testing.T) {
	assert.Equal(t, "126 to 148", Amount{Number: 137, Low: 126, High: 148}.Range())
	assert.Equal(t, "2.5 to 3.5", Amount{Number: 3, Low: 2.5, High: 3.5}.Range())
	assert.Empty(t, Amount{Number: 6, Low: 6, High: math.Inf(1)}.Range())
	assert.Empty(t, Amount{Number: 6, Low: 6, High: 6}.Range())
}

func TestPeriods(t *testing.T) {
	tests := []struct {
		start, end Day
		want       string
	}{
		{Day{2015, 4, 1}, Day{2016, 3, 31}, "April 2015 to March 2016"},
		{Day{2018, 1, 1}, Day{2018, 12, 31}, "2018"},
		{Day{2018, 1, 1}, Day{2019, 12, 31}, "January 2018 to December 2019"},
		{Day{2018, 5, 5}, Day{2018, 6, 6}, "5 May 2018 to 6 June 2018"},
		{Day{2020, 2, 1}, Day{2020, 2, 29}, "February 2020"},
		{Day{2020, 2, 1}, Day{2020, 2, 28}, "1 February 2020 to 28 February 2020"},
		{Day{2020, 1, 1}, Day{2020, 3, 31}, "January 2020 to March 2020"},
		{Day{2020, 3, 5}, Day{2020, 3, 5}, "5 March 2020"},
		{Day{}, Day{}, NoPeriod},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Period(test.start, test.end))
	}
	assert.Equal(t, "December 2016", Date("2016-12"))
	assert.Equal(t, "6 November 2017", Date("2017-11-06"))
	assert.Equal(t, "2017", Date("2017"))
}

func TestLists(t *testing.T) {
	assert.Equal(t, "", Join(nil))
	assert.Equal(t, "a", Join([]string{"a"}))
	assert.Equal(t, "a, b and c", Join([]string{"a", "b", "c"}))
	assert.Equal(t, "one figure", Of(1, "figure", "figures"))
	assert.Equal(t, "nine figures", Of(9, "figure", "figures"))
	assert.Equal(t, "10 figures", Of(10, "figure", "figures"))
	assert.Equal(t, "One figure", Opening(1, "figure", "figures"))
	assert.Equal(t, "Ten figures", Opening(10, "figure", "figures"))
	assert.Equal(t, "Twenty figures", Opening(20, "figure", "figures"))
	assert.Equal(t, "These 21 figures", Opening(21, "figure", "figures"), "no sentence begins with a numeral")
	assert.Equal(t, "Élan", Capital("élan"))
}
