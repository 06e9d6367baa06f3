package site

import (
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"

	"factframe/app/export"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// Card pictures have the size that link previews ask for.
const (
	cardWidth  = 1200
	cardHeight = 630
)

// frameWidth is that of a column of text, in px, where hosts put a frame.
const frameWidth = 640

// shareTags are what others' programs read from a page: its address, its card,
// and where its oEmbed file is. They need the site's public address.
func shareTags(p *data.Package, s state.State, public string) string {
	if public == "" {
		return ""
	}
	address := public + s.Address()
	image := public + cardOf(p, s)
	title, description := say.Heading(p, s), say.Description(p, s)
	tags := []string{
		tag("link", "rel", "canonical", "href", address),
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
	tags = append(tags, tag("link", "rel", "alternate", "type", "application/json+oembed", "href", public+oEmbedName(s), "title", title))
	return strings.Join(tags, "\n") + "\n"
}

// mostCards is how many figures have a card each; of more, a card is their
// view's.
const mostCards = 300

// cardOf is the picture that stands for a state: its figure's, its view's, or
// the first view's.
func cardOf(p *data.Package, s state.State) string {
	switch {
	case s.View == "" && len(p.Figures) <= mostCards:
		return "img/figure/" + s.Figure + ".png"
	case s.View == "":
		return "img/" + table.ViewOfFigure(p, p.Figure(s.Figure)).ID + ".png"
	case p.View(s.View) != nil:
		return "img/" + s.View + ".png"
	}
	return "img/" + p.Views[0].ID + ".png"
}

// altOf says what the picture of a state shows: a view as it opens, also where the
// state has other choices.
func altOf(p *data.Package, s state.State) string {
	if p.View(s.View) != nil {
		return say.Heading(p, state.State{View: s.View})
	}
	return say.Heading(p, s)
}

// cards are the pictures of views and figures, by the names of their files.
func cards(p *data.Package) map[string]svg.Node {
	list := map[string]svg.Node{}
	for _, v := range p.Views {
		s := state.State{View: v.ID}
		list[cardOf(p, s)] = export.Card(p, s)
	}
	if len(p.Figures) <= mostCards {
		for _, f := range p.Figures {
			list[cardOf(p, state.State{Figure: f.ID})] = export.FigureCard(p, f)
		}
	}
	return list
}

// oEmbedName is where the oEmbed file of a prerendered state is: a static host
// answers every query alike, so each page has one of its own.
func oEmbedName(s state.State) string {
	return "oembed/" + strings.TrimSuffix(s.Address(), "/") + ".json"
}

// oEmbed is a file that answers for a page as oEmbed 1.0 asks. WordPress keeps
// of its html only the blockquote, its link and the frame; the blockquote also
// makes it load the script that resizes frames. The frame is as wide as the
// text around it, and about as tall as the page: Ghost puts it into a page as it
// is, with its style, by which newer browsers ask the page.
func oEmbed(p *data.Package, s state.State, public string, panel []byte) ([]byte, error) {
	frameHeight, err := estimatedHeight(panel)
	if err != nil {
		return nil, err
	}
	title := say.Heading(p, s)
	address := html.EscapeString(public + s.Address())
	markup := fmt.Sprintf(`<blockquote><a href="%s">%s</a> %s</blockquote><iframe src="%[1]s" title="%[4]s" width="100%%" height="%[5]d" frameborder="0" scrolling="auto" style="frame-sizing:content-height;height:if(supports(frame-sizing:content-height):auto;else:%[5]dpx)"></iframe>`,
		address, html.EscapeString(title), html.EscapeString(export.SourceLine(p, s)), html.EscapeString(title+", with sources"), frameHeight)
	answer := map[string]any{
		"version": "1.0", "type": "rich", "title": title, "provider_name": p.Title, "provider_url": public,
		"width": frameWidth, "height": frameHeight, "html": markup,
	}
	if p.View(s.View) == nil || s.Address() == (state.State{View: s.View}).Address() { // its picture shows no other choices
		answer["thumbnail_url"], answer["thumbnail_width"], answer["thumbnail_height"] = public+cardOf(p, s), cardWidth, cardHeight
	}
	return json.MarshalIndent(answer, "", "  ")
}

// writeCards writes the pictures of views and figures that link previews show.
func writeCards(to *files, p *data.Package) error {
	pictures := cards(p)
	for _, name := range slices.Sorted(maps.Keys(pictures)) {
		content, err := paintPNG(pictures[name], cardWidth, cardHeight)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := to.write(name, content); err != nil {
			return err
		}
	}
	return nil
}
