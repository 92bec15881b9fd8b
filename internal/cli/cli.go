// Package cli is the command line.
package cli

import "io"

// Main runs one command and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return 2 // being written
}
