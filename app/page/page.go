package page

import (
	"factframe/app/say"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Elements are made with app.Elem, because each of go-app v9.8.0's typed constructors adds
// a large type to the program: 30 kB as brotli for the constructors of a page.

// Body lists the parts of the page in reading order. Empty parts are included, because
// go-app v9.8.0 matches children by index: if a part came and went, later ones would lose
// focus.
func (m *Model) Body() []app.UI {
	return []app.UI{
		m.later("header"),
		m.with(app.Elem("p").Class("notice ignored").Role("note").Hidden(len(m.Ignored) == 0), m.ignoredText()),
		m.choiceComing(),
		m.choiceLost(),
		el("article", "content", // for browsers' reader views
			el("section", "view", m.content().body(m)...), m.later("foot")),
		m.later("announcement"),
	}
}

// heading is the finding, or the title of the view and what filters show.
func (m *Model) heading() app.UI {
	if shown := say.Heading(m.Package, m.State); m.State.Filters() {
		return m.written("h1", "", shown)
	}
	return m.own("h1", "", say.Heading(m.Package, m.State), m.View.Headline)
}

// subtitle is what the view shows, and for which of its choices.
func (m *Model) subtitle() app.UI {
	shown := say.Subtitle(m.Package, m.State)
	if len(m.View.OneOf) > 0 {
		return m.written("p", "sub", shown)
	}
	return m.own("p", "sub", shown, m.View.Subtitle)
}

// viewBody fits an article: the finding, the filters, the picture or the table, and the
// main caution.
func (m *Model) viewBody() []app.UI {
	return []app.UI{
		m.heading(),
		m.subtitle(),
		m.tools(),
		m.shown(),
		m.later("says"),
		m.now("pictures"),
		m.now("numbers"),
		m.strayReceipt(),
		m.later("care"),
	}
}
