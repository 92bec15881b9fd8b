// The names at the edges of the heat map: wrapped where there is room, turned where a word is wider than its column.
const family = getComputedStyle(document.documentElement).fontFamily;
const plain = `13px ${family}`;
const bold = `600 13px ${family}`;
const turnedLength = 208;

export class Labels {
  number = `600 13px ${family}`;
  mark = `600 11px ${family}`;

  constructor(pen) {
    this.pen = pen;
    this.forget();
  }

  forget() {
    this.cut = new Map();
  }

  /** Chooses how the columns are named and returns the height of their names. */
  measureTop(names, width) {
    this.pen.font = bold;
    const words = names.flatMap((n) => n.split(/\s+/));
    this.turned = words.some((w) => this.pen.measureText(w).width > width - 10);
    if (this.turned) {
      const longest = Math.max(0, ...names.map((n) => this.pen.measureText(n).width));
      return Math.ceil(Math.min(turnedLength, longest)) + 24;
    }
    const lines = Math.max(1, ...names.map((n) => this.wrap(n, width - 10, 4).length));
    return lines * 16 + 18;
  }

  drawTop(names, seen, size, x0, palette, at, view) {
    const { pen } = this;
    pen.fillStyle = palette.surface;
    pen.fillRect(0, 0, view.w, size.top - 1);
    pen.save();
    pen.beginPath();
    pen.rect(size.head, 0, view.w - size.head, size.top);
    pen.clip();
    for (let c = seen.from; c < seen.to; c++) {
      const x = size.head + c * size.col - x0;
      pen.fillStyle = c === at ? palette.accent : palette.ink;
      pen.font = c === at ? bold : plain;
      if (this.turned) {
        pen.save();
        pen.translate(x + size.col / 2, size.top - 8);
        pen.rotate(-Math.PI / 2);
        pen.textAlign = "left";
        pen.fillText(this.fit(names[c], turnedLength), 0, 0);
        pen.restore();
      } else {
        pen.textAlign = "center";
        const lines = this.wrap(names[c], size.col - 10, 4);
        lines.forEach((text, i) => pen.fillText(text, x + size.col / 2, size.top - 16 - (lines.length - 1 - i) * 16));
      }
    }
    pen.restore();
  }

  drawSide(names, seen, size, y0, palette, at, view) {
    const { pen } = this;
    pen.fillStyle = palette.surface;
    pen.fillRect(0, size.top - 1, size.head - 1, view.h);
    pen.fillRect(0, 0, size.head - 1, size.top);
    pen.save();
    pen.beginPath();
    pen.rect(0, size.top, size.head - 4, view.h);
    pen.clip();
    pen.textAlign = "left";
    for (let r = seen.from; r < seen.to; r++) {
      const y = size.top + r * size.row - y0;
      pen.fillStyle = r === at ? palette.accent : palette.ink;
      pen.font = r === at ? bold : plain;
      const lines = this.wrap(names[r], size.head - 18, Math.max(1, Math.floor((size.row - 4) / 16)));
      lines.forEach((text, i) => pen.fillText(text, 12, y + size.row / 2 + (i - (lines.length - 1) / 2) * 16));
    }
    pen.restore();
  }

  /** Breaks a name into lines of a width, at most so many; what is still too long ends in an ellipsis. */
  wrap(name, width, most) {
    const key = `${width} ${most} ${name}`;
    let lines = this.cut.get(key);
    if (lines) return lines;
    const font = this.pen.font;
    this.pen.font = bold;
    lines = [];
    let line = "";
    for (const word of this.pieces(name, width, most)) {
      const longer = line && !word.glued ? `${line} ${word.text}` : line + word.text;
      if (!line || this.pen.measureText(longer).width <= width) line = longer;
      else if (lines.length === most - 1) line = longer;
      else {
        lines.push(line);
        line = word.text;
      }
    }
    lines.push(this.fit(line, width));
    this.pen.font = font;
    this.cut.set(key, lines);
    return lines;
  }

  /** The words of a name; one that is wider than its line is broken where the scripts allow, or anywhere. */
  pieces(name, width, most) {
    return name.split(/\s+/).flatMap((word) => {
      if (most === 1 || this.pen.measureText(word).width <= width) return [{ text: word }];
      return [...word].map((text, i) => ({ text, glued: i > 0 }));
    });
  }

  fit(text, width) {
    const key = `${width} ${text}`;
    let cut = this.cut.get(key);
    if (cut) return cut;
    const font = this.pen.font;
    this.pen.font = bold;
    cut = text;
    for (let n = text.length - 1; n > 0 && this.pen.measureText(cut).width > width; n--) cut = `${text.slice(0, n).trimEnd()}…`;
    this.pen.font = font;
    this.cut.set(key, cut);
    return cut;
  }
}
