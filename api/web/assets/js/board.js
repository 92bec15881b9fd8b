// The board: the schedule as it is shown, and how it is brought up to date without being drawn anew. Pieces of it (data-piece)
// are replaced when they differ, and of the grid only the rows whose digest (data-mark) does. After an edit the server sends the
// rows that it touched and nothing else of the grid.
import { ask } from "./request.js";
import { mendCard, renew, searched } from "./left-out.js";

export const board = document.getElementById("board");

/** What is shown: run, session, view, day, version, event (its version), and the addresses url, edit, places and leftout;
 * undefined where there is no schedule. */
export function state() {
  return board.querySelector(".board-state")?.dataset;
}

export const grid = () => document.getElementById("grid");
export const version = () => Number(state()?.version ?? 0);

/** The slot of a cell, from the head of its column. */
export function slotOf(cell) {
  return Number(grid().tHead.rows[0].cells[cell.cellIndex].dataset.slot);
}

export const rowOf = (cell) => cell.closest("tr").dataset.row;

/** What a column's head says: the time. */
export const timeOf = (cell) => grid().tHead.rows[0].cells[cell.cellIndex].textContent;

/** The card of a pair, if the board shows it. */
export function cardOf({ firm, buyer }) {
  return grid()?.querySelector(`.meet[data-firm="${CSS.escape(firm)}"][data-buyer="${CSS.escape(buyer)}"]`);
}

/** A row by its id, and the cell of a slot in it; undefined where the view or the day does not show it. */
export const rowAt = (id) => grid()?.querySelector(`tr[data-row="${CSS.escape(id)}"]`) ?? undefined;

export function cellAt(row, slot) {
  const column = [...grid().tHead.rows[0].cells].findIndex((head) => Number(head.dataset.slot) === slot);
  return column > 0 ? rowAt(row)?.cells[column] : undefined;
}

/** What a card or an entry of the list is about: ids, the pair's name, where it stands, and its face: what a card of it shows. */
export function pairOf(element) {
  const { firm, buyer, slot, table, score } = element.dataset;
  const left = element.matches(".left");
  const names = left ? [".left-firm", ".left-buyer"].map((part) => element.querySelector(part).textContent) : namesOf(element);
  const tone = [...element.classList].find((c) => c.startsWith("tone-")) ?? "";
  return {
    firm, buyer, name: names.join(" – "), face: { names, tone, score },
    locked: element.classList.contains("locked"), fixed: element.classList.contains("fixed"),
    from: left ? null : { slot: Number(slot), table },
  };
}

// A row of one side says the name of that side itself.
function namesOf(card) {
  const [a, b] = [".meet-a", ".meet-b"].map((part) => card.querySelector(part)?.textContent ?? "");
  const row = card.closest("tr")?.querySelector(".tt-name")?.textContent;
  switch (state().view) {
    case "firms": return [row, a];
    case "buyers": return [a, row];
  }
  return [a, b];
}

let asking;

/** Asks for the board again, or for another one, and shows it. */
export async function refresh(url = state()?.url) {
  asking?.abort();
  asking = new AbortController();
  const answer = await ask(url, { signal: asking.signal });
  show(await answer.text());
}

const keyOf = (s) => s && [s.run, s.session, s.view, s.day].join("|");

/** Shows a board that the server wrote, or the part of one that an edit changed. */
export function show(html) {
  const next = new DOMParser().parseFromString(html, "text/html").body;
  const then = next.querySelector(".board-state")?.dataset;
  if (then?.part !== undefined && keyOf(state()) !== keyOf(then)) return refresh(); // another view was chosen meanwhile
  return steady(() => {
    tell("board:showing");
    if (then?.part !== undefined) mendPart(next, then);
    else if (keyOf(state()) && keyOf(state()) === keyOf(then) && samePieces(next)) mend(next);
    else {
      board.replaceChildren(...next.childNodes);
      window.htmx.process(board);
    }
    tell("board:renewed");
  });
}

const tell = (what) => board.dispatchEvent(new CustomEvent(what, { bubbles: true }));

/** Changes the board and keeps focus and scroll where they are. */
export function steady(change) {
  const kept = remember();
  change();
  recall(kept);
  tell("board:shown");
}

const pieces = (of) => [...of.querySelectorAll("[data-piece]")].map((p) => p.dataset.piece).join(" ");
const samePieces = (next) => pieces(board) === pieces(next);

function mend(next) {
  board.querySelector(".board-state").replaceWith(next.querySelector(".board-state"));
  for (const now of board.querySelectorAll("[data-piece]")) {
    const then = next.querySelector(`[data-piece="${now.dataset.piece}"]`);
    if (now.dataset.piece === "grid") mendRows(then.querySelector("tbody").rows);
    else if (now.dataset.piece !== "leftout") mendPiece(now, then);
    else if (searched(now)) renew();
    else mendCard(now, then);
  }
}

function mendPart(next, { version: at, event }) {
  Object.assign(state(), { version: at, event });
  for (const then of next.querySelectorAll("[data-piece]")) mendPiece(board.querySelector(`[data-piece="${then.dataset.piece}"]`), then);
  mendRows(next.querySelector("tbody").rows);
  renew();
}

function mendPiece(now, then) {
  if (now.outerHTML !== then.outerHTML) now.replaceWith(then);
}

function mendRows(then) {
  const rows = new Map([...grid().tBodies[0].rows].map((r) => [r.dataset.row, r]));
  for (const row of [...then]) {
    const old = rows.get(row.dataset.row);
    if (!old || old.dataset.mark === row.dataset.mark) continue;
    row.classList.toggle("row-hidden", old.classList.contains("row-hidden"));
    old.replaceWith(row);
  }
}

// What has the focus, and how far things are scrolled, outlives a new board.
function remember() {
  const active = document.activeElement;
  const cell = active?.closest?.("#grid td");
  const scroll = document.getElementById("grid-scroll");
  return {
    view: keyOf(state()),
    id: board.contains(active) ? active.id : "",
    card: active?.matches?.(".meet") ? { firm: active.dataset.firm, buyer: active.dataset.buyer } : null,
    cell: cell && { row: rowOf(cell), column: cell.cellIndex },
    left: scroll?.scrollLeft ?? 0,
    top: scroll?.scrollTop ?? 0,
  };
}

function recall(kept) {
  if (kept.view !== keyOf(state())) return;
  const scroll = document.getElementById("grid-scroll");
  if (scroll) scroll.scrollTo(kept.left, kept.top);
  let target = kept.id ? document.getElementById(kept.id) : null;
  if (kept.card) target = cardOf(kept.card);
  if (!target && kept.cell) {
    const row = grid().querySelector(`tr[data-row="${CSS.escape(kept.cell.row)}"]`);
    const cell = row?.cells[kept.cell.column];
    target = cell?.querySelector(".meet") ?? cell;
    if (target === cell && cell) cell.tabIndex = -1;
  }
  if (target && target !== document.activeElement) target.focus({ preventScroll: true });
}
