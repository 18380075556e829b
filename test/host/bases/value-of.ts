/** Values as the bases' classes hold them. How each is rendered is inferred: links are links, lists stand with commas, boxes are boxes. */
import type { CachedMetadata, Value } from 'obsidian';
import { mocks, type TFile } from '../mocks';

type Rendering = (el: HTMLElement) => void;

const renderings = new WeakMap<object, Rendering>();

function rendered(value: object, render: Rendering): Value {
  renderings.set(value, render);
  Object.defineProperty(value, 'renderTo', { value: render, configurable: true });
  return value as Value;
}

const LINK = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]$/;

/** What a property holds, as its value. */
export function valueOf(held: unknown): Value {
  if (held === null || held === undefined || held === '') return rendered(mocks.NullValue.value, () => undefined);
  if (Array.isArray(held)) {
    const values = held.map(valueOf);
    const list = mocks.ListValue.create__([] as never) as unknown as { values__: Value[] };
    list.values__ = values;
    return rendered(list, (el) => {
      for (const [at, value] of values.entries()) {
        if (at > 0) el.appendText(', ');
        renderings.get(value)?.(el.createSpan());
      }
    });
  }
  if (typeof held === 'boolean')
    return rendered(mocks.BooleanValue.create__(held), (el) => {
      el.createEl('input', { type: 'checkbox', attr: { disabled: '' } }).checked = held;
    });
  if (typeof held === 'number') return rendered(mocks.NumberValue.create__(held), (el) => el.appendText(String(held)));
  const text = typeof held === 'string' ? held : JSON.stringify(held);
  const [, target, alias] = LINK.exec(text) ?? [];
  return rendered(mocks.StringValue.create__(text), (el) => {
    if (target === undefined) el.appendText(text);
    else el.createEl('a', { cls: 'internal-link', text: alias ?? target, attr: { 'data-href': target } });
  });
}

/** What a file's property holds; formulas are not modelled and hold nothing. */
export function heldBy(file: TFile, metadata: CachedMetadata | null, id: string): unknown {
  const name = id.slice(id.indexOf('.') + 1);
  if (id.startsWith('note.')) return metadata?.frontmatter?.[name] as unknown;
  if (!id.startsWith('file.')) return null;
  const known: Record<string, unknown> = {
    name: file.name,
    basename: file.basename,
    path: file.path,
    folder: file.parent?.path ?? '',
    ext: file.extension,
    size: file.stat.size,
    mtime: new Date(file.stat.mtime).toISOString(),
    ctime: new Date(file.stat.ctime).toISOString(),
  };
  return known[name];
}
