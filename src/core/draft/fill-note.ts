import type { NewNote } from '../edit/edit-plan';
import { isRefusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import { isPublished } from '../note/is-published';
import { todoTag } from '../settings/settings';
import { leadingCommands } from '../note/leading-commands';
import { LINE_ENDS, lineEndAt } from '../note/line-end';
import { noteName } from '../note/link-text';
import { setProperties, type PropertyPair } from '../edit/frontmatter/set-property';
import { vaultAfter } from '../edit/vault-after';
import type { NoteSource } from '../note/note-source';
import { propertyOf } from '../note/property-of';
import { parseNote } from '../markdown/parse-note';
import { readMarkdown } from '../markdown/read-markdown';
import type { Template } from '../template/built-in-templates';
import { fillTemplate } from '../template/fill-template';
import { notePermalink } from '../template/note-permalink';
import { placeholdersIn } from '../template/placeholders';
import type { Drafting } from './drafting';
import { linkValues, type LinkSources } from './link-values';
import { AS_TEMPLATE, writeNoteTodo, type NoteTodo } from './note-todo';

export interface NoteToFill extends LinkSources {
  readonly template: Template;
  /** ISO date, or `''`. */
  readonly due?: string;
  readonly summary?: string;
  /** Whether the user wants it published; null: as `model` is. */
  readonly publish?: boolean | null;
  /** The note that it follows: whether that has a permalink of its own decides if the note gets one. */
  readonly model: NoteSource | null;
  readonly todo?: NoteTodo;
  /** Other notes that the plan makes. */
  readonly besides?: readonly NewNote[];
}

export interface FilledNote extends NewNote {
  readonly template: Template;
  /** What stands before the text until Templater has run it; nothing of it is left. */
  readonly commands: string;
  /** Where one goes on writing in the note as it is made. */
  readonly cursor: number | null;
  readonly changes: readonly NoteEdit[];
  readonly remarks: readonly string[];
}

/**
 * Whether a new note is published: as the note that it follows is, unless the user wants it otherwise.
 * Where neither says anything, null.
 */
function publishOf(model: NoteSource | null, wanted: boolean | null): boolean | null {
  const value = propertyOf(model?.metadata.frontmatter, 'dg-publish') ?? null;
  const has = model === null || value === null ? null : isPublished(model.metadata);
  if (wanted === null) return has;
  return wanted ? true : has === null ? null : false;
}

/** The notes as they are made: until Templater comes, each begins with its template's commands. */
export const asMade = (notes: readonly FilledNote[]): NewNote[] =>
  notes.map(({ path, text, commands }) => ({ path, text: commands + text }));

/** A template as a note: links in the user's format, properties, permalink. */
export async function fillNote(drafting: Drafting, note: NoteToFill): Promise<FilledNote> {
  const { path, template, phase, owner = null, due = '', summary = '', model, besides = [] } = note;
  const publish = publishOf(model, note.publish ?? null);
  const plain = {
    title: noteName(path),
    phase: phase?.name ?? '',
    purpose: phase?.title ?? '',
    owner: owner === null ? '' : noteName(owner),
    due,
    summary,
    publish: publish === null ? '' : String(publish),
  };
  const commands = drafting.runsTemplater ? leadingCommands(template.text) : '';
  const own = template.text.slice(commands.length);
  const draft = fillTemplate(own, { values: plain, inProperties: {}, now: drafting.now });
  const planned = vaultAfter(drafting.vault, [...besides, { path, text: draft.text }]);
  const used = placeholdersIn(template.text);
  const hasOwner = owner === null || used.has('owner') || used.has('owner-link');
  const links = await linkValues(drafting, planned, hasOwner ? used : new Set([...used, 'owner-link']), note);
  const values = { values: { ...plain, ...links.values }, inProperties: links.inProperties, now: drafting.now };
  const filled = fillTemplate(own, values);
  let { text } = filled;
  let cursor = filled.cursor;
  const change = (at: number, removed: number, added: string): void => {
    text = text.slice(0, at) + added + text.slice(at + removed);
    if (cursor !== null && cursor >= at + removed) cursor += added.length - removed;
  };
  // Text that moves into a note is never lost for want of a place in its template.
  if (summary !== '' && !used.has('summary'))
    change(text.length, 0, `${text.endsWith('\n') ? '' : '\n'}\n${summary}\n`);
  // Nor are the owner and the date.
  const { properties } = drafting.index.settings;
  const missing: PropertyPair[] = [
    ...(hasOwner ? [] : [[properties.owner, links.inProperties['owner-link'] ?? plain.owner] as const]),
    ...(used.has('due') || due === '' ? [] : [[properties.due, due] as const]),
  ];
  const edits = missing.length === 0 ? [] : setProperties(parseNote(path, text), missing);
  if (isRefusal(edits)) change(text.length, 0, `\n${missing.map((pair) => pair.join(': ')).join('\n')}\n`);
  else for (const { start, end, insert } of [...edits].reverse()) change(start, end - start, insert);
  // A note that is empty would be taken for one that Templater is to fill.
  if (text.trim() === '') change(0, text.length, `# ${noteName(path)}\n`);
  const todo = writeNoteTodo(text, note.todo ?? AS_TEMPLATE, todoTag(drafting.index.settings));
  if (todo) change(todo.at, todo.removed, todo.added);
  const hasPermalink = (frontmatter: Parameters<typeof propertyOf>[0]): boolean =>
    propertyOf(frontmatter, 'dg-permalink') !== undefined;
  if (hasPermalink(model?.metadata.frontmatter) && !hasPermalink(readMarkdown(text).metadata.frontmatter)) {
    const line = `dg-permalink: ${JSON.stringify(notePermalink(path, drafting.index.settings.garden))}`;
    const close = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
    if (close < 0) change(0, 0, `---\n${line}\n---\n\n`);
    else change(close, 0, `\n${line}`);
  }
  // The publisher breaks what stands around an embed.
  const embeds = (['phase-summary', 'phase-overview'] as const).filter(
    (name) =>
      isPublished(readMarkdown(text).metadata) &&
      text
        .split('\n')
        .some((line) => links.values[name] && line.includes(links.values[name]) && line !== links.values[name]),
  );
  // A template's line ends are its notes'.
  const eol = lineEndAt(template.text, 0);
  const inItsEnds = (part: string): string => part.replace(LINE_ENDS, eol);
  const before = inItsEnds(fillTemplate(commands, values).text);
  if (cursor !== null) cursor = before.length + inItsEnds(text.slice(0, cursor)).length;
  return {
    path,
    template,
    commands: before,
    text: inItsEnds(text),
    cursor,
    changes: links.changes,
    remarks: [
      ...links.remarks,
      ...embeds.map(
        (name) =>
          `The template’s {{${name}}} breaks when the note is published, unless it stands on a line of its own outside bullets, quotes and tables`,
      ),
      ...filled.unknown.map((placeholder) => `The template’s ${placeholder} is no placeholder and stays as it is`),
      ...(template.text.includes('<%')
        ? [
            drafting.runsTemplater
              ? 'What stands between <% and %> is run by Templater when the note is made'
              : 'Templater is not on: what stands between <% and %> is not run',
          ]
        : []),
    ],
  };
}
