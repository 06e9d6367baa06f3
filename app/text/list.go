package text

// List writes parts as a sentence lists them: "a, b and c".
func (l *Language) List(parts []string) string {
	last := len(parts) - 1
	switch last {
	case -1:
		return ""
	case 0:
		return parts[0]
	case 1:
		return l.Fill("cldr.list.two", "a", parts[0], "b", parts[1])
	}
	all := parts[0]
	for _, part := range parts[1:last] {
		all = l.Fill("cldr.list.middle", "a", all, "b", part)
	}
	return l.Fill("cldr.list.end", "a", all, "b", parts[last])
}

// Commas joins the parts that are not empty with commas.
func (l *Language) Commas(parts ...string) string { return l.joined("join.comma", parts) }

// Semicolons joins the parts that are not empty with semicolons.
func (l *Language) Semicolons(parts ...string) string { return l.joined("join.semicolon", parts) }

// Sentences joins the sentences that are not empty.
func (l *Language) Sentences(parts ...string) string { return l.joined("join.sentences", parts) }

// Chain writes the organisations that something passed through, in order.
func (l *Language) Chain(parts ...string) string { return l.joined("join.chain", parts) }

func (l *Language) joined(key string, parts []string) string {
	all := ""
	for _, part := range parts {
		switch {
		case part == "":
		case all == "":
			all = part
		default:
			all = l.Fill(key, "a", all, "b", part)
		}
	}
	return all
}
