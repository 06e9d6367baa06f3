package text

// In a browser the program contains English, and adds the language of its page.
var added = []*Language{English}

func languages() []*Language { return added }

func siteWords(string) string { return "" }

// Add adds a language from the entries that File returned.
func Add(tag, file string) { added = append(added, parse(tag, file)) }
