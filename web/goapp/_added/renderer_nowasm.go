//go:build !wasm

package app

import "factframe/web/goapp/render"

var renderer render.Renderer = &render.Recorder{}
