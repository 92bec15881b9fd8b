// Package sat is a conflict-driven clause-learning solver for propositional logic with native cardinality and
// pseudo-boolean constraints, made for proofs of optimality in scheduling.
//
// # Problem
//
// Given clauses (l1 or l2 or ...) and linear constraints (sum of c_i * l_i >= d) over literals l_i in {0, 1}, find an
// assignment that meets them all and the assumptions of the call, or prove that there is none and name a subset of the
// assumptions that suffices for the contradiction.
//
// # Method
//
//   - Propagation: two watched literals with a blocking literal a watch (Moskewicz et al., Chaff, DAC 2001; Een and
//     Sorensson, MiniSat, SAT 2003), apart from them lists for binary clauses, cliques for at-most-one constraints, and
//     counters for linear ones, whose reasons are made up only when the analysis asks for them.
//   - Learning: first unique implication point, recursive minimisation (Sorensson and Biere, SAT 2009), literal block
//     distance (Audemard and Simon, Glucose, IJCAI 2009), three tiers of learnt clauses (Oh, SAT 2015).
//   - Decisions: two alternating modes (Oh 2015; Biere and Fleury, CaDiCaL and Kissat, 2019-2020). The focused mode
//     restarts often and moves the variables of a conflict to the front of a list; the stable mode restarts rarely,
//     keeps decaying scores and follows the best phases seen so far.
//   - Inprocessing at level 0: failed literals and vivification (Luo et al., IJCAI 2017; Li et al., AIJ 2020).
//   - Optimisation: totalizers whose limits rise (Bailleux and Boufkhad 2003; Martins et al. 2014) and core-guided
//     search (OLL: Andres et al. 2012, Morgado et al. 2014; RC2: Ignatiev et al. 2019).
//
// A solver is deterministic: the same calls give the same answers, whatever the clock and the machine. It is not safe
// for use by more than one goroutine at a time.
package sat
