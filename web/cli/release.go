//go:build !js && release

package cli

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"

	"factframe/web/site"
)

// The files embedded in a release, written by make release: the program that all
// packages share, compressed, the script that runs it, and all licences.
var (
	//go:embed release/app.wasm.br
	carriedBrotli []byte
	//go:embed release/app.wasm.gz
	carriedGzip []byte
	//go:embed release/wasm_exec.js
	carriedRuntime string
	//go:embed release/LICENSES.txt
	carriedLicences string
)

// carried returns the program embedded in a release, so that no toolchain is needed.
func carried() (*site.Program, error) {
	from, err := gzip.NewReader(bytes.NewReader(carriedGzip))
	if err != nil {
		return nil, err
	}
	wasm, err := io.ReadAll(from)
	return &site.Program{Wasm: wasm, Brotli: carriedBrotli, Gzip: carriedGzip, Runtime: carriedRuntime, Licences: carriedLicences}, err
}
