// What the host knows of Bases: a layout's rows, its configuration, and when it is told.
import { describe, expect, it } from 'vitest';
import { openReadyHost } from '../testing/open-test-host';
import { registrationsOf } from '../app/registrations';
import { readBaseFile } from './base-file';
import { BasesView, type BasesViewConfig, type QueryController } from './bases-classes';
import { runQuery } from './run-query';

const NOTES = {
  'a/One.md': '---\nstatus: open\nrank: 10\n---\n#x/y\n',
  'a/Two.md': '---\nstatus: done\nrank: 9\nwho: "[[One|Uno]]"\nlist: [b, c]\nflag: true\n---\n',
  'b/Three.md': '',
  'b/Four.canvas': '{}',
};

const VIEW = 'views:\n  - type: rows\n    name: Rows\n';

async function rows(base: string): Promise<string[][]> {
  const { app } = await openReadyHost({ files: NOTES });
  const file = readBaseFile(base);
  const result = runQuery(app as never, file, file.views?.[0] ?? { type: '', name: '' });
  return result.groupedData.map(({ key, entries }) => [key.toString(), ...entries.map((entry) => entry.file.basename)]);
}

describe('the rows of a base', () => {
  it('are all files, filtered by the base and the view, in the order of their paths', async () => {
    expect(await rows(VIEW)).toEqual([['', 'One', 'Two', 'Four', 'Three']]);
    expect(await rows(`filters: file.inFolder("a")\n${VIEW}    filters: status != "done"\n`)).toEqual([['', 'One']]);
    expect(await rows(`filters:\n  or: [file.hasTag("x"), 'note.flag == "x"']\n${VIEW}`)).toEqual([['', 'One']]);
  });
  it('are sorted naturally, those without a value last, limited, and grouped', async () => {
    const sorted = `${VIEW}    sort: [{property: rank, direction: ASC}]\n`;
    expect(await rows(sorted)).toEqual([['', 'Two', 'One', 'Four', 'Three']]);
    expect(await rows(`${sorted}    limit: 1\n`)).toEqual([['', 'Two']]);
    expect(await rows(`${VIEW}    groupBy: {property: status, direction: DESC}\n`)).toEqual([
      ['open', 'One'],
      ['done', 'Two'],
      ['', 'Four', 'Three'],
    ]);
  });
  it('ask for no filter that is not modelled', async () => {
    await expect(rows(`filters: file.mtime > now()\n${VIEW}`)).rejects.toThrow('not modelled');
  });
});

describe('a layout', () => {
  async function open() {
    const told: string[][] = [];
    const host = await openReadyHost({ files: { ...NOTES, 'Base.base': `${VIEW}    order: [file.name, who]\n` } });
    let config: BasesViewConfig | null = null;
    class Rows extends BasesView {
      readonly type = 'rows';
      constructor(
        controller: QueryController,
        readonly el: HTMLElement,
      ) {
        super(controller);
      }
      override onDataUpdated(): void {
        config = this.config;
        told.push(this.data.data.map(({ file }) => file.basename));
        this.el.empty();
        for (const entry of this.data.data)
          for (const id of this.config.getOrder())
            // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- it stands for the app's
            entry.getValue(id).renderTo(this.el.createDiv(), this.app.renderContext);
      }
    }
    const views = new Map<unknown, unknown>([
      ['rows', { name: 'Rows', icon: 'x', factory: (controller: never, el: never) => new Rows(controller, el) }],
    ]);
    registrationsOf(host.app).others.set('registerBasesView', views);
    const leaf = host.app.workspace.getLeaf();
    await leaf.openFile(host.app.vault.getFileByPath('Base.base')!);
    await host.settled();
    return { host, told, leaf, config: () => config };
  }

  it('is told of its rows when it is shown, and again when the vault has changed', async () => {
    const { host, told } = await open();
    expect(told).toEqual([['One', 'Two', 'Four', 'Three', 'Base']]);
    await host.app.vault.create('New.md', '');
    await host.settled();
    expect(told.at(-1)).toContain('New');
  });
  it('renders values as links, texts and nothing', async () => {
    const { leaf } = await open();
    const [name, who] = [...leaf.view.containerEl.querySelectorAll('.bases-view > div')].slice(2);
    expect([name?.textContent, who?.querySelector('a')?.dataset.href, who?.textContent]).toEqual([
      'Two.md',
      'One',
      'Uno',
    ]);
  });
  it('keeps what it is configured with in the file', async () => {
    const { host, told, config } = await open();
    config()?.set('wide', true);
    await host.settled();
    expect(await host.app.vault.read(host.app.vault.getFileByPath('Base.base')!)).toContain('wide: true');
    expect(told.length).toBe(2);
  });
});
