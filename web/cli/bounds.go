//go:build !js

package cli

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// These are what reading a table may take of a machine. A file can be made so that
// it takes far more than its size; data/read refuses the forms of that which are
// known, and this all others.
const (
	mostMemory    = 512 << 20        // bytes
	beside        = 72 << 20         // of them for what the runtime does not count, and until the next look
	mostProcessor = 20 * time.Second // of all processors together
)

// bounded ends the process with one error when reading a file takes more than that,
// until stop is called. Nothing may have been written by then.
func bounded(file string, stderr io.Writer) (stop func()) {
	const often = 10 * time.Millisecond
	before := debug.SetMemoryLimit(mostMemory / 8 * 5) // the collector hurries from here on
	done := make(chan struct{})
	begun := processorTime()
	go func() {
		for tick := time.NewTicker(often); ; {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			what := ""
			if memory() > mostMemory-beside {
				what = fmt.Sprintf("more than %d MB of memory", mostMemory>>20)
			} else if processorTime()-begun > mostProcessor {
				what = fmt.Sprintf("longer than %v", mostProcessor)
			}
			if what != "" {
				fmt.Fprintf(stderr, "%s: takes %s to read; take a part of the table\n", file, what)
				os.Exit(failed)
			}
		}
	}()
	return func() {
		done <- struct{}{} // no look is under way from here on
		debug.SetMemoryLimit(before)
	}
}

// memory is what the process has of the machine's, in bytes.
func memory() uint64 {
	of := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(of)
	return of[0].Value.Uint64() - of[1].Value.Uint64()
}
