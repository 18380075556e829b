import { canvasJson, textCards, type CanvasFile } from '../link/canvas';
import { embedsOnSite } from '../link/garden-rules';
import { isPublished } from '../note/is-published';
import { noteName } from '../note/link-text';
import { locAt } from '../note/loc-at';
import type { NoteMetadata } from '../note/note-metadata';
import type { Finding } from './facts/finding';
import type { ResolveLink } from '../phase/lifecycle-input';
import type { CheckedNotes } from './checked-notes';
import { leakMessage } from './rules/leaked-note';

/** Whether the Digital Garden publishes a canvas: by the properties that it keeps in the JSON's `metadata`. */
export const isCanvasPublished = ({ text }: CanvasFile): boolean =>
  isPublished((canvasJson(text) as { readonly metadata?: NoteMetadata } | null)?.metadata ?? null);

/** What a published canvas shows of notes that are not: the publisher carries out the transclusions in its cards' text. Where a card shows a file it frames that page of the site. */
export const canvasLeaks = (canvas: CanvasFile, resolve: ResolveLink, notes: CheckedNotes): Finding[] =>
  textCards(canvas, '![[').flatMap(({ source, inJson }) =>
    Array.from(embedsOnSite(source)).flatMap(({ at, path }): Finding[] => {
      const target = resolve(path, canvas.path);
      if (target === null || notes.get(target)?.isPublished !== false) return [];
      const { start } = inJson({ start: at, end: at, insert: '', guards: [] });
      const message = leakMessage(noteName(target), 'card');
      const place = locAt(canvas.text, start);
      return [{ rule: 'leaked-note', severity: 'error', path: canvas.path, at: place, link: path, message, fix: null }];
    }),
  );
