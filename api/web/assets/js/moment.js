// Moments are written in the reader's own time zone, which the server does not know, and with its name.
const language = document.documentElement.lang;
const short = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" };

/** Writes the moments within an element. */
export function writeMoments(within) {
  for (const time of within.querySelectorAll("time[data-moment]")) {
    time.textContent = new Date(time.dateTime).toLocaleString(language, short);
    time.removeAttribute("data-moment");
  }
}

writeMoments(document);
document.addEventListener("board:shown", () => writeMoments(document));
