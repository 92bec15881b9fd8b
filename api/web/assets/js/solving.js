// A solve while it runs: the server tells of every improvement, the charts draw it, and at the end stands a plain sentence.
import { Chart } from "./chart.js";
import { number, percent, say } from "./plan-words.js";
import { refresh, state } from "./board.js";
import { toast } from "./toast.js";

const panel = document.querySelector(".solve");
const now = document.getElementById("solve-now");
const box = document.getElementById("solve-charts");
const charts = new Map(); // by session

function chartOf(session) {
  if (!charts.has(session)) {
    const chart = new Chart(say(`session_${session}`));
    charts.set(session, chart);
    box.append(chart.figure);
    document.getElementById("solve-course").hidden = false;
  }
  return charts.get(session);
}

/** The run that this page watches or has watched to its end. */
export const watched = () => panel.dataset.watched;

/** Follows a run to its end. */
function follow(url) {
  const source = new EventSource(url);
  const last = new Map();
  source.addEventListener("progress", (e) => {
    const point = JSON.parse(e.data);
    last.set(point.session, point);
    const chart = chartOf(point.session);
    chart.live = !point.done;
    chart.add(point);
    const sum = (name) => [...last.values()].reduce((s, p) => s + p[name], 0);
    const score = sum("score");
    const bound = sum("bound");
    if (bound > 0) now.textContent = say("solving", { score: number(score, 2), gap: percent((bound - score) / bound) });
  });
  const ticking = setInterval(() => { for (const chart of charts.values()) if (chart.live) chart.redraw(); }, 500);
  source.addEventListener("done", (e) => {
    clearInterval(ticking);
    for (const chart of charts.values()) {
      chart.live = false;
      chart.redraw();
    }
    source.close();
    const end = JSON.parse(e.data);
    finish(end);
  });
  window.addEventListener("pagehide", () => source.close());
}

async function finish(end) {
  now.textContent = end.sentence;
  panel.classList.add("solved");
  panel.querySelector(".solve-stop").hidden = true;
  panel.querySelector(".solve-form").hidden = false;
  document.getElementById("solve-course").open = false; // the schedule is what comes now
  if (!end.run) return toast({ kind: "bad", text: end.sentence, lines: end.lines });
  const url = new URL(location);
  url.searchParams.set("run", end.run);
  history.replaceState(null, "", url);
  panel.querySelector("[name=run]").value = end.run;
  panel.querySelector("[name=around][value=locked]").hidden = false;
  await refresh(url.pathname + url.search);
}

panel.querySelector(".solve-stop").addEventListener("submit", () => { now.textContent = say("stopping"); });

if (panel.dataset.progress) follow(panel.dataset.progress);

// How a schedule at hand was found, from its document, when there is no solve to watch.
export function recall() {
  const trace = state()?.trace;
  if (!trace || panel.dataset.progress || charts.size) return;
  for (const [session, points] of Object.entries(JSON.parse(trace))) for (const point of points) chartOf(session).add(point);
}
