package redistest

import (
	"os/exec"
	"syscall"
)

// dieWithTest has the kernel end the process when the test's ends without cleaning up.
func dieWithTest(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
