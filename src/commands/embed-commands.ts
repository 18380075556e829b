import type { Command, Editor, MarkdownFileInfo, MarkdownView, Menu } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import { copyEmbed } from '../ui/embed/copy-embed';
import { insertEmbed } from '../ui/embed/insert-embed';
import { tellError } from '../ui/plan/run-plan';

const COPY = { name: 'Copy transclusion (embed) of this section', icon: 'copy' };

const telling = (work: Promise<void>): void => void work.catch(tellError);

/** The commands that write or copy a transclusion. */
export function embedCommands(context: ActionContext): Command[] {
  return [
    {
      id: 'insert-transclusion',
      name: 'Insert transclusion (embed) of a section…',
      icon: 'file-symlink',
      editorCallback: (editor, { file }) => {
        if (file) telling(insertEmbed(context, editor, file));
      },
    },
    {
      id: 'copy-transclusion',
      ...COPY,
      editorCallback: (editor, { file }) => {
        if (file) telling(copyEmbed(context, editor, file));
      },
    },
  ];
}

/** The entry in the editor's menu. */
export function addCopyEntry(
  context: ActionContext,
  menu: Menu,
  editor: Editor,
  { file }: MarkdownView | MarkdownFileInfo,
): void {
  if (!file) return;
  menu.addItem((item) =>
    item
      .setTitle(COPY.name)
      .setIcon(COPY.icon)
      .setSection('selection-link')
      .onClick(() => telling(copyEmbed(context, editor, file))),
  );
}
