// Command write writes the patched go-app and a go.work file to .goapp/, for editors and
// debuggers. Builds do not use that folder.
package main

import (
	"fmt"
	"log"
	"os"

	"factframe/web/goapp"
)

func main() {
	log.SetFlags(0)
	const folder = ".goapp"
	if err := os.MkdirAll(folder, 0o755); err != nil {
		log.Fatal(err)
	}
	work, err := goapp.Patched(folder)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("Wrote %s. Environment for your editor: GOWORK=$PWD/%s GOOS=js GOARCH=wasm\n", work, work)
}
