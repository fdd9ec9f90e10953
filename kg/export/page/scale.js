// The days that the timeline spans, the window on it that opens, and the marks of its axis.

const timed = nodes.filter((node) => node.time).map((node) => node.id);
const published = documents.flatMap((d, n) => (d.date ? [[toDay(d.date), n]] : []));
const allDays = [...timed.flatMap((n) => nodes[n].time.filter(Boolean).map(toDay)), ...published.map(([at]) => at)];
const range = allDays.length
  ? [allDays.reduce((a, b) => Math.min(a, b)) - 1, allDays.reduce((a, b) => Math.max(a, b)) + 1]
  : null;

const FULL = 92; // days that are shown at once
const DENSE = 28;

/** The whole range if it is short, else the four weeks in which most happened, with a week before and after. */
function densest() {
  if (range[1] - range[0] <= FULL) return range;
  const days = [...allDays].sort((a, b) => a - b);
  let best = [0, 0];
  for (let i = 0, j = 0; j < days.length; j += 1) {
    while (days[j] - days[i] > DENSE) i += 1;
    if (j - i >= best[0]) best = [j - i, i];
  }
  const from = days[best[1]];
  return [Math.max(range[0], from - 7), Math.min(range[1], from + DENSE + 7)];
}
const opening = range && densest();
const shownWindow = () => state.window || opening;

const STEPS = [1, 2, 3, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652, 18262];

/** Marks of the axis, [day, label], some eight of them. */
function ticks([from, to]) {
  const step = STEPS.find((days) => (to - from) / days <= 8) || 36525;
  const label = (at) =>
    step < 30
      ? day(toIso(at)).replace(/ \d+$/, "")
      : step < 365
        ? day(toIso(at)).replace(/^\d+ /, "")
        : toIso(at).slice(0, 4);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => [
    from + i * step,
    label(from + i * step),
  ]);
}

/** How many events and articles fall into each of so many equal parts of the range. */
function histogram(parts) {
  const bins = Array(parts).fill(0);
  for (const at of allDays)
    bins[Math.min(parts - 1, Math.floor(((at - range[0]) / (range[1] - range[0])) * parts))] += 1;
  return bins;
}
