package format

import (
	"encoding/json"
	"fmt"
	"reflect"

	"factframe/data"

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

// words lists the valid values of the fields that have a fixed set.
func words() map[reflect.Type][]string {
	return map[reflect.Type][]string{
		reflect.TypeFor[data.Basis]():     data.Bases,
		reflect.TypeFor[data.Qualifier](): data.Qualifiers,
		reflect.TypeFor[data.Status]():    data.Statuses,
		reflect.TypeFor[data.Formula]():   data.Formulas,
		reflect.TypeFor[data.UnitKind]():  data.UnitKinds(),
		reflect.TypeFor[data.Mark]():      data.Marks(),
	}
}

// Table is a resource whose rows are objects.
type Table struct {
	Name  string
	Row   reflect.Type
	Coded bool // a row has one more field for each dimension of its series
}

// Tables are those that every package may have.
var Tables = []Table{
	{"sources", reflect.TypeFor[Source](), false},
	{"series", reflect.TypeFor[Series](), false},
	{"observations", reflect.TypeFor[Observation](), true},
	{"derived", reflect.TypeFor[Derived](), true},
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

// FieldDoc is one field as the reference has it.
type FieldDoc struct {
	Name, Says   string
	Type         reflect.Type
	Required     bool
	Translatable bool // a text, or an object with one for each language
	Example      any  // nil if the field contains objects
}

// FieldsOf lists the fields of one of this package's types, in order.
func FieldsOf(of reflect.Type) []FieldDoc {
	var list []FieldDoc
	for _, f := range reflect.VisibleFields(of) {
		if f.Anonymous {
			continue
		}
		name, optional := cut(f.Tag.Get("json"))
		doc := FieldDoc{Name: name, Says: f.Tag.Get("jsonschema"), Type: f.Type, Required: !optional, Translatable: f.Tag.Get("translatable") != ""}
		if example, has := f.Tag.Lookup("example"); has {
			doc.Example = exampleOf(f, example)
		}
		list = append(list, doc)
	}
	return list
}

func cut(tag string) (name string, optional bool) {
	const omit = ",omitempty"
	if len(tag) > len(omit) && tag[len(tag)-len(omit):] == omit {
		return tag[:len(tag)-len(omit)], true
	}
	return tag, false
}

// exampleOf decodes an example from JSON; a text is written without quotes.
func exampleOf(f reflect.StructField, example string) any {
	if f.Type.Kind() == reflect.String {
		return example
	}
	var value any
	if err := json.Unmarshal([]byte(example), &value); err != nil {
		panic(fmt.Sprintf("the example of %s is not JSON: %v", f.Name, err)) // a test reads them all
	}
	return value
}
