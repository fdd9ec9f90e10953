// Search as you type: names and aliases first, then the sentences that claims rest on.

const MOST = 8;
const MOST_SENTENCES = 6;
let index = null; // folded names and sentences, made when first needed

function indexed() {
  index ??= {
    names: nodes.map((node) => [node.label, ...(node.aliases || []), node.key].map(fold)),
    sentences: passages.map(([doc, from, to]) => fold(documents[doc].text.slice(from, to))),
    stating: byPassage(),
  };
  return index;
}

/** Which statement rests on a passage: the first that does. */
function byPassage() {
  const found = new Map();
  for (const s of statements)
    for (const claim of s.claims) for (const p of claim.on) if (!found.has(p)) found.set(p, s);
  return found;
}

/** Node numbers, best first: the whole name, its beginning, a word's beginning, anywhere; then the best connected. */
function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const rank = (names) =>
    Math.min(
      ...names.map((name) => {
        const at = name.indexOf(wanted);
        if (at < 0) return 9;
        if (name === wanted) return 0;
        return at === 0 ? 1 : /[\p{L}\p{N}]/u.test(name[at - 1]) ? 3 : 2;
      }),
    );
  return indexed()
    .names.map((names, n) => [rank(names), -nodes[n].degree, n])
    .filter(([found]) => found < 9)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(([, , n]) => n);
}

/** Numbers of the passages that hold the text. */
function findSentences(text) {
  const wanted = fold(text.trim());
  if (wanted.length < 3) return [];
  const { sentences, stating } = indexed();
  return sentences.flatMap((sentence, p) => (sentence.includes(wanted) && stating.has(p) ? [p] : []));
}

/** What a search box offers: [element, what choosing it does] pairs and a note on the rest. */
function offers(text, withSentences) {
  const found = find(text);
  const named = found.slice(0, MOST).map((n) => {
    const node = nodes[n];
    const wanted = fold(text.trim());
    const alias = fold(node.label).includes(wanted) ? null : (node.aliases || []).find((a) => fold(a).includes(wanted));
    return {
      node: n,
      parts: [
        glyph(types[node.type]),
        make("span", {}, node.label + (alias ? ` (${alias})` : "")),
        make("small", {}, types[node.type].label),
      ],
    };
  });
  const sentences = withSentences ? findSentences(text) : [];
  const said = sentences.slice(0, MOST_SENTENCES).map((p) => {
    const statement = indexed().stating.get(p);
    return {
      statement,
      passage: p,
      parts: [
        stroke(statement.how),
        make("span", { class: "excerpt" }, excerpt(p, text)),
        make("small", {}, "in sentence"),
      ],
    };
  });
  const rest = found.length - named.length + sentences.length - said.length;
  return {
    hits: [...named, ...said],
    note:
      rest > 0
        ? `and ${count(rest)} more; type more letters`
        : named.length + said.length
          ? ""
          : "No name, alias or sentence like this",
  };
}

/** Some words of the sentence around what was searched for. */
function excerpt(p, text) {
  const [doc, from, to] = passages[p];
  const whole = documents[doc].text.slice(from, to).replace(/\s+/g, " ");
  const at = Math.max(0, fold(whole).indexOf(fold(text.trim())) - 30);
  return (at ? "…" : "") + whole.slice(at, at + 110) + (at + 110 < whole.length ? "…" : "");
}

/** Make a combobox of an input and its list (WAI-ARIA: the focus stays in the input, the arrows move in the list). */
function combobox(box, list, withSentences, pick) {
  let hits = [];
  let active = -1;
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const highlight = () => {
    [...list.querySelectorAll("[role=option]")].forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === active));
      if (i === active) item.scrollIntoView({ block: "nearest" });
    });
    if (active >= 0) box.setAttribute("aria-activedescendant", `${list.id}-${active}`);
  };
  const take = (i) => {
    if (!hits[i]) return;
    close();
    pick(hits[i]);
  };
  const suggest = () => {
    const found = box.value.trim() ? offers(box.value, withSentences) : { hits: [], note: "" };
    hits = found.hits;
    active = hits.length ? 0 : -1;
    list.replaceChildren(
      ...hits.map((hit, i) =>
        make(
          "li",
          {
            role: "option",
            id: `${list.id}-${i}`,
            onmousedown: (e) => {
              e.preventDefault();
              take(i);
            },
          },
          hit.parts,
        ),
      ),
    );
    if (found.note) list.append(make("li", { class: "none", role: "option", "aria-disabled": "true" }, found.note));
    list.hidden = !list.children.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    highlight();
  };
  box.addEventListener("input", suggest);
  box.addEventListener("focus", () => box.value && suggest());
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && hits.length) {
      active = (active + move + hits.length) % hits.length;
      highlight();
      event.preventDefault();
    } else if (event.key === "Enter") take(active);
    else if (event.key === "Escape") {
      box.value = "";
      close();
      box.blur();
    }
  });
}
