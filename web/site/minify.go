//go:build !maker

package site

import (
	"fmt"

	"factframe/web"
	"factframe/web/goapp"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

// The scripts and style sheets of package web, minified.
var (
	style        = minified("text/css", web.Style)
	editorStyle  = minified("text/css", web.Style+web.EditorStyle)
	theme        = minified("text/javascript", web.Theme)
	boot         = minified("text/javascript", web.Paint+web.Frame+web.Boot)
	offline      = minified("text/javascript", web.Offline)
	frozen       = minified("text/javascript", web.Frozen)
	lead         = minified("text/javascript", web.Lead)
	embed        = minified("text/javascript", web.Embed)
	editorScript = minified("text/javascript", web.Editor)
	starter      = minified("text/javascript", web.Rehearse+goapp.Scripts+web.Keep+web.Take+web.Program)
)

// Minified returns a script ("text/javascript") or a style sheet ("text/css") without comments
// and white space.
func Minified(kind, source string) string { return minified(kind, source) }

func minified(kind, source string) string {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	out, err := m.String(kind, source)
	if err != nil {
		panic(fmt.Sprintf("a file of package web cannot be read: %v", err)) // the files are embedded, so tests would find this
	}
	return out
}
