// An article as it was read, every mention and every claim marked where it stands.

function readAt(article, offset) {
  change({ view: "articles", article }, { step: true });
  const marks = [...byId("article").querySelectorAll("[data-at]")];
  const target = marks.filter((mark) => Number(mark.dataset.at) <= offset).at(-1);
  if (target && offset) {
    target.scrollIntoView({ block: "center" });
    target.classList.add("found");
  }
  byId("article").focus({ preventScroll: Boolean(offset) });
}

function reader() {
  const list = make(
    "select",
    {
      id: "pick-article",
      "aria-label": "Article",
      onchange: (event) => change({ article: Number(event.target.value) }, { step: true }),
    },
    documents.map((d, n) =>
      make(
        "option",
        { value: n, selected: n === state.article },
        `${d.headline || d.path}${d.date ? ` (${d.date})` : ""}`,
      ),
    ),
  );
  const turn = (by, label) =>
    button(label, () => change({ article: state.article + by }, { step: true }), {
      disabled: !documents[state.article + by],
    });
  const article = documents[state.article];
  if (!article) return byId("reader").replaceChildren(make("p", {}, "There is no article."));
  byId("reader").replaceChildren(
    make("div", { class: "head" }, turn(-1, "Previous"), list, turn(1, "Next")),
    make(
      "div",
      { id: "article", class: "article", tabindex: "-1", lang: "en" },
      make("h2", {}, article.headline || article.path),
      make("p", { class: "muted" }, source(article)),
      make(
        "p",
        { class: "muted" },
        `${plural((article.mentions || []).length, "mention")} are underlined in the colour of their kind; the number behind a sentence tells how many statements rest on it.`,
      ),
      paragraphs(state.article),
    ),
  );
}

/** The text in paragraphs, cut where a mention or a sentence with claims begins or ends. */
function paragraphs(n) {
  const { text, mentions = [] } = documents[n];
  const claimed = claimedIn(n);
  const cuts = [
    ...new Set([0, text.length, ...mentions.flatMap(([a, b]) => [a, b]), ...claimed.flatMap(([a, b]) => [a, b])]),
  ].sort((a, b) => a - b);
  const byStart = new Map(mentions.map((m) => [m[0], m]));
  const endingAt = new Map(claimed.map(([a, b, found]) => [b, [a, found]]));
  const blocks = [make("p", {})];
  let sentenceNow = 0;
  let mention = null;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [a, b] = [cuts[i], cuts[i + 1]];
    mention = byStart.get(a) || (mention && mention[1] > a ? mention : null);
    while (sentenceNow < claimed.length && claimed[sentenceNow][1] <= a) sentenceNow += 1;
    const within = sentenceNow < claimed.length && claimed[sentenceNow][0] <= a && b <= claimed[sentenceNow][1];
    text
      .slice(a, b)
      .split(/\n+/)
      .forEach((words, j) => {
        if (j) blocks.push(make("p", {}));
        if (words) blocks.at(-1).append(mark(words, a, mention, within));
      });
    if (endingAt.has(b)) blocks.at(-1).append(claimMark(...endingAt.get(b), n));
  }
  return blocks.filter((block) => block.textContent.trim());
}

function mark(words, at, mention, within) {
  if (!mention) return make("span", { class: within ? "claimed" : null, "data-at": at }, words);
  const node = nodes[mention[2]];
  const chosen = state.chosen && state.chosen.node === node.id;
  const look = `mention${within ? " claimed" : ""}${chosen ? " chosen" : ""}`;
  return mentionLink(node.id, words, {
    class: look,
    "data-at": at,
    style: `--colour:${shade(types[node.type].colour)}`,
  });
}

/** [start, end, statements] of every stretch of the article that claims rest on, none overlapping another. */
function claimedIn(n) {
  const found = new Map();
  for (const s of statements) {
    for (const c of s.claims) {
      if (c.doc !== n) continue;
      for (const p of c.on) {
        const key = `${passages[p][3]}-${passages[p][4]}`;
        if (!found.has(key)) found.set(key, [passages[p][3], passages[p][4], new Set()]);
        found.get(key)[2].add(s.id);
      }
    }
  }
  const apart = [];
  for (const [a, b, ids] of [...found.values()].sort((x, y) => x[0] - y[0] || y[1] - x[1])) {
    const last = apart.at(-1);
    if (last && a < last[1]) {
      last[1] = Math.max(last[1], b);
      ids.forEach((id) => last[2].add(id));
    } else apart.push([a, b, ids]);
  }
  return apart;
}

function claimMark(at, ids, n) {
  const list = [...ids].filter((s) => live[s]);
  if (!list.length) return "";
  const label = plural(list.length, "statement");
  return button(
    String(list.length),
    () => {
      show(
        make("p", { class: "kind" }, "In one sentence"),
        make("h2", {}, documents[n].headline || documents[n].path),
        ...section("Statements", list, null),
      );
      panel.focus();
    },
    { class: "claims", "data-at": at, "aria-label": `${label} from this sentence`, title: label },
  );
}
