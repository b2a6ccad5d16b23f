// The step before which a question of a lesson is asked (scenarios/README.md, `decisive`), or
// undefined when this run never comes there.
export function questionStep(question, story) {
  let times = 0;
  const operation = `${question.line} ${question.operation}`;
  for (const told of story.steps) {
    if (told.name !== question.goroutine || !told.operations.includes(operation)) continue;
    if (++times === question.count) return told.step;
  }
  return undefined;
}
