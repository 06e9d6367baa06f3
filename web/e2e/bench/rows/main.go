// Command rows writes the synthetic counts that measuring harnesses generate in their
// pages, as cases.csv for the package beside this file:
//
//	go run ./web/e2e/bench/rows -n 100000 -out folder
//
// The numbers come from the generator mulberry32 with the seed 12345, in the order force,
// year, outcome, count.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"factframe/web/publish"
)

//go:embed datapackage.json
var packageJSON []byte

func main() {
	n := flag.Int("n", 1000, "the number of rows")
	out := flag.String("out", ".", "the folder to write the package to")
	flag.Parse()
	if err := write(*n, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(n int, folder string) error {
	to, err := publish.Open(folder, os.Stderr)
	if err != nil {
		return err
	}
	defer to.Close()
	var cases bytes.Buffer
	rows(&cases, n)
	if err := errors.Join(to.Write("datapackage.json", packageJSON), to.Write("cases.csv", cases.Bytes())); err != nil {
		return err
	}
	return to.Commit()
}

func rows(w io.Writer, n int) {
	fmt.Fprintln(w, "force,recorded,outcome,count")
	next := mulberry32(12345)
	for range n {
		force, year, share, count := 1+next()%40, 2022+next()%3, next()%100, 1+next()%5
		fmt.Fprintf(w, "force-%02d,in-%d,%s,%d\n", force, year, outcome(share), count)
	}
}

// outcome makes some outcomes more frequent than others.
func outcome(share uint32) string {
	for _, o := range []struct {
		below uint32
		id    string
	}{
		{22, "no-action-public-interest"}, {38, "lack-of-evidence"}, {50, "victim-withdrew"},
		{60, "community-resolution"}, {66, "charge-or-caution"}, {70, "other-agency"},
	} {
		if share < o.below {
			return o.id
		}
	}
	return "not-stated"
}

func mulberry32(seed uint32) func() uint32 {
	return func() uint32 {
		seed += 0x6d2b79f5
		t := (seed ^ seed>>15) * (1 | seed)
		t = (t + (t^t>>7)*(61|t)) ^ t
		return t ^ t>>14
	}
}
