package site

import (
	"encoding/base64"
	"encoding/json"
)

// embedded is the program, and the package where the program does not contain
// it, as a script. In a frame without an origin WebKitGTK 2.50 refuses every
// fetch by connect-src 'self', but runs a script that the policy names by its
// hash: so the policy need not be weaker for anybody. It is loaded only in a frame
// without an origin, after a fetch failed.
func embedded(program *Program, raw []byte, separate bool) (string, error) {
	carried := struct {
		Program string `json:"program"` // gzip, as base64
		Package string `json:"package,omitempty"`
	}{Program: base64.StdEncoding.EncodeToString(program.Gzip)}
	if separate {
		carried.Package = string(raw)
	}
	content, err := json.Marshal(carried)
	return "globalThis.factframeEmbedded=" + string(content) + ";", err
}
