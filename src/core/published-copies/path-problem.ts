/** What some system refuses in a file's name, or what ends a link to it; `%%` would begin a comment. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const REFUSED = /[*"\\<>:|?#^[\]\u0000-\u001F]|%%/;

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Why no note should be made at the path, as the end of a sentence; null when it may. Whether something is there already is not asked. */
export function pathProblem(path: string): string | null {
  const refused = REFUSED.exec(path)?.[0];
  if (refused !== undefined) return `its path "${path}" holds "${refused}", which no link or not every system takes`;
  for (const segment of path.split('/')) {
    const name = segment.replace(/\.md$/i, '');
    if (name.trim() === '') return `its path "${path}" has an empty name in it`;
    if (name.startsWith('.')) return `its path "${path}" has a name that begins with a dot`;
    if (/[. ]$/.test(name) || name.startsWith(' '))
      return `its path "${path}" has a name that begins or ends with a blank, or ends with a dot`;
    if (DEVICE.test(name)) return `"${name}" is a name that Windows keeps for itself`;
  }
  return null;
}
