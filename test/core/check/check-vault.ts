import { openNoteSource } from '../../../src/core/note/note-source';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import type { OperationsIndex } from '../../../src/core/index/operations-index';
import type { Finding } from '../../../src/core/check/facts/finding';
import { HandbookCheck } from '../../../src/core/check/handbook-check';
import { listFindings } from '../../../src/core/check/list-findings';
import { TextVault } from '../text-vault';

/** Rule ids at the end of an offending line: `![[Gone]] {missing-note}{leaked-note}`. */
const MARKS = /[ \t]*((?:\{[a-z-]+\})+)(?=\r?$)/gm;

/** A text without its marks, and what they say: `line rule`, 1-based. */
export function readMarks(marked: string): { text: string; expected: string[] } {
  const expected = marked.split('\n').flatMap((line, at) => {
    const marks = /((?:\{[a-z-]+\})+)\r?$/.exec(line)?.[1] ?? '';
    return [...marks.matchAll(/\{([a-z-]+)\}/g)].map(([, rule = '']) => `${at + 1} ${rule}`);
  });
  return { text: marked.replace(MARKS, ''), expected };
}

/** A vault of texts with the check over it. */
export class CheckedVault {
  readonly vault = new TextVault();
  readonly check: HandbookCheck;
  index: OperationsIndex;
  today = '2026-11-29';
  /** What happens in the vault when the check lets others at it, between two notes. */
  meanwhile: () => void = () => undefined;

  constructor(
    texts: Readonly<Record<string, string>>,
    settings: Partial<Settings> = {},
    isIgnored: (path: string) => boolean = () => false,
  ) {
    for (const [path, text] of Object.entries(texts)) this.vault.write(path, text);
    this.index = this.vault.index({ ...DEFAULT_SETTINGS, ...settings });
    this.check = new HandbookCheck({
      vault: this.vault,
      embeds: this.vault.embeds,
      index: () => this.index,
      isIgnored,
      read: (path) => {
        const text = this.vault.texts.get(path);
        const metadata = this.vault.metadata(path);
        return Promise.resolve(text === undefined || metadata === null ? null : openNoteSource(path, text, metadata));
      },
      canvases: () =>
        Promise.resolve(
          [...this.vault.texts].flatMap(([path, text]) => (path.endsWith('.canvas') ? [{ path, text }] : [])),
        ),
      today: () => this.today,
      breathe: () => {
        this.meanwhile();
        return null;
      },
    });
  }

  /** Changes, makes or (null) takes away a note, as the events of the vault would tell of it. */
  write(path: string, text: string | null): void {
    const isThere = this.vault.exists(path);
    if (text === null) this.vault.remove(path);
    else this.vault.write(path, text);
    this.vault.feed(this.index, path);
    if (isThere !== (text !== null)) {
      this.index.fileChanged(path);
      this.check.fileChanged(path);
    }
    this.index.settle();
    this.check.noteChanged(path);
  }

  async findings(): Promise<Finding[]> {
    await this.check.settle();
    return listFindings(this.check.findings(), { notes: null, isPublished: null, path: null, rules: [] });
  }
}

/** Each finding as `path:line rule`. */
export async function linesOf(vault: CheckedVault): Promise<string[]> {
  return (await vault.findings()).map(({ path, at, rule }) => `${path}:${at.line + 1} ${rule}`);
}

/** What the check finds in marked texts, and what the marks say. */
export async function checkMarked(
  marked: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
): Promise<{ found: string[]; expected: string[] }> {
  const notes = Object.entries(marked).map(([path, text]) => ({ path, ...readMarks(text) }));
  const vault = new CheckedVault(Object.fromEntries(notes.map(({ path, text }) => [path, text])), settings);
  const expected = notes.flatMap(({ path, expected: marks }) => marks.map((mark) => `${path}:${mark}`));
  return { found: (await linesOf(vault)).sort(), expected: expected.sort() };
}
