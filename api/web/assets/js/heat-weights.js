// The sliders of the weights, shut at first where they would push the map out of the window. While one moves, `on.move(weights)` is called at most once a frame; null stands for the event's own.
import { ask } from "./request.js";

export class Weights {
  constructor(root, url, on) {
    this.form = root.querySelector("[data-weights-form]");
    if (!this.form) return;
    this.url = url;
    this.on = on;
    this.sliders = [...this.form.querySelectorAll("input[type=range]")];
    this.save = this.form.querySelector("[data-weights-save]");
    this.undo = this.form.querySelector("[data-weights-undo]");
    this.state = this.form.querySelector("[data-weights-state]");
    if (window.matchMedia("(max-width: 48rem), (max-height: 60rem)").matches) root.querySelector("[data-weights]").open = false;
    this.form.addEventListener("input", () => this.moved());
    this.form.addEventListener("reset", () => setTimeout(() => this.moved()));
    this.form.addEventListener("submit", (e) => { e.preventDefault(); this.keep(); });
    this.form.querySelector("[data-weights-default]").addEventListener("click", () => {
      for (const s of this.sliders) s.value = s.dataset.default;
      this.moved();
    });
    this.shares();
  }

  /** The weights as parameters of a request; empty while they are those of the event. */
  get asked() {
    if (!this.form || !this.changed) return {};
    return Object.fromEntries(this.sliders.map((s) => [s.name, s.value]));
  }

  get changed() {
    return this.sliders.some((s) => s.value !== s.defaultValue);
  }

  /** Takes over what the weights of the event are now, and says whether others changed them under unsaved sliders. */
  sync(weights) {
    if (!this.form) return false;
    const unsaved = this.changed;
    let theirs = false;
    for (const s of this.sliders) {
      const now = String(weights[s.name.slice(2)]);
      if (s.defaultValue === now) continue;
      theirs = true;
      s.max = Math.max(Number(s.max), Number(now));
      if (!unsaved) s.value = now;
      s.defaultValue = now;
    }
    if (theirs) this.shares();
    return theirs && unsaved && this.changed;
  }

  moved() {
    this.shares();
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.on.move(); });
  }

  shares() {
    const sum = this.sliders.reduce((n, s) => n + Number(s.value), 0) || 1;
    const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
    for (const s of this.sliders) {
      const share = percent.format(Number(s.value) / sum);
      s.closest(".weight").querySelector("[data-weight-share]").textContent = share;
      s.setAttribute("aria-valuetext", share);
    }
    this.save.disabled = this.undo.disabled = !this.changed;
    this.state.textContent = this.changed ? this.state.dataset.sayUnsaved : "";
  }

  async keep() {
    this.save.disabled = true;
    try {
      const form = { ...this.asked, version: this.on.version() };
      const { version } = await (await ask(this.url, { form })).json();
      for (const s of this.sliders) s.defaultValue = s.value;
      this.shares();
      this.on.saved(version);
    } catch (fault) {
      this.save.disabled = false;
      this.on.failed(fault);
    }
  }
}
