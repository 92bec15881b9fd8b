// Changes of meetings by hand, and how they are taken back. A change is shown at once and sent with the version of the board it was
// made on, one after the other. When the server refuses it, what was shown is put back and the reason told; when someone else was
// first, the change waits to be made again on what is there now.
import { ask, Fault } from "./request.js";
import { toast } from "./toast.js";
import { announce, say } from "./plan-words.js";
import { foresee, keyOf, putBack } from "./ahead.js";
import { board, refresh, show, state, steady, version } from "./board.js";
import { renew } from "./left-out.js";

// What can be undone and redone, kept while the tab is open, a run for itself. An entry has `edits` and the `back` that takes them
// back, `text` to name it, and the `faces` of its pairs.
let done = [];
let undone = [];
let run;

function load() {
  const now = state()?.run;
  if (now === run) return;
  run = now;
  ({ done, undone } = JSON.parse(sessionStorage.getItem(`sangdam-edits-${run}`)) ?? { done: [], undone: [] });
}

function keep() {
  if (run) sessionStorage.setItem(`sangdam-edits-${run}`, JSON.stringify({ done: done.slice(-100), undone: undone.slice(-100) }));
  for (const [id, stack, word] of [["undo", done, "undo_of"], ["redo", undone, "redo_of"]]) {
    const button = document.getElementById(id);
    if (!button) continue;
    button.disabled = stack.length === 0;
    button.title = stack.length ? say(word, { what: stack.at(-1).text }) : "";
  }
}

document.addEventListener("board:shown", () => { load(); keep(); });

let sending = Promise.resolve();
let pending = []; // what is shown and not yet answered: { edits, change }

/** Resolves when no change is on its way any more. */
export const settled = () => sending;

/** Has a form wait, when it is sent, until what was changed before has arrived. */
export function sentAfterChanges(form) {
  form.addEventListener("submit", async (e) => {
    if (!pending.length) return;
    e.preventDefault();
    await settled();
    form.requestSubmit(e.submitter);
  });
}

/** Makes a change { edits, back, text, faces }; it is shown when this returns, and the promise tells whether it was made. */
export function make(change) {
  const lost = undone;
  return send(change.edits, change, "done", {
    record: () => { done.push(change); undone = []; },
    forget: () => { drop(change); if (!undone.length) undone = lost; },
  });
}

export function undo() {
  const change = done.at(-1);
  if (!change) return Promise.resolve(false);
  return send(change.back, change, "undone", {
    record: () => { drop(change); undone.push(change); },
    forget: () => { drop(change); done.push(change); },
  });
}

export function redo() {
  const change = undone.at(-1);
  if (!change) return Promise.resolve(false);
  return send(change.edits, change, "redone", {
    record: () => { drop(change); done.push(change); },
    forget: () => { drop(change); undone.push(change); },
  });
}

function drop(change) {
  done = done.filter((c) => c !== change);
  undone = undone.filter((c) => c !== change);
}

function send(edits, change, word, stacks) {
  const job = { edits, change, word, stacks };
  stacks.record();
  pending.push(job);
  steady(() => foresee(edits, change.faces));
  if (edits.some((e) => e.op === "add")) leave(edits);
  announce(say(word, { what: change.text }));
  const work = sending.then(() => deliver(job));
  sending = work.catch(() => {});
  return work;
}

// A pair that is being added is no longer offered.
function leave(edits) {
  for (const { op, firm, buyer } of edits) {
    if (op === "add") board.querySelector(`.left[data-firm="${CSS.escape(firm)}"][data-buyer="${CSS.escape(buyer)}"]`)?.remove();
  }
}

async function deliver(job) {
  if (job.change.failed) { // what it builds on was refused
    settle(job, putBack);
    return false;
  }
  const { session, view, day, edit, event } = state();
  try {
    const answer = await ask(edit, {
      method: "POST", headers: { "Content-Type": "application/json" }, keepalive: true, // it arrives even when the page is left
      body: JSON.stringify({ version: version(), event: Number(event), session, view, day, edits: job.edits.map((e) => ({ session, ...e })) }),
    });
    const html = await answer.text();
    settle(job, () => show(html));
    return true;
  } catch (err) {
    settle(job, () => { putBack(); job.stacks.forget(); });
    renew();
    if (!(err instanceof Fault)) throw err;
    await refused(err, job);
    return false;
  }
}

function settle(job, change) {
  pending = pending.filter((p) => p !== job);
  steady(() => { change(); foreseeAll(); });
}

// On top of what the server has, what is still on its way is shown again.
function foreseeAll() {
  for (const p of pending) foresee(p.edits, p.change.faces);
}
document.addEventListener("board:renewed", foreseeAll);

async function refused(fault, job) {
  const { edits, change, word, stacks } = job;
  if (word === "done") change.failed = true;
  if (fault.status !== 412) {
    toast({ ...fault.notice, text: say("not_done", { what: change.text }), lines: fault.notice.lines ?? [fault.notice.text] });
    return;
  }
  await refresh().catch(() => {}); // another view may be asked for meanwhile; that the change was not made is told all the same
  toast({ kind: "warn", text: say("stale", { what: change.text }), help: say("stale_help") },
    { text: say("stale_again"), do: () => { delete change.failed; send(edits, change, word, stacks); } });
}

const faces = (...pairs) => Object.fromEntries(pairs.map((p) => [keyOf(p), p.face]));

/** The changes that a page makes, each with what takes it back. */
export const changes = {
  move: (pair, to) => ({
    edits: [{ op: "move", firm: pair.firm, buyer: pair.buyer, slot: to.slot, table: to.table }],
    back: [{ op: "move", firm: pair.firm, buyer: pair.buyer, slot: pair.from.slot, table: pair.from.table }],
    text: say("what_move", { pair: pair.name, place: to.text }), faces: faces(pair),
  }),
  add: (pair, to) => ({
    edits: [{ op: "add", firm: pair.firm, buyer: pair.buyer, slot: to.slot, table: to.table }],
    back: [{ op: "remove", firm: pair.firm, buyer: pair.buyer }],
    text: say("what_add", { pair: pair.name, place: to.text }), faces: faces(pair),
  }),
  swap: (one, other) => {
    const to = (pair, { slot, table }) => ({ op: "move", firm: pair.firm, buyer: pair.buyer, slot, table });
    return {
      edits: [to(one, other.from), to(other, one.from)], back: [to(one, one.from), to(other, other.from)],
      text: say("what_swap", { pair: one.name, who: other.name }), faces: faces(one, other),
    };
  },
  remove: (pair) => {
    const { firm, buyer } = pair;
    const back = [{ op: "add", firm, buyer, slot: pair.from.slot, table: pair.from.table }];
    if (pair.locked) back.push({ op: "lock", firm, buyer });
    return { edits: [{ op: "remove", firm, buyer }], back, text: say("what_remove", { pair: pair.name }), faces: faces(pair) };
  },
  lock: (pair) => turn(pair, "lock", "unlock"),
  unlock: (pair) => turn(pair, "unlock", "lock"),
};

function turn({ firm, buyer, name }, op, opposite) {
  return { edits: [{ op, firm, buyer }], back: [{ op: opposite, firm, buyer }], text: say(`what_${op}`, { pair: name }) };
}
