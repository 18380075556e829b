import { isoDay } from '../core/text/iso-day';
import { HandbookCheck } from '../core/check/handbook-check';
import type { NoteSource } from '../core/note/note-source';
import type { ActionContext } from '../ui/actions/action-context';
import type { EditorCheckHost } from '../ui/editor/editor-check';
import { readCanvases } from '../vault/read-canvases';
import { readVaultNote } from '../vault/read-vault-note';
import { TimeSlice } from '../vault/time-slice';
import type { PluginParts } from './plugin-parts';

/** The handbook check, for its pane and for the editor. */
export function openCheck({ app, store, feed, changeSettings }: PluginParts, context: ActionContext): EditorCheckHost {
  const read = (path: string): Promise<NoteSource | null> => readVaultNote(app, path);
  return {
    check: new HandbookCheck({
      vault: context.vault,
      embeds: feed.embeds,
      index: () => feed.index,
      isIgnored: (path) => feed.ignores(path),
      read,
      canvases: () => readCanvases(app.vault),
      today: () => isoDay(new Date()),
      breathe: new TimeSlice().breatheIfDue,
    }),
    context,
    read,
    get isOn() {
      return store.settings.underlineFindings;
    },
    settled: () => feed.settled(),
    get ignored() {
      return store.settings.ignoredFindings;
    },
    setIgnored: (ignoredFindings) => changeSettings((now) => ({ ...now, ignoredFindings })),
  };
}
