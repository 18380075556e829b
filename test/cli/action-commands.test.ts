// The handlers that write, on the built plugin: what they change on disk, what they answer, what they print for a dry run, and what they refuse.
import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';
import type { Host } from '../host/open-host';

const PAGE = 'Ops/Day 1 Operations.md';
const FILES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Planning Phase\n## Responsibilities\n- Plan\n',
  [PAGE]:
    '# Overview\r\n## Deployment Phase\r\n## Responsibilities\r\n- Deploy, then watch. ^d\r\n- Roll back\r\n- [ ] Tell support #todo\r\n#todo\r\n',
  'Ops/Note.md': '# A\n#todo/blocked\nText\n## Inside\n#todo\n',
  'Roles/SRE.md': '',
};

const run = (host: Host, action: string, flags: Record<string, string>): Promise<string> =>
  host.cli(`operations-lifecycle:${action}`, flags).catch((error: unknown) => `refused: ${(error as Error).message}`);

/** A note's text after what a dry run prints; remarks stand behind the patches. */
function patched(text: string, diff: string, path: string): string | false {
  const patch = diff
    .replace(/^# .*$/gm, '')
    .split(/^(?=--- a\/)/m)
    .find((part) => part.startsWith(`--- a/${path}`));
  return patch === undefined ? text : applyPatch(text, patch.replace(/\n+$/, ''), { autoConvertLineEndings: false });
}

async function textOf(host: Host, path: string): Promise<string> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  return host.app.vault.read(file);
}

describe('complete', () => {
  it('takes the tag away with its line, and says what is still open inside', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, 'complete', { path: 'Ops/Note.md', line: '2' })).toBe(
      'Marked A as done.\n  changed  Ops/Note.md\n1 todo inside is still open.',
    );
    expect(await textOf(host, 'Ops/Note.md')).toBe('# A\nText\n## Inside\n#todo\n');
  });
  it('checks a checkbox and keeps its tag; line ends stay', async () => {
    const host = await openWithPlugin({ files: FILES });
    await run(host, 'complete', { path: PAGE, line: '6' });
    expect(await textOf(host, PAGE)).toBe(FILES[PAGE].replace('[ ]', '[x]'));
  });
  it('lets the Tasks plugin toggle a task, where it is installed: a recurring one comes again', async () => {
    const host = await openWithPlugin({ files: FILES });
    const asked: string[][] = [];
    const apiV1 = {
      executeToggleTaskDoneCommand: (line: string, path: string): string => {
        asked.push([line, path]);
        return `${line} 📅 2026-12-08\n${line.replace('[ ]', '[x]')} ✅ 2026-12-01`;
      },
    };
    Object.assign(host.app, { plugins: { plugins: { 'obsidian-tasks-plugin': { apiV1 } } } });
    await run(host, 'complete', { path: PAGE, line: '6' });
    expect(asked).toEqual([['- [ ] Tell support #todo', PAGE]]);
    expect(await textOf(host, PAGE)).toBe(
      FILES[PAGE].replace(
        '- [ ] Tell support #todo',
        '- [ ] Tell support #todo 📅 2026-12-08\r\n- [x] Tell support #todo ✅ 2026-12-01',
      ),
    );
  });
  it('writes nothing when Tasks fails or changes nothing: a check of ours would lose what Tasks does besides', async () => {
    for (const answer of [
      () => {
        throw new Error('no');
      },
      () => '- [ ] Tell support #todo',
    ]) {
      const host = await openWithPlugin({ files: FILES });
      Object.assign(host.app, {
        plugins: { plugins: { 'obsidian-tasks-plugin': { apiV1: { executeToggleTaskDoneCommand: answer } } } },
      });
      expect(await run(host, 'complete', { path: PAGE, line: '6' })).toMatch(/^refused: .*Tasks/);
      expect(await textOf(host, PAGE)).toBe(FILES[PAGE]);
    }
  });
  it('takes the line away where Tasks answers with none', async () => {
    const host = await openWithPlugin({ files: FILES });
    Object.assign(host.app, {
      plugins: { plugins: { 'obsidian-tasks-plugin': { apiV1: { executeToggleTaskDoneCommand: () => '' } } } },
    });
    expect(await run(host, 'complete', { path: PAGE, line: '6' })).toContain('Marked');
    expect(await textOf(host, PAGE)).toBe(FILES[PAGE].replace('- [ ] Tell support #todo\r\n', ''));
  });
  it('refuses another line and names the nearest todo', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, 'complete', { path: 'Ops/Note.md', line: '3' })).toBe(
      'refused: There is no todo in line 3 of Ops/Note.md; the nearest is “A” in line 2.',
    );
    expect(await run(host, 'complete', { path: 'Ops/Note.md', line: '0' })).toContain('is no line');
    expect(await run(host, 'complete', { path: 'Ops/Note.md' })).toBe('refused: line= is missing.');
  });
  it('prints what it would write for a dry run, and writes nothing', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, 'complete', { path: 'Ops/Note.md', line: '5', 'dry-run': 'true' })).toBe(
      [
        '--- a/Ops/Note.md',
        '+++ b/Ops/Note.md',
        '@@ -1,5 +1,4 @@',
        ' # A',
        ' #todo/blocked',
        ' Text',
        ' ## Inside',
        '-#todo',
      ].join('\n'),
    );
    expect(await textOf(host, 'Ops/Note.md')).toBe(FILES['Ops/Note.md']);
  });
});

