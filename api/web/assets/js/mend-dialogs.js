// The two dialogs of the page of what happened: what it was, of somebody who was picked, and somebody who was not expected.
const data = JSON.parse(document.getElementById("mend-data").textContent);
const dialog = document.getElementById("mend-what");
const form = document.getElementById("mend-what-form");
const fresh = document.getElementById("mend-new-form");

let item;
let done;

const number = (text) => (text === "" ? undefined : Number(text));

function options(select, entries) {
  select.replaceChildren(...entries.map(([value, text]) => new Option(text, value)));
}

/** Those that the other side could be: [id, name]. */
function others(list, side) {
  return [...list.querySelectorAll(`[data-side="${side === "firm" ? "buyer" : "firm"}"]`)].map((b) => [b.dataset.who, b.dataset.name]);
}

/** Asks what happened to the one of an entry of the list, and hands the answer on. */
export function chooser(entry, list, add) {
  item = entry.dataset;
  done = add;
  const meetings = data.meetings[item.who] ?? [];
  document.getElementById("mend-what-title").textContent = item.name;
  for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(item.of);
  for (const part of form.querySelectorAll("[data-meets]")) part.hidden ||= item.of !== "company" || meetings.length === 0;
  for (const part of form.querySelectorAll("[data-is-away]")) part.hidden ||= !("away" in item);
  options(form.elements.meeting, meetings.map((m) => [m.with, m.text]));
  options(form.elements.partner, item.of === "company" ? others(list, item.side) : []);
  const shown = [...form.querySelectorAll(".mend-kinds label:not([hidden]) input")];
  shown[0].checked = true;
  follow();
  dialog.showModal();
  shown[0].focus();
}

const kind = () => form.querySelector(".mend-kinds label:not([hidden]) input:checked")?.value;

function follow() {
  for (const part of form.querySelectorAll("[data-kind]")) part.hidden = part.dataset.kind !== kind();
}

form.addEventListener("change", follow);
form.addEventListener("submit", () => {
  const { of, who } = item;
  const value = (name) => form.elements[name].value;
  switch (kind()) {
    case "all": {
      const [from, until] = (form.elements.day?.value ?? "").split("-");
      return done({ kind: "away", of, who, from: number(from), until: number(until ?? "") });
    }
    case "late":
      return done({ kind: "away", of, who, until: number(value("until")) });
    case "leaves":
      return done({ kind: "away", of, who, from: number(value("from")) });
    case "back":
      return done({ kind: "back", of, who });
    case "cancel":
      return done({ kind: "cancel", who, with: value("meeting") });
    default:
      return done({ kind: "want", who, with: value("partner") });
  }
});

/** Has the form of newcomers hand on what it is filled with. */
export function newcomer(list, add) {
  const side = () => fresh.querySelector("[name=side]:checked").value;
  const turn = () => {
    for (const part of fresh.querySelectorAll("[data-side]")) part.hidden = part.dataset.side !== side();
    options(fresh.elements.wants, [["", "–"], ...others(list, side())]);
  };
  for (const choice of fresh.querySelectorAll("[name=side]")) choice.addEventListener("change", turn);
  turn();
  fresh.addEventListener("submit", () => {
    const all = new FormData(fresh);
    const text = (name) => all.get(name).trim() || undefined;
    add({
      kind: "walk_in", from: number(all.get("from")),
      new: {
        firm: side() === "firm" || undefined, name: text("name"), text: text("text"), wants: text("wants"),
        country: side() === "buyer" ? text("country")?.toUpperCase() : undefined, sectors: all.getAll("sectors"), languages: all.getAll("languages"),
      },
    });
    fresh.reset();
    turn();
  });
}
