// Results: rows as a table that sorts, with links into the explorer; a graph or an answer as text.
"use strict";

const MOST_ROWS = 1000;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long"].map((name) => XSD + name));
const isNumber = (term) => term !== undefined && NUMBERS.has(term.datatype);

/** An IRI as a prefixed name where one fits. */
function short(iri, prefixes) {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (iri.startsWith(namespace) && /^[\w-]+$/.test(iri.slice(namespace.length))) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return `<${iri}>`;
}

const shown = (term, prefixes) => {
  if (term === undefined) return "";
  if (term.type === "uri") return short(term.value, prefixes);
  return term.type === "bnode" ? `_:${term.value}` : term.type === "triple" ? "triple" : term.value;
};

/** A cell: things of the graph lead to the explorer, its other nodes to what is said of them, addresses on the web to
 * the web. Text is only ever set as text. */
function cell(term, prefixes, things) {
  const text = shown(term, prefixes);
  const td = make("td", isNumber(term) ? { class: "number" } : {});
  if (term === undefined || term.type !== "uri") td.append(text);
  else if (things.has(term.value)) {
    td.append(make("a", { href: `./#${encodeURIComponent(term.value.slice(prefixes.id.length))}`, title: things.get(term.value) }, text));
  } else if (term.value.startsWith(prefixes.id)) {
    td.append(make("a", { href: `#query=${encodeURIComponent(`DESCRIBE <${term.value}>`)}`, title: "Describe it" }, text));
  } else if (/^https?:/i.test(term.value) && text.startsWith("<")) {
    td.append(make("a", { href: term.value, target: "_blank", rel: "noopener noreferrer" }, text));
  } else td.append(text);
  return td;
}

const compare = (a, b, prefixes) => {
  if (isNumber(a) && isNumber(b)) return Number(a.value) - Number(b.value);
  return shown(a, prefixes).localeCompare(shown(b, prefixes), "en", { numeric: true });
};

/** A table of SPARQL results; a click on a heading sorts by it, another turns the order round. */
function table(results, prefixes, things) {
  const names = results.head.vars;
  let rows = results.results.bindings;
  let order = 0;
  let by = null;
  const body = make("tbody");
  const fill = () => body.replaceChildren(...rows.slice(0, MOST_ROWS).map((row) => make("tr", {}, ...names.map((name) => cell(row[name], prefixes, things)))));
  const headings = names.map((name) => make("th", { scope: "col", "aria-sort": "none" }, make("button", { type: "button", onclick: () => {
    order = by === name ? -order : 1;
    by = name;
    rows = [...rows].sort((a, b) => order * compare(a[name], b[name], prefixes));
    headings.forEach((th, i) => th.setAttribute("aria-sort", names[i] !== name ? "none" : order > 0 ? "ascending" : "descending"));
    fill();
  } }, name)));
  fill();
  return make("table", {}, make("thead", {}, make("tr", {}, ...headings)), body);
}
