// Changes of meetings by hand, and how they are taken back. Each is sent with the version of the board it was made on; when
// someone else was first, the organizer is told, and the change waits to be made again on what is there now.
import { ask, Fault } from "./request.js";
import { toast } from "./toast.js";
import { announce, say } from "./plan-words.js";
import { refresh, show, state, version } from "./board.js";

// What can be undone and redone, kept while the tab is open, a run for itself. An entry has `edits` and the `back` that takes them
// back, and `text` to name it.
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

/** Resolves when no change is on its way any more. */
export const settled = () => sending;

/** Makes a change { edits, back, text }; resolves to whether it was made. */
export function make(change) {
  return send(change.edits, change, () => { done.push(change); undone = []; });
}

export function undo() {
  const change = done.at(-1);
  if (!change) return Promise.resolve(false);
  return send(change.back, change, () => { undone.push(done.pop()); }, "undone");
}

export function redo() {
  const change = undone.at(-1);
  if (!change) return Promise.resolve(false);
  return send(change.edits, change, () => { done.push(undone.pop()); }, "redone");
}

function send(edits, change, record, word = "done") {
  const work = sending.then(async () => {
    const { session, view, day, edit } = state();
    try {
      const answer = await ask(edit, {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ version: version(), session, view, day, edits: edits.map((e) => ({ session, ...e })) }),
      });
      record();
      show(await answer.text());
      announce(say(word, { what: change.text }));
      return true;
    } catch (err) {
      if (!(err instanceof Fault)) throw err;
      await refused(err, edits, change, record, word);
      return false;
    }
  });
  sending = work.catch(() => {});
  return work;
}

async function refused(fault, edits, change, record, word) {
  if (fault.status !== 412) {
    toast({ ...fault.notice, text: say("not_done", { what: change.text }), lines: fault.notice.lines ?? [fault.notice.text] });
    return;
  }
  await refresh();
  toast({ kind: "warn", text: say("stale", { what: change.text }), help: say("stale_help") },
    { text: say("stale_again"), do: () => send(edits, change, record, word) });
}

/** The changes that a page makes, each with what takes it back. */
export const changes = {
  move: (pair, to) => ({
    edits: [{ op: "move", firm: pair.firm, buyer: pair.buyer, slot: to.slot, table: to.table }],
    back: [{ op: "move", firm: pair.firm, buyer: pair.buyer, slot: pair.from.slot, table: pair.from.table }],
    text: say("what_move", { pair: pair.name, place: to.text }),
  }),
  add: (pair, to) => ({
    edits: [{ op: "add", firm: pair.firm, buyer: pair.buyer, slot: to.slot, table: to.table }],
    back: [{ op: "remove", firm: pair.firm, buyer: pair.buyer }],
    text: say("what_add", { pair: pair.name, place: to.text }),
  }),
  swap: (one, other) => {
    const to = (pair, { slot, table }) => ({ op: "move", firm: pair.firm, buyer: pair.buyer, slot, table });
    return {
      edits: [to(one, other.from), to(other, one.from)], back: [to(one, one.from), to(other, other.from)],
      text: say("what_swap", { pair: one.name, who: other.name }),
    };
  },
  remove: (pair) => {
    const { firm, buyer } = pair;
    const back = [{ op: "add", firm, buyer, slot: pair.from.slot, table: pair.from.table }];
    if (pair.locked) back.push({ op: "lock", firm, buyer });
    return { edits: [{ op: "remove", firm, buyer }], back, text: say("what_remove", { pair: pair.name }) };
  },
  lock: (pair) => turn(pair, "lock", "unlock"),
  unlock: (pair) => turn(pair, "unlock", "lock"),
};

function turn({ firm, buyer, name }, op, opposite) {
  return { edits: [{ op, firm, buyer }], back: [{ op: opposite, firm, buyer }], text: say(`what_${op}`, { pair: name }) };
}
