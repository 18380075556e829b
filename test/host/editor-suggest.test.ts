// Suggestions in an editor: asked after each change of the text, shown by the first that is triggered.
import { EditorSuggest, MarkdownView, type Editor, type EditorPosition, type EditorSuggestTriggerInfo } from 'obsidian';
import { expect, it } from 'vitest';
import { registrationsOf } from './app/registrations';
import { openReadyHost } from './testing/open-test-host';

class Words extends EditorSuggest<string> {
  readonly chosen: string[] = [];

  onTrigger({ line, ch }: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const typed = /@(\w*)$/.exec(editor.getLine(line).slice(0, ch));
    return typed && { start: { line, ch: typed.index }, end: { line, ch }, query: typed[1] ?? '' };
  }
  getSuggestions({ query }: { readonly query: string }): string[] {
    return ['one', 'two'].filter((word) => word.startsWith(query));
  }
  renderSuggestion(word: string, element: HTMLElement): void {
    element.setText(word);
  }
  selectSuggestion(word: string): void {
    this.chosen.push(`${word} for ${this.context?.query ?? ''}`);
    this.close();
  }
}

it('are asked at the cursor after each change, and go when nothing fits any more', async () => {
  const { app } = await openReadyHost({ files: { 'N.md': 'a ' } });
  const words = new Words(app);
  registrationsOf(app).others.set('registerEditorSuggest', new Map([[words, words]]));
  const file = app.vault.getFileByPath('N.md');
  const leaf = app.workspace.getLeaf(false);
  if (file) await leaf.openFile(file);
  if (!(leaf.view instanceof MarkdownView)) throw new Error('The note is not open.');
  const { editor } = leaf.view;
  const type = async (text: string): Promise<string[]> => {
    editor.setCursor({ line: 0, ch: 2 + text.length });
    editor.setLine(0, `a ${text}`);
    editor.setCursor({ line: 0, ch: 2 + text.length });
    await new Promise((resolve) => window.setTimeout(resolve, 5));
    return [...document.querySelectorAll('.suggestion-item')].map(({ textContent }) => textContent);
  };
  expect(await type('@')).toEqual(['one', 'two']);
  expect(await type('@t')).toEqual(['two']);
  document.querySelector<HTMLElement>('.suggestion-item')?.click();
  expect(words.chosen).toEqual(['two for t']);
  expect(await type('@x')).toEqual([]);
  expect(await type('@')).toEqual(['one', 'two']);
  expect(await type('b')).toEqual([]);
});
