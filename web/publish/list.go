package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// list contains the names of written files and the hashes of their content. Its text
// form is that of sha256sum -c.
type list []entry

type entry struct {
	name, hash string
	earlier    bool // from an earlier site, kept until the next one
}

// keptLine precedes the files of an earlier site in the text form of a list.
const keptLine = "# kept from the site before, until the next one"

// hashes returns the hash of each file by name.
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

// parseList parses the text form of a list. Other people can write into the folder too,
// so a name that leads out of it is an error.
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
			return nil, errors.New("a line is not a hash and a file name")
		}
		l = append(l, entry{name, hash, earlier})
	}
	return l, nil
}

// device matches names reserved on Windows, with any extension.
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)`)

// onEverySystem reports whether a path is valid on Windows too, where a site may be
// copied, and as a line of a list.
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
