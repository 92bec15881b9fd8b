// Short messages at the edge of the page. The box is a live region, so they are read out as well.
const box = document.getElementById("toasts");

/**
 * Shows a notice: { kind, text, help, lines }, with an optional action { text, do }. Bad ones stay until they are closed; what went
 * well takes the place of what went well before, lest quick work be buried under praise.
 */
export function toast(notice, action) {
  if (notice.kind === "good") for (const old of box.querySelectorAll(".notice-good")) old.remove();
  const item = document.createElement("div");
  item.className = `notice notice-${notice.kind}`;
  const body = document.createElement("div");
  body.append(line("strong", notice.text));
  if (notice.help) body.append(line("p", notice.help));
  for (const text of notice.lines ?? []) body.append(line("p", text));
  if (action) {
    const button = line("button", action.text);
    button.className = "button";
    button.addEventListener("click", () => { item.remove(); action.do(); });
    body.append(button);
  }
  item.append(body, closer(item));
  box.append(item);
  if (notice.kind !== "bad" && !action) setTimeout(() => item.remove(), 4000);
  return item;
}

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function closer(item) {
  const button = line("button", "×");
  button.className = "button button-quiet button-icon";
  button.type = "button";
  button.setAttribute("aria-label", document.body.dataset.sayClose);
  button.addEventListener("click", () => item.remove());
  return button;
}

// Notices that the server put here (answers of htmx) get their closing button too.
new MutationObserver((changes) => {
  for (const added of changes.flatMap((c) => [...c.addedNodes])) {
    if (added.matches?.(".notice") && !added.querySelector(".button-icon")) added.append(closer(added));
  }
}).observe(box, { childList: true });
