//go:build !js

package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"factframe/web/publish"
	"factframe/web/site"
)

// freeze writes the frozen copy of a version, unless it is already there. Another package with
// the same version is an error.
func freeze(folder *publish.Folder, in site.Input) error {
	name := site.FrozenFolder(in.Package) + "data/datapackage.json"
	if !folder.Has(name) {
		return site.Frozen(folder, in)
	}
	if !folder.Is(name, in.JSON) {
		return fmt.Errorf("version: %q is already published with another package, in %s; give this one a new version", in.Package.Version, site.FrozenFolder(in.Package))
	}
	return nil
}

// isFrozen returns a function that reports whether a file belongs to a frozen copy, which has a
// list of hashes. Copies stay, even if a later build does not add another one.
func isFrozen(has func(name string) bool) func(name string) bool {
	known := map[string]bool{} // by version
	return func(name string) bool {
		parts := strings.SplitN(name, "/", 3)
		if len(parts) < 3 || parts[0] != "v" {
			return false
		}
		is, asked := known[parts[1]]
		if !asked {
			is = has("v/" + parts[1] + "/" + site.SumsFile)
			known[parts[1]] = is
		}
		return is
	}
}

// copies returns the folders of the frozen copies in a site.
func copies(dir string) (list []string, err error) {
	if info, err := os.Stat(filepath.Join(dir, "v")); err != nil || !info.IsDir() {
		return nil, nil
	}
	versions, err := os.ReadDir(filepath.Join(dir, "v"))
	if err != nil {
		return nil, err
	}
	for _, version := range versions {
		if folder := filepath.Join(dir, "v", version.Name()); isCopy(folder) {
			list = append(list, folder)
		}
	}
	return list, nil
}

// isCopy reports whether a folder is a frozen copy of a version.
func isCopy(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, site.SumsFile))
	return err == nil
}
