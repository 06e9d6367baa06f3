// Package fmt contains the part of the standard package fmt that go-app uses. It knows
// the verbs %v, %s, %d, %q, %T and %p without flags, and only simple values: a list, a
// map or a struct is written as its type.
package fmt

import (
	"reflect"
	"strconv"
	"strings"
)

// Sprint writes one value as %v does.
func Sprint(v any) string {
	switch v := v.(type) {
	case nil:
		return "<nil>"
	case error:
		return v.Error()
	case interface{ String() string }:
		return v.String()
	}
	switch of := reflect.ValueOf(v); of.Kind() {
	case reflect.String:
		return of.String()
	case reflect.Bool:
		return strconv.FormatBool(of.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(of.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return strconv.FormatUint(of.Uint(), 10)
	case reflect.Float32, reflect.Float64:
		return strconv.FormatFloat(of.Float(), 'g', -1, of.Type().Bits())
	}
	return reflect.TypeOf(v).String()
}

// Sprintf replaces the verbs of a format by values.
func Sprintf(format string, values ...any) string {
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(format, "%")
		b.WriteString(text)
		if !found || rest == "" {
			return b.String()
		}
		verb := rest[0]
		format = rest[1:]
		switch {
		case verb == '%':
			b.WriteByte('%')
		case len(values) == 0:
			b.WriteString("%!" + string(verb) + "(MISSING)")
		default:
			b.WriteString(written(verb, values[0]))
			values = values[1:]
		}
	}
}

func written(verb byte, v any) string {
	switch verb {
	case 'v', 's', 'd':
		return Sprint(v)
	case 'q':
		return strconv.Quote(Sprint(v))
	case 'T':
		return reflect.TypeOf(v).String()
	case 'p':
		return "0x" + strconv.FormatUint(uint64(reflect.ValueOf(v).Pointer()), 16)
	}
	return "%!" + string(verb) + "(" + Sprint(v) + ")"
}

// Printf prints to the standard error, which only tests have.
func Printf(format string, values ...any) { print(Sprintf(format, values...)) }
