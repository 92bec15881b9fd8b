// The list beside the grid: there from the start where there is room, else a sheet at the bottom that a button opens, so that a
// pair can be carried from it to the grid. What was chosen stays while the tab is open.
import { board } from "./board.js";

const wide = window.matchMedia("(min-width: 62rem)");
const key = () => `sangdam-side-${wide.matches ? "wide" : "narrow"}`;

function isOpen() {
  const chosen = sessionStorage.getItem(key());
  return wide.matches ? chosen !== "closed" : chosen === "open";
}

function settle() {
  const open = isOpen();
  board.classList.toggle("side-open", open && !wide.matches);
  board.classList.toggle("side-closed", !open && wide.matches);
  document.getElementById("side-toggle")?.setAttribute("aria-expanded", open);
}

function choose(open) {
  sessionStorage.setItem(key(), open ? "open" : "closed");
  settle();
  if (open && !wide.matches) document.getElementById("side-close").focus();
  if (!open) document.getElementById("side-toggle").focus({ preventScroll: true });
}

board.addEventListener("click", (e) => {
  if (e.target.closest("#side-toggle")) choose(!isOpen());
  if (e.target.closest("#side-close")) choose(false);
});
board.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && !wide.matches && e.target.closest("#board-side")) choose(false);
});
document.addEventListener("board:shown", settle);
wide.addEventListener("change", settle);
settle();
