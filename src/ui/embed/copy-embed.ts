import { Notice, type Editor, type TFile } from 'obsidian';
import { isRefusal, refuse, type Refusal } from '../../core/text/refusal';
import { planCopiedLink } from '../../core/link/plan-copied-link';
import type { PlannedLink } from '../../core/link/plan-link';
import { offsetAt } from '../../core/note/offset-at';
import type { ActionContext } from '../actions/action-context';
import { noteCursor } from '../actions/note-cursor';
import { tellReason } from '../plan/run-plan';
import { copyLater, showToCopy } from './copy-later';

/** The transclusion of the section that the cursor is in; above the first heading, of the whole note. */
async function linkAtCursor(context: ActionContext, editor: Editor, { path }: TFile): Promise<PlannedLink | Refusal> {
  const { line, ch } = noteCursor(editor)();
  const { vault } = await context.planning();
  const source = await vault.read(path);
  if (!source) return refuse(`${path} is not in the vault any more.`);
  // Behind the last line end one is still in the last section.
  const offset = Math.max(0, Math.min(offsetAt(source.text, line, ch), source.text.length - 1));
  if (source.outline.copyAt(offset) !== null)
    return refuse('This is a frozen copy: rebuild its page first, and transclude that.');
  const section = source.outline.sectionAt(offset);
  return planCopiedLink(
    path,
    section ? { kind: 'heading', line: section.heading.position.start.line } : { kind: 'note' },
    vault,
  );
}

/** Copies the transclusion of the section at the cursor. To be called while what the user did is handled. */
export const copyEmbed = (context: ActionContext, editor: Editor, file: TFile): Promise<void> =>
  copyPlanned(context, 'Copy this transclusion', linkAtCursor(context, editor, file));

/** Copies a link that is still being made, and says so; where the clipboard refuses, shows it under the title. */
export async function copyPlanned(
  context: ActionContext,
  title: string,
  found: Promise<PlannedLink | Refusal>,
): Promise<void> {
  const text = found.then((link) => (isRefusal(link) ? Promise.reject(new Error(link.refusal)) : link.text));
  const isCopied = copyLater(text).then(
    () => true,
    () => false,
  );
  const link = await found;
  if (isRefusal(link)) tellReason(link.refusal);
  else if (await isCopied) new Notice([`Copied ${link.text}`, ...link.remarks].join('. '));
  else showToCopy(context.app, title, link.text);
}
