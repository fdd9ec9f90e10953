// The canvas: which nodes and lines are drawn, and how. vis-network only ever gets what is visible.

const hidden = { types: new Set(), hows: new Set() };
/** Nodes brought to the canvas: the first view, and what search and "show neighbours" add. */
const revealed = new Set(nodes.filter((n) => n.x !== undefined).map((n) => n.id));
let chosen = null; // { node } or { line } or null

const drawn = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const network = new vis.Network(document.getElementById("canvas"), drawn, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 250, keyboard: false, multiselect: false, hideEdgesOnDrag: nodes.length > 400 },
  nodes: { borderWidth: 1, labelHighlightBold: false, font: { size: 13, face: "system-ui, sans-serif" } },
  edges: { width: 1.3, smooth: false, hoverWidth: 0.6, selectionWidth: 1.2, arrowStrikethrough: false, labelHighlightBold: false },
});

const isShown = (n) => {
  const node = nodes[n];
  return revealed.has(n) && !hidden.types.has(node.type) && !(node.how && hidden.hows.has(node.how));
};
const isLineShown = (line) =>
  isShown(line.from) && isShown(line.to) && line.statements.some((s) => !hidden.hows.has(statements[s].how));

/** Nodes that stay bright while something is chosen. */
function lit() {
  if (!chosen) return null;
  if (chosen.line !== undefined) return new Set([lines[chosen.line].from, lines[chosen.line].to]);
  return new Set([chosen.node, ...neighbours(chosen.node)]);
}

/** Letters keep their size on the screen; where they would collide, the better connected node keeps its label. */
const textSize = () => Math.max(13, 11.5 / network.getScale());

function labelled(showing, bright) {
  const size = textSize();
  const weight = (node) => (bright && bright.has(node.id) ? 1e6 : 0) + node.degree;
  const kept = [];
  for (const node of [...showing].sort((a, b) => weight(b) - weight(a) || a.id - b.id)) {
    const rows = node.short.split("\n");
    const half = (Math.max(...rows.map((row) => row.length)) * size) / 4;
    const box = { id: node.id, left: node.x - half, right: node.x + half, top: node.y, bottom: node.y + 14 + rows.length * size * 1.2 };
    const free = kept.every((other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top);
    if (free) kept.push(box);
  }
  return new Set(kept.map((box) => box.id));
}

let pending = 0;
network.on("zoom", () => {
  clearTimeout(pending);
  pending = setTimeout(draw, 120);
});

function look(node, bright, size, named) {
  const type = types[node.type];
  const colour = shade(type.colour);
  const doubtful = node.how && !["Asserted", "Reported"].includes(node.how);
  return {
    id: node.id,
    label: named ? node.short : " ",
    title: `${node.label} (${type.label})`,
    shape: type.shape,
    x: node.x,
    y: node.y,
    size: 8 + 2.4 * Math.sqrt(Math.min(node.degree, 40)),
    opacity: bright ? 1 : 0.16,
    color: { background: doubtful ? css("--ground") : colour, border: colour, highlight: { background: colour, border: css("--ink") }, hover: { background: colour, border: css("--ink") } },
    shapeProperties: { borderDashes: doubtful ? [3, 3] : false },
    borderWidth: doubtful ? 2 : 1,
    font: { size, color: bright ? css("--ink") : "rgba(128,128,128,0.25)", strokeWidth: 3, strokeColor: css("--ground") },
  };
}

function lineLook(line, bright, labelled) {
  const visible = line.statements.filter((s) => !hidden.hows.has(statements[s].how));
  const first = predicates[statements[visible[0]].p] || statements[visible[0]].p;
  const strong = Boolean(chosen) && bright;
  const colour = line.how === "Denied" ? css("--denied") : strong ? css("--link") : css("--edge");
  return {
    id: line.id,
    from: line.from,
    to: line.to,
    arrows: { to: { enabled: true, scaleFactor: 0.55 }, from: { enabled: line.both, scaleFactor: 0.55 } },
    dashes: DASHES[line.how] || false,
    width: strong ? 2 : 1.3,
    color: { color: colour, highlight: css("--link"), hover: css("--link"), opacity: bright ? 1 : 0.12 },
    label: labelled ? first + (visible.length > 1 ? ` +${visible.length - 1}` : "") : undefined,
    font: { size: textSize() * 0.95, color: css("--muted"), strokeWidth: 4, strokeColor: css("--ground"), align: "horizontal" },
    title: visible.map((s) => predicates[statements[s].p] || statements[s].p).join(", "),
  };
}

/** Bring the canvas up to date with what is revealed, filtered and chosen. */
function draw() {
  const bright = lit();
  const showing = nodes.filter((n) => isShown(n.id));
  const lineShowing = lines.filter(isLineShown);
  const isLit = (line) => !bright || (chosen.line !== undefined ? line.id === chosen.line : [line.from, line.to].includes(chosen.node));
  const labels = chosen && lineShowing.filter(isLit).length <= 8;
  const named = labelled(showing, bright);
  const size = textSize();
  renew(drawn.nodes, showing.map((n) => look(n, !bright || bright.has(n.id), size, named.has(n.id))));
  renew(drawn.edges, lineShowing.map((l) => lineLook(l, isLit(l), labels && isLit(l))));
  network.setSelection({ nodes: chosen && chosen.node !== undefined && isShown(chosen.node) ? [chosen.node] : [], edges: [] });
  sayWhatIsShown(showing.length);
}

function renew(set, items) {
  const keep = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !keep.has(id)));
  set.update(items);
}

function sayWhatIsShown(count) {
  const rest = nodes.length - count;
  const why = hidden.types.size || hidden.hows.size ? "filters and search bring back the rest" : nodes.some((n) => n.degree && !revealed.has(n.id)) ? "the best connected; search brings the rest" : "the rest stands in no relation; search finds it";
  document.getElementById("shown").textContent =
    rest ? `${count.toLocaleString("en")} of ${nodes.length.toLocaleString("en")} shown: ${why}` : `All ${nodes.length.toLocaleString("en")} shown`;
}

/** Put nodes on the canvas, each beside the neighbour it belongs to. */
function reveal(numbers) {
  for (const n of numbers) {
    const type = nodes[n].type;
    if (revealed.has(n)) continue;
    revealed.add(n);
    if (nodes[n].x === undefined) settle(n);
    if (hidden.types.delete(type)) legend();
  }
}

function settle(n) {
  const anchor = neighbours(n).map((m) => nodes[m]).find((node) => node.x !== undefined);
  const centre = anchor || { x: 0, y: Math.max(0, ...nodes.map((node) => node.y || 0)) + 120 };
  const taken = nodes.filter((node) => node.x !== undefined);
  for (let step = 1; ; step += 1) {
    const angle = step * 2.39996; // the golden angle fills a disc evenly
    const radius = 70 + 22 * Math.sqrt(step);
    const [x, y] = [Math.round(centre.x + 1.4 * radius * Math.cos(angle)), Math.round(centre.y + radius * Math.sin(angle))];
    if (step > 300 || taken.every((node) => Math.abs(node.x - x) > 90 || Math.abs(node.y - y) > 42)) {
      Object.assign(nodes[n], { x, y });
      return;
    }
  }
}
