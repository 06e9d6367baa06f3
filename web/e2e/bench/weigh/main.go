// Command weigh prints what makes up the download: without arguments, the bytes of each Go
// package in the program; with -patches, the bytes that each patch of go-app saves,
// measured by building the program with and without it.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"slices"
	"strings"

	"factframe/web/cli"
	"factframe/web/goapp"
	"factframe/web/site"
)

func main() {
	log.SetFlags(0)
	patches := flag.Bool("patches", false, "measure what each patch of go-app saves, as brotli (takes minutes)")
	flag.Parse()
	weigh := packages
	if *patches {
		weigh = eachPatch
	}
	if err := weigh(); err != nil {
		log.Fatal(err)
	}
}

func packages() error {
	program, err := cli.Compiled(cli.HoldsDefault, "") // with function names
	if err != nil {
		return err
	}
	sizes, err := packageSizes(program)
	if err != nil {
		return err
	}
	for _, name := range slices.SortedFunc(maps.Keys(sizes), func(a, b string) int { return cmp.Compare(sizes[b], sizes[a]) }) {
		fmt.Printf("%9d  %s\n", sizes[name], name)
	}
	return nil
}

func eachPatch() error {
	all, err := downloaded()
	if err != nil {
		return err
	}
	fmt.Printf("%9d  the program\n", all)
	for _, name := range goapp.Patches() {
		dependent, err := goapp.NeededBy(name)
		if err != nil {
			return err
		}
		with, err := downloaded(dependent...)
		if err != nil {
			return err
		}
		without, err := downloaded(append(dependent, name)...)
		if err != nil {
			return err
		}
		fmt.Printf("%+9d  without %s (%+.1f %%)%s\n", without-with, name, 100*float64(without-with)/float64(all), beside(dependent))
	}
	return nil
}

func beside(dependent []string) string {
	if len(dependent) == 0 {
		return ""
	}
	return ", compared with the program without " + strings.Join(dependent, " and ")
}

func downloaded(without ...string) (int, error) {
	wasm, err := cli.Compiled(cli.Neutral, cli.Stripped, without...)
	return len(site.NewProgram(wasm, "", "").Brotli), err
}