describe('move', () => {
  it('takes a bullet to the other page, in that page’s line ends', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, 'move', { path: PAGE, line: '6', to: 'planning' })).toContain(
      'Moved Tell support to Day 0.',
    );
    expect(await textOf(host, 'Ops/Day 0 Operations.md')).toBe(
      `${FILES['Ops/Day 0 Operations.md']}- [ ] Tell support #todo\n`,
    );
    expect(await textOf(host, PAGE)).toBe(FILES[PAGE].replace('- [ ] Tell support #todo\r\n', ''));
  });
  it('names the columns that there are', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, 'move', { path: PAGE, line: '6', to: 'Day 9' })).toBe(
      'refused: “Day 9” is nowhere to move to. Allowed: Day 0, Day 1, Day 2, Cross-phase.',
    );
  });
});

describe('split', () => {
  it('marks the bullets and gives them owners; the section’s own tag goes', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, 'split', { path: PAGE, line: '7', bullets: '1, 2', owners: 'SRE' })).toContain(
      'Split Day 1 responsibilities.',
    );
    expect(await textOf(host, PAGE)).toBe(
      '# Overview\r\n## Deployment Phase\r\n## Responsibilities\r\n- Deploy, then watch ([[SRE]]). #todo ^d\r\n- Roll back #todo\r\n- [ ] Tell support #todo\r\n',
    );
  });
  it('keeps the section marked when more is to come', async () => {
    const host = await openWithPlugin({ files: FILES });
    await run(host, 'split', { path: PAGE, line: '7', bullets: '2', keep: 'true' });
    expect(await textOf(host, PAGE)).toBe(FILES[PAGE].replace('- Roll back', '- Roll back #todo'));
  });
  it('shows the bullets when one is meant that is not there', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, 'split', { path: PAGE, line: '7', bullets: '4' })).toBe(
      'refused: There is no bullet 4. “Responsibilities” has:\n  1  Deploy, then watch.\n  2  Roll back\n  3  Tell support',
    );
  });
  it('says so when there are none', async () => {
    const host = await openWithPlugin({ files: { 'N.md': '# A\n#todo\nText\n' } });
    expect(await run(host, 'split', { path: 'N.md', line: '2', bullets: '1' })).toBe(
      'refused: “A” has no bullets to split into.',
    );
  });
});

