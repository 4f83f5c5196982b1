// The preview: listens to the server and puts what it says where it belongs.

import { Compare } from "./compare.js";
import { Desk } from "./desk.js";
import { $, frame, make } from "./dom.js";
import { keys, pinching, pointing } from "./hands.js";
import { Layout } from "./layout.js";
import { drawMarks, drawOverlays, drawPicked, OVERLAYS } from "./overlay.js";
import { pictureUrl } from "./sheet.js";
import { card, placeText, problemList, sorted, storyTable } from "./side.js";
import { fillWords, said, switchLanguage, words } from "./words.js";

const THUMB = 20;
const FAR = 3000; // ms: a build that takes longer shows that it runs at once
const body = document.body;
const kept = JSON.parse(localStorage.getItem("preview") ?? "{}");
const state = { view: null, layout: null, layoutBuild: 0, overlays: new Set(kept.overlays ?? ["marks"]), follow: kept.follow ?? false, found: [], chosen: -1, block: null, back: null, lost: false };
const desk = new Desk();
const compare = new Compare(desk);

fillWords();
desk.restore(JSON.parse(sessionStorage.getItem("place") ?? "null") ?? (kept.mode && kept.mode !== "free" ? { current: 1, spread: kept.spread, mode: kept.mode, zoom: 1, scrollLeft: 0, scrollTop: 0 } : null));

// -- the server

function listen() {
  const events = new EventSource("/events");
  events.onmessage = (event) => {
    state.lost = false;
    hear(JSON.parse(event.data));
  };
  events.onerror = () => {
    state.lost = true;
    showStatus();
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  };
}

async function hear(view) {
  performance.mark("heard", { detail: view.build });
  const old = state.view;
  state.view = view;
  showStatus();
  if (view.build === old?.build && view.pages.length === old.pages.length) return;
  if (view.status === "good" && old) compare.hear(old.stories, view.stories);
  const read = readLayout(view);
  const followed = state.follow && old ? view.pages.find((page) => page.changed.length && page.digest !== old.pages.find((one) => one.number === page.number)?.digest) : null;
  if (followed && !desk.onShow.includes(followed.number)) desk.current = followed.number, desk.lay();
  const seen = new Map([...desk.sheets].map(([number, sheet]) => [number, sheet.digest]));
  await desk.take(view);
  await read;
  if (state.view.build !== view.build) return;
  for (const sheet of desk.shown) if (seen.get(sheet.page.number) && seen.get(sheet.page.number) !== sheet.digest) sheet.flash(sheet.page.changed);
  showAll();
}

async function readLayout(view) {
  if (!view.pages.length) return;
  const answer = await fetch("/layout");
  state.layout = new Layout(await answer.json());
  state.layoutBuild = Number(answer.headers.get("x-build"));
}

desk.addEventListener("shown", async ({ detail: view }) => {
  await frame(); // the frame with the new pixels has been made when the next one begins
  performance.mark("shown", { detail: view.build });
  body.dataset.shown = String(performance.timeOrigin + performance.now());
  body.dataset.sheet = desk.shown.map((sheet) => sheet.digest).join(" ");
  body.dataset.build = String(view.build);
});

// -- what is shown

function showAll() {
  if (state.block) pick(state.layout?.again(state.block) ?? null);
  state.found = sorted(state.view.problems).map((problem, at) => ({ problem, place: state.layout?.placeOf(problem) ?? null, number: at + 1 }));
  showStatus();
  showSide();
  showThumbs();
  showOverlays();
  if (compare.on) compare.refresh();
}

const wordFor = (status) => ({ starting: words.starting, good: words.good, broken: words.broken, stuck: words.stuck })[status];

function showStatus() {
  const { view } = state;
  const status = state.lost ? "lost" : (view?.status ?? "starting");
  body.dataset.status = status;
  clearTimeout(showStatus.timer);
  body.classList.toggle("busy", false);
  if (view?.busy && !state.lost) showStatus.timer = setTimeout(() => { body.classList.add("busy"); $("status").textContent = words.busy; }, view.status === "starting" ? 0 : 400);
  document.title = `${status === "good" ? "" : "● "}${view?.title || words.dockPage}`;
  $("title").textContent = view?.title ?? "";
  $("status").textContent = state.lost ? words.lost : wordFor(status);
  if (view && !view.busy && status === "good") {
    const took = Object.values(view.seconds).reduce((sum, part) => sum + part, 0);
    $("status").title = words.at(new Date(view.heard * 1000).toLocaleTimeString("zh-CN"), words.ms(Math.round(took * 1000)));
  }
  showBanner(status);
}

