// The heat map: drawn on a canvas that shows what is in view, so that a hundred thousand pairs scroll as smoothly as three
// hundred. Beside the canvas there is a grid of one cell, which the keyboard moves and screen readers read.
import { Palette } from "./heat-palette.js";
import { Labels } from "./heat-labels.js";
import { inCell } from "./heat-score.js";

export class HeatMap {
  /** `root` holds the elements marked data-heat-…; `on` is { pick(row, col), focus(row, col), key(event, row, col) }. */
  constructor(root, on) {
    const part = (name) => root.querySelector(`[data-heat-${name}]`);
    this.root = root;
    this.on = on;
    this.scroll = part("scroll");
    this.space = part("space");
    this.canvas = part("canvas");
    this.grid = part("grid");
    this.pen = this.canvas.getContext("2d", { alpha: false });
    this.at = { row: 0, col: 0 };
    this.palette = new Palette(root);
    this.labels = new Labels(this.pen);
    this.scroll.addEventListener("scroll", () => this.redraw(), { passive: true });
    new ResizeObserver(() => this.layout()).observe(this.scroll);
    document.addEventListener("sangdam:theme", () => this.repaint());
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
    document.fonts.ready.then(() => { this.labels.forget(); this.layout(); });
    this.canvas.addEventListener("click", (e) => this.clicked(e));
    this.canvas.addEventListener("pointermove", (e) => this.hovered(e));
    this.grid.addEventListener("keydown", (e) => this.typed(e));
    this.grid.addEventListener("focus", () => { this.tell(); this.redraw(); });
    this.grid.addEventListener("blur", () => this.redraw());
  }

  /** What is shown: names of rows and columns, value(row, col), marks(row, col) as text, and describe(row, col) for readers. */
  set(data) {
    const same = this.data && data.rows.length === this.data.rows.length && data.cols.length === this.data.cols.length;
    this.data = data;
    this.at = { row: Math.min(this.at.row, data.rows.length - 1), col: Math.min(this.at.col, data.cols.length - 1) };
    if (this.at.row < 0 || this.at.col < 0) this.at = { row: 0, col: 0 };
    this.grid.setAttribute("aria-rowcount", data.rows.length);
    this.grid.setAttribute("aria-colcount", data.cols.length);
    if (same && this.size) this.redraw();
    else this.layout();
    this.tell();
  }

  repaint() {
    this.palette.read();
    this.redraw();
  }

  layout() {
    if (!this.data || !this.scroll.clientWidth) return;
    const { rows, cols } = this.data;
    const wide = this.scroll.clientWidth;
    const head = Math.round(Math.max(120, Math.min(220, wide * 0.26)));
    const col = Math.max(28, Math.min(104, Math.floor((wide - head) / Math.max(1, cols.length))));
    const row = rows.length > 80 ? 26 : wide < 480 ? 52 : 40;
    const top = this.labels.measureTop(cols, col);
    this.size = { head, col, row, top };
    const full = top + rows.length * row;
    const limit = Math.min(704, window.innerHeight * 0.72);
    this.scroll.style.height = `${Math.max(200, Math.min(full + 16, limit))}px`;
    this.space.style.width = `${head + cols.length * col}px`;
    this.space.style.height = `${full}px`;
    const ratio = window.devicePixelRatio || 1;
    const w = Math.min(this.scroll.clientWidth, head + cols.length * col);
    const h = this.scroll.clientHeight;
    this.canvas.width = w * ratio;
    this.canvas.height = h * ratio;
    this.canvas.style.width = `${w}px`;
    this.canvas.style.height = `${h}px`;
    this.view = { w, h, ratio };
    this.draw();
  }

  redraw() {
    this.asked ??= requestAnimationFrame(() => { this.asked = undefined; this.draw(); });
  }

  draw() {
    if (!this.data || !this.view) return;
    const { pen, size, view, palette, data } = this;
    const x0 = this.scroll.scrollLeft;
    const y0 = this.scroll.scrollTop;
    pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    pen.fillStyle = palette.surface;
    pen.fillRect(0, 0, view.w, view.h);
    const cols = span(x0, view.w - size.head, size.col, data.cols.length);
    const rows = span(y0, view.h - size.top, size.row, data.rows.length);
    const numbers = size.col >= (size.row < 40 ? 56 : 34); // in low rows they stand between the marks
    pen.textBaseline = "middle";
    pen.textAlign = "center";
    for (let r = rows.from; r < rows.to; r++) {
      const y = size.top + r * size.row - y0;
      for (let c = cols.from; c < cols.to; c++) this.cell(r, c, size.head + c * size.col - x0, y, numbers);
    }
    this.labels.drawTop(data.cols, cols, size, x0, palette, this.at.col, view);
    this.labels.drawSide(data.rows, rows, size, y0, palette, this.at.row, view);
    this.cursor(x0, y0);
    this.root.dataset.drawn = String(Number(this.root.dataset.drawn ?? 0) + 1);
  }

