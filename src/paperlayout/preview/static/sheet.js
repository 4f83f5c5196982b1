// One page on the desk: its picture, sharper tiles when it is zoomed, and what is laid over it.

import { draw, frame, make, placed } from "./dom.js";

const WHOLE = [50, 75, 100, 150, 200];
const TILED = [300, 450, 600];
const TILE = 1024;
const NEARLY = 0.97;
const MOST_TILES = 40;

export const pictureUrl = (digest, scale, tile) => `/picture/${digest}-${scale}${tile ? `-${tile[0]}-${tile[1]}` : ""}.jpg`;

export async function decoded(url, mark = null) {
  const image = new Image();
  image.decoding = "sync";
  image.draggable = false;
  image.alt = "";
  image.src = url;
  await image.decode();
  if (mark) performance.mark(mark, { detail: url });
  return image;
}

export class Sheet {
  constructor(page) {
    this.tiles = make("div.tiles");
    this.svg = draw("svg", { "aria-hidden": "true", preserveAspectRatio: "none" });
    this.marks = make("div.marks");
    this.element = make("div.sheet", { "data-page": page.number });
    this.element.append(this.tiles, this.svg, this.marks);
    this.digest = null;
    this.level = 0;
    this.tileLevel = 0;
    this.scale = 1;
    this.take(page);
  }

  take(page) {
    this.page = page;
    this.svg.setAttribute("viewBox", `0 0 ${page.size[0]} ${page.size[1]}`);
    this.resize(this.scale);
  }

  resize(scale) {
    this.scale = scale;
    this.element.style.width = `${this.page.size[0] * scale}px`;
    this.element.style.height = `${this.page.size[1] * scale}px`;
  }

  get wantedLevel() {
    const needed = this.scale * devicePixelRatio * 100 * NEARLY;
    return WHOLE.find((level) => level >= needed) ?? WHOLE.at(-1);
  }

  get wantedTileLevel() {
    const needed = this.scale * devicePixelRatio * 100 * NEARLY;
    return needed <= WHOLE.at(-1) ? 0 : (TILED.find((level) => level >= needed) ?? TILED.at(-1));
  }

  get ready() {
    return this.digest === this.page.digest && this.level === this.wantedLevel;
  }

  // Loads what the page needs now; gives the step that puts it on the screen in one go, so that no frame shows a page half new.
  async prepare(view) {
    const { digest } = this.page;
    const level = this.wantedLevel;
    const tileLevel = this.wantedTileLevel;
    const wanted = tileLevel ? this.visibleTiles(view, tileLevel) : [];
    const fresh = digest !== this.digest;
    const [image, ...tiles] = await Promise.all([
      decoded(pictureUrl(digest, level), fresh ? "decoded" : null),
      ...(fresh && tileLevel ? wanted.map((tile) => this.tile(digest, tileLevel, tile)) : []),
    ]);
    return () => {
      const old = this.image;
      image.className = "picture";
      this.element.insertBefore(image, this.tiles);
      this.image = image;
      this.level = level;
      if (old) frame().then(frame).then(() => old.remove());
      if (fresh) {
        this.digest = digest;
        this.element.dataset.digest = digest;
        this.tileLevel = tileLevel;
        this.tiles.replaceChildren(...tiles);
      }
    };
  }

  async sharpen(view) {
    const level = this.wantedTileLevel;
    const digest = this.digest;
    if (!level || digest !== this.page.digest) {
      if (!level) this.tiles.replaceChildren();
      return;
    }
    const have = new Set([...this.tiles.children].map((tile) => tile.dataset.key));
    const missing = this.visibleTiles(view, level).filter(([column, row]) => !have.has(`${level}-${column}-${row}`));
    await Promise.all(missing.map(async (place) => {
      const tile = await this.tile(digest, level, place);
      if (digest === this.digest && level === this.wantedTileLevel) this.tiles.append(tile);
    }));
    if (level !== this.wantedTileLevel) return;
    this.tileLevel = level;
    for (const tile of [...this.tiles.children]) if (!tile.dataset.key.startsWith(`${level}-`)) tile.remove();
    while (this.tiles.children.length > MOST_TILES) this.tiles.firstChild.remove();
  }

  async tile(digest, level, [column, row]) {
    const image = await decoded(pictureUrl(digest, level, [column, row]));
    const side = (TILE * 100) / level;
    image.dataset.key = `${level}-${column}-${row}`;
    return placed(image, [column * side, row * side, (column + 1) * side, (row + 1) * side], this.page.size);
  }

  visibleTiles(view, level) {
    const box = this.element.getBoundingClientRect();
    const side = ((TILE * 100) / level) * this.scale;
    const [width, height] = this.page.size.map((length) => length * this.scale);
    const span = (low, high, most) => [Math.max(0, Math.floor(low / side)), Math.min(Math.ceil(most / side) - 1, Math.floor(high / side))];
    const [left, right] = span(view.left - box.left, view.right - box.left, width);
    const [top, bottom] = span(view.top - box.top, view.bottom - box.top, height);
    const found = [];
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) found.push([column, row]);
    return found;
  }

  // The place on the page, in points, under a place on the screen.
  at(x, y) {
    const box = this.element.getBoundingClientRect();
    return [((x - box.left) / box.width) * this.page.size[0], ((y - box.top) / box.height) * this.page.size[1]];
  }

  flash(rects) {
    for (const rect of rects) {
      const place = placed(make("div.flash"), rect, this.page.size);
      place.addEventListener("animationend", () => place.remove());
      this.marks.append(place);
    }
  }
}
