package main

import (
	"encoding/binary"
	"errors"
	"regexp"
)

// Section ids of the WebAssembly binary format.
const (
	customSection = 0
	importSection = 2
	codeSection   = 10
)

// packageSizes returns the total size in bytes of a module's functions, by package. The
// packages come from the function names in the custom section "name".
func packageSizes(module []byte) (map[string]int, error) {
	if len(module) < 8 {
		return nil, errors.New("not a WebAssembly module")
	}
	imported, bodies, names := 0, []int(nil), map[int]string{}
	for r := (reader{module[8:]}); len(r.rest) > 0; {
		id := r.take(1)[0]
		section := reader{r.take(r.number())}
		switch id {
		case importSection:
			imported = section.number() // Go imports functions only
		case codeSection:
			for range section.number() {
				size := section.number()
				section.take(size)
				bodies = append(bodies, size)
			}
		case customSection:
			if string(section.take(section.number())) == "name" {
				names = section.functionNames()
			}
		}
	}
	sizes := map[string]int{}
	for i, size := range bodies {
		sizes[packageOf(names[imported+i])] += size
	}
	return sizes, nil
}

// Go writes a package's path with underscores before the first dot of a name.
var packageName = regexp.MustCompile(`^(?:go:|type:\.eq\.)?([A-Za-z0-9_]+)\.`)

func packageOf(name string) string {
	if m := packageName.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	return "other"
}

// reader reads the parts of a module.
type reader struct{ rest []byte }

func (r *reader) take(n int) []byte {
	n = min(n, len(r.rest))
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

// number reads an unsigned LEB128 number.
func (r *reader) number() int {
	n, length := binary.Uvarint(r.rest)
	r.take(max(1, length))
	return int(n)
}

// functionNames reads the subsection of function names, which is number 1.
func (r *reader) functionNames() map[int]string {
	names := map[int]string{}
	for len(r.rest) > 0 {
		id := r.take(1)[0]
		part := reader{r.take(r.number())}
		if id != 1 {
			continue
		}
		for range part.number() {
			i := part.number()
			names[i] = string(part.take(part.number()))
		}
	}
	return names
}
