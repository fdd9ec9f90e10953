// What happened when, as far as the bounds go: bars for stretches, diamonds for days, arrows where an end is open.

const LANES = 4;
const LANE = 24; // pixels: the least that a finger can hit
const place = (at, [from, to]) => `${(100 * (Math.min(Math.max(at, from), to) - from)) / (to - from || 1)}%`;

function timeline() {
  const box = byId("timeline");
  box.hidden = !range;
  if (!range) return;
  const [from, to] = shownWindow();
  const { placed, left } = laned(from, to);
  byId("period").textContent = `${day(toIso(from))} – ${day(toIso(to))}`;
  byId("windowed").checked = state.windowed;
  byId("lanes").replaceChildren(
    ...ticks([from, to]).map(([at, label]) =>
      make("span", { class: "tick", style: `left:${place(at, [from, to])}` }, make("span", {}, label)),
    ),
    ...publications(from, to),
    ...placed.map((item) => bar(item, from, to)),
  );
  byId("unlaned").textContent = left ? `+${count(left)} more in this window` : "";
  brush(from, to);
}

/** Events of the window on lanes, the best connected first; what finds no room is counted. */
function laned(from, to) {
  const width = byId("lanes").clientWidth || 1000;
  const pixel = (at) => ((Math.min(Math.max(at, from), to) - from) / (to - from || 1)) * width;
  const lanes = Array.from({ length: LANES }, () => []);
  const placed = [];
  let left = 0;
  const inside = timed
    .filter((n) => present[n])
    .map((n) => ({ n, span: spanOf(n) }))
    .filter(({ span }) => span[0] <= to && span[1] >= from);
  for (const item of inside.sort((a, b) => nodes[b.n].degree - nodes[a.n].degree || a.n - b.n)) {
    const [start, stop] = item.span.map(pixel);
    const label = 24 + nodes[item.n].label.length * 6.4;
    const turned = start + label > width && start > width / 2; // the name stands to the left
    const box = turned ? [Math.min(start, stop - label), stop + 8] : [start, Math.max(stop, start + label)];
    const lane = lanes.findIndex((taken) => taken.every(([a, b]) => box[1] < a || box[0] > b));
    if (lane < 0) left += 1;
    else {
      lanes[lane].push([box[0], box[1] + 6]);
      placed.push({ ...item, lane, turned });
    }
  }
  return { placed: placed.sort((a, b) => a.span[0] - b.span[0] || a.n - b.n), left };
}

function bar({ n, span, lane, turned }, from, to) {
  const node = nodes[n];
  const point = span[0] === span[1];
  const open = [span[0] < from ? "open-left" : "", span[1] > to ? "open-right" : ""].join(" ");
  const look = point
    ? `left:${place(span[0], [from, to])}`
    : `left:${place(span[0], [from, to])};right:calc(100% - ${place(span[1], [from, to])})`;
  const colour = shade(types[node.type].colour);
  return make(
    "button",
    {
      type: "button",
      class: `event ${point ? "point" : "stretch"} ${open} ${turned ? "turned" : ""}`,
      style: `${look};top:${lane * LANE}px;--colour:${colour}`,
      title: `${node.label}: ${node.when}`,
      "aria-current": state.chosen && state.chosen.node === n ? "true" : null,
      onclick: () => choose({ node: n }),
    },
    make("span", { class: "name" }, span[0] < from ? "◂ " : "", node.label, span[1] > to ? " ▸" : ""),
  );
}

function publications(from, to) {
  const days = new Map();
  for (const [at, n] of published) if (at >= from && at <= to) days.set(at, [...(days.get(at) || []), n]);
  const crowded = days.size > 8;
  return [...days].map(([at, list]) =>
    make(
      "button",
      {
        type: "button",
        class: `published${(at - from) / (to - from) > 0.85 ? " turned" : ""}`,
        style: `left:${place(at, [from, to])}`,
        onclick: () => readAt(list[0], 0),
        title: list
          .slice(0, 5)
          .map((n) => documents[n].headline || documents[n].path)
          .join("; "),
        "aria-label": `${plural(list.length, "article")} published ${day(toIso(at))}`,
      },
      make(
        "span",
        {},
        crowded ? "" : list.length > 1 ? plural(list.length, "article") : documents[list[0]].by || "article",
      ),
    ),
  );
}

/** The overview with the window on it. Its two ends are sliders; a drag anywhere draws a new window. */
function brush(from, to) {
  const most = Math.max(...histogram(90));
  const handle = (which, at) =>
    make("div", {
      role: "slider",
      tabindex: 0,
      class: "handle",
      id: `window-${which}`,
      style: `left:${place(at, range)}`,
      "aria-label": `Window ${which}`,
      "aria-valuemin": range[0],
      "aria-valuemax": range[1],
      "aria-valuenow": at,
      "aria-valuetext": day(toIso(at)),
      onkeydown: (event) => nudge(event, which),
    });
  const held = document.activeElement && document.activeElement.id;
  byId("brush").replaceChildren(
    ...histogram(90).map((n, i) =>
      make("span", { class: "bin", style: `left:${i / 0.9}%;height:${(100 * n) / most}%` }),
    ),
    make("span", { class: "selected", style: `left:${place(from, range)};right:calc(100% - ${place(to, range)})` }),
    handle("start", from),
    handle("end", to),
  );
  if (held && held.startsWith("window-")) byId(held).focus();
  byId("earliest").textContent = day(toIso(range[0]));
  byId("latest").textContent = day(toIso(range[1]));
}

function nudge(event, which) {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const [from, to] = shownWindow();
  const by = step * (event.shiftKey ? 7 : 1);
  setWindow(which === "start" ? [Math.min(from + by, to), to] : [from, Math.max(to + by, from)]);
}

function setWindow([from, to], more = {}) {
  change({ window: [Math.max(range[0], Math.round(from)), Math.min(range[1], Math.round(to))], windowed: true }, more);
}

/** Draw a window with the pointer: the view follows once a frame at most, the address when the pointer is let go. */
function startBrushing() {
  const area = byId("brush");
  const at = (event) => {
    const { left, width } = area.getBoundingClientRect();
    return range[0] + ((event.clientX - left) / width) * (range[1] - range[0]);
  };
  let from = null;
  let wanted = null;
  let frame = 0;
  area.addEventListener("pointerdown", (event) => {
    const [start, end] = shownWindow();
    from = event.target.id === "window-start" ? end : event.target.id === "window-end" ? start : at(event);
    wanted = null;
    area.setPointerCapture(event.pointerId);
    document.body.classList.add("brushing");
  });
  area.addEventListener("pointermove", (event) => {
    if (from === null || Math.abs(at(event) - from) < 1) return;
    wanted = [from, at(event)].sort((a, b) => a - b);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (from !== null) setWindow(wanted, { underway: true });
    });
  });
  for (const ended of ["pointerup", "pointercancel"])
    area.addEventListener(ended, () => {
      from = null;
      document.body.classList.remove("brushing");
      if (wanted) setWindow(wanted);
    });
  byId("windowed").addEventListener("change", (event) =>
    change({ windowed: event.target.checked, window: shownWindow() }),
  );
  byId("whole").addEventListener("click", () => change({ window: range, windowed: false }));
}
