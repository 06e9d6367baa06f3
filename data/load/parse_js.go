package load

import (
	"errors"
	"syscall/js"
)

// parse uses the browser's JSON parser: encoding/json would be an eighth of the
// download.
func parse(raw []byte) (top any, err error) {
	defer func() {
		switch thrown := recover().(type) {
		case error:
			err = thrown
		case string: // a page replaced JSON.parse by something else
			err = errors.New(thrown)
		}
	}()
	return value(js.Global().Get("JSON").Call("parse", string(raw))), nil
}

func value(v js.Value) any {
	switch v.Type() {
	case js.TypeString:
		return v.String()
	case js.TypeNumber:
		return v.Float()
	case js.TypeBoolean:
		return v.Bool()
	case js.TypeObject:
		if v.InstanceOf(js.Global().Get("Array")) {
			return list(v)
		}
		return object(v)
	}
	return nil
}

func list(v js.Value) []any {
	out := make([]any, v.Length())
	for i := range out {
		out[i] = value(v.Index(i))
	}
	return out
}

func object(v js.Value) map[string]any {
	entries := js.Global().Get("Object").Call("keys", v)
	out := make(map[string]any, entries.Length())
	for i := range entries.Length() {
		key := entries.Index(i).String()
		out[key] = value(v.Get(key))
	}
	return out
}
