import type { Input, PartialParse } from '@lezer/common';
import type { MarkdownConfig } from '@lezer/markdown';

const texts = new WeakMap<object, string>();

/** Blocks that only are blocks when they close need to look ahead, for which the library shows a parser no more than the next line. */
export const WholeText: MarkdownConfig = {
  wrap(inner: PartialParse, input: Input) {
    texts.set(inner, input.read(0, input.length));
    return inner;
  },
};

/** The text that is being parsed, given the library's context. */
export const textOf = (cx: object): string => texts.get(cx) ?? '';
