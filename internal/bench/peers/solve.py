"""Solves one session of an event document with a general solver, for comparison only.

The time-indexed integer program is built here from the document alone, by its published rules, so that equal results
are also an independent check of the project's own reading and solving. Musts, then minimums, then score: one solve a
part, the parts before held at what they came to.

    python3 solve.py highs|cpsat [--time-limit 60] [--threads 2] [--session ID] < event.json

prints one JSON object: what was reached and proven, in the units of the document, and the seconds of solving, without
those of reading and of building the model.
"""

import argparse
import json
import os
import sys
import time
from datetime import datetime
from importlib.metadata import version

SCALE = 10000  # score units in 1


class Session:
    """A session in dense indices: people, candidates with their slots, tables, interpreters."""

    def __init__(self, event, session_id=None):
        sessions = event["sessions"]
        self.data = next(s for s in sessions if session_id in (None, s["id"]))
        self.slots = [(moment(s["start"]), moment(s["end"])) for s in self.data["slots"]]
        tables = self.data.get("tables", 0)
        self.tables = tables if isinstance(tables, int) else len(tables)
        self.interpreters = self.data.get("interpreters") or []
        self.served = [self.free(i) for i in self.interpreters]
        self.people = {}
        for side in ("firms", "buyers"):
            for company in event.get(side) or []:
                part = self.takes_part(company, side)
                if part is not None:
                    self.people[company["id"]] = Person(company, part, self.free(part))
        self.add_candidates(event)

    def takes_part(self, company, side):
        named = company.get("sessions")
        if named:
            return named.get(self.data["id"])
        if side == "firms" or company.get("country") == self.data.get("country"):
            return {}
        return None

    def free(self, item):
        away = [(moment(u["start"]), moment(u["end"])) for u in item.get("unavailable") or []]
        return {t for t, (s, e) in enumerate(self.slots) if not any(a < e and s < b for a, b in away)}

    def add_candidates(self, event):
        wishes = {}
        for r in event.get("requests") or []:
            wishes.setdefault(frozenset((r["from"], r["to"])), set()).add(r["wish"])
        fixed = {}
        for f in event.get("fixed") or []:
            if f["session"] == self.data["id"]:
                fixed[f["firm"], f["buyer"]] = f["slot"]
        score = {(s["firm"], s["buyer"]): round(s["score"] * SCALE) for s in event["scores"]}
        least = round((event.get("minimum_score") or 0) * SCALE)
        self.pairs = []
        for firm, buyer in list(score) + [k for k in fixed if k not in score]:
            if firm not in self.people or buyer not in self.people:
                continue
            wish = wishes.get(frozenset((firm, buyer)), set())
            pair = Pair(firm, buyer, score.get((firm, buyer), 0), "must" in wish, fixed.get((firm, buyer)))
            if "never" in wish or not self.can_talk(pair):
                continue
            if pair.score < least and not pair.must and pair.fixed is None:
                continue
            slots = self.people[firm].free & self.people[buyer].free
            pair.slots = sorted(slots if pair.fixed is None else slots & {pair.fixed})
            self.pairs.append(pair)

    def can_talk(self, pair):
        """Sets the interpreters that could serve the pair, None where it needs none."""
        a, b = self.people[pair.firm].languages, self.people[pair.buyer].languages
        if not self.interpreters or a & b:
            return True
        pair.able = tuple(
            k for k, i in enumerate(self.interpreters) if a & set(i["languages"]) and b & set(i["languages"])
        )
        return bool(pair.able)


class Person:
    def __init__(self, company, part, free):
        self.languages = set(company.get("languages") or [])
        self.free = free
        self.least = part.get("min_meetings") or 0
        self.most = part.get("max_meetings")
        self.parallel = part.get("parallel") or 1


class Pair:
    able = None

    def __init__(self, firm, buyer, score, must, fixed):
        self.firm, self.buyer, self.score, self.must, self.fixed = firm, buyer, score, must, fixed


def moment(text):
    return datetime.fromisoformat(text)


