"""Checks the lines that `sangdam bench` prints against the instances, by the rules of the paper alone. See README.md."""

import argparse
import json
import sys

from dzn import Instance


def faults(ins, slots, breaks, fairness):
    """What is wrong with a placement, in words; slots by meeting, counted from 1."""
    out = []
    load, agenda = {}, [[] for _ in range(ins.participants)]
    if len(slots) != len(ins.meetings):
        return [f"{len(slots)} slots for {len(ins.meetings)} meetings"]
    for m, t in enumerate(slots):
        if t - 1 not in ins.allowed[m]:  # session, forbidden slots of both, fixed slot
            out.append(f"meeting {m + 1} may not be in slot {t}")
        load[t] = load.get(t, 0) + 1
        for p in ins.meetings[m]:
            agenda[p].append(t)
        out += [f"meeting {b + 1} is not before {m + 1}" for b in ins.precedences[m] if slots[b] >= t]
    out += [f"{n} meetings in slot {t}" for t, n in load.items() if n > ins.tables]
    each = []
    for p, used in enumerate(agenda):
        used.sort()
        if len(set(used)) < len(used):
            out.append(f"participant {p + 1} is in two meetings of a slot")
        each.append(sum(b > a + 1 for a, b in zip(used, used[1:])))
    if sum(each) != breaks:
        out.append(f"{sum(each)} breaks, {breaks} claimed")
    if fairness >= 0 and each and max(each) - min(each) > fairness:
        out.append(f"the breaks of two participants differ by {max(each) - min(each)}")
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lines", nargs="?", help="file of the lines; absent: standard input")
    parser.add_argument("--fairness", type=int, default=2)
    args = parser.parse_args()
    wrong = 0
    for line in open(args.lines, encoding="utf-8") if args.lines else sys.stdin:
        r = json.loads(line)
        found = faults(Instance(r["instance"]), r["slots"], r["breaks"], args.fairness) if r["slots"] else []
        wrong += bool(found)
        print(f"{r['instance']}: {r['status']} {r['breaks']}: {'; '.join(found) or 'right'}", flush=True)
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
