// What the panel shows while nothing is chosen: what is best connected, best supported, contested; the articles.

const tile = (number, word) => make("div", {}, make("b", {}, count(number)), word);

function showOverview() {
  const kept = statements.filter((s) => live[s.id]);
  const ids = nodes.map((n) => n.id).filter((n) => present[n]);
  const events = ids.filter(isEvent);
  const best = ids
    .filter((n) => nodes[n].degree)
    .sort(byDegree)
    .slice(0, 10);
  const supported = kept
    .map((s) => [sourcesOf(s), s])
    .filter(([n]) => n > 1)
    .sort((a, b) => b[0] - a[0] || a[1].id - b[1].id)
    .slice(0, 8);
  const contested = kept.filter((s) => isContested(s)).slice(0, 8);
  const disputed = events.filter(hasRivals).slice(0, 8);
  show(
    make("h2", {}, "Overview"),
    make("p", { class: "muted" }, "Choose a node or a line to read who says so, and on which words."),
    make(
      "div",
      { class: "tiles" },
      tile(ids.length - events.length, "entities"),
      tile(events.length, "events"),
      tile(
        kept.reduce((sum, s) => sum + claimsMade(s), 0),
        "claims",
      ),
    ),
    make("h3", {}, "Most connected"),
    rows(best, (n) => plural(nodes[n].degree, "tie")),
    ...listed(
      "Said by more than one source",
      supported.map(([n, s]) =>
        make("li", {}, make("span", {}, sentence(s, null)), make("span", { class: "muted" }, `${n} sources`)),
      ),
    ),
    ...listed(
      "Contested: someone denies it",
      contested.map((s) => make("li", {}, make("span", {}, sentence(s, null)))),
    ),
    ...listed(
      "More than one figure",
      disputed.map((n) => row(nodes[n], "")),
    ),
    make("h3", {}, plural(documents.length, "article")),
    make(
      "ul",
      { class: "articles" },
      documents.slice(0, 100).map((d, n) =>
        make(
          "li",
          {},
          source(d),
          " ",
          button("Read", () => readAt(n, 0), { class: "link", "aria-label": `Read ${d.headline || d.path}` }),
        ),
      ),
    ),
    documents.length > 100
      ? make("p", { class: "muted" }, `and ${count(documents.length - 100)} more in the view "Articles"`)
      : null,
  );
}

const listed = (title, items) => (items.length ? [make("h3", {}, title), make("ul", { class: "rows" }, items)] : []);
const isContested = (s) => s.how !== "Denied" && s.claims.some((c) => c.how === "Denied");
