package e2e

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// situations are the layouts in which hosts put a snippet.
var situations = map[string]string{
	"article":     `SNIPPET`,
	"flex":        `<div style="display:flex;flex-direction:column;align-items:center">SNIPPET</div>`,
	"row":         `<div style="display:flex"><div>SNIPPET</div></div>`,
	"float":       `<div style="float:left">SNIPPET</div><div style="clear:both"></div>`,
	"inline":      `<div style="display:inline-block">SNIPPET</div>`,
	"cell":        `<table><tr><td>SNIPPET</td></tr></table>`,
	"min-content": `<div style="display:grid;grid-template-columns:min-content">SNIPPET</div>`,
	"hidden":      `<details><summary>Open</summary>SNIPPET</details>`,
}

// In every layout, with every snippet and in every engine, a frame is as tall as its
// panel, also after a change of width, and print shows a help line. A plain frame of fixed
// height may be up to 30% too tall, but never too low. Layout shifts are measured in
// Chromium only: other engines do not report them. go test -v prints the table.
func TestHostsBySnippetAndEngine(t *testing.T) {
	t.Parallel()
	all := snippets(t)
	type one struct {
		Situation string `json:"situation"`
		Snippet   string `json:"snippet"`
	}
	var list []one
	for situation, around := range situations {
		for _, snippet := range []string{"element", "link", "iframe"} {
			if snippet == "iframe" && !slices.Contains([]string{"article", "hidden"}, situation) {
				continue // without a script the width is unknown
			}
			page := `<meta name="viewport" content="width=device-width"><style>body{padding:0 16px}</style><p>` + strings.Repeat("Words of the article. ", 40) + "</p>"
			addHost(situation+"-"+snippet, hostPage{body: page + strings.Replace(around, "SNIPPET", all[snippet], 1) + "<p>" + strings.Repeat("More words of it. ", 60) + "</p>"})
			list = append(list, one{situation, snippet})
		}
	}
	slices.SortFunc(list, func(a, b one) int { return strings.Compare(a.Situation+a.Snippet, b.Situation+b.Snippet) })
	named, err := json.Marshal(list)
	require.NoError(t, err)
	for name, path := range engines(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			script(t, "hosts.mjs", nil, name, path, host.URL+"/host", string(named))
		})
	}
}
