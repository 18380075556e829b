import { BLOCK_LANGUAGE } from '../../block/board-block';
import { FENCE } from '../../markdown/marks/line-marks';
import { readMarkdown } from '../../markdown/read-markdown';
import { locAt } from '../../note/loc-at';
import { lineAt } from '../../note/text-line';
import type { JudgeText } from '../facts/rule-context';

/** The plugin does not run on the site, which shows the text of a block that it does not know as code. */
export const gardenBoard: JudgeText = function* ({ source: { text } }) {
  if (!text.includes(BLOCK_LANGUAGE)) return;
  // Of a block in a bullet or quote the metadata do not tell.
  for (const { type, start } of readMarkdown(text).blocks)
    if (type === 'code' && FENCE.exec(text.slice(start, lineAt(text, start).end))?.[3]?.trim() === BLOCK_LANGUAGE)
      yield {
        at: locAt(text, start),
        message: 'The site shows this board as code. Expected a snapshot of it: “Insert snapshot of the board…”.',
      };
};
