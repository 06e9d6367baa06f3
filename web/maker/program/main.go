//go:build js

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
		maker.Serve(maker.Desk())
		return
	}
	app.RouteFunc("/", func() app.Composer {
		return ui.NewMaker(ui.New(ui.In(strings.Fields(app.Getenv("MAKER_LANGUAGES"))...)))
	})
	app.RunWhenOnBrowser()
}
