// The sentences that the scripts of the schedule page say, in the reader's language, from the page.
const words = JSON.parse(document.getElementById("words").textContent);

/** Says a sentence with its places filled in: say("taken", { who: "…" }) fills {who}. */
export function say(id, places = {}) {
  return (words[id] ?? id).replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

const voice = document.getElementById("say");

/** Has a screen reader read a text at once. */
export function announce(text) {
  voice.textContent = "";
  requestAnimationFrame(() => { voice.textContent = text; });
}

/** The notice of a fault: of a Fault its own, of any other error its text. */
export const noticeOf = (err) => err.notice ?? { kind: "bad", text: String(err) };

const language = document.documentElement.lang;

/** Writes a number with so many digits after the point, as the reader's language does. */
export function number(x, digits = 0) {
  return x.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Writes a share as per cent, rounded up so that it never claims too much. */
export function percent(share) {
  return Math.max(0, Math.ceil(share * 1e4 - 1e-9) / 1e4).toLocaleString(language, { style: "percent", maximumFractionDigits: 2 });
}
