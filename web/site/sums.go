package site

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// SumsFile lists every other file of a site with its SHA-256 hash, as sha256sum -c reads it.
const SumsFile = "SHA256SUMS"

// summed passes files on to a folder and notes their hashes.
type summed struct {
	to     Folder
	hashes map[string][sha256.Size]byte
}

func (s summed) Write(name string, content []byte) error {
	s.hashes[name] = sha256.Sum256(content)
	return s.to.Write(name, content)
}

// finish writes the list, ordered by name.
func (s summed) finish() error {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s.hashes)) {
		fmt.Fprintf(&b, "%x  %s\n", s.hashes[name], name)
	}
	return s.to.Write(SumsFile, []byte(b.String()))
}