function showBanner(status) {
  const banner = $("banner");
  const stale = status === "broken" || status === "stuck" || status === "lost";
  body.classList.toggle("stale", stale);
  banner.hidden = !stale;
  if (!stale) return;
  const problems = sorted(state.view?.problems ?? []);
  const errors = problems.filter((problem) => problem.severity === "error").length || 1;
  const [first] = problems;
  const head = status === "lost" ? words.bannerLost : status === "stuck" ? words.bannerStuck : state.view.pages.length ? words.bannerBroken(errors) : words.bannerFirst(errors);
  banner.replaceChildren(...[
    make("b", {}, head),
    status !== "lost" && first && make("p", {}, placeText(first) ? make("code", {}, placeText(first)) : null, `${first.code ? `${first.code} ` : ""}${said(first).message}`),
    status !== "lost" && first?.hint && make("p.cure", {}, make("b", {}, words.cure), said(first).hint),
    status === "stuck" && make("button.small", { onclick: again }, words.again),
    status === "broken" && problems.length > 1 && make("button.small", { onclick: () => openSide("problems") }, words.more),
  ].filter(Boolean));
}

function showSide() {
  const { view } = state;
  const count = view.problems.length;
  const worst = state.found[0]?.problem.severity ?? "none";
  for (const button of [$("tab-problems"), $("dock-problems")]) button.replaceChildren(words.problems, count ? make(`span.count.${worst}`, {}, String(count)) : "");
  $("tab-stories").replaceChildren(words.stories, view.stories.length ? make("span.count", {}, String(view.stories.length)) : "");
  if (view.status === "starting") return $("problems").replaceChildren(make("div.empty", {}, words.waiting));
  $("problems").replaceChildren(...problemList(state.found, view.folder, state.chosen, chooseProblem));
  $("stories").replaceChildren(...storyTable(view.stories, view.pages, chooseStory));
}

function showThumbs() {
  const { view } = state;
  const list = $("thumbs");
  body.classList.toggle("one-page", view.pages.length < 2);
  const badges = new Map(view.pages.map(({ number }) => [number, state.found.filter(({ place }) => place?.page === number)]));
  for (const page of view.pages) {
    let button = list.querySelector(`[data-page="${page.number}"]`);
    if (!button) {
      button = make("button.thumb", { "data-page": page.number, onclick: () => desk.turn(page.number) }, make("img", { alt: "", width: 96, height: Math.round((96 * page.size[1]) / page.size[0]) }), make("span.label"));
      list.append(button);
    }
    const image = button.querySelector("img");
    const url = pictureUrl(page.digest, THUMB);
    if (!image.src.endsWith(url)) swapThumb(image, url);
    const found = badges.get(page.number);
    button.querySelector(".label").replaceChildren(make("b", {}, page.label), page.name ? make("span", {}, page.name) : "", found.length ? make(`i.dot.${found[0].problem.severity}`, { title: String(found.length) }) : "");
  }
  for (const button of list.querySelectorAll(".thumb")) if (!view.pages.some(({ number }) => number === Number(button.dataset.page))) button.remove();
  showWhere();
}

async function swapThumb(image, url) {
  const fresh = new Image();
  fresh.src = url;
  await fresh.decode().catch(() => {});
  image.src = url;
}

function showWhere() {
  const shown = desk.onShow, count = desk.numbers.length;
  $("where").textContent = shown.length > 1 ? words.pagesOf(shown[0], shown[1], count) : words.pageOf(shown[0] ?? 0, count);
  for (const button of $("thumbs").children) button.setAttribute("aria-current", String(shown.includes(Number(button.dataset.page))));
  $("previous").disabled = shown[0] === desk.numbers[0];
  $("next").disabled = shown.at(-1) === desk.numbers.at(-1);
  press("spread", desk.spread);
}

function showOverlays() {
  for (const sheet of desk.shown) {
    const page = state.layout?.page(sheet.page.number);
    drawOverlays(sheet, page, state.overlays);
    drawMarks(sheet, state.layout, state.found, state.overlays.has("marks"), (at) => { chooseProblem(at); });
  }
  drawPicked([...desk.sheets.values()], state.block);
  for (const button of $("overlays").children) button.setAttribute("aria-pressed", String(state.overlays.has(button.dataset.overlay)));
}

function showZoom() {
  $("percent").textContent = `${Math.round(desk.zoom * 100)}%`;
  press("fit", desk.mode === "fit");
  press("wide", desk.mode === "wide");
  press("actual", desk.mode === "free" && Math.abs(desk.zoom - 1) < 0.001);
}

const press = (id, on) => $(id).setAttribute("aria-pressed", String(on));

// -- what the editor does

function chooseProblem(at) {
  state.chosen = at;
  const one = state.found[at];
  openSide("problems");
  showSide();
  $("problems").querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  if (!one?.place) return;
  desk.reveal(one.place.page, one.place.rect);
  showOverlays();
  document.querySelector(`.pin[data-problem="${at}"]`)?.classList.add("chosen");
}

function chooseStory(story) {
  const head = state.layout?.headOf(story.page, story.id);
  if (head) pick(state.layout.block(story.page, head), true);
}

function pick(block, reveal = false) {
  state.block = block;
  $("card").hidden = !block;
  body.classList.toggle("has-card", Boolean(block));
  if (block) {
    $("card").replaceChildren(...card(block, state.view.folder, () => pick(null)));
    if (reveal) desk.reveal(block.page, block.frame.rect);
  }
  drawPicked([...desk.sheets.values()], block);
}

