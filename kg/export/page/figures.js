// Figures for one thing, side by side: who gives which number, and whether they can all be true.

/** True of "six officers and a civilian": figures of one sentence that count different things are parts, not rivals. */
function areParts(a, b) {
  const places = (statement) => claimsOf(statement).flatMap((claim) => claim.on);
  return (!a.unit || a.unit !== b.unit) && places(a).some((place) => places(b).includes(place));
}

const anyPair = (list, test) => list.some((a, i) => list.slice(i + 1).some((b) => test(a, b)));

/** True if an event has figures that are said beside each other, not of parts of it. */
const hasRivals = (n) => figureLists(n).some((list) => anyPair(list, (a, b) => !areParts(a, b)));

/** The statements that give figures for an event, by kind, where there is more than one. */
function figureLists(n) {
  const byKind = new Map();
  for (const s of about[n]) {
    const statement = statements[s];
    if (statement.s === n && statement.range) byKind.set(statement.p, [...(byKind.get(statement.p) || []), statement]);
  }
  return [...byKind.values()].filter((list) => list.length > 1);
}

const figures = (n) => figureLists(n).map(figureTable);

/** True if no number lies in both ranges: "at least 25" and "about 20" cannot both be so. */
const disagree = (a, b) => (a[0] ?? -Infinity) > (b[1] ?? Infinity) || (b[0] ?? -Infinity) > (a[1] ?? Infinity);

function figureTable(list) {
  const apart = anyPair(list, (a, b) => !areParts(a, b) && disagree(a.range, b.range));
  const cells = (write) => list.map((statement) => make("td", {}, write(statement, claimsOf(statement))));
  const unique = (values) => [...new Set(values)];
  return make(
    "div",
    { class: "figures", role: "region", tabindex: "0", "aria-label": `Figures: ${predicates[list[0].p]}` },
    make(
      "h3",
      {},
      `${predicates[list[0].p]}: ${list.length} figures `,
      make("span", { class: apart ? "chip contested" : "chip" }, apart ? "they differ" : "they fit together"),
    ),
    make(
      "table",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "row" }, "Figure"),
        cells((s) => make("b", {}, s.text)),
      ),
      make(
        "tr",
        {},
        make("th", { scope: "row" }, "Says"),
        cells((_, claims) => between(unique(claims.flatMap((c) => c.who)).map(link), ", ")),
      ),
      make(
        "tr",
        {},
        make("th", { scope: "row" }, "How firmly"),
        cells((_, claims) => unique(claims.map((c) => howOf.get(c.how).label)).join(", ")),
      ),
      make(
        "tr",
        {},
        make("th", { scope: "row" }, "Published"),
        cells((_, claims) =>
          unique(claims.map((c) => [documents[c.doc].by, dated(documents[c.doc])].filter(Boolean).join(", "))).join(
            "; ",
          ),
        ),
      ),
    ),
  );
}
