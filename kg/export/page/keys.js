// The keyboard: everything that the mouse can do.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** On the canvas the arrows go to the neighbour that lies most in that direction, or to any node if none is chosen. */
function walk([dx, dy]) {
  const here =
    state.chosen && state.chosen.node !== undefined && shown.has(state.chosen.node) ? state.chosen.node : null;
  if (here === null) return choose({ node: [...shown].sort(byDegree)[0] ?? null });
  const towards = (n) => {
    const [x, y] = [nodes[n].x - nodes[here].x, nodes[n].y - nodes[here].y];
    return (x * dx + y * dy) / Math.hypot(x, y);
  };
  const beside = network
    .getConnectedNodes(here)
    .filter((n) => n !== here && towards(n) > 0.3)
    .sort((a, b) => towards(b) - towards(a) || a - b);
  if (beside.length) {
    choose({ node: beside[0] });
    centre(beside[0]);
  }
}

const KEYS = {
  "/": () => byId("search").focus(),
  "?": () => byId("help").showModal(),
  g: () => change({ view: "graph" }, { step: true }),
  t: () => change({ view: "table" }, { step: true }),
  a: () => change({ view: "articles" }, { step: true }),
  p: pathBar,
  e: () => change({ folded: !state.folded }),
  Escape: () => (byId("pathbar").hidden ? choose(null) : pathBar()),
};
const ON_CANVAS = {
  "+": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => fit(),
  Enter: () => panel.focus(),
  x: () => state.chosen && state.chosen.node !== undefined && expand(state.chosen.node),
};

function startKeys() {
  byId("graph").addEventListener("keydown", (event) => {
    if (event.target !== byId("graph") || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = DIRECTIONS[event.key] ? () => walk(DIRECTIONS[event.key]) : ON_CANVAS[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]):not([type=range]), select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || byId("help").open || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
}
