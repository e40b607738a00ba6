// What is kept of tasks and files, as IndexedDB has it. A record bears a version: cryptography answers after a transaction has ended.

export const isSameVersion = (one, other) => (one?.version ?? 0) === (other?.version ?? 0);
export const nextVersion = (record) => ({ version: (record?.version ?? 0) + 1 });

/** Tasks behind so many others; annotations without an id get one. Gives the highest id, too. */
export async function recordsOf(sealing, project, tasks, { behind, lastAnnotation }) {
  let last = tasks.flatMap(({ annotations = [] }) => annotations).reduce((most, { id }) => Math.max(most, Number(id) || 0), lastAnnotation);
  const withId = (annotation) => (annotation.id == null ? { ...annotation, id: (last += 1) } : annotation);
  const named = tasks.map((task) => (task.annotations ? { ...task, annotations: task.annotations.map(withId) } : task));
  const records = await Promise.all(named.map((task, index) => recordOf(sealing, project, behind + index + 1, task)));
  return { records, lastAnnotation: last };
}

export async function recordOf(sealing, project, place, task) {
  return { project, place, isDone: task.annotations?.length > 0 ? 1 : 0, task: await sealing.task(place, task) };
}

/** One after the other: files may be large. */
export async function filesOf(sealing, project, media) {
  const records = [];
  for (const [path, file] of media) {
    records.push({ project, ...(await sealing.file(path, file)) });
  }
  return records;
}

/** The annotation in the place of the one that it was, or behind the others. */
export function withAnnotation(annotations, { result, was_cancelled, lead_time, created_at, pk, parent_prediction, parent_annotation }, key, newId) {
  const given = { result, was_cancelled, lead_time, updated_at: new Date().toISOString() };
  const at = annotations.findIndex(({ id, unique_id }) => unique_id === key || (pk !== undefined && String(id) === String(pk)));
  if (at >= 0) {
    return { annotations: annotations.with(at, { ...annotations[at], ...given }), saved: annotations[at].id };
  }
  const parents = { ...(parent_prediction !== undefined && { parent_prediction }), ...(parent_annotation !== undefined && { parent_annotation }) };
  return { annotations: [...annotations, { id: newId, unique_id: key, created_at, ...given, ...parents }], saved: newId };
}
