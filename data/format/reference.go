package format

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// Reference is the reference of the format as Markdown: every field, with a
// description and an example.
func Reference() string {
	var b strings.Builder
	b.WriteString("# Every field of a package\n\n" +
		"This is for anyone who writes or edits a package. [`README.md`](README.md) explains how the parts belong together.\n\n" +
		"Fields in bold are required. Any other field is an error, and the message lists the valid names.\n\n" +
		"A text marked (translatable) is a string, or an object with a string for each language\nof the package: " +
		"`{ \"en-GB\": \"Outcomes\", \"cy\": \"Canlyniadau\" }`. " +
		"The\ncode `mul` is for a name that is the same in every language.\n\n" +
		"`factframe schema -reference` prints this page, and a test compares it with what is read.\n")
	section(&b, "`datapackage.json`", reflect.TypeFor[Package](), "")
	for _, table := range Tables {
		own := ""
		if table.Coded {
			own = "It also has one field for each dimension of its series, with the id of a code.\n"
		}
		section(&b, "A row of the resource `"+table.Name+"`", table.Row, own)
	}
	return b.String()
}

// section lists the fields of a type, and then the types of those fields.
func section(b *strings.Builder, title string, of reflect.Type, own string) {
	fmt.Fprintf(b, "\n## %s\n\n| field | contents | example |\n| --- | --- | --- |\n", title)
	var within []FieldDoc
	for _, f := range FieldsOf(of) {
		name := "`" + f.Name + "`"
		if f.Required {
			name = "**" + name + "**"
		}
		says := f.Says
		if allowed := words()[f.Type]; allowed != nil {
			says += ": " + strings.Join(allowed, ", ")
		}
		if f.Translatable {
			says += " (translatable)"
		}
		example := ""
		if f.Example != nil {
			raw, _ := json.Marshal(f.Example) // it was read from JSON
			example = "`" + strings.NewReplacer(`\u0026`, "&", `","`, `", "`).Replace(string(raw)) + "`"
		} else if object(f.Type) != nil {
			example = "see below"
			within = append(within, f)
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", name, says, example)
	}
	if own != "" {
		b.WriteString("\n" + own)
	}
	for _, f := range within {
		section(b, strings.TrimSuffix(title, " ")+": `"+f.Name+"`", object(f.Type), "")
	}
}

// object is the type of this package within a field, or nil.
func object(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return t
}
