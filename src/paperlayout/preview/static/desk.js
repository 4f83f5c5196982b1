// The desk: which pages lie on it, how large, and where the editor looks. A new build changes pictures and nothing else.

import { $ } from "./dom.js";
import { Sheet } from "./sheet.js";

const PER_POINT = 96 / 72;
const LEAST = 0.1;
const MOST = 4;
const MARGIN = 28;
const SETTLE = 120;
const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];

export class Desk extends EventTarget {
  constructor() {
    super();
    this.element = $("desk");
    this.sheets = new Map();
    this.current = 1;
    this.spread = false;
    this.mode = "fit";
    this.zoom = 1;
    this.view = null;
    this.wanted = null;
    this.working = false;
    new ResizeObserver(() => this.refit()).observe(this.element);
    this.element.addEventListener("scroll", () => this.settle(), { passive: true });
  }

  get numbers() {
    return this.view ? this.view.pages.map((page) => page.number) : [];
  }

  // The pages that lie on the desk: one, or the two of a spread; the first and an even last page lie alone.
  get onShow() {
    if (!this.spread) return this.numbers.includes(this.current) ? [this.current] : this.numbers.slice(0, 1);
    const left = this.current % 2 ? this.current - 1 : this.current;
    return [left, left + 1].filter((number) => this.numbers.includes(number));
  }

  get shown() {
    return this.onShow.map((number) => this.sheets.get(number));
  }

  // Takes a new view. While one is being shown only the newest waits.
  async take(view) {
    this.wanted = view;
    if (this.working) return;
    this.working = true;
    try {
      while (this.wanted) {
        const next = this.wanted;
        this.wanted = null;
        await this.put(next);
      }
    } finally {
      this.working = false;
    }
  }

  async put(view) {
    const first = !this.view?.pages.length;
    const grown = view.pages.length !== this.view?.pages.length;
    this.view = view;
    for (const page of view.pages) {
      const sheet = this.sheets.get(page.number);
      if (sheet) sheet.take(page);
      else this.sheets.set(page.number, new Sheet(page));
    }
    for (const [number, sheet] of this.sheets) {
      if (!this.numbers.includes(number)) {
        sheet.element.remove();
        this.sheets.delete(number);
      }
    }
    if (first || grown) this.lay();
    await this.paint();
    this.dispatchEvent(new CustomEvent("shown", { detail: view }));
  }

  lay() {
    if (!this.numbers.includes(this.current)) this.current = this.numbers[0] ?? 1;
    $("sheets").replaceChildren(...this.shown.map((sheet) => sheet.element));
    this.refit();
    this.dispatchEvent(new Event("turned"));
  }

  // Brings every page on show up to date, all in the same frame: what changes before the browser draws again is drawn together.
  async paint() {
    const late = this.shown.filter((sheet) => !sheet.ready);
    const view = this.element.getBoundingClientRect();
    const steps = await Promise.allSettled(late.map((sheet) => sheet.prepare(view)));
    for (const step of steps) if (step.status === "fulfilled") step.value();
    performance.mark("swapped");
    this.sharpen();
  }

  sharpen() {
    const view = this.element.getBoundingClientRect();
    for (const sheet of this.shown) sheet.sharpen(view).catch(() => {});
  }

