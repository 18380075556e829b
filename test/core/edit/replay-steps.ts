import type { Step } from '../../../src/core/edit/history';

/**
 * What a note says when of these steps only those that are left were ever taken; null when none of them makes it. Each character knows which step wrote it, so
 * that what a step of those taken back wrote is left out, and what it took away stays.
 */
export function replaySteps(
  path: string,
  original: string | null,
  steps: readonly Step[],
  left: ReadonlySet<Step>,
): string | null {
  interface Unit {
    readonly char: string;
    readonly by: Step | null;
    gone: Step[];
  }
  const written = (text: string, by: Step | null): Unit[] =>
    Array.from({ length: text.length }, (_one, at) => ({ char: text.charAt(at), by, gone: [] }));
  let maker: Step | null = null;
  let units = written(original ?? '', null);
  for (const step of steps) {
    const made = step.plan.creates.find((one) => one.path === path);
    if (made) [maker, units] = [step, written(made.text, step)];
    const seen = units.filter(({ gone }) => gone.length === 0);
    for (const { start, end, insert } of step.plan.changes.find((one) => one.path === path)?.edits ?? []) {
      // In their order, each before the character that it stood before: so insertions at one place keep it.
      const at = start < seen.length ? units.indexOf(seen[start]!) : units.length;
      for (const unit of seen.slice(start, end)) unit.gone.push(step);
      units.splice(at, 0, ...written(insert, step));
    }
  }
  if (original === null && !(maker && left.has(maker))) return null;
  return units
    .filter(({ by, gone }) => (by === null || left.has(by)) && !gone.some((one) => left.has(one)))
    .map(({ char }) => char)
    .join('');
}
