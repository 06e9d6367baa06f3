package site

import (
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
	in.Frozen, in.Copies, in.Copy = true, false, false
	public, err := publicAddress(in.URL)
	if err != nil {
		return err
	}
	if in.Site = public; public != "" {
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

// upFrom is the way up from a folder.
func upFrom(folder string) string { return strings.Repeat("../", strings.Count(folder, "/")) }

// back is the way from the root of a language of a frozen copy to the same in the site.
func (l language) back(p *data.Package) string { return l.root + upFrom(FrozenFolder(p)) + l.folder }

// copyOf is the way from the root of a language to the same in the frozen copy of this
// version, or "" if there is none.
func (l language) copyOf(in Input) string {
	if !in.Copy {
		return ""
	}
	return l.root + FrozenFolder(in.Package) + l.folder
}

// frozenLine is the line above a frozen page, with a link to the same page of the site.
func frozenLine(p *data.Package, a assets, at string) string {
	return tag("p", "class", "copy", "id", "frozen", "data-version", p.Version, "data-site", a.site, "data-back", a.frozen, "data-archived", p.Words.Fill("frozen.archived", "version", p.Version)) +
		"<span>" + html.EscapeString(p.Words.Fill("frozen", "version", p.Version)) + "</span> · " +
		tag("a", "href", a.frozen+at) + html.EscapeString(p.Words.Say("kept.current")) + "</a></p>\n"
}
