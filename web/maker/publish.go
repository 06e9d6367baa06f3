package maker

import (
	"fmt"
	"slices"

	"factframe/data/check"
	"factframe/web/site"
)

// Order is what somebody wants to take: "site", the whole site as a zip; "package", its data;
// "png" or "svg", the picture of its first view.
type Order struct {
	What    string
	Files   map[string]string // the package
	Address string            // where the site will be; may be empty
	Few     bool              // as few files as possible
}

// Fill makes what an order says. It returns how many files it has, and the package with its
// rows inline. archive is the reader's program.
func (o Order) Fill(archive []byte, progress func(done int)) (content []byte, count int, raw []byte, err error) {
	files := map[string][]byte{}
	for name, text := range o.Files {
		files[name] = []byte(text)
	}
	if o.What == "package" {
		return packed(files), len(files), nil, nil
	}
	p, raw, err := check.Files(files)
	if err != nil {
		return nil, 0, nil, err
	}
	p.Few = o.Few
	program, err := Program(archive)
	if err != nil {
		return nil, 0, nil, err
	}
	written := &folder{files: map[string][]byte{}, progress: progress}
	if err := site.Write(written, site.Input{Package: p, JSON: raw, Program: program, URL: o.Address}); err != nil {
		return nil, 0, nil, err
	}
	if o.What == "site" {
		return packed(written.files), len(written.files), raw, nil
	}
	name := "img/" + p.Views[0].ID + "." + o.What
	content, has := written.files[name]
	if !has {
		return nil, 0, nil, fmt.Errorf("the site has no %s", name)
	}
	return content, 1, raw, nil
}

// progressEvery is the number of files after which progress is reported.
const progressEvery = 10

// folder keeps the files of a site in memory.
type folder struct {
	files    map[string][]byte
	progress func(done int)
}

// Write implements site.Folder.
func (f *folder) Write(name string, content []byte) error {
	f.files[name] = slices.Clone(content)
	if len(f.files)%progressEvery == 0 {
		f.progress(len(f.files))
	}
	return nil
}
