// Command write puts the go-app that ships into .goapp/, with a go.work that builds
// the program with it. Nothing reads the folder but people and their tools.
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
	fmt.Printf("%s is written. For an editor: GOWORK=$PWD/%s GOOS=js GOARCH=wasm\n", work, work)
}
