// The page of the matches: joins filters, sliders, heat map and the explanation of a pair.
import { HeatMap } from "./heat-map.js";
import { Matrix } from "./heat-matrix.js";
import { order } from "./heat-order.js";
import { printsHeat } from "./heat-paper.js";
import { explained } from "./heat-score.js";
import { Weights } from "./heat-weights.js";
import { own } from "./live.js";
import { show } from "./part.js";
import { ask } from "./request.js";
import { toast } from "./toast.js";

const root = document.querySelector("[data-heat]");
const data = JSON.parse(document.getElementById("heat-data").textContent);
const say = data.say;
const session = root.dataset.session;
const tools = root.querySelector("[data-heat-tools]");
const panel = root.querySelector("[data-heat-pair]");
const status = root.querySelector("[data-heat-status]");
const marks = { must: "★", want: "+", avoid: "−", never: "✕" };
const keys = { KeyM: "must", KeyW: "want", KeyA: "avoid", KeyN: "never", Digit0: "none", Delete: "none", Backspace: "none" };
// The longer side goes down the page, the shorter across.
const buyersDown = data.buyers.length >= data.firms.length;

let matrix;
let shown = { firms: [], buyers: [] };
let open; // the pair that is explained: { firm, buyer } as ids
let asking = {};

const pairAt = (row, col) => (buyersDown ? { f: shown.firms[col], b: shown.buyers[row] } : { f: shown.firms[row], b: shown.buyers[col] });

const map = new HeatMap(root, {
  pick: (row, col) => explain(pairAt(row, col)),
  focus: (row, col) => { status.textContent = describe(pairAt(row, col)); },
  key: (e, row, col) => {
    const wish = !e.ctrlKey && !e.metaKey && !e.altKey && keys[e.code];
    if (wish) wishFor(pairAt(row, col), wish, e.shiftKey);
    return Boolean(wish);
  },
});
const heads = buyersDown ? [say.buyer, say.firm] : [say.firm, say.buyer];
printsHeat(root.querySelector("[data-heat-box]"), tools, () => map.data ?? { rows: [], cols: [] }, { ...say, corner: heads.join(" / ") });
const weights = new Weights(root, `${data.base}/weights`, {
  move: () => { load(); if (open) reopen(); },
  version: () => matrix.version,
  saved: (version) => { own(version); toast({ kind: "good", text: say.saved }); load(); },
  failed,
});

function parameters(more = {}) {
  return new URLSearchParams({ session, ...more, ...weights.asked });
}

// Only the last of several requests counts; those before it are given up.
function latest(name) {
  asking[name]?.abort();
  asking[name] = new AbortController();
  return asking[name].signal;
}

// While a slider moves, one question is under way, and the last one waits; none is given up, so that the map follows the slider.
let loading;
let again = false;

function load() {
  again = true;
  loading ??= follow().finally(() => { loading = undefined; });
  return loading;
}

async function follow() {
  while (again) {
    again = false;
    try {
      const answer = await ask(`${data.base}/matrix?${parameters()}`);
      matrix = new Matrix(await answer.arrayBuffer());
      if (weights.sync(matrix.weights)) toast({ kind: "warn", text: say.theirs });
      arrange();
    } catch (fault) {
      failed(fault);
    }
  }
}

function arrange() {
  if (!matrix) return;
  const by = Object.fromEntries(new FormData(tools));
  shown = order(matrix, sides(), by);
  const nameOf = (side) => (at) => side[at].name;
  const firms = shown.firms.map(nameOf(data.firms));
  const buyers = shown.buyers.map(nameOf(data.buyers));
  root.querySelector("[data-heat-empty]").hidden = firms.length > 0 && buyers.length > 0;
  map.set({
    rows: buyersDown ? buyers : firms,
    cols: buyersDown ? firms : buyers,
    value: (row, col) => { const { f, b } = pairAt(row, col); return matrix.value(f, b); },
    marks: (row, col) => {
      const { f, b } = pairAt(row, col);
      const wish = matrix.wish(f, b);
      return wish && [marks[wish.by_firm], marks[wish.by_buyer]];
    },
    describe: (row, col) => describe(pairAt(row, col)),
  });
  performance.clearMarks("sangdam-ranked"); // for whoever measures how soon the map follows
  performance.mark("sangdam-ranked");
}

// The sides in the order of the matrix, which is that of the event as it is now.
function sides() {
  const byID = (list) => new Map(list.map((s) => [s.id, s]));
  const firms = byID(data.firms);
  const buyers = byID(data.buyers);
  const known = (from) => (id) => from.get(id) ?? { id, name: id, search: id.toLowerCase(), sector: "", sectors: [], certs: [] };
  data.firms = matrix.firms.map(known(firms));
  data.buyers = matrix.buyers.map(known(buyers));
  return data;
}

function describe({ f, b }) {
  if (f === undefined || b === undefined) return "";
  const value = matrix.value(f, b);
  const wish = matrix.wish(f, b);
  const parts = [`${data.firms[f].name} × ${data.buyers[b].name}`, value < 0 ? say.out : explained(value)];
  if (wish?.by_firm) parts.push(`${say.of_firm}: ${say[wish.by_firm]}`);
  if (wish?.by_buyer) parts.push(`${say.of_buyer}: ${say[wish.by_buyer]}`);
  return parts.join(" · ");
}

async function explain({ f, b }) {
  open = { firm: data.firms[f].id, buyer: data.buyers[b].id };
  await reopen();
}

async function reopen() {
  try {
    const answer = await ask(`${data.base}/pair?${parameters(open)}`, { signal: latest("pair") });
    const html = await answer.text();
    const focused = panel.contains(document.activeElement) && document.activeElement.name;
    show(panel, html);
    if (focused) panel.querySelector(`[name="${focused}"]:checked`)?.focus();
  } catch (fault) {
    failed(fault);
  }
}

function wishFor({ f, b }, wish, ofBuyer) {
  if (f === undefined || b === undefined) return;
  const ids = [data.firms[f].id, data.buyers[b].id];
  const [from, to] = ofBuyer ? ids.reverse() : ids;
  setWish(from, to, wish);
}

async function setWish(from, to, wish) {
  try {
    const { version } = await (await ask(`${data.base}/wish`, { form: { from, to, wish } })).json();
    own(version);
    await load();
    if (open && [open.firm, open.buyer].every((id) => id === from || id === to)) await reopen();
    toast({ kind: "good", text: `${say.wish_saved}: ${say[wish]}` });
  } catch (fault) {
    failed(fault);
  }
}

function failed(fault) {
  if (fault.name === "AbortError") return;
  toast(fault.notice ?? { kind: "bad", text: String(fault) });
}

tools.addEventListener("input", arrange);
tools.addEventListener("submit", (e) => e.preventDefault());
panel.addEventListener("change", (e) => {
  const field = e.target.closest("[data-wish]");
  if (field) setWish(field.dataset.from, field.dataset.to, e.target.value);
});
panel.addEventListener("click", (e) => { if (e.target.closest("[data-pair-close]")) close(); });
root.addEventListener("keydown", (e) => { if (e.key === "Escape" && open) close(); });
document.addEventListener("sangdam:changed", (e) => {
  if (e.detail.what !== "event") return;
  e.preventDefault(); // what others change appears without a question
  load();
  if (open) reopen();
});

function close() {
  open = undefined;
  panel.replaceChildren();
  map.grid.focus();
}

load();
