// Search over names and aliases, by keyboard or mouse.

const box = document.getElementById("search");
const results = document.getElementById("results");
const MOST = 12;
let hits = [];
let active = -1;

const index = nodes.map((node) => [node.label, ...(node.aliases || []), node.key].map(fold));

/** Node numbers, best first: the whole name, its beginning, a word's beginning, anywhere; then the best connected. */
function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const rank = (names) => {
    const ranks = names.map((name) => {
      const at = name.indexOf(wanted);
      if (at < 0) return 9;
      if (name === wanted) return 0;
      return at === 0 ? 1 : /[\p{L}\p{N}]/u.test(name[at - 1]) ? 3 : 2;
    });
    return Math.min(...ranks);
  };
  return index
    .map((names, n) => [rank(names), -nodes[n].degree, n])
    .filter(([found]) => found < 9)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(([, , n]) => n);
}

function suggest() {
  const found = find(box.value);
  hits = found.slice(0, MOST);
  active = hits.length ? 0 : -1;
  const items = hits.map((n, i) => {
    const node = nodes[n];
    const type = types[node.type];
    const alias = (node.aliases || []).find((a) => fold(a).includes(fold(box.value.trim())));
    const also = alias && !fold(node.label).includes(fold(box.value.trim())) ? ` (${alias})` : "";
    return make("li", { role: "option", id: `hit-${i}`, onmousedown: (e) => { e.preventDefault(); pick(i); } },
      glyph(type), make("span", {}, node.label + also), make("small", {}, type.label));
  });
  if (found.length > MOST) items.push(make("li", { class: "none" }, `and ${found.length - MOST} more; type more letters`));
  if (!found.length && box.value.trim()) items.push(make("li", { class: "none" }, "No name or alias like this"));
  results.replaceChildren(...items);
  results.hidden = !items.length;
  box.setAttribute("aria-expanded", String(!results.hidden));
  highlight();
}

function highlight() {
  [...results.querySelectorAll("[role=option]")].forEach((item, i) => {
    item.setAttribute("aria-selected", String(i === active));
    if (i === active) item.scrollIntoView({ block: "nearest" });
  });
  if (active >= 0) box.setAttribute("aria-activedescendant", `hit-${active}`);
  else box.removeAttribute("aria-activedescendant");
}

function pick(i) {
  const n = hits[i];
  if (n === undefined) return;
  box.value = "";
  close();
  choose({ node: n }, { focus: true });
  centre(n);
}

function close() {
  results.hidden = true;
  box.setAttribute("aria-expanded", "false");
}

box.addEventListener("input", suggest);
box.addEventListener("focus", () => box.value && suggest());
box.addEventListener("blur", close);
box.addEventListener("keydown", (event) => {
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move && hits.length) {
    active = (active + move + hits.length) % hits.length;
    highlight();
    event.preventDefault();
  } else if (event.key === "Enter") pick(active);
  else if (event.key === "Escape") {
    box.value = "";
    close();
    box.blur();
  }
});
