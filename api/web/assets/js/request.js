// Requests of scripts. A fault becomes an Error whose notice says in the reader's language what is and what to do.
const token = document.querySelector('meta[name="csrf"]')?.content ?? "";

export class Fault extends Error {
  constructor(status, notice) {
    super(notice.text);
    this.status = status;
    this.notice = notice;
  }
}

/** Asks the server. Options are those of fetch; `form` is an object that is sent as a form. */
export async function ask(url, { form, headers, ...options } = {}) {
  if (form) options = { method: "POST", body: new URLSearchParams(form), ...options };
  let answer;
  try {
    answer = await fetch(url, { ...options, headers: { Accept: "application/json", "X-CSRF-Token": token, ...headers } });
  } catch (err) {
    if (err.name === "AbortError") throw err;
    throw new Fault(0, { kind: "bad", text: document.body.dataset.sayLost });
  }
  if (answer.ok) return answer;
  const notice = await answer.json().catch(() => ({ kind: "bad", text: document.body.dataset.sayLost }));
  throw new Fault(answer.status, notice);
}
