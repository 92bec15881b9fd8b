"""Reads a B2BSOP instance (MiniZinc data). Slots, participants and meetings count from 0."""

import re


class Instance:
    def __init__(self, path):
        text = open(path, encoding="utf-8").read()
        number = lambda name: int(re.search(rf"\b{name}\s*=\s*(\d+)", text).group(1))
        self.participants = number("nBusiness")
        self.tables = number("nTables")
        self.slots = number("nTotalSlots")
        self.morning = number("nMorningSlots")
        rows = re.search(r"requested\s*=\s*\[\|(.*?)\|\]", text, re.S).group(1).split("|")
        self.requested = [tuple(int(x) for x in r.split(",") if x.strip()) for r in rows if r.strip()]
        self.forbidden = self._sets(text, "forbidden")
        self.precedences = self._sets(text, "precedences")
        fixed = re.search(r"\bfixed\s*=\s*\[(.*?)\]", text, re.S).group(1)
        self.fixed = [int(x) for x in fixed.split(",") if x.strip()]
        self.meetings = [(a - 1, b - 1) for a, b, _ in self.requested]
        self.of = [[] for _ in range(self.participants)]
        for m, (a, b) in enumerate(self.meetings):
            self.of[a].append(m)
            self.of[b].append(m)
        self.allowed = [self._allowed(m) for m in range(len(self.meetings))]

    def forbid(self, slots):
        """Puts other forbidden slots, by participant and counted from 1, in place of its own."""
        self.forbidden = [[t - 1 for t in s] for s in slots]
        self.allowed = [self._allowed(m) for m in range(len(self.meetings))]

    @staticmethod
    def _sets(text, name):
        body = re.search(rf"\b{name}\s*=\s*\[(.*?)\]", text, re.S).group(1)
        return [[int(x) - 1 for x in s.split(",") if x.strip() and int(x) > 0] for s in re.findall(r"\{(.*?)\}", body)]

    def _allowed(self, m):
        a, b, session = self.requested[m]
        barred = set(self.forbidden[a - 1]) | set(self.forbidden[b - 1])
        slots = range(self.slots)
        if session == 1:
            slots = range(self.morning)
        elif session == 2:
            slots = range(self.morning, self.slots)
        return [t for t in slots if t not in barred and self.fixed[m] in (0, t + 1)]
