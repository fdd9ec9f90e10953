// The shortest way between two nodes over what passes the filters, and how strong its weakest step is.

const NO_WAY = { nodes: [], lines: [] };
const ways = new Map(); // paths found since the filters were last changed

function path(from, to) {
  const key = `${from}>${to}`;
  if (!ways.has(key)) ways.set(key, shortest(from, to));
  return ways.get(key);
}

/** Nodes and lines of the shortest path; of equally short ones, that with the better supported first steps. */
function shortest(from, to) {
  if (!present[from] || !present[to]) return NO_WAY;
  const cameBy = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !cameBy.has(to)) {
    const next = [];
    for (const n of edge) {
      const onward = touching[n].filter(
        (l) =>
          !cameBy.has(otherEnd(lines[l], n)) &&
          present[otherEnd(lines[l], n)] &&
          lines[l].statements.some((s) => live[s]),
      );
      for (const l of onward
        .map((way) => [-supportOf(way), way])
        .sort((a, b) => a[0] - b[0] || a[1] - b[1])
        .map(([, way]) => way)) {
        const other = otherEnd(lines[l], n);
        if (cameBy.has(other)) continue;
        cameBy.set(other, l);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!cameBy.has(to)) return NO_WAY;
  const found = { nodes: [to], lines: [] };
  for (let n = to; cameBy.get(n) !== null; n = found.nodes[0]) {
    found.lines.unshift(cameBy.get(n));
    found.nodes.unshift(otherEnd(lines[cameBy.get(n)], n));
  }
  return found;
}

const supportOf = (l) => Math.max(...lines[l].statements.filter((s) => live[s]).map((s) => sourcesOf(statements[s])));

/** The best that any statement of a line offers: how firmly it is said and how confidently it was read. */
function strengthOf(l) {
  const claims = lines[l].statements.filter((s) => live[s]).flatMap((s) => claimsOf(statements[s]));
  return claims
    .map((c) => ({ how: c.how, score: c.score }))
    .sort((a, b) => rankOf.get(a.how) - rankOf.get(b.how) || b.score - a.score)[0];
}

function showPath([from, to]) {
  const found = path(from, to);
  const strengths = found.lines.map(strengthOf).filter(Boolean);
  const weakest = strengths.sort((a, b) => rankOf.get(b.how) - rankOf.get(a.how) || a.score - b.score)[0];
  const steps = found.lines.flatMap((l, i) => [
    make("h3", {}, `Step ${i + 1}: `, link(found.nodes[i]), " – ", link(found.nodes[i + 1])),
    ...blocks(
      lines[l].statements.filter((s) => live[s]),
      null,
      i < 4 ? 1 : 0,
    ),
  ]);
  show(
    make("p", { class: "kind" }, "Shortest path"),
    make("h2", {}, `${nodes[from].label} to ${nodes[to].label}`),
    found.nodes.length
      ? make(
          "p",
          { class: "muted" },
          `${plural(found.lines.length, "step")}; the weakest is ${howOf.get(weakest.how).label}, read with confidence ${weakest.score.toFixed(2)}.`,
        )
      : make(
          "p",
          {},
          isFiltered() ? "No path over what passes the filters." : "No path: nothing that was read connects the two.",
        ),
    ...steps,
  );
}

const ends = { from: null, to: null };

function pathBar() {
  const bar = byId("pathbar");
  bar.hidden = !bar.hidden;
  byId("pathopen").setAttribute("aria-expanded", String(!bar.hidden));
  if (bar.hidden) return;
  if (state.chosen && state.chosen.node !== undefined) fillEnd("from", state.chosen.node);
  byId(ends.from === null ? "path-from" : "path-to").focus();
}

function fillEnd(which, n) {
  ends[which] = n;
  byId(`path-${which}`).value = nodes[n].label;
  if (ends.from !== null && ends.to !== null && ends.from !== ends.to) {
    reveal(path(ends.from, ends.to).nodes);
    change({ view: "graph", steps: 0 });
    choose({ path: [ends.from, ends.to] });
    fit();
  }
}
