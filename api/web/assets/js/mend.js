// The page of what happened on the day. What was picked stands in the address, so that nothing is lost when the page is loaded again;
// the server puts it into words and works out what is to be changed.
import { chooser, newcomer } from "./mend-dialogs.js";
import { show } from "./part.js";
import { announce, noticeOf, say } from "./plan-words.js";
import { ask } from "./request.js";
import { toast } from "./toast.js";

const page = document.getElementById("mend");
const state = new URLSearchParams(location.search);
for (const passing of ["lang", "did", "again"]) state.delete(passing);
state.set("session", page.dataset.session);

const wide = window.matchMedia("(min-width: 62rem)");
const proposal = document.getElementById("mend-proposal");
const asked = document.getElementById("mend-asked-list");
const working = document.getElementById("mend-working");

let asking;
let counting;

function part(name, signal) {
  const query = new URLSearchParams(state);
  query.set("part", name);
  return ask(`${page.dataset.path}?${query}`, { signal }).then((answer) => answer.text());
}

// How long it takes is shown once it takes long enough to be noticed.
function busy(on) {
  clearInterval(counting);
  working.hidden = true;
  if (!on) return;
  const began = Date.now();
  counting = setInterval(() => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    if (seconds > 0) working.hidden = false;
    document.getElementById("mend-elapsed").textContent = say("working", { n: seconds });
  }, 250);
}

function remember() {
  history.replaceState(null, "", `?${state}`);
  for (const link of document.querySelectorAll("a[hreflang]")) {
    const query = new URLSearchParams(state);
    query.set("lang", link.hreflang);
    link.search = query;
  }
}

/** Shows what was picked, and what is to be done about it. */
async function refresh() {
  remember();
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  proposal.setAttribute("aria-busy", "true");
  try {
    busy(true);
    show(asked, await part("asked", signal));
    if (state.has("what") || "broken" in page.dataset) {
      show(proposal, await part("proposal", signal));
      proposal.hidden = false;
      for (const more of proposal.querySelectorAll("details")) more.open = wide.matches;
      announce([...proposal.querySelectorAll(".mend-verdict")].map((v) => v.textContent).join(" "));
    } else {
      proposal.hidden = true;
      proposal.replaceChildren();
    }
    busy(false);
    proposal.removeAttribute("aria-busy");
  } catch (err) {
    if (signal.aborted) return; // another question took its place
    busy(false);
    proposal.hidden = true;
    toast(noticeOf(err));
  }
}

function add(happening) {
  state.append("what", JSON.stringify(happening));
  if (!wide.matches) document.getElementById("mend-asked").scrollIntoView({ block: "start" });
  refresh();
}

document.getElementById("mend-stop").addEventListener("click", () => {
  asking?.abort();
  busy(false);
  proposal.hidden = true;
});
asked.addEventListener("click", (e) => {
  const button = e.target.closest("[data-forget]");
  if (!button) return;
  const left = state.getAll("what");
  left.splice(left.indexOf(button.dataset.forget), 1);
  state.delete("what");
  for (const what of left) state.append("what", what);
  document.getElementById("mend-find").focus();
  refresh();
});
document.getElementById("mend-first").addEventListener("change", (e) => {
  if (e.target.value) state.set("first", e.target.value);
  else state.delete("first");
  location.search = state; // the times to choose from are others
});
proposal.addEventListener("change", (e) => {
  if (e.target.id !== "mend-gaps") return;
  if (e.target.checked) state.set("gaps", "1");
  else state.delete("gaps");
  refresh();
});

// The list shows who meets now or next, until something is looked for.
const list = document.getElementById("mend-list");
const field = document.getElementById("mend-find");
const found = document.getElementById("mend-found");
const most = 60;

function find() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let n = 0;
  for (const item of list.children) {
    const fits = words.length ? words.every((w) => item.dataset.words.includes(w)) : "soon" in item.dataset;
    if (fits) n++;
    item.hidden = !fits || n > most;
  }
  list.hidden = n === 0;
  if (words.length) found.textContent = n ? say("found", { n }) : say("none");
  else found.textContent = n ? found.dataset.saySoon : "";
}

field.addEventListener("input", find);

// Enter picks the first that is found, once the key is let go: the dialog that opens must not take it for an answer.
let entered = false;
field.addEventListener("keydown", (e) => { entered = e.key === "Enter" && !e.isComposing; });
field.addEventListener("keyup", (e) => {
  if (e.key === "Enter" && entered) list.querySelector("li:not([hidden]) button")?.click();
  entered = false;
});
list.addEventListener("click", (e) => {
  const item = e.target.closest(".mend-item");
  if (item) chooser(item, list, add);
});
newcomer(list, add);

// What others change makes what is shown old: it is worked out again, and what was picked stays.
document.addEventListener("sangdam:changed", (e) => {
  if (proposal.hidden || !["event", "schedule"].includes(e.detail.what)) return;
  e.preventDefault();
  toast({ kind: "info", text: document.body.dataset.sayChanged });
  refresh();
});

find();
if (state.has("what") || "broken" in page.dataset) refresh();
else remember();
