//go:build !maker

package site

import (
	"bytes"
	"compress/gzip"

	"github.com/andybalholm/brotli"
)

// NewProgram returns a program with compressed copies at the best level. Hosts that
// compress on the fly choose speed over size.
func NewProgram(wasm []byte, runtime, licences string) *Program {
	return &Program{Wasm: wasm, Brotli: compress(wasm), Gzip: gzipped(wasm), Runtime: runtime, Licences: licences}
}

func compress(content []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	w.Write(content) // a buffer never fails
	w.Close()
	return b.Bytes()
}

// Gzipped returns a file as gzip, at the best level.
func Gzipped(content []byte) []byte { return gzipped(content) }

func gzipped(content []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is valid
	w.Write(content)
	w.Close()
	return b.Bytes()
}
