//go:build program

package text

// In a browser the program contains English; a package in another language brings its
// words along.
func languages() []*Language { return []*Language{English} }

func siteWords(string) string { return "" }
