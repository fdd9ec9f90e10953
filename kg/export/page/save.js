// Files to keep: the drawing as PNG and SVG, the claims as CSV.

function savePng() {
  const from = network.canvas.frame.canvas;
  const to = make("canvas", { width: from.width, height: from.height });
  const brush = to.getContext("2d");
  brush.fillStyle = css("--ground");
  brush.fillRect(0, 0, to.width, to.height);
  brush.drawImage(from, 0, 0);
  to.toBlob((blob) => download("graph.png", blob), "image/png");
}

const HEAD = [
  "subject",
  "relation",
  "object",
  "modality",
  "source",
  "via",
  "cue",
  "words",
  "confidence",
  "event_time",
  "as_of",
  "publisher",
  "published",
  "article",
  "url",
];

/** The claims that pass the filters. A cell that a spreadsheet would take for a formula is given an apostrophe. */
function csv() {
  const cell = (value) => {
    const text = String(value ?? "").replace(/\s+/g, " ");
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = claimRows().map(({ s, c }) => {
    const article = documents[c.doc];
    return [
      nodes[s.s].label,
      s.p === undefined ? "happens" : predicates[s.p],
      s.p === undefined ? types[nodes[s.s].type].label : s.o === undefined ? s.text : nodes[s.o].label,
      howOf.get(c.how).label,
      c.who.map((n) => nodes[n].label).join("; "),
      c.via === undefined ? "" : nodes[c.via].label,
      c.cue,
      c.on.map((p) => textOf([passages[p][0], passages[p][3], passages[p][4]])).join(" … "),
      c.score.toFixed(2),
      isEvent(s.s) ? nodes[s.s].when : "",
      c.asOf,
      article.by,
      article.date,
      article.headline || article.path,
      isOfTheWeb(article.url) ? article.url : "",
    ];
  });
  return [HEAD, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

const saveCsv = () => download("claims.csv", new Blob(["\ufeff", csv()], { type: "text/csv;charset=utf-8" }));

/** The drawing as SVG with real text, as large as what it shows. */
function svg() {
  const items = drawn.nodes.get();
  const at = network.getPositions(items.map((node) => node.id));
  const xs = items.map((node) => at[node.id].x);
  const ys = items.map((node) => at[node.id].y);
  const [left, top] = [Math.min(...xs) - 120, Math.min(...ys) - 50];
  const size = [Math.max(...xs) + 120 - left, Math.max(...ys) + 70 - top];
  const safe = (text) =>
    String(text)
      .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  const parts = drawn.edges.get().flatMap((edge) => {
    const [a, b] = [at[edge.from], at[edge.to]];
    const dash = edge.dashes ? ` stroke-dasharray="${edge.dashes.join(" ")}"` : "";
    const arrow = edge.arrows && edge.arrows.to.enabled ? ' marker-end="url(#arrow)"' : "";
    const line = `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${edge.color.color}" stroke-opacity="${edge.color.opacity}" stroke-width="${edge.width}"${dash}${arrow}><title>${safe(edge.title || "")}</title></line>`;
    return edge.label ? [line, words(edge.label, (a.x + b.x) / 2, (a.y + b.y) / 2, edge.font)] : [line];
  });
  function words(label, x, y, font) {
    const rows = label
      .split("\n")
      .map((row, i) => `<tspan x="${x}" dy="${i ? font.size * 1.2 : 0}">${safe(row)}</tspan>`)
      .join("");
    return `<text x="${x}" y="${y}" font-size="${font.size}" fill="${font.color}" text-anchor="middle" paint-order="stroke" stroke="${font.strokeColor}" stroke-width="${font.strokeWidth}">${rows}</text>`;
  }
  for (const node of items) {
    const { x, y } = at[node.id];
    const path = PATHS[node.shape];
    const fill = `fill="${node.color.background}" stroke="${node.color.border}" opacity="${node.opacity}"`;
    parts.push(
      path
        ? `<path d="${path}" transform="translate(${x - node.size} ${y - node.size}) scale(${node.size / 8})" ${fill}><title>${safe(node.title)}</title></path>`
        : `<circle cx="${x}" cy="${y}" r="${node.size}" ${fill}><title>${safe(node.title)}</title></circle>`,
    );
    if (node.label.trim()) parts.push(words(node.label, x, y + node.size + node.font.size * 1.1, node.font));
  }
  const arrow = `<marker id="arrow" viewBox="0 0 8 8" refX="20" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0l8 4-8 4z" fill="${css("--edge")}"/></marker>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${size[0]} ${size[1]}" width="${size[0]}" height="${size[1]}" font-family="system-ui, sans-serif"><title>${safe(document.title)}</title><defs>${arrow}</defs><rect x="${left}" y="${top}" width="${size[0]}" height="${size[1]}" fill="${css("--ground")}"/>${parts.join("")}</svg>`;
}

const saveSvg = () => download("graph.svg", new Blob([svg()], { type: "image/svg+xml" }));
