// Package site turns a package and the bytes of a program into the files of a static
// site: pages, pictures, tables, snippets and the service worker.
package site

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	panels "factframe/app/page"
	"factframe/app/state"
	"factframe/data"
)

// Program is the program for browsers, its compressed copies, the compiler's script
// that runs it, and the licences of everything in it.
type Program struct {
	Wasm, Brotli, Gzip []byte
	Runtime            string
	Licences           string
}

// Input is everything that a site is made from. Write reads no other files, runs no
// process and uses no network, so that it works in a browser too.
type Input struct {
	Package *data.Package // as checked
	JSON    []byte        // the same, with all rows inline
	Program *Program
	URL     string // the public address of the site, for what needs absolute addresses; may be empty
	Copies  bool   // the site has frozen copies of versions
	Copy    bool   // this version has one, in the folder that FrozenFolder returns
	Frozen  bool   // this is such a copy
	Site    string // the public address of the site that a copy belongs to; may be empty
}

// Folder receives the files of a site. Names use slashes.
type Folder interface {
	Write(name string, content []byte) error
}

// Write writes the whole site: in the package's own language at the root, and in a folder
// for each translation, which is a complete site except for the program. The last file lists
// the hashes of all others. If it fails, the files written so far are unusable.
func Write(folder Folder, in Input) error {
	public, err := publicAddress(in.URL)
	if err != nil {
		return err
	}
	all := summed{folder, map[string][sha256.Size]byte{}}
	for i, each := range in.Package.InEachLanguage() {
		l, err := inLanguage(in, each)
		if err != nil {
			return err
		}
		l.public = public
		if i > 0 && public != "" {
			l.public += l.folder
		}
		if err := l.write(all, in, i == 0); err != nil {
			return err
		}
	}
	if in.Copies {
		if err := all.Write(VersionFile, versionFile(in.Package)); err != nil {
			return err
		}
	}
	return all.finish()
}

// write writes the site of one language. The first one has the program.
func (l language) write(folder Folder, in Input, first bool) error {
	p, program := l.pkg, in.Program
	to := &files{to: folder, below: l.folder}
	a := l.assets(in)
	assets := map[string][]byte{
		a.offline:               []byte(offline),
		"embed.js":              embedScript(p),
		"embed/editor.js":       []byte(editorScript),
		"embed/index.html":      []byte(editorPage(p, l.copyOf(in))),
		"data/datapackage.json": in.JSON,
		"LICENSES.txt":          []byte(program.Licences),
	}
	if len(p.Corrections) > 0 {
		corrections, err := feed(p, a.public)
		if err != nil {
			return err
		}
		assets[FeedFile] = corrections
	}
	if err := forMachines(assets, p, a); err != nil {
		return err
	}
	carried, err := embedded(program, l.json, a.packageFile != "")
	if err != nil {
		return err
	}
	a.programHash, a.embeddedHash = hashOf(program.Runtime+starter), hashOf(carried)
	a.embedded = hashed("embedded", ".js", []byte(carried))
	assets[a.embedded] = []byte(carried)
	if first {
		assets[a.program] = []byte(program.Runtime + starter)
		assets[a.wasm], assets[a.wasm+".br"], assets[a.wasm+".gz"] = program.Wasm, program.Brotli, program.Gzip
		assets["_headers"] = []byte(headers(in.Package.Translations))
	} else {
		to.keep(a.program, []byte(program.Runtime+starter))
		to.keep(a.wasm, program.Wasm)
	}
	if a.packageFile != "" {
		assets[a.packageFile] = l.json // with its hash in the name, so that a page and its figures are of one version
	}
	if p.Brand.Logo != "" {
		assets[panels.LogoFile] = []byte(p.Brand.Logo)
	}
	for _, name := range slices.Sorted(maps.Keys(assets)) {
		if err := to.write(name, assets[name]); err != nil {
			return err
		}
	}
	if err := writePages(to, p, a); err != nil {
		return err
	}
	if err := writeCards(to, p, a.public); err != nil {
		return err
	}
	if err := writeDownloads(to, p, a.public); err != nil {
		return err
	}
	return writeOffline(to, p)
}

