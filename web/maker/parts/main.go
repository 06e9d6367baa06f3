//go:build js

// Command parts is what few people need at once: it reads workbooks and writes sites, with
// their pictures.
package main

import "factframe/web/maker"

func main() { maker.Serve(maker.Parts()) }
