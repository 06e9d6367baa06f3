package site

import (
	"encoding/base64"
	"encoding/json"
)

// embedded returns the program as a script, with the package if the program does not
// contain it. In a frame with an opaque origin WebKitGTK 2.50 blocks every fetch under
// connect-src 'self', but runs a script whose hash is in the policy, so the policy can
// stay strict. Pages load this script only in such a frame, after a fetch failed.
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
