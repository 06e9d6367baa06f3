package format

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factframe/data/datatest/golden"
	"factframe/data/load"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func typeOf(v any) reflect.Type { return reflect.TypeOf(v) }

func TestReferenceIsWhatIsRead(t *testing.T) {
	golden.Equal(t, "../FORMAT.md", Reference())
}

// everything is a package with one record of each kind, each with an unknown field. The errors
// then list the valid fields.
const everything = `{"zzz":1,"name":"n","title":"t","version":"1","licenses":[{}],"resources":[
	{"name":"sources","data":[{"id":"a","zzz":1}]},
	{"name":"series","data":[{"id":"a","zzz":1,"records":{"zzz":1}}]},
	{"name":"observations","data":[{"id":"b","zzz":1}]},
	{"name":"derived","data":[{"id":"c","zzz":1}]}],
	"factframe":{"zzz":1,"units":[{"zzz":1}],"methods":[{"zzz":1}],"counted":[{"zzz":1}],"one_base":[{"zzz":1}],"statements":[{"zzz":1}],"definitions":[{"zzz":1}],"help":[{"zzz":1}],
	"dimensions":[{"zzz":1,"id":"d","codes":[{"zzz":1}]}],"views":[{"zzz":1,"id":"v","panels":[{"zzz":1,"channels":{"zzz":"1"},"events":[{"zzz":1}]}]}]}}`

var oneOf = regexp.MustCompile(`use one of \[(.*)\]`)

// The types have exactly the fields that package load reads.
func TestTheTypesAreWhatIsRead(t *testing.T) {
	_, err := load.Bytes("x.json", []byte(everything))
	var problems load.Problems
	require.True(t, errors.As(err, &problems))
	read := map[string][]string{}
	for _, p := range problems {
		if m := oneOf.FindStringSubmatch(p.Want); p.Field == "zzz" && m != nil {
			fields := strings.Split(strings.ReplaceAll(m[1], `"`, ""), ", ")
			fields = slices.DeleteFunc(fields, func(f string) bool { return f == "zzz" || f == "d" }) // "d" is the dimension's field
			read[p.Record] = fields
		}
	}
	records := map[string]any{
		"": Package{}, "sources a": Source{}, "series a": Series{}, "series a records": Records{}, "observations b": Observation{}, "derived c": Derived{},
		"factframe": Factframe{}, "units entry 1": Unit{}, "methods entry 1": Method{}, "counted entry 1": Counted{}, "one_base entry 1": OneBase{},
		"statements entry 1": Statement{}, "definitions entry 1": Definition{}, "help entry 1": Help{}, "dimensions entry 1": Dimension{}, "dimensions d codes entry 1": Code{},
		"views v": View{}, "views v panels entry 1": Panel{}, "views v panels entry 1 channels": Channels{}, "views v panels entry 1 events entry 1": Event{},
	}
	for record, of := range records {
		var fields []string
		for _, f := range FieldsOf(typeOf(of)) {
			fields = append(fields, f.Name)
			assert.NotEmpty(t, f.Says, "%s: %s", record, f.Name)
			assert.True(t, f.Example != nil || object(f.Type) != nil || f.Name == "data", "%s: %s has no example", record, f.Name)
		}
		assert.ElementsMatch(t, read[record], fields, "%q", record)
		delete(read, record)
	}
	assert.Empty(t, read, "records without a type")
}

// The schema accepts good packages, and rejects what package load refuses because of its form.
func TestPackagesAreAsTheSchemaSays(t *testing.T) {
	schema, err := Schema()
	require.NoError(t, err)
	resolved, err := schema.Resolve(&jsonschema.ResolveOptions{ValidateDefaults: true})
	require.NoError(t, err)
	valid := func(file string) error {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		var value any
		require.NoError(t, json.Unmarshal(raw, &value))
		return resolved.Validate(value)
	}
	good, err := filepath.Glob("../testdata/kinds/*/datapackage.json")
	require.NoError(t, err)
	for _, file := range append(good, "../datapackage.json", "../testdata/small.json", "../testdata/records.json") {
		assert.NoError(t, valid(file), file)
	}
	for _, name := range []string{"mark-unknown", "status-unknown", "qualifier-unknown"} {
		assert.Error(t, valid("../testdata/invalid/"+name+".json"), name)
	}
}
