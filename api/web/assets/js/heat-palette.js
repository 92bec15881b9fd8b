// The colours of the heat map, read from the stylesheet's tokens for the theme that is on.
const steps = 64;

export class Palette {
  constructor(root) {
    this.root = root;
    this.read();
  }

  read() {
    const probe = document.createElement("span");
    probe.hidden = true;
    this.root.append(probe);
    const token = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
    };
    const stops = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => token(`heat-${i}`));
    const ink = token("ink");
    const surface = token("surface");
    this.surface = css(surface);
    this.ink = css(ink);
    this.soft = css(token("ink-soft"));
    this.line = css(token("line"));
    this.accent = css(token("accent-strong"));
    this.focus = css(token("focus"));
    this.out = css(token("heat-out"));
    probe.remove();
    this.shades = Array.from({ length: steps + 1 }, (_, i) => {
      const fill = between(stops, i / steps);
      const paler = [ink, surface, [0, 0, 0], [255, 255, 255]].sort((a, b) => contrast(b, fill) - contrast(a, fill));
      return { fill: css(fill), ink: css(paler[0]) };
    });
    this.hatching = undefined;
  }

  /** The fill of a score in ten thousandths, and the ink that reads best on it. */
  shade(value) {
    return this.shades[Math.round((value / 10000) * steps)];
  }

  hatch(pen, x, y, w, h) {
    this.hatching ??= pen.createPattern(this.stripes(), "repeat");
    pen.fillStyle = this.hatching;
    pen.fillRect(x, y, w, h);
  }

  stripes() {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.strokeStyle = this.soft;
    pen.globalAlpha = 0.45;
    pen.lineWidth = 1;
    for (const from of [-8, 0, 8]) {
      pen.moveTo(from, 8);
      pen.lineTo(from + 8, 0);
    }
    pen.stroke();
    return tile;
  }
}

const css = (rgb) => `rgb(${rgb.map(Math.round).join(" ")})`;

function between(stops, t) {
  const place = Math.min(t * (stops.length - 1), stops.length - 1.0001);
  const i = Math.floor(place);
  return stops[i].map((v, k) => v + (stops[i + 1][k] - v) * (place - i));
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
