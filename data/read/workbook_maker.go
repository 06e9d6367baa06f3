//go:build maker

package read

// workbook returns an error: the page that makes panels reads workbooks with a separate
// program, which it only fetches for them (see Source.Tables).
func workbook(file string, _ []byte) ([]*Table, error) {
	return nil, wrong(file, "is a workbook, which has to be read first", "open it again")
}
