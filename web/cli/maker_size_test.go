package cli

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"factframe/web/maker/page"
	"factframe/web/site"
)

// makerBudget is the limit for what the page that makes panels downloads before it can be
// used, in bytes as brotli.
const makerBudget = 2_000_000

func TestSizeOfTheMaker(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the page, which takes a while")
	}
	maker, err := compiledMaker(makerProgram, tagsProgram)
	require.NoError(t, err)
	files := folderInMemory{}
	runtime, err := wasmExec()
	require.NoError(t, err)
	require.NoError(t, page.Write(files, page.Input{Maker: page.Program{Wasm: maker}, Reader: &site.Program{Runtime: runtime}}))
	total := 0
	for _, name := range page.First(files) {
		size := len(site.NewProgram(files[name], "", "").Brotli)
		t.Logf("%s: %d bytes, %d as brotli", name, len(files[name]), size)
		total += size
	}
	assert.LessOrEqual(t, total, makerBudget)
}

type folderInMemory map[string][]byte

func (f folderInMemory) Write(name string, content []byte) error {
	f[name] = content
	return nil
}
