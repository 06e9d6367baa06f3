//go:build !maker

package format

import (
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"
)

// Schema is the JSON Schema (2020-12) of a datapackage.json, made from the types
// of this package. Each resource describes its own rows.
func Schema() (*jsonschema.Schema, error) {
	options := &jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{}}
	for of, list := range words() {
		s := &jsonschema.Schema{Type: "string"}
		for _, word := range list {
			s.Enum = append(s.Enum, word)
		}
		options.TypeSchemas[of] = s
	}
	top, err := jsonschema.For[Package](options)
	if err != nil {
		return nil, err
	}
	exemplify(top, reflect.TypeFor[Package]())
	resource := top.Properties["resources"].Items
	table := resource.Properties["schema"]
	for _, standard := range []*jsonschema.Schema{resource, table, table.Properties["fields"].Items} {
		standard.AdditionalProperties = nil // the standard has more fields, for other tools
	}
	for _, table := range Tables {
		rows, err := jsonschema.ForType(table.Row, options)
		if err != nil {
			return nil, err
		}
		exemplify(rows, table.Row)
		if table.Coded {
			rows.AdditionalProperties = &jsonschema.Schema{Type: "string", Description: "a code of the dimension of that name"}
		}
		named := any(table.Name)
		resource.AllOf = append(resource.AllOf, &jsonschema.Schema{
			If:   &jsonschema.Schema{Properties: map[string]*jsonschema.Schema{"name": {Const: &named}}},
			Then: &jsonschema.Schema{Properties: map[string]*jsonschema.Schema{"data": {Type: "array", Items: rows}}},
		})
	}
	top.Schema = "https://json-schema.org/draft/2020-12/schema"
	top.Title = "A Factframe data package"
	return top, nil
}

// exemplify adds the examples of a type's fields to its schema.
func exemplify(s *jsonschema.Schema, of reflect.Type) {
	if of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer {
		if of.Kind() == reflect.Slice {
			s = s.Items
		}
		if s != nil {
			exemplify(s, of.Elem())
		}
		return
	}
	if of.Kind() != reflect.Struct {
		return
	}
	for _, f := range FieldsOf(of) {
		property := s.Properties[f.Name]
		if f.Example != nil {
			property.Examples = []any{f.Example}
		}
		exemplify(property, f.Type)
		if f.Translatable {
			s.Properties[f.Name] = translatable(property)
		}
	}
}

// translatable is the schema of a text that may have a translation: a string, or an
// object with a string for each language. In a list each entry may be one.
func translatable(s *jsonschema.Schema) *jsonschema.Schema {
	if s.Items != nil {
		s.Items = translatable(s.Items)
		return s
	}
	each := &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{Type: "string"}, Description: "the text in each language, by its BCP 47 code"}
	return &jsonschema.Schema{Description: s.Description, Examples: s.Examples, AnyOf: []*jsonschema.Schema{{Type: "string"}, each}}
}
