package check

import (
	"fmt"
	"io"
	"strings"

	"factframe/data"
	"factframe/data/colour"
	"factframe/data/load"
)

// brand checks the colours and the logo of the package's owner.
func brand(p *data.Package, r *report) {
	for field, c := range map[string]string{"accent": p.Brand.Accent, "accent_dark": p.Brand.AccentDark} {
		if c != "" && !colour.IsColour(c) {
			r.add("brand", field, "write six hexadecimal digits after #, such as #78be20", "%q is not a colour", c)
		}
	}
	if p.Brand.AccentDark != "" && p.Brand.Accent == "" {
		r.add("brand", "accent", "write a colour for light pages too", "is missing, but accent_dark is given")
	}
	if p.Brand.Logo != "" && p.Brand.Credit == "" && len(p.Contributors) == 0 {
		r.add("brand", "credit", "write whose logo it is", "is missing, and a screen reader cannot read a logo")
	}
	if p.Brand.Logo != "" {
		if err := harmless(p.Brand.Logo); err != nil {
			r.add("brand", "logo", "use an SVG file that contains only shapes", "%v", err)
		}
	}
}

// mostLogo is the largest logo, in bytes: every page contains it.
const mostLogo = 32 << 10

// logo replaces the file name of the logo with the SVG document.
func logo(file string, top map[string]any, open opener) (changed bool, problems load.Problems) {
	own, _ := top["factframe"].(map[string]any)
	b, _ := own["brand"].(map[string]any)
	path, _ := b["logo"].(string)
	if path == "" || strings.HasPrefix(path, "<") {
		return false, nil
	}
	from, problems := open(path)
	if problems != nil {
		problems[0].Record, problems[0].Field = "brand", "logo"
		return false, problems
	}
	defer from.Close()
	raw, err := io.ReadAll(io.LimitReader(from, mostLogo+1))
	switch {
	case err != nil:
		return false, load.Problems{{File: file, Record: "brand", Field: "logo", Wrong: "cannot be read: " + Reason(err), Want: "put the file there or fix the path"}}
	case len(raw) > mostLogo:
		return false, load.Problems{{File: file, Record: "brand", Field: "logo", Wrong: fmt.Sprintf("%s has more than %d kB", path, mostLogo>>10), Want: "draw it with fewer points"}}
	}
	b["logo"] = strings.TrimSpace(strings.TrimPrefix(string(raw), "\ufeff"))
	return true, nil
}
