// Factframe is an embeddable data widget. Compiled for a browser, this program is the
// widget; otherwise it is the command line that builds and serves it.
package main

import (
	"factframe/app"
	"factframe/web/cli"
)

func main() {
	app.Mount() // returns at once outside a browser
	cli.Run()
}
