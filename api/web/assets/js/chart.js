// A chart of a solve: how the score of the best schedule found, and the proven limit of all schedules, close in on each other.
import { number, percent, say } from "./plan-words.js";

const wide = 560;
const high = 200;
const pad = { left: 46, right: 22, top: 10, bottom: 24 };
const ns = "http://www.w3.org/2000/svg";

export class Chart {
  /** Makes the chart of a session as a figure, to be put into the page. */
  constructor(name) {
    this.points = [];
    this.live = false; // time goes on after the last point
    this.figure = document.getElementById("chart").content.firstElementChild.cloneNode(true);
    const find = (q) => this.figure.querySelector(q);
    find("strong").textContent = name;
    find("[role=region]").setAttribute("aria-label", `${name}: ${find("summary").textContent}`);
    find("svg").setAttribute("aria-label", say("chart_label", { name }));
  }

  /** Adds a point { seconds, score, bound, gap, breaks, feasible } and draws at the next frame. */
  add(point) {
    this.points.push(point);
    this.came = performance.now();
    this.redraw();
  }

  redraw() {
    this.drawing ??= requestAnimationFrame(() => { this.drawing = null; this.draw(); });
  }

  draw() {
    const end = this.points.at(-1);
    // Scores compare only where what comes before them is as good.
    const before = (p) => `${p.must_missed ?? 0} ${p.minimum_shortfall ?? 0}`;
    const points = this.points.filter((p) => p.bound > 0 && p.feasible !== false && before(p) === before(end));
    const last = points.at(-1);
    if (!last) return;
    this.figure.querySelector(".chart-now").textContent = say("chart_now", {
      score: number(last.score, 2), bound: number(last.bound, 2), gap: percent(gapOf(last)),
    });
    this.table(points);
    if (this.live) points.push({ ...last, seconds: end.seconds + (performance.now() - this.came) / 1000 });
    const scale = scales(points);
    this.axes(scale);
    const score = line(points, scale, "score");
    const bound = line(points, scale, "bound");
    const path = (name, d) => this.figure.querySelector(`.chart-${name}`).setAttribute("d", d);
    path("score", `M${score.join("L")}`);
    path("bound", `M${bound.join("L")}`);
    path("between", `M${score.join("L")}L${bound.toReversed().join("L")}Z`);
  }

  axes(scale) {
    const g = this.figure.querySelector(".chart-axes");
    g.replaceChildren();
    const across = ticks(scale.low, scale.top, 4);
    for (const y of across.at) {
      g.append(shape("line", { class: "chart-grid", x1: pad.left, x2: wide - pad.right, y1: scale.y(y), y2: scale.y(y) }));
      g.append(text(number(y, across.digits), { x: pad.left - 6, y: scale.y(y) + 4, "text-anchor": "end" }));
    }
    const along = ticks(0, scale.end, 5);
    for (const x of along.at) {
      g.append(text(say("chart_s", { n: number(x, along.digits) }), { x: scale.x(x), y: high - 6, "text-anchor": "middle" }));
    }
  }

  table(points) {
    const rows = points.slice(-50).map((p) => {
      const row = document.createElement("tr");
      for (const [i, value] of [number(p.seconds, 2), number(p.score, 4), number(p.bound, 4), percent(gapOf(p)), number(p.breaks)].entries()) {
        const cell = document.createElement(i ? "td" : "th");
        if (i) cell.className = "number";
        else cell.scope = "row";
        cell.textContent = value;
        row.append(cell);
      }
      return row;
    });
    this.figure.querySelector("tbody").replaceChildren(...rows);
  }
}

const gapOf = (p) => (p.bound > 0 ? Math.max(0, (p.bound - p.score) / p.bound) : 0);

// The scale shows where the two meet: it begins a little below the score that is better than nine tenths of the others'.
function scales(points) {
  const end = Math.max(points.at(-1).seconds, 0.05);
  const top = Math.max(...points.slice(-1).map((p) => p.bound), ...points.map((p) => p.score)) * 1.002;
  const scores = points.map((p) => p.score).sort((a, b) => a - b);
  const low = Math.min(scores[Math.floor(scores.length / 4)], top * 0.98) * 0.995;
  const x = (s) => pad.left + (s / end) * (wide - pad.left - pad.right);
  const y = (v) => pad.top + (1 - (Math.min(Math.max(v, low), top) - low) / (top - low)) * (high - pad.top - pad.bottom);
  return { end, low, top, x, y };
}

// A value stands until the next: steps.
function line(points, scale, name) {
  const out = [];
  points.forEach((p, i) => {
    const x = scale.x(p.seconds).toFixed(1);
    if (i) out.push(`${x},${scale.y(points[i - 1][name]).toFixed(1)}`);
    out.push(`${x},${scale.y(p[name]).toFixed(1)}`);
  });
  if (points.length === 1) out.push(`${scale.x(scale.end).toFixed(1)},${scale.y(points[0][name]).toFixed(1)}`);
  return out;
}

function ticks(from, to, about) {
  const raw = (to - from) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw);
  const at = [];
  for (let v = Math.ceil(from / step) * step; v <= to + step / 1e6; v += step) at.push(v);
  return { at, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

function shape(tag, attributes) {
  const element = document.createElementNS(ns, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function text(words, attributes) {
  const element = shape("text", attributes);
  element.textContent = words;
  return element;
}
