// The last of the page's scripts: it wires the buttons and starts everything.

const VIEWS = { graph: () => draw(), table: () => table(), articles: () => reader() };

/** Bring everything up to date with the state. */
function refresh() {
  document.documentElement.dataset.theme = state.theme;
  sift();
  if (state.said !== null || state.windowed) reveal(nodes.filter((n) => present[n.id] && n.first).map((n) => n.id));
  for (const view of Object.keys(VIEWS)) {
    byId(view === "articles" ? "reader" : view).hidden = view !== state.view;
    byId(`view-${view}`).setAttribute("aria-pressed", String(view === state.view));
  }
  byId("folded").setAttribute("aria-pressed", String(state.folded));
  if (state.view !== "graph") shown = scene();
  VIEWS[state.view]();
  legend();
  timeline();
  showChosen();
}

const go = (name, act) => byId(name).addEventListener("click", act);
const views = Object.keys(VIEWS);
views.forEach((view) => go(`view-${view}`, () => change({ view }, { step: true })));
go("overview", () => {
  choose(null);
  change({ view: "graph" });
  fit();
});
go("nearer", () => zoom(1.3));
go("farther", () => zoom(1 / 1.3));
go("fit", fit);
go("folded", () => change({ folded: !state.folded }));
go("pathopen", pathBar);
go("pathclose", () => {
  pathBar();
  if (state.chosen && state.chosen.path) choose(null);
});
go("theme", () => change({ theme: isDark() ? "light" : "dark", themed: true }));
go("helpopen", () => byId("help").showModal());
go("png", savePng);
go("svg", saveSvg);
go("csv", saveCsv);
byId("link").addEventListener("click", (event) => copy(location.href, event.currentTarget));
go("fold-timeline", () => {
  const body = byId("timeline-body");
  body.hidden = !body.hidden;
  byId("fold-timeline").setAttribute("aria-expanded", String(!body.hidden));
  network.redraw();
});

const search = byId("search");
combobox(search, byId("results"), true, (hit) => {
  search.value = "";
  if (hit.node !== undefined) {
    choose({ node: hit.node }, { focus: true });
    centre(hit.node);
  } else {
    choose({ node: hit.statement.s });
    const resting = hit.statement.claims.filter((claim) => claim.on.includes(hit.passage));
    show(
      make("p", { class: "kind" }, "Found in a sentence"),
      make("h2", {}, sentence(hit.statement, null)),
      resting.map((claim) => claimBlock(claim, hit.statement)),
    );
    panel.focus();
  }
});
for (const which of ["from", "to"])
  combobox(byId(`path-${which}`), byId(`path-${which}-list`), false, (hit) => fillEnd(which, hit.node));
byId("pathswap").addEventListener("click", () => {
  if (ends.from !== null && ends.to !== null) [ends.from, ends.to] = [ends.to, ends.from];
  for (const which of ["from", "to"]) if (ends[which] !== null) fillEnd(which, ends[which]);
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
  if (!state.themed) change({ theme: event.matches ? "dark" : "light" });
});
addEventListener("popstate", () => {
  recall();
  refresh();
});
addEventListener("hashchange", () => {
  recall();
  refresh();
});
addEventListener("resize", timeline);

byId("counts").textContent = [
  plural(documents.length, "article"),
  plural(nodes.filter((n) => !isEvent(n.id)).length, "entity", "entities"),
  plural(nodes.filter((n) => isEvent(n.id)).length, "event"),
  plural(claimCount, "claim"),
].join(" · ");
if (matchMedia("(max-width: 900px), (max-height: 620px)").matches) {
  byId("timeline-body").hidden = true;
  byId("fold-timeline").setAttribute("aria-expanded", "false");
}
recall();
if (state.chosen && state.chosen.node !== undefined) reveal([state.chosen.node]);
if (state.chosen && state.chosen.path) reveal(path(...state.chosen.path).nodes);
if (range) startBrushing();
startKeys();
refresh();
if (state.view === "graph") fit(); // draws again, now that the scale is known
if (state.chosen && state.chosen.node !== undefined) centre(state.chosen.node);
window.network = network;
document.documentElement.dataset.ready = "true";
