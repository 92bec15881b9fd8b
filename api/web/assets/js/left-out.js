// The list of pairs without a meeting. After a change it is asked for again as it is searched and as far as it is shown, a moment
// later, so that a change by hand need not wait for it.
import { ask } from "./request.js";

const moment = 80; // milliseconds
const card = () => document.querySelector("[data-piece=leftout]");

/** Reports whether the list shows anything but its beginning. */
export function searched(now) {
  const { words, reason } = now.querySelector("form").elements;
  return Boolean(words.value || reason.value) || now.querySelectorAll(".left").length > 40;
}

let timer;
let asking;

/** Asks for the list again, soon. */
export function renew() {
  clearTimeout(timer);
  timer = setTimeout(load, moment);
}

async function load() {
  const now = card();
  const url = document.querySelector(".board-state")?.dataset.leftout;
  if (!now || !url) return;
  asking?.abort();
  asking = new AbortController();
  const { words, reason } = now.querySelector("form").elements;
  const asked = new URLSearchParams({ words: words.value, reason: reason.value, limit: now.querySelectorAll(".left").length, card: 1 });
  try {
    const html = await (await ask(`${url}&${asked}`, { signal: asking.signal })).text();
    mendCard(now, new DOMParser().parseFromString(html, "text/html").body);
  } catch {
    // The list stays as it is until the next change: what matters is on the board.
  }
}

/** Puts another state of the card in place; words, focus and scroll stay. */
export function mendCard(now, then) {
  now.querySelector(".card-head").replaceWith(then.querySelector(".card-head"));
  const form = now.querySelector("form");
  form.hidden = then.querySelector("form").hidden;
  const { reason } = form.elements;
  const chosen = reason.value;
  reason.replaceChildren(...then.querySelector("select").children);
  reason.value = chosen;
  mendList(now.querySelector(".leftout-list"), then.querySelector(".leftout-list"));
  const count = document.querySelector("[data-leftout-count]");
  if (count) count.textContent = now.querySelector("[data-leftout-all]").dataset.leftoutAll;
}

function mendList(list, then) {
  const same = (one, at) => one.isEqualNode(then.childNodes[at]);
  if (list.childNodes.length === then.childNodes.length && [...list.childNodes].every(same)) return;
  const entry = document.activeElement.closest?.(".left");
  const focused = entry && list.contains(entry) ? `.left[data-firm="${CSS.escape(entry.dataset.firm)}"][data-buyer="${CSS.escape(entry.dataset.buyer)}"] button` : "";
  const { scrollTop } = list;
  list.replaceChildren(...then.childNodes);
  window.htmx.process(list);
  list.scrollTop = scrollTop;
  if (focused) (list.querySelector(focused) ?? list).focus({ preventScroll: true });
}
