//go:build maker

package site

import (
	"errors"

	"factframe/app/svg"
	"factframe/web"
	"factframe/web/goapp"
)

// A preview has the scripts and style sheets of package web as they are written. What is
// published is made by another program, which also paints pictures.
var (
	style   = web.Style
	theme   = web.Theme
	boot    = web.Paint + web.Frame + web.Boot
	starter = web.Rehearse + goapp.Scripts + web.Keep + web.Take + web.Program

	editorStyle, offline, frozen, embed, editorScript, lead string // not in a preview
)

func minified(_, source string) string { return source }

var errPreview = errors.New("a preview has no pictures")

func paintPNG(svg.Node, int, int) ([]byte, error) { return nil, errPreview }

func estimatedHeight([]byte) (int, error) { return 0, errPreview }
