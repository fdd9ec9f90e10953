// What is looked at and how, and its copy in the address: a view can be bookmarked, shared and gone back to.

const state = {
  chosen: null, // { node }, { line }, { path: [from, to] } or null
  view: "graph",
  article: 0,
  steps: 0, // 0: everything; 1 or 2: so many steps around the chosen node
  folded: false,
  grouped: false,
  all: false,
  said: null, // only what this node says
  window: null, // days [from, to] that the timeline shows
  windowed: false, // the window filters the graph
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
};
const hidden = { types: new Set(), hows: new Set(), predicates: new Set(), outlets: new Set() };
const least = { score: 0, sources: 1 };
/** Nodes brought to the canvas: the first view, and what search, path and "show neighbours" add. */
const revealed = new Set(nodes.filter((n) => n.first).map((n) => n.id));
/** Nodes whose neighbours were asked for, in that order. */
const opened = new Set();

const outlets = [...new Set(documents.map((d) => d.by || d.path))].sort();
const outletOf = documents.map((d) => outlets.indexOf(d.by || d.path));
const FACETS = {
  types: { short: "hide", values: types.map((t) => t.name) },
  hows: { short: "how", values: modalities.map((m) => m.name) },
  predicates: { short: "ties", values: Object.keys(predicates) },
  outlets: { short: "by", values: outlets },
};
const isFiltered = () =>
  Object.values(hidden).some((set) => set.size) ||
  least.score > 0 ||
  least.sources > 1 ||
  state.windowed ||
  state.said !== null;

const keys = (numbers) => numbers.map((n) => encodeURIComponent(nodes[n].key)).join("~");

/** The address of the view: the chosen node's key, then what differs from the start. */
function fragment() {
  const { chosen } = state;
  const parts = [chosen && chosen.node !== undefined ? encodeURIComponent(nodes[chosen.node].key) : ""];
  const add = (name, value) => value && parts.push(`${name}=${value}`);
  if (chosen && chosen.line !== undefined) add("line", keys([lines[chosen.line].from, lines[chosen.line].to]));
  if (chosen && chosen.path) add("path", keys(chosen.path));
  add("view", state.view !== "graph" && state.view);
  add("article", state.view === "articles" && documents.length && encodeURIComponent(documents[state.article].key));
  add("steps", state.steps);
  for (const name of ["folded", "grouped", "all", "windowed"]) add(name, state[name] && 1);
  for (const [name, { short, values }] of Object.entries(FACETS))
    add(
      short,
      [...hidden[name]]
        .map((v) => values.indexOf(v))
        .sort((a, b) => a - b)
        .join("."),
    );
  add("score", least.score);
  add("sources", least.sources > 1 && least.sources);
  add("said", state.said !== null && keys([state.said]));
  add("window", state.window && state.window.map(toIso).join("~"));
  add("open", keys([...opened]));
  add("theme", state.themed && state.theme);
  return `#${parts.join("&")}`;
}

/** Read the address; what it names and is not there is passed over. */
function recall() {
  const [first, ...rest] = location.hash.slice(1).split("&");
  const found = Object.fromEntries(rest.map((part) => part.split("=")));
  const numbers = (text = "") =>
    text
      .split("~")
      .map((key) => numberOf.get(decode(key)))
      .filter((n) => n !== undefined);
  const node = numberOf.get(decode(first));
  const [ends, path] = [numbers(found.line), numbers(found.path)];
  const line =
    ends.length === 2 ? lines.findIndex((l) => ends.includes(l.from) && ends.includes(l.to) && l.from !== l.to) : -1;
  state.chosen = node !== undefined ? { node } : line >= 0 ? { line } : path.length === 2 ? { path } : null;
  state.view = ["table", "articles"].includes(found.view) ? found.view : "graph";
  state.article = Math.max(
    0,
    documents.findIndex((d) => d.key === decode(found.article || "")),
  );
  state.steps = Math.min(2, Number(found.steps) || 0);
  for (const name of ["folded", "grouped", "all", "windowed"]) state[name] = found[name] === "1";
  state.grouped = state.grouped && Boolean(groups);
  state.all = state.all && nodes.length <= MOST_DRAWN;
  for (const [name, { short, values }] of Object.entries(FACETS))
    hidden[name] = new Set(
      (found[short] || "")
        .split(".")
        .filter(Boolean)
        .map((i) => values[i])
        .filter(Boolean),
    );
  least.score = Math.min(1, Number(found.score) || 0);
  least.sources = Math.max(1, Number(found.sources) || 1);
  state.said = numbers(found.said)[0] ?? null;
  const days = (found.window || "").split("~").map(toDay);
  state.window = days.length === 2 && days[0] <= days[1] ? days : null;
  opened.clear();
  numbers(found.open).forEach(openAround);
  if (["light", "dark"].includes(found.theme)) Object.assign(state, { theme: found.theme, themed: true });
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Change the view. A step (a choice, another view) can be gone back from; a filter replaces the address. What is
 * still under way leaves the address alone: browsers take it amiss to be told a new one many times a second. */
function change(values, { step = false, underway = false } = {}) {
  Object.assign(state, values);
  const address = underway ? location.hash : fragment();
  if (address !== location.hash && !(address === "#" && !location.hash))
    history[step ? "pushState" : "replaceState"](null, "", address);
  refresh();
}
