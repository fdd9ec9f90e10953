// How much of the graph is on the canvas, why not more, and what brings more.

function banner(drawnCount) {
  const connected = nodes.filter((n) => present[n.id] && n.degree);
  const rest = nodes.length - drawnCount;
  const offer = [];
  const waiting = connected.filter((n) => !shown.has(n.id) && !(state.folded && isEvent(n.id))).length;
  if (state.grouped)
    offer.push(
      button("Back to nodes", () => {
        change({ grouped: false }, { step: true });
        fit();
      }),
    );
  else if (waiting && !state.steps && !(state.chosen && state.chosen.path)) {
    offer.push(
      button(waiting > MOST_NEW ? `Show ${MOST_NEW} of ${count(waiting)} more` : `Show ${count(waiting)} more`, more),
    );
    if (!state.all && waiting > MOST_NEW && connected.length <= MOST_DRAWN)
      offer.push(
        button(`Show all ${count(connected.length)}`, () => {
          change({ all: true });
          fit();
        }),
      );
    if (groups)
      offer.push(
        button("Groups", () => {
          change({ grouped: true, chosen: null }, { step: true });
          fit();
        }),
      );
  }
  byId("shown").replaceChildren(
    make(
      "span",
      {},
      state.grouped
        ? `${count(connected.length)} nodes in ${plural(drawn.nodes.length, "group")}, each around its best connected; click one to open it`
        : rest
          ? `${count(drawnCount)} of ${count(nodes.length)} shown: ${why(waiting)}`
          : `All ${count(nodes.length)} shown`,
    ),
    ...offer,
  );
}

function why(waiting) {
  if (state.chosen && state.chosen.path) return "the path is lit";
  if (state.steps) return `${plural(state.steps, "step")} around ${nodes[state.chosen.node].label}`;
  if (isFiltered()) return "the rest does not pass the filters, or waits for a search";
  if (state.folded) return "events are lines";
  return waiting ? "the best connected; search finds the rest" : "the rest stands in no relation; search finds it";
}
