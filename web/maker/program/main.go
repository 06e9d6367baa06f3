//go:build js && maker

// Command program is the page on which people make a panel; in a worker it is the work behind
// it. Both are one program, so that it is downloaded once.
package main

import (
	"strings"
	"syscall/js"

	ui "factframe/app/maker"
	"factframe/web/maker"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

func main() {
	if js.Global().Get("makerWorks").Truthy() && !js.Global().Get("document").Truthy() {
		desk := maker.Desk()
		desk["words"] = maker.Bring
		maker.Serve(desk)
		return
	}
	app.RouteFunc("/", func() app.Composer {
		words := ui.Spoken(app.Getenv("MAKER_LANGUAGE"), app.Getenv("MAKER_WORDS"), app.Getenv("MAKER_OWN_WORDS"))
		var names []ui.Language
		for line := range strings.Lines(app.Getenv("MAKER_LANGUAGES")) {
			tag, name, _ := strings.Cut(strings.TrimSpace(line), " ")
			names = append(names, ui.Language{Tag: tag, Name: name})
		}
		return ui.NewMaker(ui.New(words, names))
	})
	app.RunWhenOnBrowser()
}
