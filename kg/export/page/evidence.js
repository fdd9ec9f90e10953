// A statement and its claims: who says so, how firmly, when, and the sentence with its words and mentions marked.

const link = (n) =>
  make(
    "button",
    {
      type: "button",
      class: "link",
      onclick: () => {
        choose({ node: n });
        centre(n);
      },
    },
    nodes[n].label,
  );
const chip = (how) => make("span", { class: "chip", title: howOf.get(how).comment }, howOf.get(how).label);

/** The statement as words; n is the node whose panel it stands in, null where both ends are to be named. */
function sentence(statement, n) {
  const name = (m) => (m === n ? make("b", {}, nodes[m].label) : link(m));
  if (statement.p === undefined) return [name(statement.s)];
  const verb = predicates[statement.p];
  const target = statement.o === undefined ? make("b", {}, statement.text) : name(statement.o);
  if (!isEvent(statement.s)) return [name(statement.s), ` – ${verb} – `, target];
  if (n === statement.s) return [`${verb}: `, target];
  return n === statement.o ? [`as ${verb}: `, name(statement.s)] : [name(statement.s), ` – ${verb}: `, target];
}

/** The same as plain text, for tables, files and citations. */
function inWords(statement) {
  if (statement.p === undefined) return nodes[statement.s].label;
  const target = statement.o === undefined ? statement.text : nodes[statement.o].label;
  return `${nodes[statement.s].label} – ${predicates[statement.p]} – ${target}`;
}

/** One statement with a button that shows its claims; they are written when they are first shown. */
function statementBlock(statement, n, open) {
  const sources = sourcesOf(statement);
  const claims = make("div", { hidden: true });
  const toggle = () => {
    if (claims.hidden && !claims.children.length) claims.append(...claimBlocks(statement));
    claims.hidden = !claims.hidden;
    opener.setAttribute("aria-expanded", String(!claims.hidden));
  };
  const opener = button("", toggle, {
    class: "opener",
    "aria-expanded": "false",
    "aria-label": `Evidence: ${inWords(statement)}`,
  });
  if (open) toggle();
  return make(
    "div",
    { class: "statement" },
    make(
      "div",
      { class: "line" },
      opener,
      make(
        "div",
        {},
        sentence(statement, n),
        " ",
        chip(statement.how),
        sources > 1 ? make("span", { class: "chip firm" }, `${sources} sources`) : null,
      ),
    ),
    claims,
  );
}

/** The claims that pass the filters; how many do not is said. */
function claimBlocks(statement) {
  const claims = claimsOf(statement);
  const passing = claims.filter((c) => passesClaim(c));
  const rest = claims.length - passing.length;
  return [
    ...passing.map((c) => claimBlock(c, statement)),
    rest ? make("p", { class: "muted" }, `${plural(rest, "claim")} hidden by the filters`) : null,
  ].filter(Boolean);
}

function claimBlock(claim, statement) {
  const via = claim.via === undefined ? [] : [" via ", link(claim.via)];
  const made = claim.in === undefined ? [] : [" in ", link(claim.in)];
  const article = documents[claim.doc];
  return make(
    "div",
    { class: "claim" },
    make(
      "div",
      { class: "by" },
      stroke(claim.how),
      make("span", {}, `${howOf.get(claim.how).label} by `, ...between(claim.who.map(link), ", "), ...via, ...made),
    ),
    claim.on.map((p) => make("blockquote", {}, passage(passages[p], statement, claim))),
    make("p", { class: "muted" }, source(article)),
    make(
      "p",
      { class: "muted fine" },
      between(
        [
          confidence(claim.score),
          claim.asOf ? `as of ${day(claim.asOf)}` : "",
          button("Read in article", () => readAt(claim.doc, passages[claim.on[0]][3]), { class: "link" }),
          make(
            "button",
            {
              type: "button",
              class: "link",
              onclick: (event) => copy(citation(claim, statement), event.currentTarget),
            },
            "Copy as citation",
          ),
        ].filter(Boolean),
        " · ",
      ),
    ),
  );
}

const confidence = (score) =>
  make(
    "span",
    { title: "how sure the reading program is, not the source" },
    make("span", { class: "bar", "aria-hidden": "true" }, make("span", { style: `width:${Math.round(score * 100)}%` })),
    ` read with confidence ${score.toFixed(2)}`,
  );

/** Which article: title, publishers, date and how the date is known; a link only to the web. */
function source(article) {
  const name = article.headline || article.path;
  const title = isOfTheWeb(article.url)
    ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, name)
    : make("span", {}, name);
  const by = (article.voices || []).map((n) => link(n));
  return between(
    [title, ...(between(by, ", ").length ? [make("span", {}, between(by, ", "))] : []), dated(article)],
    ", ",
  );
}

const isOfTheWeb = (url) => /^https?:\/\//i.test(url || "");
const dated = (article) =>
  article.date
    ? day(article.date) + (["explicit", undefined].includes(article.basis) ? "" : ` (date ${article.basis})`)
    : "no date";

/** One claim as a footnote wants it. */
function citation(claim, statement) {
  const article = documents[claim.doc];
  const words = claim.on
    .map((p) => textOf([passages[p][0], passages[p][3], passages[p][4]]).replace(/\s+/g, " ").trim())
    .join(" … ");
  const where = [
    article.headline || article.path,
    article.by,
    article.date ? day(article.date) : "no date",
    isOfTheWeb(article.url) ? article.url : "",
  ]
    .filter(Boolean)
    .join(", ");
  const who =
    claim.who.map((n) => nodes[n].label).join(", ") + (claim.via === undefined ? "" : ` via ${nodes[claim.via].label}`);
  return `“${words}” (${where}). ${inWords(statement)}; ${howOf.get(claim.how).label} by ${who}; read with confidence ${claim.score.toFixed(2)}.`;
}
