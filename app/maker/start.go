package maker

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// start is where a table comes in, and where kept drafts are listed.
func (m *Model) start() []app.UI {
	return []app.UI{
		written("h1", "", m.say("start")),
		written("p", "lead", m.say("start.private")),
		el("div", "paste",
			written("label", "", m.say("paste.label")).Attr("for", "paste"),
			written("span", "small", m.say("paste.how")).ID("paste-how"),
			app.Elem("textarea").ID("paste").Attr("rows", "6").Attr("spellcheck", "false").Attr("aria-describedby", "paste-how"), // read by the page's script, also before the program runs
		),
		el("div", "row or",
			button("go", "paste", "", m.say("paste")),
			button("do", "file", "", m.say("file")),
			button("do", "example", "", m.say("example")),
		),
		written("p", "small", m.say("start.files")),
		m.drafts(),
	}
}

// wrong is what a file has wrong that cannot be read.
func (m *Model) wrong() app.UI {
	if m.Wrong == "" {
		return nothing()
	}
	return el("div", "need", written("p", "", m.Wrong), written("p", "", m.Want)).Role("alert").Attr("lang", "en").Attr("dir", "ltr")
}

// drafts are the panels that this browser keeps.
func (m *Model) drafts() app.UI {
	if len(m.Drafts) == 0 && m.Deleted == "" {
		return written("p", "small kept-here", m.say("works.offline"))
	}
	var items []app.UI
	for _, d := range m.Drafts {
		items = append(items, el("li", "",
			el("div", "", button("link", "draft", d.ID, d.Name), written("small", "", d.When)),
			button("link", "delete", d.ID, m.say("delete")).Attr("aria-label", m.fill("delete.what", "name", d.Name)),
		))
	}
	return el("div", "",
		written("h2", "", m.say("drafts")),
		el("p", "told", app.Text(m.say("deleted")+" "), button("link", "undelete", m.Deleted, m.say("undo"))).Hidden(m.Deleted == ""),
		el("ul", "drafts", items...),
		written("p", "small", m.say("drafts.where")),
	)
}
