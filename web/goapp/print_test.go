//go:build !patched

package goapp

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type tree struct {
	app.Compo
	ui app.UI
}

func (t *tree) Render() app.UI { return t.ui }

func TestPrintTree(t *testing.T) {
	tests := []struct {
		name string
		ui   app.UI
		want string
	}{
		{"quotes in attributes", app.A().Title(`say "yes" & <no>`), `<a title="say &quot;yes&quot; &amp; &lt;no>"></a>`},
		{"true is kept on aria", app.A().Aria("expanded", true), `<a aria-expanded="true"></a>`},
		{"true booleans are bare", app.Input().Type("checkbox").Checked(true), `<input checked type="checkbox">`},
		{"false booleans are absent", app.P().Hidden(false).Text("x"), `<p>x</p>`},
		{"two texts stay two", app.P().Body(app.Text("a"), app.Text("b")), `<p>a<!---->b</p>`},
		{"no white space between children", app.P().Body(app.B().Text("a"), app.I().Text("b")), `<p><b>a</b><i>b</i></p>`},
		{"no-break spaces and line ends", app.P().Title("a\nb").Text("c\u00a0d"), `<p title="a&#10;b">c&nbsp;d</p>`},
		{"attributes in one order", app.A().Rel("r").Href("h").Class("c").ID("i"), `<a class="c" href="h" id="i" rel="r"></a>`},
		{"empty text", app.P().Text(""), `<p></p>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b strings.Builder
			require.NoError(t, Print(&b, &tree{ui: test.ui}))
			assert.Equal(t, test.want, b.String())
		})
	}
}

func TestPrintTreeRefusesWhatItDoesNotKnow(t *testing.T) {
	var b strings.Builder
	err := Print(&b, &tree{ui: app.Div().Body(app.Raw("<b>raw</b>"))})
	assert.ErrorContains(t, err, "cannot print the node app.raw")
}
