// Vulns reads the JSON of govulncheck from standard input and exits with 1 when the program calls a published fault that
// the list named as its argument does not know.
package main

import (
	"fmt"
	"os"

	"sangdam/internal/house"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: govulncheck -format json ./... | vulns KNOWN")
		os.Exit(2)
	}
	list, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = judge(house.KnownVulnerabilities(string(list)))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "vulns:", err)
		os.Exit(1)
	}
}

func judge(known map[string]bool) error {
	called, err := house.CalledVulnerabilities(os.Stdin)
	if err != nil {
		return err
	}
	fresh := 0
	for _, v := range called {
		note := "known, fixed by the next Go"
		if !known[v.ID] {
			note = "NOT KNOWN"
			fresh++
		}
		fmt.Printf("%s in %s, reached from %s: %s\n", v.ID, v.Module, v.Caller, note)
	}
	if fresh > 0 {
		return fmt.Errorf("%d published faults are called and not known", fresh)
	}
	return nil
}
