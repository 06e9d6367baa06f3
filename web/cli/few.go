//go:build !js

package cli

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"factframe/data"
	"factframe/web/publish"
	"factframe/web/site"
)

// withFew makes a package one whose site has few files. It returns an error if the folder
// contains a page that the site would then not have, because its address was handed out.
func withFew(p *data.Package, folder *publish.Folder, out string) error {
	set := func(few bool) {
		for _, each := range p.InEachLanguage() {
			each.Few = few
		}
	}
	set(false)
	ordinary := site.Pages(p)
	set(true)
	stay := map[string]bool{}
	for _, name := range site.Pages(p) {
		stay[name] = true
	}
	for _, name := range ordinary {
		if !stay[name] && folder.Has(name) {
			return fmt.Errorf("%s: has the page %s/, which a site of few files does not have; build without -few, or into another folder", out, path.Dir(name))
		}
	}
	return nil
}

// hasFew reports whether a site was built with few files, which is a field of the package that
// its pages load.
func hasFew(files map[string][]byte) bool {
	for name, content := range files {
		if strings.HasPrefix(name, "data/package.") && bytes.Contains(content, []byte(`"few":true`)) {
			return true
		}
	}
	return false
}
