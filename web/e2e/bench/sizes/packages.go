package main

import (
	"fmt"
	"math"
	"strings"
)

// pkg returns a package with one source and one series.
func pkg(series map[string]any, resource map[string]any, own map[string]any) map[string]any {
	series["id"], series["title"], series["source"], series["population"], series["coverage_who"] = "waste", "Waste", "tables", "areas", "all areas"
	own["language"] = "en"
	return map[string]any{
		"name": "sizes", "title": "A package of some size", "version": "1.0.0",
		"resources": []any{
			map[string]any{"name": "sources", "data": []any{map[string]any{"id": "tables", "title": "Tables", "publisher": "An office", "published": "2024"}}},
			map[string]any{"name": "series", "data": []any{series}}, resource,
		},
		"factframe": own,
	}
}

func dimension(id, title string, n int) map[string]any {
	var codes []any
	for i := range n {
		codes = append(codes, map[string]any{"id": fmt.Sprintf("%s-%d", id, i), "label": fmt.Sprintf("%s %d", title, i+1)})
	}
	return map[string]any{"id": id, "title": title, "codes": codes}
}

// Figures are those of areas, fifty years for each, or of as many years as there are.
const yearsOfAnArea = 50

func figures(n int) map[string]any {
	return pkg(map[string]any{"counted": "tonne", "unit": "kt", "dimensions": []any{"area"}},
		map[string]any{"name": "observations", "path": "figures.csv", "format": "csv", "schema": map[string]any{"fields": []any{map[string]any{"name": "value", "type": "number"}}}},
		map[string]any{
			"units":      []any{map[string]any{"id": "kt", "kind": "amount", "many": "thousand tonnes"}},
			"counted":    []any{map[string]any{"id": "tonne", "one": "tonne", "many": "tonnes of waste"}},
			"dimensions": []any{dimension("area", "Area", max(2, n/yearsOfAnArea))},
			"views": []any{
				map[string]any{"id": "years", "title": "Years", "headline": "Waste goes up and down", "subtitle": "Thousand tonnes a year", "filters": []any{"area", "period"},
					"panels": []any{map[string]any{"id": "years", "mark": "line", "series": []any{"waste"}, "channels": map[string]any{"x": "period", "y": "value", "colour": "area"}}}},
				map[string]any{"id": "areas", "title": "Areas", "headline": "Areas differ", "subtitle": "Thousand tonnes in the latest year", "filters": []any{"area"}, "orders": []any{"size", "name"},
					"panels": []any{map[string]any{"id": "areas", "mark": "bar", "series": []any{"waste"}, "at": []any{"latest"}, "channels": map[string]any{"x": "value", "y": "area"}}}},
			},
		})
}

func figureRows(n int) string {
	var b strings.Builder
	b.WriteString("id,series,area,period_start,period_end,value\n")
	areas := max(2, n/yearsOfAnArea)
	for i := range n {
		area, year := i%areas, 1970+i/areas
		fmt.Fprintf(&b, "f-%d-%d,waste,area-%d,%d-01-01,%d-12-31,%.1f\n", area, year, area, year, year, 500+300*math.Sin(float64(7*area+year)/5))
	}
	return b.String()
}

func records() map[string]any {
	return pkg(map[string]any{"counted": "case", "dimensions": []any{"area", "kind", "clerk"}, "records": map[string]any{"resource": "cases"}},
		map[string]any{"name": "cases", "path": "figures.csv", "format": "csv"},
		map[string]any{
			"counted":    []any{map[string]any{"id": "case", "one": "case", "many": "cases"}},
			"dimensions": []any{dimension("area", "Area", 40), dimension("kind", "Kind", 12), dimension("clerk", "Clerk", 200)},
			"views": []any{map[string]any{"id": "kinds", "title": "Kinds", "headline": "Kinds differ", "subtitle": "Cases", "filters": []any{"area"}, "orders": []any{"size"},
				"panels": []any{map[string]any{"id": "kinds", "mark": "bar", "series": []any{"waste"}, "channels": map[string]any{"x": "value", "y": "kind"}}}}},
		})
}

func recordRows(n int) string {
	var b strings.Builder
	b.WriteString("area,kind,clerk,count\n")
	for i := range n {
		fmt.Fprintf(&b, "area-%d,kind-%d,clerk-%d,%d\n", i*7%40, i*i%12, i*11%200, i%9)
	}
	return b.String()
}
