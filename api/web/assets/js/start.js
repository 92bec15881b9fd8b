// Bringing in a file: dropped or chosen, it is sent at once, and what was found appears below.
import { show } from "./part.js";
import { ask } from "./request.js";
import { toast } from "./toast.js";

const form = document.querySelector("[data-import]");
const result = document.querySelector("[data-import-result]");

if (form) {
  const file = form.elements.file;
  const name = form.querySelector("[data-import-name]");

  form.querySelector("[data-import-choose]").addEventListener("click", () => file.click());
  file.addEventListener("change", () => { if (file.files.length) form.requestSubmit(); });

  // The whole page takes a dropped file, so that a near miss does not open it in the browser.
  document.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
  document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (e) => {
    e.preventDefault();
    form.classList.remove("over");
    if (!e.dataTransfer.files.length) return;
    file.files = e.dataTransfer.files;
    form.requestSubmit();
  });

  form.addEventListener("submit", async (e) => {
    if (e.submitter?.dataset.plain !== undefined) return; // a file comes back, the page stays
    e.preventDefault();
    name.textContent = `${name.dataset.sayReading} ${file.files[0]?.name ?? ""}`;
    try {
      const answer = await ask(form.action, { method: "POST", body: new FormData(form, e.submitter) });
      if (answer.headers.get("content-type").startsWith("application/json")) {
        location.assign((await answer.json()).go);
        return;
      }
      show(result, await answer.text());
      result.focus();
      result.scrollIntoView({ block: "nearest" });
    } catch (fault) {
      toast(fault.notice ?? { kind: "bad", text: String(fault) });
    }
    name.textContent = file.files[0]?.name ?? "";
  });

  result.addEventListener("click", (e) => {
    if (!e.target.closest("[data-import-cancel]")) return;
    result.replaceChildren();
    form.reset();
    name.textContent = "";
    form.querySelector("[data-import-choose]").focus();
  });
  // The same file chosen again, corrected in between, is a change as well.
  file.addEventListener("click", () => { if (!result.contains(document.activeElement)) file.value = ""; });
}
