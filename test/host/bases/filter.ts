/** The few filters that are modelled. Any other throws an error that shows it, where the app has a whole language. */
import type { BasesConfigFileFilter } from 'obsidian';

export interface FilteredFile {
  readonly path: string;
  /** Without `#`. */
  readonly tags: readonly string[];
  held(id: string): unknown;
}

const CALL = /^(!?)file\.(inFolder|hasTag)\("([^"]*)"\)$/;
const COMPARISON = /^([\w.-]+)\s*(==|!=)\s*"([^"]*)"$/;

export function passes(filter: BasesConfigFileFilter | undefined, file: FilteredFile): boolean {
  if (filter === undefined) return true;
  if (typeof filter !== 'string') {
    if ('and' in filter) return filter.and.every((one) => passes(one, file));
    if ('or' in filter) return filter.or.some((one) => passes(one, file));
    return !filter.not.some((one) => passes(one, file));
  }
  const [, not, call, argument = ''] = CALL.exec(filter) ?? [];
  if (call !== undefined) {
    const isTrue =
      call === 'inFolder'
        ? file.path.startsWith(`${argument}/`)
        : file.tags.some((tag) => tag === argument || tag.startsWith(`${argument}/`));
    return isTrue !== (not === '!');
  }
  const [, name, comparison, value] = COMPARISON.exec(filter) ?? [];
  if (name === undefined) throw new Error(`The filter ${filter} is not modelled by the test host`);
  return (file.held(name) === value) === (comparison === '==');
}
