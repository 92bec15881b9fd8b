// The heat map on paper: a table of everything that is shown, made when the page is printed and gone afterwards. The canvas holds
// only what is in view.
import { inCell } from "./heat-score.js";

const across = 24; // columns on a sheet of A4, landscape
const most = 150000; // cells; a browser lays out more of them only after minutes

/**
 * `data()` is what the map shows: { rows, cols, value(row, col), marks(row, col) }; `tools` is the form of its filters; `say` holds
 * the words: corner (heads of rows and columns), out (ruled out), cut (what is said when not all rows are printed).
 */
export function printsHeat(place, tools, data, say) {
  const paper = element("div", "heat-paper print-only");
  window.addEventListener("beforeprint", () => {
    paper.replaceChildren(...sheets(data(), tools, say));
    place.append(paper);
  });
  window.addEventListener("afterprint", () => paper.remove());
}

function sheets({ rows, cols, value, marks }, tools, say) {
  const parts = Math.max(1, Math.ceil(cols.length / across));
  const wide = Math.ceil(cols.length / parts);
  const shown = Math.min(rows.length, Math.floor(most / Math.max(1, cols.length)));
  const head = element("p", "heat-paper-by", [...filters(tools), ...(shown < rows.length ? [say.cut.replace("{}", shown)] : [])].join(" · "));
  const out = head.textContent ? [head] : [];
  for (let from = 0; from < cols.length; from += wide) {
    const to = Math.min(cols.length, from + wide);
    const table = element("table");
    const names = table.createTHead().insertRow();
    names.append(heading("col", say.corner));
    for (let c = from; c < to; c++) names.append(heading("col", cols[c]));
    const body = table.createTBody();
    for (let r = 0; r < shown; r++) {
      const row = body.insertRow();
      row.append(heading("row", rows[r]));
      for (let c = from; c < to; c++) row.append(cell(value(r, c), marks(r, c), say));
    }
    out.push(table);
  }
  return out;
}

function cell(value, marks, say) {
  const [ofFirm, ofBuyer] = marks || ["", ""];
  const score = value < 0 ? "–" : inCell(value);
  const td = element("td", value < 0 ? "heat-paper-out" : `heat-paper-${Math.min(7, Math.round((value / 10000) * 7))}`, score);
  if (value < 0) td.title = say.out;
  if (ofFirm) td.prepend(element("small", "", ofFirm));
  if (ofBuyer) td.append(element("small", "", ofBuyer));
  return td;
}

// What the map was narrowed to, and the order it is in.
function filters(tools) {
  return [...tools.elements].filter((f) => f.value && f.labels?.length).map((f) => `${f.labels[0].textContent}: ${f.selectedOptions?.[0].textContent ?? f.value}`);
}

function heading(scope, text) {
  const th = element("th");
  th.scope = scope;
  th.append(element("span", "", text));
  return th;
}

function element(name, className = "", text = "") {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.textContent = text;
  return e;
}
