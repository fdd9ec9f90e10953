// What is on the canvas: which nodes and lines, out of all that pass the filters, and how it grows.

const MOST_DRAWN = 2000;
const MOST_NEW = 40;
const AROUND = { 1: 40, 2: 80 };

const byDegree = (a, b) => nodes[b].degree - nodes[a].degree || a - b;
const isRevealed = (n) => state.all || revealed.has(n);

/** The neighbours that pass the filters, the best connected first. */
const liveNeighbours = (n) =>
  [...new Set(touching[n].filter((l) => lines[l].statements.some((s) => live[s])).map((l) => otherEnd(lines[l], n)))]
    .filter((m) => present[m])
    .sort(byDegree);

const unseen = (n) => liveNeighbours(n).filter((m) => !shown.has(m) && !(state.folded && isEvent(m)));

/** Numbers of the nodes that are drawn. */
let shown = new Set();

function choose(what, { focus = false } = {}) {
  if (what && what.node !== undefined) reveal([what.node]);
  change({ chosen: what, steps: what && what.node !== undefined ? state.steps : 0 }, { step: true });
  if (what && what.node !== undefined)
    announce(
      `${nodes[what.node].label}, ${types[nodes[what.node].type].label}, ${plural(liveNeighbours(what.node).length, "neighbour")}`,
    );
  if (focus) panel.focus();
}

/** The nodes to draw: those revealed, or those a few steps around the chosen one, or those of a path. */
function scene() {
  const { chosen, steps } = state;
  if (chosen && chosen.path)
    return new Set([...path(...chosen.path).nodes, ...[...revealed].filter((n) => present[n])]);
  if (steps && chosen && chosen.node !== undefined) {
    const found = new Set([chosen.node]);
    let edge = [chosen.node];
    for (let step = 0; step < steps; step += 1) {
      edge = edge.flatMap(liveNeighbours).filter((n) => !found.has(n));
      edge = [...new Set(edge)].sort(byDegree).slice(0, AROUND[steps]);
      edge.forEach((n) => found.add(n));
    }
    reveal(
      [...found].filter((n) => nodes[n].x === undefined),
      true,
    );
    return found;
  }
  return new Set(
    nodes.filter((node) => present[node.id] && (state.all ? node.degree : revealed.has(node.id))).map((n) => n.id),
  );
}

/** Lines between drawn nodes; folded, an event is a line from its first participant to each other one. */
function linesBetween(drawnNodes) {
  const ties = [];
  const seen = new Set();
  for (const n of drawnNodes) {
    for (const l of touching[n]) {
      const line = lines[l];
      if (seen.has(l) || !drawnNodes.has(otherEnd(line, n))) continue;
      seen.add(l);
      const visible = line.statements.filter((s) => live[s]);
      if (visible.length) ties.push({ ...line, statements: visible, id: l });
    }
  }
  return ties;
}

/** Every event that can be a line, as lines. What has fewer than two participants on the canvas stays a node. */
function foldEvents(drawnNodes) {
  const folded = [];
  const gone = new Set();
  for (const node of nodes) {
    if (!happening.has(node.id) || !present[node.id]) continue;
    const roles = types[node.type].roles;
    const parts = about[node.id]
      .map((s) => statements[s])
      .filter((s) => s.s === node.id && s.o !== undefined && live[s.id] && drawnNodes.has(s.o) && !isEvent(s.o));
    parts.sort((a, b) => roles.indexOf(a.p) - roles.indexOf(b.p) || a.id - b.id);
    const ends = [...new Set(parts.map((s) => s.o))];
    if (ends.length < 2) continue;
    gone.add(node.id);
    for (const to of ends.slice(1)) {
      folded.push({
        id: `${node.id}>${to}`,
        from: ends[0],
        to,
        how: node.how,
        event: node.id,
        statements: [happening.get(node.id).id],
      });
    }
  }
  return { folded, gone };
}

/** Put nodes on the canvas, each beside the neighbour it belongs to. */
function reveal(numbers, passing = false) {
  for (const n of numbers) {
    if (nodes[n].x === undefined) settle(n);
    if (!passing) revealed.add(n);
  }
}

function openAround(n) {
  opened.add(n);
  reveal([
    n,
    ...neighbours(n)
      .filter((m) => !revealed.has(m))
      .sort(byDegree)
      .slice(0, MOST_NEW),
  ]);
}

function expand(n) {
  opened.add(n);
  reveal(unseen(n).slice(0, MOST_NEW));
  if (state.folded) reveal(unseen(n).flatMap(liveNeighbours).slice(0, MOST_NEW));
  change({ chosen: { node: n } });
}

/** Take away the neighbours that hang on this node alone. */
function collapse(n) {
  opened.delete(n);
  for (const m of neighbours(n))
    if (neighbours(m).every((other) => other === n || !shown.has(other))) revealed.delete(m);
  change({});
}

/** Bring the best connected nodes that are not drawn yet. */
function more() {
  reveal(
    nodes
      .filter((node) => present[node.id] && node.degree && !revealed.has(node.id))
      .map((n) => n.id)
      .sort(byDegree)
      .slice(0, MOST_NEW),
  );
  change({});
  fit();
}

/** Cells of the canvas with what stands in them, so that a place for a node is found without asking every other. */
const CELL = [180, 84];
const cells = new Map();
const cellOf = (x, y) => [Math.floor(x / CELL[0]), Math.floor(y / CELL[1])];
const near = (x, y) => {
  const [column, row] = cellOf(x, y);
  return [-1, 0, 1].flatMap((i) => [-1, 0, 1].flatMap((j) => cells.get(`${column + i},${row + j}`) || []));
};

function put(n, x, y) {
  Object.assign(nodes[n], { x, y });
  const cell = cellOf(x, y).join();
  cells.set(cell, [...(cells.get(cell) || []), n]);
}
for (const node of nodes) if (node.x !== undefined) put(node.id, node.x, node.y);
const lowest = Math.max(0, ...nodes.map((node) => node.y || 0));

function settle(n) {
  const anchor = neighbours(n)
    .map((m) => nodes[m])
    .find((node) => node.x !== undefined);
  const centre = anchor || { x: 0, y: lowest + 120 };
  for (let step = 1; ; step += 1) {
    const angle = step * 2.39996; // the golden angle fills a disc evenly
    const radius = 70 + 22 * Math.sqrt(step);
    const [x, y] = [
      Math.round(centre.x + 1.4 * radius * Math.cos(angle)),
      Math.round(centre.y + radius * Math.sin(angle)),
    ];
    if (step > 2000 || near(x, y).every((m) => Math.abs(nodes[m].x - x) > 90 || Math.abs(nodes[m].y - y) > 42)) {
      put(n, x, y);
      return;
    }
  }
}
