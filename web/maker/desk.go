package maker

import (
	"encoding/json"
	"factframe/data/draft"
	"factframe/data/read"
	"factframe/web/site"
)

// Answer answers a question: about is JSON, and so is text; content and file are bytes.
// progress is called with how much of a long task is done.
type Answer func(about string, content []byte, progress func(done int)) (text string, file []byte, err error)

// Desk answers what the page asks while somebody works on a draft.
func Desk() map[string]Answer {
	w := &Worker{}
	var last draft.Draft
	var shown *site.Preview
	return map[string]Answer{
		"open": answer(func(about struct{ Name string }, content []byte) (any, error) {
			return Open(about.Name, content), nil
		}),
		"source": answer(func(about struct {
			Name   string
			Tables []*read.Table
		}, content []byte) (any, error) {
			*w = Worker{Source: read.Source{Name: about.Name, Tables: about.Tables}}
			if about.Name != "" && about.Tables == nil {
				w.Source.Content = content
			}
			return nil, nil
		}),
		"peek": answer(func(struct{}, []byte) (any, error) { return w.Unreadable(), nil }),
		"answer": answer(func(about struct{ Draft draft.Draft }, _ []byte) (any, error) {
			last = about.Draft
			return w.Answer(last), nil
		}),
		"marks": answer(func(view string, _ []byte) (any, error) { return w.Marks(view), nil }),
		"lines": answer(func(about struct{ From, N int }, _ []byte) (any, error) { return w.Lines(about.From, about.N), nil }),
		"preview": answer(func(about struct{ Runtime, View string }, _ []byte) (any, error) {
			if w.pkg == nil {
				return map[string]any{"pages": 0}, nil
			}
			var err error
			if shown, err = w.Preview(about.Runtime); err != nil {
				return nil, err
			}
			files := map[string]string{}
			for name, content := range shown.Files {
				files[name] = string(content)
			}
			return map[string]any{"files": files, "pages": shown.Pages(), "first": max(0, shown.Place(about.View+"/"))}, nil
		}),
		"page": answer(func(about struct{ Page int }, _ []byte) (any, error) {
			address, content, err := shown.Page(about.Page)
			return map[string]any{"address": address, "content": string(content)}, err
		}),
		"files": answer(func(struct{}, []byte) (any, error) {
			files := map[string]string{}
			for name, content := range w.files {
				files[name] = string(content)
			}
			name := ""
			if w.pkg != nil {
				name = w.pkg.Name
			}
			return map[string]any{"name": name, "files": files, "address": draft.Site(last.Address), "many": last.Many}, nil
		}),
		"reader": func(_ string, content []byte, _ func(int)) (string, []byte, error) {
			p, err := Program(content)
			if err != nil {
				return "", nil, err
			}
			return "", p.Wasm, nil
		},
	}
}

// Parts answers what needs much of the library: to read workbooks, and to write sites.
func Parts() map[string]Answer {
	return map[string]Answer{
		"workbook": answer(func(about struct{ Name string }, content []byte) (any, error) {
			tables, problems := Workbook(about.Name, content)
			return map[string]any{"tables": tables, "problems": problems}, nil
		}),
		"publish": func(about string, content []byte, progress func(int)) (string, []byte, error) {
			var order Order
			if err := json.Unmarshal([]byte(about), &order); err != nil {
				return "", nil, err
			}
			file, count, raw, err := order.Fill(content, progress)
			if err != nil {
				return "", nil, err
			}
			text, err := json.Marshal(map[string]any{"count": count, "raw": string(raw)})
			return string(text), file, err
		},
	}
}

// answer is an Answer that reads its question from JSON and writes its result as JSON.
func answer[T any](do func(about T, content []byte) (any, error)) Answer {
	return func(about string, content []byte, _ func(int)) (string, []byte, error) {
		var question T
		if err := json.Unmarshal([]byte(about), &question); err != nil {
			return "", nil, err
		}
		result, err := do(question, content)
		if err != nil {
			return "", nil, err
		}
		text, err := json.Marshal(result)
		return string(text), nil, err
	}
}
