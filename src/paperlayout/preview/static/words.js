// Every word of the page, in the editor's language.

const ZH = {
  toolbar: "工具", overlays: "叠加显示", thumbs: "各版", desk: "版面", side: "问题和稿件", dock: "切换",
  previous: "上一版（←）", next: "下一版（→）", spread: "对开看两版（S）", smaller: "缩小（−）", larger: "放大（+）",
  fit: "整版", fitTip: "看整版（F）", wide: "整宽", wideTip: "看整宽（W）", actual: "原大", actualTip: "印出来多大就多大（0）",
  compare: "比对", compareTip: "和上一稿比（C）", follow: "跟随改动", followTip: "翻到刚改的那一版（A）", pdf: "PDF", pdfTip: "打开整期 PDF", keysTip: "快捷键（?）",
  close: "关上（Esc）", dockPage: "版面", dockTools: "工具", problems: "问题", stories: "稿件",
  cells: "字格", baselines: "基线", frames: "框线", order: "顺序", faults: "毛病", marks: "问题",
  cellsTip: "版心格：栏和字（G）", baselinesTip: "基线（B）", framesTip: "每一块的框（K）", orderTip: "阅读顺序（O）", faultsTip: "画版的毛病、图片精度（M）", marksTip: "问题的记号（P）",
  starting: "正在排第一遍", busy: "正在排", good: "已更新", broken: "稿单有错", stuck: "没排成", lost: "连不上预览程序", again: "重排",
  ms: (n) => `${n} 毫秒`, at: (time, took) => `${time} 排好，用 ${took}`,
  bannerBroken: (n) => n > 1 ? `稿单有 ${n} 处错，版面还是上一次排好的` : "稿单有错，版面还是上一次排好的", bannerStuck: "没有排成，版面还是上一次排好的",
  bannerFirst: (n) => n > 1 ? `稿单有 ${n} 处错，改好就会排出来` : "稿单有错，改好就会排出来",
  bannerLost: "预览程序已经停了；在命令行里再开一次，这里会自己接上", more: "全部问题",
  waiting: "正在排第一遍，排好就显示在这里", noProblems: "没有问题", noProblemsMore: "版面排满了，也没有查出别的毛病。", cure: "办法", copy: "复制", copied: (what) => `已复制 ${what}`, open: "在 VS Code 里打开",
  error: "错误", warning: "警告", note: "提示", page: (n) => `${n} 版`, pageOf: (n, m) => `${n} / ${m} 版`, pagesOf: (a, b, m) => `${a}–${b} / ${m} 版`,
  storyHead: ["", "稿件", "版", "字数", "排上", "超／空"], over: (n) => `超 ${n} 字`, short: (n) => `空 ${n} 行`, fits: "正好", noStories: "还没有排出来的稿件",
  total: (n, chars) => `${n} 篇，${chars} 字`, ranks: { 1: "头", 2: "要", 3: "", 4: "简" },
  kinds: {
    nameplate: "报头", ear: "报眼", folio_line: "报眉", headline: "主题", kicker: "引题", deck: "副题", summary: "提要题", standing_head: "栏目", byline: "署名", body: "正文",
    subhead: "小标题", quote: "提要", verse: "诗", table: "表", figure: "图片", caption: "图片说明", photo_credit: "摄影署名", editor_note: "编者按", end_note: "编后", gap: "留白",
    rule: "线", box: "加框", tint: "底纹", jump_line: "转版", credits: "版末一行", imprint: "版权栏", advert: "广告",
  },
  cardLines: (n) => `${n} 行`, cardChars: (n) => `${n} 字`, cardSize: (n) => `${n} 点`, cardPpi: (n) => `${n} 像素/英寸`, line: (n) => `第 ${n} 行`, written: "写在", lineText: "这一行",
  swipe: "划开", blink: "闪看", difference: "差异", before: "上一稿", first: "打开时", same: "这一版没有变", now: "现在", slider: "划到哪里",
  longer: (t, n) => `《${t}》多 ${n} 字`, shorter: (t, n) => `《${t}》少 ${n} 字`, moved: (t) => `《${t}》挪了地方`, retitled: (t) => `《${t}》改了标题`, reworded: "改了字，篇幅没有变", added: (t) => `新来《${t}》`, removed: (t) => `撤下《${t}》`,
  help: "快捷键", helpRows: [
    ["← →", "翻版"], ["1 … 9", "翻到第几版"], ["+ −", "放大、缩小"], ["0", "原大"], ["F  W", "整版、整宽"], ["S", "两版并排"], ["G B K O M P", "字格、基线、框线、顺序、毛病、问题"],
    ["N", "下一个问题"], ["C", "和上一稿比"], ["A", "跟随改动"], ["R", "重排"], ["Esc", "关上"],
  ],
  helpMore: "单击一块，看它写在哪个文件第几行；双击放大到这一块，再双击回来。按住拖动版面；Ctrl 加滚轮放大、缩小。", language: "English",
};

