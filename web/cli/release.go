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

	// The page that makes panels.
	//go:embed release/maker.wasm.gz
	carriedMaker []byte
	//go:embed release/parts.wasm.gz
	carriedParts []byte
)

// makers returns the programs of the page that makes panels, which a release contains.
func makers() (maker, parts []byte, err error) {
	if maker, err = unzipped(carriedMaker); err != nil {
		return nil, nil, err
	}
	parts, err = unzipped(carriedParts)
	return maker, parts, err
}

func unzipped(content []byte) ([]byte, error) {
	from, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(from)
}

// carried returns the program embedded in a release, so that no toolchain is needed.
func carried() (*site.Program, error) {
	wasm, err := unzipped(carriedGzip)
	return &site.Program{Wasm: wasm, Brotli: carriedBrotli, Gzip: carriedGzip, Runtime: carriedRuntime, Licences: carriedLicences}, err
}
