package site

import (
	"slices"
	"strings"

	"factframe/app/svg"
)

// stylesheet is the CSS inside a picture: selectors of classes, nested classes and
// element names.
type stylesheet []rule

type rule struct {
	selector []simple // from the outermost to the element itself
	set      map[string]string
}

// simple is one step of a selector: ".a.b" or "text".
type simple struct {
	tag     string
	classes []string
}

func parseStyle(css string) stylesheet {
	var sheet stylesheet
	for block := range strings.SplitSeq(css, "}") {
		selectors, body, ok := strings.Cut(block, "{")
		if !ok {
			continue
		}
		set := map[string]string{}
		for declaration := range strings.SplitSeq(body, ";") {
			if name, value, ok := strings.Cut(declaration, ":"); ok {
				set[name] = value
			}
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			var steps []simple
			for _, step := range strings.Fields(selector) {
				tag, classes, _ := strings.Cut(step, ".")
				s := simple{tag: tag}
				if classes != "" {
					s.classes = strings.Split(classes, ".")
				}
				steps = append(steps, s)
			}
			sheet = append(sheet, rule{steps, set})
		}
	}
	return sheet
}

// of returns the style of the last element of a path: its attributes and the rules that
// match it. A later rule overrides an earlier one.
func (s stylesheet) of(path []svg.Node) map[string]string {
	style := map[string]string{}
	for _, a := range path[len(path)-1].Attrs {
		style[a.Name] = a.Value
	}
	for _, r := range s {
		if r.matches(path) {
			for name, value := range r.set {
				style[name] = value
			}
		}
	}
	return style
}

func (r rule) matches(path []svg.Node) bool {
	last := len(r.selector) - 1
	if !r.selector[last].matches(path[len(path)-1]) {
		return false
	}
	rest := r.selector[:last]
	for i := len(path) - 2; i >= 0 && len(rest) > 0; i-- {
		if rest[len(rest)-1].matches(path[i]) {
			rest = rest[:len(rest)-1]
		}
	}
	return len(rest) == 0
}

func (s simple) matches(n svg.Node) bool {
	if s.tag != "" && s.tag != n.Tag {
		return false
	}
	classes := strings.Fields(n.Attr("class"))
	for _, class := range s.classes {
		if !slices.Contains(classes, class) {
			return false
		}
	}
	return true
}
