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

// Limits for reading a table. A malicious file can need far more memory than its size.
// data/read refuses the known kinds; these limits catch the rest.
const (
	mostMemory    = 512 << 20        // bytes
	beside        = 72 << 20         // bytes of mostMemory kept for what the runtime does not count, and for growth until the next check
	mostProcessor = 20 * time.Second // of processor time, summed over all processors
)

// bounded ends the process with one error if it exceeds the limits before stop is
// called. The caller must not have written anything by then.
func bounded(file string, stderr io.Writer) (stop func()) {
	const often = 10 * time.Millisecond
	before := debug.SetMemoryLimit(mostMemory / 8 * 5) // collect garbage more often from here on
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
				fmt.Fprintf(stderr, "%s: takes %s to read; use part of the table\n", file, what)
				os.Exit(failed)
			}
		}
	}()
	return func() {
		done <- struct{}{} // no check is running from here on
		debug.SetMemoryLimit(before)
	}
}

// memory returns the memory that the process uses, in bytes.
func memory() uint64 {
	of := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(of)
	return of[0].Value.Uint64() - of[1].Value.Uint64()
}
