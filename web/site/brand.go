package site

import (
	"cmp"
	"fmt"

	"factframe/data"
	"factframe/data/colour"
)

// styled returns the style sheet for a package's pages: the widget's, followed by the
// brand's colours.
func styled(b data.Brand) string {
	if b.Accent == "" {
		return style
	}
	light, dark := colour.Light.Of(b.Accent), colour.Dark.Of(cmp.Or(b.AccentDark, b.Accent))
	tokens := func(scheme string, c colour.Palette) string {
		return fmt.Sprintf("{--mark:var(--accent-%s,%s);--link:%[2]s;--quiet:%s;--pale:%s;--help:%s}", scheme, c.Accent, c.Quiet, c.Pale, c.Wash)
	}
	return style + ":root" + tokens("light", light) +
		"@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light])" + tokens("dark", dark) + "}" +
		"@media screen{:root[data-theme=dark]" + tokens("dark", dark) + "}" +
		fmt.Sprintf("@media print{:root:root{--mark:var(--accent-light,%s);--quiet:%s;--pale:%s}}", light.Accent, light.Quiet, light.Pale) +
		"[data-framed] .panel{border-color:var(--mark)}"
}
