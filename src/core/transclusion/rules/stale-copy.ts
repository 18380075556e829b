import { noteName } from '../../note/link-text';
import type { Rule } from '../court';
import { openCopies } from '../tell-copies';

const quoted = (line: string): string => (line === '' ? 'nothing more' : `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``);

export const staleCopy: Rule = {
  id: 'stale-copy',
  severity: 'warning',
  title: 'Frozen copy that differs from its source',
  onSite: true,
  *judge(note, court) {
    for (const { state, at, link } of openCopies(note, court)) {
      if (state.kind === 'stale') {
        const { copied, source } = state.difference;
        const message = `A frozen copy that differs from ${noteName(state.source.path)}: here ${quoted(copied)}, there ${quoted(source)}. Keep the copy, or take the source.`;
        yield { at, link, message, fix: null };
      } else if (state.kind === 'exact' && state.glued.length > 0) {
        const message = `A frozen copy in which the publisher glued lines together (${quoted(state.glued[0] ?? '')}): the source, ${noteName(state.source.path)}, is right.`;
        yield { at, link, message, fix: null };
      }
    }
  },
};
