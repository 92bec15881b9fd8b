// What came of the meetings, entered one after the other with the keyboard alone: Enter saves and opens the next meeting of which
// nothing is known, Escape closes the form.
import { own } from "./live.js";
import { followHeld } from "./log-form.js";
import { ask } from "./request.js";
import { toast } from "./toast.js";

const box = document.querySelector("[data-outcomes]");
const page = location.pathname;

/** Puts a row in the place of another one, and returns it. */
function put(row, html) {
  const next = new DOMParser().parseFromString(html, "text/html").querySelector("[data-outcome]");
  row.replaceWith(next);
  return next;
}

async function told(work) {
  try {
    return await work();
  } catch (err) {
    if (!err.notice) throw err;
    toast(err.notice);
  }
}

async function open(row) {
  const opened = put(row, await (await ask(`${row.dataset.row}&edit=1`)).text());
  const form = opened.querySelector("form");
  followHeld(form);
  form.elements.consulted.focus();
  form.elements.consulted.select();
  opened.scrollIntoView({ block: "nearest" });
}

async function close(row) {
  put(row, await (await ask(row.dataset.row)).text()).querySelector("[data-edit]").focus();
}

async function save(row, form) {
  const saved = put(row, await (await ask(page, { form: new FormData(form) })).text());
  own(saved.dataset.version);
  toast({ kind: "good", text: box.dataset.saySaved });
  let next = saved.nextElementSibling;
  while (next && next.dataset.state !== "missing") next = next.nextElementSibling;
  if (next?.querySelector("[data-edit]")) await open(next);
  else saved.querySelector("[data-edit]").focus();
}

box.addEventListener("click", (e) => {
  const row = e.target.closest("[data-outcome]");
  if (e.target.closest("[data-edit]")) told(() => open(row));
  if (e.target.closest("[data-cancel]")) told(() => close(row));
});
box.addEventListener("keydown", (e) => {
  const form = e.target.closest("[data-entry]");
  if (form && e.key === "Escape") told(() => close(form.closest("[data-outcome]")));
});
box.addEventListener("submit", (e) => {
  e.preventDefault();
  told(() => save(e.target.closest("[data-outcome]"), e.target));
});
