// What is laid over a page: grid, baselines, frames, reading order, faults and the marks of problems.

import { draw, make, placed } from "./dom.js";
import { rule, said, words } from "./words.js";

export const OVERLAYS = ["cells", "baselines", "frames", "order", "faults", "marks"];
const READ = new Set(["kicker", "headline", "deck", "byline", "body", "subhead", "quote", "verse", "table", "figure"]);
const COARSE = 180; // ppi a newsprint screen of 85 lines wants; `check` warns below it

const polygon = (points, attributes) => draw("polygon", { points: points.map((p) => p.join(",")).join(" "), ...attributes });
const rectangle = ([x0, y0, x1, y1], attributes) => draw("rect", { x: x0, y: y0, width: x1 - x0, height: y1 - y0, ...attributes });

const LAYERS = { cells, baselines, frames, order, faults };

export function drawOverlays(sheet, page, chosen) {
  const kept = [...sheet.svg.querySelectorAll(".picked")];
  sheet.svg.replaceChildren();
  for (const one of sheet.marks.querySelectorAll(".tag")) one.remove();
  if (!page) return;
  for (const [name, layer] of Object.entries(LAYERS)) {
    if (!chosen.has(name)) continue;
    const group = draw("g", { class: name });
    layer(page, group, sheet);
    sheet.svg.append(group);
  }
  sheet.svg.append(...kept);
}

function tag(sheet, page, [x, y], classes, text, title = "") {
  const element = placed(make(`div.tag.${classes}`, { title }, text), [x, y, x, y], page.size);
  element.style.width = element.style.height = "";
  sheet.marks.append(element);
  return element;
}

function cells({ grid, type_area: [left, top, , bottom] }, group) {
  const id = "cell";
  const pattern = draw("pattern", { id, width: grid.body_size, height: grid.leading, patternUnits: "userSpaceOnUse", x: left, y: top });
  pattern.append(draw("path", { d: `M0 ${grid.leading}V0H${grid.body_size}`, class: "cell" }));
  const step = grid.column + grid.column_gap;
  for (let column = 0; column < grid.columns; column++) {
    const x = left + column * step;
    const own = pattern.cloneNode(true);
    own.id = `${id}${column}`;
    own.setAttribute("x", x);
    group.append(own, rectangle([x, top, x + grid.column, bottom], { fill: `url(#${own.id})`, class: "column" }));
  }
}

function baselines({ grid, type_area: [left, top, right] }, group) {
  const d = [];
  for (let row = 0; row < grid.rows; row++) d.push(`M${left} ${grid.first_baseline + row * grid.leading}H${right}`);
  group.append(draw("path", { d: d.join("") }));
}

function frames(page, group, sheet) {
  for (const frame of page.frames) {
    if (frame.kind === "rule") continue;
    group.append(rectangle(frame.rect, { class: frame.kind }));
    const [x0, y0, x1, y1] = frame.rect;
    if (frame.kind !== "gap" && (x1 - x0) * sheet.scale > (frame.kind === "body" ? 96 : 40) && (y1 - y0) * sheet.scale > 12) tag(sheet, page, [x0, y0], "kind", words.kinds[frame.kind] ?? frame.kind);
  }
}

function order(page, group, sheet) {
  for (const story of page.stories) {
    const own = page.frames.filter((frame) => frame.story === story.id && READ.has(frame.kind) && frame.kind !== "figure");
    const stops = own.map(({ rect: [x0, y0, x1, y1] }) => [(x0 + x1) / 2, (y0 + y1) / 2]);
    group.append(draw("polyline", { points: stops.map((p) => p.join(",")).join(" ") }));
    own.forEach((frame, at) => tag(sheet, page, stops[at], `step.rank${story.rank}`, String(at + 1), story.title));
  }
}

function faults(page, group, sheet) {
  for (const fault of page.faults) {
    for (const id of fault.stories) {
      const story = page.stories.find((one) => one.id === id);
      for (const points of story?.polygons ?? []) group.append(polygon(points, { class: "fault" }));
    }
    const story = page.stories.find((one) => one.id === fault.stories[0]);
    const [x, y] = story?.polygons[0]?.[0] ?? page.type_area;
    tag(sheet, page, [x, y], "fault", `${fault.code} ${rule(page.rules[fault.code]).name}`);
  }
  for (const frame of page.frames) {
    if (frame.ppi) tag(sheet, page, [frame.rect[2], frame.rect[1]], frame.ppi < COARSE ? "ppi.coarse" : "ppi", words.cardPpi(frame.ppi));
  }
}

// The numbered marks of problems, and how much is over or short at the end of the copy.
export function drawMarks(sheet, layout, found, shown, pick) {
  for (const one of sheet.marks.querySelectorAll(".pin, .amount")) one.remove();
  const page = layout?.page(sheet.page.number);
  if (!page || !shown) return;
  const there = new Map();
  for (const { problem, place, number } of found) {
    if (place?.page !== sheet.page.number) continue;
    const [x0, y0] = place.rect;
    const before = there.get(`${x0} ${y0}`) ?? 0;
    there.set(`${x0} ${y0}`, before + 1);
    const pin = make(`button.pin.${problem.severity}`, { "aria-label": `${number} ${said(problem).message}`, title: said(problem).message, "data-problem": number - 1, onclick: (event) => pick(number - 1, event) }, String(number));
    pin.style.left = `${(100 * x0) / page.size[0]}%`;
    pin.style.marginLeft = `${before * 25}px`; // several at one place stand side by side
    pin.style.top = `${(100 * y0) / page.size[1]}%`;
    sheet.marks.append(pin);
  }
  for (const story of page.stories) {
    const amount = story.over_chars ? words.over(story.over_chars) : story.short_lines ? words.short(story.short_lines) : "";
    const foot = amount && layout.footOf(page.number, story.id);
    if (!foot) continue;
    const [x0, , x1, y1] = foot.rect;
    const bar = placed(make("div.amount", {}, make("span", {}, amount)), [x0, y1, x1, y1], page.size);
    bar.style.height = "";
    sheet.marks.append(bar);
  }
}

export function drawPicked(sheets, block) {
  for (const sheet of sheets) for (const old of sheet.svg.querySelectorAll(".picked")) old.remove();
  const sheet = block && sheets.find((one) => one.page.number === block.page);
  if (!sheet) return;
  for (const points of block.story?.polygons ?? []) sheet.svg.append(polygon(points, { class: "picked story" }));
  sheet.svg.append(rectangle(block.frame.rect, { class: "picked frame" }));
  if (block.lineRect) sheet.svg.append(rectangle(block.lineRect, { class: "picked line" }));
}
