// The drawing. vis-network only ever gets what is visible; every place is known before, nothing moves by itself.

const drawn = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let colours = {};

const network = new vis.Network(byId("canvas"), drawn, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 250, keyboard: false, multiselect: false, hideEdgesOnDrag: false },
  nodes: { borderWidth: 1, labelHighlightBold: false, font: { size: 13, face: "system-ui, sans-serif" } },
  edges: {
    width: 1.3,
    smooth: false,
    hoverWidth: 0.6,
    selectionWidth: 1.2,
    arrowStrikethrough: false,
    labelHighlightBold: false,
  },
});

for (const element of byId("canvas").querySelectorAll("[tabindex]")) element.removeAttribute("tabindex"); // #graph has the focus

/** Letters keep their size on the screen; where they would collide, the better connected node keeps its label. */
const textSize = () => Math.max(13, 11.5 / network.getScale());
/** Shapes and lines shrink less than the distances between them when the whole is looked at. */
const swell = () => Math.min(shown.size > 90 ? 1.2 : 1.8, Math.max(1, 0.85 / network.getScale()));
const LABELS = { 300: Infinity, 500: 120, 2000: 80 };
const EDGE_LABELS = 6;

/** The nodes that keep their label: no two labels overlap, and above 300 nodes only so many are written. */
function labelled(showing, bright) {
  const size = textSize();
  const budget = Object.entries(LABELS).find(([most]) => showing.length <= most)?.[1] ?? 60;
  const weight = (node) => (bright && bright.has(node.id) ? 1e6 : 0) + node.degree;
  const rowsOf = new Map(); // by height, so that only labels near by are compared
  const kept = new Set();
  const step = size * 6;
  for (const node of [...showing].sort((a, b) => weight(b) - weight(a) || a.id - b.id)) {
    if (kept.size >= budget) break;
    const rows = node.short.split("\n");
    const half = (Math.max(...rows.map((row) => row.length)) * size) / 4;
    const box = {
      left: node.x - half,
      right: node.x + half,
      top: node.y,
      bottom: node.y + 14 + rows.length * size * 1.2,
    };
    const row = Math.floor(node.y / step);
    const beside = [row - 1, row, row + 1].flatMap((r) => rowsOf.get(r) || []);
    if (beside.some((o) => box.left <= o.right && box.right >= o.left && box.top <= o.bottom && box.bottom >= o.top))
      continue;
    rowsOf.set(row, [...(rowsOf.get(row) || []), box]);
    kept.add(node.id);
  }
  return kept;
}

/** What stays bright while something is chosen: nodes, and lines by their ids. */
function lit(ties) {
  const { chosen } = state;
  if (!chosen) return null;
  if (chosen.path) {
    const found = path(...chosen.path);
    return { nodes: new Set(found.nodes), lines: new Set(found.lines) };
  }
  if (chosen.line !== undefined)
    return { nodes: new Set([lines[chosen.line].from, lines[chosen.line].to]), lines: new Set([chosen.line]) };
  const mine = ties.filter((l) => l.from === chosen.node || l.to === chosen.node || l.event === chosen.node);
  return {
    nodes: new Set([chosen.node, ...mine.flatMap((l) => [l.from, l.to])]),
    lines: new Set(mine.map((l) => l.id)),
  };
}

function look(node, bright, size, named) {
  const type = types[node.type];
  const colour = shade(type.colour);
  const doubtful = node.how && !["Asserted", "Reported"].includes(node.how);
  const chosen = state.chosen && state.chosen.node === node.id;
  return {
    id: node.id,
    label: named ? node.short : " ",
    title: `${node.label} (${type.label})`,
    shape: type.shape,
    x: node.x,
    y: node.y,
    size: (8 + 2.4 * Math.sqrt(Math.min(node.degree, 25))) * swell(),
    opacity: bright ? 1 : 0.16,
    color: {
      background: doubtful ? colours.ground : colour,
      border: chosen ? colours.ink : colour,
      highlight: { background: colour, border: colours.ink },
      hover: { background: colour, border: colours.ink },
    },
    shapeProperties: { borderDashes: doubtful ? [3, 3] : false },
    borderWidth: chosen ? 3 : doubtful ? 2 : 1,
    font: { size, color: bright ? colours.ink : "rgba(128,128,128,0.25)", strokeWidth: 3, strokeColor: colours.ground },
  };
}

