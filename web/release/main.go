// Command release writes the files that a release embeds: the program that all packages
// share, compressed, the script that runs it, and the licences of both. `make release`
// then builds the command line with them.
package main

import (
	"log"
	"os"
	"path/filepath"

	"factframe/web/cli"
	"factframe/web/site"
)

func main() {
	log.SetFlags(0)
	program, err := cli.NeutralProgram()
	if err != nil {
		log.Fatal(err)
	}
	out := filepath.Join("web", "cli", "release")
	if err := os.MkdirAll(out, 0o755); err != nil {
		log.Fatal(err)
	}
	maker, parts, err := cli.MakerPrograms()
	if err != nil {
		log.Fatal(err)
	}
	for name, content := range map[string][]byte{"maker.wasm.gz": site.Gzipped(maker), "parts.wasm.gz": site.Gzipped(parts), "app.wasm.br": program.Brotli, "app.wasm.gz": program.Gzip, "wasm_exec.js": []byte(program.Runtime), "LICENSES.txt": []byte(program.Licences)} {
		if err := os.WriteFile(filepath.Join(out, name), content, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
