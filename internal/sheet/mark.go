package sheet

import "errors"

// Mark returns a copy of the file that was read, as a workbook, with the cells of the faults coloured and commented in a
// language. Of a workbook everything else stays as it was.
func Mark(data []byte, r *Result, language string) ([]byte, error) {
	return nil, errors.New("sheet: marking is being built")
}
