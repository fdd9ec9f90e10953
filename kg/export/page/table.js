// Every claim as a row, under the same filters: what the canvas shows, for those who read, sort and count.

const ROWS = 100;
const eventDay = (n) => (nodes[n].time ? nodes[n].time.find(Boolean) : "");
const COLUMNS = [
  { name: "statement", label: "Statement and sentence", key: ({ s }) => inWords(s) },
  { name: "when", label: "When", key: ({ s, c }) => (isEvent(s.s) ? eventDay(s.s) : "") || c.asOf || "" },
  { name: "who", label: "According to", key: ({ c }) => nodes[c.who[0]].label },
  { name: "how", label: "How firmly", key: ({ c }) => rankOf.get(c.how) },
  { name: "score", label: "Confidence", key: ({ c }) => c.score },
  { name: "source", label: "Published by", key: ({ c }) => documents[c.doc].by || documents[c.doc].path },
  { name: "date", label: "Date", key: ({ c }) => documents[c.doc].date || "" },
];
const order = { column: "date", down: true };

/** The claims that pass the filters, in the order chosen. */
function claimRows() {
  const rows = statements
    .filter((s) => live[s.id])
    .flatMap((s) => s.claims.filter((c) => passesClaim(c)).map((c) => ({ s, c })));
  const { key } = COLUMNS.find((column) => column.name === order.column);
  const sign = order.down ? -1 : 1;
  const keyed = rows.map((row, n) => [key(row), n]);
  const compare = (a, b) => (typeof a === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0);
  return keyed.sort((a, b) => sign * compare(a[0], b[0]) || a[1] - b[1]).map(([, n]) => rows[n]);
}

function table() {
  const rows = claimRows();
  const body = make("tbody", {}, rows.slice(0, ROWS).map(claimRow));
  let shownRows = ROWS;
  const more = button(`Show ${ROWS} more`, () => {
    body.append(...rows.slice(shownRows, shownRows + ROWS).map(claimRow));
    shownRows += ROWS;
    more.hidden = shownRows >= rows.length;
  });
  more.hidden = shownRows >= rows.length;
  byId("table").replaceChildren(
    make("div", { class: "head" }, make("h2", {}, plural(rows.length, "claim")), button("Save as CSV", saveCsv)),
    make(
      "table",
      { class: "claims" },
      make("caption", { class: "unseen" }, "Claims that pass the filters"),
      make("thead", {}, make("tr", {}, COLUMNS.map(heading))),
      body,
    ),
    more,
  );
}

function heading({ name, label }) {
  const sorted = order.column === name ? (order.down ? "descending" : "ascending") : "none";
  const sort = () => {
    Object.assign(order, { column: name, down: order.column === name ? !order.down : false });
    table();
    byId(`sort-${name}`).focus();
  };
  return make(
    "th",
    { scope: "col", "aria-sort": sorted },
    button(
      [label, make("span", { "aria-hidden": "true" }, { descending: " ▾", ascending: " ▴", none: "" }[sorted])],
      sort,
      { class: "link", id: `sort-${name}` },
    ),
  );
}

function claimRow({ s, c }) {
  const article = documents[c.doc];
  const words = c.on.map((p) => textOf([passages[p][0], passages[p][3], passages[p][4]])).join(" … ");
  const when = isEvent(s.s) && nodes[s.s].when ? nodes[s.s].when : c.asOf ? `as of ${day(c.asOf)}` : "";
  return make(
    "tr",
    {},
    make("td", {}, make("div", {}, sentence(s, null)), make("div", { class: "words" }, words)),
    make("td", {}, when),
    make("td", {}, between(c.who.map(link), ", "), c.via === undefined ? null : [" via ", link(c.via)]),
    make("td", {}, howOf.get(c.how).label),
    make("td", { class: "number" }, c.score.toFixed(2)),
    make(
      "td",
      {},
      article.by || article.path,
      " ",
      button("Read", () => readAt(c.doc, passages[c.on[0]][3]), { class: "link", "aria-label": "Read in article" }),
    ),
    make("td", { class: "number" }, article.date || "no date"),
  );
}
