package figuretest_test

import (
	"fmt"
	"testing"

	"factframe/app/figuretest"

	"github.com/stretchr/testify/assert"
)

// example replaces the t of a test function.
var example = &testing.T{}

// A test of your own figures checks what the page says, so that later edits of the package
// cannot change it unnoticed.
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

// Verdict reports whether two figures may be compared, with the reasons.
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
