/**
 * Wikilinks and transclusions for micromark: `[[Note#Heading|shown]]`, with a `!` before it. Being a syntax of its own,
 * it leaves alone what stands in code, and the emphasis that a name may look like.
 */
import type { Code, Construct, Extension, HtmlExtension, State, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikilink: 'wikilink';
  }
}

/** Character codes. */
const codes = { exclamationMark: 33, leftSquareBracket: 91, rightSquareBracket: 93 };

const tokenize: Tokenizer = function (effects, ok, nok) {
  let length = 0;
  const start: State = (code) => {
    effects.enter('wikilink');
    if (code !== codes.exclamationMark) return firstBracket(code);
    effects.consume(code);
    return firstBracket;
  };
  const firstBracket: State = (code) => take(code, codes.leftSquareBracket, secondBracket);
  const secondBracket: State = (code) => take(code, codes.leftSquareBracket, inside);
  const inside: State = (code) => {
    // A link stays on its line and holds no bracket of either kind.
    if (code === null || code < 0 || code === codes.leftSquareBracket) return nok(code);
    if (code === codes.rightSquareBracket) return length === 0 ? nok(code) : take(code, code, lastBracket);
    length++;
    effects.consume(code);
    return inside;
  };
  const lastBracket: State = (code) => {
    if (code !== codes.rightSquareBracket) return nok(code);
    effects.consume(code);
    effects.exit('wikilink');
    return ok;
  };
  return start;

  function take(code: Code, expected: Code, next: State): State | undefined {
    if (code !== expected) return nok(code);
    effects.consume(code);
    return next;
  }
};

const construct: Construct = { name: 'wikilink', tokenize };

export const wikilinkSyntax: Extension = {
  text: { [codes.exclamationMark]: construct, [codes.leftSquareBracket]: construct },
};

/** Gives each link an element with its text as data, for `finishLinks` to make a link or an embed of. */
export const wikilinkHtml: HtmlExtension = {
  exit: {
    wikilink(token) {
      const source = this.sliceSerialize(token);
      const embed = source.startsWith('!');
      // In a table the bar is escaped.
      const inner = source.slice(embed ? 3 : 2, -2).replace(/\\\|/g, '|');
      this.tag(`<span data-${embed ? 'embed' : 'wikilink'}="${this.encode(inner)}"></span>`);
    },
  },
};
