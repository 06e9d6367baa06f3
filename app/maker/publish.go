package maker

import (
	"strconv"
	"strings"

	"factframe/data/draft"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// publish is what leaves the browser: the site, and parts of it.
func (m *Model) publish() []app.UI {
	if _, drawn := m.Page(); !drawn {
		return m.undrawn("publish")
	}
	return []app.UI{
		written("h1", "", m.say("publish")),
		written("p", "lead", m.say("publish.lead")),
		m.faults(),
		m.unsaid(),
		m.since(),
		m.site(),
		m.hosts(),
		m.address(),
		m.parts(),
	}
}

// unsaid lists what nobody has stated.
func (m *Model) unsaid() app.UI {
	list := m.Unstated()
	if len(list) == 0 {
		return nothing()
	}
	var names []string
	for _, name := range list {
		names = append(names, m.say("unsaid."+name))
	}
	return el("div", "need", el("p", "", written("b", "", m.count("unsaid", len(list))), app.Text(" "+m.Words.Commas(names...)+" "), link("link", "words", m.say("unsaid.go"))))
}

// since says what changed since the panel was published.
func (m *Model) since() app.UI {
	if m.Draft().Before == "" || m.Taken != "" {
		return nothing()
	}
	if m.Answer.Changes == "" {
		return el("div", "told", written("p", "", m.say("since.nothing")))
	}
	return el("div", "told", written("p", "", m.fill("since", "version", m.Answer.Next)), written("pre", "", m.Answer.Changes).Attr("lang", "en").Attr("dir", "ltr"))
}

// site is the download of the whole site.
func (m *Model) site() app.UI {
	about := m.fill("site.about", "file", m.file()+".zip")
	switch {
	case m.Doing == "building":
		return el("section", "box", written("h2", "", m.say("site")), written("p", "small", about),
			app.Elem("progress").Attr("aria-label", m.say("building.bar")), written("p", "small", m.fill("building", "done", strconv.Itoa(m.Done))), button("do", "cancel", "", m.say("cancel")))
	case m.Taken != "":
		return el("section", "box", written("h2", "", m.say("site")), written("p", "small", about),
			written("p", "done", m.fill("taken", "time", m.Taken, "version", m.Answer.Next)),
			written("p", "small", m.fill("taken.size", "files", strconv.Itoa(m.Files), "size", m.Words.Number(float64(m.Bytes)/1e6, 1))),
			button("link", "download", "site", m.say("download.again")))
	}
	return el("section", "box", written("h2", "", m.say("site")), written("p", "small", about), button("go", "download", "site", m.say("download.site")),
		el("label", "tick", app.Elem("input").Attr("type", "checkbox").Attr("value", strconv.FormatBool(!m.Draft().Many)).Attr("checked", m.Draft().Many).DataSet("set", "many"), el("span", "", app.Text(m.say("many")), written("small", "", m.say("many.is")))))
}

// file is the name of the site's file.
func (m *Model) file() string {
	name := strings.ToLower(orElse(m.shown().Title, m.Draft().File))
	var b strings.Builder
	for _, c := range name {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return "panel"
}

// hostNames are the kinds of hosts that are explained, each in three steps.
var hostNames = []string{"drop", "github", "wordpress", "ftp", "cms"}

func (m *Model) hosts() app.UI {
	var items []app.UI
	for _, host := range hostNames {
		var steps []app.UI
		for _, n := range []string{"1", "2", "3"} {
			steps = append(steps, written("li", "", m.say("host."+host+"."+n)))
		}
		items = append(items, el("details", "host", written("summary", "", m.say("host."+host)), el("ol", "", steps...)))
	}
	return el("div", "", append([]app.UI{written("h2", "", m.say("hosts"))}, items...)...)
}

// address is where the site is published, and the snippet that embeds it.
func (m *Model) address() app.UI {
	return el("div", "",
		m.field(field{name: "address", value: m.Draft().Address, not: m.say("optional"), quiet: true, wrong: m.Draft().Address != "" && draft.Site(m.Draft().Address) == ""}),
		app.Elem("textarea").Class("snippet").ID("snippet").Attr("readonly", true).Attr("rows", "4").Attr("dir", "ltr").Attr("spellcheck", "false").Attr("aria-label", m.say("snippet")).Attr("value", m.Snippet()),
		el("div", "row", button("do", "copy", "snippet", m.say("snippet.copy")), onlyIf(m.online(), func() app.UI {
			return written("a", "do", m.say("address.open")).Attr("href", draft.Site(m.Draft().Address)).Attr("target", "_blank").Attr("rel", "noopener")
		})),
		written("p", "small", m.say("copied")).Hidden(!m.Copied),
	)
}

func (m *Model) online() bool { return draft.Site(m.Draft().Address) != "" }

// Snippet is what an editor pastes into an article: the frame of the view that is edited.
func (m *Model) Snippet() string {
	p, _ := m.Page()
	height := strconv.Itoa(max(m.Height, 300))
	address := strings.TrimSuffix(orElse(draft.Site(m.Draft().Address), m.say("address.like")), "/") + "/" + p.ID + "/"
	return `<iframe src="` + attribute(address) + `" title="` + attribute(m.Name()) + `" width="100%" height="` + height +
		`" style="border:0;display:block;frame-sizing:content-height;height:if(supports(frame-sizing:content-height):auto;else:` + height + `px)"></iframe>`
}

// attribute escapes a text for use between double quotes in HTML.
func attribute(s string) string {
	return strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// parts are smaller things to take.
func (m *Model) parts() app.UI {
	var items []app.UI
	for _, part := range []string{"page", "png", "svg", "package"} {
		items = append(items, el("li", "", el("span", "", app.Text(m.say("part."+part)), written("small", "", m.say("part."+part+".is"))),
			button("do", "download", part, m.say("download")).Attr("aria-label", m.fill("download.what", "what", m.say("part."+part)))))
	}
	return el("div", "", written("h2", "", m.say("parts")), el("ul", "read", items...))
}