  cell(r, c, x, y, numbers) {
    const { pen, size, palette, data } = this;
    const value = data.value(r, c);
    const w = size.col - 1;
    const h = size.row - 1;
    if (value < 0) {
      pen.fillStyle = palette.out;
      pen.fillRect(x, y, w, h);
      palette.hatch(pen, x, y, w, h);
    } else {
      const shade = palette.shade(value);
      pen.fillStyle = shade.fill;
      pen.fillRect(x, y, w, h);
      if (numbers) {
        pen.fillStyle = shade.ink;
        pen.font = this.labels.number;
        pen.fillText(inCell(value), x + w / 2, y + h / 2 + 1);
      }
    }
    const marks = data.marks(r, c);
    if (!marks) return;
    pen.fillStyle = value < 0 ? palette.ink : palette.shade(value).ink;
    pen.font = this.labels.mark;
    if (marks[0]) pen.fillText(marks[0], x + 8, y + 8);
    if (marks[1]) pen.fillText(marks[1], x + w - 8, y + 8);
  }

  cursor(x0, y0) {
    const { pen, size, palette, view } = this;
    const x = size.head + this.at.col * size.col - x0;
    const y = size.top + this.at.row * size.row - y0;
    if (x < size.head - 1 || y < size.top - 1 || x > view.w || y > view.h || !this.data.rows.length) return;
    const focused = document.activeElement === this.grid;
    pen.lineWidth = focused ? 3 : 2;
    pen.strokeStyle = focused ? palette.focus : palette.ink;
    pen.strokeRect(x + 1, y + 1, size.col - 3, size.row - 3);
  }

  /** The cell under a pointer, or undefined. */
  under(e) {
    if (!this.data || !this.size) return undefined;
    const box = this.canvas.getBoundingClientRect();
    const x = e.clientX - box.left;
    const y = e.clientY - box.top;
    if (x < this.size.head || y < this.size.top) return undefined;
    const col = Math.floor((x - this.size.head + this.scroll.scrollLeft) / this.size.col);
    const row = Math.floor((y - this.size.top + this.scroll.scrollTop) / this.size.row);
    return row < this.data.rows.length && col < this.data.cols.length ? { row, col } : undefined;
  }

  clicked(e) {
    const found = this.under(e);
    if (!found) return;
    this.at = found;
    this.grid.focus({ preventScroll: true });
    this.tell();
    this.redraw();
    this.on.pick(found.row, found.col);
  }

  hovered(e) {
    const found = this.under(e) ?? this.at;
    if (this.data.rows.length) this.on.focus(found.row, found.col);
  }

  typed(e) {
    const { rows, cols } = this.data;
    const page = Math.max(1, Math.floor((this.view.h - this.size.top) / this.size.row) - 1);
    const moves = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-page, 0], PageDown: [page, 0],
      Home: [e.ctrlKey ? -rows.length : 0, -cols.length], End: [e.ctrlKey ? rows.length : 0, cols.length],
    };
    const move = moves[e.key];
    if (move) {
      this.at.row = Math.max(0, Math.min(rows.length - 1, this.at.row + move[0]));
      this.at.col = Math.max(0, Math.min(cols.length - 1, this.at.col + move[1]));
      this.reveal();
      this.tell();
      this.redraw();
    } else if (e.key === "Enter" || e.key === " ") {
      this.on.pick(this.at.row, this.at.col);
    } else if (!this.on.key(e, this.at.row, this.at.col)) {
      return;
    }
    e.preventDefault();
  }

  reveal() {
    const { size, scroll, view } = this;
    const x = this.at.col * size.col;
    const y = this.at.row * size.row;
    scroll.scrollLeft = Math.min(x, Math.max(scroll.scrollLeft, x + size.col - (view.w - size.head)));
    scroll.scrollTop = Math.min(y, Math.max(scroll.scrollTop, y + size.row - (view.h - size.top)));
  }

  /** Says in the grid of one cell where the cursor is. */
  tell() {
    const { row, col } = this.at;
    if (!this.data?.rows.length || !this.data.cols.length) return;
    const cell = this.grid.querySelector("[data-heat-cell]");
    this.grid.querySelector("[data-heat-row]").setAttribute("aria-rowindex", row + 1);
    cell.setAttribute("aria-colindex", col + 1);
    this.grid.querySelector("[data-heat-header]").textContent = this.data.rows[row];
    cell.textContent = this.data.describe(row, col);
    this.grid.setAttribute("aria-activedescendant", cell.id);
    this.on.focus(row, col);
  }
}

// The places in view: of `count` things of a size, scrolled by `start`, in a window of `length`.
function span(start, length, size, count) {
  return { from: Math.max(0, Math.floor(start / size)), to: Math.min(count, Math.ceil((start + length) / size)) };
}
