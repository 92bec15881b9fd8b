"""Writes variants of B2BSOP instances with other forbidden slots, fixed meetings or precedences. See README.md."""

import argparse
import os
import random
import re
import subprocess

from clingo_run import facts
from dzn import Instance


def placement(ins, seed):
    """Any placement that keeps the rules but fairness, drawn by clingo; None when clingo finds none."""
    rules = os.path.join(os.path.dirname(os.path.abspath(__file__)), "b2b.lp")
    run = subprocess.run(
        ["clingo", "--opt-mode=ignore", f"--seed={seed}", "--rand-freq=0.2", "--sign-def=rnd", "--time-limit=20",
         rules, "-"], input=facts(ins, ins.slots) + "\n#show at/2.", capture_output=True, text=True)
    at = dict(re.findall(r"at\((\d+),(\d+)\)", run.stdout))
    return [int(at[str(m)]) for m in range(len(ins.meetings))] if at else None


def forbidden(ins, rng, density):
    """That share of all (participant, slot), instead of the instance's own, as the published set forb0003 does."""
    cells = [(p, t) for p in range(ins.participants) for t in range(ins.slots)]
    out = [set() for _ in range(ins.participants)]
    for p, t in rng.sample(cells, round(density * len(cells))):
        out[p].add(t + 1)
    return out


def fixed(ins, rng, share, at):
    """That share of the meetings, in their slots of a placement, as in fixed020; without one, in slots at random."""
    out = [0] * len(ins.meetings)
    for m in rng.sample(range(len(out)), int(share * len(out))):
        out[m] = 1 + (at[m] if at else rng.choice(ins.allowed[m] or [0]))
    return out


def precedences(ins, rng, share, at):
    """That share of each participant's number of meetings, rounded down, between two of them, as in prec15. They follow a
    placement; without one, an order at random."""
    rank = at or rng.sample(range(len(ins.meetings)), len(ins.meetings))
    out = [set() for _ in ins.meetings]
    for meetings in ins.of:
        pairs = [(a, b) for a in meetings for b in meetings if rank[a] < rank[b]]
        for a, b in rng.sample(pairs, min(len(pairs), int(share * len(meetings)))):
            out[b].add(a + 1)
    return out


def replace(text, name, body):
    return re.sub(rf"\b{name}\s*=\s*\[.*?\]\s*;", lambda _: f"{name} = [{body}];", text, flags=re.S)


def sets(values):
    return ",\n".join("{" + ",".join(map(str, sorted(v))) + "}" for v in values)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--out", required=True, help="folder of the variants")
    parser.add_argument("--forbidden", type=float, help="share of participants times slots")
    parser.add_argument("--fixed", type=float, help="share of the meetings")
    parser.add_argument("--precedences", type=float, help="share of a participant's meetings")
    parser.add_argument("--random", action="store_true", help="nothing taken from a placement that keeps the rules")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    for path in args.files:
        name = os.path.basename(path).split(".")[0]
        rng = random.Random(f"{name} {args.seed}")
        ins = Instance(path)
        text = open(path, encoding="utf-8").read()
        tag = "random-" if args.random else ""
        if args.forbidden is not None:
            slots = forbidden(ins, rng, args.forbidden)
            text = replace(text, "forbidden", sets(slots))
            ins.forbid(slots)
            tag += f"forb{args.forbidden * 1000:04.0f}-"
        at = None if args.random else placement(ins, args.seed)
        if args.fixed is not None:
            text = replace(text, "fixed", ",".join(map(str, fixed(ins, rng, args.fixed, at))))
            tag += f"fixed{args.fixed * 100:03.0f}-"
        if args.precedences is not None:
            text = replace(text, "precedences", sets(precedences(ins, rng, args.precedences, at)))
            tag += f"prec{args.precedences * 100:02.0f}-"
        with open(os.path.join(args.out, f"{name}.{tag}s{args.seed}.dzn"), "w", encoding="utf-8") as out:
            out.write(text)


if __name__ == "__main__":
    main()
