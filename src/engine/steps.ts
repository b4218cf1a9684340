/** Takes all steps of long work at once, and gives back what comes of it. */
export function toTheEnd<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
