//go:build !js

package cli

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"sync"

	"factframe/web/maker/page"
	"factframe/web/publish"
	"factframe/web/site"
)

// makeCommand opens the page on which people make panels, or writes it into a folder.
func makeCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("make", stderr)
	out := flags.String("out", "", "a folder to write the page into, for any static host; without it, the page opens in the browser")
	port := flags.Int("port", 8080, "the port, or the next free one")
	if code, done := parsed(flags, args, 0); done {
		return code
	}
	if *out != "" {
		if err := WriteMaker(*out, true); err != nil {
			fmt.Fprintln(stderr, err)
			return failed
		}
		fmt.Fprintf(stdout, "Wrote the page to %s.\n", *out)
		next(stdout, "factframe serve -dir "+*out+"   # look at it; then upload the folder to any static host")
		return ok
	}
	dir, err := os.MkdirTemp("", "factframe-make")
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	defer os.RemoveAll(dir)
	fmt.Fprintln(stderr, "Preparing the page …")
	if err := WriteMaker(dir, false); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	l, err := Listen(*port)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	address := fmt.Sprintf("http://%s/", l.Addr())
	fmt.Fprintf(stdout, "Make a panel:   %s\nPress Ctrl-C to stop. Nothing leaves this computer.\n", address)
	inBrowser(address)
	return serveUntilStopped(l, Handler(dir), stderr)
}

// lazyMaker serves the page on which people make panels, and writes it when it is first asked
// for, which takes a while. remove removes its files.
func lazyMaker(stderr io.Writer) (handler http.Handler, remove func()) {
	var dir string
	write := sync.OnceValue(func() (err error) {
		if dir, err = os.MkdirTemp("", "factframe-make"); err != nil {
			return err
		}
		fmt.Fprintln(stderr, "Preparing the page on which you make panels …")
		return WriteMaker(dir, false)
	})
	handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := write(); err != nil {
			fmt.Fprintln(stderr, err)
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		Handler(dir).ServeHTTP(w, r)
	})
	return handler, func() {
		if dir != "" {
			os.RemoveAll(dir)
		}
	}
}

// inBrowser opens an address in the user's browser, if somebody is there to see it. Failures
// are ignored, because the address is printed too.
func inBrowser(address string) {
	if !isTerminal(os.Stdout) {
		return
	}
	command := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	exec.Command(command[0], append(command[1:], address)...).Start()
}

// WriteMaker writes the page on which people make panels into a folder. Compressed copies are
// for hosts that can send them.
func WriteMaker(out string, compress bool) error {
	in, err := makerInput(compress)
	if err != nil {
		return err
	}
	folder, err := publish.Open(out, os.Stderr)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := page.Write(folder, in); err != nil {
		return err
	}
	return folder.Commit()
}

// makerInput builds the programs of the page, or takes those of a release.
func makerInput(compress bool) (page.Input, error) {
	reader, err := programFor("datapackage.json") // that of any package
	if err != nil {
		return page.Input{}, err
	}
	maker, parts, err := makers()
	if err != nil {
		return page.Input{}, err
	}
	in := page.Input{Reader: reader, Texts: reader.Licences, Maker: page.Program{Wasm: maker}, Parts: page.Program{Wasm: parts}}
	if compress {
		for _, each := range []*page.Program{&in.Maker, &in.Parts} {
			p := site.NewProgram(each.Wasm, "", "")
			each.Brotli, each.Gzip = p.Brotli, p.Gzip
		}
	}
	return in, nil
}

// MakerPrograms builds the programs of the page on which people make panels: the page itself
// with most of the work, and what reads workbooks and writes sites. It needs the Go toolchain
// and the sources of this project.
func MakerPrograms() (maker, parts []byte, err error) {
	if maker, err = compiledMaker(makerProgram, tagsProgram); err != nil {
		return nil, nil, err
	}
	parts, err = compiledMaker(makerParts, tagsParts)
	return maker, parts, err
}
