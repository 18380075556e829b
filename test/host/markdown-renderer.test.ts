// Rendered Markdown: what the app makes of links, tags, tasks, embeds and code blocks, and what it does not let run.
import { Component, MarkdownRenderer } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { openReadyHost, openTestHost } from './testing/open-test-host';
import { writePlugin } from './testing/write-plugin';

async function render(markdown: string, files: Record<string, string> = {}): Promise<HTMLElement> {
  const { app } = await openReadyHost({ files });
  const el = createDiv();
  await MarkdownRenderer.render(app, markdown, el, 'Source.md', new Component());
  return el;
}

describe('links', () => {
  it('carry their target, and say when there is none', async () => {
    const el = await render('[[a#B|shown]] [[missing]] [text](a.md) <https://example.com>', { 'a.md': '' });
    const links = el
      .findAll('a')
      .map(
        (link) => `${link.className} ${link.getAttr('data-href') ?? link.getAttr('href') ?? ''} ${link.textContent}`,
      );
    expect(links).toEqual([
      'internal-link a#B shown',
      'internal-link is-unresolved missing missing',
      'internal-link a.md text',
      'external-link https://example.com https://example.com',
    ]);
  });

  it('keep their names whatever Markdown would make of them, also in a table', async () => {
    const el = await render('[[_a_ *b*]]\n\n| x |\n| - |\n| [[a\\|b]] |\n');
    expect(el.findAll('a').map((link) => `${link.getAttr('data-href') ?? ''}=${link.textContent}`)).toEqual([
      '_a_ *b*=_a_ *b*',
      'a=b',
    ]);
  });

  it('are text where code is', async () => {
    const el = await render('`[[a]] #b`\n\n```\n[[a]] %%c%%\n```\n');
    expect(el.querySelectorAll('a, .internal-embed').length).toBe(0);
    expect(el.textContent).toContain('%%c%%');
  });
});

describe('text', () => {
  it('has tags, highlights, line breaks, tasks and callouts', async () => {
    const el = await render(
      'a #tag/x #1 ==b==\nc\n\n- [x] done\n- [ ] open\n- [/] else\n- [/]none\n\n> [!note] Title\n> text\n',
    );
    expect(el.findAll('a.tag').map((tag) => tag.textContent)).toEqual(['#tag/x']);
    expect(el.querySelector('mark')?.textContent).toBe('b');
    expect(el.querySelectorAll('p br').length).toBe(1);
    expect(el.findAll('.task-list-item').map((item) => item.dataset.task)).toEqual(['x', '', '/']);
    expect(el.findAll('.is-checked').length).toBe(2);
    expect(el.querySelector('.callout[data-callout=note] .callout-title')?.textContent).toBe('Title');
  });

  it('has no frontmatter and no comments', async () => {
    const el = await render('---\na: 1\n---\nb %%c%% d\n%%\ne\n%%\nf');
    expect(el.textContent.replace(/\s+/g, ' ').trim()).toBe('b d f');
  });
});

describe('transclusions', () => {
  it('show the part that they name, and one note’s in another', async () => {
    const el = await render('![[a#Two]]', { 'a.md': '# One\nno\n# Two\nyes ![[b]]\n', 'b.md': 'inner' });
    expect(el.querySelector('.markdown-embed')?.textContent).toContain('yes');
    expect(el.querySelector('.markdown-embed .markdown-embed')?.textContent).toContain('inner');
    expect(el.textContent).not.toContain('no');
  });

  it('of what is missing say so, and of a note itself end', async () => {
    const el = await render('![[missing]] ![[loop]]', { 'loop.md': 'x ![[loop]]' });
    expect(el.querySelector('.mod-empty')?.textContent).toContain('missing');
    expect(el.querySelectorAll('.markdown-embed').length).toBeLessThan(10);
  });
});

describe('what a note brings along', () => {
  it('does not run', async () => {
    const el = await render(
      '<script>x</script><img src="y" onerror="x"><a href="java&#10;script:x">z</a><iframe src="z"></iframe><svg onload=x></svg>',
    );
    expect(el.querySelectorAll('script, iframe, [onerror], [onload]').length).toBe(0);
    expect(el.querySelector('a')?.hasAttribute('href')).toBe(false);
  });

  it('is drawn by the plugins that are there, and one that fails spoils nothing', async () => {
    const host = await openTestHost({ files: {} });
    await host.loadPlugin(
      writePlugin(`
        this.registerMarkdownCodeBlockProcessor('good', (source, el) => void el.setText('drawn ' + source));
        this.registerMarkdownCodeBlockProcessor('bad', () => { throw new Error('bad block'); });
        this.registerMarkdownPostProcessor((el) => void el.createSpan({ text: 'after' }));
      `),
    );
    const el = createDiv();
    await MarkdownRenderer.render(
      host.app,
      '```good\na\n```\n\n```bad\n```\n\n```other\nb\n```\n',
      el,
      '',
      new Component(),
    );
    expect(el.querySelector('.block-language-good')?.textContent).toBe('drawn a');
    expect(el.querySelector('pre.language-other code')?.textContent).toBe('b\n');
    expect(el.textContent).toContain('after');
    expect(host.errors.map(String)).toEqual(['Error: bad block']);
  });
});
