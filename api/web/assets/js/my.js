// The pages behind a personal link: how long it is until the next meeting, wishes, and the form of what came of a meeting.
import { own } from "./live.js";
import { followHeld } from "./log-form.js";
import { ask } from "./request.js";
import { toast } from "./toast.js";

const language = document.documentElement.lang;
const unit = (name, n) => new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" }).format(n);

/** Writes a span of minutes in words: its two largest units. */
function span(minutes) {
  const days = Math.floor(minutes / 1440), hours = Math.floor((minutes % 1440) / 60), rest = minutes % 60;
  const parts = [];
  if (days) parts.push(unit("day", days));
  if (hours) parts.push(unit("hour", hours));
  if ((rest && !days) || !parts.length) parts.push(unit("minute", rest));
  return parts.join(language === "zh" ? "" : " ");
}

// A meeting that begins or ends changes what is shown: the part of the page is asked for afresh.
function tick() {
  const now = Date.now();
  for (const count of document.querySelectorAll("[data-count]")) {
    const from = Date.parse(count.dataset.from), until = Date.parse(count.dataset.until);
    const phase = now < from ? "before" : now < until ? "now" : "over";
    if (count.dataset.phase && count.dataset.phase !== phase) window.htmx.trigger(count.closest("[data-refresh]"), "refresh");
    count.dataset.phase = phase;
    const words = phase === "before" ? count.dataset.sayIn : count.dataset.sayNow;
    const text = phase === "over" ? "" : words.replace("{}", span(Math.ceil(((phase === "before" ? from : until) - now) / 60000)));
    if (count.textContent !== text) count.textContent = text;
  }
}
tick();
setInterval(tick, 1000);
document.addEventListener("htmx:after:swap", tick);
document.addEventListener("visibilitychange", tick);

// What others do is told only where the page shows it.
document.addEventListener("sangdam:changed", (e) => {
  if (!document.querySelector("[data-refresh]")) e.preventDefault();
});

// Wishes are saved as they are chosen; one that is refused goes back to what it was.
const list = document.querySelector("[data-wishes]");
list?.addEventListener("change", async (e) => {
  const wish = e.target.closest("[data-my-wish]");
  if (!wish) return;
  const before = wish.dataset.saved ?? wish.querySelector("input[checked]")?.value;
  try {
    const answer = await ask(list.dataset.wishes, { form: { to: wish.dataset.myWish, wish: e.target.value } });
    own((await answer.json()).version);
    wish.dataset.saved = e.target.value;
    toast({ kind: "good", text: list.dataset.saySaved });
  } catch (err) {
    for (const input of wish.querySelectorAll("input")) input.checked = input.value === before;
    if (err.notice) toast(err.notice);
  }
});

for (const form of document.querySelectorAll("[data-log]")) followHeld(form);
