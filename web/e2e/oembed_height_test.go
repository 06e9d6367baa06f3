package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"factframe/data/datatest"
	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The estimated height in an oEmbed file is accurate to an eighth, or 60 px, for every
// package.
func TestHeightsInOEmbed(t *testing.T) {
	t.Parallel()
	packages := map[string]string{"default": ""}
	for _, name := range datatest.Kinds {
		packages[name] = datatest.KindPath(name)
	}
	for name, path := range packages {
		out := filepath.Join(filepath.Dir(dist), "kinds", "tall-"+name)
		require.NoError(t, os.MkdirAll(filepath.Dir(out), 0o755))
		require.NoError(t, cli.Build(cli.Options{Package: path, Out: out, Program: program, URL: "https://figures.example/"}))
		files, err := filepath.Glob(filepath.Join(out, "oembed", "*.json"))
		require.NoError(t, err)
		deeper, err := filepath.Glob(filepath.Join(out, "oembed", "*", "*.json"))
		require.NoError(t, err)
		for i := 0; i < len(deeper); i += 1 + len(deeper)/20 {
			files = append(files, deeper[i])
		}
		var addresses []string
		var told []int
		for _, file := range files {
			raw, err := os.ReadFile(file)
			require.NoError(t, err)
			var answer struct {
				HTML   string
				Height int
			}
			require.NoError(t, json.Unmarshal(raw, &answer))
			address := regexp.MustCompile(`src="https://figures.example/([^"]*)"`).FindStringSubmatch(answer.HTML)[1]
			addresses, told = append(addresses, "kinds/tall-"+name+"/"+address), append(told, answer.Height)
		}
		b := framed(t, "tall-"+name, addresses...)
		b.do(`wide(640)`)
		for i, height := range eval[[]int](b, `Array.from(frames).map(tall)`) {
			t.Logf("%-50s %4d, estimated %4d", addresses[i], height, told[i])
			assert.InDelta(t, height, told[i], max(60, float64(height)/8), addresses[i])
		}
	}
}
