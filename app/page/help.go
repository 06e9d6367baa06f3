package page

import (
	"strings"

	"factframe/app/say"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// help is the same on every page, in the same order.
func (m Model) help() app.UI {
	var lines []app.UI
	for _, h := range m.Package.Help {
		lines = append(lines, app.Elem("li").Body(helpLine(h)...))
	}
	return app.Elem("section").Class("help").Aria("label", text.Help).Body(
		app.Elem("p").Body(app.Elem("strong").Text(m.Package.HelpTitle), app.Text(" "+m.Package.HelpAdvice)),
		app.Elem("ul").Body(lines...),
	)
}

func helpLine(h data.HelpLine) []app.UI {
	line := []app.UI{app.Text(h.Name)}
	if h.URL != "" {
		line = []app.UI{inNewTab(h.URL).Text(h.Name)}
	}
	if h.Phone != "" {
		line = append(line, app.Text(" "), app.Elem("a").Class("phone").Attr("href", "tel:"+strings.ReplaceAll(h.Phone, " ", "")).Text(strings.ReplaceAll(h.Phone, " ", noBreak)))
	}
	if h.For != "" {
		line = append(line, app.Text(" "), app.Elem("small").Text("("+h.For+")"))
	}
	if h.URL != "" {
		line = append(line, app.Text(" "), app.Elem("small").Class("address").Text(say.Bare(h.URL)))
	}
	return line
}

// noBreak keeps a number on one line.
const noBreak = "\u00a0"
