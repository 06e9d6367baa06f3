package page

import (
	"slices"
	"strings"

	"factframe/app/say"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// help is the same on every page: a line with the first number to call, and the full list
// behind a click.
func (m *Model) help() app.UI {
	if len(m.Package.Help) == 0 {
		return nothing("section")
	}
	var lines []app.UI
	for _, h := range m.Package.Help {
		lines = append(lines, el("li", "", m.helpLine(h)...))
	}
	first := m.Package.Help[max(0, slices.IndexFunc(m.Package.Help, func(h data.HelpLine) bool { return h.Phone != "" }))]
	title := []app.UI{m.text(m.Package.HelpTitle + " ")}
	if short := m.Package.HelpShort; short != "" {
		title = []app.UI{m.written("span", "short", short+" "), m.written("span", "", m.Package.HelpTitle+" ")}
	} else if m.Package.HelpTitle == "" {
		title = nil
	}
	line := append(title, m.text(first.Name+" "))
	switch {
	case first.Phone != "":
		line = append(line, phone(first.Phone))
	case first.URL != "":
		line = append(line, inNewTab(first.URL).Text(say.Bare(first.URL)))
	}
	return app.Elem("section").Class("help").Aria("label", m.say("help")).Body(
		el("p", "", line...), app.Text(" "),
		el("details", "",
			written("summary", "", m.say("help.more")),
			m.with(app.Elem("p").Hidden(m.Package.HelpAdvice == ""), m.Package.HelpAdvice),
			el("ul", "", lines...),
		),
	)
}

func (m *Model) helpLine(h data.HelpLine) []app.UI {
	line := []app.UI{m.text(h.Name)}
	if h.URL != "" {
		line = []app.UI{m.with(inNewTab(h.URL), h.Name)}
	}
	if h.Phone != "" {
		line = append(line, app.Text(" "), phone(h.Phone))
	}
	if h.For != "" {
		line = append(line, m.written("small", "", m.Package.Words.Noted("", h.For)))
	}
	if h.URL != "" {
		line = append(line, app.Text(" "), written("small", "address", say.Bare(h.URL)))
	}
	return line
}

func phone(number string) app.UI {
	return app.Elem("a").Class("phone").Attr("href", "tel:"+strings.ReplaceAll(number, " ", "")).Text(strings.ReplaceAll(number, " ", noBreak))
}

// noBreak keeps a number on one line.
const noBreak = "\u00a0"
