package maker

import (
	"fmt"
	"syscall/js"
)

// Serve answers questions of worker.js, and never returns.
func Serve(answers map[string]Answer) {
	js.Global().Set("makerAnswer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		content := make([]byte, args[2].Get("length").Int())
		js.CopyBytesToGo(content, args[2])
		answer := answers[args[0].String()]
		if answer == nil {
			return map[string]any{"error": fmt.Sprintf("no answer to %s", args[0])}
		}
		text, file, err := answer(args[1].String(), content, func(done int) { args[3].Invoke(done) })
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		result := map[string]any{"text": text}
		if file != nil {
			bytes := js.Global().Get("Uint8Array").New(len(file))
			js.CopyBytesToJS(bytes, file)
			result["bytes"] = bytes
		}
		return result
	}))
	select {}
}
