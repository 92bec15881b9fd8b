// Gotest runs `go test` with the given arguments, prints a line a package and the words of what failed or was skipped.
// It exits with 1 when a test failed; and, where the environment says CI=true, also when one was skipped, because there
// everything that a test needs must be present.
package main

import (
	"fmt"
	"os"
	"os/exec"

	"sangdam/internal/house"
)

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	cmd := exec.Command("go", append([]string{"test", "-json"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gotest:", err)
		return 1
	}
	sum, err := house.Summarize(out, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "gotest:", err)
		return 1
	}
	failed := cmd.Wait() != nil || len(sum.Failed) > 0
	fmt.Printf("%d passed, %d failed, %d skipped\n", sum.Passed, len(sum.Failed), len(sum.Skipped))
	for _, name := range sum.Failed {
		fmt.Println("FAILED ", name)
	}
	for _, name := range sum.Skipped {
		fmt.Println("SKIPPED", name)
	}
	if failed || os.Getenv("CI") == "true" && len(sum.Skipped) > 0 {
		return 1
	}
	return 0
}
