import { BLOCK_LANGUAGE } from '../../block/board-block';
import { FENCE } from '../../markdown/marks/line-marks';
import { locAt } from '../../note/loc-at';
import { lineAt } from '../../note/text-line';
import type { Rule } from '../facts/rule-context';

/** The plugin does not run on the site, which shows the text of a block that it does not know as code. */
export const gardenBoard: Rule = {
  id: 'garden-board',
  looksAt: 'text',
  severity: 'warning',
  title: 'Board that the site shows as code',
  onSite: true,
  *judge({ isPublished, metadata: { sections = [] }, source }) {
    if (!isPublished || !source) return;
    for (const { type, position } of sections) {
      const line = lineAt(source.text, position.start.offset);
      if (type === 'code' && FENCE.exec(source.text.slice(line.start, line.end))?.[3]?.trim() === BLOCK_LANGUAGE)
        yield {
          at: locAt(source.text, position.start.offset),
          link: '',
          message: 'The site shows this board as code. Expected a snapshot of it: “Insert snapshot of the board…”.',
          fix: null,
        };
    }
  },
};
