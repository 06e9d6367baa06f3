package text

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each row is a case: a call and the expected text.
func TestWords(t *testing.T) {
	tests := []struct{ got, want string }{
		{English.Number(100, 0), "100"}, {English.Number(1000, 0), "1,000"}, {English.Number(-1000.5, 2), "−1,000.50"}, {English.Number(12, 0), "12"}, {English.Number(0.5, 1), "0.5"}, {English.Number(1e12, 0), "1,000,000,000,000"},
		{English.Spelt(0), "no"}, {English.Spelt(9), "nine"}, {English.Spelt(10), "10"}, {English.Spelt(-1), "−1"}, {English.Spelt(1200), "1,200"},
		{English.Count("figures", 0), "no figures"}, {English.Count("figures", 1), "one figure"}, {English.Count("figures", 2), "two figures"}, {English.Count("figures", 1200), "1,200 figures"},
		{English.Counted(1, Forms{One: "row", Many: "rows"}), "one row"}, {English.Counted(12, Forms{One: "row", Many: "rows"}), "12 rows"},
		{Capital(""), ""}, {Capital("é"), "É"}, {Capital("ab"), "Ab"},
		{Cut("one two three", 13), "one two three"}, {Cut("one two three", 12), "one two…"}, {Cut("one two three", 9), "one two…"}, {Cut("one two three", 8), "one…"}, {Cut("one, two", 5), "one…"},
		{Cut("Donaudampf", 4), "Don…"}, {Cut("Donaudampf", 0), "…"}, {Cut("Straße", 6), "Straße"}, {Cut(" ab cd", 3), " a…"},
		{English.Commas(), ""}, {English.Commas("", ""), ""}, {English.Commas("a", ""), "a"}, {English.Commas("", "a"), "a"}, {English.Semicolons("a", "", "b"), "a; b"}, {English.Sentences("A.", "", "B."), "A. B."},
		{Ended(""), ""}, {Ended("a"), "a."}, {Ended("a."), "a."}, {Ended("a?"), "a?"}, {Ended("a!"), "a!"}, {Ended("a…"), "a…"}, {Ended("a:"), "a:."}, {Ended("é"), "é."},
		{English.Fill("picture.axis_from", "begin", "£5"), "The axis begins at £5, not at zero."}, {English.Say("no.such.entry"), ""},
		{English.Date("2016"), "2016"}, {English.Date("2016-01"), "January 2016"}, {English.Date("2016-12"), "December 2016"}, {English.Date("2016-13"), "2016-13"}, {English.Date("2016-00"), "2016-00"}, {English.Date("2016-xx"), "2016-xx"},
		{English.Date("2017-02-06"), "6 February 2017"}, {English.Date("2017-02-20"), "20 February 2017"}, {English.Date("Not stated"), "Not stated"},
		{English.ShortDate("2016"), "2016"}, {English.ShortDate("2016-12"), "Dec 2016"}, {English.ShortDate("2016-05"), "May 2016"}, {English.ShortDate("2017-09-06"), "6 Sept 2017"}, {English.ShortDate("Not stated"), "Not stated"}, {English.ShortDate("2017-06-06"), "6 Jun 2017"},
		{English.Day(Day{2020, 3, 5}), "5 March 2020"},
		{English.Fraction(0.5), "one half"}, {English.Fraction(1.0 / 3), "one third"}, {English.Fraction(0.25), "one quarter"}, {English.Fraction(0.2), "one fifth"}, {English.Fraction(1.0 / 6), ""}, {English.Fraction(0.333), ""}, {English.Fraction(1), ""},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, test.got)
	}
}

