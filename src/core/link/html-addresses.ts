import { readMarkdown, type Markdown } from '../markdown/read-markdown';
import { folderOf } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import { lineAt } from '../note/text-line';
import type { Span, TextEdit } from '../text/text-edit';
import type { LinkVault } from './link-vault';
import { relativePath } from '../text/vault-path';
import { percent } from './write-link';

const ADDRESS = /(\s(?:src|href)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

/** What of a file's name would end its path in an address, or be read as an entity. */
const ENDS_PATH = /["#&'?]/g;

/** An address in HTML; `[start, end)` is its value, in its quotation marks where it has some. */
interface HtmlAddress extends Span {
  readonly quote: string;
  /** The path as it is written, and decoded as that of a link from the note's folder. */
  readonly written: string;
  readonly linkpath: string;
  /** From `?` or `#` on. */
  readonly rest: string;
}

/** The addresses that may name files of the vault, in the HTML of a note that has been read. */
export function htmlAddresses(text: string, { blocks, spans }: Pick<Markdown, 'blocks' | 'spans'>): HtmlAddress[] {
  const html = [...blocks.filter(({ type }) => type === 'html'), ...spans.filter(({ kind }) => kind === 'html')];
  return html.flatMap(({ start: from, end }) =>
    [...text.slice(from, end).matchAll(ADDRESS)].flatMap(({ 0: whole, 1: name = '', 2: value = '', index }) => {
      const quote = /^["']/.exec(value)?.[0] ?? '';
      const address = value.slice(quote.length, value.length - quote.length);
      const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
      if (written === '' || /^\/|:|&#?\w+;/.test(written)) return [];
      let file = written;
      try {
        file = decodeURIComponent(written);
      } catch {
        return [];
      }
      const start = from + index + name.length;
      const linkpath = /^\.\.?\//.test(file) ? file : `./${file}`;
      return [{ start, end: from + index + whole.length, quote, written, linkpath, rest }];
    }),
  );
}

/**
 * The edits by which addresses in the HTML of spans (`<img src="…">`) lead to the same files from another note. HTML knows no vault: what is no file from
 * the note's own folder stays as it is.
 */
export function followHtml(
  { path, text }: NoteSource,
  spans: readonly Span[],
  to: string,
  vault: LinkVault,
): TextEdit[] {
  if (folderOf(path) === folderOf(to) || !text.includes('<')) return [];
  return htmlAddresses(text, readMarkdown(text))
    .filter(({ start, end }) => spans.some((span) => start >= span.start && end <= span.end))
    .flatMap(({ start, end, quote, written, linkpath, rest }) => {
      const target = vault.resolve(linkpath, path);
      if (target === null) return [];
      const way = relativePath(folderOf(to), target);
      const isPlain = quote !== '' && linkpath.endsWith(written);
      const spelled = (isPlain ? way.replace(/%/g, percent) : encodeURI(way)).replace(ENDS_PATH, percent);
      const insert = quote + spelled + rest + quote;
      return [{ start, end, insert, guards: [lineAt(text, start)] }];
    });
}
