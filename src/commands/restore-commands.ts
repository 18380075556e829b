import type { Command } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import { openRestore } from '../ui/restore/open-restore';

/** The commands that make published pages whole. */
export function restoreCommands(context: ActionContext): Command[] {
  /** The active note, if it may hold a copy: those begin with HTML. */
  const published = (): string | null => {
    const file = context.app.workspace.getActiveFile();
    const sections = file && context.app.metadataCache.getFileCache(file)?.sections;
    return file && sections?.some(({ type }) => type === 'html') ? file.path : null;
  };
  return [
    {
      id: 'turn-frozen-copies-back',
      name: 'Turn frozen copies back into transclusions…',
      icon: 'snowflake',
      callback: () => void openRestore(context, published(), false),
    },
    {
      id: 'rebuild-missing-pages',
      name: 'Rebuild missing pages from this published page…',
      icon: 'hammer',
      checkCallback(checking) {
        const path = published();
        if (path !== null && !checking) void openRestore(context, path, true);
        return path !== null;
      },
    },
  ];
}
