// Dragging with mouse, pen or finger. A mouse drags after six pixels; a finger after a short rest, so that the grid can be scrolled.
import { toast } from "./toast.js";
import { noticeOf } from "./plan-words.js";
import { board, pairOf } from "./board.js";
import { cancel, foretell, pickUp, putDown, verdict } from "./carry.js";

const begins = 6; // pixels
const rests = 350; // milliseconds
const edge = 48; // pixels from the rim of the grid within which it scrolls

let grab = null; // { source, pointer, x, y, touch, timer, ghost }
const tip = document.getElementById("carry-tip");

board.addEventListener("pointerdown", (e) => {
  const source = e.target.closest(".meet, .left");
  if (!source || e.button !== 0 || e.target.closest("[data-add]") || source.matches(".left-never")) return;
  grab = { source, pointer: e.pointerId, x: e.clientX, y: e.clientY, touch: e.pointerType === "touch" };
  foretell(pairOf(source));
  if (grab.touch) grab.timer = setTimeout(() => begin(e.clientX, e.clientY), rests);
});

document.addEventListener("pointermove", (e) => {
  if (!grab || e.pointerId !== grab.pointer) return;
  if (!grab.ghost) {
    if (Math.hypot(e.clientX - grab.x, e.clientY - grab.y) < begins) return;
    if (grab.touch) return stop(); // the finger scrolls
    begin(e.clientX, e.clientY);
  }
  follow(e.clientX, e.clientY);
});

// A finger that carries does not scroll.
document.addEventListener("touchmove", (e) => { if (grab?.ghost) e.preventDefault(); }, { passive: false });

document.addEventListener("pointerup", async (e) => {
  if (!grab || e.pointerId !== grab.pointer) return;
  if (!grab.ghost) return stop();
  const cell = cellAt(e.clientX, e.clientY);
  const ready = grab.ready;
  stop();
  window.addEventListener("click", swallow, { capture: true, once: true });
  requestAnimationFrame(() => window.removeEventListener("click", swallow, { capture: true }));
  if (!(await ready)) return;
  if (!cell) return cancel();
  await putDown(cell);
  cancel();
});

document.addEventListener("pointercancel", () => { stop(); cancel(); });
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && grab?.ghost) { stop(); cancel(); }
});

function swallow(e) {
  e.preventDefault();
  e.stopPropagation();
}

function begin(x, y) {
  const ghost = grab.source.cloneNode(true);
  ghost.className = `meet carry-ghost ${[...grab.source.classList].filter((c) => c.startsWith("tone-")).join(" ")}`;
  ghost.removeAttribute("data-firm");
  ghost.setAttribute("aria-hidden", "true");
  ghost.tabIndex = -1; // the meeting itself keeps the focus
  for (const button of ghost.querySelectorAll("button")) button.remove();
  document.body.append(ghost);
  grab.ghost = ghost;
  grab.ready = pickUp(pairOf(grab.source)).catch((err) => {
    stop();
    toast(noticeOf(err));
    return false;
  });
  follow(x, y);
}

let over;

function follow(x, y) {
  grab.ghost.style.translate = `${x + 10}px ${y + 8}px`;
  scrollNear(x, y);
  const cell = cellAt(x, y);
  over?.classList.remove("over");
  over = cell;
  if (!cell) {
    tip.hidden = true;
    return;
  }
  cell.classList.add("over");
  const there = verdict(cell);
  tip.textContent = there.may ? there.text : there.why;
  tip.hidden = false;
  const left = Math.min(x + 10, window.innerWidth - tip.offsetWidth - 8);
  tip.style.translate = `${left}px ${Math.max(8, y - tip.offsetHeight - 14)}px`;
}

function cellAt(x, y) {
  return document.elementFromPoint(x, y)?.closest("#grid td") ?? null;
}

function scrollNear(x, y) {
  const box = document.getElementById("grid-scroll");
  const r = box.getBoundingClientRect();
  const step = (at, from, to) => (at < from + edge ? -16 : at > to - edge ? 16 : 0);
  window.scrollBy(0, step(y, 56, window.innerHeight));
  if (x > r.left && x < r.right && y > r.top && y < r.bottom) box.scrollBy(step(x, r.left, r.right), step(y, r.top, r.bottom));
}

function stop() {
  clearTimeout(grab?.timer);
  grab?.ghost?.remove();
  over?.classList.remove("over");
  over = null;
  tip.hidden = true;
  grab = null;
}
