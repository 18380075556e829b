import { BAD_IN_NAMES, CONTROL, DEVICE } from '../note/note-name';
import { withoutMd } from '../note/link-text';

/** Why no note should be made at the path, as the end of a sentence; null when it may. Whether something is there already is not asked. */
export function pathProblem(path: string): string | null {
  const refused = path.split('/').join('').match(BAD_IN_NAMES)?.[0] ?? CONTROL.exec(path)?.[0];
  if (refused !== undefined) return `its path "${path}" holds "${refused}", which no link or not every system takes`;
  for (const segment of path.split('/')) {
    const name = withoutMd(segment);
    if (name.trim() === '') return `its path "${path}" has an empty name in it`;
    if (name.startsWith('.')) return `its path "${path}" has a name that begins with a dot`;
    if (/[. ]$/.test(name) || name.startsWith(' '))
      return `its path "${path}" has a name that begins or ends with a blank, or ends with a dot`;
    if (DEVICE.test(name)) return `"${name}" is a name that Windows keeps for itself`;
  }
  return null;
}
