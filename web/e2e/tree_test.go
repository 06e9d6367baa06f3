package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"factframe/data/datatest/golden"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// Golden files of what a screen reader announces, in order: a page with bars, with lines
// and with cards, a receipt, an opened receipt and a comparison.
func TestAccessibilityTrees(t *testing.T) {
	t.Parallel()
	for name, address := range map[string]string{
		"outcomes": "outcomes/", "time": "time/", "glance": "glance/", "figure": "figure/foi-outcome-not-reported/",
		"receipt": "outcomes/?figure=foi-charge-or-caution-estimate", "compare": "compare/?figures=foi-crimes,npcc-incidents",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, 760).open(address).settle(address)
			b.until(`!document.getElementById("factframe").hasAttribute("aria-busy")`)
			golden.Equal(t, "testdata/tree-"+name+".txt", b.tree())
		})
	}
}

// told are the states that are written after a name.
var told = []accessibility.PropertyName{accessibility.PropertyNameExpanded, accessibility.PropertyNameChecked, accessibility.PropertyNameLevel, accessibility.PropertyNameLive, "current"}

// tree returns the accessibility tree of the page, one line per node.
func (b *tab) tree() string {
	b.t.Helper()
	nodes, err := chromedp.Run(b.ctx, func(ctx context.Context, t *chromedp.Target) ([]*accessibility.Node, error) {
		all, err := cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		return all.Nodes, err
	})
	require.NoError(b.t, err)
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var out strings.Builder
	var write func(n *accessibility.Node, depth int)
	write = func(n *accessibility.Node, depth int) {
		role := said(n.Role)
		if role == "InlineTextBox" || role == "LineBreak" {
			return
		}
		silent := n.Ignored || slices.Contains([]string{"none", "generic", "RootWebArea", "ListMarker", "LabelText"}, role)
		if !silent {
			line := strings.Repeat("  ", depth) + role
			if name := said(n.Name); name != "" {
				line += ` "` + name + `"`
			}
			for _, p := range n.Properties {
				if slices.Contains(told, p.Name) && (p.Name != accessibility.PropertyNameLevel || role == "heading") {
					line += fmt.Sprintf(" %s=%s", p.Name, said(p.Value))
				}
			}
			if line != strings.Repeat("  ", depth)+"StaticText" {
				out.WriteString(line + "\n")
			}
			depth++
			if slices.Contains([]string{"link", "heading", "DisclosureTriangle"}, role) {
				return // its content is its name
			}
		}
		for _, id := range n.ChildIDs {
			child := byID[id]
			// A text that equals the name of its parent is not written again.
			if child != nil && !(said(child.Role) == "StaticText" && !silent && said(child.Name) == said(n.Name)) {
				write(child, depth)
			}
		}
	}
	write(nodes[0], 0)
	return out.String()
}

func said(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	text := string(v.Value)
	if json.Unmarshal([]byte(v.Value), &text) != nil {
		return string(v.Value)
	}
	return strings.Join(strings.Fields(text), " ")
}
