// Package scheduler is the combinatorial core: it packs scored pairs of participants into meeting slots and proves
// how good the result is. It speaks in dense indices; it knows no names, reads no clock and does no I/O.
//
// The problem and its objective are stated in docs/model.md, the methods and their proofs in docs/algorithm.md.
package scheduler
