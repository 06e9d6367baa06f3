package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// list names files with the hashes of what was written into them, in the form
// that sha256sum -c reads.
type list []entry

type entry struct {
	name, hash string
	earlier    bool // written by the call before the last one, and kept for one more
}

// keptLine stands in a list before the files that are kept of an earlier site.
const keptLine = "# kept from the site before, until the next one"

// hashes gives the hash of each name.
func (l list) hashes() map[string]string {
	m := make(map[string]string, len(l))
	for _, e := range l {
		m[e.name] = e.hash
	}
	return m
}

func (l list) String() string {
	var b strings.Builder
	for i, e := range l {
		if e.earlier && (i == 0 || !l[i-1].earlier) {
			b.WriteString(keptLine + "\n")
		}
		fmt.Fprintf(&b, "%s  %s\n", e.hash, e.name)
	}
	return b.String()
}

// parseList reads a list. A name that leads out of the folder is an error: the
// list stands in a folder that others write into too.
func parseList(s string) (list, error) {
	var l list
	earlier := false
	for line := range strings.Lines(s) {
		if strings.HasPrefix(line, "#") {
			earlier = earlier || strings.HasPrefix(line, keptLine)
			continue
		}
		hash, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || len(hash) != 2*sha256.Size || !fs.ValidPath(name) || name == "." {
			return nil, errors.New("a line of it is no hash and name")
		}
		l = append(l, entry{name, hash, earlier})
	}
	return l, nil
}

// device is what no file can be called on Windows, whatever its ending is.
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)`)

// onEverySystem reports whether a path can be one on Windows too, and a line of a
// list: a site that is built here may be copied there.
func onEverySystem(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		forbidden := strings.IndexFunc(part, func(c rune) bool { return c < ' ' || strings.ContainsRune(`<>:"|?*\`, c) })
		if forbidden >= 0 || device.MatchString(part) || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") {
			return false
		}
	}
	return true
}

func hashOf(content []byte) string { return fmt.Sprintf("%x", sha256.Sum256(content)) }
