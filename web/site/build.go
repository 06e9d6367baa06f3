//go:build !js

package site

import (
	"crypto/sha256"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"factframe/app"
	"factframe/data"
	"factframe/data/check"
)

// Options say what to build.
type Options struct {
	Package string // a datapackage.json or its folder; empty for the default one
	Out     string // the folder to write; replaced as a whole
	URL     string // the public address of the site, for what needs absolute addresses; may be empty
	Wasm    string // a program built before; empty to build it
}

// Build writes the whole site. It writes into a folder beside Out and puts it
// in place at the end, so that a failure leaves the old site as it was.
func Build(o Options) error {
	p, raw, err := load(o.Package)
	if err != nil {
		return err
	}
	fresh := filepath.Clean(o.Out) + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := writeSite(folder(fresh), p, raw, o); err != nil {
		return err
	}
	old := filepath.Clean(o.Out) + ".old"
	os.RemoveAll(old)
	if err := os.Rename(o.Out, old); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := os.Rename(fresh, o.Out); err != nil {
		return err
	}
	return os.RemoveAll(old)
}

func load(path string) (*data.Package, []byte, error) {
	if path == "" {
		p, err := check.Bytes(data.DefaultFile, data.DefaultJSON)
		return p, data.DefaultJSON, err
	}
	return check.File(path)
}

func writeSite(dir folder, p *data.Package, raw []byte, o Options) error {
	program, err := wasmProgram(o.Wasm)
	if err != nil {
		return err
	}
	runtime, err := wasmExec()
	if err != nil {
		return err
	}
	a := assets{
		offline: hashed("offline", ".js", []byte(offline)),
		program: hashed("program", ".js", []byte(runtime+starter)),
		wasm:    hashed("app", ".wasm", program),
	}
	if a.public, err = publicAddress(o.URL); err != nil {
		return err
	}
	if o.Package != "" {
		a.packageFile = "data/" + hashed("package", ".json", raw)
	}
	files := map[string][]byte{
		a.offline:               []byte(offline),
		"embed.js":              []byte(embed),
		"embed/editor.js":       []byte(editor),
		"embed/index.html":      []byte(editorPage(p)),
		"_headers":              []byte(headers),
		a.program:               []byte(runtime + starter),
		a.wasm:                  program,
		a.wasm + ".br":          compress(program),
		a.wasm + ".gz":          gzipped(program),
		"data/datapackage.json": raw,
	}
	if a.packageFile != "" {
		files[a.packageFile] = raw // under its hash, so that a page and its figures are of one version
	}
	for name, content := range files {
		if err := dir.write(name, content); err != nil {
			return err
		}
	}
	if err := writePages(dir, p, a); err != nil {
		return err
	}
	if err := writeShared(dir, p, a.public); err != nil {
		return err
	}
	for _, v := range p.Views {
		if err := dir.write("data/"+v.ID+".csv", []byte(app.CSV(p.Select(data.Query{View: v.ID})))); err != nil {
			return err
		}
		if err := dir.write("img/"+v.ID+".svg", []byte(app.Picture(p, app.State{View: v.ID}, 0).Document())); err != nil {
			return err
		}
	}
	return writeOffline(dir, p)
}

// writePages writes a page for every state that has one, and the first view
// again as the site's own page.
func writePages(dir folder, p *data.Package, a assets) error {
	states := app.Prerendered(p)
	for i, s := range states {
		at := s.Address()
		html, err := page(p, s, at, a)
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		if err := dir.write(at+"index.html", html); err != nil {
			return err
		}
		if i == 0 {
			if html, err = page(p, s, "", a); err != nil {
				return err
			}
			if err := dir.write("index.html", html); err != nil {
				return err
			}
		}
	}
	return nil
}

// publicAddress checks the address that pages are told to have.
func publicAddress(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("-url: %q is no address of a site; write it as https://host/folder/", s)
	}
	return strings.TrimSuffix(s, "/") + "/", nil
}

// folder is where a site is written.
type folder string

func (f folder) write(name string, content []byte) error {
	path := filepath.Join(string(f), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// hashed names a file by its content, so that it can be kept for ever.
func hashed(name, extension string, content []byte) string {
	sum := sha256.Sum256(content)
	return fmt.Sprintf("%s.%x%s", name, sum[:6], extension)
}
