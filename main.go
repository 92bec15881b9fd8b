// Sangdam ranks foreign buyers against local firms and packs the ranked pairs into meeting slots, with a proof of how
// good the result is.
package main

import (
	"os"

	"sangdam/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
