// What every page does: switch the theme, tell of changes made by others, close what was opened.
import "./theme.js";
import "./live.js";
import { toast } from "./toast.js";

// Menus close when something else is clicked or Escape is pressed, and give the focus back.
document.addEventListener("click", (e) => {
  for (const menu of document.querySelectorAll("details.drop[open]")) {
    if (!menu.contains(e.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (e) => {
  const menu = e.key === "Escape" && document.activeElement?.closest("details.drop[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// <button data-opens="ID"> opens a dialog, <button data-closes> closes the one it is in; data-confirm asks before a form goes out.
document.addEventListener("click", (e) => {
  const opener = e.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
  if (e.target.closest("[data-closes]")) e.target.closest("dialog").close();
  if (e.target.matches("dialog")) e.target.close(); // the backdrop
  const copier = e.target.closest("[data-copies]");
  if (copier) copy(copier);
  if (e.target.closest("[data-prints]")) window.print();
});
document.addEventListener("submit", (e) => {
  const question = e.submitter?.dataset.confirm ?? e.target.dataset.confirm;
  if (question && !window.confirm(question)) e.preventDefault();
}, true);

async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim());
  toast({ kind: "good", text: button.dataset.sayCopied });
}
