/** What no file name may hold on one of the systems that a vault is synced to, or what breaks links to it. No parser: a name is no Markdown. */
export const BAD_IN_NAMES = /[/\\:*?"<>|#^[\]]|%%/g;

// eslint-disable-next-line no-control-regex -- control characters are what is meant
export const CONTROL = /[\u0000-\u001F\u007F]/;

/** Names that Windows keeps for devices, with any ending. */
export const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** File systems hold 255 bytes, the ending included. */
const MOST_BYTES = 255;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The text without what a note's name may not hold: what to propose instead. May be empty. */
export function cleanNoteName(text: string): string {
  let name = text
    .replace(/[\r\n\t]/g, ' ')
    .replaceAll('%%', '')
    .replace(/\s*[:|/\\]+\s*/g, ' - ')
    .replace(BAD_IN_NAMES, '')
    .replace(/\s+/g, ' ');
  name = name.normalize('NFC').replace(/^[\s.-]+|[\s.-]+$/g, '');
  if (DEVICE.test(name)) name = name.replace(/^[^.]+/, '$& note');
  while (bytes(`${name}.md`) > MOST_BYTES)
    name = Array.from(name)
      .slice(0, -1)
      .join('')
      .replace(/[\s.-]+$/, '');
  return name;
}

/** What a name is called where it is asked for. */
type NameWord = 'title' | 'name' | 'folder’s name';

/** What is wrong with a title as a note's name, as a sentence that says what would do; null when nothing is. */
export function noteNameProblem(title: string, word: NameWord = 'title'): string | null {
  const name = title.trim();
  if (name === '') return word === 'title' ? 'Give the note a title.' : 'Give it a name.';
  const instead = cleanNoteName(name);
  const proposal = instead === '' ? '' : ` “${instead}” would do.`;
  const bad = [...new Set(name.match(BAD_IN_NAMES) ?? [])];
  if (bad.length > 0)
    return `A ${word} cannot hold ${bad.join(' ')}, because the file is named after it and links would break.${proposal}`;
  if (CONTROL.test(name)) return `A ${word} is one line without control characters.${proposal}`;
  if (name.startsWith('.')) return `A ${word} cannot begin with a stop: it would be hidden.${proposal}`;
  if (name.endsWith('.')) return `A ${word} cannot end with a stop: Windows takes it away.${proposal}`;
  if (DEVICE.test(name)) return `“${name}” is a name that Windows keeps for itself.${proposal}`;
  const length = bytes(`${name}.md`);
  if (length > MOST_BYTES)
    return `The ${word} is too long for a file: ${length - 3} bytes, and ${MOST_BYTES - 3} fit. Shorten it${word === 'title' ? '; the text has room for the rest' : ''}.`;
  return null;
}
