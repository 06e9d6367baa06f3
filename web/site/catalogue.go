package site

import (
	"cmp"
	"encoding/json"
	"strings"

	panels "factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/table"
)

// CatalogueFile describes the views and their files in the Data Catalog Vocabulary (DCAT),
// for catalogues of data.
const CatalogueFile = "data/catalogue.jsonld"

// vocabularies are the prefixes of the catalogue.
var vocabularies = linked{
	"dcat": "http://www.w3.org/ns/dcat#", "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "owl": "http://www.w3.org/2002/07/owl#",
}

// catalogue returns the catalogue of a site. It needs the public address, because the names of
// linked data are absolute.
func catalogue(p *data.Package, public string) ([]byte, error) {
	var list []linked
	for _, v := range p.Views {
		s := state.State{View: v.ID}
		var files []linked
		for _, each := range panels.Downloads {
			files = append(files, typed("dcat:Distribution").of("dcterms:title", each.Name()).
				of("dcat:downloadURL", linked{"@id": public + each.Path(s)}).of("dcat:mediaType", linked{"@id": "https://www.iana.org/assignments/media-types/" + mediaType(each)}))
		}
		var sources []linked
		for _, source := range sourcesOf(p, s) {
			sources = append(sources, typed("dcterms:BibliographicResource").of("dcterms:title", source.Title).of("dcterms:publisher", agent(source.Publisher)))
		}
		d := linked{"@id": public + s.Address() + "#dataset"}.of("@type", "dcat:Dataset").of("dcterms:title", say.Heading(p, s)).of("dcterms:description", described(p, s)).
			of("owl:versionInfo", p.Version).of("dcat:landingPage", linked{"@id": public + s.Address()}).of("dcterms:source", sources).of("dcat:distribution", files)
		list = append(list, d.of("dcterms:license", reference(licenceOf(p))))
	}
	all := linked{"@context": vocabularies, "@id": public + "#catalogue", "@type": "dcat:Catalog"}.of("dcterms:title", p.Title).of("dcterms:description", p.Description).
		of("foaf:homepage", linked{"@id": public}).of("dcterms:publisher", agent(creatorOf(p))).of("dcterms:license", reference(licenceOf(p))).of("dcat:dataset", list)
	return json.MarshalIndent(all, "", "  ")
}

func agent(name string) linked {
	if name == "" {
		return nil
	}
	return typed("foaf:Agent").of("foaf:name", name)
}

func reference(address string) linked {
	if address == "" {
		return nil
	}
	return linked{"@id": address}
}

// licences are the addresses of the licences that data is usually published under, by their
// SPDX identifier.
var licences = map[string]string{
	"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/", "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
	"CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/", "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
	"OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
	"ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/", "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}

// licenceOf returns the address of the package's licence, or "" if it is not known.
func licenceOf(p *data.Package) string { return licences[p.Licence] }

// creatorOf names who made the package.
func creatorOf(p *data.Package) string {
	return cmp.Or(p.Words.List(p.Contributors), p.Title)
}

func mediaType(d panels.Download) string {
	kind, _, _ := strings.Cut(d.MediaType, ";")
	return kind
}

func viewOf(p *data.Package, f *data.Figure) string { return table.ViewOfFigure(p, f).ID }

func sourcesOf(p *data.Package, s state.State) []*data.Source {
	return say.SourcesOf(table.Select(p, s.Query(p)))
}
