// Elements and words. Text from articles is only ever set as text: make(), never innerHTML.

const byId = (name) => document.getElementById(name);
const count = (number) => number.toLocaleString("en");
const plural = (number, word, many = `${word}s`) => `${count(number)} ${number === 1 ? word : many}`;
const between = (items, gap) => items.flatMap((item, i) => (i ? [gap, item] : [item]));

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2031-03-04" as "4 Mar 2031". */
function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** Days since 1970 of an ISO date, and back. */
const toDay = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 864e5);
const toIso = (number) => new Date(number * 864e5).toISOString().slice(0, 10);

const SVG = new Set(["svg", "path", "circle", "line"]);

/** An element: make("p", { class: "muted" }, "text", child, ...); on... are listeners, null children are skipped. */
function make(name, attributes = {}, ...children) {
  const element = SVG.has(name)
    ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const button = (label, onclick, more = {}) => make("button", { type: "button", onclick, ...more }, label);

const PATHS = {
  square: "M2 2h12v12h-12z",
  diamond: "M8 0l8 8-8 8-8-8z",
  triangle: "M8 1l8 14h-16z",
  triangleDown: "M8 15l8-14h-16z",
  hexagon: "M4 1h8l4 7-4 7h-8l-4-7z",
  star: "M8 0l2.3 5.3 5.7.5-4.300 3.800 1.300 5.700-5-3-5 3 1.300-5.700-4.300-3.800 5.700-.5z",
};

/** The shape of a type in its colour, as the canvas draws it. */
function glyph(type) {
  const fill = shade(type.colour);
  const shape = PATHS[type.shape]
    ? make("path", { d: PATHS[type.shape], fill })
    : make("circle", { cx: 8, cy: 8, r: 7, fill });
  return make("svg", { class: "glyph", viewBox: "0 0 16 16", "aria-hidden": "true" }, shape);
}

const DASHES = { Asserted: null, Reported: [9, 4], Speculative: [2, 4], Planned: [10, 4, 2, 4], Denied: [4, 6] };

function stroke(how) {
  const dash = DASHES[how];
  const line = make("line", { x1: 0, y1: 5, x2: 34, y2: 5, "stroke-dasharray": dash ? dash.join(" ") : null });
  const look = how === "Denied" ? "stroke denied" : "stroke";
  return make("svg", { class: look, viewBox: "0 0 34 10", "aria-hidden": "true" }, line);
}

const isDark = () => document.documentElement.dataset.theme === "dark";

/** A type's colour, lighter on dark ground so that it stays visible. */
function shade(colour) {
  if (!isDark()) return colour;
  const mixed = [1, 3, 5].map((i) => Math.round(parseInt(colour.slice(i, i + 2), 16) * 0.6 + 255 * 0.4));
  return `rgb(${mixed.join(",")})`;
}

/** What a screen reader says next. */
const announce = (text) => {
  byId("live").textContent = text;
};

/** Give the user a file. */
function download(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Copy a text; where the browser has no clipboard for local files, by way of a selection. */
async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { class: "unseen" }, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  done.textContent = "Copied";
  announce("Copied");
}