class Program:
    """An integer program over bounded whole variables: rows of (low, high, columns, coefficients)."""

    def __init__(self, session):
        self.upper, self.lower, self.rows = [], [], []
        self.pair_columns = []
        seat, load, served = {}, {}, {}
        for pair in session.pairs:
            columns = []
            for t in pair.slots:
                x = self.column(1 if pair.fixed is not None else 0, 1)
                columns.append(x)
                seat.setdefault((pair.firm, t), []).append(x)
                seat.setdefault((pair.buyer, t), []).append(x)
                load.setdefault(t, []).append(x)
                if pair.able is not None:
                    served.setdefault((pair.able, t), []).append(x)
            self.pair_columns.append(columns)
            if len(columns) > 1:
                self.row(None, 1, columns)
        for (who, _), columns in seat.items():
            if len(columns) > session.people[who].parallel:
                self.row(None, session.people[who].parallel, columns)
        for columns in load.values():
            if len(columns) > session.tables:
                self.row(None, session.tables, columns)
        self.add_interpreters(session, served)
        self.add_people(session)
        self.musts = [x for p, cs in zip(session.pairs, self.pair_columns) if p.must for x in cs]
        self.number_of_musts = sum(p.must for p in session.pairs)
        self.scores = {x: p.score for p, cs in zip(session.pairs, self.pair_columns) for x in cs}

    def add_interpreters(self, session, served):
        """z[i, team, t]: interpreter i serves a meeting of that team in slot t."""
        busy = {}
        for (able, t), columns in served.items():
            free = [i for i in able if t in session.served[i]]
            zs = [self.column(0, 1) for _ in free]
            for i, z in zip(free, zs):
                busy.setdefault((i, t), []).append(z)
            self.row(None, 0, columns + zs, [1] * len(columns) + [-1] * len(zs))
        for columns in busy.values():
            if len(columns) > 1:
                self.row(None, 1, columns)

    def add_people(self, session):
        of = {}
        for pair, columns in zip(session.pairs, self.pair_columns):
            of.setdefault(pair.firm, []).extend(columns)
            of.setdefault(pair.buyer, []).extend(columns)
        self.short = []
        for who, person in session.people.items():
            columns = of.get(who, [])
            if person.most is not None and person.most < len(columns):
                self.row(None, person.most, columns)
            if person.least:
                s = self.column(0, person.least)
                self.short.append(s)
                self.row(person.least, None, columns + [s])

    def column(self, lower, upper):
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, low, high, columns, coefficients=None):
        self.rows.append((low, high, columns, coefficients or [1] * len(columns)))


class Highs:
    def __init__(self, threads):
        import highspy

        self.lib, self.threads, self.version = highspy, threads, version("highspy")

    def maximise(self, program, objective, seconds):
        import numpy as np

        lib = self.lib
        n, m = len(program.upper), len(program.rows)
        lp = lib.HighsLp()
        lp.num_col_, lp.num_row_ = n, m
        cost = np.zeros(n)
        cost[list(objective)] = list(objective.values())
        lp.col_cost_ = cost
        lp.sense_ = lib.ObjSense.kMaximize
        lp.col_lower_ = np.array(program.lower, dtype=float)
        lp.col_upper_ = np.array(program.upper, dtype=float)
        lp.row_lower_ = np.array([-lib.kHighsInf if r[0] is None else r[0] for r in program.rows])
        lp.row_upper_ = np.array([lib.kHighsInf if r[1] is None else r[1] for r in program.rows])
        lp.integrality_ = [lib.HighsVarType.kInteger] * n
        starts = np.cumsum([0] + [len(r[2]) for r in program.rows])
        lp.a_matrix_.format_ = lib.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = starts
        lp.a_matrix_.index_ = np.concatenate([np.array(r[2]) for r in program.rows])
        lp.a_matrix_.value_ = np.concatenate([np.array(r[3], dtype=float) for r in program.rows])
        h = lib.Highs()
        h.setOptionValue("output_flag", False)
        h.setOptionValue("threads", self.threads)
        h.setOptionValue("time_limit", float(seconds))
        h.setOptionValue("mip_rel_gap", 0.0)
        h.setOptionValue("mip_abs_gap", 0.5)  # all objectives are whole
        h.passModel(lp)
        began = time.perf_counter()
        h.run()
        took = time.perf_counter() - began
        info = h.getInfo()
        bound = info.mip_dual_bound
        bound = None if abs(bound) > 1e15 else int(bound + 1e-4 if bound >= 0 else bound - 1 + 1e-4)
        if info.primal_solution_status != 2:
            return None, bound, False, took
        x = [round(v) for v in h.getSolution().col_value]
        return x, bound, h.getModelStatus() == lib.HighsModelStatus.kOptimal, took