const EN = {
  toolbar: "Tools", overlays: "Overlays", thumbs: "Pages", desk: "Page", side: "Problems and stories", dock: "Views",
  previous: "Previous page (←)", next: "Next page (→)", spread: "Spread (S)", smaller: "Smaller (−)", larger: "Larger (+)",
  fit: "Page", fitTip: "Fit page (F)", wide: "Width", wideTip: "Fit width (W)", actual: "Actual", actualTip: "As large as in print (0)",
  compare: "Compare", compareTip: "With the build before (C)", follow: "Follow", followTip: "Turn to the page that changed (A)", pdf: "PDF", pdfTip: "Open the whole issue as PDF", keysTip: "Keys (?)",
  close: "Close (Esc)", dockPage: "Page", dockTools: "Tools", problems: "Problems", stories: "Stories",
  cells: "Cells", baselines: "Baselines", frames: "Frames", order: "Order", faults: "Faults", marks: "Marks",
  cellsTip: "Page grid (G)", baselinesTip: "Baselines (B)", framesTip: "Frames (K)", orderTip: "Reading order (O)", faultsTip: "Make-up faults, photo resolution (M)", marksTip: "Problem marks (P)",
  starting: "First build", busy: "Building", good: "Up to date", broken: "Issue has faults", stuck: "Not built", lost: "Preview gone", again: "Build again",
  ms: (n) => `${n} ms`, at: (time, took) => `built ${time} in ${took}`,
  bannerBroken: (n) => `${n} fault${n > 1 ? "s" : ""} in the issue; the pages are those of the last good build`, bannerStuck: "Not built; the pages are those of the last good build",
  bannerFirst: (n) => `${n} fault${n > 1 ? "s" : ""} in the issue; mend ${n > 1 ? "them" : "it"} and the pages will come`,
  bannerLost: "The preview has ended; start it again and this page will follow", more: "All problems",
  waiting: "The first build is under way", noProblems: "No problems", noProblemsMore: "The pages are full and nothing else was found.", cure: "Cure", copy: "Copy", copied: (what) => `Copied ${what}`, open: "Open in VS Code",
  error: "error", warning: "warning", note: "note", page: (n) => `p. ${n}`, pageOf: (n, m) => `${n} / ${m}`, pagesOf: (a, b, m) => `${a}–${b} / ${m}`,
  storyHead: ["", "Story", "Page", "Chars", "Set", "Over / short"], over: (n) => `${n} over`, short: (n) => `${n} lines short`, fits: "fits", noStories: "No stories yet",
  total: (n, chars) => `${n} stories, ${chars} characters`, ranks: { 1: "1", 2: "2", 3: "3", 4: "4" },
  kinds: {},
  cardLines: (n) => `${n} lines`, cardChars: (n) => `${n} chars`, cardSize: (n) => `${n} pt`, cardPpi: (n) => `${n} ppi`, line: (n) => `line ${n}`, written: "Written at", lineText: "This line",
  swipe: "Swipe", blink: "Blink", difference: "Difference", before: "Before", first: "At start", same: "This page has not changed", now: "Now", slider: "Divider",
  longer: (t, n) => `${t}: ${n} longer`, shorter: (t, n) => `${t}: ${n} shorter`, moved: (t) => `${t}: moved`, retitled: (t) => `${t}: another head`, reworded: "Other words, the same length", added: (t) => `New: ${t}`, removed: (t) => `Gone: ${t}`,
  help: "Keys", helpRows: [
    ["← →", "turn pages"], ["1 … 9", "go to a page"], ["+ −", "zoom"], ["0", "actual size"], ["F  W", "fit page, fit width"], ["S", "spread"], ["G B K O M P", "cells, baselines, frames, order, faults, marks"],
    ["N", "next problem"], ["C", "compare"], ["A", "follow changes"], ["R", "build again"], ["Esc", "close"],
  ],
  helpMore: "Click a block to see where it was written; double-click to zoom to it and back. Drag to pan; Ctrl and wheel to zoom.", language: "中文",
};

const chosen = localStorage.getItem("language") === "en" ? "en" : "zh";
export const words = chosen === "en" ? { ...EN, kinds: new Proxy({}, { get: (_, kind) => String(kind).replace("_", " ") }) } : ZH;

// What the server said of a problem or rule, in the editor's language.
export const said = (problem) => (chosen === "en" && problem.en ? problem.en : problem);
export const rule = (both) => both?.[chosen] ?? { name: "", why: "" };

export function switchLanguage() {
  localStorage.setItem("language", chosen === "en" ? "zh" : "en");
  location.reload();
}

export function fillWords(root = document) {
  document.documentElement.lang = chosen === "en" ? "en" : "zh-CN";
  for (const one of root.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
  for (const one of root.querySelectorAll("[data-tip]")) {
    one.title = words[one.dataset.tip];
    if (!one.textContent.trim()) one.setAttribute("aria-label", words[one.dataset.tip]);
  }
  for (const one of root.querySelectorAll("[data-aria]")) one.setAttribute("aria-label", words[one.dataset.aria]);
}
