// From runs to figures: median and spread.

/** Median, least and greatest of what is there; null if nothing is. */
export function spreadOf(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) {
    return null;
  }
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1) };
}

function summary(runs) {
  const of = (key) => spreadOf(runs.map((run) => run[key]));
  return {
    runs: runs.length,
    interactiveMs: of("interactiveMs"),
    photoMs: of("photoMs"),
    answeredMs: of("answeredMs"),
    clickMs: of("clickMs"),
    idleCores: of("idleCores"),
    noiseCores: of("noiseCores"),
    transferred: of("transferred"),
    errors: runs.flatMap(({ error }) => error ?? []),
  };
}

/** For each subject's id: its summary, and how many times the Label Studio front end's start it takes. */
export function summarize(measured) {
  const starts = Object.fromEntries([...measured].map(([id, runs]) => [id, summary(runs)]));
  const peer = starts["label-studio"]?.interactiveMs?.median;
  for (const start of Object.values(starts)) {
    start.ofLabelStudio = peer && start.interactiveMs ? start.interactiveMs.median / peer : null;
  }
  return starts;
}