// A period counts as whole months only if its days do.
func TestEndsOfMonths(t *testing.T) {
	tests := []struct {
		start, end Day
		want       string
	}{
		{Day{2021, 4, 1}, Day{2021, 4, 30}, "April 2021"}, {Day{2021, 4, 1}, Day{2021, 4, 29}, "1 April 2021 to 29 April 2021"},
		{Day{2021, 6, 1}, Day{2021, 6, 30}, "June 2021"}, {Day{2021, 9, 1}, Day{2021, 9, 30}, "September 2021"}, {Day{2021, 11, 1}, Day{2021, 11, 30}, "November 2021"},
		{Day{2021, 1, 1}, Day{2021, 1, 31}, "January 2021"}, {Day{2021, 1, 1}, Day{2021, 1, 30}, "1 January 2021 to 30 January 2021"},
		{Day{2021, 2, 1}, Day{2021, 2, 28}, "February 2021"}, {Day{2021, 2, 1}, Day{2021, 2, 27}, "1 February 2021 to 27 February 2021"},
		{Day{1900, 2, 1}, Day{1900, 2, 28}, "February 1900"}, {Day{2000, 2, 1}, Day{2000, 2, 28}, "1 February 2000 to 28 February 2000"}, {Day{2000, 2, 1}, Day{2000, 2, 29}, "February 2000"},
		{Day{2021, 1, 2}, Day{2021, 1, 31}, "2 January 2021 to 31 January 2021"}, {Day{2021, 1, 1}, Day{2021, 12, 31}, "2021"}, {Day{2021, 2, 1}, Day{2021, 12, 31}, "February 2021 to December 2021"},
		{Day{2021, 1, 1}, Day{2021, 11, 30}, "January 2021 to November 2021"}, {Day{2021, 1, 1}, Day{2022, 12, 31}, "January 2021 to December 2022"},
		{Day{}, Day{2022, 12, 31}, "period not stated"}, {Day{2021, 1, 1}, Day{}, "period not stated"}, {Day{2020, 1, 31}, Day{2021, 1, 31}, "31 January 2020 to 31 January 2021"},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, English.Period(test.start, test.end))
	}
}

// Amounts of every form, with every qualifier, in every place.
func TestEveryFormOfAnAmount(t *testing.T) {
	inf := math.Inf(1)
	signs := Signs{"£", " m"}
	money := Unit{Beside: signs, InWords: signs, BeforeLabel: signs}
	once := money
	once.Once = true
	tonnes := Unit{InWords: Signs{"", " tonnes"}, BeforeLabel: Signs{"", " tonnes"}, Forms: Forms{One: " tonne", Many: " tonnes"}}
	risen := Unit{Beside: Signs{"", "%"}, InWords: Signs{"", " per cent"}, BeforeLabel: Signs{"", "%"}, Form: Risen}
	signed := money
	signed.Form = Signed
	third := Unit{Form: Divided}
	tests := []struct {
		a                                            Amount
		short, drawn, long, bare, leading, word, rng string
	}{
		{Amount{Number: 1.5, Low: 1.5, High: 1.5, Decimals: 1, Unit: money, Qualifier: "exact"}, "£1.5 m", "£1.5 m", "£1.5 m", "£1.5 m", "£1.5 m", "", ""},
		{Amount{Number: 1.5, Low: 1.5, High: 1.5, Decimals: 1, Unit: money, Qualifier: "exact", Calculated: true}, "£1.5 m", "£1.5 m", "£1.5 m", "£1.5 m", "£1.5 m", "calculated", ""},
		{Amount{Number: 1.5, Low: 1, High: 2, Decimals: 1, Unit: once, Qualifier: "about"}, "about £1.5 m", "about 1.5", "about £1.5 m", "£1.5 m", "about £1.5 m", "about", "1.0 to 2.0"},
		{Amount{Number: 1, Low: 1, High: 1, Unit: tonnes}, "1", "1", "1 tonne", "1 tonne", "1 tonne", "", ""},
		{Amount{Number: -1, Low: -1, High: -1, Unit: tonnes}, "−1", "−1", "−1 tonne", "−1 tonne", "−1 tonne", "", ""},
		{Amount{Number: 1, Low: 1, High: 1, Decimals: 1, Unit: tonnes}, "1.0", "1.0", "1.0 tonnes", "1.0 tonnes", "1.0 tonnes", "", ""},
		{Amount{Number: 2, Low: 2, High: 2, Unit: tonnes}, "2", "2", "2 tonnes", "2 tonnes", "2 tonnes", "", ""},
		{Amount{Number: 131, Low: 130.5, High: 131.5, Unit: risen, Qualifier: "rounded"}, "a rise of 131%", "+131%", "a rise of 131 per cent", "131%", "131%", "rounded", "130.5 to 131.5"},
		{Amount{Number: -50, Low: -100, High: -50, Unit: risen, Qualifier: "more_than"}, "a fall of more than 50%", "below −50%", "a fall of more than 50 per cent", "50%", "more than 50%", "more than", ""},
		{Amount{Number: 0, Unit: risen}, "a change of 0%", "0%", "a change of 0 per cent", "0%", "0%", "", ""},
		{Amount{Number: 5, Low: 5, High: 5, Unit: signed}, "+£5 m", "+£5 m", "+£5 m", "+£5 m", "+£5 m", "", ""},
		{Amount{Number: 0, Unit: signed}, "£0 m", "£0 m", "£0 m", "£0 m", "£0 m", "", ""},
		{Amount{Number: -5, Low: -inf, High: -5, Unit: signed, Qualifier: "more_than"}, "below −£5 m", "below −£5 m", "below −£5 m", "−£5 m", "below −£5 m", "below", ""},
		{Amount{Number: 5, Low: 5, High: inf, Unit: money, Qualifier: "at_least"}, "at least £5 m", "at least £5 m", "at least £5 m", "£5 m", "at least £5 m", "at least", ""},
		{Amount{Number: 5, Low: 0, High: 5, Unit: money, Qualifier: "less_than"}, "less than £5 m", "less than £5 m", "less than £5 m", "£5 m", "less than £5 m", "less than", ""},
		{Amount{Number: 5, Low: 5, High: 5, Unit: money, Qualifier: "average"}, "on average £5 m", "on average £5 m", "on average £5 m", "£5 m", "on average £5 m", "on average", ""},
		{Amount{Number: 1.0 / 3, Low: 1.0 / 3, High: 1.0 / 3, Unit: third}, "one third", "one third", "one third", "one third", "one third", "", ""},
		{Amount{Missing: true, Unit: money}, "not printed", "not printed", "a number that is not printed", "Not printed", "not printed", "", ""},
	}
	for _, test := range tests {
		a := test.a
		assert.Equal(t, []string{test.short, test.drawn, test.long, test.bare, test.leading, test.word, test.rng},
			[]string{a.Short(), a.Drawn(), a.Long(), a.Bare(), a.Leading(), a.Word(), a.Range()})
	}
}

