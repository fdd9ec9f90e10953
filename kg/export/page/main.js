// Legend and filters, choosing, and the keys. The last of the page's scripts: it starts everything.

const byId = (name) => document.getElementById(name);

function legend() {
  const typed = (g) => types.filter((t) => t.group === g);
  const count = (n) => nodes.filter((node) => node.type === n).length;
  const box = (group, value, label, sign, total) => {
    const input = make("input", { type: "checkbox" });
    input.checked = !hidden[group].has(value);
    input.addEventListener("change", () => {
      if (input.checked) hidden[group].delete(value);
      else hidden[group].add(value);
      draw();
    });
    const only = make("button", { type: "button", class: "link only", "aria-label": `Only ${label}`, onclick: () => {
      const all = group === "types" ? types.map((t) => t.n) : modalities.map((m) => m.name);
      hidden[group] = new Set(all.filter((other) => other !== value));
      legend();
      draw();
    } }, "only");
    return make("li", {}, make("label", {}, input, sign, make("span", {}, label), make("span", { class: "count" }, total)), only);
  };
  const part = (title, items) => (items.length ? [make("h3", {}, title), make("ul", {}, ...items)] : []);
  const claims = (how) => statements.filter((s) => s.how === how).length;
  byId("legend").replaceChildren(
    ...part("How firmly it is said", modalities.filter((m) => claims(m.name)).map((m) => box("hows", m.name, m.label, stroke(m.name), claims(m.name)))),
    ...part("Entities", typed("entity").map((t) => box("types", t.n, t.label, glyph(t), count(t.n)))),
    ...part("Events", typed("event").map((t) => box("types", t.n, t.label, glyph(t), count(t.n)))),
    make("div", { class: "actions" }, make("button", { type: "button", onclick: () => { hidden.types = new Set(); hidden.hows = new Set(); legend(); draw(); } }, "Show all types")),
  );
}

/** Choose a node, a line, or nothing; the address keeps a chosen node so that a view can be sent on. */
function choose(what, { focus = false } = {}) {
  chosen = what;
  if (what && what.node !== undefined) {
    reveal([what.node]);
    showNode(what.node);
  } else if (what) showLine(what.line);
  else showOverview();
  draw();
  history.replaceState(null, "", what && what.node !== undefined ? `#${encodeURIComponent(nodes[what.node].key)}` : "#");
  if (focus) panel.focus();
}

const MOST_NEW = 40;

function expand(n) {
  const unseen = neighbours(n).filter((m) => !isShown(m)).sort((a, b) => nodes[b].degree - nodes[a].degree || a - b);
  reveal(unseen.slice(0, MOST_NEW));
  choose({ node: n });
}

const still = matchMedia("(prefers-reduced-motion: reduce)");

function centre(n) {
  network.focus(n, { scale: Math.max(network.getScale(), 0.9), animation: !still.matches && { duration: 300 } });
}

const fit = () => network.fit({ animation: !still.matches && { duration: 300 } });
const zoom = (factor) => {
  network.moveTo({ scale: network.getScale() * factor });
  draw();
};
network.on("animationFinished", draw);

network.on("click", ({ nodes: [node], edges: [line] }) => {
  if (node !== undefined) choose({ node });
  else choose(line !== undefined ? { line } : null);
});
network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && expand(node));
network.on("dragEnd", ({ nodes: [node] }) => {
  if (node === undefined) return;
  const { x, y } = network.getPositions([node])[node];
  Object.assign(nodes[node], { x, y });
});

byId("overview").addEventListener("click", () => { choose(null); fit(); });
byId("nearer").addEventListener("click", () => zoom(1.3));
byId("farther").addEventListener("click", () => zoom(1 / 1.3));
byId("fit").addEventListener("click", fit);
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === "/" && !typing) {
    box.focus();
    event.preventDefault();
  } else if (event.key === "Escape" && !typing) choose(null);
});
dark.addEventListener("change", () => { legend(); draw(); });

byId("counts").textContent = [
  plural(documents.length, "article"),
  plural(nodes.filter((n) => group(n) === "entity").length, "entity", "entities"),
  plural(nodes.filter((n) => group(n) === "event").length, "event"),
  plural(claimCount, "claim"),
].join(" · ");
legend();
const wanted = nodes.find((n) => `#${encodeURIComponent(n.key)}` === location.hash);
choose(wanted ? { node: wanted.id } : null);
network.fit({ animation: false });
draw(); // again, now that the scale is known
window.network = network;
document.documentElement.dataset.ready = "true";
