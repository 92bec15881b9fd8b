// Package bench measures the packer on the made-up events of fixtures/family and writes what it finds into
// docs/benchmarks.md: how good the schedules are, how soon, with how much memory, how time grows with size, and how general
// solvers do on the same events. It measures the product as it is called, through internal/plan, and checks every schedule
// it reports.
package bench
