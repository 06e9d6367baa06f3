package site

import (
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"net/url"
	"slices"
	"strings"

	"factframe/app/export"
	panels "factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// The size of cards in px, as link previews expect.
const (
	cardWidth  = 1200
	cardHeight = 630
	squareSize = 1080 // of a square picture, as image feeds expect
)

// frameWidth is the width in px of the column of text in which hosts put a frame.
const frameWidth = 640

// shareTags returns the tags for link previews: the address of the page, its card and
// its oEmbed file. Without a public address it returns "".
func shareTags(p *data.Package, s state.State, a assets) string {
	public := a.public
	if public == "" {
		return ""
	}
	address := public + s.Address()
	image := public + cardOf(p, s)
	title, description := say.Heading(p, s), say.Description(p, s)
	tags := []string{
		tag("link", "rel", "canonical", "href", a.lasting+s.Address()), // of a frozen copy, the current page
		tag("meta", "property", "og:type", "content", "article"),
		tag("meta", "property", "og:title", "content", title),
		tag("meta", "property", "og:description", "content", description),
		tag("meta", "property", "og:url", "content", address),
		tag("meta", "property", "og:site_name", "content", p.Title),
		tag("meta", "property", "og:image", "content", image),
		tag("meta", "property", "og:image:width", "content", fmt.Sprint(cardWidth)),
		tag("meta", "property", "og:image:height", "content", fmt.Sprint(cardHeight)),
		tag("meta", "property", "og:image:alt", "content", altOf(p, s)),
		tag("meta", "name", "twitter:card", "content", "summary_large_image"),
	}
	if hasOEmbed(p, s) {
		tags = append(tags, tag("link", "rel", "alternate", "type", "application/json+oembed", "href", public+oEmbedName(s), "title", title))
	}
	for _, l := range p.Languages {
		tags = append(tags, tag("link", "rel", "alternate", "hreflang", l.Tag, "href", folderOf(a.lasting, l)+s.Address()))
	}
	return strings.Join(tags, "\n") + "\n"
}

// folderOf is the public address of a language of the site.
func folderOf(public string, l data.Language) string {
	base, err := url.Parse(public)
	if err != nil {
		return public + l.Path
	}
	return base.ResolveReference(&url.URL{Path: l.Path}).String()
}

// cardOf returns the file of the card for a state: that of its figure, of its choice or of its
// view, or of the first view.
func cardOf(p *data.Package, s state.State) string {
	switch {
	case s.View == "" && !state.SharedReceipts(p):
		return panels.CardPath(s)
	case s.View == "":
		return panels.CardPath(state.State{View: table.ViewOfFigure(p, p.Figure(s.Figure)).ID})
	case p.View(s.View) != nil:
		return panels.CardPath(onCard(p, s))
	}
	return panels.CardPath(state.State{View: p.Views[0].ID})
}

// onCard is the state that the card of a view's state shows: its choice if that has files,
// otherwise the view as it opens.
func onCard(p *data.Package, s state.State) state.State {
	if chosen, filed := s.Chosen(p); filed {
		return chosen
	}
	return state.State{View: s.View}
}

// altOf returns the alt text of a state's card.
func altOf(p *data.Package, s state.State) string {
	if p.View(s.View) != nil {
		return say.Heading(p, onCard(p, s))
	}
	return say.Heading(p, s)
}

// cards returns the cards of views, choices and figures, by file name.
func cards(p *data.Package, public string) map[string]svg.Node {
	list := map[string]svg.Node{}
	for _, s := range state.Prerendered(p) {
		if name := cardOf(p, s); p.View(s.View) != nil && list[name].Tag == "" {
			list[name] = export.Card(export.Selection{Package: p, State: onCard(p, s), Site: public})
		}
	}
	if !state.SharedReceipts(p) {
		for _, f := range p.Figures {
			s := state.State{Figure: f.ID}
			list[cardOf(p, s)] = export.Card(export.Selection{Package: p, State: s, Site: public})
		}
	}
	return list
}

// hasOEmbed reports whether a prerendered state has an oEmbed file: in a site of few files only
// a view as it opens has one.
func hasOEmbed(p *data.Package, s state.State) bool {
	return !p.Few || s.Address() == state.ViewLink(s.View) && s.View != state.ReceiptsView
}

// oEmbedName returns the file name of the oEmbed response for a prerendered state. Each
// page needs its own file, because a static host ignores queries.
func oEmbedName(s state.State) string {
	return "oembed/" + strings.TrimSuffix(s.Address(), "/") + ".json"
}

// oEmbed returns the oEmbed 1.0 response for a page. WordPress keeps only the
// blockquote, its link and the frame of the html; the blockquote also makes it load the
// script that resizes frames. Ghost inserts the html unchanged, including the style, by
// which newer browsers give the frame the height of the page.
func oEmbed(p *data.Package, s state.State, public string, panel []byte) ([]byte, error) {
	frameHeight, err := estimatedHeight(panel)
	if err != nil {
		return nil, err
	}
	title := say.Heading(p, s)
	address := html.EscapeString(public + s.Address())
	markup := fmt.Sprintf(`<blockquote><a href="%s">%s</a> %s</blockquote><iframe src="%[1]s" title="%[4]s" width="100%%" height="%[5]d" frameborder="0" scrolling="auto" style="frame-sizing:content-height;height:if(supports(frame-sizing:content-height):auto;else:%[5]dpx)"></iframe>`,
		address, html.EscapeString(title), html.EscapeString(export.SourceLine(p, s)), html.EscapeString(p.Words.Fill("oembed.title", "title", title)), frameHeight)
	answer := map[string]any{
		"version": "1.0", "type": "rich", "title": title, "provider_name": p.Title, "provider_url": public,
		"width": frameWidth, "height": frameHeight, "html": markup,
	}
	if _, filed := s.Chosen(p); p.View(s.View) == nil || filed { // otherwise its picture shows no choices
		answer["thumbnail_url"], answer["thumbnail_width"], answer["thumbnail_height"] = public+cardOf(p, s), cardWidth, cardHeight
	}
	return json.MarshalIndent(answer, "", "  ")
}

// writeCards writes the cards of views, choices and figures as PNG, and square ones of views.
func writeCards(to *files, p *data.Package, public string) error {
	pictures := cards(p, public)
	for _, name := range slices.Sorted(maps.Keys(pictures)) {
		if err := writePNG(to, name, pictures[name], cardWidth, cardHeight); err != nil {
			return err
		}
	}
	for _, v := range p.Views {
		card := pictures[cardOf(p, state.State{View: v.ID})]
		if err := writePNG(to, panels.SquarePath(v.ID), card, squareSize, squareSize); err != nil {
			return err
		}
	}
	return nil
}

func writePNG(to *files, name string, picture svg.Node, width, height int) error {
	content, err := paintPNG(picture, width, height)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return to.write(name, content)
}