// assets names the files that every page refers to.
func (l language) assets(in Input) assets {
	program := in.Program
	a := assets{
		style:   styled(l.pkg.Brand),
		offline: hashed("offline", ".js", []byte(offline)),
		program: l.root + hashed("program", ".js", []byte(program.Runtime+starter)),
		wasm:    l.root + hashed("app", ".wasm", program.Wasm),
		public:  l.public,
		lasting: l.public,
	}
	if in.Frozen {
		a.frozen, a.site = l.back(in.Package), l.root+upFrom(FrozenFolder(in.Package))
		if a.lasting = in.Site; a.lasting != "" {
			a.lasting += l.folder
		}
	}
	if !bytes.Contains(program.Wasm, l.json) { // otherwise the program contains the package, and no page has to fetch it
		a.packageFile = "data/" + hashed("package", ".json", l.json)
	}
	return a
}

// forMachines adds the files that only programs read: how to cite the package and, if the
// public address is known, its catalogue and the list of its pages.
func forMachines(files map[string][]byte, p *data.Package, a assets) error {
	files[CitationFile] = citationFile(p, a.public)
	if a.public == "" || a.frozen != "" { // search engines get the current figures
		return nil
	}
	var err error
	if files[CatalogueFile], err = catalogue(p, a.public); err != nil {
		return err
	}
	files[SitemapFile], err = sitemap(p, a.public)
	return err
}

// writePages writes a page for every prerendered state, and its oEmbed file if the
// public address is known. The first view is also written as the site's index page.
func writePages(to *files, p *data.Package, a assets) error {
	states := state.Prerendered(p)
	for i, s := range states {
		at := s.Address()
		panel, receipts, err := panelOf(p, s, a)
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		if err := to.write(at+"index.html", page(p, s, at, a, panel, receipts)); err != nil {
			return err
		}
		if i == 0 {
			if err := to.write("index.html", page(p, s, "", a, panel, receipts)); err != nil {
				return err
			}
		}
		if a.public != "" && hasOEmbed(p, s) {
			content, err := oEmbed(p, s, a.public, panel)
			if err != nil {
				return fmt.Errorf("%s: %w", at, err)
			}
			if err := to.write(oEmbedName(s), content); err != nil {
				return err
			}
		}
	}
	if err := writeStubs(to, p, a); err != nil {
		return err
	}
	return writeReceiptsIndex(to, p)
}

// publicAddress checks the public address of a site and returns it with a slash at
// its end.
func publicAddress(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("-url: %q is not the address of a site; write it as https://host/folder/", s)
	}
	return strings.TrimSuffix(s, "/") + "/", nil
}

// files writes the files of a site and records those to keep offline. Assets are
// written before the pages that refer to them.
type files struct {
	to    Folder
	below string // the folder of the site, with a slash at its end; empty for the root
	kept  []keptFile
}

func (f *files) write(name string, content []byte) error {
	if isKept(name) {
		f.keep(name, content)
	}
	return f.to.Write(f.below+name, content)
}

// keep records a file to keep offline, by its name from the root of the site.
func (f *files) keep(name string, content []byte) {
	f.kept = append(f.kept, keptFile{name, sha256.Sum256(content)})
}

var hashedName = regexp.MustCompile(`\.[0-9a-f]{12}\.\w+(\.br|\.gz)?$`)

// IsHashed reports whether the name of a file in a site contains the hash of its
// content. The content of such a file never changes.
func IsHashed(name string) bool { return hashedName.MatchString(name) }

// hashed returns a file name with the hash of its content, so that hosts and browsers
// can cache it for ever.
func hashed(name, extension string, content []byte) string { return Hashed(name, extension, content) }

// Hashed returns a file name with the hash of its content.
func Hashed(name, extension string, content []byte) string {
	sum := sha256.Sum256(content)
	return fmt.Sprintf("%s.%x%s", name, sum[:6], extension)
}
