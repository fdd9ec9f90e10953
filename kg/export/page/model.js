// The data of the page and how its parts hang together. Text from articles is only ever set as text (make, never
// innerHTML).

const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, edges: lines, statements, types, documents, passages, predicates, modalities } = data;
const howOf = new Map(modalities.map((m) => [m.name, m]));
const group = (node) => types[node.type].group;

/** Numbers of the statements in which a node stands, of its lines, and of the claims it makes. */
const about = nodes.map(() => []);
const touching = nodes.map(() => []);
const saidBy = nodes.map(() => []);
/** What says that an event happens; its roles rest on these claims unless they have their own. */
const happening = new Map();

statements.forEach((statement, n) => {
  about[statement.s].push(n);
  if (statement.o !== undefined && statement.o !== statement.s) about[statement.o].push(n);
  if (statement.p === undefined) happening.set(statement.s, statement);
  for (const claim of statement.claims) for (const who of claim.who) saidBy[who].push(n);
});
lines.forEach((line, n) => {
  line.id = n;
  touching[line.from].push(n);
  touching[line.to].push(n);
});

const claimsOf = (statement) =>
  statement.claims.length ? statement.claims : (happening.get(statement.s) || { claims: [] }).claims;
const claimCount = statements.reduce((sum, s) => sum + s.claims.length, 0);
const neighbours = (n) => touching[n].map((l) => (lines[l].from === n ? lines[l].to : lines[l].from));

/** How a search sees text: without case, accents and marks. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const plural = (count, word, many = `${word}s`) => `${count.toLocaleString("en")} ${count === 1 ? word : many}`;

/** An element: make("p", { class: "muted" }, "text", child, ...); on... attributes are listeners, null children skipped. */
function make(name, attributes = {}, ...children) {
  const svg = ["svg", "path", "circle", "line"].includes(name);
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const PATHS = {
  square: "M2 2h12v12h-12z",
  diamond: "M8 0l8 8-8 8-8-8z",
  triangle: "M8 1l8 14h-16z",
  triangleDown: "M8 15l8-14h-16z",
  hexagon: "M4 1h8l4 7-4 7h-8l-4-7z",
  star: "M8 0l2.3 5.3 5.7.5-4.300 3.800 1.300 5.700-5-3-5 3 1.300-5.700-4.300-3.800 5.700-.5z",
};

/** The shape of a type in its colour, as the canvas draws it. */
function glyph(type) {
  const fill = shade(type.colour);
  const shape = PATHS[type.shape] ? make("path", { d: PATHS[type.shape], fill }) : make("circle", { cx: 8, cy: 8, r: 7, fill });
  return make("svg", { class: "glyph", viewBox: "0 0 16 16", "aria-hidden": "true" }, shape);
}

const DASHES = { Asserted: null, Reported: [9, 4], Speculative: [2, 4], Planned: [10, 4, 2, 4], Denied: [4, 6] };

function stroke(how) {
  const dash = DASHES[how];
  const line = make("line", { x1: 0, y1: 5, x2: 34, y2: 5, "stroke-dasharray": dash ? dash.join(" ") : null });
  const look = how === "Denied" ? "stroke denied" : "stroke";
  return make("svg", { class: look, viewBox: "0 0 34 10", "aria-hidden": "true" }, line);
}

const dark = matchMedia("(prefers-color-scheme: dark)");

/** A type's colour, lighter on dark ground so that it stays visible. */
function shade(colour) {
  if (!dark.matches) return colour;
  const mixed = [1, 3, 5].map((i) => Math.round(parseInt(colour.slice(i, i + 2), 16) * 0.6 + 255 * 0.4));
  return `rgb(${mixed.join(",")})`;
}
