//go:build unix

package web_test

import (
	"syscall"
	"time"
)

// processor is the processor time that this process has had, server and client together.
func processor() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
