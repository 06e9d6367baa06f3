//go:build patched

package goapp

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"testing"

	"factframe/web/goapp/render"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/maxence-charriere/go-app/v9/pkg/errors"
	"github.com/stretchr/testify/assert"
)

// counter shows a list that grows with every click, up to three lines.
type counter struct {
	app.Compo
	n int
}

func (c *counter) Render() app.UI {
	return app.P().Class("list").Title("n").OnClick(func(app.Context, app.Event) { c.n = (c.n + 1) % 4 }).Body(
		app.If(c.n%2 == 1, app.B().Text("odd")).Else(app.Text("even")),
		app.Range(make([]int, c.n)).Slice(func(i int) app.UI { return app.I().Class("n" + string(rune('0'+c.n))).Text(i) }))
}

// A new tree arrives depth first. A change sends only what changes, and releases nodes
// that have left the page, which frees their numbers.
func TestShippedGoAppAsksForWhatChanges(t *testing.T) {
	r := &render.Recorder{}
	update := app.Show(&counter{}, r)
	// In a browser the first two exist already: render.Body and render.First.
	assert.Equal(t, []string{
		"element 5 p", `attribute 5 class="list"`, `attribute 5 title="n"`, "listen to click at 5", `text 6 "even"`, "insert into 5: 6",
		"insert into 3: 5 before 4", "remove from 3: 4", "release 4", "flush"}, r.Operations)

	for _, want := range [][]string{
		{"element 4 b", `text 7 "odd"`, "insert into 4: 7", "insert into 5: 4 before 6", "remove from 5: 6", "release 6",
			"element 6 i", `attribute 6 class="n1"`, `text 8 "0"`, "insert into 6: 8", "insert into 5: 6", "flush"},
		{`text 9 "even"`, "insert into 5: 9 before 4", "remove from 5: 4", "release 7", "release 4",
			`attribute 6 class="n2"`,
			"element 4 i", `attribute 4 class="n2"`, `text 7 "1"`, "insert into 4: 7", "insert into 5: 4", "flush"},
	} {
		r.Operations = nil
		r.Hearing[5]["click"](nil)
		update()
		assert.Equal(t, want, r.Operations)
	}
}

// However often a page changes, the numbers of its nodes stay small.
func TestShippedGoAppForgetsWhatIsGone(t *testing.T) {
	r := &render.Recorder{}
	update := app.Show(&counter{}, r)
	root := slices.Max(slices.Collect(maps.Keys(r.Hearing)))
	for range 1000 {
		r.Hearing[root]["click"](nil)
		update()
	}
	for _, each := range r.Operations {
		var n int
		if _, err := fmt.Sscanf(each, "element %d", &n); err == nil {
			assert.Less(t, n, 40, each)
		}
	}
}

type word string

type spoken int

func (spoken) String() string { return "three" }

// Texts, numbers and booleans look the same in a prerendered page, which has the whole
// package fmt, and in a browser.
func TestShippedGoAppWritesValuesAsFmtDoes(t *testing.T) {
	for _, value := range []any{"a%b", word("a"), true, 0, -7, int8(7), uint16(7), 0.5, 1e6, 1e21, 1e-7, float32(0.1), spoken(3), io.EOF, nil} {
		assert.Equal(t, fmt.Sprint(value), app.FormatString("%v", value))
	}
	for format, values := range map[string][]any{
		"%s is %q":   {"a", word("b")},
		"%d of %d%%": {1, uint8(2)},
		"%T %p":      {t, t},
		"%v %v":      {1},
	} {
		assert.Equal(t, fmt.Sprintf(format, values...), app.FormatString(format, values...))
	}
}

func TestShippedErrorsHaveMessages(t *testing.T) {
	err := errors.New("mounting failed").WithTag("kind", "text").Wrap(io.EOF)
	assert.Regexp(t, `^patched_test.go:\d+: mounting failed, kind text: EOF$`, err.Error())
	assert.ErrorIs(t, err, io.EOF)
}
