// Which firms and buyers the heat map shows, and in which order.

/** Returns { firms, buyers }: places in the matrix. `sides` are the two lists of the page, `by` the filters and the order. */
export function order(matrix, sides, by) {
  const best = matrix.best();
  const shown = {
    firms: narrow(sides.firms, by),
    buyers: narrow(sides.buyers, by),
  };
  if (by.text) searchFor(shown, by.text.trim().toLowerCase());
  if (by.wish) keepWished(matrix, shown, by.wish);
  const collator = new Intl.Collator(document.documentElement.lang);
  return {
    firms: sorted(shown.firms, best.firms, by.sort, collator).map((s) => s.at),
    buyers: sorted(shown.buyers, best.buyers, by.sort, collator).map((s) => s.at),
  };
}

function narrow(side, by) {
  return side
    .map((s, at) => ({ ...s, at }))
    .filter((s) => (!by.sector || s.sectors?.includes(by.sector)) && (!by.cert || s.certs?.includes(by.cert)));
}

// A text narrows the side on which something matches; where only firms do, all buyers stay, and the other way round.
function searchFor(shown, text) {
  if (!text) return;
  const firms = shown.firms.filter((s) => s.search.includes(text));
  const buyers = shown.buyers.filter((s) => s.search.includes(text));
  if (firms.length || !buyers.length) shown.firms = firms;
  if (buyers.length || !firms.length) shown.buyers = buyers;
}

function keepWished(matrix, shown, wish) {
  const firms = new Set();
  const buyers = new Set();
  const keep = (f, b) => { firms.add(f); buyers.add(b); };
  if (wish === "out") {
    for (const f of shown.firms) for (const b of shown.buyers) if (matrix.value(f.at, b.at) < 0) keep(f.at, b.at);
  } else {
    for (const w of matrix.wishes ?? []) if (wish === "any" || w.by_firm === wish || w.by_buyer === wish) keep(w.firm, w.buyer);
  }
  shown.firms = shown.firms.filter((s) => firms.has(s.at));
  shown.buyers = shown.buyers.filter((s) => buyers.has(s.at));
}

function sorted(side, best, by, collator) {
  const compare = {
    best: (a, b) => best[b.at] - best[a.at],
    name: (a, b) => collator.compare(a.name, b.name),
    sector: (a, b) => collator.compare(a.sector, b.sector) || best[b.at] - best[a.at],
    given: () => 0,
  }[by];
  return side.sort((a, b) => compare(a, b) || a.at - b.at);
}
