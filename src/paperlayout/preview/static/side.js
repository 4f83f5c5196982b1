// The panel beside the page: problems, stories, and the card of the block that was clicked.

import { $, make, toast } from "./dom.js";
import { rule, said, words } from "./words.js";

export const placeText = ({ file, line, column }) => (file ? `${file}${line ? `:${line}` : ""}${line && column ? `:${column}` : ""}` : "");

export function codeUrl(folder, { file, line, column }) {
  if (!folder || !file) return null;
  const parts = `${folder.replaceAll("\\", "/")}/${file}`.split("/");
  const path = parts.reduce((kept, part) => (part === ".." ? kept.slice(0, -1) : part === "." ? kept : [...kept, part]), []).join("/");
  return `vscode://file/${encodeURI(path.replace(/^\//, "")).replaceAll("#", "%23").replaceAll("?", "%3F")}:${line ?? 1}:${column ?? 1}`;
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.body.appendChild(make("textarea.hidden", { "aria-hidden": "true" }));
    field.value = text;
    field.select();
    document.execCommand("copy"); // the clipboard proper wants https or localhost
    field.remove();
  }
  toast(words.copied(text));
}

function placeButtons(place, folder) {
  const text = placeText(place);
  if (!text) return null;
  const url = codeUrl(folder, place);
  return make("div.place", {},
    make("code", {}, text),
    make("button.small", { onclick: (event) => { event.stopPropagation(); copy(text); } }, words.copy),
    url && make("a.small", { href: url, onclick: (event) => event.stopPropagation() }, words.open));
}

const ORDER = { error: 0, warning: 1, note: 2 };

export function sorted(problems) {
  return [...problems].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

export function problemList(found, folder, chosen, pick) {
  if (!found.length) return [make("div.empty", {}, make("b", {}, words.noProblems), make("p", {}, words.noProblemsMore))];
  return [make("ol.problems", {}, found.map(({ problem, place, number }) => make(
    `li.${problem.severity}${number - 1 === chosen ? ".chosen" : ""}`, { "data-problem": number - 1 },
    make("button.problem", { onclick: () => pick(number - 1), "aria-current": number - 1 === chosen ? "true" : null },
      make("span.number", {}, String(number)),
      make("span.what", {}, make("b", {}, words[problem.severity]), problem.code ? make("i", { title: rule(problem.rule).why || null }, problem.code, " ", rule(problem.rule).name) : null, place ? make("i", {}, words.page(place.page)) : null, make("span", {}, said(problem).message))),
    said(problem).hint && make("p.cure", {}, make("b", {}, words.cure), said(problem).hint),
    placeButtons(problem, folder))))];
}

export function storyTable(stories, pages, pick) {
  if (!stories.length) return [make("div.empty", {}, words.noStories)];
  const chars = stories.reduce((sum, story) => sum + story.chars, 0);
  const rows = stories.map((story) => make(`tr.rank${story.rank}`, { "data-story": story.id },
    make("td.rank", {}, words.ranks[story.rank] ? make("span", {}, words.ranks[story.rank]) : null),
    make("td", {}, make("button.story", { onclick: () => pick(story) }, story.title || story.id)),
    make("td.n", {}, String(story.page)),
    make("td.n", {}, String(story.chars)),
    make("td.n", {}, String(story.chars - story.over_chars)),
    make(`td.n.${story.over_chars ? "over" : story.short_lines ? "short" : "fits"}`, {}, story.over_chars ? words.over(story.over_chars) : story.short_lines ? words.short(story.short_lines) : words.fits)));
  return [
    make("table.stories", {}, make("thead", {}, make("tr", {}, words.storyHead.map((head, at) => make(at === 1 || at === 0 ? "th" : "th.n", { scope: "col" }, head)))), make("tbody", {}, rows)),
    make("p.total", {}, words.total(stories.length, chars)),
  ];
}

export function card(block, folder, close) {
  const { frame, story, place } = block;
  const line = frame.set?.[block.line];
  const facts = [
    frame.lines && words.cardLines(frame.lines), frame.text && words.cardChars([...frame.text.replaceAll("\n", "")].length),
    frame.size && words.cardSize(frame.size), frame.font, frame.ppi && words.cardPpi(frame.ppi),
  ].filter(Boolean);
  return [
    make("header", {},
      make("b.kind", {}, words.kinds[frame.kind] ?? frame.kind), make("span.page", {}, words.page(block.page)),
      make("button.close", { title: words.close, "aria-label": words.close, onclick: close }, "×")),
    story && make("h2", {}, story.title),
    make("p.facts", {}, facts.join(" · ")),
    line && frame.lines > 1 && make("p.line", {}, make("b", {}, words.line(block.line + 1)), line),
    place && placeButtons(place, folder),
  ].filter(Boolean);
}
