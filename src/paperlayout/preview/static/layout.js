// Reading the layout: what stands where, and where it was written.

const GROUND = new Set(["box", "rule", "tint"]);
const LINES = new Set(["body", "quote", "verse", "table"]);

const area = ([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0);
const holds = ([x0, y0, x1, y1], x, y) => x >= x0 && x <= x1 && y >= y0 && y <= y1;

export class Layout {
  constructor({ pages, places, rules }) {
    this.pages = new Map(pages.map((page, at) => [page.number, { ...page, places: places[at], rules }]));
  }

  page(number) {
    return this.pages.get(number);
  }

  // The block under a place of a page: the smallest that means something there.
  blockAt(number, x, y) {
    const under = (this.page(number)?.frames ?? []).filter((frame) => holds(frame.rect, x, y));
    const [found] = under.sort((a, b) => GROUND.has(a.kind) - GROUND.has(b.kind) || area(a.rect) - area(b.rect));
    return found ? this.block(number, found, y) : null;
  }

  block(number, frame, y = frame.rect[1]) {
    const page = this.page(number);
    const places = page.places[frame.id] ?? [];
    const count = frame.lines ?? 0;
    const [, top, , bottom] = frame.rect;
    const line = LINES.has(frame.kind) && count ? Math.min(Math.max(Math.floor(((y - top) / (bottom - top)) * count), 0), count - 1) : 0;
    const lineRect = frame.lines > 1 ? this.linePlace(frame, line) : null;
    return { page: number, frame, line, lineRect, place: places[line] ?? places[0] ?? null, story: page.stories.find((story) => story.id === frame.story) ?? null };
  }

  // The same block after another build; null when it is gone.
  again({ page, frame, line }) {
    const found = this.page(page)?.frames.find((one) => one.id === frame.id);
    if (!found) return null;
    const step = (found.rect[3] - found.rect[1]) / (found.lines ?? 1);
    return this.block(page, found, found.rect[1] + (line + 0.5) * step);
  }

  linePlace(frame, line) {
    const [x0, y0, x1, y1] = frame.rect;
    if (!LINES.has(frame.kind) || !frame.lines) return frame.rect;
    const step = (y1 - y0) / frame.lines;
    return [x0, y0 + line * step, x1, y0 + (line + 1) * step];
  }

  framesOf(number, story) {
    return (this.page(number)?.frames ?? []).filter((frame) => frame.story === story);
  }

  // Where a story begins: its headline, or what there is of it.
  headOf(number, story) {
    const own = this.framesOf(number, story);
    return own.find((frame) => frame.kind === "headline") ?? own[0] ?? null;
  }

  // Where a story's copy ends.
  footOf(number, story) {
    return this.framesOf(number, story).filter((frame) => LINES.has(frame.kind)).at(-1) ?? null;
  }

  // The place of a problem on a page: the line it names, the block written there, or its story.
  placeOf(problem) {
    for (const [number, page] of this.pages) {
      if (problem.page && problem.page !== number) continue;
      for (const frame of page.frames) {
        const line = (page.places[frame.id] ?? []).findIndex((place) => place.file === problem.file && place.line === problem.line);
        if (line >= 0 && (!problem.story || frame.story === problem.story)) return { page: number, rect: this.linePlace(frame, line), frame };
      }
      const head = problem.story && this.headOf(number, problem.story);
      if (head) return { page: number, rect: head.rect, frame: head };
      if (problem.page === number) return { page: number, rect: [page.type_area[0], page.type_area[1] * 0.4, page.type_area[2], page.type_area[1]], frame: null }; // in the head margin
    }
    return null;
  }

  storyPage(story) {
    for (const [number, page] of this.pages) if (page.stories.some((one) => one.id === story)) return number;
    return null;
  }
}
