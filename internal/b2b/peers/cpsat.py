"""Solves B2BSOP instances with OR-Tools CP-SAT and prints a JSON line each. See README.md."""

import argparse
import json
import time

from ortools.sat.python import cp_model

from dzn import Instance


def model_of(ins, fairness):
    model = cp_model.CpModel()
    x = [{t: model.new_bool_var("") for t in slots} for slots in ins.allowed]
    for row in x:
        model.add_exactly_one(row.values())
    for t in range(ins.slots):
        model.add(sum(row[t] for row in x if t in row) <= ins.tables)
    for after, befores in enumerate(ins.precedences):
        for before in befores:
            model.add(sum(t * v for t, v in x[before].items()) < sum(t * v for t, v in x[after].items()))
    breaks = []
    for p in range(ins.participants):
        k = len(ins.of[p])
        if k < 2:
            breaks.append(0)
            continue
        used = []
        for t in range(ins.slots):
            u = model.new_bool_var("")
            at = [x[m][t] for m in ins.of[p] if t in x[m]]
            model.add(sum(at) == u)
            used.append(u)
        model.add(sum(used) == k)  # implied
        starts = []
        for t in range(ins.slots):
            s = model.new_bool_var("")
            before = [used[t - 1]] if t else []
            model.add_bool_or([used[t].Not(), s] + before)
            model.add_implication(s, used[t])
            for b in before:
                model.add_implication(s, b.Not())
            starts.append(s)
        b = model.new_int_var(0, k - 1, "")
        model.add(b == sum(starts) - 1)
        breaks.append(b)
    if fairness >= 0 and breaks:
        least, most = model.new_int_var(0, ins.slots, ""), model.new_int_var(0, ins.slots, "")
        for b in breaks:
            model.add(b >= least)
            model.add(b <= most)
        model.add(most - least <= fairness)
    model.minimize(sum(breaks))
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--fairness", type=int, default=2)
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    for path in args.files:
        began = time.time()
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = args.time_limit
        solver.parameters.num_workers = args.workers
        status = solver.solve(model_of(Instance(path), args.fairness))
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        print(json.dumps({
            "instance": path, "status": solver.status_name(status).lower(),
            "breaks": int(solver.objective_value) if found else None,
            "bound": int(round(solver.best_objective_bound)) if found else None,
            "seconds": round(time.time() - began, 3),
        }), flush=True)


if __name__ == "__main__":
    main()
