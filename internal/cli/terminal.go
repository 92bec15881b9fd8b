package cli

import (
	"os"
	"strconv"

	"golang.org/x/term"
)

// isTerminal reports whether a stream of the program is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width returns the number of cells that a line of the output may have; 0 is no limit, as in a pipe or a file. COLUMNS,
// when set, decides everywhere.
func (p *program) width() int {
	if n, err := strconv.Atoi(p.getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return terminalWidth(p.out)
}

func terminalWidth(stream any) int {
	if !isTerminal(stream) {
		return 0
	}
	n, _, err := term.GetSize(int(stream.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return n
}
