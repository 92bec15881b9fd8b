// An edit is shown before the server has answered. What was touched is kept as the server had it, so that everything can be put
// back when it refuses, and before its answer is put in place.
import { cardOf, cellAt, grid, rowAt, state } from "./board.js";
import { say } from "./plan-words.js";

const truth = new Map(); // by id: the row as the server has it

function touch(row) {
  if (row && !truth.has(row.dataset.row)) truth.set(row.dataset.row, row.cloneNode(true));
}

/** Puts every row back that was touched. */
export function putBack() {
  for (const [id, row] of truth) {
    const now = rowAt(id);
    row.classList.toggle("row-hidden", now?.classList.contains("row-hidden") ?? false);
    now?.replaceWith(row);
  }
  truth.clear();
}

document.addEventListener("board:showing", putBack);

/** Shows edits of the board's session; faces, by key, say what a card looks like that is not there yet. */
export function foresee(edits, faces = {}) {
  if (!grid()) return;
  for (const edit of edits) {
    const card = cardOf(edit);
    touch(card?.closest("tr"));
    switch (edit.op) {
      case "move":
      case "add": place(card ?? cardFor(edit, faces[keyOf(edit)]), edit); break;
      case "remove": take(card); break;
      case "lock":
      case "unlock": lock(card, edit.op === "lock"); break;
    }
  }
}

export const keyOf = ({ firm, buyer }) => `${firm} ${buyer}`;

function place(card, { firm, buyer, slot, table }) {
  if (!card) return;
  const { view } = state();
  const row = { tables: table, firms: firm, buyers: buyer }[view] ?? card.closest("tr")?.dataset.row;
  const cell = row && cellAt(row, slot);
  if (!cell) return take(card); // on another day, or with an interpreter whom the server chooses
  touch(cell.closest("tr"));
  card.dataset.slot = slot;
  card.dataset.table = table ?? "";
  if ((view === "firms" || view === "buyers") && table) card.querySelector(".meet-b").textContent = say("table", { name: table });
  if (card.parentElement !== cell) cell.append(card);
}

function take(card) {
  const cell = card?.closest("td");
  if (!cell) return;
  const focused = card.contains(document.activeElement);
  card.remove();
  if (!focused) return;
  cell.tabIndex = 0;
  cell.focus({ preventScroll: true });
}

function lock(card, yes) {
  if (!card || card.classList.contains("locked") === yes) return;
  card.classList.toggle("locked", yes);
  if (yes) card.querySelector(".meet-c").prepend(document.getElementById("lock-mark").content.cloneNode(true));
  else card.querySelector(".meet-lock")?.remove();
}

// A card as the server will write it, but for what only the server knows.
function cardFor({ firm, buyer, table }, face) {
  if (!face) return null;
  const card = document.createElement("button");
  card.type = "button";
  card.className = `meet ${face.tone}`;
  card.tabIndex = -1;
  Object.assign(card.dataset, { firm, buyer, score: face.score });
  const [ofFirm, ofBuyer] = face.names;
  const at = say("table", { name: table ?? "" });
  const lines = { firms: [ofBuyer, at], buyers: [ofFirm, at] }[state().view] ?? [ofFirm, ofBuyer];
  for (const [name, text] of [["meet-a", lines[0]], ["meet-b", lines[1]], ["meet-c", ""]]) {
    const line = document.createElement("span");
    line.className = name;
    line.textContent = text;
    card.append(line);
  }
  const score = document.createElement("span");
  score.textContent = face.score;
  card.lastChild.append(score);
  return card;
}
