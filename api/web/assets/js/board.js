// The board: the schedule as it is shown, and how it is brought up to date without being drawn anew. Pieces of it (data-piece)
// are replaced when they differ, and of the grid only the rows whose digest (data-mark) does.
import { ask } from "./request.js";

export const board = document.getElementById("board");

/** What is shown: run, session, view, day, version, and the addresses url, edit and places; undefined where there is no schedule. */
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

/** What a card or an entry of the list is about. */
export function pairOf(element) {
  const { firm, buyer, slot, table } = element.dataset;
  const left = element.matches(".left");
  const text = (name) => element.querySelector(name)?.textContent ?? "";
  const name = left ? `${text(".left-firm")} – ${text(".left-buyer")}` : `${text(".meet-a")} – ${text(".meet-b")}`;
  return { firm, buyer, name, locked: element.classList.contains("locked"), fixed: element.classList.contains("fixed"), from: left ? null : { slot: Number(slot), table } };
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

/** Shows a board that the server wrote. */
export function show(html) {
  const next = new DOMParser().parseFromString(html, "text/html").body;
  const nextState = next.querySelector(".board-state")?.dataset;
  const kept = remember();
  if (keyOf(state()) && keyOf(state()) === keyOf(nextState) && samePieces(next)) mend(next);
  else {
    board.replaceChildren(...next.childNodes);
    window.htmx.process(board);
  }
  recall(kept);
  board.dispatchEvent(new CustomEvent("board:shown", { bubbles: true }));
}

const pieces = (of) => [...of.querySelectorAll("[data-piece]")].map((p) => p.dataset.piece).join(" ");
const samePieces = (next) => pieces(board) === pieces(next);

function mend(next) {
  board.querySelector(".board-state").replaceWith(next.querySelector(".board-state"));
  for (const now of board.querySelectorAll("[data-piece]")) {
    const then = next.querySelector(`[data-piece="${now.dataset.piece}"]`);
    if (now.dataset.piece === "grid") mendRows(then);
    else if (now.dataset.piece === "leftout") mendLeftOut(now, then);
    else now.replaceWith(then);
  }
}

function mendRows(then) {
  const now = grid();
  const rows = new Map([...now.tBodies[0].rows].map((r) => [r.dataset.row, r]));
  for (const row of [...then.querySelector("tbody").rows]) {
    const old = rows.get(row.dataset.row);
    if (!old || old.dataset.mark === row.dataset.mark) continue;
    row.classList.toggle("row-hidden", old.classList.contains("row-hidden"));
    old.replaceWith(row);
  }
}

// The list keeps the words it is searched by.
function mendLeftOut(now, then) {
  const words = now.querySelector("#leftout-words")?.value;
  const reason = now.querySelector("#leftout-reason")?.value;
  now.replaceWith(then);
  window.htmx.process(then);
  const form = then.querySelector(".leftout-form");
  if (!form || !(words || reason)) return;
  form.elements.words.value = words;
  form.elements.reason.value = reason;
  window.htmx.trigger(form, "submit");
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
