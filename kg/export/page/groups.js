// The bird's eye view of a large graph: a node for each group, wider lines where more is said between two.

const members = groups ? groups.hubs.map(() => []) : [];
if (groups)
  groups.of.forEach((g, n) => {
    if (g >= 0) members[g].push(n);
  });
const AT_ONCE_OPENED = 100;

function drawGroups() {
  shown = new Set();
  const found = members.map((numbers, g) => ({ g, numbers: numbers.filter((n) => present[n]) }));
  const drawnGroups = found.filter(({ numbers }) => numbers.length);
  const places = drawnGroups.map(({ g, numbers }) => {
    const [x, y] = groups.at[g];
    return { id: g, x: 1.5 * x, y: 1.5 * y, degree: numbers.length, short: nodes[groups.hubs[g]].short };
  });
  const named = labelled(places, null);
  const ids = new Set(places.map((place) => place.id));
  renew(
    drawn.nodes,
    drawnGroups.map(({ numbers }, i) => groupLook(places[i], numbers, named.has(places[i].id))),
  );
  renew(drawn.edges, ties(ids));
  banner(0);
}

function groupLook({ id, x, y, short }, numbers, named) {
  const best = [...numbers].sort(byDegree).slice(0, 3);
  const colour = shade(types[nodes[groups.hubs[id]].type].colour);
  const solid = { background: colour, border: colours.ink };
  return {
    id: `group ${id}`,
    label: named ? `${short}\n(${count(numbers.length)})` : " ",
    title: `${best.map((n) => nodes[n].label).join(", ")}: ${plural(numbers.length, "node")}`,
    shape: "dot",
    x,
    y,
    size: 8 + Math.min(32, Math.sqrt(numbers.length)),
    opacity: 1,
    borderWidth: 1,
    color: { background: colour, border: colour, highlight: solid, hover: solid },
    font: { size: textSize(), color: colours.ink, strokeWidth: 3, strokeColor: colours.ground },
    shapeProperties: { borderDashes: false },
  };
}

/** Lines between groups, only the strongest: all of them would hide the groups. */
function ties(ids) {
  const weights = new Map();
  for (const line of lines) {
    const [a, b] = [groups.of[line.from], groups.of[line.to]].sort((x, y) => x - y);
    if (!ids.has(a) || !ids.has(b) || a === b) continue;
    const weight = line.statements.filter((s) => live[s]).length;
    if (weight) weights.set(`${a}-${b}`, (weights.get(`${a}-${b}`) || 0) + weight);
  }
  const strongest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, ids.size);
  const most = Math.max(1, ...weights.values());
  return strongest.map(([ends, weight]) => {
    const [from, to] = ends.split("-").map((g) => `group ${g}`);
    const color = { color: colours.edge, opacity: 1 };
    const title = plural(weight, "statement");
    return {
      id: ends,
      from,
      to,
      title,
      color,
      width: 1 + (6 * weight) / most,
      arrows: "",
      dashes: false,
      smooth: false,
      label: undefined,
    };
  });
}

function openGroup(id) {
  if (id === undefined) return;
  const g = Number(id.split(" ")[1]);
  revealed.clear();
  reveal(
    members[g]
      .filter((n) => present[n])
      .sort(byDegree)
      .slice(0, AT_ONCE_OPENED),
  );
  change({ grouped: false, chosen: { node: groups.hubs[g] } }, { step: true });
  fit();
}
