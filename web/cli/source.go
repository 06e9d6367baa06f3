//go:build !js && !release

package cli

import "factframe/web/site"

// carried is nothing: a command line run from the sources builds the program.
func carried() (*site.Program, error) { return nil, nil }
