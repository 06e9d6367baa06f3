//go:build !js

package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"factframe/data/format"
)

// schemaCommand prints the JSON Schema of a package, or the reference of its fields.
func schemaCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("schema", stderr)
	reference := flags.Bool("reference", false, "print the reference of every field, as Markdown")
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	if *reference {
		fmt.Fprint(stdout, format.Reference())
		return ok
	}
	raw, err := schemaJSON()
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	stdout.Write(raw)
	return ok
}

func schemaJSON() ([]byte, error) {
	schema, err := format.Schema()
	if err != nil {
		return nil, err
	}
	raw, err := json.MarshalIndent(schema, "", "  ")
	return append(raw, '\n'), err
}
