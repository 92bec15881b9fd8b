// Package peers holds the scripts that run other solvers on instances of B2BSOP; see README.md.
package peers

import "embed"

// Scripts are the files that the scripts need beside each other.
//
//go:embed clingo_run.py cpsat.py dzn.py b2b.lp
var Scripts embed.FS
