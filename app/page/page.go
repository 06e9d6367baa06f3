package page

import (
	"factframe/app/say"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Elements are made with app.Elem: each of go-app v9.8.0's typed constructors
// brings a large type of its own into the program, 30 kB as brotli for a page's.

// Body lists the parts of the page in reading order. Each part is always
// there, empty or not: go-app v9.8.0 matches children by index, and a part
// that came and went would take the focus of those behind it.
func (m *Model) Body() []app.UI {
	return []app.UI{
		m.later("header"),
		app.Elem("p").Class("notice ignored").Role("note").Hidden(len(m.Ignored) == 0).Text(m.ignoredText()),
		m.choiceComing(),
		m.choiceLost(),
		el("article", "content", // which tells reader views of browsers what to keep
			el("section", "view", m.content().body(m)...), m.later("foot")),
		m.later("announcement"),
	}
}

// viewBody is what fits an article: the finding, the choices, the picture or the
// table, and the caution that matters most.
func (m *Model) viewBody() []app.UI {
	return []app.UI{
		m.own("h1", "", say.Heading(m.Package, m.State), m.View.Headline),
		m.own("p", "sub", say.Expand(m.Package, m.View.Subtitle), m.View.Subtitle),
		m.tools(),
		m.shown(),
		m.later("says"),
		m.now("pictures"),
		m.now("numbers"),
		m.strayReceipt(),
		m.later("care"),
	}
}
