package e2e

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"factframe/app/export"
	"factframe/app/page"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const published = "https://figures.example/"

// packagesToTake are those whose downloads are read by other programs.
func packagesToTake(t *testing.T) map[string]*data.Package {
	packages := map[string]*data.Package{"default": datatest.Default(t)}
	for _, name := range []string{"growth", "survey", "intervals"} {
		packages[name] = datatest.Kind(t, name)
	}
	for seed := range samples {
		packages[fmt.Sprint("generated-", seed)] = datatest.Package().Example(seed).Package
	}
	for name, p := range datatest.Tiny(t) {
		packages["tiny-"+name] = p
	}
	return packages
}

// choices are the states of a view that have files: as it opens, in each measure, and with
// each code of a filter alone.
func choices(p *data.Package) (list []state.State) {
	for _, s := range state.Prerendered(p) {
		if chosen, _ := s.Chosen(p); p.View(s.View) != nil && chosen.Address() == s.Address() {
			list = append(list, s)
		}
	}
	return list
}

// For every choice, the CSV and the JSON have the rows of the table, the validator of
// Frictionless accepts the JSON, and another program draws the SVG.
func TestOtherProgramsReadTheFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var packages, pictures []string
	for name, p := range packagesToTake(t) {
		for i, s := range choices(p) {
			selected := export.Selection{Package: p, State: s, Site: published}
			file := filepath.Join(dir, fmt.Sprintf("%s-%d", name, i))
			rows := rowsOf(p, s)
			lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(export.File("csv", selected), "\ufeff"))).ReadAll()
			require.NoError(t, err, "%s: %s", name, s.Address())
			wantRows(t, name+": "+s.Address(), rows, lines)
			content := export.File("json", selected)
			wantObjects(t, name+": "+s.Address(), lines, content)
			require.NoError(t, os.WriteFile(file+".json", []byte(content), 0o644))
			packages = append(packages, file+".json")
			require.NoError(t, os.WriteFile(file+".svg", []byte(export.File("svg", selected)), 0o644))
			if i < 3 {
				pictures = append(pictures, file+".svg")
			}
		}
	}
	require.Greater(t, len(packages), 250)
	out, err := exec.Command("node", append([]string{"packages.mjs"}, packages...)...).CombinedOutput()
	require.NoError(t, err, "run npm ci in web/e2e, or make test: %s", out)
	assert.Empty(t, string(out))
	for _, file := range pictures {
		out, err := exec.Command("rsvg-convert", "-o", file+".png", file).CombinedOutput()
		require.NoError(t, err, "%s: %s", file, out)
		assert.Greater(t, inkOf(t, file+".png"), 200, file)
	}
}

func rowsOf(p *data.Package, s state.State) (rows []table.Row) {
	for _, panel := range table.Select(p, s.Query(p)).Panels {
		rows = append(rows, panel.Rows...)
	}
	return rows
}

// wantRows compares the lines of a CSV with the rows of a table.
func wantRows(t *testing.T, where string, rows []table.Row, lines [][]string) {
	t.Helper()
	require.Len(t, lines, len(rows)+1, where)
	column := map[string]int{}
	for i, name := range lines[0] {
		column[name] = i
	}
	for i, r := range rows {
		line := lines[i+1]
		assert.Equal(t, r.Figure.ID, line[column["id"]], where)
		assert.Equal(t, r.Unit.ID, line[column["unit"]], where)
		assert.Equal(t, string(r.Figure.Status), line[column["status"]], where)
		assert.NotEmpty(t, line[column["citation"]], where)
		assert.True(t, strings.HasPrefix(line[column["address"]], published), where)
		if r.Amount == nil {
			assert.Empty(t, line[column["value"]], where)
			continue
		}
		value, err := strconv.ParseFloat(line[column["value"]], 64)
		require.NoError(t, err, where)
		assert.InDelta(t, r.Figure.Rounded(*r.Amount, r.Unit).Number, value, 1e-6*max(1, value, -value), where)
	}
}

// wantObjects compares the rows of a Data Package with the lines of a CSV.
func wantObjects(t *testing.T, where string, lines [][]string, content string) {
	t.Helper()
	var p struct {
		Resources []struct{ Data []map[string]any }
	}
	require.NoError(t, json.Unmarshal([]byte(content), &p), where)
	require.Len(t, p.Resources, 1, where)
	require.Len(t, p.Resources[0].Data, len(lines)-1, where)
	for i, object := range p.Resources[0].Data {
		for j, name := range lines[0] {
			switch cell := lines[i+1][j]; value := object[name].(type) {
			case nil:
				assert.Empty(t, cell, "%s: %s", where, name)
			case float64:
				want, err := strconv.ParseFloat(cell, 64)
				require.NoError(t, err, where)
				assert.Equal(t, want, value, "%s: %s", where, name)
			default:
				assert.Equal(t, strings.TrimPrefix(cell, "'"), strings.TrimPrefix(fmt.Sprint(value), "'"), "%s: %s", where, name)
			}
		}
	}
}

// inkOf returns how many pixels of a picture are dark.
func inkOf(t *testing.T, file string) (ink int) {
	t.Helper()
	from, err := os.Open(file)
	require.NoError(t, err)
	defer from.Close()
	picture, err := png.Decode(from)
	require.NoError(t, err, file)
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if r, _, _, a := picture.At(x, y).RGBA(); a > 0x8000 && r < 0x8000 {
				ink++
			}
		}
	}
	return ink
}

// The words of the PNG files are legible: the source, the caution and the address can be read
// in them by a program that knows only pixels.
func TestTheWordsOfPicturesCanBeRead(t *testing.T) {
	t.Parallel()
	dir, err := public()
	require.NoError(t, err)
	squeezed := func(s string) string {
		return strings.Map(func(c rune) rune {
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				return c
			}
			return -1
		}, strings.ToLower(s))
	}
	for _, v := range figures.Views {
		s := state.State{View: v.ID}
		for _, file := range []string{page.CardPath(s), page.SquarePath(v.ID)} {
			out, err := exec.Command("tesseract", filepath.Join(dir, filepath.FromSlash(file)), "-", "--psm", "6").Output()
			require.NoError(t, err, file)
			read := squeezed(string(out))
			source := squeezed(rowsOf(figures, s)[0].Figure.Series.Source.Short)
			assert.Contains(t, read, source[:min(20, len(source))], "%s: the source", file)
			assert.Contains(t, read, squeezed("figures.example/x/"+v.ID), "%s: the address", file)
			caution, _, _ := strings.Cut(v.Notes[0], "{")
			assert.Contains(t, read, squeezed(caution)[:16], "%s: the caution", file)
		}
	}
}
