// The page: named queries, history, running, showing. The query stands in the address, so that it can be sent on.
"use strict";

const byId = (name) => document.getElementById(name);
const area = byId("query");
const MOST_KEPT = 30;
const KEPT = "kg-queries";
const FIRST = "SELECT ?says ?who ?words WHERE {\n  ?c a kg:Claim ; rdfs:label ?says ; kg:source/rdfs:label ?who ; kg:evidence/kg:exact ?words .\n} LIMIT 100\n";
let words = { prefixes: {}, terms: [], thing: "" };
let waiting = null;

const ask = (query, accept, signal) => fetch("sparql", {
  method: "POST", signal, body: query, headers: { "Content-Type": "application/sparql-query", Accept: accept },
});

// ---------------------------------------------------------------- queries

const entry = (name, note, text) => make("li", {}, make("button", { type: "button", title: text, onclick: () => put(text) }, name, make("small", {}, note)));

function put(text) {
  area.value = text;
  area.focus();
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
}

/** What was asked before; a browser that forbids storage has no history. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || [];
  } catch {
    return [];
  }
}

function keep(text) {
  const all = [text, ...kept().filter((other) => other !== text)].slice(0, MOST_KEPT);
  try {
    localStorage.setItem(KEPT, JSON.stringify(all));
  } catch { /* full or forbidden: the query runs all the same */ }
  showHistory();
}

function showHistory() {
  const all = kept();
  const name = (text) => text.split("\n").find((line) => line.trim() && !/^\s*(#|PREFIX)/i.test(line)) || text;
  byId("history").replaceChildren(...all.map((text) => entry(name(text).slice(0, 80), "", text)));
  byId("unasked").hidden = all.length > 0;
}

// ---------------------------------------------------------------- running

const plural = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

async function run() {
  if (waiting) waiting.abort();
  const own = new AbortController();
  waiting = own;
  const text = area.value;
  history.replaceState(null, "", `#query=${encodeURIComponent(text)}`);
  byId("problem").hidden = true;
  byId("status").textContent = "Asking …";
  byId("stop").disabled = false;
  byId("csv").disabled = true;
  const began = performance.now();
  try {
    const response = await ask(text, "application/sparql-results+json, text/turtle;q=0.9", own.signal);
    if (response.ok) {
      keep(text);
      const note = await show(response);
      byId("status").textContent = `${note} in ${((performance.now() - began) / 1000).toFixed(2)} s`;
    } else complain(await response.text());
  } catch (error) {
    if (waiting !== own) return;
    complain(error.name === "AbortError" ? "Stopped waiting." : "The server does not answer; is it still running?");
  }
  if (waiting === own) {
    byId("stop").disabled = true;
    waiting = null;
  }
}

function complain(message) {
  byId("status").textContent = "";
  byId("result").replaceChildren();
  byId("problem").textContent = message;
  byId("problem").hidden = false;
  const place = /^query:(\d+):(\d+):/.exec(message);
  if (!place) return;
  const before = area.value.split("\n").slice(0, Number(place[1]) - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const at = Math.min(before + Number(place[2]) - 1, area.value.length);
  area.focus();
  area.setSelectionRange(at, at);
}

/** Which of the IRIs in a result the explorer knows, with their names. */
async function things(results) {
  const rows = results.results.bindings.slice(0, MOST_ROWS);
  const terms = rows.flatMap((row) => Object.values(row)).filter((term) => term.type === "uri" && term.value.startsWith(words.prefixes.id));
  const iris = [...new Set(terms.map((term) => term.value))].filter((iri) => !/[<>"{}|\\^`\s]/.test(iri));
  if (!iris.length) return new Map();
  const query = `SELECT ?n ?l { VALUES ?n { ${iris.map((iri) => `<${iri}>`).join(" ")} } ?n a ${words.thing} ; rdfs:label ?l }`;
  const response = await ask(query, "application/sparql-results+json");
  const found = response.ok ? (await response.json()).results.bindings : [];
  return new Map(found.map((row) => [row.n.value, row.l.value]));
}

/** Show a result; returns what it is, in words. */
async function show(response) {
  const result = byId("result");
  if (!response.headers.get("Content-Type").includes("json")) {
    const text = await response.text();
    result.replaceChildren(make("pre", {}, text));
    return "A graph";
  }
  const found = await response.json();
  if (found.boolean !== undefined) {
    result.replaceChildren(make("pre", {}, found.boolean ? "yes" : "no"));
    return "Answered";
  }
  result.replaceChildren(table(found, words.prefixes, await things(found)));
  const count = found.results.bindings.length;
  byId("csv").disabled = false;
  byId("csv").dataset.query = area.value;
  return count > MOST_ROWS ? `${plural(count, "row")}, the first ${MOST_ROWS.toLocaleString("en")} shown,` : plural(count, "row");
}

async function download() {
  const response = await ask(byId("csv").dataset.query, "text/csv");
  if (!response.ok) return complain(await response.text());
  const address = URL.createObjectURL(await response.blob());
  make("a", { href: address, download: "result.csv" }).click();
  return setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// ---------------------------------------------------------------- start

const learn = completing(area, byId("words"));
byId("run").addEventListener("click", run);
byId("stop").addEventListener("click", () => waiting && waiting.abort());
byId("csv").addEventListener("click", download);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  run();
});

const load = async (name) => (await fetch(name)).json();
Promise.all([load("vocabulary.json"), load("queries.json")]).then(([vocabulary, queries]) => {
  words = vocabulary;
  learn(vocabulary);
  byId("questions").replaceChildren(...queries.map((q) => entry(q.asks || q.name, q.asks ? q.name : "", q.text)));
  document.documentElement.dataset.ready = "true";
});
const asked = () => new URLSearchParams(location.hash.slice(1)).get("query");
window.addEventListener("hashchange", () => {
  if (asked() === null) return;
  area.value = asked();
  run();
});
area.value = asked() || FIRST;
showHistory();
