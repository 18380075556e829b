// The version of the index grows with whatever it answers: who drew the board of that number has drawn what is true.
import { describe, expect, it } from 'vitest';
import { TextVault } from '../text-vault';

const PAGES = {
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- Plan\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- [[Runbook]]\n- Ship\n',
  'Ops/Runbook.md': '---\nowner: "[[SRE]]"\n---\nText\n',
  'Ops/Notes.md': 'Text\n',
  'Roles/SRE.md': '',
  'Roles/Lead.md': '',
};

describe('the version of the index', () => {
  const changed = (path: string, text: string): boolean => {
    const vault = new TextVault(PAGES);
    const index = vault.index();
    const before = index.version;
    vault.write(path, text);
    vault.feed(index, path);
    index.settle();
    return index.version > before;
  };

  it('grows when the owner of a responsibility’s note changes, although the note holds no todo', () => {
    expect(changed('Ops/Runbook.md', '---\nowner: "[[Lead]]"\n---\nText\n')).toBe(true);
  });
  it('grows when a page’s bullet says something else, although the lifecycle is the same', () => {
    expect(changed('Ops/Day 0 Operations.md', '# Overview\n## Responsibilities\n- Plan more\n')).toBe(true);
  });
  it('stays where a note changes that has nothing to do with the lifecycle', () => {
    expect(changed('Ops/Notes.md', 'Other text\n')).toBe(false);
  });
});

describe('the lifecycle', () => {
  const after = (text: string): { readonly isSame: boolean; readonly linked: readonly string[] } => {
    const vault = new TextVault(PAGES);
    const index = vault.index();
    const before = index.lifecycle;
    vault.write('Ops/Day 1 Operations.md', text);
    vault.feed(index, 'Ops/Day 1 Operations.md');
    index.settle();
    return { isSame: index.lifecycle === before, linked: [...index.lifecycle.linked.keys()] };
  };

  it('is not looked for again when a page changes that leads where it led', () => {
    expect(after(PAGES['Ops/Day 1 Operations.md'].replace('- Ship', '- Ship on #todo'))).toEqual({
      isSame: true,
      linked: ['Ops/Runbook.md'],
    });
  });
  it('is, when a bullet of a page comes to name another note, or its sections go', () => {
    expect(after('# Overview\n## Responsibilities\n- [[Notes]]\n- Ship\n').linked).toEqual(['Ops/Notes.md']);
    expect(after('# Overview\n## Responsibilities\n- The [[Runbook]]\n- Ship\n').linked).toEqual([]);
    expect(after('# Overview\n## Work\n- [[Runbook]]\n- Ship\n').isSame).toBe(false);
  });
});

describe('where a todo is shown', () => {
  it('follows an embed that goes to another section of its note', () => {
    const embed = '![[Source#Setup]]\n';
    const vault = new TextVault({
      'Source.md': '# Setup\n#todo\n',
      'Between.md': `# One\n${embed}\n# Two\n`,
      'ShowsOne.md': '![[Between#One]]\n',
      'ShowsTwo.md': '![[Between#Two]]\n',
    });
    const index = vault.index();
    const shown = (): readonly string[] => [...index.todos()].flatMap((todo) => index.shownIn(todo));
    expect(shown()).toEqual(['Between.md', 'ShowsOne.md']);
    const before = index.version;
    vault.write('Between.md', `# One\n\n# Two\n${embed}`);
    vault.feed(index, 'Between.md');
    index.settle();
    expect(shown()).toEqual(['Between.md', 'ShowsTwo.md']);
    expect(index.version).toBeGreaterThan(before);
  });
  it('follows the heading that is embedded, when it comes to stand elsewhere in its note', () => {
    const vault = new TextVault({ 'Source.md': '# Setup\n#todo\n', 'Shows.md': '![[Source#Setup]]\n' });
    const index = vault.index();
    const shown = (): readonly string[] => [...index.todos()].flatMap((todo) => index.shownIn(todo));
    expect(shown()).toEqual(['Shows.md']);
    vault.edit('Source.md', '# Other\n#todo\n\n# Setup\n');
    vault.feed(index, 'Source.md');
    index.settle();
    expect(shown()).toEqual([]);
  });
});
