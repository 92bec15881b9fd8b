// The forms of the settings: slots made from days and hours, rows of lists, and a word of warning before what was written is left behind.
import { connect } from "./slot-maker.js";

for (const form of document.querySelectorAll("[data-session-form]")) connect(form);

document.addEventListener("click", (e) => {
  const add = e.target.closest("[data-add]");
  const remove = e.target.closest("[data-remove-row]");
  if (add) addRow(add.dataset.add);
  if (remove) removeRow(remove.closest("[data-row]"));
});

/** Adds an empty row to a list and goes to its first field. */
function addRow(list) {
  const row = document.querySelector(`[data-blank="${list}"]`).content.firstElementChild.cloneNode(true);
  const name = freeName(list);
  for (const e of row.querySelectorAll("*")) {
    for (const { name: attribute, value } of [...e.attributes]) {
      if (value.includes("NEW")) e.setAttribute(attribute, value.replaceAll("NEW", name));
    }
  }
  if (row.matches("details")) row.open = true;
  document.querySelector(`[data-rows="${list}"]`).append(row);
  row.querySelector(".input").focus();
  row.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A name that no new row of a list has, those that came back with the form among them. */
function freeName(list) {
  const names = [...document.querySelectorAll(`[name="rows.${list}"]`)].map((e) => e.value).filter((name) => name.startsWith("n"));
  return `n${1 + Math.max(-1, ...names.map((name) => Number(name.slice(1))))}`;
}

/** Takes a row away and goes to the next one, or to the button that adds. */
function removeRow(row) {
  const rows = row.parentElement;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  rows.dispatchEvent(new Event("input", { bubbles: true }));
  row.remove();
  (next?.querySelector(".input, summary") ?? document.querySelector(`[data-add="${rows.dataset.rows}"]`)).focus();
}

for (const form of document.querySelectorAll("[data-unsaved]")) {
  let dirty = Boolean(form.querySelector("[aria-invalid], [name='agreed']"));
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", () => { dirty = false; });
  window.addEventListener("beforeunload", (e) => { if (dirty) e.preventDefault(); });
}

// What stands in the way is read first.
document.querySelector("[data-focus][role='alert']")?.focus();