class CpSat:
    def __init__(self, threads):
        from ortools.sat.python import cp_model

        self.lib, self.threads, self.version = cp_model, threads, version("ortools")

    def maximise(self, program, objective, seconds):
        lib = self.lib
        model = lib.CpModel()
        xs = [
            model.new_bool_var("") if (low, high) == (0, 1) else model.new_int_var(low, high, "")
            for low, high in zip(program.lower, program.upper)
        ]
        for low, high, columns, coefficients in program.rows:
            if low is None and high == 1 and all(c == 1 for c in coefficients) and all(
                program.lower[c] == 0 for c in columns
            ):
                model.add_at_most_one(xs[c] for c in columns)
                continue
            total = lib.LinearExpr.weighted_sum([xs[c] for c in columns], coefficients)
            if low is not None:
                model.add(total >= low)
            if high is not None:
                model.add(total <= high)
        model.maximize(lib.LinearExpr.weighted_sum([xs[c] for c in objective], list(objective.values())))
        solver = lib.CpSolver()
        solver.parameters.num_workers = self.threads
        solver.parameters.max_time_in_seconds = seconds
        began = time.perf_counter()
        status = solver.solve(model)
        took = time.perf_counter() - began
        bound = None if abs(solver.best_objective_bound) > 1e15 else round(solver.best_objective_bound)
        if status not in (lib.OPTIMAL, lib.FEASIBLE):
            return None, bound, False, took
        return [solver.value(x) for x in xs], bound, status == lib.OPTIMAL, took


def solve(session, solver, seconds):
    """Maximises musts, then minimums, then score; stops at the first part that is not proven."""
    program = Program(session)
    parts = []
    if program.musts:
        parts.append(("musts", dict.fromkeys(program.musts, 1)))
    if program.short:
        parts.append(("shortfall", dict.fromkeys(program.short, -1)))
    parts.append(("score", program.scores))
    out = {"status": "unknown", "seconds": 0.0, "columns": len(program.upper), "rows": len(program.rows)}
    for name, objective in parts:
        x, bound, proven, took = solver.maximise(program, objective, max(0.1, seconds - out["seconds"]))
        out["seconds"] += took
        if x is not None:
            out["status"] = "feasible"
            out["must_missed"] = program.number_of_musts - sum(x[c] for c in program.musts)
            out["shortfall"] = sum(x[c] for c in program.short)
            out["score"] = sum(s * x[c] for c, s in program.scores.items()) / SCALE
        if name == "score" and bound is not None:
            out["bound"] = bound / SCALE
        if not proven:
            return out
        if name != "score":
            program.row(sum(v * x[c] for c, v in objective.items()), None, list(objective), list(objective.values()))
    out["status"] = "optimal"
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("solver", choices=["highs", "cpsat"])
    parser.add_argument("--time-limit", type=float, default=60, help="seconds of solving")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--session")
    args = parser.parse_args()
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the solvers print themselves is no result
    solver = {"highs": Highs, "cpsat": CpSat}[args.solver](args.threads)
    began = time.perf_counter()
    session = Session(json.load(sys.stdin), args.session)
    result = solve(session, solver, args.time_limit)
    result["building"] = round(time.perf_counter() - began - result["seconds"], 3)
    result["seconds"] = round(result["seconds"], 3)
    json.dump({"solver": args.solver, "version": solver.version, "threads": args.threads, **result}, out)
    out.write("\n")
    out.close()


if __name__ == "__main__":
    main()
