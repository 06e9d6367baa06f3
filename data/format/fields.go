package format

import (
	"encoding/json"
	"fmt"
	"reflect"

	"factframe/data"
)

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
