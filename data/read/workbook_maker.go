//go:build maker

package read

// workbook returns an error: the page that makes panels reads workbooks with a program of their
// own, so that the others need not download it (see Source.Tables).
func workbook(file string, _ []byte) ([]*Table, error) {
	return nil, wrong(file, "is a workbook, which has to be read first", "open it again")
}
