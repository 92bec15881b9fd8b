// What others change while a page is open. Each change becomes an event "sangdam:changed" of the document; parts of the page
// with data-refresh="event schedule" are asked for afresh, and where there is none a message offers to load the page anew.
// A change that this page made itself is announced with `own(version)` and passes in silence.
import { toast } from "./toast.js";

const mine = new Set();
let told;

export function own(version) {
  mine.add(Number(version));
}

function changed(change) {
  if (mine.delete(change.version)) return;
  const go = document.dispatchEvent(new CustomEvent("sangdam:changed", { detail: change, cancelable: true }));
  const parts = [...document.querySelectorAll("[data-refresh]")].filter((p) => p.dataset.refresh.split(" ").includes(change.what));
  for (const part of parts) window.htmx.trigger(part, "refresh");
  const concerns = (document.body.dataset.concerns ?? "event").split(" ");
  if (!go || parts.length || told?.isConnected || !concerns.includes(change.what)) return;
  const say = document.body.dataset;
  told = toast({ kind: "info", text: say.sayChanged }, { text: say.sayRefresh, do: () => location.reload() });
}

const stream = document.body.dataset.stream;
if (stream) {
  const source = new EventSource(stream);
  source.addEventListener("change", (e) => changed(JSON.parse(e.data)));
  window.addEventListener("pagehide", () => source.close());
}
