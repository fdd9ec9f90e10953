// The side panel: what is known about the chosen node or line, who says so, and on which words.

const panel = document.getElementById("panel");
const link = (n) => make("button", { type: "button", class: "link", onclick: () => choose({ node: n }) }, nodes[n].label);
const between = (items, gap) => items.flatMap((item, i) => (i ? [gap, item] : [item]));

function show(...children) {
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
}

function showOverview() {
  const events = nodes.filter((n) => group(n) === "event").length;
  const best = [...nodes].filter((n) => n.degree).sort((a, b) => b.degree - a.degree || a.id - b.id).slice(0, 10);
  const contested = nodes.filter((n) => n.contested);
  show(
    make("h2", {}, "Overview"),
    make("p", { class: "muted" }, "Choose a node or a line to read who says so, and on which words."),
    make("div", { class: "tiles" }, tile(nodes.length - events, "entities"), tile(events, "events"), tile(claimCount, "claims")),
    make("h3", {}, "Most connected"),
    make("ul", { class: "rows" }, ...best.map((n) => row(n, plural(n.degree, "link")))),
    contested.length ? make("h3", {}, "Contested: someone denies it") : null,
    contested.length ? make("ul", { class: "rows" }, ...contested.slice(0, 20).map((n) => row(n, ""))) : null,
    make("h3", {}, plural(documents.length, "article")),
    make("ul", { class: "articles" }, ...documents.slice(0, 100).map((d) => make("li", {}, ...source(d)))),
    documents.length > 100 ? make("p", { class: "muted" }, `and ${documents.length - 100} more`) : null,
  );
}

const tile = (count, word) => make("div", {}, make("b", {}, count.toLocaleString("en")), word);
const row = (node, note) => make("li", {}, glyph(types[node.type]), link(node.id), make("span", { class: "muted" }, note));

function showNode(n) {
  const node = nodes[n];
  const type = types[node.type];
  const ties = about[n].filter((s) => statements[s].p !== undefined);
  const isEvent = group(node) === "event";
  const own = ties.filter((s) => isEvent ? statements[s].s === n : group(nodes[statements[s].s]) !== "event");
  const roles = ties.filter((s) => !own.includes(s));
  const more = neighbours(n).filter((m) => !isShown(m)).length;
  show(
    make("p", { class: "kind" }, glyph(type), type.label,
      node.how ? chip(node.how) : null, node.contested ? make("span", { class: "chip contested" }, "contested") : null),
    make("h2", {}, node.label),
    node.aliases && node.aliases.length ? make("p", { class: "muted" }, `Also called ${node.aliases.join(", ")}`) : null,
    node.when ? make("p", {}, node.when) : null,
    node.content ? make("blockquote", {}, node.content) : null,
    make("div", { class: "actions" },
      more ? make("button", { type: "button", onclick: () => expand(n) }, `Show ${plural(more, "more neighbour")}`) : null,
      make("button", { type: "button", onclick: () => centre(n) }, "Centre")),
    ...(isEvent ? whoSaysSo(happening.get(n)) : []),
    ...section(isEvent ? "Who, what, where" : "Relations", own, n),
    ...section("Events", roles, n),
    ...section("Says about others", [...new Set(saidBy[n])].filter((s) => !about[n].includes(s)), n),
    ties.length || saidBy[n].length || isEvent ? null : make("p", { class: "muted" }, "Mentioned only; no statement about it was found."),
  );
}

function showLine(l) {
  const line = lines[l];
  show(make("p", { class: "kind" }, "Between"), make("h2", {}, link(line.from), " and ", link(line.to)), ...section("Statements", line.statements, null));
}

const AT_ONCE = 40;

const whoSaysSo = (event) => [make("h3", {}, `Who says so (${event.claims.length})`), ...event.claims.map((c) => claimBlock(c, event))];

function section(title, numbers, n) {
  if (!numbers.length) return [];
  const order = (s) => modalities.findIndex((m) => m.name === statements[s].how);
  const sorted = [...numbers].sort((a, b) => order(a) - order(b) || a - b);
  const open = numbers.length <= 4 ? 4 : 2;
  const blocks = (from, to) =>
    sorted.slice(from, to).map((s, i) => statementBlock(statements[s], n, from + i < open && statements[s].claims.length > 0));
  const more = make("button", { type: "button", onclick: () => more.replaceWith(...blocks(AT_ONCE)) },
    `Show ${(sorted.length - AT_ONCE).toLocaleString("en")} more`);
  const rest = sorted.length > AT_ONCE ? [more] : [];
  return [make("h3", {}, `${title} (${numbers.length.toLocaleString("en")})`), ...blocks(0, AT_ONCE), ...rest];
}

/** One statement; its claims are written when it is opened. */
function statementBlock(statement, n, open) {
  const block = make("details", { class: "statement" }, make("summary", {}, ...sentence(statement, n), chip(statement.how)));
  const fill = () => {
    if (block.open && block.children.length === 1) block.append(...claimsOf(statement).map((c) => claimBlock(c, statement)));
  };
  block.addEventListener("toggle", fill);
  block.open = open;
  fill();
  return block;
}

function sentence(statement, n) {
  const name = (m) => (m === n ? make("b", {}, nodes[m].label) : link(m));
  if (statement.p === undefined) return [name(statement.s)];
  const verb = predicates[statement.p] || statement.p;
  const target = statement.o === undefined ? make("b", {}, statement.text) : name(statement.o);
  if (group(nodes[statement.s]) !== "event") return [name(statement.s), ` – ${verb} – `, target];
  if (n === statement.s) return [`${verb}: `, target];
  return n === statement.o ? [`as ${verb}: `, name(statement.s)] : [name(statement.s), ` – ${verb}: `, target];
}

function claimBlock(claim, statement) {
  const ends = new Set([statement.s, statement.o, ...(statement.p === undefined ? neighbours(statement.s) : [])]);
  const via = claim.via === undefined ? [] : [" via ", link(claim.via)];
  const made = claim.in === undefined ? [] : [" in ", link(claim.in)];
  const cue = claim.cue ? `“${claim.cue}”` : "";
  return make("div", { class: "claim" },
    make("div", { class: "by" }, stroke(claim.how), make("span", {}, `${howOf.get(claim.how).label} by `, ...between(claim.who.map(link), ", "), ...via, ...made)),
    ...claim.on.map((p) => make("blockquote", {}, ...passages[p].map((part) => words(part, ends)))),
    make("p", { class: "muted" }, ...between([...source(documents[claim.doc]), claim.asOf ? `as of ${claim.asOf}` : "", cue, `read with confidence ${claim.score.toFixed(2)}`].filter(Boolean), " · ")));
}

/** A piece of a passage: a mention leads to its entity, those of the statement are marked. */
function words([text, node, inside], ends) {
  const look = inside ? {} : { class: "around" };
  if (node === null) return make("span", look, text);
  const button = make("button", { type: "button", title: nodes[node].label, onclick: () => choose({ node }) }, text);
  return ends.has(node) && inside ? make("mark", {}, button) : make("span", look, button);
}

/** Which article: title, publisher, date; a link only to the web. */
function source(document) {
  const name = document.title || document.path;
  const title = /^https?:\/\//i.test(document.url || "")
    ? make("a", { href: document.url, target: "_blank", rel: "noopener noreferrer" }, name) : make("span", {}, name);
  const date = document.date ? document.date + (document.inferred ? " (date inferred)" : "") : "no date";
  return [title, make("span", { class: "muted" }, [document.by, date].filter(Boolean).join(", "))];
}

const chip = (how) => make("span", { class: "chip", title: howOf.get(how).comment }, howOf.get(how).label);
