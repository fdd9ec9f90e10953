// The sentence a claim rests on, with the words that make it and every mention marked.

/** A name inside a text: a real link, so that it breaks with the lines. */
const mentionLink = (n, text, more = {}) =>
  make(
    "a",
    {
      href: `#${encodeURIComponent(nodes[n].key)}`,
      title: `${nodes[n].label} (${types[nodes[n].type].label})`,
      onclick: (event) => {
        event.preventDefault();
        choose({ node: n });
      },
      ...more,
    },
    text,
  );

/** Where the sentences around are cut: at mentions, the claim's words, the event's trigger and the cue. */
function passage([doc, from, to, start, end], statement, claim) {
  const { text, mentions = [] } = documents[doc];
  const inside = mentions.filter(([a, b]) => a >= from && b <= to);
  const said = text.slice(start, end);
  const marks = [["claimed", start, end]];
  const trigger = nodes[statement.s].trigger;
  if (trigger && trigger[0] === doc && trigger[1] >= start && trigger[2] <= end)
    marks.push(["trigger", trigger[1], trigger[2]]);
  for (const [kind, words] of [
    ["cue", claim.cue],
    ["quote", claim.quote],
  ]) {
    const at = words ? said.indexOf(words) : -1;
    if (at >= 0) marks.push([kind, start + at, start + at + words.length]);
  }
  if (statement.text && said.includes(statement.text))
    marks.push([
      "value",
      start + said.indexOf(statement.text),
      start + said.indexOf(statement.text) + statement.text.length,
    ]);
  const parts = new Set([
    statement.s,
    statement.o,
    ...(isEvent(statement.s) && statement.p === undefined ? neighbours(statement.s) : []),
  ]);
  const cuts = [...new Set([from, to, ...marks.flatMap(([, a, b]) => [a, b]), ...inside.flatMap(([a, b]) => [a, b])])]
    .filter((c) => c >= from && c <= to)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((a, i) => {
    const b = cuts[i + 1];
    const kinds = marks.filter(([, x, y]) => x <= a && b <= y).map(([kind]) => kind);
    const mention = inside.find(([x, y]) => x <= a && b <= y);
    return piece(text.slice(a, b), mention && mention[2], kinds, parts);
  });
}

/** A piece of a passage: a mention leads to its entity, those of the statement and the words that make it are marked. */
function piece(text, node, kinds, parts) {
  const within = kinds.includes("claimed");
  const name =
    kinds.includes("trigger") || kinds.includes("value")
      ? "trigger"
      : kinds.includes("cue")
        ? "cue"
        : kinds.includes("quote")
          ? "quoted"
          : within
            ? ""
            : "around";
  const titles = { trigger: "the words that say it", cue: "the words that say who says it, or how firmly" };
  if (node === undefined)
    return name === "trigger"
      ? make("mark", { class: name, title: titles.trigger }, text)
      : make("span", { class: name, title: titles[name] }, text);
  const leads = mentionLink(node, text);
  return parts.has(node) && within ? make("mark", {}, leads) : make("span", { class: name }, leads);
}
