// The side panel: what is known about what is chosen, who says so, and on which words.

const panel = byId("panel");

function show(...children) {
  panel.replaceChildren(...children.flat().filter(Boolean));
  panel.scrollTop = 0;
}

function showChosen() {
  const { chosen } = state;
  if (!chosen) showOverview();
  else if (chosen.path) showPath(chosen.path);
  else if (chosen.line !== undefined) showLine(chosen.line);
  else showNode(chosen.node);
}

const rows = (list, note) =>
  make(
    "ul",
    { class: "rows" },
    list.map((n) => row(nodes[n], note(n))),
  );
const row = (node, note) =>
  make("li", {}, glyph(types[node.type]), link(node.id), note ? make("span", { class: "muted" }, note) : null);

function showNode(n) {
  const node = nodes[n];
  const ties = about[n].filter((s) => statements[s].p !== undefined && live[s]);
  const event = isEvent(n);
  const own = ties.filter((s) => (event ? statements[s].s === n : !isEvent(statements[s].s)));
  const roles = ties.filter((s) => !own.includes(s));
  const said = saidBy[n].filter((s) => live[s] && !about[n].includes(s));
  show(
    make(
      "p",
      { class: "kind" },
      glyph(types[node.type]),
      types[node.type].label,
      node.how ? chip(node.how) : null,
      node.contested ? make("span", { class: "chip contested" }, "contested") : null,
    ),
    make("h2", {}, node.label),
    node.aliases
      ? make(
          "p",
          { class: "muted" },
          `Also called ${node.aliases.slice(0, 12).join(", ")}${node.aliases.length > 12 ? ` and ${node.aliases.length - 12} more` : ""}`,
        )
      : null,
    node.when ? make("p", {}, node.when) : null,
    node.said ? make("blockquote", {}, node.said) : null,
    (node.links || [])
      .filter(isOfTheWeb)
      .map((url) => make("p", {}, make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url))),
    nodeActions(n),
    ...(event
      ? [
          ...figures(n),
          make("h3", {}, `Who says so (${claimsMade(happening.get(n))})`),
          ...claimBlocks(happening.get(n)),
        ]
      : []),
    ...section(event ? "Who, what, where" : "Relations", own, n),
    ...section("Events", roles, n),
    ...section("Says about others", said, n),
    ties.length || said.length || event
      ? null
      : make(
          "p",
          { class: "muted" },
          isFiltered() ? "Nothing about it passes the filters." : "Mentioned only; no statement about it was found.",
        ),
    ...mentionedIn(n),
  );
}

function nodeActions(n) {
  const more = unseen(n).length;
  const leaves = neighbours(n).filter(
    (m) => shown.has(m) && neighbours(m).every((o) => o === n || !shown.has(o)),
  ).length;
  const step = (steps, label) =>
    button(
      label,
      () => {
        change({ steps, view: "graph" }, { step: true });
        fit();
      },
      { "aria-pressed": String(state.steps === steps) },
    );
  return make(
    "div",
    { class: "actions" },
    more
      ? button(
          more > MOST_NEW
            ? `Show ${MOST_NEW} of ${count(more)} more neighbours`
            : `Show ${plural(more, "more neighbour")}`,
          () => expand(n),
        )
      : null,
    leaves ? button(`Hide ${plural(leaves, "neighbour")} without other ties`, () => collapse(n)) : null,
    make(
      "span",
      { class: "switch", role: "group", "aria-label": "How much around it" },
      step(0, "Everything"),
      step(1, "1 step"),
      step(2, "2 steps"),
    ),
    button("Path from here", () => {
      ends.from = null;
      ends.to = null;
      byId("path-to").value = "";
      if (!byId("pathbar").hidden) pathBar();
      pathBar();
    }),
    saidBy[n].length ? button("Only what it says", () => change({ said: n })) : null,
  );
}

function showLine(l) {
  const line = lines[l];
  const kept = line.statements.filter((s) => live[s]);
  show(
    make("p", { class: "kind" }, "Between"),
    make("h2", {}, link(line.from), " and ", link(line.to)),
    ...section("Statements", kept, null),
    kept.length ? null : make("p", { class: "muted" }, "Nothing between them passes the filters."),
  );
}

function mentionedIn(n) {
  const found = documents.map((d, i) => [i, (d.mentions || []).filter((m) => m[2] === n)]).filter(([, m]) => m.length);
  return listed(
    "Mentioned in",
    found.slice(0, 30).map(([i, m]) =>
      make(
        "li",
        {},
        button(documents[i].headline || documents[i].path, () => readAt(i, m[0][0]), { class: "link" }),
        make("span", { class: "muted" }, plural(m.length, "time")),
      ),
    ),
  );
}

const AT_ONCE = 40;

function section(title, numbers, n) {
  if (!numbers.length) return [];
  const sorted = [...numbers].sort(
    (a, b) =>
      rankOf.get(statements[a].how) - rankOf.get(statements[b].how) ||
      sourcesOf(statements[b]) - sourcesOf(statements[a]) ||
      a - b,
  );
  const rest = sorted.length - AT_ONCE;
  const more = button(`Show ${plural(rest, "more statement")}`, () =>
    more.replaceWith(...blocks(sorted.slice(AT_ONCE), n, 0)),
  );
  return [
    make("h3", {}, `${title} (${count(numbers.length)})`),
    ...blocks(sorted.slice(0, AT_ONCE), n, numbers.length <= 4 ? 4 : 2),
    ...(rest > 0 ? [more] : []),
  ];
}

/** Blocks of statements, the first few of them open where they have claims of their own. */
const blocks = (numbers, n, open) =>
  numbers.map((s, i) => statementBlock(statements[s], n, i < open && (n === null || statements[s].claims.length > 0)));
