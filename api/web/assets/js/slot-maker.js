// Slots of a session: made from days, hours, length, gap and lunch, shown before they are taken over; and how the list reads, day by day.
const line = /^(\d{4}-\d{1,2}-\d{1,2})\s+(\d{1,2}:\d{2})\s*[-–—~〜]\s*(\d{1,2}:\d{2})$/;

/** Connects the maker and the preview of a form. */
export function connect(form) {
  const maker = form.querySelector("[data-slot-maker]");
  const slots = form.querySelector("[name='slots']");
  const preview = form.querySelector("[data-slots-preview]");
  if (!maker || !slots) return;
  const say = maker.dataset;
  const field = (name) => maker.querySelector(`[data-slot-${name}]`);
  begin(field, slots.value);

  const asked = () => ({
    days: days(field("day").value, field("last-day").value || field("day").value),
    from: minutes(field("from").value), until: minutes(field("until").value), length: Number(field("minutes").value), gap: Number(field("gap").value),
    lunch: minutes(field("lunch").value), resume: minutes(field("resume").value),
  });
  const show = () => {
    const made = make(asked());
    field("made").textContent = made.length ? told(made, say) : say.sayNone;
    field("make").disabled = made.length === 0;
  };
  maker.addEventListener("input", (e) => { e.stopPropagation(); show(); }); // what is asked of the maker is not part of the form
  field("make").addEventListener("click", () => {
    const { days: replaced } = asked();
    const kept = slots.value.split("\n").filter((l) => l.trim() && !replaced.includes((line.exec(l.trim()) ?? [])[1]));
    slots.value = `${[...kept, ...make(asked())].sort().join("\n")}\n`;
    slots.dispatchEvent(new Event("input", { bubbles: true }));
    slots.focus();
  });
  slots.addEventListener("input", () => draw(preview, slots, say));
  draw(preview, slots, say);
  show();
}

/** Fills the maker with what the list has: its days, hours, the length and gap of its first slots, and its longest pause as lunch. */
function begin(field, text) {
  const list = text.split("\n").map((l) => line.exec(l.trim())).filter(Boolean);
  if (!list.length) return;
  field("day").value = list[0][1];
  field("last-day").value = list.at(-1)[1];
  const day = list.filter(([, name]) => name === list[0][1]).map(([, , from, until]) => [minutes(from), minutes(until)]);
  const pauses = day.slice(1).map(([from], i) => [from - day[i][1], day[i][1], from]);
  const lunch = pauses.reduce((a, b) => (b[0] > a[0] ? b : a), [0, 0, 0]);
  field("from").value = clock(day[0][0]);
  field("until").value = clock(day.at(-1)[1] % 1440);
  field("minutes").value = day[0][1] - day[0][0];
  field("gap").value = pauses.length ? Math.max(0, Math.min(...pauses.map(([n]) => n))) : 0;
  field("lunch").value = lunch[0] > Number(field("gap").value) ? clock(lunch[1]) : "";
  field("resume").value = lunch[0] > Number(field("gap").value) ? clock(lunch[2]) : "";
}

/** The slots of some days, a line each, of a length in minutes, with a gap after each, none in the lunch break. */
function make({ days: list, from, until, length, gap, lunch, resume }) {
  const out = [];
  if (from === undefined || until === undefined || !(length >= 1) || !(gap >= 0)) return out;
  for (const day of list) {
    for (let start = from; start + length <= until;) {
      const end = start + length;
      if (lunch !== undefined && resume > lunch && start < resume && end > lunch) {
        start = resume;
        continue;
      }
      out.push(`${day} ${clock(start)}-${clock(end)}`);
      start = end + gap;
    }
  }
  return out;
}

/** The days from one to another, at most two months of them. */
function days(first, last) {
  const out = [];
  for (let day = new Date(`${first}T00:00:00Z`); !Number.isNaN(day.valueOf()) && out.length < 62; day = new Date(day.valueOf() + 86400000)) {
    const name = day.toISOString().slice(0, 10);
    if (name > last) break;
    out.push(name);
  }
  return out;
}

function minutes(text) {
  const [hours, rest] = text.split(":").map(Number);
  return text === "" || Number.isNaN(rest) ? undefined : hours * 60 + rest;
}

const clock = (at) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;

/** How many slots a list has, in a sentence. */
function told(lines, say) {
  const names = new Set(lines.map((l) => l.slice(0, 10)));
  return say.sayCount.replace("{n}", lines.length).replace("{days}", names.size).replace("{from}", lines[0].slice(11, 16)).replace("{until}", lines.at(-1).slice(-5));
}

/** Draws the slots day by day, as they follow each other. */
function draw(preview, slots, say) {
  const byDay = new Map();
  const wrong = [];
  slots.value.split("\n").forEach((text, i) => {
    if (!text.trim()) return;
    const m = line.exec(text.trim());
    if (!m) wrong.push(i + 1);
    else byDay.set(m[1], [...(byDay.get(m[1]) ?? []), [minutes(m[2]), minutes(m[3])]]);
  });
  const parts = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, list]) => dayOf(day, list, say));
  if (wrong.length) parts.unshift(element("p", "slots-wrong", say.sayWrong.replace("{lines}", wrong.join(", "))));
  if (!parts.length) parts.push(element("p", "soft", say.sayNone));
  preview.replaceChildren(...parts);
}

function dayOf(day, list, say) {
  list.sort(([a], [b]) => a - b);
  const title = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day.replace(/-(\d)(?!\d)/g, "-0$1")}T00:00:00Z`));
  const box = element("div", "slots-day", "");
  box.append(element("p", "label", `${title} · ${list.length}`));
  const chips = element("p", "slots-chips", "");
  list.forEach(([from, until], i) => {
    const before = list[i - 1]?.[1];
    if (before !== undefined && from > before) chips.append(element("span", "slots-pause", say.sayPause.replace("{n}", from - before)));
    const chip = element("span", before !== undefined && from < before ? "badge badge-bad" : "badge", `${clock(from)}–${clock(until)}`);
    if (before !== undefined && from < before) chip.title = say.sayOverlap;
    chips.append(chip, " ");
  });
  box.append(chips);
  return box;
}

function element(name, classes, text) {
  const e = document.createElement(name);
  e.className = classes;
  e.textContent = text;
  return e;
}
