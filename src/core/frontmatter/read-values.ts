import type { YamlNode } from './yaml-node';

const NUMBER = /^[-+]?(?:0|[1-9]\d*|0\d+)?(?:\.\d+)?(?:e[-+]?\d+)?$/i;

/** What a plain scalar means, as YAML 1.2 reads it: nothing, a truth value, a number, else text; a date stays text. */
function plainValue(written: string): unknown {
  if (/^(?:~|null|)$/i.test(written)) return null;
  if (/^(?:true|false)$/i.test(written)) return written.toLowerCase() === 'true';
  return /\d/.test(written) && NUMBER.test(written) ? Number(written) : written;
}

/** The value of a property as the app's cache holds it. Undefined for what is not read: anchors, plain text of several lines. */
export function valueOf(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.style === 'plain' ? plainValue(node.value) : node.value;
    case 'flow-list':
    case 'block-list':
      return node.items.map(valueOf);
    case 'flow-map':
    case 'block-map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueOf(value)]));
    case 'block-text':
      return node.value;
    case 'none':
      return null;
    case 'odd':
      return node.isMap ? {} : undefined;
  }
}
