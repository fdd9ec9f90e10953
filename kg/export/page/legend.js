// The filters, which are the legend as well: shape, colour and line style beside every value, with its count.

/** Which groups stand open; the long ones start closed. */
const unfolded = new Set(["hows", "entity", "event"]);

function legend() {
  const parts = [
    facet(
      "hows",
      "hows",
      "How firmly it is said",
      modalities.map((m) => [m.name, m.label, stroke(m.name)]),
    ),
    facet("types", "entity", "Entities", ofGroup("entity")),
    facet("types", "event", "Events", ofGroup("event")),
    facet(
      "predicates",
      "predicates",
      "Relations and roles",
      Object.entries(predicates).map(([name, label]) => [name, label, null]),
    ),
    facet(
      "outlets",
      "outlets",
      "Published by",
      outlets.map((name) => [name, name, null]),
    ),
    sliders(),
  ];
  const held = document.activeElement?.dataset?.key;
  byId("legend").replaceChildren(
    make(
      "div",
      { class: "head" },
      make("h2", {}, "Filters"),
      button("Reset", reset, { class: "link", disabled: !isFiltered() }),
    ),
    ...chips(),
    ...parts.filter(Boolean),
  );
  if (held)
    byId("legend")
      .querySelector(`[data-key="${CSS.escape(held)}"]`)
      ?.focus();
}

const ofGroup = (group) => types.filter((t) => t.group === group).map((t) => [t.name, t.label, glyph(t)]);

function facet(name, id, title, values) {
  const found = counts(name);
  const shown = values.filter(([value]) => found.get(value) || hidden[name].has(value));
  if (!shown.length) return null;
  const details = make(
    "details",
    { id: `facet-${id}` },
    make("summary", {}, make("h3", {}, title)),
    make(
      "ul",
      {},
      shown.map((value) => choice(name, value, found.get(value[0]) || 0)),
    ),
  );
  details.open = unfolded.has(id);
  details.addEventListener("toggle", () => {
    if (details.isConnected) unfolded[details.open ? "add" : "delete"](id);
  });
  return details;
}

function choice(name, [value, label, sign], total) {
  const input = make("input", { type: "checkbox", "data-key": `${name} ${value}` });
  input.checked = !hidden[name].has(value);
  input.addEventListener("change", () => {
    hidden[name][input.checked ? "delete" : "add"](value);
    change({});
  });
  const only = () => {
    hidden[name] = new Set(FACETS[name].values.filter((other) => other !== value));
    change({});
  };
  return make(
    "li",
    {},
    make("label", {}, input, sign, make("span", {}, label), make("span", { class: "count" }, count(total))),
    button("only", only, { class: "link only", "aria-label": `Only ${label}`, "data-key": `only ${name} ${value}` }),
  );
}

function sliders() {
  const slider = (id, label, values, shown, apply) => {
    const input = make("input", { type: "range", id, ...values, "data-key": id });
    const output = make("output", { for: id }, shown(values.value));
    input.addEventListener("input", () => {
      output.textContent = shown(input.value);
    });
    input.addEventListener("change", () => {
      apply(Number(input.value));
      change({});
    });
    return make("div", { class: "slider" }, make("label", { for: id }, label, " ", output), input);
  };
  const most = Math.max(1, ...statements.filter((s) => claimsOf(s).length > 1).map(sourcesOf));
  return make(
    "div",
    {},
    slider(
      "score",
      "Read with confidence of at least",
      { min: 0, max: 1, step: 0.05, value: least.score },
      (v) => Number(v).toFixed(2),
      (v) => {
        least.score = v;
      },
    ),
    most > 1
      ? slider(
          "sources",
          "Independent sources, at least",
          { min: 1, max: most, step: 1, value: Math.min(least.sources, most) },
          String,
          (v) => {
            least.sources = v;
          },
        )
      : null,
  );
}

/** What is filtered, in words, each to be taken back with a click. */
function chips() {
  const chip = (label, undo) =>
    button(
      [label, make("span", { "aria-hidden": "true" }, " ×")],
      () => {
        undo();
        change({});
      },
      { class: "chip", "aria-label": `Remove filter: ${label}` },
    );
  const labelOf = { types: "kinds", hows: "degrees of firmness", predicates: "relations", outlets: "publishers" };
  const found = Object.entries(hidden)
    .filter(([, set]) => set.size)
    .map(([name, set]) =>
      chip(`${count(set.size)} ${labelOf[name]} hidden`, () => {
        hidden[name] = new Set();
      }),
    );
  if (least.score)
    found.push(
      chip(`confidence ≥ ${least.score.toFixed(2)}`, () => {
        least.score = 0;
      }),
    );
  if (least.sources > 1)
    found.push(
      chip(`≥ ${least.sources} sources`, () => {
        least.sources = 1;
      }),
    );
  if (state.windowed)
    found.push(
      chip("time window", () => {
        state.windowed = false;
      }),
    );
  if (state.said !== null)
    found.push(
      chip(`said by ${nodes[state.said].label}`, () => {
        state.said = null;
      }),
    );
  return found.length ? [make("div", { class: "chips" }, found)] : [];
}

function reset() {
  for (const name of Object.keys(hidden)) hidden[name] = new Set();
  Object.assign(least, { score: 0, sources: 1 });
  change({ windowed: false, said: null });
}