const nameOf = (statement) =>
  statement.p === undefined ? types[nodes[statement.s].type].label : predicates[statement.p];

function lineLook(line, { bright, strong, named, arrows }) {
  const found = line.statements.map((s) => statements[s]);
  const colour = line.how === "Denied" ? colours.denied : strong ? colours.link : colours.edge;
  const sources = Math.max(1, ...found.map(sourcesOf));
  return {
    id: line.id,
    from: line.from,
    to: line.to,
    arrows: arrows
      ? { to: { enabled: true, scaleFactor: 0.55 }, from: { enabled: Boolean(line.both), scaleFactor: 0.55 } }
      : "",
    dashes: DASHES[line.how] || false,
    width: ((strong ? 2 : 1.3) + Math.min(sources - 1, 4)) * swell(),
    color: { color: colour, highlight: colours.link, hover: colours.link, opacity: bright ? 1 : 0.12 },
    label: named ? nameOf(found[0]) + (found.length > 1 ? ` +${found.length - 1}` : "") : undefined,
    font: {
      size: textSize() * 0.95,
      color: colours.muted,
      strokeWidth: 4,
      strokeColor: colours.ground,
      align: "horizontal",
    },
    title: `${found.map(nameOf).join(", ")}${sources > 1 ? ` (${sources} sources)` : ""}`,
    smooth: line.event === undefined ? false : { enabled: true, type: "curvedCW", roundness: 0.12 },
  };
}

/** Bring the canvas up to date with what is revealed, filtered and chosen. */
function draw() {
  colours = Object.fromEntries(
    ["ground", "ink", "muted", "edge", "link", "denied"].map((name) => [name, css(`--${name}`)]),
  );
  if (state.grouped) return drawGroups();
  shown = scene();
  const { folded, gone } = state.folded ? foldEvents(shown) : { folded: [], gone: new Set() };
  for (const n of gone) shown.delete(n);
  reveal(
    [...shown].filter((n) => nodes[n].x === undefined),
    true,
  );
  const showing = [...shown].map((n) => nodes[n]);
  const ties = [...linesBetween(shown), ...folded];
  const bright = lit(ties);
  const isLit = (l) => !bright || bright.lines.has(l.id);
  const dims = bright && !state.steps; // around a node, all that is drawn matters
  const named = labelled(showing, bright && bright.nodes);
  const size = textSize();
  const few = Boolean(bright) && bright.lines.size <= EDGE_LABELS;
  renew(
    drawn.nodes,
    showing.map((n) => look(n, !dims || bright.nodes.has(n.id), size, named.has(n.id))),
  );
  renew(
    drawn.edges,
    ties.map((l) =>
      lineLook(l, {
        bright: !dims || isLit(l),
        strong: Boolean(bright) && isLit(l),
        named: few && isLit(l),
        arrows: showing.length <= 500,
      }),
    ),
  );
  banner(showing.length);
}

function renew(set, items) {
  const keep = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !keep.has(id)));
  set.update(items);
}

let pending = 0;
network.on("zoom", () => {
  clearTimeout(pending);
  pending = setTimeout(draw, 120);
});

const still = matchMedia("(prefers-reduced-motion: reduce)");
const motion = () => !still.matches && { duration: 300 };
const fit = () => {
  network.fit({ animation: false });
  network.moveTo({ scale: network.getScale() * 0.88 }); // room for what is written above and below
  draw();
};
function centre(n) {
  if (shown.has(n) && state.view === "graph")
    network.focus(n, { scale: Math.max(network.getScale(), 0.9), animation: motion() });
}
const zoom = (factor) => {
  network.moveTo({ scale: network.getScale() * factor });
  draw();
};
network.on("animationFinished", draw);

network.on("click", ({ nodes: [node], edges: [line] }) => {
  if (state.grouped) openGroup(node);
  else if (node !== undefined) choose({ node });
  else if (line !== undefined) choose(typeof line === "number" ? { line } : { node: Number(line.split(">")[0]) });
  else if (state.chosen) choose(null);
});
network.on("doubleClick", ({ nodes: [node] }) => !state.grouped && node !== undefined && expand(node));
network.on("dragEnd", ({ nodes: [node] }) => {
  if (node === undefined || state.grouped) return;
  const { x, y } = network.getPositions([node])[node];
  Object.assign(nodes[node], { x, y });
});
