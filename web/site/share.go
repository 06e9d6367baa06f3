//go:build !js

package site

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"factframe/app"
	"factframe/data"
)

// Card pictures have the size that link previews ask for.
const (
	cardWidth  = 1200
	cardHeight = 630
)

// frameHeight is for hosts that cannot resize a frame: WordPress clamps to
// 1000 px, and within that the frame scrolls.
const (
	frameWidth  = 640
	frameHeight = 1000
)

// shareTags are what others' programs read from a page: its address, its card,
// and where its oEmbed file is. They need the site's public address.
func shareTags(p *data.Package, s app.State, public string) string {
	if public == "" {
		return ""
	}
	address := public + s.Address()
	view := s.View
	if p.View(view) == nil {
		view = p.Views[0].ID
	}
	image := public + "img/" + view + ".png"
	title, description := app.Title(p, s), app.Description(p, s)
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
		tag("meta", "property", "og:image:alt", "content", title),
		tag("meta", "name", "twitter:card", "content", "summary_large_image"),
	}
	if p.View(s.View) != nil {
		tags = append(tags, tag("link", "rel", "alternate", "type", "application/json+oembed", "href", public+"oembed/"+s.View+".json", "title", title))
	}
	return strings.Join(tags, "\n") + "\n"
}

// oEmbed is a file that answers for a view as oEmbed 1.0 asks. WordPress keeps
// of its html only the blockquote, its link and the frame; the blockquote also
// makes it load the script that resizes frames.
func oEmbed(p *data.Package, v *data.View, public string) ([]byte, error) {
	s := app.State{View: v.ID}
	title := app.Title(p, s)
	source := app.SourceLine(p, s)
	markup := fmt.Sprintf(`<blockquote><a href="%s">%s</a> %s</blockquote><iframe src="%s" title="%s" width="%d" height="%d" frameborder="0" scrolling="auto"></iframe>`,
		html.EscapeString(public+s.Address()), html.EscapeString(title), html.EscapeString(source),
		html.EscapeString(public+s.Address()), html.EscapeString(title+", with sources"), frameWidth, frameHeight)
	return json.MarshalIndent(map[string]any{
		"version": "1.0", "type": "rich", "title": title, "provider_name": p.Title, "provider_url": public,
		"width": frameWidth, "height": frameHeight, "html": markup,
		"thumbnail_url": public + "img/" + v.ID + ".png", "thumbnail_width": cardWidth, "thumbnail_height": cardHeight,
	}, "", "  ")
}

// writeShared writes what stands beside the pages for other programs.
func writeShared(to *files, p *data.Package, public string) error {
	for _, v := range p.Views {
		picture := app.Picture(p, app.State{View: v.ID}, 1)
		content, err := paintPNG(picture, cardWidth, cardHeight)
		if err != nil {
			return fmt.Errorf("img/%s.png: %w", v.ID, err)
		}
		if err := to.write("img/"+v.ID+".png", content); err != nil {
			return err
		}
		if public == "" {
			continue
		}
		if content, err = oEmbed(p, v, public); err != nil {
			return err
		}
		if err := to.write("oembed/"+v.ID+".json", content); err != nil {
			return err
		}
	}
	return nil
}
