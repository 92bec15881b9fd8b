// Carrying a meeting, or a pair without one, to another place: by mouse, finger or keyboard alike. While it is carried, the cells
// where it may be put down are marked, and every other cell can say why not.
import { ask, Fault } from "./request.js";
import { toast } from "./toast.js";
import { announce, say } from "./plan-words.js";
import { board, cardOf, grid, pairOf, rowAt, rowOf, slotOf, state, timeOf, version } from "./board.js";
import { changes, make, settled } from "./plan-edits.js";

let held = null; // { pair, places: Map from slot to { tables, why }, element }

export const carried = () => held?.pair ?? null;

let known = { key: "", places: null }; // the answer of the last question, while the schedule is the same

/** The places of a pair, by slot: the tables that are free there, and what stands in the way. */
export async function placesOf(pair) {
  await settled();
  const { places, session, run } = state();
  const key = [run, session, version(), pair.firm, pair.buyer].join("|");
  if (known.key !== key) known = { key, places: ask(`${places}?${new URLSearchParams({ session, firm: pair.firm, buyer: pair.buyer })}`).then((a) => a.json()) };
  const mine = known;
  try {
    return (await mine.places).places;
  } catch (err) {
    if (known === mine) known = { key: "", places: null };
    throw err;
  }
}

/** Asks for the places of a pair that is likely to be picked up. */
export function foretell(pair) {
  if (!pair.locked) placesOf(pair).catch(() => {}); // whoever picks it up is told
}

/** Picks a pair up; resolves to whether it could be. */
export async function pickUp(pair) {
  cancel();
  if (pair.locked) throw new Fault(409, { kind: "warn", text: say("is_locked", { pair: pair.name }), help: say("is_locked_help") });
  const mine = { pair, places: null };
  held = mine;
  board.classList.add("carrying");
  cardOf(pair)?.classList.add("carried");
  try {
    const places = await placesOf(pair);
    mine.places = new Map(places.map((p) => [p.slot, p]));
  } catch (err) {
    if (held === mine) cancel();
    throw err;
  }
  if (held !== mine) return false; // put down or taken back in the meantime
  mark();
  const may = [...mine.places.values()].filter((p) => !p.why.length && p.tables.length).length;
  announce(say("carrying", { pair: pair.name, n: may }));
  return true;
}

/** Lets go without a change. */
export function cancel() {
  if (!held) return;
  held = null;
  unmark();
}

/** Puts down on a cell; resolves to whether anything changed. */
export async function putDown(cell) {
  const { pair } = held;
  const there = verdict(cell);
  if (!there.may) {
    announce(there.why);
    toast({ kind: "warn", text: say("not_here"), lines: [there.why] }, swapWith(pair, cell));
    return false;
  }
  cancel();
  const to = { slot: there.slot, table: there.table, text: there.text };
  if (!pair.from) return make(changes.add(pair, to));
  if (pair.from.slot === to.slot && pair.from.table === to.table) return false;
  return make(changes.move(pair, to));
}

// Two meetings may change places even where neither can go while the other stands: the rules are asked of both at once.
function swapWith(pair, cell) {
  const card = cell.querySelector(".meet:not(.carried)");
  if (!card || !pair.from || state().view !== "tables") return null;
  const other = pairOf(card);
  if (other.locked) return null;
  return { text: say("swap", { pair: other.name }), do: () => { cancel(); make(changes.swap(pair, other)); } };
}

/** What can be said of putting the carried pair down on a cell: { may, slot, table, text } or { why }. */
export function verdict(cell) {
  const view = state().view;
  const slot = slotOf(cell);
  const row = rowOf(cell);
  const place = held?.places?.get(slot);
  if (!place) return { may: false, why: say("looking") };
  const { pair } = held;
  const name = cell.closest("tr").querySelector(".tt-name").textContent;
  if (view === "firms" && row !== pair.firm) return { may: false, why: say("other_row", { pair: pair.name }) };
  if (view === "buyers" && row !== pair.buyer) return { may: false, why: say("other_row", { pair: pair.name }) };
  if (place.why.length) return { may: false, why: place.why.join(" ") };
  let table = place.tables.includes(pair.from?.table) ? pair.from.table : place.tables[0];
  if (view === "tables") {
    if (!place.tables.includes(row)) return { may: false, why: taken(cell) };
    table = row;
  }
  const where = view === "tables" ? say("table", { name }) : say("table", { name: table });
  return { may: true, slot, table, text: `${timeOf(cell)}, ${where}` };
}

function taken(cell) {
  const card = cell.querySelector(".meet");
  if (!card) return say("closed");
  return say("taken", { who: `${card.querySelector(".meet-a").textContent} – ${card.querySelector(".meet-b").textContent}` });
}

// Only rows in sight, and a window's height beyond, are marked; the others when they come near. What a column allows is worked out
// once; a row then only asks for its table.
let marked = new Set();

function mark() {
  const { pair, places } = held;
  const { view } = state();
  const columns = [...grid().tHead.rows[0].cells].map((head) => {
    const place = places.get(Number(head.dataset.slot));
    return place && !place.why.length ? new Set(place.tables) : null;
  });
  const own = { firms: pair.firm, buyers: pair.buyer }[view];
  const rows = own === undefined ? near() : [rowAt(own)].filter(Boolean);
  for (const row of rows) {
    if (marked.has(row)) continue;
    marked.add(row);
    for (let c = 1; c < row.cells.length; c++) {
      const cell = row.cells[c];
      const tables = columns[c];
      const may = Boolean(tables && (view === "tables" ? tables.has(row.dataset.row) : tables.size));
      cell.classList.toggle("may", may && !cell.querySelector(".meet"));
      cell.classList.toggle("may-not", !may);
    }
  }
}

function near() {
  const { top, bottom } = document.getElementById("grid-scroll").getBoundingClientRect();
  const beyond = window.innerHeight;
  return [...grid().tBodies[0].rows].filter((row) => {
    const r = row.getBoundingClientRect();
    return r.bottom > Math.max(top, 0) - beyond && r.top < Math.min(bottom, window.innerHeight) + beyond;
  });
}

let coming;
document.addEventListener("scroll", () => {
  if (!held?.places) return;
  coming ??= requestAnimationFrame(() => {
    coming = undefined;
    if (held?.places) mark();
  });
}, { capture: true, passive: true });

function unmark() {
  board.classList.remove("carrying");
  for (const row of marked) for (const cell of row.cells) cell.classList.remove("may", "may-not", "over");
  marked = new Set();
  for (const card of board.querySelectorAll(".carried, td.over")) card.classList.remove("carried", "over");
}

// A new board has new cells.
document.addEventListener("board:shown", () => {
  if (!held?.places) return;
  marked = new Set([...marked].filter((row) => row.isConnected));
  mark();
});
