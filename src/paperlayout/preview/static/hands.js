// Mouse, touch and keys on the desk.

const SLIP = 4; // pixels a click may move
const WHEEL = 0.0022;

export function pointing(desk, { click, twice }) {
  const element = desk.element;
  let held = null;
  let dragged = false;
  element.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.pointerType === "touch" || event.button || event.target.closest("button, a, input, .pin")) return;
    held = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop, moved: false };
  });
  element.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moved && Math.hypot(x, y) > SLIP) {
      held.moved = true;
      element.setPointerCapture(event.pointerId);
      element.classList.add("panning");
    }
    if (held.moved) element.scrollTo(held.left - x, held.top - y);
  });
  const drop = () => {
    dragged = Boolean(held?.moved); // the click that follows belongs to the drag
    held = null;
    element.classList.remove("panning");
  };
  element.addEventListener("pointerup", drop);
  element.addEventListener("pointercancel", drop);
  element.addEventListener("click", (event) => on(event, click));
  element.addEventListener("dblclick", (event) => on(event, twice));
  const on = (event, act) => {
    const sheet = desk.shown.find((one) => one.element.contains(event.target));
    if (!dragged && !event.target.closest("button, a, input")) act(sheet, sheet?.at(event.clientX, event.clientY));
  };
  element.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    desk.setZoom(desk.zoom * Math.exp(-event.deltaY * (event.deltaMode ? 16 : 1) * WHEEL), event.clientX, event.clientY);
  }, { passive: false });
}

export function pinching(desk) {
  let start = null;
  const spread = ([a, b]) => ({ gap: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 });
  desk.element.addEventListener("touchstart", (event) => { start = event.touches.length === 2 ? { ...spread(event.touches), zoom: desk.zoom } : null; }, { passive: true });
  desk.element.addEventListener("touchmove", (event) => {
    if (!start || event.touches.length !== 2) return;
    event.preventDefault();
    const now = spread(event.touches);
    desk.setZoom((start.zoom * now.gap) / start.gap, now.x, now.y);
  }, { passive: false });
  desk.element.addEventListener("touchend", () => { start = null; }, { passive: true });
}

export function keys(table) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, [contenteditable]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = table[key] ?? (/^[1-9]$/.test(key) ? () => table.digit(Number(key)) : null);
    if (!act || act(event) === false) return;
    event.preventDefault();
  });
}
