// The data of the page and how its parts hang together. Everything is numbered; things refer to each other by number.

/** The page's data; large ones come as deflate in base64. */
async function read(element) {
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const letters = atob(element.textContent);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = letters.charCodeAt(i);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(unpacked).json();
}

const data = await read(document.getElementById("data"));
const { nodes, edges: lines, statements, types, documents, passages, predicates, modalities, groups } = data;
document.getElementById("data").textContent = ""; // once is enough in memory
const howOf = new Map(modalities.map((m) => [m.name, m]));
const rankOf = new Map(modalities.map((m, n) => [m.name, n]));
const numberOf = new Map(nodes.map((node) => [node.key, node.id]));
const isEvent = (n) => types[nodes[n].type].group === "event";

/** Numbers of the statements in which a node stands, of its lines, and of the statements it makes. */
const about = nodes.map(() => []);
const touching = nodes.map(() => []);
const saidBy = nodes.map(() => []);
/** What says that an event happens; its roles rest on these claims unless they have their own. */
const happening = new Map();

statements.forEach((statement, n) => {
  statement.id = n;
  about[statement.s].push(n);
  if (statement.o !== undefined && statement.o !== statement.s) about[statement.o].push(n);
  if (statement.p === undefined) happening.set(statement.s, statement);
  for (const claim of statement.claims) for (const who of claim.who) if (saidBy[who].at(-1) !== n) saidBy[who].push(n);
});
lines.forEach((line, n) => {
  line.id = n;
  touching[line.from].push(n);
  touching[line.to].push(n);
});

const NO_CLAIMS = { claims: [] };
const claimsOf = (statement) =>
  statement.claims.length ? statement.claims : (happening.get(statement.s) || NO_CLAIMS).claims;
/** How many claims of a statement are made: the same, read in two places of an article, is made once. */
const claimsMade = (statement) => new Set(statement.claims.map((c) => [c.doc, c.who, c.how, c.in].join("|"))).size;
const claimCount = statements.reduce((sum, s) => sum + claimsMade(s), 0);
const otherEnd = (line, n) => (line.from === n ? line.to : line.from);
const neighbours = (n) => touching[n].map((l) => otherEnd(lines[l], n));

/** Whose words an article prints: its agency, else its publisher. Two articles of one agency are one source. */
const origin = documents.map((d, n) => (d.voices ? d.voices.at(-1) : `article ${n}`));

/** How many independent sources say so; those who deny it do not count. */
function sourcesOf(statement) {
  const claims = claimsOf(statement);
  if (claims.length === 1) return claims[0].how === "Denied" ? 0 : 1;
  return new Set(claims.filter((c) => c.how !== "Denied").map((c) => origin[c.doc])).size;
}

/** How a search sees text: without case, accents and marks. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const textOf = ([doc, from, to]) => documents[doc].text.slice(from, to);