describe('set', () => {
  it('sets state, owner and due date at once, and takes them away again', async () => {
    const host = await openWithPlugin({ files: FILES });
    await run(host, 'set', { path: 'Ops/Note.md', line: '5', state: 'waiting', owner: 'sre', due: '2026-12-01' });
    expect((await textOf(host, 'Ops/Note.md')).split('\n')[4]).toMatch(
      /^#todo\/waiting .*SRE.* 📅 2026-12-01$|^#todo\/waiting 📅 2026-12-01 .*SRE/,
    );
    await host.settled();
    await run(host, 'set', { path: 'Ops/Note.md', line: '5', state: 'none', owner: 'none', due: 'none' });
    expect(await textOf(host, 'Ops/Note.md')).toBe(FILES['Ops/Note.md']);
  });
  it('refuses a role that is not there, a date that is none, and nothing', async () => {
    const host = await openWithPlugin({ files: FILES });
    const set = (flags: Record<string, string>): Promise<string> =>
      run(host, 'set', { path: 'Ops/Note.md', line: '5', ...flags });
    expect(await set({ owner: 'SER' })).toBe('refused: There is no role note “SER”; did you mean “SRE”?');
    expect(await set({ due: '2026-02-30' })).toContain('refused: ');
    expect(await set({})).toBe('refused: There is nothing to set: give state=, owner= or due=.');
    expect(await textOf(host, 'Ops/Note.md')).toBe(FILES['Ops/Note.md']);
  });
});

describe('hide and add', () => {
  it('hides a todo and shows it again', async () => {
    const host = await openWithPlugin({ files: FILES });
    await run(host, 'hide', { path: 'Ops/Note.md', line: '2' });
    expect(await textOf(host, 'Ops/Note.md')).toContain('# A\n%% #todo/blocked %%\nText');
    await host.settled();
    await run(host, 'hide', { path: 'Ops/Note.md', line: '2', show: 'true' });
    expect(await textOf(host, 'Ops/Note.md')).toBe(FILES['Ops/Note.md']);
  });
  it('adds a bullet above the closing tag line', async () => {
    const host = await openWithPlugin({ files: FILES });
    await run(host, 'add', { phase: 'Day 1', text: 'Rehearse' });
    expect(await textOf(host, PAGE)).toBe(
      FILES[PAGE].replace('#todo\r\n#todo', '#todo\r\n- [ ] Rehearse #todo\r\n#todo'),
    );
    expect(await run(host, 'add', { phase: 'Day 7', text: 'x' })).toBe(
      'refused: There is no phase “Day 7”. Allowed: Day 0, Day 1, Day 2.',
    );
  });
});

describe('a dry run', () => {
  const CALLS = {
    complete: { path: PAGE, line: '7' },
    move: { path: PAGE, line: '6', to: 'Day 0' },
    'move with the text': { path: 'Ops/Note.md', line: '5', to: 'Day 0', text: 'true' },
    split: { path: PAGE, line: '7', bullets: '1', owners: 'SRE' },
    set: { path: 'Ops/Note.md', line: '2', state: 'none', owner: 'SRE', due: '2026-12-01' },
    hide: { path: 'Ops/Note.md', line: '2' },
    add: { phase: 'Day 0', text: 'Rehearse' },
  };
  it.each(Object.entries(CALLS))(
    'of %s prints what the real one then writes, and writes nothing',
    async (name, flags) => {
      const host = await openWithPlugin({ files: FILES });
      const action = name.split(' ')[0] ?? '';
      const diff = await run(host, action, { ...flags, 'dry-run': 'true' });
      for (const [path, text] of Object.entries(FILES)) expect(await textOf(host, path)).toBe(text);
      expect(diff).toMatch(/^--- a\//);
      await run(host, action, flags);
      for (const [path, text] of Object.entries(FILES))
        expect(patched(text, diff, path), path).toBe(await textOf(host, path));
    },
  );
});