function closer(sheet, [x, y]) {
  if (state.back) {
    Object.assign(desk, { mode: state.back.mode });
    if (state.back.mode === "free") desk.resize(state.back.zoom);
    else desk.setMode(state.back.mode);
    desk.element.scrollTo(state.back.scrollLeft, state.back.scrollTop);
    state.back = null;
    return;
  }
  const block = state.layout?.blockAt(sheet.page.number, x, y);
  if (!block) return;
  state.back = desk.place();
  desk.reveal(block.page, block.frame.rect, true);
}

function openSide(name) {
  body.dataset.side = name;
  for (const tab of ["problems", "stories"]) {
    $(`tab-${tab}`).setAttribute("aria-selected", String(tab === name));
    $(tab).hidden = tab !== name;
  }
  dock(name);
}

function dock(name) {
  body.dataset.dock = name;
  for (const one of ["page", "problems", "stories", "tools"]) press(`dock-${one}`, one === name);
}

function toggleOverlay(name) {
  if (!state.overlays.delete(name)) state.overlays.add(name);
  remember();
  showOverlays();
}

function toggleFollow() {
  state.follow = !state.follow;
  press("follow", state.follow);
  remember();
}

function toggleCompare() {
  compare.toggle();
  press("compare", compare.on);
}

const again = () => fetch("/again", { method: "POST" });

function remember() {
  localStorage.setItem("preview", JSON.stringify({ overlays: [...state.overlays], follow: state.follow, mode: desk.mode, spread: desk.spread }));
}

function escape() {
  if ($("help").open) $("help").close();
  else if (state.block) pick(null);
  else if (compare.on) toggleCompare();
  else dock("page");
}

// -- wiring

for (const name of OVERLAYS) $("overlays").append(make("button.word", { "data-overlay": name, title: words[`${name}Tip`], "aria-pressed": "false", onclick: () => toggleOverlay(name) }, words[name]));
$("help").append(
  make("h2", {}, words.help),
  make("dl", {}, words.helpRows.flatMap(([key, what]) => [make("dt", {}, key.split("  ").flatMap((one) => one.split(" ")).map((one) => (one === "…" ? "…" : make("kbd", {}, one)))), make("dd", {}, what)])),
  make("p", {}, words.helpMore),
  make("footer", {}, make("button.word", { onclick: switchLanguage }, words.language), make("button.word", { onclick: () => $("help").close() }, words.close)));

const clicks = {
  previous: () => desk.step(-1), next: () => desk.step(1), spread: () => { desk.setSpread(!desk.spread); remember(); },
  smaller: () => desk.stepZoom(false), larger: () => desk.stepZoom(true), fit: () => { desk.setMode("fit"); remember(); }, wide: () => { desk.setMode("wide"); remember(); }, actual: () => desk.setZoom(1),
  compare: toggleCompare, follow: toggleFollow, keys: () => $("help").showModal(), "tab-problems": () => openSide("problems"), "tab-stories": () => openSide("stories"),
  "close-side": () => dock("page"), "dock-page": () => dock("page"), "dock-problems": () => openSide("problems"), "dock-stories": () => openSide("stories"), "dock-tools": () => dock("tools"),
};
for (const [id, act] of Object.entries(clicks)) $(id).addEventListener("click", act);

pointing(desk, {
  click: (sheet, place) => pick((sheet && state.layout?.blockAt(sheet.page.number, ...place)) ?? null),
  twice: (sheet, place) => sheet && closer(sheet, place),
});
pinching(desk);
keys({
  ArrowLeft: () => desk.step(-1), ArrowRight: () => desk.step(1), "+": clicks.larger, "=": clicks.larger, "-": clicks.smaller, 0: clicks.actual, f: clicks.fit, w: clicks.wide, s: clicks.spread,
  g: () => toggleOverlay("cells"), b: () => toggleOverlay("baselines"), k: () => toggleOverlay("frames"), o: () => toggleOverlay("order"), m: () => toggleOverlay("faults"), p: () => toggleOverlay("marks"),
  n: () => state.found.length && chooseProblem((state.chosen + 1) % state.found.length), c: toggleCompare, a: toggleFollow, r: again, "?": clicks.keys, Escape: escape, digit: (number) => desk.turn(number),
});
desk.addEventListener("turned", () => { showWhere(); if (state.layout) { showOverlays(); if (compare.on) compare.refresh(); } });
desk.addEventListener("zoomed", () => { showZoom(); clearTimeout(showZoom.timer); showZoom.timer = setTimeout(() => state.layout && state.overlays.has("frames") && showOverlays(), 200); });
desk.addEventListener("compared", () => press("compare", false));
addEventListener("pagehide", () => sessionStorage.setItem("place", JSON.stringify(desk.place())));
press("follow", state.follow);
openSide("problems");
dock("page");
showZoom();
listen();
