package maker

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"path"
	"slices"

	"factframe/web/site"
)

// Names in the archive of the reader's program. Its bytes are in there compressed as a site
// has them, because compressing them takes a browser too long.
const (
	asBrotli  = "app.wasm.br"
	asGzip    = "app.wasm.gz"
	asRuntime = "wasm_exec.js"
	asTexts   = "LICENSES.txt"
)

// Archive packs the reader's program, so that a page can write sites with it.
func Archive(p *site.Program) []byte {
	return packed(map[string][]byte{asBrotli: p.Brotli, asGzip: p.Gzip, asRuntime: []byte(p.Runtime), asTexts: []byte(p.Licences)})
}

// packed returns files as a zip, sorted by name and without dates, so that the same files give
// the same bytes.
func packed(files map[string][]byte) []byte {
	var b bytes.Buffer
	to := zip.NewWriter(&b)
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		method := zip.Deflate
		if slices.Contains([]string{".br", ".gz", ".png"}, path.Ext(name)) {
			method = zip.Store // they are compressed already
		}
		w, _ := to.CreateHeader(&zip.FileHeader{Name: name, Method: method}) // a buffer never fails
		w.Write(files[name])
	}
	to.Close()
	return b.Bytes()
}

var errArchive = errors.New("the archive of the reader's program is not complete; load the page again")

// Program unpacks the reader's program.
func Program(archive []byte) (*site.Program, error) {
	from, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, errArchive
	}
	files := map[string][]byte{}
	for _, f := range from.File {
		if files[f.Name], err = unpacked(f); err != nil {
			return nil, err
		}
	}
	if files[asGzip] == nil || files[asBrotli] == nil || files[asRuntime] == nil {
		return nil, errArchive
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(files[asGzip]))
	if err != nil {
		return nil, err
	}
	wasm, err := io.ReadAll(unzipped)
	if err != nil {
		return nil, err
	}
	return &site.Program{Wasm: wasm, Brotli: files[asBrotli], Gzip: files[asGzip], Runtime: string(files[asRuntime]), Licences: string(files[asTexts])}, nil
}
