"""Solves B2BSOP instances with the program clingo and prints a JSON line each. See README.md."""

import argparse
import json
import os
import subprocess
import time

from dzn import Instance


def facts(ins, fairness):
    out = [f"tables({ins.tables}).", f"fairness({fairness})."]
    out += [f"slot({t})." for t in range(ins.slots)]
    for p in range(ins.participants):
        out.append(f"participant({p}). degree({p},{len(ins.of[p])}).")
    for m, (a, b) in enumerate(ins.meetings):
        out.append(f"meeting({m}). part({m},{a}). part({m},{b}).")
        out += [f"allowed({m},{t})." for t in ins.allowed[m]]
    for after, befores in enumerate(ins.precedences):
        out += [f"precedes({before},{after})." for before in befores]
    return "\n".join(out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--fairness", type=int, default=2)
    parser.add_argument("--time-limit", type=int, default=60)
    args = parser.parse_args()
    rules = os.path.join(os.path.dirname(os.path.abspath(__file__)), "b2b.lp")
    for path in args.files:
        began = time.time()
        run = subprocess.run(
            ["clingo", "--opt-strategy=usc", "--outf=2", f"--time-limit={args.time_limit}", rules, "-"],
            input=facts(Instance(path), args.fairness), capture_output=True, text=True)
        seconds = time.time() - began
        answer = json.loads(run.stdout)
        costs = answer.get("Models", {}).get("Costs")
        status = {"OPTIMUM FOUND": "optimal", "UNSATISFIABLE": "infeasible"}.get(answer["Result"], "unknown")
        print(json.dumps({"instance": path, "status": status, "breaks": costs[0] if costs else None,
                          "seconds": round(seconds, 3)}), flush=True)


if __name__ == "__main__":
    main()
