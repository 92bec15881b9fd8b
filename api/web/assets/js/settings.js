// The settings: slots made from a day and its hours, and a word of warning before what was written is left behind.
for (const form of document.querySelectorAll("[data-session-form]")) {
  const field = (name) => form.querySelector(`[data-slot-${name}]`);
  const slots = form.querySelector("[data-slots]");
  const day = field("day");
  day.value = slots.value.trim().split("\n").at(-1).slice(0, 10);
  field("make").addEventListener("click", () => {
    const made = make(day.value, minutesOf(field("from")), minutesOf(field("until")), Number(field("minutes").value), {
      from: minutesOf(field("pause-from")), until: minutesOf(field("pause-until")),
    });
    const kept = slots.value.split("\n").filter((line) => line.trim() && !line.startsWith(day.value));
    slots.value = `${[...kept, ...made].sort().join("\n")}\n`;
    slots.dispatchEvent(new Event("input", { bubbles: true }));
    slots.focus();
  });
}

function minutesOf(input) {
  const [hours, minutes] = input.value.split(":").map(Number);
  return Number.isNaN(hours) ? undefined : hours * 60 + minutes;
}

/** The slots of a day, one a line, of a length in minutes, none inside the pause. */
function make(day, from, until, length, pause) {
  const out = [];
  if (!day || from === undefined || until === undefined || !(length > 0)) return out;
  for (let start = from; start + length <= until;) {
    const end = start + length;
    if (pause.from !== undefined && pause.until !== undefined && start < pause.until && end > pause.from) {
      start = pause.until;
      continue;
    }
    out.push(`${day} ${clock(start)}-${clock(end)}`);
    start = end;
  }
  return out;
}

const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

for (const form of document.querySelectorAll("[data-unsaved]")) {
  let dirty = false;
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", () => { dirty = false; });
  window.addEventListener("beforeunload", (e) => { if (dirty) e.preventDefault(); });
}
