package figuretest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"factframe/app/figuretest"
	"factframe/data/datatest"
	"factframe/data/datatest/golden"

	"github.com/stretchr/testify/assert"
)

func TestAPageAsItIsRead(t *testing.T) {
	page := figuretest.Open(t, datatest.KindPath("survey"), "")
	page.Golden("testdata/survey.txt", golden.Updating())
}

func TestChoices(t *testing.T) {
	page := figuretest.OpenPackage(t, datatest.Default(t), "outcomes/")
	assert.Equal(t, "493", page.Row("Not in the public interest").Value)
	page.In("percent")
	assert.Equal(t, "outcomes/percent/", page.Address())
	page.Only("outcome", "charge-or-caution")
	assert.Len(t, page.Rows(), 1)
	assert.Equal(t, "The 26 police forces that answered, April 2015 to March 2016: Charge or formal caution, 6 per cent.", page.Sentence())
	page.Toggle("outcome", "other-agency")
	assert.Len(t, page.Rows(), 2)
	page.OrderedBy("printed")
	assert.Contains(t, page.Address(), "order=printed")
}

func TestReceiptsAndVerdicts(t *testing.T) {
	page := figuretest.OpenPackage(t, datatest.Default(t), "")
	assert.Contains(t, page.Receipt("foi-outcome-not-reported")["Calculated"], "2,287 − 1,434")
	verdict := page.Verdict("foi-crimes", "npcc-incidents")
	assert.Equal(t, "not-comparable", verdict.Verdict)
	assert.Contains(t, verdict.String(), "Different things counted")
}

// recorder records a failed test without ending the surrounding one.
type recorder struct {
	testing.TB
	said strings.Builder
}

var errFailed = errors.New("failed")

func (r *recorder) Helper()                        {}
func (r *recorder) Errorf(format string, a ...any) { fmt.Fprintf(&r.said, format, a...) }
func (r *recorder) FailNow()                       { panic(errFailed) }

// Asking for something that does not exist fails the test, and lists what exists.
func TestWhatIsNotThereFails(t *testing.T) {
	for want, ask := range map[string]func(p *figuretest.Page){
		"the view has no such filter":          func(p *figuretest.Page) { p.Only("colour", "red") },
		"the filter has no such code":          func(p *figuretest.Page) { p.Only("outcome", "red") },
		"the table has no such row":            func(p *figuretest.Page) { p.Row("Nothing") },
		`the package has no figure "nothing"`:  func(p *figuretest.Page) { p.Receipt("nothing") },
		`the package has no unit "stones"`:     func(p *figuretest.Page) { p.In("stones") },
		"the view does not offer this order":   func(p *figuretest.Page) { p.OrderedBy("colour") },
		"name two figures or more":             func(p *figuretest.Page) { p.Verdict("foi-crimes") },
		"write it with the test's update flag": func(p *figuretest.Page) { p.Golden("testdata/nothing.txt", false) },
	} {
		r := &recorder{TB: t}
		page := figuretest.OpenPackage(r, datatest.Default(t), "outcomes/")
		func() {
			defer func() { recover() }()
			ask(page)
		}()
		assert.Contains(t, r.said.String(), want)
	}
	r := &recorder{TB: t}
	func() {
		defer func() { recover() }()
		figuretest.OpenPackage(r, datatest.Default(t), "outcomes/?unit=stones")
	}()
	assert.Contains(t, r.said.String(), "unit=stones")
}
