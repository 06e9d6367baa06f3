//go:build !js

package load

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// parse reads JSON into maps, slices, strings, numbers and booleans. Syntax errors
// include the line number.
func parse(raw []byte) (any, error) {
	var top any
	err := json.Unmarshal(raw, &top)
	var wrong *json.SyntaxError
	if errors.As(err, &wrong) {
		before := raw[:min(int(wrong.Offset), len(raw))]
		return nil, fmt.Errorf("line %d: %w", strings.Count(string(before), "\n")+1, err)
	}
	return top, err
}
