// Which claims, statements and nodes pass the filters, and how many each value of a filter would show.

const WITHIN = [-Infinity, Infinity];

/** The days [from, to] within which an event lies, as far as they are known; null without any bound. */
function spanOf(n) {
  const time = nodes[n].time;
  if (!time) return null;
  const [from, by, on, until] = time.map((iso) => (iso ? toDay(iso) : null));
  return [
    from ?? (by === null && on === null ? WITHIN[0] : Math.min(...[by, on].filter((d) => d !== null))),
    until ?? WITHIN[1],
  ];
}

function isInWindow(n) {
  if (!state.windowed || !state.window) return true;
  const span = spanOf(n);
  return span !== null && span[0] <= state.window[1] && span[1] >= state.window[0];
}

const passesClaim = (claim, but) =>
  (but === "hows" || !hidden.hows.has(claim.how)) &&
  (but === "outlets" || !hidden.outlets.has(outlets[outletOf[claim.doc]])) &&
  claim.score >= least.score &&
  (state.said === null || claim.who.includes(state.said));

/** True if the statement passes every filter, but for the one named. */
function passes(statement, but) {
  if (statement.p !== undefined && but !== "predicates" && hidden.predicates.has(statement.p)) return false;
  if (isEvent(statement.s) && !isInWindow(statement.s)) return false;
  if (but !== "types") {
    if (hidden.types.has(types[nodes[statement.s].type].name)) return false;
    if (statement.o !== undefined && hidden.types.has(types[nodes[statement.o].type].name)) return false;
  }
  if (least.sources > 1 && sourcesOf(statement) < least.sources) return false;
  return claimsOf(statement).some((claim) => passesClaim(claim, but)) || !claimsOf(statement).length;
}

let live = new Uint8Array(statements.length);
let present = new Uint8Array(nodes.length);

/** Decide anew which statements and nodes pass. Without filters, a node of which nothing is said passes, too. */
function sift() {
  ways.clear();
  const everything = !isFiltered();
  const happens = new Set();
  statements.forEach((s, n) => {
    live[n] = everything || passes(s) ? 1 : 0;
    if (live[n] && s.p === undefined) happens.add(s.s);
  });
  nodes.forEach((node, n) => {
    present[n] = everything || (isEvent(n) && happens.has(n)) ? 1 : 0;
  });
  if (everything) return;
  statements.forEach((s, n) => {
    if (!live[n] || s.p === undefined) return;
    if ((isEvent(s.s) && !happens.has(s.s)) || (s.o !== undefined && isEvent(s.o) && !happens.has(s.o))) live[n] = 0;
    else if (!state.windowed || isEvent(s.s)) present[s.s] = present[s.o ?? s.s] = 1;
  });
  if (state.windowed)
    statements.forEach((s, n) => {
      if (live[n] && !present[s.s]) live[n] = 0;
    });
}

/** How much each value of a filter would show, among what passes the other filters: nodes of a type, else statements. */
function counts(facet) {
  const found = new Map();
  const add = (value) => found.set(value, (found.get(value) || 0) + 1);
  const filtered = isFiltered();
  const passing = filtered ? statements.filter((s) => passes(s, facet)) : statements;
  if (facet === "types") {
    const ends = new Set(passing.flatMap((s) => (s.o === undefined ? [s.s] : [s.s, s.o])));
    for (const node of nodes) if (!filtered || ends.has(node.id)) add(types[node.type].name);
  } else if (facet === "predicates") {
    for (const s of passing) if (s.p !== undefined) add(s.p);
  } else {
    const value = facet === "hows" ? (c) => c.how : (c) => outlets[outletOf[c.doc]];
    for (const s of passing) new Set(claimsOf(s).map(value)).forEach(add);
  }
  return found;
}
