// The bird's eye view of a large graph: a node for each group, wider lines where more is said between two.

const members = groups ? groups.hubs.map(() => []) : [];
if (groups)
  groups.of.forEach((g, n) => {
    if (g >= 0) members[g].push(n);
  });
const AT_ONCE_OPENED = 100;

function drawGroups() {
  shown = new Set();
  const between = new Map();
  for (const line of lines) {
    const [a, b] = [groups.of[line.from], groups.of[line.to]].sort((x, y) => x - y);
    const weight = line.statements.filter((s) => live[s]).length;
    if (a >= 0 && a !== b && weight) between.set(`${a}-${b}`, (between.get(`${a}-${b}`) || 0) + weight);
  }
  const strongest = [...between].sort((a, b) => b[1] - a[1]).slice(0, 3 * members.length);
  const most = Math.max(1, ...between.values());
  renew(
    drawn.nodes,
    members
      .map((numbers, g) =>
        groupLook(
          g,
          numbers.filter((n) => present[n]),
        ),
      )
      .filter((node) => node.value),
  );
  const drawnGroups = new Set(drawn.nodes.getIds());
  renew(
    drawn.edges,
    strongest
      .map(([ends, weight]) => {
        const [from, to] = ends.split("-").map((g) => `group ${g}`);
        return {
          id: ends,
          from,
          to,
          arrows: "",
          width: 1 + (6 * weight) / most,
          dashes: false,
          smooth: false,
          color: { color: colours.edge, opacity: 1 },
          title: plural(weight, "statement"),
          label: undefined,
        };
      })
      .filter((edge) => drawnGroups.has(edge.from) && drawnGroups.has(edge.to)),
  );
  banner(0);
}

function groupLook(g, numbers) {
  const [x, y] = groups.at[g];
  const hub = nodes[groups.hubs[g]];
  const best = [...numbers]
    .sort(byDegree)
    .slice(0, 3)
    .map((n) => nodes[n].label);
  const colour = shade(types[hub.type].colour);
  return {
    id: `group ${g}`,
    value: numbers.length,
    label: `${hub.short}\n(${count(numbers.length)})`,
    title: `${best.join(", ")} and others`,
    shape: "dot",
    x: x * 1.5,
    y: y * 1.5,
    size: 8 + Math.min(40, Math.sqrt(numbers.length)),
    opacity: 1,
    borderWidth: 1,
    color: {
      background: colour,
      border: colour,
      highlight: { background: colour, border: colours.ink },
      hover: { background: colour, border: colours.ink },
    },
    font: { size: textSize(), color: colours.ink, strokeWidth: 3, strokeColor: colours.ground },
    shapeProperties: { borderDashes: false },
  };
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