// Bounds have the decimals that they need.
func TestDecimalsOfBounds(t *testing.T) {
	for _, test := range []struct {
		a    Amount
		want string
	}{
		{Amount{Low: 1, High: 2}, "1 to 2"}, {Amount{Low: 1, High: 2, Decimals: 2}, "1.00 to 2.00"}, {Amount{Low: 1.25, High: 2}, "1.25 to 2.00"}, {Amount{Low: 1, High: 2.125}, "1.000 to 2.125"},
		{Amount{Low: 1.0 / 3, High: 2, Calculated: true}, "0.3 to 2.0"}, {Amount{Low: 1.25, High: 2, Decimals: 1, Calculated: true}, "1.25 to 2.00"}, {Amount{Low: -2, High: -1}, "−2 to −1"},
		{Amount{Low: 0.1 + 0.2, High: 0.5, Decimals: 1}, "0.3 to 0.5"}, {Amount{Low: 0.0000001, High: 1}, "0.0000001 to 1.0000000"},
		{Amount{Low: 1, High: 2, Missing: true}, ""}, {Amount{Low: 2, High: 2}, ""}, {Amount{Low: 3, High: 2}, ""}, {Amount{Low: math.Inf(-1), High: 2}, ""}, {Amount{Low: 1, High: math.Inf(1)}, ""},
	} {
		assert.Equal(t, test.want, test.a.Range())
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
	assert.Equal(t, "126 to 148", (&Amount{Number: 137, Low: 126, High: 148}).Range())
	assert.Equal(t, "2.5 to 3.5", (&Amount{Number: 3, Low: 2.5, High: 3.5}).Range())
	assert.Empty(t, (&Amount{Number: 6, Low: 6, High: math.Inf(1)}).Range())
	assert.Empty(t, (&Amount{Number: 6, Low: 6, High: 6}).Range())
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
		{Day{}, Day{}, "period not stated"},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, English.Period(test.start, test.end))
	}
	assert.Equal(t, "December 2016", English.Date("2016-12"))
	assert.Equal(t, "6 November 2017", English.Date("2017-11-06"))
	assert.Equal(t, "2017", English.Date("2017"))
}

func TestLists(t *testing.T) {
	assert.Equal(t, "", English.List(nil))
	assert.Equal(t, "a", English.List([]string{"a"}))
	assert.Equal(t, "a and b", English.List([]string{"a", "b"}))
	assert.Equal(t, "a, b, c and d", English.List([]string{"a", "b", "c", "d"}))
}
