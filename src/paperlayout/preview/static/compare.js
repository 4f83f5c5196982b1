// Comparing with an earlier build: swipe, blink, or the difference of both.

import { $, make } from "./dom.js";
import { decoded, pictureUrl } from "./sheet.js";
import { words } from "./words.js";

const WAYS = ["swipe", "blink", "difference"];
const BASES = ["before", "first"];

export class Compare {
  constructor(desk) {
    this.desk = desk;
    this.on = false;
    this.way = "swipe";
    this.base = "before";
    this.at = 50;
    this.news = [];
    this.bar = $("comparing");
  }

  toggle(on = !this.on) {
    this.on = on;
    this.refresh();
  }

  async refresh() {
    this.bar.hidden = !this.on;
    for (const sheet of this.desk.sheets.values()) if (!this.on) this.clear(sheet);
    if (!this.on) return;
    this.bar.replaceChildren(...this.controls());
    await Promise.allSettled(this.desk.shown.map((sheet) => this.show(sheet)));
  }

  clear(sheet) {
    sheet.element.querySelector(".earlier")?.remove();
    sheet.element.classList.remove(...WAYS);
  }

  async show(sheet) {
    const digest = sheet.page[this.base];
    sheet.element.classList.remove(...WAYS);
    if (digest === sheet.page.digest) {
      this.clear(sheet);
      return;
    }
    const held = sheet.element.querySelector(".earlier");
    const key = `${digest}-${sheet.wantedLevel}`;
    let layer = held;
    if (held?.dataset.key !== key) {
      const image = await decoded(pictureUrl(digest, sheet.wantedLevel));
      layer = make("div.earlier", { "data-key": key });
      layer.append(image);
      held?.remove();
      if (!this.on) return;
      sheet.element.insertBefore(layer, sheet.svg);
    }
    sheet.element.classList.add(this.way);
    this.divide(this.at);
  }

  divide(at) {
    this.at = at;
    for (const sheet of this.desk.shown) sheet.element.style.setProperty("--divide", `${at}%`);
  }

  controls() {
    const choice = (names, held, set) => make("div.group", {}, names.map((name) => make("button.word", { "aria-pressed": String(name === held), "data-way": name, onclick: () => { set(name); this.refresh(); } }, words[name])));
    const changed = this.desk.shown.some(({ page }) => page[this.base] !== page.digest);
    return [
      choice(WAYS, this.way, (name) => { this.way = name; }),
      choice(BASES, this.base, (name) => { this.base = name; }),
      changed && this.way === "swipe" ? make("input", { type: "range", min: 0, max: 100, value: this.at, "aria-label": words.slider, oninput: (event) => this.divide(Number(event.target.value)) }) : null,
      make("span.news", {}, changed ? this.news.join("；") : words.same),
      make("button.close", { title: words.close, "aria-label": words.close, onclick: () => { this.toggle(false); this.desk.dispatchEvent(new Event("compared")); } }, "×"),
    ].filter(Boolean);
  }

  // What the new build did to the stories, in words.
  hear(old, now) {
    const before = byName(old);
    const after = byName(now);
    const news = [];
    for (const [id, story] of after) {
      const was = before.get(id);
      if (!was) news.push(words.added(story.title));
      else if (was.chars !== story.chars) news.push(story.chars > was.chars ? words.longer(story.title, story.chars - was.chars) : words.shorter(story.title, was.chars - story.chars));
      else if (was.title !== story.title) news.push(words.retitled(story.title));
      else if (was.page !== story.page || JSON.stringify(was.polygons) !== JSON.stringify(story.polygons)) news.push(words.moved(story.title));
    }
    for (const [id, story] of before) if (!after.has(id)) news.push(words.removed(story.title));
    if (old.length) this.news = news.length ? news : [words.reworded];
  }
}

// Stories by their id; the parts of one that jumps are one.
function byName(stories) {
  const found = new Map();
  for (const story of stories) {
    const first = found.get(story.id);
    found.set(story.id, first ? { ...first, chars: first.chars + story.chars, polygons: [...first.polygons, ...story.polygons] } : story);
  }
  return found;
}
