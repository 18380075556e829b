/**
 * What the host takes from obsidian-test-mocks as it is. A class or function of the mocks that is not named here, or
 * replaced by one of the host's own, throws: much of it returns a plausible nothing where the app would do something.
 */

/** `every`: all declared methods of the class itself; a subclass of it is listed on its own. */
export const TRUSTED_METHODS: Readonly<Record<string, 'every' | readonly string[]>> = {
  Component: 'every',
  Events: 'every',
  TAbstractFile: 'every',
  TFile: 'every',
  TFolder: 'every',
  Editor: 'every',
  MarkdownRenderChild: 'every',
  Tasks: 'every',
  Value: ['equals', 'looseEquals'],
  PrimitiveValue: 'every',
  DateValue: 'every',
  DurationValue: 'every',
  FileValue: 'every',
  ListValue: 'every',
  NullValue: 'every',
  ObjectValue: 'every',
  RegExpValue: 'every',
};

export const TRUSTED_FUNCTIONS: readonly string[] = [
  'arrayBufferToBase64',
  'arrayBufferToHex',
  'base64ToArrayBuffer',
  'getBlobArrayBuffer',
  'getLanguage',
  'getLinkpath',
  'hexToArrayBuffer',
  'iterateCacheRefs',
  'iterateRefs',
  'parseFrontMatterEntry',
  'parseLinktext',
  'parsePropertyId',
  'parseYaml',
  'stringifyYaml',
];
