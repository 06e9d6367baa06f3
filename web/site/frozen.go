package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"regexp"
	"strings"

	"factframe/data"
)

// VersionFile names the current version of a site with frozen copies.
const VersionFile = "version.json"

func versionFile(p *data.Package) []byte {
	content, _ := json.Marshal(map[string]string{"version": p.Version}) // a text
	return append(content, '\n')
}

// FrozenFolder returns the folder of the frozen copy of a package's version, with a slash at
// its end.
func FrozenFolder(p *data.Package) string { return "v/" + p.Version + "/" }

// folderName is what a version may be called, so that it can be a folder.
var folderName = regexp.MustCompile(`^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$`)

// Frozen writes a copy of a site that stays as it is, into FrozenFolder. Its pages lead to the
// current figures, and say that they are archived once there is another version.
func Frozen(folder Folder, in Input) error {
	if !folderName.MatchString(in.Package.Version) {
		return fmt.Errorf("version: %q cannot be the name of a folder; write it with letters, digits, dots, hyphens and underscores", in.Package.Version)
	}
	if in.Package.View("v") != nil {
		return errors.New("views v: frozen copies are in the folder v; give the view another id")
	}
	below := FrozenFolder(in.Package)
	in.Frozen, in.Keeps = true, false
	public, err := publicAddress(in.URL)
	if err != nil {
		return err
	}
	if public != "" {
		in.URL = public + below
	}
	return Write(belowFolder{folder, below}, in)
}

// belowFolder writes files into a folder of another one.
type belowFolder struct {
	to    Folder
	below string
}

func (b belowFolder) Write(name string, content []byte) error {
	return b.to.Write(b.below+name, content)
}

// back is the way from the root of a language of a frozen copy to the same in the site.
func (l language) back(p *data.Package) string {
	return l.root + strings.Repeat("../", strings.Count(FrozenFolder(p), "/")) + l.folder
}

// IsFrozen reports whether a page is one of a frozen copy.
func IsFrozen(page []byte) bool { return bytes.Contains(page, []byte(`<p class="copy" id="frozen"`)) }

// frozenLine is the line above a frozen page, with a link to the same page of the site.
func frozenLine(p *data.Package, back, at string) string {
	return tag("p", "class", "copy", "id", "frozen", "data-version", p.Version, "data-back", back, "data-archived", p.Words.Fill("frozen.archived", "version", p.Version)) +
		"<span>" + html.EscapeString(p.Words.Fill("frozen", "version", p.Version)) + "</span> · " +
		tag("a", "href", back+at) + html.EscapeString(p.Words.Say("kept.current")) + "</a></p>\n"
}
