package maker

import "factframe/web/site"

// Preview returns the pages of the last answer. runtime is the script that runs the reader's
// program.
func (w *Worker) Preview(runtime string) (*site.Preview, error) {
	return site.NewPreview(site.Input{Package: w.pkg, JSON: w.json, Program: &site.Program{Wasm: []byte(previewProgram), Runtime: runtime}})
}

// previewProgram stands for the reader's program, which every preview shares: the worker
// needs its name and not its bytes.
const previewProgram = "the reader's program"
