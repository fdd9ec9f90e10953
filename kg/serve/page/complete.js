// Completion: the word before the caret against prefixes, the ontology's terms, variables of the query and keywords.
"use strict";

const KEYWORDS = ("SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS BIND VALUES DISTINCT PREFIX ORDER BY"
  + " GROUP BY HAVING LIMIT OFFSET NOT EXISTS COUNT SAMPLE GROUP_CONCAT CONTAINS REGEX STRSTARTS LCASE BOUND").split(" ");
const MOST_WORDS = 40;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

/** The word that ends at the caret: `kg:lea`, `?who`, `SEL`. */
const wordBefore = (text, caret) => /[?$]?[\w-]*:?[\w-]*$/.exec(text.slice(0, caret))[0];

/** Candidates for a word, best first: those that start with it, then those whose name or label holds it. */
function candidates(word, text, { prefixes, terms }) {
  const wanted = word.toLowerCase();
  const local = wanted.slice(wanted.indexOf(":") + 1);
  if (/^[?$]/.test(word)) {
    const names = new Set(text.match(/[?$]\w+/g) || []);
    names.delete(word);
    return [...names].filter((name) => name.startsWith(word)).sort().map((name) => ({ name, kind: "variable", label: "", comment: "" }));
  }
  const starts = terms.filter((t) => t.name.toLowerCase().startsWith(wanted) || t.name.toLowerCase().split(":")[1].startsWith(wanted));
  const inside = local.length < 2 ? [] : terms.filter((t) => !starts.includes(t)
    && (t.name.toLowerCase().includes(local) || t.label.toLowerCase().includes(local))
    && (!wanted.includes(":") || t.name.startsWith(word.slice(0, word.indexOf(":") + 1))));
  const plain = wanted.includes(":") ? [] : [
    ...Object.keys(prefixes).filter((p) => p.startsWith(wanted)).map((p) => ({ name: `${p}:`, kind: "prefix", label: "", comment: prefixes[p] })),
    ...[...new Set(KEYWORDS)].filter((k) => k.toLowerCase().startsWith(wanted)).map((name) => ({ name, kind: "keyword", label: "", comment: "" })),
  ];
  return [...starts, ...plain, ...inside].filter((c) => c.name !== word).slice(0, MOST_WORDS);
}

/** Attach completion to a text area; returns a function that gives it its vocabulary. */
function completing(area, list) {
  let vocabulary = { prefixes: {}, terms: [] };
  let found = [];
  let chosen = 0;

  const close = () => {
    found = [];
    list.hidden = true;
    area.setAttribute("aria-expanded", "false");
    area.removeAttribute("aria-activedescendant");
  };

  const mark = (n) => {
    chosen = (n + found.length) % found.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", `word-${chosen}`);
  };

  const take = (n) => {
    const start = area.selectionStart - wordBefore(area.value, area.selectionStart).length;
    area.setRangeText(found[n].name, start, area.selectionStart, "end");
    close();
    area.focus();
  };

  /** Below the line of the caret; lines do not wrap and all characters are as wide. */
  const place = () => {
    const style = getComputedStyle(area);
    const lines = area.value.slice(0, area.selectionStart).split("\n");
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const x = parseFloat(style.paddingLeft) + pen.measureText(lines[lines.length - 1]).width - area.scrollLeft;
    const y = parseFloat(style.paddingTop) + lines.length * parseFloat(style.lineHeight) - area.scrollTop;
    list.style.left = `${Math.max(0, Math.min(x, area.clientWidth - list.offsetWidth))}px`;
    list.style.top = `${Math.min(y, area.clientHeight) + 4}px`;
  };

  const open = (word) => {
    found = candidates(word, area.value, vocabulary);
    if (!found.length) return close();
    list.replaceChildren(...found.map((c, n) => make("li", { role: "option", id: `word-${n}`, onmousedown: (event) => { event.preventDefault(); take(n); } },
      make("code", {}, c.name), " ", make("small", {}, [c.kind, c.comment || c.label].filter(Boolean).join(": ")))));
    list.hidden = false;
    area.setAttribute("aria-expanded", "true");
    place();
    return mark(0);
  };

  area.addEventListener("input", (event) => {
    const word = wordBefore(area.value, area.selectionStart);
    if (event.inputType && event.inputType.startsWith("insert") && /\w{2}|:$|^[?$]\w/.test(word)) open(word);
    else close();
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      open(wordBefore(area.value, area.selectionStart));
    }
    if (list.hidden || event.ctrlKey || event.metaKey) return;
    const act = {
      ArrowDown: () => mark(chosen + 1), ArrowUp: () => mark(chosen - 1),
      Enter: () => take(chosen), Tab: () => take(chosen), Escape: close,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  area.addEventListener("blur", close);
  return (words) => { vocabulary = words; };
}
