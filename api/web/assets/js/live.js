// What others change while a page is open. Each change becomes an event "sangdam:changed" of the document; parts of the page
// with data-refresh="event schedule" are asked for afresh, and where there is none a message offers to load the page anew.
// A change that this page made itself is announced with `own(version)` and passes in silence.
import { toast } from "./toast.js";

const mine = new Set();
let told;

export function own(version) {
  mine.add(Number(version));
}

// Changes are told together, a moment later: by then this page knows which of them are its own.
const moment = 400;
let waiting = [];
let last = 0; // version of the newest change that was told

function heard(change) {
  last = Math.max(last, change.version);
  if (!waiting.length) setTimeout(tell, moment);
  waiting.push(change);
}

function tell() {
  const changes = new Map(waiting.filter((c) => !mine.delete(c.version)).map((c) => [c.what, c]));
  waiting = [];
  for (const change of changes.values()) changed(change);
}

function changed(change) {
  const go = document.dispatchEvent(new CustomEvent("sangdam:changed", { detail: change, cancelable: true }));
  const parts = [...document.querySelectorAll("[data-refresh]")].filter((p) => p.dataset.refresh.split(" ").includes(change.what));
  for (const part of parts) window.htmx.trigger(part, "refresh");
  const concerns = (document.body.dataset.concerns ?? "event").split(" ");
  if (!go || parts.length || told?.isConnected || !(change.what === "all" || concerns.includes(change.what))) return;
  const say = document.body.dataset;
  told = toast({ kind: "info", text: say.sayChanged }, { text: say.sayRefresh, do: () => location.reload() });
}

// A browser opens few streams at once, so only a page that is looked at holds one; it catches up when it is looked at again. The first
// one goes on from the version that the page was made after.
const { stream, since } = document.body.dataset;
let source;

function listen() {
  if (document.hidden || source) return;
  source = new EventSource(`${stream}?after=${last || since}`);
  source.addEventListener("change", (e) => heard(JSON.parse(e.data)));
}

function rest() {
  source?.close();
  source = undefined;
}

if (stream) {
  listen();
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);
}
