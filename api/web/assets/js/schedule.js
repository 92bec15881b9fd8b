// The schedule page: what joins its parts, and what others change while it is open.
import { toast } from "./toast.js";
import { noticeOf, say } from "./plan-words.js";
import { board, refresh, state, version } from "./board.js";
import { redo, sentAfterChanges, settled, undo } from "./plan-edits.js";
import "./board-side.js";
import "./carry.js";
import "./grab.js";
import "./meeting-menu.js";
import "./grid-keys.js";
import { recall, watched } from "./solving.js";
import "./moment.js";

board.addEventListener("click", (e) => {
  if (e.target.closest("#undo")) undo();
  if (e.target.closest("#redo")) redo();
  const link = e.target.closest("a[data-board]");
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  go(link.href);
});

// Another view or day of the same schedule comes without a new page.
async function go(url, push = true) {
  try {
    await refresh(url);
    if (push) history.pushState(null, "", url);
  } catch (err) {
    if (err.name === "AbortError") return;
    location.assign(url);
  }
}
window.addEventListener("popstate", () => go(location.href, false));

// Rows are found by what their heads say.
board.addEventListener("input", (e) => { if (e.target.id === "find-row") find(e.target.value); });
document.addEventListener("board:shown", () => {
  const box = document.getElementById("find-row");
  if (box?.value) find(box.value);
});

function find(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of board.querySelectorAll("#grid tbody tr")) {
    const has = (w) => row.dataset.row.toLowerCase().includes(w) || row.textContent.toLowerCase().includes(w);
    row.classList.toggle("row-hidden", !words.every(has));
  }
}

// What another organizer changes is shown at once; what this page changed itself it has already.
document.addEventListener("sangdam:changed", async (e) => {
  const { what, id, version: changed } = e.detail;
  if (what !== "schedule" && what !== "all") return;
  e.preventDefault();
  if (what === "schedule" && id !== state()?.run) {
    if (id !== watched()) toast({ kind: "info", text: say("others_solved") }, { text: say("others_solved_show"), do: () => location.assign(`?run=${id}`) });
    return;
  }
  if (!state()) return;
  await settled();
  if (what === "schedule" && changed <= version()) return;
  try {
    await refresh();
    toast({ kind: "info", text: say("others_changed") });
  } catch (err) {
    if (err.name !== "AbortError") toast(noticeOf(err));
  }
});

sentAfterChanges(document.querySelector(".solve-form"));
recall();
board.dispatchEvent(new CustomEvent("board:shown", { bubbles: true }));
