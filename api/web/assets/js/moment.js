// Moments are written in the reader's own time zone, which the server does not know, and with its name.
const language = document.documentElement.lang;
const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { year: "numeric", month: language === "en" ? "short" : "numeric", day: "numeric" });
const hour = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });

/** Writes a moment as the timetables do: the day, the hour of 24, and at the end the zone. */
function moment(at) {
  const part = Object.fromEntries(hour.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${day.format(at)} ${part.hour}:${part.minute} ${part.timeZoneName}`;
}

/** Writes the moments within an element. */
export function writeMoments(within) {
  for (const time of within.querySelectorAll("time[data-moment]")) {
    time.textContent = moment(new Date(time.dateTime));
    time.removeAttribute("data-moment");
  }
}

writeMoments(document);
document.addEventListener("board:shown", () => writeMoments(document));
