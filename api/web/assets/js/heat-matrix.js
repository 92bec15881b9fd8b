// The scores of all pairs as the server packs them: see matrix() of the handlers.

/** Scores by firm and buyer. value(f, b) is 0 to 10000, or negative for a pair that is ruled out. */
export class Matrix {
  constructor(buffer) {
    const length = new DataView(buffer).getUint32(0, true);
    Object.assign(this, JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))));
    this.scores = new Int16Array(buffer, 4 + length);
    this.firmAt = new Map(this.firms.map((id, i) => [id, i]));
    this.buyerAt = new Map(this.buyers.map((id, i) => [id, i]));
    this.wished = new Map((this.wishes ?? []).map((w) => [w.firm * this.buyers.length + w.buyer, w]));
  }

  value(firm, buyer) {
    return this.scores[firm * this.buyers.length + buyer];
  }

  wish(firm, buyer) {
    return this.wished.get(firm * this.buyers.length + buyer);
  }

  /** The best score of each firm and of each buyer. */
  best() {
    const firms = new Int16Array(this.firms.length).fill(-1);
    const buyers = new Int16Array(this.buyers.length).fill(-1);
    let i = 0;
    for (let f = 0; f < firms.length; f++) {
      for (let b = 0; b < buyers.length; b++, i++) {
        const v = this.scores[i];
        if (v > firms[f]) firms[f] = v;
        if (v > buyers[b]) buyers[b] = v;
      }
    }
    return { firms, buyers };
  }
}
