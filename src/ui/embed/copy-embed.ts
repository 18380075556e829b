import { Notice, type Editor, type TFile } from 'obsidian';
import { isRefusal } from '../../core/edit/edit-plan';
import { planCopiedLink } from '../../core/link/plan-copied-link';
import { offsetAt } from '../../core/note/offset-at';
import type { ActionDesk } from '../actions/action-desk';
import { tellReason } from '../plan/run-plan';

/** Copies the transclusion of the section that the cursor is in; above the first heading, of the whole note. */
export async function copyEmbed(desk: ActionDesk, editor: Editor, { path }: TFile): Promise<void> {
  const { vault } = await desk.planning();
  const source = await vault.read(path);
  if (!source) return;
  const { line, ch } = editor.getCursor();
  const offset = offsetAt(source.text, line, ch);
  if (source.outline.copyAt(offset) !== null) {
    tellReason('This is a frozen copy: rebuild its page first, and transclude that.');
    return;
  }
  const section = source.outline.sectionAt(offset);
  const link = await planCopiedLink(path, section ? { kind: 'heading', line: section.heading.position.start.line } : { kind: 'note' }, vault);
  if (isRefusal(link)) {
    tellReason(link.refusal);
    return;
  }
  await activeWindow.navigator.clipboard.writeText(link.text);
  new Notice([`Copied ${link.text}`, ...link.remarks].join('. '));
}
