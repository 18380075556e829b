import { readMarkdown } from '../markdown/read-markdown';
import { folderOf } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import { lineAt } from '../note/text-line';
import type { Span, TextEdit } from '../text/text-edit';
import type { LinkVault } from './link-vault';
import { relativePath } from '../text/vault-path';

const ADDRESS = /(\s(?:src|href)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

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
  const { blocks, spans: inline } = readMarkdown(text);
  const html = [...blocks.filter(({ type }) => type === 'html'), ...inline.filter(({ kind }) => kind === 'html')];
  return html
    .filter(({ start, end }) => spans.some((span) => start >= span.start && end <= span.end))
    .flatMap(({ start: from, end }) =>
      [...text.slice(from, end).matchAll(ADDRESS)].flatMap(({ 0: whole, 1: name = '', 2: value = '', index }) => {
        const quote = /^["']/.exec(value)?.[0] ?? '';
        const address = value.slice(quote.length, value.length - quote.length);
        const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
        if (written === '' || /^\/|[:&]/.test(written)) return [];
        let file = written;
        try {
          file = decodeURI(written);
        } catch {
          return [];
        }
        const target = vault.resolve(/^\.\.?\//.test(file) ? file : `./${file}`, path);
        if (target === null) return [];
        const way = relativePath(folderOf(to), target);
        const start = from + index + name.length;
        return [
          {
            start,
            end: from + index + whole.length,
            insert: quote + (file === written && quote !== '' ? way : encodeURI(way)) + rest + quote,
            guards: [lineAt(text, start)],
          },
        ];
      }),
    );
}
