// What Chromium itself says of the time from an input to the frame on the screen that shows what came of it,
// with the work of its compositor and of the graphics process: the events EventLatency of a trace of "input".

const other = /^(MOUSE|KEY)_(PRESSED|RELEASED)$/; // a gesture begins and ends with them

/** Milliseconds, in the order in which the inputs came, of a trace in bytes. */
export function latenciesIn(trace) {
  const events = JSON.parse(new TextDecoder().decode(trace)).traceEvents.filter(({ name }) => name === "EventLatency");
  const begun = new Map();
  const latencies = [];
  for (const event of events.sort((a, b) => a.ts - b.ts)) {
    const key = `${event.pid}:${event.id2?.local ?? event.id}`;
    const begin = begun.get(key);
    if (event.ph === "b") {
      begun.set(key, event);
    } else if (event.ph === "e" && begin && !other.test(begin.args.event_latency?.event_type)) {
      begun.delete(key);
      latencies.push((event.ts - begin.ts) / 1000);
    }
  }
  return latencies;
}
