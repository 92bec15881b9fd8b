// The grid by keyboard: one stop for Tab, arrows from cell to cell; Enter picks a meeting up and puts it down, Escape lets go.
import { toast } from "./toast.js";
import { announce, noticeOf } from "./plan-words.js";
import { board, grid, pairOf } from "./board.js";
import { cancel, carried, foretell, pickUp, putDown, verdict } from "./carry.js";
import { changes, make, redo, undo } from "./plan-edits.js";
import { openMenu } from "./meeting-menu.js";

// One card, or the first cell, is where Tab stops.
function settleTab() {
  const g = grid();
  if (!g || g.querySelector("tbody [tabindex='0']")) return;
  const first = g.querySelector("tbody .meet") ?? g.querySelector("tbody td");
  if (first) first.tabIndex = 0;
}
document.addEventListener("board:shown", settleTab);

let resting;
const rest = 120; // milliseconds after which whoever walks the grid has arrived

function focusOn(cell) {
  const target = cell.querySelector(".meet") ?? cell;
  for (const old of grid().querySelectorAll("tbody [tabindex='0']")) old.tabIndex = -1;
  target.tabIndex = 0;
  target.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  clearTimeout(resting);
  if (!carried()) {
    if (target.matches(".meet")) resting = setTimeout(() => { if (document.activeElement === target) foretell(pairOf(target)); }, rest);
    return;
  }
  const there = verdict(cell);
  for (const old of grid().querySelectorAll("td.over")) old.classList.remove("over");
  cell.classList.add("over");
  announce(there.may ? there.text : there.why);
}

function neighbour(cell, key) {
  const rows = [...grid().tBodies[0].rows].filter((r) => !r.classList.contains("row-hidden"));
  const row = cell.closest("tr");
  const at = rows.indexOf(row);
  const column = cell.cellIndex;
  const within = (r) => rows[Math.max(0, Math.min(rows.length - 1, r))].cells[column];
  switch (key) {
    case "ArrowLeft": return row.cells[Math.max(1, column - 1)];
    case "ArrowRight": return row.cells[Math.min(row.cells.length - 1, column + 1)];
    case "ArrowUp": return within(at - 1);
    case "ArrowDown": return within(at + 1);
    case "PageUp": return within(at - 8);
    case "PageDown": return within(at + 8);
    case "Home": return row.cells[1];
    case "End": return row.cells[row.cells.length - 1];
  }
  return null;
}

async function enter(cell) {
  if (carried()) {
    const pair = carried();
    const going = putDown(cell);
    if (!carried()) focusCard(pair);
    await going;
    return;
  }
  const card = document.activeElement.closest(".meet");
  if (!card) return;
  try {
    await pickUp(pairOf(card));
  } catch (err) {
    toast(noticeOf(err));
  }
}

function focusCard(pair) {
  const card = [...grid().querySelectorAll(".meet")].find((m) => m.dataset.firm === pair.firm && m.dataset.buyer === pair.buyer);
  if (card) focusOn(card.closest("td"));
}

// Enter moves the focus to the card that it puts down; its click is not meant for that card.
let entering = false;
document.addEventListener("keyup", () => { entering = false; });
board.addEventListener("click", (e) => { if (entering && !e.detail && e.target.closest("#grid")) e.stopImmediatePropagation(); }, { capture: true });

board.addEventListener("keydown", (e) => {
  const cell = e.target.closest("#grid td");
  if (!cell || e.altKey || e.ctrlKey || e.metaKey) return;
  const next = neighbour(cell, e.key);
  const card = e.target.closest(".meet");
  if (next) focusOn(next);
  else if (e.key === "Enter") {
    if (!e.repeat) enter(cell);
    entering = true;
  }
  else if (e.key === "Escape" && carried()) {
    const pair = carried();
    cancel();
    focusCard(pair);
  } else if (card && !carried() && (e.key === "m" || e.key === "ContextMenu" || e.key === "ㅡ" || e.key === "ь")) openMenu(card);
  else if (card && !carried() && (e.key === "l" || e.key === "ㅣ" || e.key === "д")) {
    const pair = pairOf(card);
    make(pair.locked ? changes.unlock(pair) : changes.lock(pair));
  } else if (card && !carried() && e.key === "Delete") make(changes.remove(pairOf(card)));
  else return;
  e.preventDefault();
});

document.addEventListener("keydown", (e) => {
  const typing = e.target.closest("input, textarea, select, dialog");
  if (typing || !(e.ctrlKey || e.metaKey) || e.code !== "KeyZ" && e.code !== "KeyY") return;
  e.preventDefault();
  if (e.code === "KeyY" || e.shiftKey) redo();
  else undo();
});
