package figuretest_test

import (
	"fmt"
	"testing"

	"factframe/app/figuretest"

	"github.com/stretchr/testify/assert"
)

// example stands for the t that a test function gets.
var example = &testing.T{}

// A test of one's own figures: what the page says, and what it must go on saying
// when somebody edits the package.
func Example() {
	test := func(t *testing.T) {
		page := figuretest.Open(t, "../../data/testdata/kinds/countries", "countries/")
		assert.Equal(t, "Ten of forty countries emit two thirds of all", page.Headline())
		page.Only("country", "aldmark")
		fmt.Println(page.Rows()[0].Name, page.Rows()[0].Value)
		fmt.Println(page.Source())
	}
	test(example)
	// Output:
	// Aldmark 1,030.6
	// Source: Agency for Air (invented), May 2024
}

// Whether two figures may be compared, with the reasons.
func ExamplePage_Verdict() {
	page := figuretest.Open(example, "../../data", "compare/")
	verdict := page.Verdict("foi-suspects-under-13", "met-suspects-under-14")
	fmt.Println(verdict.Verdict)
	for _, reason := range verdict.Reasons {
		fmt.Println(reason.Title)
	}
	// Output:
	// not-comparable
	// Different ages
	// Different coverage
	// Different lengths of time
	// Different sources
}
