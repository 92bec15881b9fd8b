// The menu of a meeting, and the list of places: the ways to change a schedule without dragging.
import { toast } from "./toast.js";
import { announce, noticeOf, say } from "./plan-words.js";
import { board, cardOf, pairOf, timeOf } from "./board.js";
import { carried, foretell, pickUp, placesOf, putDown } from "./carry.js";
import { changes, make } from "./plan-edits.js";

const menu = document.getElementById("meeting-menu");
const dialog = document.getElementById("places-dialog");
let about; // the pair; its card may be another one when the menu closes

/** Opens the menu of a card beside it. */
export function openMenu(card) {
  const pair = about = pairOf(card);
  foretell(pair);
  document.getElementById("meeting-menu-title").textContent = pair.name;
  document.getElementById("meeting-menu-facts").textContent =
    [timeOf(card.closest("td")), ...[...card.querySelectorAll(".meet-c > *")].map((x) => x.textContent.trim())].filter(Boolean).join(" · ");
  const shown = { carry: !pair.locked, move: !pair.locked, lock: !pair.locked, unlock: pair.locked && !pair.fixed, remove: !pair.locked };
  for (const [act, yes] of Object.entries(shown)) menu.querySelector(`[data-act=${act}]`).hidden = !yes;
  document.getElementById("meeting-menu-fixed").hidden = !pair.fixed;
  menu.showPopover();
  const r = card.getBoundingClientRect();
  const left = Math.max(8, Math.min(r.left, window.innerWidth - menu.offsetWidth - 8));
  const below = r.bottom + 6 + menu.offsetHeight < window.innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? r.bottom + 6 : Math.max(8, r.top - menu.offsetHeight - 6)}px`;
  menu.querySelector("button:not([hidden])")?.focus();
}

menu.addEventListener("click", (e) => {
  const act = e.target.closest("[data-act]")?.dataset.act;
  if (!act) return;
  menu.hidePopover();
  const card = cardOf(about);
  if (!card) return; // someone else took it away meanwhile
  const pair = pairOf(card);
  card.focus();
  if (act === "carry") pickUp(pair).catch(tell);
  else if (act === "move") openPlaces(pair).catch(tell);
  else make(changes[act](pair));
});

menu.addEventListener("keydown", (e) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (!step) return;
  e.preventDefault();
  const items = [...menu.querySelectorAll("button:not([hidden])")];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
});

menu.addEventListener("toggle", (e) => {
  if (e.newState === "closed" && menu.contains(document.activeElement)) cardOf(about)?.focus();
});

const tell = (err) => toast(noticeOf(err));

board.addEventListener("click", (e) => {
  const meet = e.target.closest(".meet");
  if (carried()) {
    // What was picked up by menu or keyboard may be put down with a click; Enter, which clicks too, has its own way.
    const cell = e.target.closest("#grid td");
    if (cell && e.detail) putDown(cell).catch(tell);
    return;
  }
  if (meet) openMenu(meet);
  const add = e.target.closest("[data-add]");
  if (add) openPlaces(pairOf(add.closest(".left"))).catch(tell);
});

/** Lists every slot: where a pair may meet, the free tables; elsewhere, why not. */
async function openPlaces(pair) {
  const places = await placesOf(pair);
  document.getElementById("places-title").textContent = pair.from ? say("move_title", { pair: pair.name }) : say("add_title", { pair: pair.name });
  const list = document.getElementById("places-list");
  list.replaceChildren(...places.map((p) => entry(pair, p)));
  dialog.showModal();
  (list.querySelector("button") ?? dialog.querySelector("[data-closes]")).focus();
  if (!list.querySelector("button")) announce(say("nowhere"));
}

function entry(pair, place) {
  const item = document.createElement("li");
  const time = document.createElement("span");
  time.textContent = place.time;
  item.append(time);
  const may = !place.why.length && place.tables.length;
  const rest = document.createElement("span");
  item.append(rest);
  if (!may) {
    item.className = "place-not";
    rest.textContent = place.why.join(" ") || say("full");
    return item;
  }
  rest.className = "place-tables";
  for (const table of place.tables) {
    const here = pair.from && pair.from.slot === place.slot && pair.from.table === table;
    const button = document.createElement("button");
    button.className = "button";
    button.type = "button";
    button.textContent = table;
    button.setAttribute("aria-label", `${place.time}, ${say("table", { name: table })}`);
    button.disabled = here;
    button.addEventListener("click", async () => {
      dialog.close();
      const to = { slot: place.slot, table, text: `${place.time}, ${say("table", { name: table })}` };
      const going = make(pair.from ? changes.move(pair, to) : changes.add(pair, to));
      cardOf(pair)?.focus();
      await going;
    });
    rest.append(button);
  }
  return item;
}

