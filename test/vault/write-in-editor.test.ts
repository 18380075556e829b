// A note that is open is changed in its editor, which has line ends of its own, and may take less than it is given.
import type { Editor, EditorPosition, EditorTransaction, MarkdownView } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit/apply-edits';
import type { NoteEdit } from '../../src/core/text/text-edit';
import type { WriteError } from '../../src/vault/write-error';
import { typeInEditor, writeInEditor } from '../../src/vault/write-in-editor';

/** An editor that holds a text, with its cursor as an offset; `takes` is what it makes of a text that it is given. */
class TextEditor {
  cursor = 0;

  constructor(
    public text: string,
    private readonly takes = (text: string): string => text,
  ) {}

  getValue(): string {
    return this.text;
  }

  offsetToPos(offset: number): EditorPosition {
    const lines = this.text.slice(0, offset).split('\n');
    return { line: lines.length - 1, ch: lines.at(-1)?.length ?? 0 };
  }

  private offset({ line, ch }: EditorPosition): number {
    return this.text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + ch;
  }

  transaction({ changes = [] }: EditorTransaction): void {
    const edits = changes.map(({ from, to = from, text }) => ({
      start: this.offset(from),
      end: this.offset(to),
      insert: text,
      guards: [],
    }));
    this.text = this.takes(applyEdits(this.text, edits));
  }

  setCursor(at: EditorPosition): void {
    this.cursor = this.offset(at);
  }
}

/** The edit that puts something in the place of words of the note, guarded by others. */
function edit(before: string, words: string, insert: string, guard = ''): NoteEdit {
  const spanOf = (part: string) => ({ start: before.indexOf(part), end: before.indexOf(part) + part.length });
  return { path: 'N.md', before, edits: [{ ...spanOf(words), insert, guards: guard === '' ? [] : [spanOf(guard)] }] };
}

const write = (editor: TextEditor, change: NoteEdit, save = () => Promise.resolve()): Promise<NoteEdit> =>
  writeInEditor({ editor, save } as unknown as MarkdownView, change);

describe('in an editor', () => {
  it.each<[string, string, string, NoteEdit, string]>([
    ['a note is changed', 'a\nb\n', 'a\nc\n', edit('a\nb\n', 'b', 'c'), 'a\nb\n'],
    [
      'one with CRLF is, at its place',
      'a\nb\nc\n',
      'a\nb\nd\ne\n',
      edit('a\r\nb\r\nc\r\n', 'c', 'd\r\ne'),
      'a\nb\nc\n',
    ],
    ['one with CR is', 'a\nb\n', 'a\nc\n', edit('a\rb\r', 'b', 'c'), 'a\nb\n'],
    ['one that is kept with CRLF is', 'a\r\nb\r\n', 'a\r\nc\r\nd\r\n', edit('a\r\nb\r\n', 'b', 'c\r\nd'), 'a\r\nb\r\n'],
    ['line ends that come from elsewhere are its own', 'a\n', 'b\nc\nd\n', edit('a\n', 'a', 'b\r\nc\rd'), 'a\n'],
    [
      'one with CRLF is found again by what guards the change',
      'typed\n- a\nx\n',
      'typed\n- a\ny\n',
      edit('- a\r\nx\r\n', 'x', 'y', '- a'),
      'typed\n- a\nx\n',
    ],
  ])('%s, and the answer leads back', async (_what, text, after, change, back) => {
    const editor = new TextEditor(text);
    const inverse = await write(editor, change);
    expect(editor.text).toBe(after);
    expect(inverse).toMatchObject({ path: 'N.md', before: after });
    expect(applyEdits(inverse.before, inverse.edits)).toBe(back);
  });

  it('a note that has changed at the place is left alone, and named', async () => {
    const editor = new TextEditor('a\nother\n');
    await expect(write(editor, edit('a\nb\n', 'b', 'c'))).rejects.toThrow('N has changed meanwhile');
    expect(editor.text).toBe('a\nother\n');
  });

  it('that makes something else of the change, that is told with the text that was there', async () => {
    const editor = new TextEditor('a\nb\n', (text) => text.toUpperCase());
    const told = await write(editor, edit('a\nb\n', 'b', 'c')).catch((error: unknown) => error as WriteError);
    expect(told).toMatchObject({
      message: 'The editor of N did not take the change as it was meant. Undo in the editor brings its text back.',
      lost: [{ path: 'N.md', text: 'a\nb\n' }],
    });
  });

  it('a change that cannot be saved is taken back, and where that cannot be either, the text is offered', async () => {
    for (const [good, message, lost] of [
      [1, 'The disk is full. Nothing was changed.', []],
      [
        9,
        'The disk is full. N is as it was in its editor, but may not be so on the disk: copy what should be there.',
        [{ path: 'N.md', text: 'a\nb\n' }],
      ],
    ] as const) {
      const editor = new TextEditor('a\nb\n');
      let saves = 0;
      const save = () => (++saves > good ? Promise.resolve() : Promise.reject(new Error('The disk is full.')));
      const told = await write(editor, edit('a\nb\n', 'b', 'c'), save).catch((error: unknown) => error);
      expect(told).toMatchObject({ message, lost });
      expect(editor.text).toBe('a\nb\n');
    }
  });
});

describe('what is typed for somebody', () => {
  const typed = (text: string, change: NoteEdit, cursor: number): string => {
    const editor = new TextEditor(text);
    typeInEditor(editor as unknown as Editor, change, cursor);
    return `${editor.text.slice(0, editor.cursor)}|${editor.text.slice(editor.cursor)}`;
  };
  it('stands before the cursor, which stays where it is when more was typed meanwhile', () => {
    expect(typed('- a #t\n', edit('- a #t\n', '#t', '#todo'), 9)).toBe('- a #todo|\n');
    expect(typed('x\n- a #t\n', edit('- a #t\n', '#t', '#todo'), 9)).toBe('|x\n- a #todo\n');
  });
  it('is not where the text has changed there', () => {
    expect(() => typed('- a #x\n', edit('- a #t\n', '#t', '#todo'), 9)).toThrow('N has changed meanwhile');
  });
});
