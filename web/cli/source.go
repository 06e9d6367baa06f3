//go:build !js && !release

package cli

import "factframe/web/site"

// carried returns nil: run from the sources, the command line builds the program.
func carried() (*site.Program, error) { return nil, nil }

// makers builds the programs of the page that makes panels.
func makers() (maker, parts []byte, err error) { return MakerPrograms() }