  settle() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.working ? this.settle() : this.paint()), SETTLE);
  }

  turn(number) {
    if (!this.numbers.includes(number) || (number === this.current && this.shown.every((sheet) => sheet.element.isConnected))) return;
    this.current = number;
    this.lay();
    this.element.scrollTo(0, 0);
    this.paint();
  }

  step(by) {
    const numbers = this.numbers;
    const at = numbers.indexOf(this.current) + (this.spread ? by * 2 : by);
    const next = numbers[Math.min(Math.max(at, 0), numbers.length - 1)];
    if (next !== undefined) this.turn(next);
  }

  setSpread(on) {
    this.spread = on;
    this.lay();
    this.paint();
  }

  fitScale(mode) {
    const [width, height] = this.shown.reduce(([w, h], sheet) => [w + sheet.page.size[0], Math.max(h, sheet.page.size[1])], [0, 0]);
    if (!width) return 1;
    const narrow = this.element.clientWidth < 600;
    const across = (this.element.clientWidth - (narrow ? 12 : 2 * MARGIN)) / width;
    return mode === "wide" ? across : Math.min(across, (this.element.clientHeight - (narrow ? 12 : 2 * MARGIN)) / height);
  }

  refit() {
    if (this.mode !== "free") this.resize(this.fitScale(this.mode) / PER_POINT);
  }

  setMode(mode) {
    this.mode = mode;
    this.resize(this.fitScale(mode) / PER_POINT);
  }

  // Zooms (1 is the size in print), keeping the place under (x, y) where it is.
  setZoom(zoom, x, y) {
    this.mode = "free";
    const view = this.element.getBoundingClientRect();
    this.resize(zoom, x ?? view.left + view.width / 2, y ?? view.top + view.height / 2);
  }

  stepZoom(up) {
    const next = up ? STEPS.find((step) => step > this.zoom * 1.01) : STEPS.findLast((step) => step < this.zoom * 0.99);
    this.setZoom(next ?? (up ? MOST : LEAST));
  }

  resize(zoom, x, y) {
    const held = x === undefined ? null : this.nearest(x, y);
    const place = held?.at(x, y);
    this.zoom = Math.min(Math.max(zoom, LEAST), MOST);
    for (const sheet of this.sheets.values()) sheet.resize(this.zoom * PER_POINT);
    if (held) {
      const box = held.element.getBoundingClientRect();
      this.element.scrollLeft += box.left + place[0] * held.scale - x;
      this.element.scrollTop += box.top + place[1] * held.scale - y;
    }
    this.dispatchEvent(new Event("zoomed"));
    this.settle();
  }

  nearest(x, y) {
    const distance = ({ element }) => {
      const box = element.getBoundingClientRect();
      return Math.max(box.left - x, x - box.right, 0) + Math.max(box.top - y, y - box.bottom, 0);
    };
    return [...this.shown].sort((a, b) => distance(a) - distance(b))[0];
  }

  // Brings a place of a page into sight; with `closer` as large as the desk allows.
  reveal(number, [x0, y0, x1, y1], closer = false) {
    this.turn(number);
    const sheet = this.sheets.get(number);
    if (!sheet) return;
    if (closer) {
      const scale = Math.min((this.element.clientWidth - 80) / (x1 - x0), (this.element.clientHeight - 80) / (y1 - y0));
      this.mode = "free";
      this.resize(Math.min(scale / PER_POINT, 2.5));
    }
    const box = sheet.element.getBoundingClientRect();
    const view = this.element.getBoundingClientRect();
    const left = box.left + x0 * sheet.scale, right = box.left + x1 * sheet.scale, top = box.top + y0 * sheet.scale, bottom = box.top + y1 * sheet.scale;
    if (closer || left < view.left || right > view.right) this.element.scrollLeft += (left + right) / 2 - (view.left + view.right) / 2;
    if (closer || top < view.top || bottom > view.bottom) this.element.scrollTop += Math.min((top + bottom) / 2 - (view.top + view.bottom) / 2, top - view.top - 24);
  }

  place() {
    const { scrollLeft, scrollTop } = this.element;
    return { current: this.current, spread: this.spread, mode: this.mode, zoom: this.zoom, scrollLeft, scrollTop };
  }

  restore(place) {
    if (!place) return;
    Object.assign(this, { current: place.current, spread: place.spread, mode: place.mode, zoom: place.zoom });
    this.addEventListener("turned", () => {
      if (this.mode === "free") this.resize(place.zoom);
      this.element.scrollTo(place.scrollLeft, place.scrollTop);
    }, { once: true });
  }
}
